//! Prose set in two columns.

use super::line::Line;

/// The fewest lines of each of two columns of prose.
const PROSE_LINES: usize = 6;

/// How wide the gutter between two columns of prose is at least, in ems.
const GUTTER: f32 = 1.0;

/// How much of the width of a column its lines fill when it is prose.
const FILLED_SHARE: f32 = 0.6;

/// How wide a column of prose is at least, in ems.
const NARROWEST_PROSE: f32 = 8.0;

/// The most lines of a page among which columns of prose are looked for; a page of small print has 120.
const MAX_LINES: usize = 2000;

/// The lines in the order of reading: where two columns of prose stand side by side, the left one before the right one.
pub(super) fn in_reading_order(lines: Vec<Line>) -> Vec<Line> {
    if lines.len() > MAX_LINES {
        return lines;
    }
    let mut ordered = Vec::with_capacity(lines.len());
    let mut rest = lines.as_slice();
    while !rest.is_empty() {
        match Gutter::of(rest) {
            Some((gutter, count)) => {
                ordered.extend(rest[..count].iter().filter_map(|l| gutter.side(l, true)));
                ordered.extend(rest[..count].iter().filter_map(|l| gutter.side(l, false)));
                rest = &rest[count..];
            }
            None => {
                ordered.push(rest[0].clone());
                rest = &rest[1..];
            }
        }
    }
    ordered
}

/// The free strip between two columns of prose.
#[derive(Debug, Clone, Copy)]
struct Gutter {
    from: f32,
    to: f32,
}

impl Gutter {
    /// The gutter of two columns that begin with the first line, and how many lines they have together.
    fn of(lines: &[Line]) -> Option<(Gutter, usize)> {
        let size = lines[0].glyphs.first()?.size;
        let mut gutter = Gutter::between(lines)?;
        let mut count = 0;
        for line in lines {
            let Some(narrowed) = gutter.beside(line) else { break };
            if narrowed.to - narrowed.from < GUTTER * size {
                break;
            }
            gutter = narrowed;
            count += 1;
        }
        gutter.parts_prose(&lines[..count], size).then_some((gutter, count))
    }

    /// The strip between the two stretches of the first line, or of the first two: the lines of two columns need not be level.
    fn between(lines: &[Line]) -> Option<Gutter> {
        let mut stretches = lines[0].stretches();
        if stretches.len() == 1 {
            stretches.extend(lines.get(1)?.stretches());
        }
        let [one, other] = stretches[..] else { return None };
        let (one, other) = (one.area(), other.area());
        let (left, right) = if one.left < other.left { (one, other) } else { (other, one) };
        (left.right < right.left).then_some(Gutter { from: left.right, to: right.left })
    }

    /// The gutter that is left beside a line; `None` if the line runs across it.
    fn beside(self, line: &Line) -> Option<Gutter> {
        let middle = (self.from + self.to) / 2.0;
        line.stretches().into_iter().try_fold(self, |gutter, stretch| {
            let area = stretch.area();
            match (area.right <= middle, area.left >= middle) {
                (true, _) => Some(Gutter { from: gutter.from.max(area.right), ..gutter }),
                (_, true) => Some(Gutter { to: gutter.to.min(area.left), ..gutter }),
                _ => None,
            }
        })
    }

    /// Whether what stands on both sides is prose: enough lines, filled, and of words.
    fn parts_prose(self, lines: &[Line], size: f32) -> bool {
        [true, false].into_iter().all(|is_left| {
            let side: Vec<Line> = lines.iter().filter_map(|l| self.side(l, is_left)).collect();
            let Some(area) = side.iter().map(Line::area).reduce(|a, b| a.and(b)) else { return false };
            let width = area.right - area.left;
            let filled = side.iter().filter(|l| l.area().right - l.area().left >= FILLED_SHARE * width).count();
            let numbers = side.iter().flat_map(|l| l.stretches()).filter(|s| is_number(&s.text())).count();
            let single = side.iter().filter(|l| l.stretches().len() == 1).count();
            // A heading above the columns may have a gap where they have theirs.
            let begins = side[0].area().right - side[0].area().left >= FILLED_SHARE * width;
            let enough = begins && side.len() >= PROSE_LINES && width >= NARROWEST_PROSE * size;
            enough && 3 * filled >= 2 * side.len() && 5 * numbers <= side.len() && 10 * single >= 9 * side.len()
        })
    }

    /// The part of a line on one side.
    fn side(self, line: &Line, is_left: bool) -> Option<Line> {
        let middle = (self.from + self.to) / 2.0;
        let glyphs: Vec<_> = line.glyphs.iter().filter(|g| (g.middle() < middle) == is_left).copied().collect();
        (!glyphs.is_empty()).then_some(Line { glyphs })
    }
}

/// Whether a text is a number as tables print them, or the dash in place of one.
fn is_number(text: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '%' | '+' | '—' | '－' | '，');
    !text.is_empty() && text.chars().all(number)
}

#[cfg(test)]
mod tests {
    use super::super::line::{specimen::set, Line};
    use super::in_reading_order;

    fn texts(lines: &[Line]) -> Vec<String> {
        lines.iter().map(Line::text).collect()
    }

    #[test]
    fn two_columns_of_prose_are_read_one_after_the_other() {
        let left = "青溪县水利局负责全县水利工作";
        let right = "局机关内设办公室等六个科室。";
        let heading = set("第一部分　部门概况", 100.0, 0.0);
        let rows = (1..=7).flat_map(|n| [set(left, 0.0, n as f32 * 15.0), set(right, 170.0, n as f32 * 15.0)]);
        let glyphs = std::iter::once(heading).chain(rows).flatten().collect();
        let expected: Vec<&str> = std::iter::once("第一部分 部门概况").chain([left; 7]).chain([right; 7]).collect();
        assert_eq!(texts(&in_reading_order(Line::all(glyphs))), expected);
    }

    #[test]
    fn the_lines_of_two_columns_need_not_be_level() {
        let left = "青溪县水利局负责全县水利工作";
        let right = "局机关内设办公室等六个科室。";
        let rows = (1..=7).flat_map(|n| [set(left, 0.0, n as f32 * 15.0), set(right, 170.0, n as f32 * 15.0 + 7.0)]);
        let expected: Vec<&str> = [left; 7].into_iter().chain([right; 7]).collect();
        assert_eq!(texts(&in_reading_order(Line::all(rows.flatten().collect()))), expected);
    }

    #[test]
    fn labels_with_amounts_beside_them_are_not_two_columns() {
        let rows = (1..=8).flat_map(|n| [set("一般公共服务支出", 0.0, n as f32 * 15.0), set("1,234.56", 200.0, n as f32 * 15.0)]);
        let lines = Line::all(rows.flatten().collect());
        assert_eq!(in_reading_order(lines.clone()), lines);
    }
}
