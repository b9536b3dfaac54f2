//! The text of a page, line by line, with its tables as grids.

use super::super::composer::{CellPlace, Composer, Spot};
use super::furniture;
use super::line::Line;
use super::numbering::{is_numbered, List};
use super::page::{Page, Tag};
use super::table::{Placed, Table};
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::span::Span;

/// What becomes of navigation, tools and imprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Furniture {
    SetAside,
    Kept,
}

/// Writes a page down.
pub(super) fn write(page: &Page, furniture: Furniture, composer: &mut Composer) {
    let lists = Vec::new();
    let mut flow = Flow {
        page,
        furniture,
        composer,
        line: Line::default(),
        label: None,
        open: Vec::new(),
        lists,
        heading: None,
        hidden_to: 0,
        noted: true,
        line_hidden: false,
    };
    let mut at = 0;
    while at < page.nodes.len() {
        flow.leave(at);
        at = flow.visit(at);
    }
    flow.leave(page.nodes.len());
    flow.end_line();
}

#[derive(Debug)]
struct Flow<'a> {
    page: &'a Page<'a>,
    furniture: Furniture,
    composer: &'a mut Composer,
    line: Line,
    /// The label of the item that starts with the next line.
    label: Option<String>,
    /// The blocks that are open.
    open: Vec<usize>,
    lists: Vec<List>,
    /// The depth of the heading that is open.
    heading: Option<u8>,
    /// The number behind the hidden element that is open.
    hidden_to: usize,
    /// Whether that element has its remark.
    noted: bool,
    /// Whether the line holds text of that element.
    line_hidden: bool,
}

impl Flow<'_> {
    /// Closes the blocks that end before a node.
    fn leave(&mut self, at: usize) {
        while let Some(block) = self.open.last().copied().filter(|block| self.page.nodes[*block].end <= at) {
            self.end_line();
            self.open.pop();
            match self.page.nodes[block].tag {
                Tag::List | Tag::OrderedList => drop(self.lists.pop()),
                Tag::Heading(_) => self.heading = None,
                // A label whose item has no text is not shown beside the next one.
                Tag::Item => self.label = None,
                _ => {}
            }
        }
    }

    /// Writes a node; the number of the node to go on with.
    fn visit(&mut self, at: usize) -> usize {
        let node = &self.page.nodes[at];
        if node.tag.is_block() {
            self.end_line();
        }
        if self.is_left_out(at) {
            return node.end;
        }
        if node.hidden && node.holds.visible && at >= self.hidden_to {
            (self.hidden_to, self.noted) = (node.end, false);
        }
        part_fraction(&mut self.line, self.page, at);
        match node.tag {
            Tag::Text => self.text(at),
            Tag::LineBreak if self.heading.is_some() => self.line.part(),
            Tag::LineBreak => self.end_line(),
            Tag::Table => return self.table(at),
            tag if tag.is_block() => self.open_block(at),
            _ => {}
        }
        at + 1
    }

    fn is_left_out(&self, at: usize) -> bool {
        let node = &self.page.nodes[at];
        match node.tag {
            Tag::Deleted => true,
            Tag::Control => !node.holds.money && !node.holds.sentence,
            tag if tag.is_block() || node.hidden => self.furniture == Furniture::SetAside && furniture::is_furniture(self.page, at),
            _ => false,
        }
    }

    fn open_block(&mut self, at: usize) {
        self.end_line();
        let node = &self.page.nodes[at];
        match node.tag {
            Tag::List | Tag::OrderedList => self.lists.push(List::of(node)),
            Tag::Heading(level) => self.heading = Some(level),
            Tag::Item => self.label = self.lists.last_mut().and_then(|list| list.label(node)),
            _ => {}
        }
        self.open.push(at);
    }

    fn text(&mut self, at: usize) {
        let text = self.page.nodes[at].text;
        self.line_hidden |= at < self.hidden_to && self.page.nodes[at].holds.visible;
        if !self.page.nodes[at].preformatted {
            return self.line.push(text);
        }
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.end_line();
            }
            self.line.push_as_is(line.trim_end_matches('\r'));
        }
    }

    /// Writes the line down, unless it is empty or furniture.
    fn end_line(&mut self) {
        let text = self.line.take();
        let hidden = std::mem::take(&mut self.line_hidden);
        if text.trim().is_empty() {
            return;
        }
        // A line with a full stop is none, whatever its white space.
        if self.furniture == Furniture::SetAside && text.len() <= LONGEST_FURNITURE && !text.contains('。') {
            let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            if furniture::is_line_of_furniture(&bare) {
                return;
            }
        }
        let text = match self.label.take() {
            Some(label) if !is_numbered(&text) => label + text.trim_start(),
            _ => text,
        };
        let start = self.composer.len();
        match self.heading {
            Some(level) => self.composer.heading(level, &text),
            None => {
                self.composer.paragraph(&text);
            }
        }
        if hidden {
            self.note_hidden(Span::new(start, start + text.len()));
        }
    }

    fn note_hidden(&mut self, span: Span) {
        if !self.noted {
            self.noted = true;
            self.composer.note(DiagnosticCode::ContentHidden, Severity::Note, span, || "网页中设为不显示的内容，仍予读取".into());
        }
    }

    /// Writes a table of data; of one that lays out the page, the content is read as the rest of the page.
    fn table(&mut self, at: usize) -> usize {
        let table = Table::of(self.page, at);
        if table.is_layout(self.page, at) {
            self.open_block(at);
            return at + 1;
        }
        self.end_line();
        for caption in &table.captions {
            let text = cell_text(self.page, *caption);
            self.line.push_as_is(&text);
            self.end_line();
        }
        self.grid(&table.cells(self.page));
        self.page.nodes[at].end
    }

    fn grid(&mut self, cells: &[Placed]) {
        let start = self.composer.len();
        let mut hidden = false;
        self.composer.open_grid(None);
        for cell in cells.iter().filter(|c| !c.hidden || self.page.nodes[c.node].holds.visible) {
            let place = CellPlace { row: cell.row, column: cell.column, row_span: cell.row_span, column_span: cell.column_span, hidden: cell.hidden };
            hidden |= cell.hidden;
            if !self.composer.cell(place, &cell_text(self.page, cell.node), Spot::default()) {
                break;
            }
        }
        self.composer.close_grid();
        let span = Span::new(start, self.composer.len());
        if cells.first().is_some_and(|cell| cell.node < self.hidden_to) {
            self.note_hidden(span);
        }
        if hidden {
            self.composer.note(DiagnosticCode::ContentHidden, Severity::Note, span, || "表格中有设为不显示的行或单元格，仍予读取".into());
        }
    }
}

/// Bytes of the longest line that may be furniture.
const LONGEST_FURNITURE: usize = 2000;

/// The text of a cell, with its line ends; cells of a table in it are parted by blanks.
fn cell_text(page: &Page, cell: usize) -> String {
    let mut line = Line::default();
    let mut blocks: Vec<usize> = Vec::new();
    let mut at = cell + 1;
    while at < page.nodes[cell].end {
        while blocks.last().is_some_and(|block| page.nodes[*block].end <= at) {
            blocks.pop();
            line.end_line();
        }
        let node = &page.nodes[at];
        part_fraction(&mut line, page, at);
        match node.tag {
            Tag::Deleted | Tag::Control => {
                at = node.end;
                continue;
            }
            Tag::Text => set(&mut line, page, at),
            Tag::Cell => line.part(),
            Tag::LineBreak => line.end_line(),
            tag if tag.is_block() => {
                line.end_line();
                blocks.push(at);
            }
            _ => {}
        }
        at += 1;
    }
    line.take()
}

fn set(line: &mut Line, page: &Page, at: usize) {
    match page.nodes[at].preformatted {
        true => line.push_as_is(page.nodes[at].text),
        false => line.push(page.nodes[at].text),
    }
}

/// The bar of a fraction stands between its parts.
fn part_fraction(line: &mut Line, page: &Page, at: usize) {
    let fraction = page.nodes[at].parent.filter(|parent| page.nodes[*parent].tag == Tag::Fraction);
    if fraction.is_some_and(|fraction| at > fraction + 1) {
        line.push("/");
    }
}
