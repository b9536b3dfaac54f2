//! Dates and times: days since an epoch, shown by a format.

use super::section::Token;
use super::Epoch;

/// A section that shows a date or a time.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Calendar {
    parts: Vec<Part>,
    numerals: Numerals,
    /// Hours count to twelve.
    halved: bool,
    /// Places of seconds behind the point.
    places: u32,
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Literal(String),
    Field(Field),
}

/// A part of a date as a format names it, with the number of its letters where they matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Year(usize),
    /// `m`, which is minutes behind hours and before seconds.
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    /// Places of seconds behind the point.
    Fraction(u32),
    /// 星期 with four letters, without the word with three.
    Weekday(usize),
    Meridiem([&'static str; 2]),
    /// Hours, minutes or seconds that do not start again with the day.
    Elapsed(Elapsed),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Elapsed {
    Hours,
    Minutes,
    Seconds,
}

/// The numerals that dates are written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numerals {
    Arabic,
    /// 〇一二三, with ten as the last.
    Chinese([char; 11]),
}

/// Numerals by the name that formats give them.
const NUMERALS: &[(&str, Numerals)] = &[
    ("DBNum1", Numerals::Chinese(['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])),
    ("DBNum2", Numerals::Chinese(['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾'])),
];

const WEEKDAYS: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];
const ENGLISH_WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const SECONDS_OF_DAY: i64 = 86_400;

/// 31 December 9999, the last day that spreadsheets know, counted from 1900.
const LAST_DAY: i64 = 2_958_465;

/// Days from 1 January 1900 to 1 January 1904, as spreadsheets count them.
const DAYS_TO_1904: i64 = 1462;

impl Numerals {
    pub(super) fn named(bracket: &str) -> Option<Self> {
        NUMERALS.iter().find(|(name, _)| bracket.eq_ignore_ascii_case(name)).map(|(_, numerals)| *numerals)
    }
}

impl Field {
    /// `h` and the like in brackets.
    pub(super) fn elapsed_maybe(bracket: &str) -> Option<Self> {
        let first = bracket.chars().next()?;
        if !bracket.chars().all(|c| c == first) {
            return None;
        }
        match first {
            'h' => Some(Field::Elapsed(Elapsed::Hours)),
            'm' => Some(Field::Elapsed(Elapsed::Minutes)),
            's' => Some(Field::Elapsed(Elapsed::Seconds)),
            _ => None,
        }
    }

    /// A run of a letter.
    pub(super) fn run_maybe(letter: char, run: usize) -> Option<Self> {
        match (letter, run) {
            ('y', _) => Some(Field::Year(run)),
            ('e', _) => Some(Field::Year(4)),
            ('m', _) => Some(Field::Month(run)),
            ('d', _) => Some(Field::Day(run)),
            ('h', _) => Some(Field::Hour(run)),
            ('s', _) => Some(Field::Second(run)),
            ('a', 3..) => Some(Field::Weekday(run)),
            _ => None,
        }
    }

    fn counts_hours(self) -> bool {
        matches!(self, Field::Hour(_) | Field::Elapsed(Elapsed::Hours))
    }

    fn counts_seconds(self) -> bool {
        matches!(self, Field::Second(_) | Field::Elapsed(Elapsed::Seconds))
    }
}

/// A point in time, taken apart.
struct Moment {
    year: i64,
    month: usize,
    day: i64,
    /// 0 is Sunday.
    weekday: usize,
    /// Seconds since midnight.
    second: i64,
    /// Seconds since the epoch.
    elapsed: i64,
    /// What is left of the second, in units of its last place.
    fraction: i64,
}

impl Calendar {
    pub(super) fn new(tokens: Vec<Token>, numerals: Numerals) -> Self {
        let mut parts = parts(tokens);
        tell_minutes(&mut parts);
        let fields = || parts.iter().filter_map(|p| if let Part::Field(f) = p { Some(*f) } else { None });
        let halved = fields().any(|f| matches!(f, Field::Meridiem(_)));
        let places = fields().find_map(|f| if let Field::Fraction(n) = f { Some(n) } else { None }).unwrap_or(0);
        Calendar { parts, numerals, halved, places }
    }

    /// The date as this section shows it; `None` outside of the years 1900 to 9999.
    pub(super) fn show(&self, value: f64, epoch: Epoch) -> Option<String> {
        let moment = Moment::of(value, epoch, 10i64.pow(self.places))?;
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Literal(text) => out.push_str(text),
                Part::Field(field) => out.push_str(&self.field(*field, &moment)),
            }
        }
        Some(out)
    }

    fn field(&self, field: Field, moment: &Moment) -> String {
        match field {
            Field::Year(1 | 2) => self.digits(moment.year % 100, 2),
            Field::Year(_) => self.digits(moment.year, 4),
            Field::Month(3) => MONTHS[moment.month - 1][..3].to_owned(),
            Field::Month(5) => MONTHS[moment.month - 1][..1].to_owned(),
            Field::Month(4) => MONTHS[moment.month - 1].to_owned(),
            Field::Month(run) => self.counted(moment.month as i64, run),
            Field::Day(3) => ENGLISH_WEEKDAYS[moment.weekday][..3].to_owned(),
            Field::Day(run) if run > 3 => ENGLISH_WEEKDAYS[moment.weekday].to_owned(),
            Field::Day(run) => self.counted(moment.day, run),
            Field::Hour(run) => self.counted(self.hour(moment.second / 3600), run),
            Field::Minute(run) => self.counted(moment.second / 60 % 60, run),
            Field::Second(run) => self.counted(moment.second % 60, run),
            Field::Fraction(places) => format!(".{:0width$}", moment.fraction, width = places as usize),
            Field::Weekday(3) => WEEKDAYS[moment.weekday].to_owned(),
            Field::Weekday(_) => format!("星期{}", WEEKDAYS[moment.weekday]),
            Field::Meridiem([morning, afternoon]) => if moment.second / 3600 < 12 { morning } else { afternoon }.to_owned(),
            Field::Elapsed(Elapsed::Hours) => (moment.elapsed / 3600).to_string(),
            Field::Elapsed(Elapsed::Minutes) => (moment.elapsed / 60).to_string(),
            Field::Elapsed(Elapsed::Seconds) => moment.elapsed.to_string(),
        }
    }

    fn hour(&self, hour: i64) -> i64 {
        match (self.halved, hour % 12) {
            (false, _) => hour,
            (true, 0) => 12,
            (true, rest) => rest,
        }
    }

    /// A number below a hundred: 十二 in Chinese numerals.
    fn counted(&self, number: i64, run: usize) -> String {
        let Numerals::Chinese(digits) = self.numerals else {
            return if run >= 2 { format!("{number:02}") } else { number.to_string() };
        };
        let numeral = |n: i64| digits[n as usize % 10];
        let mut out = String::new();
        if number >= 20 {
            out.push(numeral(number / 10));
        }
        if number >= 10 {
            out.push(digits[10]);
        }
        if number % 10 != 0 || number == 0 {
            out.push(numeral(number % 10));
        }
        out
    }

    /// A year, digit by digit.
    fn digits(&self, number: i64, width: usize) -> String {
        let arabic = format!("{number:0width$}");
        match self.numerals {
            Numerals::Arabic => arabic,
            Numerals::Chinese(digits) => arabic.bytes().map(|b| digits[usize::from(b - b'0')]).collect(),
        }
    }
}

impl Moment {
    fn of(value: f64, epoch: Epoch, units: i64) -> Option<Self> {
        if !(0.0..=LAST_DAY as f64 + 1.0).contains(&value) {
            return None;
        }
        let ticks = (value * SECONDS_OF_DAY as f64 * units as f64).round() as i64;
        let elapsed = ticks / units;
        let days = elapsed / SECONDS_OF_DAY + if epoch == Epoch::Year1904 { DAYS_TO_1904 } else { 0 };
        if days > LAST_DAY {
            return None;
        }
        let (year, month, day) = date(days);
        let weekday = (days + 6).rem_euclid(7) as usize;
        Some(Moment { year, month, day, weekday, second: elapsed % SECONDS_OF_DAY, elapsed, fraction: ticks % units })
    }
}

/// The date of a day counted from 1900, with the leap day that spreadsheets take 1900 to have had.
fn date(days: i64) -> (i64, usize, i64) {
    match days {
        0 => (1900, 1, 0),
        60 => (1900, 2, 29),
        // 1 January 1900 is 25,567 days before 1970.
        1..60 => civil(days - 25_568),
        _ => civil(days - 25_569),
    }
}

/// Year, month and day of a day counted from 1 January 1970, in years that start in March.
fn civil(days: i64) -> (i64, usize, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month as usize, day)
}

/// Places of seconds that are shown at most: spreadsheets stop at milliseconds.
const MOST_PLACES: u32 = 3;

/// Tokens as parts of a date: a point with noughts behind it is a part of the second, other tokens stand for themselves.
fn parts(tokens: Vec<Token>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let part = match token {
            Token::Field(field) => Part::Field(field),
            Token::Literal(text) => Part::Literal(text),
            Token::Point => {
                let mut places = 0;
                while tokens.next_if_eq(&Token::Digit('0')).is_some() {
                    places += 1;
                }
                if places == 0 {
                    Part::Literal(".".to_owned())
                } else {
                    Part::Field(Field::Fraction(places.min(MOST_PLACES)))
                }
            }
            Token::Slash => Part::Literal("/".to_owned()),
            Token::Comma => Part::Literal(",".to_owned()),
            Token::Percent => Part::Literal("%".to_owned()),
            Token::Digit(c) => Part::Literal(c.to_string()),
            Token::Exponent { .. } | Token::General | Token::Text => continue,
        };
        parts.push(part);
    }
    parts
}

/// `m` is minutes behind hours and before seconds.
fn tell_minutes(parts: &mut [Part]) {
    let mut previous: Option<Field> = None;
    for at in 0..parts.len() {
        let Part::Field(field) = parts[at] else { continue };
        if let Field::Month(run @ 1..=2) = field {
            let next = parts[at + 1..].iter().find_map(|p| if let Part::Field(f) = p { Some(*f) } else { None });
            if previous.is_some_and(Field::counts_hours) || next.is_some_and(Field::counts_seconds) {
                parts[at] = Part::Field(Field::Minute(run));
            }
        }
        previous = Some(field);
    }
}
