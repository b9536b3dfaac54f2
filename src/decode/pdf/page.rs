//! A page as a reader sees it: lines and tables, from the top.

use super::columns::in_reading_order;
use super::drawing::{Drawing, Glyph};
use super::lattice::{Cell, Lattice};
use super::line::{self, Line};
use super::repair;
use super::tabular::{Placed, Raster};
use super::turn::Turn;
use crate::decode::composer::CellPlace;
use crate::source::Area;
use std::ops::RangeInclusive;

/// What is drawn without a gap wider than this, in ems, by one operator belongs to one cell.
const WORD_GAP: f32 = 0.3;

/// A line that ends this near the right border of its cell, in ems, was broken because the cell is full.
const FULL_LINE: f32 = 1.2;

/// How many characters other than digits share one place: a figure is found by the place of its digits, its unit by the next.
const PLACED: usize = 4;

/// A page that has been read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Page {
    pub(super) blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    Line(Vec<Fragment>),
    Grid(Vec<Entry>),
}

/// A stretch of a line, and where it is drawn; a gap is nowhere.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fragment {
    pub(super) text: String,
    pub(super) area: Option<Area>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) place: CellPlace,
    pub(super) fragments: Vec<Fragment>,
}

impl Page {
    /// The lines and tables of a drawing.
    pub(super) fn read(drawing: &Drawing) -> Page {
        let turn = Turn::of(drawing);
        let shown = shown(&drawing.glyphs).into_iter();
        let (upright, aside): (Vec<Glyph>, Vec<Glyph>) = shown.partition(|g| turn.keeps(g));
        let upright: Vec<Glyph> = upright.into_iter().map(|g| turn.glyph(g)).collect();
        let rules: Vec<_> = drawing.rules.iter().map(|r| turn.rule(*r)).collect();
        let tables = Table::all(Lattice::all(&rules), &upright);
        let mut blocks = tables.blocks;
        blocks.extend(prose(tables.outside));
        blocks.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut page = Page { blocks: blocks.into_iter().map(|(_, block)| block).collect() };
        page.blocks.iter_mut().for_each(|block| block.turn_back(turn));
        page.blocks.extend(aslant(&aside));
        page
    }
}

impl Block {
    fn turn_back(&mut self, turn: Turn) {
        match self {
            Block::Line(fragments) => fragments.iter_mut().for_each(|f| f.turn_back(turn)),
            Block::Grid(entries) => entries.iter_mut().flat_map(|e| &mut e.fragments).for_each(|f| f.turn_back(turn)),
        }
    }
}

impl Fragment {
    fn turn_back(&mut self, turn: Turn) {
        self.area = self.area.map(|a| turn.back(a));
    }

    fn blank() -> Self {
        Fragment { text: " ".to_owned(), area: None }
    }
}

/// The glyphs with the characters that a reader sees; of blanks it is kept that they stood there.
fn shown(drawn: &[Glyph]) -> Vec<Glyph> {
    let mut shown = Vec::with_capacity(drawn.len());
    let mut follows_blank = false;
    for glyph in drawn {
        let c = repair::unified(glyph.c);
        if c.is_whitespace() {
            follows_blank = true;
        } else if !c.is_control() && !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}') {
            shown.push(Glyph { c, follows_blank, ..*glyph });
            follows_blank = false;
        }
    }
    shown
}

/// Tables on a page, with the height they stand at, and what stands outside of them.
struct Table {
    blocks: Vec<(f32, Block)>,
    outside: Vec<Glyph>,
}

impl Table {
    /// Gives each word to the cell its middle stands in, of the smallest lattice around it.
    fn all(lattices: Vec<Lattice>, glyphs: &[Glyph]) -> Table {
        let mut cells: Vec<Vec<Vec<Glyph>>> = lattices.iter().map(|l| vec![Vec::new(); l.cells.len()]).collect();
        let mut outside = Vec::new();
        for word in glyphs.chunk_by(is_one_word) {
            let area = line::area(word);
            let (x, y) = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
            let found = lattices.iter().enumerate().find_map(|(n, lattice)| Some((n, lattice.cell_at(x, y)?)));
            match found {
                Some((lattice, cell)) => cells[lattice][cell].extend_from_slice(word),
                None => outside.extend_from_slice(word),
            }
        }
        let mut blocks = Vec::new();
        for (lattice, cells) in lattices.iter().zip(cells) {
            // With text in one cell only, the rules are a frame around it, or a chart.
            if cells.iter().filter(|c| !c.is_empty()).count() < 2 {
                outside.extend(cells.into_iter().flatten());
                continue;
            }
            let entries = lattice.cells.iter().zip(cells).map(|(cell, glyphs)| entry(lattice, *cell, glyphs)).collect();
            blocks.push((lattice.rows[0], Block::Grid(entries)));
        }
        Table { blocks, outside }
    }
}

fn is_one_word(left: &Glyph, right: &Glyph) -> bool {
    let same_line = (left.base - right.base).abs() < 0.2 * left.size;
    left.run == right.run && same_line && (-WORD_GAP..WORD_GAP).contains(&line::gap(left, right))
}

fn entry(lattice: &Lattice, cell: Cell, glyphs: Vec<Glyph>) -> Entry {
    let Cell { row, column, row_span, column_span } = cell;
    let place = CellPlace { row, column, row_span, column_span, hidden: false };
    Entry { place, fragments: folded(&Line::all(glyphs), lattice.cell_area(cell).right) }
}

/// The lines of a cell as one: Chinese goes on without a blank, and so does a number that filled its line.
fn folded(lines: &[Line], border: f32) -> Vec<Fragment> {
    let mut folded = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let broken = n.checked_sub(1).and_then(|before| lines[before].glyphs.last()).zip(line.glyphs.first());
        if broken.is_some_and(|(end, start)| parts_words(end, start, border)) {
            folded.push(Fragment::blank());
        }
        folded.extend(fragments(&line.glyphs));
    }
    folded
}

/// Whether two lines of a cell are parted by a blank: Latin words are, and numbers below each other.
fn parts_words(end: &Glyph, start: &Glyph, border: f32) -> bool {
    let is_full = border - end.right < FULL_LINE * end.size;
    match (end.c.is_ascii_alphabetic(), start.c.is_ascii_alphabetic()) {
        (true, true) => true,
        _ => end.c.is_ascii_alphanumeric() && start.c.is_ascii_alphanumeric() && !is_full,
    }
}

/// The lines of running text, each with the height it stands at.
fn prose(glyphs: Vec<Glyph>) -> Vec<(f32, Block)> {
    let lines = Line::all(glyphs);
    let margin = margin(&lines);
    ordered(lines, margin)
}

/// Where the lines of running text start, but for the first ones of paragraphs; `None` if fewer than two lines stand there, and no
/// line stands there behind a full one that is indented.
fn margin(lines: &[Line]) -> Option<f32> {
    let right = lines.iter().map(|l| l.area().right).fold(0.0, f32::max);
    let is_full = |line: &Line, shortfall: f32| right - line.area().right < shortfall * size(line);
    let full = lines.iter().filter(|l| is_full(l, FULL_LINE * 2.0));
    let left = full.clone().map(|l| l.area().left).fold(f32::MAX, f32::min);
    if full.filter(|l| l.area().left - left < 0.5 * size(l)).count() >= 2 {
        return Some(left);
    }
    let least = lines.iter().map(|l| l.area().left).fold(f32::MAX, f32::min);
    let goes_on = |pair: &[Line]| is_full(&pair[0], FULL_LINE) && is_indented(&pair[0], least) && pair[1].area().left - least < 0.5 * size(&pair[1]);
    lines.windows(2).any(goes_on).then_some(least)
}

/// Whether a line starts as the first one of a paragraph does.
fn is_indented(line: &Line, margin: f32) -> bool {
    INDENT.contains(&((line.area().left - margin) / size(line)))
}

fn size(line: &Line) -> f32 {
    line.glyphs.first().map_or(0.0, |g| g.size)
}

/// How far the first lines of paragraphs stand behind the margin, in ems: two Han, which few programs set exactly.
const INDENT: RangeInclusive<f32> = 1.5..=2.8;

/// What stands for that in the text.
const INDENT_TEXT: &str = "\u{3000}\u{3000}";

/// Lines in the order of reading; none stands higher than the one before it, so that sorting keeps them so.
fn ordered(lines: Vec<Line>, margin: Option<f32>) -> Vec<(f32, Block)> {
    let mut lowest = f32::MIN;
    let lines = in_reading_order(lines);
    // The gutter between two columns of prose is no gap of a table.
    let raster = Raster::of(&lines);
    let blocks = lines.iter().map(|line| {
        lowest = lowest.max(line.base() - 0.85 * size(line));
        let indented = margin.is_some_and(|margin| is_indented(line, margin));
        let indent = indented.then(|| Fragment { text: INDENT_TEXT.to_owned(), area: None });
        (lowest, Block::Line(indent.into_iter().chain(set(line, raster)).collect()))
    });
    blocks.collect()
}

/// The text of a line, with its gaps as wide as the raster says.
fn set(line: &Line, raster: Option<Raster>) -> Vec<Fragment> {
    let Some(raster) = raster else { return fragments(&line.glyphs) };
    let mut set = Vec::new();
    for Placed { blanks, glyphs } in raster.placed(line) {
        if blanks > 0 {
            set.push(Fragment { text: " ".repeat(blanks), area: None });
        }
        set.extend(fragments(&line.glyphs[glyphs]));
    }
    set
}

/// The text of glyphs with places fine enough for single figures.
fn fragments(glyphs: &[Glyph]) -> Vec<Fragment> {
    let mut fragments: Vec<Fragment> = Vec::new();
    let mut rest = glyphs;
    let mut behind_digits = false;
    while let Some(first) = rest.first() {
        let is_digit = |g: &Glyph| g.c.is_ascii_digit() || matches!(g.c, '.' | ',' | '%');
        let most = match (is_digit(first), behind_digits) {
            (true, _) => usize::MAX,
            (false, true) => unit_length(first),
            (false, false) => PLACED,
        };
        behind_digits = is_digit(first);
        let goes_on = |w: &&[Glyph]| is_digit(&w[0]) == is_digit(&w[1]) && !line::is_apart(&w[0], &w[1]);
        let count = rest.windows(2).take(most - 1).take_while(goes_on).count() + 1;
        let (part, tail) = rest.split_at(count);
        fragments.push(Fragment { text: line::text(part), area: Some(line::area(part)) });
        if tail.first().is_some_and(|next| line::is_apart(&part[count - 1], next)) {
            fragments.push(Fragment::blank());
        }
        rest = tail;
    }
    fragments
}

/// How many characters behind a number are its unit for the most part: 万元, 亿元, 元, 人.
fn unit_length(first: &Glyph) -> usize {
    if matches!(first.c, '万' | '亿') {
        2
    } else {
        1
    }
}

/// Text that runs otherwise than the page does, such as stamps and watermarks: a line for each stretch, as it was drawn.
fn aslant(glyphs: &[Glyph]) -> Vec<Block> {
    let runs = glyphs.chunk_by(|a, b| a.run == b.run || a.run + 1 == b.run && a.heading == b.heading);
    let blocks = runs.map(|run| {
        let area = run.iter().map(Glyph::area).reduce(Area::and);
        Block::Line(vec![Fragment { text: run.iter().map(|g| g.c).collect(), area }])
    });
    blocks.collect()
}

#[cfg(test)]
mod tests {
    use super::{Block, Fragment, Page};
    use crate::decode::pdf::drawing::{Drawing, Glyph, Heading, Rule};
    use crate::decode::pdf::line::specimen::set;

    fn drawing(glyphs: Vec<Vec<Glyph>>, rules: &[(bool, f32, f32, f32)]) -> Drawing {
        let rules = rules.iter().map(|(is_horizontal, at, from, to)| Rule { is_horizontal: *is_horizontal, at: *at, from: *from, to: *to });
        Drawing { width: 600.0, height: 800.0, glyphs: glyphs.concat(), rules: rules.collect(), ..Drawing::default() }
    }

    /// Each block as text: the cells of a table in brackets.
    fn texts(drawing: &Drawing) -> Vec<String> {
        let text = |fragments: &[Fragment]| fragments.iter().map(|f| f.text.as_str()).collect::<String>();
        let show = |block: &Block| match block {
            Block::Line(fragments) => text(fragments),
            Block::Grid(entries) => entries.iter().map(|e| format!("[{}]", text(&e.fragments))).collect::<String>(),
        };
        Page::read(drawing).blocks.iter().map(show).collect()
    }

    const TABLE: [(bool, f32, f32, f32); 6] = [
        (true, 100.0, 0.0, 120.0),
        (true, 140.0, 0.0, 120.0),
        (true, 160.0, 0.0, 120.0),
        (false, 0.0, 100.0, 160.0),
        (false, 60.0, 100.0, 160.0),
        (false, 120.0, 100.0, 160.0),
    ];

    #[test]
    fn tables_stand_between_the_lines_above_and_below_them() {
        let words = vec![set("下文", 0.0, 200.0), set("教育", 2.0, 155.0), set("12.30", 80.0, 155.0), set("项目", 2.0, 120.0), set("上文", 0.0, 90.0)];
        assert_eq!(texts(&drawing(words, &TABLE)), ["上文", "[项目][][教育][12.30]", "下文"]);
    }

    #[test]
    fn the_lines_of_a_cell_are_joined_as_they_read() {
        let lines = vec![set("一般公共预", 2.0, 112.0), set("算收入", 2.0, 124.0), set("1,234,567.", 68.0, 112.0), set("89", 68.0, 124.0)];
        assert_eq!(texts(&drawing(lines, &TABLE)), ["[一般公共预算收入][1,234,567.89][][]"]);
        let stacked = vec![set("项目", 2.0, 112.0), set("10", 68.0, 112.0), set("20", 68.0, 124.0)];
        assert_eq!(texts(&drawing(stacked, &TABLE)), ["[项目][10 20][][]"]);
    }

    #[test]
    fn a_frame_around_text_is_not_a_table() {
        assert_eq!(texts(&drawing(vec![set("公开说明", 2.0, 120.0)], &TABLE)), ["公开说明"]);
    }

    #[test]
    fn watermarks_do_not_mix_with_the_text() {
        let mut mark = set("内部", 0.0, 100.0);
        mark.iter_mut().for_each(|g| g.heading = Heading::Aslant);
        assert_eq!(texts(&drawing(vec![mark, set("支出", 30.0, 100.0)], &[])), ["支出", "内部"]);
    }

    #[test]
    fn the_first_line_of_a_paragraph_keeps_its_indent() {
        let words =
            vec![set("第一段从这里起", 20.0, 10.0), set("到这里为止的第一段", 0.0, 25.0), set("也到这里为止了呀好", 0.0, 40.0), set("二段", 20.0, 55.0)];
        assert_eq!(texts(&drawing(words, &[])), ["\u{3000}\u{3000}第一段从这里起", "到这里为止的第一段", "也到这里为止了呀好", "\u{3000}\u{3000}二段"]);
    }

    #[test]
    fn two_columns_of_prose_are_written_without_the_blanks_of_a_table() {
        let (left, right) = ("青溪县水利局负责全县水利工作", "局机关内设办公室等六个科室。");
        let rows = (1..=7).flat_map(|n| [set(left, 0.0, n as f32 * 15.0), set(right, 170.0, n as f32 * 15.0)]);
        let expected: Vec<&str> = [left; 7].into_iter().chain([right; 7]).collect();
        assert_eq!(texts(&drawing(rows.collect(), &[])), expected);
    }

    #[test]
    fn digits_have_a_place_of_their_own() {
        let page = Page::read(&drawing(vec![set("本年支出1,234.5万元。", 0.0, 10.0)], &[]));
        let Block::Line(fragments) = &page.blocks[0] else { panic!("a line, not {:?}", page.blocks) };
        let places: Vec<_> = fragments.iter().map(|f| (f.text.as_str(), f.area.map(|a| (a.left, a.right)))).collect();
        assert_eq!(places, [("本年支出", Some((0.0, 40.0))), ("1,234.5", Some((40.0, 75.0))), ("万元", Some((75.0, 95.0))), ("。", Some((95.0, 105.0)))]);
    }

    #[test]
    fn digits_in_a_cell_have_a_place_of_their_own() {
        let page = Page::read(&drawing(vec![set("项目", 2.0, 120.0), set("共12镇", 68.0, 120.0)], &TABLE));
        let Block::Grid(entries) = &page.blocks[0] else { panic!("a table, not {:?}", page.blocks) };
        let places: Vec<_> = entries[1].fragments.iter().map(|f| (f.text.as_str(), f.area.map(|a| (a.left, a.right)))).collect();
        assert_eq!(places, [("共", Some((68.0, 78.0))), ("12", Some((78.0, 88.0))), ("镇", Some((88.0, 98.0)))]);
    }
}
