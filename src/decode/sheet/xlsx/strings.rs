//! The strings that cells of a workbook share.

use crate::decode::sheet::archive::Part;
use crate::decode::sheet::markup;
use quick_xml::events::Event;

/// Shared strings by number.
#[derive(Debug, Default)]
pub(super) struct SharedStrings {
    text: String,
    ends: Vec<usize>,
    /// Whether their part ended before its end.
    pub(super) torn: bool,
}

impl SharedStrings {
    pub(super) fn read(part: &Part) -> Self {
        let mut strings = SharedStrings { torn: true, ..SharedStrings::default() };
        let mut reader = markup::reader(&part.text);
        let mut run = Run::default();
        while let Ok(event) = reader.read_event() {
            match &event {
                Event::End(e) if e.local_name().as_ref() == b"si" => strings.end(&mut run),
                Event::Empty(e) if e.local_name().as_ref() == b"si" => strings.ends.push(strings.text.len()),
                Event::End(e) if e.local_name().as_ref() == b"sst" => strings.torn = part.torn,
                Event::Empty(e) if e.local_name().as_ref() == b"sst" => strings.torn = part.torn,
                Event::Eof => break,
                event => run.take(event),
            }
        }
        strings
    }

    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let start = if number == 0 { 0 } else { *self.ends.get(number - 1)? };
        Some(&self.text[start..*self.ends.get(number)?])
    }

    fn end(&mut self, run: &mut Run) {
        self.text.push_str(run.text());
        self.ends.push(self.text.len());
        run.clear();
    }
}

/// The runs of a rich text as they come: `t` elements, but for those that say how it is pronounced.
#[derive(Debug, Default)]
pub(super) struct Run {
    text: String,
    decoded: String,
    open: bool,
    phonetic: bool,
}

impl Run {
    pub(super) fn take(&mut self, event: &Event) {
        match event {
            Event::Start(e) => match e.local_name().as_ref() {
                b"t" => self.open = true,
                b"rPh" => self.phonetic = true,
                _ => {}
            },
            Event::End(e) => self.end(e.local_name().as_ref()),
            event if self.open && !self.phonetic => markup::push_characters(event, &mut self.text),
            _ => {}
        }
    }

    pub(super) fn end(&mut self, name: &[u8]) {
        match name {
            b"t" => self.open = false,
            b"rPh" => self.phonetic = false,
            _ => {}
        }
    }

    pub(super) fn text(&mut self) -> &str {
        if !self.text.contains("_x") {
            return &self.text;
        }
        self.decoded = unescaped(&self.text);
        &self.decoded
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.open = false;
        self.phonetic = false;
    }
}

/// `_x000D_` is the character of that number.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        match code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                out.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn characters_that_xml_cannot_hold_are_written_by_number() {
        assert_eq!(unescaped("青溪县_x000D_水利局_x5F_x"), "青溪县\r水利局_x5F_x");
    }
}
