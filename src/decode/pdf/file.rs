//! The file as such: its objects, its packed streams, its pages. The only part that asks the foreign parser.

use crate::decode::pdf::font::{Font, SharedFont};
use crate::decode::pdf::FORMAT;
use crate::error::Error;
use oxidize_pdf::parser::objects::{PdfDictionary, PdfObject, PdfStream};
use oxidize_pdf::parser::{ParseError, ParseOptions, ParsedPage, PdfDocument, PdfReader};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::io::Cursor;
use std::rc::Rc;

/// How many references are followed from one object to the next.
const MAX_REFERENCES: usize = 16;

/// An open document.
pub(super) struct File {
    document: PdfDocument<Cursor<Vec<u8>>>,
    /// How many bytes the streams may still unpack to.
    left: Cell<usize>,
    fonts: RefCell<HashMap<(u32, u16), SharedFont>>,
}

/// What a packed stream holds.
#[derive(Debug, Default)]
pub(super) struct Unpacked {
    pub(super) bytes: Vec<u8>,
    /// What kept the rest from being read; `None` if all was.
    pub(super) lost: Option<Loss>,
}

/// Why a part of a stream is missing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Loss {
    Damaged,
    Limit,
}

impl File {
    /// Opens the document, with the empty password if it has one.
    ///
    /// # Errors
    /// Encrypted with another password, or not to be made out.
    pub(super) fn open(bytes: Vec<u8>, expanded: usize) -> Result<Self, Error> {
        let mut reader = PdfReader::new_with_options(Cursor::new(bytes), ParseOptions::lenient()).map_err(unreadable)?;
        if reader.is_encrypted() && !reader.is_unlocked() && !reader.try_empty_password().map_err(unreadable)? {
            return Err(Error::Encrypted { format: FORMAT });
        }
        let document = PdfDocument::new(reader);
        Ok(File { document, left: Cell::new(expanded), fonts: RefCell::default() })
    }

    /// How many pages the document has.
    ///
    /// # Errors
    /// The tree of pages cannot be read.
    pub(super) fn pages(&self) -> Result<u32, Error> {
        self.document.page_count().map_err(unreadable)
    }

    /// The title among the properties of the document.
    pub(super) fn title(&self) -> Option<String> {
        let title = self.document.metadata().ok()?.title?;
        let title: String = title.chars().filter(|c| !c.is_control()).collect();
        Some(title.trim().to_owned()).filter(|t| !t.is_empty())
    }

    /// A page by its number from 0.
    pub(super) fn page(&self, index: u32) -> Result<ParsedPage, String> {
        self.document.get_page(index).map_err(|e| e.to_string())
    }

    /// The resources of a page, its own or those of the tree above it.
    pub(super) fn resources(&self, page: &ParsedPage) -> PdfDictionary {
        let own = page.dict.get("Resources").and_then(|o| self.dictionary(o));
        own.or_else(|| page.get_resources().cloned()).unwrap_or_default()
    }

    /// The streams that draw a page.
    pub(super) fn contents(&self, page: &ParsedPage) -> Vec<PdfStream> {
        let mut streams = Vec::new();
        match page.dict.get("Contents").and_then(|o| self.resolved(o)) {
            Some(PdfObject::Stream(stream)) => streams.push(stream),
            Some(PdfObject::Array(parts)) => streams.extend(parts.0.iter().filter_map(|o| match self.resolved(o) {
                Some(PdfObject::Stream(stream)) => Some(stream),
                _ => None,
            })),
            _ => {}
        }
        streams
    }

    /// The object itself, behind any references; `None` if it is not there.
    pub(super) fn resolved(&self, object: &PdfObject) -> Option<PdfObject> {
        let mut object = match object {
            PdfObject::Reference(..) => self.document.resolve(object).ok()?,
            other => return Some(other.clone()),
        };
        for _ in 0..MAX_REFERENCES {
            match object {
                PdfObject::Reference(..) => object = self.document.resolve(&object).ok()?,
                other => return Some(other),
            }
        }
        None
    }

    /// The dictionary, or that of a stream.
    pub(super) fn dictionary(&self, object: &PdfObject) -> Option<PdfDictionary> {
        match self.resolved(object)? {
            PdfObject::Dictionary(dictionary) => Some(dictionary),
            PdfObject::Stream(stream) => Some(stream.dict),
            _ => None,
        }
    }

    /// The value of a finite number.
    pub(super) fn number(&self, object: &PdfObject) -> Option<f64> {
        let value = match object {
            PdfObject::Reference(..) => self.resolved(object)?.as_real(),
            direct => direct.as_real(),
        };
        value.filter(|v| v.is_finite())
    }

    /// The numbers of an array of this length.
    pub(super) fn numbers<const N: usize>(&self, object: &PdfObject) -> Option<[f64; N]> {
        let resolved = self.resolved(object)?;
        let values: Option<Vec<f64>> = resolved.as_array()?.0.iter().map(|o| self.number(o)).collect();
        values?.try_into().ok()
    }

    /// The text of a name or a string of ASCII.
    pub(super) fn text(&self, object: &PdfObject) -> Option<String> {
        match self.resolved(object)? {
            PdfObject::Name(name) => Some(name.as_str().to_owned()),
            PdfObject::String(text) => Some(String::from_utf8_lossy(text.as_bytes()).into_owned()),
            _ => None,
        }
    }

    /// What a stream holds, as far as it can be unpacked and no limit is passed.
    pub(super) fn unpacked(&self, stream: &PdfStream, limit: usize) -> Unpacked {
        let limit = limit.min(self.left.get());
        let unpacked = match self.document.decode_stream_with_limit(stream, limit) {
            Ok(bytes) => Unpacked { bytes, lost: None },
            Err(_) => super::packed::as_far_as_possible(stream, limit),
        };
        self.left.set(self.left.get() - unpacked.bytes.len().min(self.left.get()));
        unpacked
    }

    /// The font that an entry of the resources names; one that stands apart is read once for all pages.
    pub(super) fn font(&self, object: &PdfObject) -> SharedFont {
        let Some(key) = object.as_reference() else { return self.read_font(object) };
        if let Some(known) = self.fonts.borrow().get(&key) {
            return Rc::clone(known);
        }
        let font = self.read_font(object);
        self.fonts.borrow_mut().insert(key, Rc::clone(&font));
        font
    }

    fn read_font(&self, object: &PdfObject) -> SharedFont {
        let font = self.dictionary(object).map_or_else(Font::missing, |dictionary| Font::read(self, &dictionary));
        Rc::new(RefCell::new(font))
    }
}

fn unreadable(error: ParseError) -> Error {
    match error {
        ParseError::WrongPassword | ParseError::EncryptionNotSupported => Error::Encrypted { format: FORMAT },
        other => Error::Damaged { format: FORMAT, reason: other.to_string().replace('\n', " ") },
    }
}
