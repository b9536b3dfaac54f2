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
    let signature = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, format)| *format);
    signature.or_else(|| is_bitmap(bytes).then_some("a BMP image"))
}

/// Whether the bytes start as a bitmap does: `BM`, the size, four reserved bytes that are 0, and behind the offset of the pixels the
/// length of a second header, of which there are seven. Text may start with `BM` too.
fn is_bitmap(bytes: &[u8]) -> bool {
    const HEADERS: [u32; 7] = [12, 40, 52, 56, 64, 108, 124];
    let Some(head) = bytes.first_chunk::<18>().filter(|head| head.starts_with(b"BM")) else { return false };
    let header = u32::from_le_bytes([head[14], head[15], head[16], head[17]]);
    head[6..10] == [0; 4] && HEADERS.contains(&header)
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

#[cfg(test)]
mod tests {
    use super::foreign_format;

    #[test]
    fn a_bitmap_is_told_by_its_two_headers() {
        let bitmap = [b"BM\x36\x30\x00\x00\0\0\0\0\x36\0\0\0\x28\0\0\0".as_slice(), &[0; 40]].concat();
        assert_eq!(foreign_format(&bitmap), Some("a BMP image"));
        assert_eq!(foreign_format("BMI指数项目2021年支出12.30万元".as_bytes()), None);
        assert_eq!(foreign_format(b"BM"), None);
    }
}
