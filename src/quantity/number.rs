//! Numbers in digits.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::digit1;
use nom::combinator::{not, recognize, verify};
use nom::multi::many1_count;
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Parser};
use rust_decimal::Decimal;

/// A number in digits: its exact value and the bytes it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NumberRead {
    /// The value with the printed number of decimals; `None` if it has more digits than an exact decimal holds.
    pub(crate) value: Option<Decimal>,
    /// Bytes taken.
    pub(crate) length: usize,
    /// Digits before the decimal point.
    pub(crate) whole: usize,
    /// Whether a decimal point was printed.
    pub(crate) point: bool,
    /// Whether thousands were separated.
    pub(crate) grouped: bool,
}

fn three(input: &str) -> IResult<&str, &str> {
    terminated(take_while_m_n(3, 3, |c: char| c.is_ascii_digit()), not(nom::character::complete::satisfy(|c| c.is_ascii_digit()))).parse(input)
}

/// ```ebnf
/// grouped = digit [ digit [ digit ] ] { "," three-digits } ;
/// ```
fn grouped(input: &str) -> IResult<&str, &str> {
    recognize(pair(verify(digit1, |d: &str| d.len() <= 3), many1_count(preceded(tag(","), three)))).parse(input)
}

/// With the full-width comma only in front of decimals: `3，518.85` is one number, `3，518` may be two.
fn widely_grouped(input: &str) -> IResult<&str, &str> {
    terminated(recognize(pair(verify(digit1, |d: &str| d.len() <= 3), many1_count(preceded(tag("，"), three)))), nom::combinator::peek(pair(tag("."), digit1)))
        .parse(input)
}

/// ```ebnf
/// number = ( grouped | digits ) [ "." digits ] ;
/// ```
/// Seen as `1,736.97586`, `3，518.85`, `355.90`, `0`. `None` if `text` does not start with a digit.
#[inline(always)]
pub(crate) fn number_maybe(text: &str) -> Option<NumberRead> {
    let bytes = text.as_bytes();
    let mut mantissa = 0;
    let plain = digits(bytes, &mut mantissa);
    if plain == 0 {
        return None;
    }
    // The comma, or the first byte of the full-width one.
    let grouped = if matches!(bytes.get(plain), Some(b',' | 0xef)) { grouped_length(text, plain) } else { None };
    let end = grouped.unwrap_or(plain);
    let decimals = match &bytes[end..] {
        [b'.', behind @ ..] => digits(behind, &mut mantissa),
        _ => 0,
    };
    let point = decimals > 0;
    let length = if point { end + 1 + decimals } else { end };
    let whole = if grouped.is_some() { text[..end].bytes().filter(u8::is_ascii_digit).count() } else { plain };
    // What fits into 64 bits was added up on the way.
    const SHORT: usize = 18;
    let value =
        if grouped.is_none() && whole + decimals <= SHORT { Some(Decimal::new(mantissa, decimals as u32)) } else { exact(&bytes[..length], decimals as u32) };
    Some(NumberRead { value, length, whole, point, grouped: grouped.is_some() })
}

/// How many digits a text starts with; `mantissa` goes on with them, modulo 2⁶⁴.
fn digits(text: &[u8], mantissa: &mut i64) -> usize {
    let mut count = 0;
    while let Some(digit @ b'0'..=b'9') = text.get(count) {
        *mantissa = mantissa.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
        count += 1;
    }
    count
}

/// Bytes of the digits before the point where they are grouped: only where a comma stands behind the first of them.
fn grouped_length(text: &str, plain: usize) -> Option<usize> {
    if !text[plain..].starts_with([',', '，']) {
        return None;
    }
    let (rest, _) = alt((grouped, widely_grouped)).parse(text).ok()?;
    Some(text.len() - rest.len())
}

/// The exact value of printed digits, trailing zeros kept: 355.90 has two decimals. `None` beyond 28 digits.
fn exact(printed: &[u8], decimals: u32) -> Option<Decimal> {
    const HELD: usize = 28;
    let digits = printed.iter().filter(|b| b.is_ascii_digit());
    if digits.clone().nth(HELD).is_some() {
        return None;
    }
    let mantissa = digits.fold(0, |mantissa, digit| mantissa * 10 + i128::from(digit - b'0'));
    Decimal::try_from_i128_with_scale(mantissa, decimals).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, value: &str, length: usize) {
        let read = number_maybe(text).expect("a number");
        assert_eq!((read.value.map(|v| v.to_string()), read.length), (Some(value.to_owned()), length), "{text}");
    }

    #[test]
    fn separators_of_both_widths_are_left_out() {
        reads("1,736.97586万元", "1736.97586", 11);
        reads("3，518.85万元", "3518.85", 10);
        reads("8,648,070", "8648070", 9);
    }

    #[test]
    fn a_comma_between_two_numbers_separates_them() {
        reads("4125.49,4143.91万元", "4125.49", 7);
        reads("23,5", "23", 2);
        reads("3，518", "3", 1);
        reads("12,3456", "12", 2);
    }

    #[test]
    fn trailing_zeros_are_kept() {
        reads("355.90", "355.90", 6);
        reads("0.00", "0.00", 4);
    }

    #[test]
    fn a_point_without_decimals_is_no_part_of_the_number() {
        reads("2.", "2", 1);
    }

    #[test]
    fn more_digits_than_a_decimal_holds_give_no_value() {
        let read = number_maybe("12345678901234567890123456789").expect("a number");
        assert_eq!((read.value, read.length), (None, 29));
    }
}
