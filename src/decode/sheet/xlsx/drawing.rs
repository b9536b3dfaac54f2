//! The text of boxes that are drawn over the cells of a sheet.

use super::strings::Run;
use crate::decode::sheet::markup;
use crate::decode::sheet::workbook::{Budget, Sheet};
use quick_xml::events::Event;

/// Reads the paragraphs of a drawing.
pub(super) fn read(xml: &str, budget: &mut Budget, sheet: &mut Sheet) {
    let mut reader = markup::reader(xml);
    let mut run = Run::default();
    while let Ok(event) = reader.read_event() {
        match &event {
            Event::End(e) if e.local_name().as_ref() == b"p" => {
                sheet.draw(run.text(), budget);
                run.clear();
            }
            Event::Eof => break,
            event => run.take(event),
        }
    }
}
