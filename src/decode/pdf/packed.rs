//! Packed streams before the foreign parser meets them: how much they unpack to, how deep they nest, and what is left of a damaged one.

use super::file::{Loss, Unpacked};
use super::FORMAT;
use crate::error::Error;
use flate2::{Decompress, FlushDecompress, Status};
use memchr::memmem;
use oxidize_pdf::parser::objects::{PdfObject, PdfStream};

/// How deep arrays and dictionaries may nest; the deepest seen is 7. The foreign parser descends without a limit of its own, and this is
/// what its stack holds. It is not lower because brackets are counted in binary data too, where chance alone opens some hundreds.
const MAX_NESTING: usize = 10_000;

/// After this many bytes it is told how far a stream will unpack: a bomb need not be unpacked to the end. The largest contents of a
/// page have 2 MB.
const TELLING: usize = 16 << 20;

/// How far before its data the dictionary of a stream is looked for.
const DICTIONARY_REACH: usize = 1024;

/// Whether the file can be given to the foreign parser, which unpacks tables of objects whole and descends without a limit.
///
/// All streams are unpacked once and measured, piece by piece, except images, which nothing unpacks.
///
/// # Errors
/// The streams unpack to more than `expanded` bytes, or objects nest deeper than any document's.
pub(super) fn check(bytes: &[u8], expanded: usize) -> Result<(), Error> {
    let mut left = expanded;
    let mut at = 0;
    while let Some(found) = memmem::find(&bytes[at..], b"stream") {
        let keyword = at + found;
        Nesting::default().check(&bytes[at..keyword])?;
        at = keyword + b"stream".len();
        if bytes[..keyword].ends_with(b"end") {
            continue;
        }
        let data = after_line_end(&bytes[at..]);
        if is_packed(data) && !is_image(&bytes[keyword.saturating_sub(DICTIONARY_REACH)..keyword]) {
            let end = memmem::find(data, b"endstream").unwrap_or(data.len());
            at += measure(&data[..end], &mut left, expanded)?;
        } else {
            at += memmem::find(&bytes[at..], b"endstream").unwrap_or(0);
        }
    }
    Nesting::default().check(&bytes[at..])
}

/// What can be unpacked of a stream that is damaged or passes the limit; only Flate is tried, as all text seen is packed so.
pub(super) fn as_far_as_possible(stream: &PdfStream, limit: usize) -> Unpacked {
    let filter = stream.dict.get("Filter");
    let single = match filter {
        Some(PdfObject::Array(filters)) if filters.len() == 1 => filters.get(0),
        other => other,
    };
    let is_flate = single.and_then(PdfObject::as_name).is_some_and(|n| matches!(n.as_str(), "FlateDecode" | "Fl"));
    if !is_flate || stream.dict.get("DecodeParms").is_some() {
        return Unpacked { bytes: Vec::new(), lost: Some(Loss::Damaged) };
    }
    let mut bytes = Vec::new();
    let mut passed = false;
    inflate(&stream.data, |piece, _| {
        let room = limit - bytes.len();
        bytes.extend_from_slice(&piece[..piece.len().min(room)]);
        passed = piece.len() > room;
        !passed
    });
    Unpacked { bytes, lost: Some(if passed { Loss::Limit } else { Loss::Damaged }) }
}

/// How many packed bytes the stream has; what it unpacks to is taken from `left`.
fn measure(data: &[u8], left: &mut usize, expanded: usize) -> Result<usize, Error> {
    let mut depth = Nesting::default();
    let mut outcome = Ok(());
    let mut unpacked = 0;
    let read = inflate(data, |piece, read| {
        unpacked += piece.len();
        let goes_on_so = unpacked > TELLING && unpacked / read * data.len() > *left + unpacked;
        outcome = match left.checked_sub(piece.len()).filter(|_| !goes_on_so) {
            Some(rest) => {
                *left = rest;
                depth.check(piece)
            }
            None => Err(Error::ExpandsTooFar { format: FORMAT, limit: expanded }),
        };
        outcome.is_ok()
    });
    outcome.map(|()| read)
}

/// Unpacks zlib data piece by piece until it ends, is damaged, or `take` declines, that is told how much was read for it; gives the
/// number of packed bytes read.
fn inflate(data: &[u8], mut take: impl FnMut(&[u8], usize) -> bool) -> usize {
    let mut inflater = Decompress::new(true);
    let mut piece = vec![0; 1 << 16];
    loop {
        let (read, written) = (inflater.total_in(), inflater.total_out());
        let status = inflater.decompress(&data[read as usize..], &mut piece, FlushDecompress::None);
        let got = (inflater.total_out() - written) as usize;
        let stopped = got > 0 && !take(&piece[..got], (inflater.total_in() as usize).max(1));
        let stuck = got == 0 && inflater.total_in() == read;
        if stopped || stuck || !matches!(status, Ok(Status::Ok)) {
            return inflater.total_in() as usize;
        }
    }
}

/// How deep brackets are open, with no regard to what they enclose.
#[derive(Debug, Default)]
struct Nesting {
    open: usize,
}

impl Nesting {
    fn check(&mut self, bytes: &[u8]) -> Result<(), Error> {
        if memchr::memchr2(b'[', b'<', bytes).is_none() {
            return Ok(());
        }
        let mut angle = None;
        for (at, &b) in bytes.iter().enumerate() {
            let doubled = angle == Some((at, b));
            angle = (matches!(b, b'<' | b'>') && !doubled).then_some((at + 1, b));
            match b {
                b'[' => self.open += 1,
                b'<' if doubled => self.open += 1,
                b']' => self.open = self.open.saturating_sub(1),
                b'>' if doubled => self.open = self.open.saturating_sub(1),
                _ => {}
            }
            if self.open > MAX_NESTING {
                return Err(Error::Damaged { format: FORMAT, reason: format!("objects nest deeper than {MAX_NESTING}, expected a page tree") });
            }
        }
        Ok(())
    }
}

fn after_line_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\r").unwrap_or(bytes);
    bytes.strip_prefix(b"\n").unwrap_or(bytes)
}

/// Whether the data begins as zlib does: deflate, and a check sum of its two first bytes.
fn is_packed(data: &[u8]) -> bool {
    matches!(data, [method, flags, ..] if method & 0x0f == 8 && u16::from_be_bytes([*method, *flags]) % 31 == 0)
}

/// Whether the dictionary that ends here is that of an image.
fn is_image(before: &[u8]) -> bool {
    let start = memmem::rfind(before, b" obj").unwrap_or(0);
    memmem::find(&before[start..], b"/Image").is_some()
}

#[cfg(test)]
mod tests {
    use super::{check, MAX_NESTING};
    use crate::error::Error;
    use flate2::{write::ZlibEncoder, Compression};
    use std::io::Write;

    fn file(dictionary: &str, unpacked: usize) -> Vec<u8> {
        let mut file = format!("%PDF-1.5\n1 0 obj\n<<{dictionary}>>\nstream\r\n").into_bytes();
        let mut packer = ZlibEncoder::new(&mut file, Compression::best());
        packer.write_all(&vec![b' '; unpacked]).expect("writing to memory does not fail");
        packer.finish().expect("writing to memory does not fail");
        file.extend_from_slice(b"\nendstream\nendobj\n");
        file
    }

    #[test]
    fn streams_that_unpack_too_far_are_refused_before_they_are_read() {
        let twice = [file("/Type/ObjStm", 600_000), file("", 600_000)].concat();
        assert_eq!(check(&twice, 1_200_000), Ok(()));
        assert_eq!(check(&twice, 1_199_999), Err(Error::ExpandsTooFar { format: "a PDF document", limit: 1_199_999 }));
    }

    #[test]
    fn images_are_never_unpacked_and_so_not_measured() {
        assert_eq!(check(&file("/Subtype/Image", 600_000), 1000), Ok(()));
    }

    #[test]
    fn objects_that_nest_without_end_are_refused() {
        let reason = |r: Result<(), Error>| r.expect_err("they nest too deep").to_string();
        let expected = format!("damaged: a PDF document cannot be read: objects nest deeper than {MAX_NESTING}, expected a page tree");
        assert_eq!(reason(check("[".repeat(MAX_NESTING + 1).as_bytes(), 1000)), expected);
        assert_eq!(reason(check("<</A ".repeat(MAX_NESTING + 1).as_bytes(), 1000)), expected);
        assert_eq!(check("[<<>>]".repeat(MAX_NESTING + 1).as_bytes(), 1000), Ok(()));
    }
}
