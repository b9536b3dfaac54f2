//! Years, dates and times.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A date as far as it is printed: a year, a month or a day. Written `2020`, `2020-12` or `2020-12-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// A text that is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no date {text:?}, expected YYYY, YYYY-MM or YYYY-MM-DD")]
pub struct DateError {
    /// What was read.
    pub text: String,
}

impl Date {
    /// A date, if there is such a month and day. A day needs a month.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let longest = match (month, year) {
            (None, _) => 0,
            (Some(4 | 6 | 9 | 11), _) => 30,
            (Some(2), y) if y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) => 29,
            (Some(2), _) => 28,
            (Some(1..=12), _) => 31,
            (Some(_), _) => return None,
        };
        let fits = day.is_none_or(|d| d >= 1 && d <= longest);
        ((1..=9999).contains(&year) && fits).then_some(Date { year, month, day })
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1; `None` if only the year is known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, from 1; `None` if it is not known.
    pub fn day(self) -> Option<u8> {
        self.day
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let error = || DateError { text: text.to_owned() };
        let mut parts = text.split('-');
        let year = parts.next().filter(|p| p.len() == 4).and_then(|p| p.parse().ok()).ok_or_else(error)?;
        let mut two = || match parts.next() {
            None => Ok(None),
            Some(p) if p.len() == 2 => p.parse().map(Some).map_err(|_| error()),
            Some(_) => Err(error()),
        };
        let (month, day) = (two()?, two()?);
        if parts.next().is_some() {
            return Err(error());
        }
        Date::new(year, month, day).ok_or_else(error)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A date or a time in running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DateRead {
    /// The date, of a range its end; `None` for a day of an unnamed year, a time or a range of such days.
    pub(crate) date: Option<Date>,
    /// Whether only a year is printed: `2020年`, `2020年度`.
    pub(crate) is_year: bool,
    /// The months that are printed; `None` for a year, a time, or a date of digits and marks.
    pub(crate) months: Option<Months>,
    /// Bytes taken, up to and including 年, 月, 日.
    pub(crate) length: usize,
}

/// From which month to which a date reaches, from 1; a single month is both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Months {
    pub(crate) first: u8,
    pub(crate) last: u8,
    /// The day of the last month; `None` if none is printed.
    pub(crate) day: Option<u8>,
}

/// Years that reports speak of.
const YEARS: std::ops::RangeInclusive<u16> = 1949..=2049;

/// A plain number at the start of `text` and what stands behind it.
fn plain(text: &str) -> Option<(u16, &str)> {
    const LONGEST: usize = 4;
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = || text[..length].bytes().fold(0, |value, digit| value * 10 + u16::from(digit - b'0'));
    (1..=LONGEST).contains(&length).then(|| (value(), &text[length..]))
}

/// What stands between the first and the last of a range.
const TO: [char; 7] = ['-', '—', '–', '～', '~', '至', '到'];

/// Reads a date at the start of `text`.
///
/// ```ebnf
/// date = year "年" [ "度" ] [ months ] | year sep month sep day [ time ] | year dash year "年" | months | hour ":" minute [ ":" second ] ;
/// months = month [ "月" [ day "日" ] ] to month "月" [ day "日" ] | month "月" [ day "日" ] ;
/// ```
/// Seen as `2020年12月31日`, `2016-08-10 18:33`, `2017-2019年`, `12月底`, `1-6月`, `2020年1月至9月`.
pub(crate) fn date_maybe(text: &str) -> Option<DateRead> {
    let (number, rest) = plain(text)?;
    let read = if YEARS.contains(&number) && text.len() - rest.len() == 4 { from_year(number, rest) } else { from_month(number, rest) };
    read.map(|Parts { date, is_year, months, behind }| DateRead { date, is_year, months, length: text.len() - behind.len() })
}

/// Whether digits may begin a date, by their number and the text behind them. Nearly all numbers are amounts.
pub(super) fn may_begin(digits: usize, behind: &str) -> bool {
    match behind.chars().next() {
        Some('月' | ':' | '：') => digits <= 4,
        Some('年' | '、' | '/' | '.') => digits == 4,
        Some(to) if TO.contains(&to) => digits == 4 || digits <= 2 && plain(&behind[to.len_utf8()..]).is_some_and(|(_, rest)| rest.starts_with('月')),
        _ => false,
    }
}

/// What was read of a date, and what stands behind it.
struct Parts<'a> {
    date: Option<Date>,
    is_year: bool,
    months: Option<Months>,
    behind: &'a str,
}

impl<'a> Parts<'a> {
    /// A date or time that names no month in words.
    fn of(date: Option<Date>, is_year: bool, behind: &'a str) -> Self {
        Parts { date, is_year, months: None, behind }
    }
}

fn from_year(year: u16, rest: &str) -> Option<Parts<'_>> {
    if let Some(behind) = rest.strip_prefix('年') {
        return Some(behind_year(year, behind));
    }
    if let Some(second) = rest.strip_prefix(TO).or_else(|| rest.strip_prefix('、')).and_then(plain) {
        if let (last, Some(behind)) = (second.0, second.1.strip_prefix('年')) {
            if YEARS.contains(&last) {
                return Some(Parts::of(Date::new(last, None, None), false, behind));
            }
        }
    }
    let separator = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (month, rest) = plain(&rest[1..])?;
    let (day, rest) = plain(rest.strip_prefix(separator)?)?;
    let date = Date::new(year, Some(month.try_into().ok()?), Some(day.try_into().ok()?))?;
    let behind = plain(rest.trim_start()).and_then(|(hour, rest)| clock(hour, rest)).map_or(rest, |time| time.behind);
    Some(Parts::of(Some(date), false, behind))
}

fn behind_year(year: u16, behind: &str) -> Parts<'_> {
    let read = plain(behind).and_then(|(month, rest)| months(month, rest));
    let Some((months, rest)) = read else { return Parts::of(Date::new(year, None, None), true, behind) };
    let date = Date::new(year, Some(months.last), months.day).or_else(|| Date::new(year, Some(months.last), None));
    Parts { date, is_year: false, months: Some(months), behind: rest }
}

fn from_month(number: u16, rest: &str) -> Option<Parts<'_>> {
    match months(number, rest) {
        Some((months, behind)) => Some(Parts { date: None, is_year: false, months: Some(months), behind }),
        None => clock(number, rest),
    }
}

/// Reads a month, or a range of them, that starts with a number, and what stands behind.
fn months(number: u16, rest: &str) -> Option<(Months, &str)> {
    let month = |number: u16| u8::try_from(number).ok().filter(|month| (1..=12).contains(month));
    let first = month(number)?;
    let single = rest.strip_prefix('月').map(day);
    let (_, behind) = single.unwrap_or((None, rest));
    let second = behind.strip_prefix(TO).and_then(plain).and_then(|(number, rest)| Some((month(number)?, rest.strip_prefix('月')?)));
    if let Some((last, rest)) = second.filter(|(last, _)| *last >= first) {
        let (day, behind) = day(rest);
        return Some((Months { first, last, day }, behind));
    }
    single.map(|(day, behind)| (Months { first, last: first, day }, behind))
}

/// The day behind a month, and what stands behind it.
fn day(text: &str) -> (Option<u8>, &str) {
    let read = plain(text).and_then(|(day, rest)| Some((u8::try_from(day).ok()?, rest.strip_prefix(['日', '号'])?)));
    read.filter(|(day, _)| (1..=31).contains(day)).map_or((None, text), |(day, behind)| (Some(day), behind))
}

fn clock(hour: u16, rest: &str) -> Option<Parts<'_>> {
    if hour > 24 {
        return None;
    }
    let minutes = rest.strip_prefix([':', '：'])?;
    let (minute, behind) = plain(minutes).filter(|(minute, behind)| *minute < 60 && minutes.len() - behind.len() == 2)?;
    debug_assert!(minute < 60);
    let behind = behind.strip_prefix([':', '：']).and_then(plain).map_or(behind, |(_, behind)| behind);
    Some(Parts::of(None, false, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, date: Option<&str>, length: usize) {
        let read = date_maybe(text).expect("a date");
        assert_eq!((read.date.map(|d| d.to_string()), read.length), (date.map(str::to_owned), length), "{text}");
    }

    #[test]
    fn dates_are_read_as_far_as_they_are_printed() {
        reads("2020年12月31日，", Some("2020-12-31"), 17);
        reads("2020年12月底", Some("2020-12"), 12);
        reads("2020年度部门", Some("2020"), 7);
        reads("2016-08-10 18:33 微信", Some("2016-08-10"), 16);
        reads("2017-2019年财政规划", Some("2019"), 12);
        reads("12月31日", None, 10);
        reads("18:33", None, 5);
        reads("2023年2月30日，", Some("2023-02"), 16);
    }

    #[test]
    fn months_are_read_with_those_they_reach_to() {
        let reads = |text: &str, date: Option<&str>, length: usize, months: (u8, u8)| {
            let read = date_maybe(text).expect("a date");
            let months = Months { first: months.0, last: months.1, day: read.months.and_then(|months| months.day) };
            assert_eq!((read.date.map(|d| d.to_string()), read.length, read.months), (date.map(str::to_owned), length, Some(months)), "{text}");
        };
        reads("1-6月支出", None, 6, (1, 6));
        reads("1月至11月，", None, 12, (1, 11));
        reads("2023年1—6月", Some("2023-06"), 15, (1, 6));
        reads("2023年1月1日至12月31日", Some("2023-12-31"), 28, (1, 12));
        reads("9月1日-2日", None, 8, (9, 9));
        reads("12月-2024年", None, 5, (12, 12));
        assert!(date_maybe("1-13月").is_none() && date_maybe("6-1月").is_none() && date_maybe("2020年").is_some_and(|read| read.months.is_none()));
    }

    #[test]
    fn impossible_dates_are_none() {
        assert_eq!(Date::new(2021, Some(2), Some(29)), None);
        assert_eq!("2021-13".parse::<Date>().map_err(|e| e.to_string()), Err("no date \"2021-13\", expected YYYY, YYYY-MM or YYYY-MM-DD".into()));
    }
}
