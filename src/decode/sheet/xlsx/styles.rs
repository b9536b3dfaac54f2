//! The number formats of a workbook.

use crate::decode::sheet::markup;
use crate::decode::sheet::number_format::{builtin, NumberFormat};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// Number formats by the style of a cell.
#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: Vec<NumberFormat>,
    /// Which format a style has.
    of_style: Vec<usize>,
}

/// Styles that are kept at most: the programs themselves keep 65,490.
const MOST_STYLES: usize = 1 << 17;

impl Styles {
    pub(super) fn read(xml: &str) -> Self {
        let mut codes: HashMap<u16, String> = HashMap::new();
        let mut numbers: Vec<u16> = Vec::new();
        let mut reader = markup::reader(xml);
        let mut in_cells = false;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(e) if e.local_name().as_ref() == b"cellXfs" => in_cells = true,
                Event::End(e) if e.local_name().as_ref() == b"cellXfs" => break,
                Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                    b"numFmt" => codes.extend(custom(&e)),
                    b"xf" if in_cells && numbers.len() < MOST_STYLES => numbers.push(markup::number(&e, b"numFmtId").unwrap_or(0)),
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        Styles::of(&numbers, &codes)
    }

    fn of(numbers: &[u16], codes: &HashMap<u16, String>) -> Self {
        let mut styles = Styles::default();
        let mut known: HashMap<u16, usize> = HashMap::new();
        for number in numbers {
            let at = *known.entry(*number).or_insert_with(|| {
                styles.formats.push(NumberFormat::parse(codes.get(number).map_or(builtin(*number), String::as_str)));
                styles.formats.len() - 1
            });
            styles.of_style.push(at);
        }
        styles
    }

    /// The format of a style; `None` for a style that is not listed.
    pub(super) fn format(&self, style: usize) -> Option<&NumberFormat> {
        self.of_style.get(style).map(|at| &self.formats[*at])
    }
}

fn custom(element: &BytesStart) -> Option<(u16, String)> {
    Some((markup::number(element, b"numFmtId")?, markup::attribute(element, b"formatCode")?.into_owned()))
}
