//! Pages that are drawn sideways, turned so that their text runs to the right.

use super::drawing::{Drawing, Glyph, Heading, Rule};
use crate::source::Area;

/// How a page is turned to be read, and back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Turn {
    heading: Heading,
    width: f32,
    height: f32,
}

impl Turn {
    /// The turn after which most glyphs run to the right.
    pub(super) fn of(drawing: &Drawing) -> Self {
        let count = |heading: Heading| drawing.glyphs.iter().filter(|g| g.heading == heading && !g.c.is_whitespace()).count();
        let headings = [Heading::Left, Heading::Up, Heading::Down, Heading::Right];
        let heading = headings.into_iter().max_by_key(|h| count(*h)).expect("there are four headings");
        Turn { heading, width: drawing.width, height: drawing.height }
    }

    /// Whether the glyph runs as the page does.
    pub(super) fn keeps(self, glyph: &Glyph) -> bool {
        glyph.heading == self.heading
    }

    pub(super) fn glyph(self, glyph: Glyph) -> Glyph {
        let Glyph { left, right, base, .. } = glyph;
        match self.heading {
            Heading::Down => Glyph { base: self.width - base, ..glyph },
            Heading::Up => Glyph { left: self.height - right, right: self.height - left, ..glyph },
            Heading::Left => Glyph { left: self.width - right, right: self.width - left, base: self.height - base, ..glyph },
            Heading::Right | Heading::Aslant => glyph,
        }
    }

    pub(super) fn rule(self, rule: Rule) -> Rule {
        let Rule { is_horizontal, at, from, to } = rule;
        let turned = Rule { is_horizontal: !is_horizontal, ..rule };
        match (self.heading, is_horizontal) {
            (Heading::Down, true) => Rule { from: self.width - to, to: self.width - from, ..turned },
            (Heading::Down, false) => Rule { at: self.width - at, ..turned },
            (Heading::Up, true) => Rule { at: self.height - at, ..turned },
            (Heading::Up, false) => Rule { from: self.height - to, to: self.height - from, ..turned },
            (Heading::Left, true) => Rule { at: self.height - at, from: self.width - to, to: self.width - from, ..rule },
            (Heading::Left, false) => Rule { at: self.width - at, from: self.height - to, to: self.height - from, ..rule },
            (Heading::Right | Heading::Aslant, _) => rule,
        }
    }

    /// The rectangle on the page as it is shown.
    pub(super) fn back(self, area: Area) -> Area {
        let Area { left, top, right, bottom } = area;
        match self.heading {
            Heading::Down => Area::new(self.width - bottom, left, self.width - top, right),
            Heading::Up => Area::new(top, self.height - right, bottom, self.height - left),
            Heading::Left => Area::new(self.width - right, self.height - bottom, self.width - left, self.height - top),
            Heading::Right | Heading::Aslant => area,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Turn;
    use crate::decode::pdf::drawing::{Drawing, Glyph, Heading, Rule};
    use crate::source::Area;

    /// A glyph 10 wide whose pen starts 30 from the left and 20 from the top of the page as it is to be read.
    fn drawn(heading: Heading) -> Drawing {
        let (left, right, base) = match heading {
            Heading::Down => (30.0, 40.0, 80.0),
            Heading::Up => (160.0, 170.0, 20.0),
            Heading::Left => (60.0, 70.0, 180.0),
            _ => (30.0, 40.0, 20.0),
        };
        let glyph = Glyph { c: '一', left, right, base, size: 10.0, run: 1, heading, follows_blank: false };
        Drawing { width: 100.0, height: 200.0, glyphs: vec![glyph], ..Drawing::default() }
    }

    #[test]
    fn text_that_runs_sideways_reads_as_if_it_did_not() {
        for heading in [Heading::Right, Heading::Down, Heading::Left, Heading::Up] {
            let drawing = drawn(heading);
            let turn = Turn::of(&drawing);
            let glyph = turn.glyph(drawing.glyphs[0]);
            assert_eq!((glyph.left, glyph.right, glyph.base), (30.0, 40.0, 20.0), "{heading:?}");
        }
    }

    #[test]
    fn rules_turn_with_the_text_and_places_turn_back() {
        for heading in [Heading::Right, Heading::Down, Heading::Left, Heading::Up] {
            let turn = Turn::of(&drawn(heading));
            let rule = turn.rule(Rule { is_horizontal: true, at: 20.0, from: 30.0, to: 40.0 });
            let area = if rule.is_horizontal { Area::new(rule.from, rule.at, rule.to, rule.at) } else { Area::new(rule.at, rule.from, rule.at, rule.to) };
            assert_eq!(turn.back(area), Area::new(30.0, 20.0, 40.0, 20.0), "{heading:?}");
        }
    }
}
