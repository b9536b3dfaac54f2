//! Numbers in digits.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::digit1;
use nom::combinator::{not, opt, recognize, verify};
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
/// Seen as `1,736.97586`, `3，518.85`, `355.90`, `0`.
fn number(input: &str) -> IResult<&str, (&str, Option<&str>)> {
    pair(whole, opt(preceded(tag("."), digit1))).parse(input)
}

/// The digits before the point; only where a comma follows them may they be grouped, and most are not.
fn whole(input: &str) -> IResult<&str, &str> {
    let plain = digit1(input)?;
    match plain.0.starts_with([',', '，']) {
        true => alt((grouped, widely_grouped, digit1)).parse(input),
        false => Ok(plain),
    }
}

/// Reads a number at the start of `text`; `None` if it does not start with a digit.
pub(crate) fn number_maybe(text: &str) -> Option<NumberRead> {
    let (rest, (whole, decimals)) = number(text).ok()?;
    let length = text.len() - rest.len();
    let digits = whole.bytes().filter(u8::is_ascii_digit).count();
    Some(NumberRead { value: exact(&text[..length]), length, whole: digits, point: decimals.is_some(), grouped: digits < whole.len() })
}

/// The exact value of printed digits, trailing zeros kept: 355.90 has two decimals. `None` beyond 28 digits.
fn exact(printed: &str) -> Option<Decimal> {
    const HELD: usize = 28;
    let mut mantissa: i128 = 0;
    let mut digits = 0;
    let mut decimals = 0;
    let mut behind_point = false;
    for byte in printed.bytes() {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa * 10 + i128::from(byte - b'0');
                digits += 1;
                decimals += u32::from(behind_point);
                if digits > HELD {
                    return None;
                }
            }
            b'.' => behind_point = true,
            _ => {}
        }
    }
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
