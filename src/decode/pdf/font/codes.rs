//! How shown strings are cut into codes, and what the codes mean where the font has no table of its own.

use crate::decode::pdf::file::File;
use encoding_rs::{Encoding, BIG5, EUC_KR, GB18030, MACINTOSH, SHIFT_JIS, UTF_16BE, WINDOWS_1252};
use oxidize_pdf::parser::objects::{PdfDictionary, PdfObject};
use oxidize_pdf::text::cid_to_unicode::AdobeCidCollection;
use oxidize_pdf::text::glyph_name_to_unicode_sequence;
use std::collections::HashMap;

/// The flag of a font descriptor by which its letters are not those of the Latin alphabet.
const SYMBOLIC: i64 = 4;

/// How a string is cut into codes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Codes {
    /// One byte each.
    Single,
    /// Two bytes each.
    Double,
    /// UTF-16: two bytes, or four for a surrogate pair.
    Utf16,
    /// One byte, or two from this lead byte on.
    Mixed(u8),
}

/// What codes mean.
#[derive(Debug)]
pub(super) enum Meaning {
    /// The bytes are text in this encoding.
    Encoded(&'static Encoding),
    /// The code is the number of a glyph in a collection of Adobe.
    Collected(AdobeCidCollection),
    /// Single bytes in an encoding, but for those named here.
    Named(&'static Encoding, HashMap<u8, String>),
    /// The file does not tell.
    Unknown,
}

/// Predefined encodings of composite fonts by how their names start, with the encoding of their bytes.
static PREDEFINED: &[(&str, Codes, &Encoding)] = &[
    ("GBK2K", Codes::Mixed(0x81), GB18030),
    ("GB", Codes::Mixed(0x81), GB18030),
    ("B5pc", Codes::Mixed(0x81), BIG5),
    ("ETen", Codes::Mixed(0x81), BIG5),
    ("HKscs", Codes::Mixed(0x81), BIG5),
    ("KSC", Codes::Mixed(0x81), EUC_KR),
    ("90", Codes::Mixed(0x81), SHIFT_JIS),
];

/// How the strings of a composite font with a predefined encoding are read.
pub(super) fn predefined(name: &str, ordering: &str) -> (Codes, Meaning) {
    if name.starts_with("Uni") && name.contains("UTF16") {
        return (Codes::Utf16, Meaning::Encoded(UTF_16BE));
    }
    if name.starts_with("Uni") && name.contains("UCS2") {
        return (Codes::Double, Meaning::Encoded(UTF_16BE));
    }
    match PREDEFINED.iter().find(|(start, ..)| name.starts_with(start)) {
        Some((_, codes, encoding)) => (*codes, Meaning::Encoded(encoding)),
        None => (Codes::Double, Meaning::of_collection(ordering)),
    }
}

impl Codes {
    /// How many bytes the first code has.
    pub(super) fn length(self, text: &[u8]) -> usize {
        let first = text.first().copied().unwrap_or(0);
        match self {
            Codes::Single => 1,
            Codes::Double => 2,
            Codes::Utf16 if (0xd8..0xdc).contains(&first) => 4,
            Codes::Utf16 => 2,
            Codes::Mixed(lead) if first >= lead && first != 0xff => 2,
            Codes::Mixed(_) => 1,
        }
    }
}

impl Meaning {
    /// Of glyph numbers in a collection, by the name of the collection.
    pub(super) fn of_collection(ordering: &str) -> Self {
        AdobeCidCollection::from_ordering(ordering).map_or(Meaning::Unknown, Meaning::Collected)
    }

    /// Of the bytes of a simple font: its base encoding, and the glyph names that differ from it.
    ///
    /// The codes of a symbolic font that the file brings along without an encoding only number its glyphs: read as letters they would be
    /// text that nobody wrote.
    pub(super) fn simple(file: &File, font: &PdfDictionary) -> Self {
        if font.get("Encoding").is_none() && is_symbolic(file, font) {
            return Meaning::Unknown;
        }
        let mut base = None;
        let mut names = HashMap::new();
        match font.get("Encoding").and_then(|o| file.resolved(o)) {
            Some(PdfObject::Name(name)) => base = Some(name.as_str().to_owned()),
            Some(PdfObject::Dictionary(encoding)) => {
                base = encoding.get("BaseEncoding").and_then(PdfObject::as_name).map(|n| n.as_str().to_owned());
                names = encoding.get("Differences").map(|o| differences(file, o)).unwrap_or_default();
            }
            _ => {}
        }
        let encoding = if base.as_deref() == Some("MacRomanEncoding") { MACINTOSH } else { WINDOWS_1252 };
        Meaning::Named(encoding, names)
    }

    /// The characters of a code; `None` where the file does not tell.
    pub(super) fn of(&self, code: &[u8]) -> Option<String> {
        match self {
            Meaning::Encoded(encoding) => decoded(encoding, code),
            Meaning::Collected(collection) => collection.cid_to_unicode(number(code)?).map(String::from),
            Meaning::Named(encoding, names) => match names.get(code.first()?) {
                Some(name) => glyph_name_to_unicode_sequence(name),
                None => decoded(encoding, code),
            },
            Meaning::Unknown => None,
        }
    }
}

/// Whether the file holds the font and says that its letters are not those of the Latin alphabet.
fn is_symbolic(file: &File, font: &PdfDictionary) -> bool {
    let Some(descriptor) = font.get("FontDescriptor").and_then(|o| file.dictionary(o)) else { return false };
    let embedded = ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.contains_key(key));
    embedded && descriptor.get("Flags").and_then(PdfObject::as_integer).is_some_and(|flags| flags & SYMBOLIC != 0)
}

fn number(code: &[u8]) -> Option<u16> {
    match code {
        [one] => Some(u16::from(*one)),
        [high, low] => Some(u16::from_be_bytes([*high, *low])),
        _ => None,
    }
}

fn decoded(encoding: &'static Encoding, code: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(code)?;
    text.chars().any(|c| !c.is_control()).then(|| text.into_owned())
}

/// The glyph names of single codes: `[ 32 /space /exclam 65 /A ]`.
fn differences(file: &File, object: &PdfObject) -> HashMap<u8, String> {
    let resolved = file.resolved(object);
    let mut code = 0_i64;
    let mut names = HashMap::new();
    for entry in resolved.as_ref().and_then(PdfObject::as_array).map_or(&[][..], |a| &a.0) {
        match entry {
            PdfObject::Integer(start) => code = *start,
            PdfObject::Name(name) => {
                names.extend(u8::try_from(code).ok().map(|c| (c, name.as_str().to_owned())));
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::{predefined, Codes, Meaning};

    fn read(encoding: &str, ordering: &str, mut text: &[u8]) -> Vec<Option<String>> {
        let (codes, meaning) = predefined(encoding, ordering);
        let mut read = Vec::new();
        while !text.is_empty() {
            let (code, rest) = text.split_at(codes.length(text).min(text.len()));
            read.push(meaning.of(code));
            text = rest;
        }
        read
    }

    fn all(text: &str) -> Vec<Option<String>> {
        text.chars().map(|c| Some(c.to_string())).collect()
    }

    #[test]
    fn predefined_encodings_say_what_their_bytes_mean() {
        assert_eq!(read("GBK-EUC-H", "GB1", b"\xbe\xf6\xcb\xe312"), all("决算12"));
        assert_eq!(read("UniGB-UCS2-H", "GB1", b"\x51\xb3\x7b\x97\x00\x31"), all("决算1"));
        assert_eq!(read("UniGB-UTF16-H", "GB1", b"\xd8\x40\xdc\x00\x00\x31"), all("𠀀1"));
        assert_eq!(read("ETen-B5-H", "CNS1", b"\xa8\x4d1"), all("決1"));
    }

    #[test]
    fn glyph_numbers_of_a_collection_are_characters() {
        assert_eq!(read("Identity-H", "GB1", &[0, 18, 0x11, 0x94]), vec![Some("1".into()), Meaning::of_collection("GB1").of(&[0x11, 0x94])]);
        assert_eq!(read("Identity-H", "Identity", &[0, 18]), [None]);
    }

    #[test]
    fn a_code_that_is_cut_off_is_still_one_code() {
        assert_eq!((Codes::Double.length(&[1]), Codes::Mixed(0x81).length(&[0xbe]), Codes::Utf16.length(&[])), (2, 2, 2));
        assert_eq!(read("GBK-EUC-H", "GB1", b"1\xbe"), [Some("1".into()), None]);
    }
}
