//! Files that are not read, told by their first bytes.

use crate::error::Error;
use crate::source::controls;
use crate::span::Span;

/// First bytes of what is met under a report's name and is none.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"PK\x05\x06", "an empty zip archive"),
    (b"{\\rtf", "an RTF document"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x1f\x8b\x08", "a gzip file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "an executable program"),
    (b"MZ\x90\0", "an executable program"),
    (b"RIFF", "a RIFF file (a WebP image, sound or film)"),
    (b"OggS", "an Ogg recording"),
];

/// The format the bytes are in, if it is one that is known and is not text.
pub(super) fn foreign_format(bytes: &[u8]) -> Option<&'static str> {
    SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, format)| *format)
}

/// Bytes looked at for control characters.
const SAMPLE: usize = 64 << 10;

/// A text with more control characters than one in this many is no text: damaged downloads seen have a handful.
const CONTROLS_ALLOWED: usize = 20;

/// Refuses text that is really binary data: every one-byte value decodes to something.
pub(super) fn refuse_binary(text: &str) -> Result<(), Error> {
    let sample = &text.as_bytes()[..text.len().min(SAMPLE)];
    let count = controls(sample).count();
    if count == 0 {
        return Ok(());
    }
    let visible = sample.len() - sample.iter().filter(|b| **b < 0x20).count();
    if count * CONTROLS_ALLOWED <= visible {
        return Ok(());
    }
    let first = controls(sample).next().unwrap_or(0);
    Err(Error::Binary { controls: count, sampled: sample.len(), at: Span::new(first, first + 1) })
}
