//! How wide the glyphs of a font are.

use super::codes::Meaning;
use crate::decode::pdf::file::File;
use oxidize_pdf::parser::objects::{PdfDictionary, PdfObject};
use oxidize_pdf::text::cid_to_unicode::AdobeCidCollection;
use oxidize_pdf::text::metrics::measure_char;
use oxidize_pdf::Font as Standard;
use std::collections::HashMap;

/// The most widths read of one font; a font has at most 65,536 glyphs.
const MAX_WIDTHS: usize = 1 << 17;

/// The greatest number a glyph of a font can have.
const GREATEST_NUMBER: u32 = 0xffff;

/// How far each code moves the pen, for a font of size 1.
#[derive(Debug)]
pub(super) struct Widths {
    by_code: HashMap<u32, f64>,
    /// For fonts whose widths go by glyph number and whose codes are text: the glyph number of each character.
    numbers: HashMap<char, u32>,
    fallback: Fallback,
}

/// The width of what the table of widths leaves out.
#[derive(Debug)]
enum Fallback {
    Even(f64),
    /// Of one of the fonts that every reader has.
    Standard(Standard),
    /// Of a Chinese font that is not in the file: this, but half of an em for Latin letters and digits.
    Ideographic(f64),
}

/// The fonts that need no widths in the file, by a word of their names, the longest first where one holds another.
static STANDARD: &[(&str, Standard)] = &[
    ("Courier", Standard::Courier),
    ("Times-Bold", Standard::TimesBold),
    ("Times", Standard::TimesRoman),
    ("Helvetica-Bold", Standard::HelveticaBold),
    ("Arial,Bold", Standard::HelveticaBold),
];

impl Widths {
    /// The same for all codes.
    pub(super) fn even(width: f64) -> Self {
        Widths { by_code: HashMap::new(), numbers: HashMap::new(), fallback: Fallback::Even(width) }
    }

    /// Of a font of single bytes.
    pub(super) fn simple(file: &File, font: &PdfDictionary) -> Self {
        let unit = unit(file, font);
        let first = font.get("FirstChar").and_then(|o| file.number(o)).map_or(0, |n| n.clamp(0.0, 255.0) as u32);
        let widths = font.get("Widths").and_then(|o| file.resolved(o));
        let widths = widths.as_ref().and_then(PdfObject::as_array).map_or(&[][..], |a| &a.0);
        let numbered = widths.iter().take(256).enumerate();
        let by_code = numbered.filter_map(|(n, o)| Some((first + n as u32, file.number(o)? * unit))).collect();
        let name = font.get("BaseFont").and_then(PdfObject::as_name).map_or("", |n| n.as_str());
        let standard = STANDARD.iter().find(|(word, _)| name.contains(word)).map_or(Standard::Helvetica, |(_, s)| s.clone());
        Widths { by_code, numbers: HashMap::new(), fallback: Fallback::Standard(standard) }
    }

    /// Of a composite font: `W` and `DW` of its descendant.
    pub(super) fn composite(file: &File, descendant: &PdfDictionary, meaning: &Meaning) -> Self {
        let default = descendant.get("DW").and_then(|o| file.number(o)).unwrap_or(1000.0) / 1000.0;
        let by_code = descendant.get("W").map(|o| by_number(file, o)).unwrap_or_default();
        let is_text = matches!(meaning, Meaning::Encoded(_));
        let numbers = if is_text && !by_code.is_empty() { numbers(file, descendant, &by_code) } else { HashMap::new() };
        let fallback = if is_text { Fallback::Ideographic(default) } else { Fallback::Even(default) };
        Widths { by_code, numbers, fallback }
    }

    /// The advance of a code that stands for this text.
    pub(super) fn of(&self, code: u32, text: &str) -> f64 {
        let first = text.chars().next().unwrap_or(' ');
        let number = match self.fallback {
            Fallback::Ideographic(_) => self.numbers.get(&first).copied(),
            _ => Some(code),
        };
        let given = number.and_then(|n| self.by_code.get(&n).copied());
        given.unwrap_or_else(|| match &self.fallback {
            Fallback::Even(width) => *width,
            Fallback::Standard(font) => measure_char(first, font.clone(), 1.0),
            Fallback::Ideographic(_) if first.is_ascii() => 0.5,
            Fallback::Ideographic(width) => *width,
        })
    }
}

/// What a width of the file counts in: thousandths of an em, or what a font drawn by the file itself says.
fn unit(file: &File, font: &PdfDictionary) -> f64 {
    let matrix = font.get("FontMatrix").and_then(|o| file.resolved(o));
    let first = matrix.as_ref().and_then(PdfObject::as_array).and_then(|m| m.get(0)).and_then(|o| file.number(o));
    first.map_or(0.001, f64::abs)
}

/// The widths by glyph number: `[ 1 [500 600] 814 907 500 ]`.
fn by_number(file: &File, object: &PdfObject) -> HashMap<u32, f64> {
    let resolved = file.resolved(object);
    let mut rest = resolved.as_ref().and_then(PdfObject::as_array).map_or(&[][..], |a| &a.0);
    let mut widths = HashMap::new();
    let mut left = MAX_WIDTHS;
    while let [first, second, tail @ ..] = rest {
        let Some(from) = file.number(first).map(|n| n.clamp(0.0, f64::from(GREATEST_NUMBER)) as u32) else { break };
        rest = match file.resolved(second) {
            Some(PdfObject::Array(list)) => {
                let listed = list.0.iter().take(left).zip(from..);
                widths.extend(listed.filter_map(|(o, n)| Some((n, file.number(o)? / 1000.0))));
                left -= list.len().min(left);
                tail
            }
            Some(end) => {
                let [width, tail @ ..] = tail else { break };
                let end = file.number(&end).map_or(from, |n| n.clamp(0.0, f64::from(GREATEST_NUMBER)) as u32);
                let width = file.number(width).unwrap_or(0.0) / 1000.0;
                widths.extend((from..=end).take(left).map(|n| (n, width)));
                left -= (end.saturating_sub(from) as usize + 1).min(left);
                tail
            }
            None => break,
        };
    }
    widths
}

/// The number of the glyph that a character has in the collection of the font; of two, the one that has a width.
fn numbers(file: &File, descendant: &PdfDictionary, widths: &HashMap<u32, f64>) -> HashMap<char, u32> {
    let info = descendant.get("CIDSystemInfo").and_then(|o| file.dictionary(o));
    let ordering = info.and_then(|info| file.text(info.get("Ordering")?)).unwrap_or_default();
    let Some(collection) = AdobeCidCollection::from_ordering(&ordering) else { return HashMap::new() };
    let wide = widths.keys().filter_map(|n| u16::try_from(*n).ok());
    let mut known: Vec<u16> = wide.collect();
    known.sort_unstable_by(|a, b| b.cmp(a));
    known.into_iter().filter_map(|n| Some((collection.cid_to_unicode(n)?, u32::from(n)))).collect()
}
