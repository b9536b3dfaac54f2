//! Bytes to text: the only part that sees bytes and encodings.

mod signature;
mod text;

use crate::error::Error;
use crate::source::{Format, Source};
use encoding_rs::Encoding;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The largest file read by default: 256 MiB. The largest text report seen has 1 MB.
pub const DEFAULT_MAX_BYTES: usize = 256 << 20;

/// The largest limit that can be set: offsets inside the reader have 32 bits.
pub const GREATEST_MAX_BYTES: usize = 1 << 30;

/// How bytes become text.
#[derive(Debug, Clone)]
pub(crate) struct Decoding {
    pub(crate) encoding: Option<String>,
    pub(crate) max_bytes: usize,
}

/// The text of a report from its bytes.
///
/// # Errors
/// No visible text, too many bytes, a file of another format, or an unknown encoding label.
pub(crate) fn decode(bytes: &[u8], decoding: &Decoding) -> Result<Source, Error> {
    if bytes.len() > decoding.max_bytes {
        return Err(Error::TooLarge { bytes: bytes.len(), limit: decoding.max_bytes });
    }
    let forced = decoding.encoding.as_deref().map(named).transpose()?;
    if let Some(format) = signature::foreign_format(bytes) {
        return Err(Error::UnsupportedFormat { format });
    }
    let decoded = text::decode(bytes, forced);
    if decoded.text.chars().all(|c| c.is_whitespace() || c.is_control() || c == '\u{feff}') {
        return Err(Error::Empty { bytes: bytes.len() });
    }
    signature::refuse_binary(&decoded.text)?;
    Ok(Source {
        text: decoded.text,
        format: Format::Text,
        encoding: decoded.encoding.name().to_owned(),
        bytes: bytes.len(),
        sha256: hexadecimal(&Sha256::digest(bytes)),
        repaired: decoded.repaired,
    })
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
