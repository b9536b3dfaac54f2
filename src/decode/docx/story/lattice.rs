//! Tables where they stand in the walk: what opens and closes them, their rows and their cells.

use super::{Flow, Story};
use crate::decode::docx::element::Element;
use crate::decode::docx::matter::Item;
use crate::decode::docx::styles::is_on;
use crate::decode::docx::table::{Merge, OpenTable};
use crate::decode::docx::writing;
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::span::Span;

impl Story<'_> {
    /// What a row or a cell says of its place on the lattice.
    pub(super) fn lattice_property(&mut self, element: Element, value: Option<&str>) {
        // The properties of a row stand in the flow of its table, those of a cell in the flow of the cell itself.
        let up = usize::from(!matches!(element, Element::GridBefore | Element::RowHidden));
        if self.too_deep > 0 {
            return;
        }
        let Some(table) = self.flows.iter_mut().rev().nth(up).and_then(|flow| flow.table.as_mut()) else { return };
        let number = value.and_then(|v| v.parse::<usize>().ok());
        let merge = if value == Some("restart") { Merge::Restart } else { Merge::Continue };
        match element {
            Element::GridBefore => table.skip_columns(number.unwrap_or(0)),
            Element::RowHidden if value.is_none_or(is_on) => table.hide_row(),
            Element::GridSpan => table.change_cell(|cell| cell.span = number.unwrap_or(1)),
            Element::VerticalMerge => table.change_cell(|cell| cell.vertical = merge),
            Element::HorizontalMerge => table.change_cell(|cell| cell.horizontal = merge),
            _ => {}
        }
    }

    /// Changes the table that stands in the flow.
    pub(super) fn with_table(&mut self, change: impl FnOnce(&mut OpenTable)) {
        if self.too_deep == 0 {
            if let Some(table) = &mut self.flow().table {
                change(table);
            }
        }
    }

    /// Opens a table, a row or a cell; a row outside of a table and a cell outside of a row are looked through.
    pub(super) fn open_lattice(&mut self, element: Element) -> Element {
        match element {
            Element::Table => self.open_table(),
            _ if self.too_deep > 0 => Element::Other,
            _ if self.knowledge.cells == 0 => self.refuse_cell(),
            Element::Row if self.flow().table.is_some() => {
                self.knowledge.cells -= 1;
                self.with_table(OpenTable::open_row);
                Element::Row
            }
            Element::Cell if self.flow().table.as_ref().is_some_and(OpenTable::has_row) => {
                self.knowledge.cells -= 1;
                self.with_table(OpenTable::open_cell);
                self.flows.push(Flow::default());
                Element::Cell
            }
            _ => Element::Other,
        }
    }

    /// Behind the last row or cell that the limit allows none is read.
    fn refuse_cell(&mut self) -> Element {
        let at = self.composer.len();
        let message = || "表格的行和单元格超过上限，此处未读取".to_owned();
        self.composer.note(DiagnosticCode::LimitReached, Severity::Error, Span::new(at, at), message);
        Element::Skipped
    }

    /// Opens a table; one that nests too deep is looked through.
    pub(super) fn open_table(&mut self) -> Element {
        self.close_paragraph();
        self.flush_carried();
        self.fields.end_contents();
        if self.too_deep > 0 || self.flow().table.is_some() || self.flows.len() > self.knowledge.depth {
            if self.too_deep == 0 && self.flow().table.is_none() {
                let at = self.composer.len();
                let depth = self.knowledge.depth;
                let message = || format!("表格嵌套超过{depth}层，更深的只读其文字");
                self.composer.note(DiagnosticCode::LimitReached, Severity::Warning, Span::new(at, at), message);
            }
            self.too_deep += 1;
            return Element::TooDeep;
        }
        self.flow().table = Some(OpenTable::default());
        Element::Table
    }

    /// Hands the text of the cell to its table.
    pub(super) fn close_cell(&mut self) {
        if let Some(matter) = self.close_flow() {
            self.with_table(|table| table.close_cell(matter));
        }
    }

    /// Writes the table down, or keeps it with the text that it stands in.
    pub(super) fn close_table(&mut self) {
        self.close_paragraph();
        let Some(table) = self.flow().table.take() else { return };
        let table = table.close();
        if self.flows.len() == 1 && !self.holds_notes {
            writing::table(self.composer, table);
        } else {
            self.flow().matter.push(Item::Table(Box::new(table)));
        }
    }
}
