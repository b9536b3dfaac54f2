//! Glyphs that stand on one line, and the text they make.

use super::drawing::Glyph;
use crate::source::Area;

/// How far glyphs of one line may stand above each other, in ems of the larger: raised marks stand 0.4 above, the next line stands 1.0
/// below at least.
const LINE_TOLERANCE: f32 = 0.45;

/// Two equal glyphs nearer than this, in widths of the glyph, are one, drawn twice to look bold.
const DOUBLE_STRIKE: f32 = 0.35;

/// Gaps from which letters, digits, and other characters stand apart, in ems. A blank of a Latin font has 0.25; Chinese text set
/// to the width of its column, and digits set apart from it, have gaps up to 0.5.
static GAPS: [(Kind, f32); 3] = [(Kind::Letter, 0.15), (Kind::Digit, 0.3), (Kind::Wide, 0.6)];

/// The gap, in ems, from which other characters than digits stand apart if a blank is drawn between them. Blanks beside digits are
/// those that programs put there by themselves.
const DRAWN_BLANK: f32 = 0.2;

/// From this gap on, in ems, what follows is a column of its own.
const COLUMN_GAP: f32 = 0.9;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Letter,
    Digit,
    Wide,
}

/// Glyphs on one line, from left to right.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Line {
    pub(super) glyphs: Vec<Glyph>,
}

/// A stretch of a line without a wide gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stretch<'a> {
    pub(super) glyphs: &'a [Glyph],
}

impl Line {
    /// The lines that the glyphs stand on, from the top.
    pub(super) fn all(mut glyphs: Vec<Glyph>) -> Vec<Line> {
        glyphs.sort_by(|a, b| a.base.total_cmp(&b.base));
        let mut lines: Vec<Line> = Vec::new();
        let mut base = f32::MIN;
        let mut size = 0.0_f32;
        for glyph in glyphs {
            match lines.last_mut() {
                Some(line) if glyph.base - base <= LINE_TOLERANCE * size.max(glyph.size) => {
                    size = size.max(glyph.size);
                    line.glyphs.push(glyph);
                }
                _ => {
                    (base, size) = (glyph.base, glyph.size);
                    lines.push(Line { glyphs: vec![glyph] });
                }
            }
        }
        lines.iter_mut().for_each(Line::arrange);
        lines
    }

    /// The text, with a blank at each gap.
    #[cfg(test)]
    pub(super) fn text(&self) -> String {
        text(&self.glyphs)
    }

    pub(super) fn area(&self) -> Area {
        area(&self.glyphs)
    }

    /// The line on which most of it stands.
    pub(super) fn base(&self) -> f32 {
        let largest = self.glyphs.iter().max_by(|a, b| a.size.total_cmp(&b.size));
        largest.map_or(0.0, |g| g.base)
    }

    /// The stretches that wide gaps part.
    pub(super) fn stretches(&self) -> Vec<Stretch<'_>> {
        let parts = self.glyphs.chunk_by(|a, b| gap(a, b) < COLUMN_GAP);
        parts.map(|glyphs| Stretch { glyphs }).collect()
    }

    /// Sorts the glyphs from left to right, and drops those drawn a second time.
    fn arrange(&mut self) {
        self.glyphs.sort_by(|a, b| a.left.total_cmp(&b.left));
        let mut kept: Vec<Glyph> = Vec::with_capacity(self.glyphs.len());
        for glyph in self.glyphs.drain(..) {
            let near = DOUBLE_STRIKE * (glyph.right - glyph.left);
            let again = kept.iter().rev().take(3).any(|k| k.c == glyph.c && k.run != glyph.run && (k.left - glyph.left).abs() < near);
            if !again {
                kept.push(glyph);
            }
        }
        self.glyphs = kept;
    }
}

impl Stretch<'_> {
    pub(super) fn text(self) -> String {
        text(self.glyphs)
    }

    pub(super) fn area(self) -> Area {
        area(self.glyphs)
    }
}

/// The text of glyphs from left to right, with a blank at each gap.
pub(super) fn text(glyphs: &[Glyph]) -> String {
    let mut text = String::with_capacity(glyphs.len() * 3);
    for (n, glyph) in glyphs.iter().enumerate() {
        if n > 0 && is_apart(&glyphs[n - 1], glyph) {
            text.push(' ');
        }
        text.push(glyph.c);
    }
    text
}

/// The rectangle that holds the glyphs; one of no size for none.
pub(super) fn area(glyphs: &[Glyph]) -> Area {
    let boxes = glyphs.iter().map(|g| Area::new(g.left, g.base - 0.85 * g.size, g.right, g.base + 0.15 * g.size));
    boxes.reduce(Area::and).unwrap_or(Area::new(0.0, 0.0, 0.0, 0.0))
}

/// Whether a reader sees a gap between two neighbours on a line.
pub(super) fn is_apart(left: &Glyph, right: &Glyph) -> bool {
    let kinds = [kind(left.c), kind(right.c)];
    let widest = kinds[0].max(kinds[1]);
    let least = GAPS.iter().find(|(k, _)| *k == widest).map_or(f32::MAX, |(_, gap)| *gap);
    let gap = gap(left, right);
    gap >= least || right.follows_blank && gap >= DRAWN_BLANK && !kinds.contains(&Kind::Digit)
}

/// The gap between two neighbours, in ems of the smaller.
pub(super) fn gap(left: &Glyph, right: &Glyph) -> f32 {
    (right.left - left.right) / left.size.min(right.size).max(0.1)
}

fn kind(c: char) -> Kind {
    match c {
        'a'..='z' | 'A'..='Z' => Kind::Letter,
        '!'..='~' => Kind::Digit,
        c if c.is_alphabetic() && u32::from(c) < 0x2000 => Kind::Letter,
        _ => Kind::Wide,
    }
}

/// Lines of glyphs for tests.
#[cfg(test)]
pub(super) mod specimen {
    use super::super::drawing::{Glyph, Heading};

    /// The glyphs of a text of 10 points from here to the right: half an em for ASCII, one em for the rest; blanks are gaps.
    pub(in super::super) fn set(text: &str, left: f32, base: f32) -> Vec<Glyph> {
        let mut at = left;
        let run = (left * 7.0 + base * 1000.0) as u32;
        let mut glyphs = Vec::new();
        let mut follows_blank = false;
        for c in text.chars() {
            let width = if c.is_ascii() { 5.0 } else { 10.0 };
            if !c.is_whitespace() {
                glyphs.push(Glyph { c, left: at, right: at + width, base, size: 10.0, run, heading: Heading::Right, follows_blank });
            }
            follows_blank = c.is_whitespace();
            at += width;
        }
        glyphs
    }
}

#[cfg(test)]
mod tests {
    use super::specimen::set;
    use super::Line;
    use crate::source::Area;

    fn texts(glyphs: Vec<super::Glyph>) -> Vec<String> {
        Line::all(glyphs).iter().map(Line::text).collect()
    }

    #[test]
    fn what_is_drawn_out_of_order_is_read_from_the_top_and_from_the_left() {
        let drawn = [set("万元。", 65.0, 100.2), set("次行", 10.0, 115.0), set("支出", 10.0, 100.0), set("1,234.56", 30.0, 99.9)].concat();
        assert_eq!(texts(drawn), ["支出1,234.56万元。", "次行"]);
    }

    #[test]
    fn only_a_gap_that_a_reader_sees_gives_a_blank() {
        assert_eq!(texts(set("2024 年度 30 人", 0.0, 0.0)), ["2024年度30人"]);
        assert_eq!(texts(set("第一部分 部门概况", 0.0, 0.0)), ["第一部分 部门概况"]);
        assert_eq!(texts([set("决", 0.0, 0.0), set("算", 15.0, 0.0)].concat()), ["决算"]);
        assert_eq!(texts(set("单位：万元  第1页", 0.0, 0.0)), ["单位：万元 第1页"]);
        assert_eq!(texts(set("12 34 GB T", 0.0, 0.0)), ["12 34 GB T"]);
        assert_eq!(texts(set("目　录", 0.0, 0.0)), ["目 录"]);
    }

    #[test]
    fn raised_marks_stay_on_their_line_and_the_next_line_does_not_join() {
        let mark = set("1", 20.0, 96.0);
        assert_eq!(texts([mark, set("支出", 0.0, 100.0), set("收入", 0.0, 110.0)].concat()), ["支出1", "收入"]);
    }

    #[test]
    fn glyphs_drawn_twice_to_look_bold_are_read_once_and_doubled_digits_twice() {
        let mut again = set("决算11", 0.3, 0.0);
        again.iter_mut().for_each(|g| g.run += 1);
        assert_eq!(texts([set("决算11", 0.0, 0.0), again].concat()), ["决算11"]);
    }

    #[test]
    fn the_area_of_a_line_holds_its_glyphs() {
        assert_eq!(Line::all(set("支出", 5.0, 100.0))[0].area(), Area::new(5.0, 91.5, 25.0, 101.5));
    }
}
