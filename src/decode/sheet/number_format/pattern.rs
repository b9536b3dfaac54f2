//! Digits, separators and literals of a number.

use super::decimal::Decimal;
use super::section::Token;

/// A section that shows a number by its digits.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Pattern {
    whole: Vec<Item>,
    point: bool,
    fraction: Vec<Item>,
    exponent: Option<Exponent>,
    grouped: bool,
    /// The power of ten that the number is multiplied with: 2 for each `%`, −3 for each comma behind the digits.
    power: i32,
}

#[derive(Debug, Clone, PartialEq)]
enum Item {
    Literal(String),
    /// `0`, `#` or `?`.
    Digit(char),
}

/// `E+00`, with what stands behind it.
#[derive(Debug, Clone, PartialEq)]
struct Exponent {
    plus: bool,
    items: Vec<Item>,
}

impl Pattern {
    pub(super) fn new(tokens: Vec<Token>) -> Self {
        let mut pattern = Pattern::default();
        let digit = |t: &Token| matches!(t, Token::Digit(_));
        for at in 0..tokens.len() {
            match &tokens[at] {
                Token::Digit(c) => pattern.push(Item::Digit(*c)),
                Token::Point if !pattern.point && pattern.exponent.is_none() => pattern.point = true,
                Token::Comma if tokens[..at].iter().any(digit) => {
                    let inside = !pattern.point && tokens[at..].iter().take_while(|t| **t != Token::Point).any(digit);
                    pattern.grouped |= inside;
                    pattern.power -= if inside { 0 } else { 3 };
                }
                Token::Percent => {
                    pattern.power += 2;
                    pattern.push(Item::Literal("%".to_owned()));
                }
                Token::Exponent { plus } if pattern.exponent.is_none() => pattern.exponent = Some(Exponent { plus: *plus, items: Vec::new() }),
                other => pattern.push(Item::Literal(literal(other).to_owned())),
            }
        }
        pattern
    }

    /// The magnitude as this section shows it.
    pub(super) fn show(&self, value: f64) -> String {
        let decimal = Decimal::of(value).shifted(self.power);
        let places = digits(&self.fraction);
        match &self.exponent {
            None => self.mantissa(&decimal.rounded(places)),
            Some(exponent) => {
                let (decimal, power) = self.normalised(decimal, places);
                format!("{}E{}", self.mantissa(&decimal), exponent.show(power))
            }
        }
    }

    fn push(&mut self, item: Item) {
        match &mut self.exponent {
            Some(exponent) => exponent.items.push(item),
            None if self.point => self.fraction.push(item),
            None => self.whole.push(item),
        }
    }

    fn mantissa(&self, decimal: &Decimal) -> String {
        let digits_before = decimal.whole();
        // A section of words alone says what it says, whatever the number.
        let worded = digits(&self.whole) == 0 && !self.point;
        let mut out = whole(&self.whole, if worded { &[] } else { &digits_before }, self.grouped);
        if self.point {
            out.push('.');
        }
        let mut place = 0;
        for item in &self.fraction {
            match item {
                Item::Literal(text) => out.push_str(text),
                Item::Digit(kind) => {
                    if *kind == '0' || place < decimal.places() {
                        out.push(char::from(b'0' + decimal.place(place)));
                    }
                    place += 1;
                }
            }
        }
        out
    }

    /// The number with as many digits before the point as the section has places for, and the power of ten taken out.
    fn normalised(&self, decimal: Decimal, places: usize) -> (Decimal, i32) {
        let step = i32::try_from(digits(&self.whole)).unwrap_or(1).max(1);
        let power = decimal.exponent().div_euclid(step) * step;
        let mantissa = decimal.clone().shifted(-power).rounded(places);
        if mantissa.exponent() < step {
            return (mantissa, power);
        }
        (decimal.shifted(-power - step).rounded(places), power + step)
    }
}

impl Exponent {
    fn show(&self, power: i32) -> String {
        let sign = if power < 0 {
            "-"
        } else if self.plus {
            "+"
        } else {
            ""
        };
        let power: Vec<u8> = power.unsigned_abs().to_string().bytes().map(|b| b - b'0').collect();
        format!("{sign}{}", whole(&self.items, &power, false))
    }
}

fn literal(token: &Token) -> &str {
    match token {
        Token::Literal(text) => text,
        Token::Point => ".",
        Token::Comma => ",",
        Token::Slash => "/",
        _ => "",
    }
}

fn digits(items: &[Item]) -> usize {
    items.iter().filter(|i| matches!(i, Item::Digit(_))).count()
}

/// Digits before the point, put in from the right; the leftmost place takes all that are left over.
fn whole(items: &[Item], digits: &[u8], grouped: bool) -> String {
    let leftmost = items.iter().position(|i| matches!(i, Item::Digit(_)));
    let mut left = digits;
    let mut reversed = Reversed { text: Vec::new(), count: 0, grouped };
    if leftmost.is_none() {
        reversed.take_all(&mut left);
    }
    for (at, item) in items.iter().enumerate().rev() {
        match item {
            Item::Literal(text) => reversed.text.extend(text.chars().rev()),
            Item::Digit(_) if Some(at) == leftmost && !left.is_empty() => reversed.take_all(&mut left),
            Item::Digit(kind) => match left.split_last() {
                Some((digit, rest)) => {
                    reversed.digit(*digit);
                    left = rest;
                }
                None if *kind == '0' => reversed.digit(0),
                None => {}
            },
        }
    }
    reversed.text.iter().rev().collect()
}

/// A number that is written from its end.
struct Reversed {
    text: Vec<char>,
    /// Digits written so far.
    count: usize,
    grouped: bool,
}

impl Reversed {
    fn digit(&mut self, digit: u8) {
        if self.grouped && self.count > 0 && self.count.is_multiple_of(3) {
            self.text.push(',');
        }
        self.text.push(char::from(b'0' + digit));
        self.count += 1;
    }

    fn take_all(&mut self, digits: &mut &[u8]) {
        for digit in digits.iter().rev() {
            self.digit(*digit);
        }
        *digits = &[];
    }
}
