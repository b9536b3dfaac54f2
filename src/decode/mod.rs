//! Bytes to text: the only part that sees bytes, archives, XML and encodings. One file or folder a format.

#[cfg(any(feature = "doc", feature = "docx", feature = "html", feature = "pdf", feature = "sheet"))]
#[cfg_attr(not(feature = "full"), allow(dead_code, reason = "each format writes itself down with a part of it"))]
mod composer;
#[cfg(any(feature = "doc", feature = "sheet"))]
mod compound;
mod detect;
#[cfg(feature = "doc")]
mod doc;
#[cfg(feature = "docx")]
mod docx;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "sheet")]
mod sheet;
mod signature;
mod text;

use crate::error::Error;
use crate::source::{Content, Format, Source};
use encoding_rs::Encoding;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The largest file read by default: 256 MiB. The largest text report seen has 1 MB.
pub const DEFAULT_MAX_BYTES: usize = 256 << 20;

/// The largest limit that can be set: offsets inside the reader have 32 bits.
pub const GREATEST_MAX_BYTES: usize = 1 << 30;

/// How much the parts of an archive, the streams of a PDF or the sheets of a workbook may unpack to by default: 128 MiB.
pub const DEFAULT_MAX_EXPANDED_BYTES: usize = 128 << 20;

/// How deep elements and tables may nest by default; what lies deeper is read as text of its last ancestor.
pub const DEFAULT_MAX_DEPTH: usize = 256;

/// How many cells of tables are read by default: a million, some 160 MB beside the text.
pub const DEFAULT_MAX_CELLS: usize = 1_000_000;

/// How bytes become text.
#[derive(Debug, Clone)]
pub(crate) struct Decoding {
    pub(crate) encoding: Option<String>,
    pub(crate) max_bytes: usize,
    pub(crate) limits: Limits,
}

/// What a document may unpack to.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    /// Bytes of all unpacked parts together.
    pub(crate) expanded: usize,
    /// Nested elements, and nested tables.
    pub(crate) depth: usize,
    /// Cells of all tables together.
    pub(crate) cells: usize,
}

impl Default for Decoding {
    fn default() -> Self {
        let limits = Limits { expanded: DEFAULT_MAX_EXPANDED_BYTES, depth: DEFAULT_MAX_DEPTH, cells: DEFAULT_MAX_CELLS };
        Decoding { encoding: None, max_bytes: DEFAULT_MAX_BYTES, limits }
    }
}

/// What a decoder gives.
struct Decoded {
    text: String,
    /// The encoding by its WHATWG name.
    encoding: &'static str,
    content: Content,
}

/// The text of a report from its bytes.
///
/// # Errors
/// No visible text, too many bytes, a file of a format that is not read or not compiled in, a damaged or an encrypted file, or an
/// unknown encoding label.
pub(crate) fn decode(bytes: &[u8], decoding: &Decoding) -> Result<Source, Error> {
    if bytes.len() > decoding.max_bytes {
        return Err(Error::TooLarge { bytes: bytes.len(), limit: decoding.max_bytes });
    }
    let forced = decoding.encoding.as_deref().map(named).transpose()?;
    let format = detect::format(bytes)?;
    let decoded = match format {
        Format::Text => text::decode(bytes, forced)?,
        #[cfg(feature = "html")]
        Format::Html => html::decode(bytes, forced, decoding)?,
        #[cfg(feature = "docx")]
        Format::Docx => docx::decode(bytes, decoding)?,
        #[cfg(feature = "doc")]
        Format::Doc => doc::decode(bytes, decoding)?,
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::decode(bytes, decoding)?,
        #[cfg(feature = "sheet")]
        Format::Xlsx | Format::Xls | Format::Ods => sheet::decode(bytes, format, decoding)?,
        #[allow(unreachable_patterns, reason = "with all formats compiled in nothing is left")]
        other => return Err(missing(other)),
    };
    if decoded.text.chars().all(|c| c.is_whitespace() || c.is_control() || c == '\u{feff}') {
        return Err(Error::Empty { bytes: bytes.len() });
    }
    Ok(Source {
        text: decoded.text,
        format,
        encoding: decoded.encoding.to_owned(),
        bytes: bytes.len(),
        sha256: hexadecimal(&Sha256::digest(bytes)),
        content: decoded.content,
    })
}

/// The error for a format whose feature is not compiled in.
fn missing(format: Format) -> Error {
    let feature = match format {
        Format::Docx => "docx",
        Format::Html | Format::Text => "html",
        Format::Pdf => "pdf",
        Format::Doc => "doc",
        Format::Xlsx | Format::Xls | Format::Ods => "sheet",
    };
    Error::FeatureMissing { format: detect::name(format), feature }
}

fn named(label: &str) -> Result<&'static Encoding, Error> {
    Encoding::for_label(label.trim().as_bytes()).ok_or_else(|| Error::UnknownEncoding { name: label.to_owned() })
}

fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().fold(String::with_capacity(64), |mut out, byte| {
        write!(out, "{byte:02x}").expect("writing to a string does not fail");
        out
    })
}
