//! Lines with wide gaps, as the rows of tables without rules have them: written with as many blanks as the gaps are wide, so that
//! columns stand below each other in the text as they do on the page.

use super::line::{Line, Stretch};
use std::ops::Range;

/// The fewest lines with a gap that make a page one with columns.
const FEWEST_ROWS: usize = 3;

/// The fewest blanks between two columns.
const LEAST_BLANKS: usize = 2;

/// How far from the left edge of the text a line of its own starts, in ems, to be written with blanks before it: paragraphs are
/// indented by two.
const FAR: f32 = 3.0;

/// The most lines of a page whose gaps are written: a page of small print has 120.
const MOST_LINES: usize = 2000;

/// The most blanks in a row: a page of 5 cm type has fewer.
const MOST_BLANKS: f32 = 400.0;

/// The raster that the lines of a page are written on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Raster {
    left: f32,
    /// How wide a Latin character is: half an em of the type that most rows are set in.
    unit: f32,
}

/// A stretch of a line on the raster: the glyphs it holds, and how many blanks stand before it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    pub(super) blanks: usize,
    pub(super) glyphs: Range<usize>,
}

impl Raster {
    /// The raster of lines; `None` if no columns stand in them, or too many lines.
    pub(super) fn of(lines: &[Line]) -> Option<Raster> {
        if lines.len() > MOST_LINES {
            return None;
        }
        let rows = lines.iter().filter(|line| line.stretches().len() > 1);
        let mut sizes: Vec<f32> = rows.flat_map(|line| line.glyphs.first()).map(|g| g.size).collect();
        sizes.sort_by(f32::total_cmp);
        let size = *sizes.get(sizes.len() / 2).filter(|_| sizes.len() >= FEWEST_ROWS)?;
        let left = lines.iter().map(|l| l.area().left).reduce(f32::min)?;
        Some(Raster { left, unit: size / 2.0 })
    }

    /// The stretches of a line with the blanks before them.
    pub(super) fn placed(self, line: &Line) -> Vec<Placed> {
        let stretches = line.stretches();
        let (mut column, mut glyph) = (0, 0);
        let alone = stretches.len() == 1;
        let place = |(at, stretch): (usize, Stretch)| {
            let width = width(stretch);
            let start = self.column(stretch, width).saturating_sub(column);
            let blanks = match at {
                0 if alone && !self.is_far(stretch) => 0,
                0 => start,
                _ => start.max(LEAST_BLANKS),
            };
            column += blanks + width;
            let glyphs = glyph..glyph + stretch.glyphs.len();
            glyph = glyphs.end;
            Placed { blanks, glyphs }
        };
        stretches.iter().copied().enumerate().map(place).collect()
    }

    /// The column a stretch starts in: amounts stand by their right edge, words and codes by their left one.
    fn column(self, stretch: Stretch, width: usize) -> usize {
        let area = stretch.area();
        let amount = stretch.glyphs.iter().all(|g| g.c.is_ascii()) && stretch.glyphs.iter().any(|g| matches!(g.c, '.' | ','));
        let start = if amount { (area.right - self.left) / self.unit - width as f32 } else { (area.left - self.left) / self.unit };
        start.round().clamp(0.0, MOST_BLANKS) as usize
    }

    fn is_far(self, stretch: Stretch) -> bool {
        stretch.area().left - self.left >= FAR * 2.0 * self.unit
    }
}

/// How many columns a text takes: Han take two.
fn width(stretch: Stretch) -> usize {
    stretch.text().chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::super::line::{specimen::set, Line};
    use super::Raster;

    /// The lines as they are written on their raster, if they have one.
    fn written(glyphs: Vec<Vec<super::super::drawing::Glyph>>) -> Option<Vec<String>> {
        let lines = Line::all(glyphs.concat());
        let raster = Raster::of(&lines)?;
        let line = |line: &Line| {
            let placed = raster.placed(line).into_iter();
            placed.map(|p| " ".repeat(p.blanks) + &super::super::line::text(&line.glyphs[p.glyphs])).collect::<String>()
        };
        Some(lines.iter().map(line).collect())
    }

    /// A row of 15 points height: a label at the left, amounts that end at 200 and 280 points.
    fn row(at: usize, label: &str, amounts: [&str; 2]) -> Vec<super::super::drawing::Glyph> {
        let base = at as f32 * 15.0;
        let right = |text: &str, edge: f32| set(text, edge - text.len() as f32 * 5.0, base);
        [set(label, 0.0, base), right(amounts[0], 200.0), right(amounts[1], 280.0)].concat()
    }

    #[test]
    fn amounts_stand_below_each_other_by_their_right_edges() {
        let head = [set("项目", 50.0, 0.0), set("预算数", 150.0, 0.0), set("决算数", 230.0, 0.0)].concat();
        let rows = vec![head, row(1, "教育支出", ["12.30", "1,000.00"]), row(2, "节能环保支出", ["", "7.00"]), row(3, "合计", ["12.30", "1,007.00"])];
        let expected = [
            "          项目                预算数          决算数",
            "教育支出                           12.30        1,000.00",
            "节能环保支出                                        7.00",
            "合计                               12.30        1,007.00",
        ];
        assert_eq!(written(rows), Some(expected.map(str::to_owned).to_vec()));
    }

    #[test]
    fn what_stands_alone_in_the_right_half_keeps_its_place() {
        let rows = vec![
            row(1, "一、收入", ["1.00", "2.00"]),
            row(2, "二、支出", ["3.00", "4.00"]),
            row(3, "三、结余", ["5.00", "6.00"]),
            set("（附注）", 150.0, 60.0),
        ];
        let lines = written(rows).expect("three rows make a raster");
        assert_eq!(lines[3], format!("{}（附注）", " ".repeat(30)));
    }

    #[test]
    fn a_page_of_running_text_has_no_raster() {
        let lines = vec![set("本年收入合计12.30万元", 0.0, 0.0), set("单位：万元", 0.0, 15.0), set("第1页", 300.0, 15.0)];
        assert_eq!(written(lines), None);
    }
}
