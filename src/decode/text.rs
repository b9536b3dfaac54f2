//! Which encoding the bytes are in, and the text they give.

use super::signature;
use crate::diagnostic::{DiagnosticCode, Severity, Sink};
use crate::error::Error;
use crate::source::Content;
use crate::span::Span;
use encoding_rs::{DecoderResult, Encoding, BIG5, GB18030, UTF_16BE, UTF_16LE, UTF_8};

/// Text, its encoding, and the places where bytes became U+FFFD.
pub(super) struct Characters {
    pub(super) text: String,
    pub(super) encoding: &'static Encoding,
    repaired: Vec<Span>,
}

impl Characters {
    /// The places where bytes became U+FFFD, as remarks.
    pub(super) fn note_repairs(&self, sink: &mut Sink) {
        for span in &self.repaired {
            sink.note(DiagnosticCode::EncodingRepaired, Severity::Error, Some(*span), || "字节无法按编码解读，以U+FFFD代替");
        }
    }
}

/// Reads plain text.
///
/// # Errors
/// The bytes are no text in any encoding.
pub(super) fn decode(bytes: &[u8], forced: Option<&'static Encoding>) -> Result<super::Decoded, Error> {
    let characters = characters(bytes, forced);
    signature::refuse_binary(&characters.text)?;
    let mut sink = Sink::default();
    characters.note_repairs(&mut sink);
    let content = Content { diagnostics: sink.finish(&[]), ..Content::default() };
    Ok(super::Decoded { text: characters.text, encoding: characters.encoding.name(), content })
}

/// Decodes with the encoding asked for, or with the one that the bytes show.
pub(super) fn characters(bytes: &[u8], forced: Option<&'static Encoding>) -> Characters {
    let (marked, body) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (Some(encoding), &bytes[length..]),
        None => (None, bytes),
    };
    if let Some(encoding) = forced {
        let body = if marked == Some(encoding) { body } else { bytes };
        return decode_as(body, encoding);
    }
    if let Some(encoding) = marked {
        return decode_as(body, encoding);
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        if memchr::memchr(0, bytes).is_none() || utf16_without_mark(bytes).is_none() {
            return Characters { text: text.into_owned(), encoding: UTF_8, repaired: Vec::new() };
        }
    }
    decode_as(bytes, guess(bytes))
}

/// Bytes that detection looks at: 64 KiB hold over 20,000 characters.
const SAMPLE: usize = 64 << 10;

/// Bytes that tell GB18030 from Big5: some 2,000 characters, where 128 are enough; the detector reads only some 8 MB in a second.
const TELLING: usize = 4 << 10;

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding;
    }
    let sample = densest(bytes);
    if mostly_utf8(sample) {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(&sample[..sample.len().min(TELLING)], false);
    // “cn” as a hint misreads Big5; without a hint GB18030 is right on every window of 128 characters.
    match detector.guess(None, chardetng::Utf8Detection::Deny) {
        encoding if encoding == BIG5 => BIG5,
        _ => GB18030,
    }
}

/// The window that starts at the first byte that is not ASCII: what stands before it tells nothing.
fn densest(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().position(|b| *b >= 0x80).unwrap_or(0);
    &bytes[start..bytes.len().min(start + SAMPLE)]
}

/// Whether the bytes are UTF-8 with damage: far more well-formed characters than errors. Chinese in GBK hardly ever
/// forms three bytes of valid UTF-8 by chance.
fn mostly_utf8(sample: &[u8]) -> bool {
    let mut characters = 0usize;
    let mut errors = 0usize;
    for chunk in sample.utf8_chunks() {
        characters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        errors += usize::from(!chunk.invalid().is_empty());
    }
    characters > 0 && errors * 4 <= characters
}

/// UTF-16 without a byte order mark: strict in one order, and full of Han, digits and line ends in it.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 {
        return None;
    }
    let sample = &bytes[..(bytes.len() & !1).min(SAMPLE)];
    let [little, big] = [u16::from_le_bytes as fn([u8; 2]) -> u16, u16::from_be_bytes].map(|read| plausible_utf16(sample, read));
    match (little, big) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// Nine of ten units are Han, ASCII or Chinese punctuation, and one in fifty is a digit, a space or a line end.
fn plausible_utf16(sample: &[u8], read: fn([u8; 2]) -> u16) -> bool {
    let mut common = 0usize;
    let mut anchors = 0usize;
    let mut units = 0usize;
    for pair in sample.chunks_exact(2) {
        let unit = read([pair[0], pair[1]]);
        units += 1;
        common += usize::from(matches!(unit, 0x4e00..=0x9fff | 0x20..=0x7e | 0x09..=0x0d | 0x3000..=0x303f | 0xff00..=0xff5f | 0x2010..=0x203f));
        anchors += usize::from(matches!(unit, 0x30..=0x39 | 0x0a | 0x0d | 0x20 | 0x3001 | 0x3002 | 0xff0c));
    }
    common * 10 >= units * 9 && anchors * 50 >= units
}

/// How much is decoded at a time behind wrong bytes.
const BUFFER: usize = 4096;

fn decode_as(bytes: &[u8], encoding: &'static Encoding) -> Characters {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len());
    // What a Chinese text grows by: two bytes become three. The worst case would ask for three times the input at once.
    let mut text = String::with_capacity(room.min(bytes.len() / 2 * 3 + 16));
    let mut repaired = Vec::new();
    let mut read = 0;
    // Each call on a string clears all the room that is left: behind the first wrong bytes a buffer of its own is filled again and again.
    let mut buffer = [0; BUFFER];
    loop {
        let (result, taken) = if repaired.is_empty() {
            decoder.decode_to_string_without_replacement(&bytes[read..], &mut text, true)
        } else {
            let (result, taken, written) = decoder.decode_to_utf8_without_replacement(&bytes[read..], &mut buffer, true);
            text.push_str(std::str::from_utf8(&buffer[..written]).expect("a decoder writes whole characters"));
            (result, taken)
        };
        read += taken;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull if repaired.is_empty() => text.reserve((bytes.len() - read) / 2 + 64),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                let at = text.len();
                text.push('\u{fffd}');
                repaired.push(Span::new(at, text.len()));
            }
        }
    }
    Characters { text, encoding, repaired: joined(repaired) }
}

/// Neighbouring repairs as one span, so that a damaged stretch is one remark.
fn joined(repaired: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in repaired {
        match out.last_mut() {
            Some(last) if last.end == span.start => last.end = span.end,
            _ => out.push(span),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_wrong_bytes_is_read_as_before_them() {
        let mut bytes = "2023年度支出合计1,234.56万元。".repeat(BUFFER).into_bytes();
        for wrong in [3, BUFFER, BUFFER * 3 + 1, BUFFER * 20] {
            bytes[wrong] = 0xff;
        }
        let read = decode_as(&bytes, encoding_rs::UTF_8);
        assert_eq!(read.text, String::from_utf8_lossy(&bytes));
        assert!(read.repaired.iter().all(|span| span.of(&read.text).is_some_and(|c| c.chars().all(|c| c == '\u{fffd}'))) && !read.repaired.is_empty());
    }
}
