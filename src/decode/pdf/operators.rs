//! The language of page contents: operands, then an operator. Read in one pass without a tree, so that no nesting can exhaust the stack.

use std::borrow::Cow;

/// The most operands that one operator is given; the longest array of shown strings seen has 600.
const MAX_OPERANDS: usize = 1 << 16;

/// An operand of a content operator. Arrays and dictionaries are not nested: their members follow each other.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operand<'a> {
    Number(f64),
    Name(&'a [u8]),
    Text(Cow<'a, [u8]>),
}

/// The operators of a content stream with their operands, in order.
///
/// ```ebnf
/// content  = { { operand } operator } ;
/// operand  = number | name | string | "[" { operand } "]" | "<<" { name operand } ">>" ;
/// ```
/// Seen as `BT /F1 12 Tf 72 700 Td [(12) -20 (3.4)] TJ ET`.
#[derive(Debug)]
pub(super) struct Operators<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The operands before the last operator given.
    pub(super) operands: Vec<Operand<'a>>,
}

impl<'a> Operators<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Operators { bytes, at: 0, operands: Vec::new() }
    }

    /// The next operator; `None` at the end. An inline image is one operator, `EI`.
    pub(super) fn next(&mut self) -> Option<&'a [u8]> {
        self.operands.clear();
        loop {
            match *self.bytes.get(self.at)? {
                b'%' => self.at = self.after(self.at, |b| b == b'\n' || b == b'\r'),
                b'/' => {
                    let name = self.word(self.at + 1);
                    self.take(Operand::Name(name));
                }
                b'(' => {
                    let text = self.literal();
                    self.take(Operand::Text(text));
                }
                b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => self.at += 2,
                b'<' => {
                    let text = self.hexadecimal();
                    self.take(Operand::Text(text));
                }
                b if is_space(b) || is_delimiter(b) => self.at += 1,
                b if b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.') => {
                    let word = self.word(self.at);
                    self.take(Operand::Number(number(word)));
                }
                _ => match self.word(self.at) {
                    b"ID" => self.pass_image(),
                    b"true" | b"false" | b"null" => {}
                    operator => return Some(operator),
                },
            }
        }
    }

    /// The last `N` numbers among the operands.
    pub(super) fn numbers<const N: usize>(&self) -> Option<[f64; N]> {
        let from = self.operands.len().checked_sub(N)?;
        let mut numbers = [0.0; N];
        for (number, operand) in numbers.iter_mut().zip(&self.operands[from..]) {
            let Operand::Number(value) = operand else { return None };
            *number = *value;
        }
        Some(numbers)
    }

    /// The same operator without its numbers.
    pub(super) fn without_numbers(&self) -> Operators<'a> {
        let operands = self.operands.iter().filter(|o| !matches!(o, Operand::Number(_))).cloned().collect();
        Operators { bytes: self.bytes, at: self.at, operands }
    }

    /// The last name among the operands.
    pub(super) fn name(&self) -> Option<&'a [u8]> {
        self.operands.iter().rev().find_map(|o| if let Operand::Name(name) = o { Some(*name) } else { None })
    }

    /// The string that follows a key of a dictionary among the operands.
    pub(super) fn text_of(&self, key: &[u8]) -> Option<&[u8]> {
        let at = self.operands.iter().position(|o| matches!(o, Operand::Name(name) if *name == key))?;
        match self.operands.get(at + 1) {
            Some(Operand::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn take(&mut self, operand: Operand<'a>) {
        if self.operands.len() < MAX_OPERANDS {
            self.operands.push(operand);
        }
    }

    fn after(&self, from: usize, ends: impl Fn(u8) -> bool) -> usize {
        self.bytes[from..].iter().position(|b| ends(*b)).map_or(self.bytes.len(), |n| from + n)
    }

    fn word(&mut self, from: usize) -> &'a [u8] {
        self.at = self.after(from, |b| is_space(b) || is_delimiter(b));
        &self.bytes[from..self.at]
    }

    /// A string in parentheses, which may nest when they balance.
    fn literal(&mut self) -> Cow<'a, [u8]> {
        let start = self.at + 1;
        let mut depth = 1;
        let mut escaped = false;
        let mut at = start;
        while let Some(&b) = self.bytes.get(at) {
            match b {
                b'\\' => {
                    escaped = true;
                    at += 1;
                }
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            at += 1;
        }
        let end = at.min(self.bytes.len());
        self.at = end + 1;
        let raw = &self.bytes[start..end];
        if escaped {
            Cow::Owned(unescaped(raw))
        } else {
            Cow::Borrowed(raw)
        }
    }

    fn hexadecimal(&mut self) -> Cow<'a, [u8]> {
        let end = self.after(self.at, |b| b == b'>');
        let digits = self.bytes[self.at..end].iter().filter_map(|b| char::from(*b).to_digit(16));
        let mut text = Vec::with_capacity((end - self.at) / 2);
        let mut high = None;
        for digit in digits {
            match high.take() {
                Some(h) => text.push((h << 4 | digit) as u8),
                None => high = Some(digit),
            }
        }
        text.extend(high.map(|h| (h << 4) as u8));
        self.at = end + 1;
        Cow::Owned(text)
    }

    /// Goes to the `EI` that ends the data of an inline image.
    fn pass_image(&mut self) {
        let data = &self.bytes[self.at..];
        let ends = |n: &usize| {
            let before = n.checked_sub(1).and_then(|n| data.get(n)).is_some_and(|b| is_space(*b));
            before && data.get(n + 2).is_none_or(|b| is_space(*b))
        };
        self.at += memchr::memmem::find_iter(data, b"EI").find(ends).unwrap_or(data.len());
    }
}

fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\n' | b'\r' | b'\t' | 0 | 0x0c)
}

fn is_delimiter(b: u8) -> bool {
    matches!(b, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// The value of a number; what is no number counts as 0, as readers of PDF do.
fn number(word: &[u8]) -> f64 {
    let mut digits = word;
    let mut sign = 1.0;
    while let [first @ (b'+' | b'-'), rest @ ..] = digits {
        sign = if *first == b'-' { -1.0 } else { sign };
        digits = rest;
    }
    let (mut value, mut scale, mut fraction) = (0.0_f64, 1.0_f64, false);
    for &b in digits {
        match b {
            b'0'..=b'9' => {
                value = value * 10.0 + f64::from(b - b'0');
                scale *= if fraction { 10.0 } else { 1.0 };
            }
            b'.' if !fraction => fraction = true,
            _ => break,
        }
    }
    let number = sign * value / scale;
    if number.is_finite() {
        number
    } else {
        0.0
    }
}

/// The bytes of a string in parentheses without its escapes.
fn unescaped(raw: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let [b, tail @ ..] = rest {
        rest = tail;
        if *b != b'\\' {
            text.push(*b);
            continue;
        }
        let [escaped, tail @ ..] = rest else { break };
        rest = tail;
        match escaped {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'0'..=b'7' => {
                let more = rest.iter().take(2).take_while(|b| matches!(b, b'0'..=b'7')).count();
                let octal = rest[..more].iter().fold(u32::from(escaped - b'0'), |n, b| n * 8 + u32::from(b - b'0'));
                text.push(octal as u8);
                rest = &rest[more..];
            }
            b'\r' => rest = rest.strip_prefix(b"\n").unwrap_or(rest),
            b'\n' => {}
            other => text.push(*other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Operand, Operators};

    fn read(content: &str) -> Vec<String> {
        let mut operators = Operators::new(content.as_bytes());
        let mut read = Vec::new();
        while let Some(operator) = operators.next() {
            let operands = operators.operands.iter().map(|o| match o {
                Operand::Number(n) => n.to_string(),
                Operand::Name(name) => format!("/{}", String::from_utf8_lossy(name)),
                Operand::Text(text) => format!("({})", String::from_utf8_lossy(text)),
            });
            let operands: Vec<String> = operands.collect();
            read.push(format!("{} {}", operands.join(" "), String::from_utf8_lossy(operator)).trim().to_owned());
        }
        read
    }

    #[test]
    fn operands_come_before_their_operator() {
        let content = "BT /F1 12 Tf -72.5 +.5 Td [(12) -20 (3.4)] TJ % note\n<4142 43> Tj ET";
        assert_eq!(read(content), ["BT", "/F1 12 Tf", "-72.5 0.5 Td", "(12) -20 (3.4) TJ", "(ABC) Tj", "ET"]);
    }

    #[test]
    fn strings_keep_balanced_parentheses_and_lose_their_escapes() {
        assert_eq!(read(r"(a(b)c) Tj (\(\101\\\12x) Tj"), ["(a(b)c) Tj", "((A\\\nx) Tj"]);
    }

    #[test]
    fn the_bytes_of_an_inline_image_are_no_operators() {
        assert_eq!(read("q BI /W 4 ID (EI< EI Q"), ["q", "BI", "/W 4 EI", "Q"]);
    }

    #[test]
    fn what_is_cut_off_ends_the_contents() {
        assert_eq!(read("1 0 0 RG (open"), ["1 0 0 RG"]);
        assert_eq!(read("<41"), [""; 0]);
        assert_eq!(read("(a\\"), [""; 0]);
        assert_eq!(read("[[[[[[ 1 2 m"), ["1 2 m"]);
    }

    #[test]
    fn the_text_that_a_dictionary_gives_is_found_by_its_key() {
        let mut operators = Operators::new(b"/Span <</MCID 3 /ActualText (ab)>> BDC");
        assert_eq!(operators.next(), Some(&b"BDC"[..]));
        assert_eq!(operators.text_of(b"ActualText"), Some(&b"ab"[..]));
        assert_eq!(operators.text_of(b"MCID"), None);
    }
}
