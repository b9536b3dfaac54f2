//! What the codes of a font mean and how wide its glyphs are.

mod codes;
mod widths;

use super::file::File;
use codes::{Codes, Meaning};
use oxidize_pdf::parser::objects::{PdfDictionary, PdfObject};
use oxidize_pdf::text::cmap::CMap;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use widths::Widths;

/// The most bytes of a table that gives codes their characters; the largest seen has 60 KB.
const MAX_CMAP_BYTES: usize = 4 << 20;

/// A font that several pages draw with.
pub(super) type SharedFont = Rc<RefCell<Font>>;

/// A font of the document.
#[derive(Debug)]
pub(super) struct Font {
    codes: Codes,
    meaning: Meaning,
    to_unicode: Option<CMap>,
    widths: Widths,
    shapes: HashMap<u32, Shape>,
}

/// A glyph of a font.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shape {
    /// The characters it stands for; U+FFFD where the file does not tell.
    pub(super) text: String,
    /// How far it moves the pen, for a font of size 1.
    pub(super) advance: f64,
    /// Whether it is the single byte 32, that word spacing applies to.
    pub(super) is_space: bool,
}

impl Font {
    /// The font that a dictionary of the resources describes.
    pub(super) fn read(file: &File, font: &PdfDictionary) -> Font {
        let to_unicode = font.get("ToUnicode").and_then(|o| cmap(file, o));
        if font.get("Subtype").and_then(PdfObject::as_name).is_some_and(|n| n.as_str() == "Type0") {
            return Font::composite(file, font, to_unicode);
        }
        Font { codes: Codes::Single, meaning: Meaning::simple(file, font), to_unicode, widths: Widths::simple(file, font), shapes: HashMap::new() }
    }

    /// The font for text that names none that the page has: its codes mean nothing.
    pub(super) fn missing() -> Font {
        Font { codes: Codes::Single, meaning: Meaning::Unknown, to_unicode: None, widths: Widths::even(0.5), shapes: HashMap::new() }
    }

    /// The glyphs that a shown string draws.
    pub(super) fn shapes<'a>(&'a mut self, text: &'a [u8]) -> Shapes<'a> {
        Shapes { font: self, rest: text }
    }

    fn composite(file: &File, font: &PdfDictionary, to_unicode: Option<CMap>) -> Font {
        let descendant = descendant(file, font);
        let ordering = descendant.get("CIDSystemInfo").and_then(|o| file.dictionary(o));
        let ordering = ordering.and_then(|info| file.text(info.get("Ordering")?)).unwrap_or_default();
        let encoding = font.get("Encoding").and_then(|o| file.resolved(o));
        let (codes, meaning) = match encoding {
            Some(PdfObject::Name(name)) => codes::predefined(name.as_str(), &ordering),
            Some(PdfObject::Stream(_)) => (embedded_codes(file, font), Meaning::of_collection(&ordering)),
            _ => (Codes::Double, Meaning::of_collection(&ordering)),
        };
        let widths = Widths::composite(file, &descendant, &meaning);
        Font { codes, meaning, to_unicode, widths, shapes: HashMap::new() }
    }

    fn shape(&mut self, code: &[u8]) -> &Shape {
        let key = code.iter().fold(code.len() as u32, |key, b| key << 8 | u32::from(*b));
        if !self.shapes.contains_key(&key) {
            let shape = self.drawn(code);
            self.shapes.insert(key, shape);
        }
        &self.shapes[&key]
    }

    fn drawn(&self, code: &[u8]) -> Shape {
        let told = self.to_unicode.as_ref().and_then(|cmap| told(cmap, code));
        let text = told.or_else(|| self.meaning.of(code)).unwrap_or_else(|| '\u{fffd}'.to_string());
        let value = code.iter().fold(0_u32, |value, b| value << 8 | u32::from(*b));
        let advance = self.widths.of(value, &text);
        Shape { text, advance, is_space: code == b" " }
    }
}

/// The glyphs of a shown string, in order.
#[derive(Debug)]
pub(super) struct Shapes<'a> {
    font: &'a mut Font,
    rest: &'a [u8],
}

impl Shapes<'_> {
    pub(super) fn next(&mut self) -> Option<&Shape> {
        if self.rest.is_empty() {
            return None;
        }
        let length = self.font.codes.length(self.rest).clamp(1, self.rest.len().min(4));
        let (code, rest) = self.rest.split_at(length);
        self.rest = rest;
        Some(self.font.shape(code))
    }
}

/// The characters that the table of the font gives a code; `None` where it gives none, or a blank value.
fn told(cmap: &CMap, code: &[u8]) -> Option<String> {
    let text = cmap.to_unicode(&cmap.map(code)?)?;
    let says_something = text.chars().any(|c| c != '\0' && c != '\u{fffd}');
    says_something.then_some(text)
}

fn descendant(file: &File, font: &PdfDictionary) -> PdfDictionary {
    let fonts = font.get("DescendantFonts").and_then(|o| file.resolved(o));
    let first = fonts.as_ref().and_then(PdfObject::as_array).and_then(|fonts| fonts.get(0));
    first.and_then(|o| file.dictionary(o)).unwrap_or_default()
}

fn cmap(file: &File, object: &PdfObject) -> Option<CMap> {
    let Some(PdfObject::Stream(stream)) = file.resolved(object) else { return None };
    CMap::parse(&file.unpacked(&stream, MAX_CMAP_BYTES).bytes).ok()
}

/// How an encoding that the file brings along cuts its strings; its codes are taken as glyph numbers.
fn embedded_codes(file: &File, font: &PdfDictionary) -> Codes {
    let ranges = font.get("Encoding").and_then(|o| cmap(file, o)).map(|c| c.codespace_ranges).unwrap_or_default();
    let single = !ranges.is_empty() && ranges.iter().all(|r| r.start.len() == 1);
    if single {
        Codes::Single
    } else {
        Codes::Double
    }
}
