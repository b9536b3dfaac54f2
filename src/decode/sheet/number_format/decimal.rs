//! Numbers as the decimals that spreadsheets keep: fifteen significant digits.

/// Significant digits that spreadsheet programs keep and show; further ones are rests of binary arithmetic.
const SIGNIFICANT: usize = 15;

/// Places behind the point of most numbers, and ten to their power: counts, cents, cents of ten thousand.
const SHORT: [(i32, f64); 3] = [(0, 1.0), (2, 100.0), (6, 1_000_000.0)];

const BELOW_FIFTEEN_DIGITS: f64 = 1e15;

/// The magnitude of a number as decimal digits: `digits` × 10^(`point` − number of digits).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decimal {
    /// From 0 to 9, without leading or trailing noughts; empty for nought.
    digits: Vec<u8>,
    /// How many of them stand before the point; negative where noughts follow it.
    point: i32,
}

impl Decimal {
    /// The magnitude of a finite number.
    pub(super) fn of(value: f64) -> Self {
        Decimal::short_maybe(value.abs()).unwrap_or_else(|| Decimal::long(value))
    }

    /// A number that is a decimal of few places: where the nearest such decimal is the number itself, its fifteen digits are that
    /// decimal's, as decimals of fifteen digits all differ as numbers.
    fn short_maybe(value: f64) -> Option<Self> {
        SHORT.iter().find_map(|(places, power)| {
            let whole = (value * power).round();
            (whole < BELOW_FIFTEEN_DIGITS && whole / power == value).then(|| Decimal::scaled(whole as u64, *places))
        })
    }

    fn scaled(mut whole: u64, places: i32) -> Self {
        let mut digits = [0; SIGNIFICANT];
        let mut start = SIGNIFICANT;
        while whole > 0 {
            start -= 1;
            digits[start] = (whole % 10) as u8;
            whole /= 10;
        }
        let digits = digits[start..].to_vec();
        Decimal { point: digits.len() as i32 - places, digits }.trimmed()
    }

    fn long(value: f64) -> Self {
        let printed = format!("{:.*e}", SIGNIFICANT - 1, value.abs());
        let (mantissa, exponent) = printed.split_once('e').unwrap_or((&printed, "0"));
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect();
        let exponent: i32 = exponent.parse().unwrap_or(0);
        Decimal { digits, point: exponent + 1 }.trimmed()
    }

    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The power of ten of the first digit; 0 for nought.
    pub(super) fn exponent(&self) -> i32 {
        if self.is_zero() {
            0
        } else {
            self.point - 1
        }
    }

    /// The number times ten to this power.
    pub(super) fn shifted(mut self, power: i32) -> Self {
        if !self.is_zero() {
            self.point += power;
        }
        self
    }

    /// Rounded to so many places behind the point, halves away from nought.
    pub(super) fn rounded(mut self, places: usize) -> Self {
        let kept = i64::from(self.point) + places as i64;
        if kept >= self.digits.len() as i64 {
            return self;
        }
        if kept < 0 {
            return Decimal { digits: Vec::new(), point: 0 };
        }
        let kept = kept as usize;
        let up = self.digits[kept] >= 5;
        self.digits.truncate(kept);
        if up {
            self.carry();
        }
        self.trimmed()
    }

    /// The digits before the point, none for a number below 1.
    pub(super) fn whole(&self) -> Vec<u8> {
        let count = usize::try_from(self.point).unwrap_or(0);
        (0..count).map(|at| self.digits.get(at).copied().unwrap_or(0)).collect()
    }

    /// The digit at a place behind the point, counted from 0.
    pub(super) fn place(&self, at: usize) -> u8 {
        usize::try_from(i64::from(self.point) + at as i64).ok().and_then(|at| self.digits.get(at)).copied().unwrap_or(0)
    }

    /// How many places behind the point are not nought.
    pub(super) fn places(&self) -> usize {
        usize::try_from(self.digits.len() as i64 - i64::from(self.point)).unwrap_or(0)
    }

    fn carry(&mut self) {
        while let Some(last) = self.digits.pop() {
            if last < 9 {
                self.digits.push(last + 1);
                return;
            }
        }
        self.digits.push(1);
        self.point += 1;
    }

    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        let leading = self.digits.iter().take_while(|d| **d == 0).count();
        self.digits.drain(..leading);
        self.point = if self.digits.is_empty() { 0 } else { self.point - leading as i32 };
        self
    }
}

/// A number without a format of its own: the shortest decimal of fifteen digits, with a power of ten where plain digits would be
/// mostly noughts.
pub(in crate::decode::sheet) fn general(value: f64) -> String {
    if !value.is_finite() {
        return "#NUM!".to_owned();
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let decimal = Decimal::of(value);
    if (-10..=20).contains(&decimal.exponent()) {
        return format!("{sign}{}", plain(&decimal));
    }
    let exponent = decimal.exponent();
    let mantissa = plain(&decimal.shifted(-exponent));
    format!("{sign}{mantissa}E{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
}

fn plain(decimal: &Decimal) -> String {
    let whole: String = decimal.whole().iter().map(|d| char::from(b'0' + d)).collect();
    let mut out = if whole.is_empty() { "0".to_owned() } else { whole };
    let places = decimal.places();
    if places > 0 {
        out.push('.');
        out.extend((0..places).map(|at| char::from(b'0' + decimal.place(at))));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn the_short_way_gives_what_the_long_way_gives() {
        let numbers =
            (0..2000u32).flat_map(|n| [f64::from(n) / 100.0, f64::from(n) * 7919.0 / 1e6, f64::from(n) / 3.0, f64::from(n) * 1e9 + 0.07, f64::from(n) * 1e12]);
        for number in numbers {
            let short = Decimal::short_maybe(number);
            assert!(short.is_none() || short == Some(Decimal::long(number)), "{number}: {short:?}");
        }
        assert_eq!(Decimal::short_maybe(2912.07), Some(Decimal { digits: vec![2, 9, 1, 2, 0, 7], point: 4 }));
    }
}
