//! 政府收支分类科目: the functional and the economic classification of expenditure, codes and names.
//!
//! The functional list joins codes seen in reports of 2022 to 2026 with the list of about 2010 where its groups still mean the
//! same; earlier names stand beside the present one. It is not the whole list: a name that is not found has no code.

use once_cell::sync::Lazy;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// A code of the classification: three digits for a 类, five for a 款, seven for a 项; `301` and `30101` in the economic one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code {
    digits: u32,
}

/// A text that is no code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no code {text:?}, expected three, five or seven digits")]
pub struct CodeError {
    /// What was read.
    pub text: String,
}

/// How deep a code stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Level {
    /// 类.
    Class,
    /// 款.
    Group,
    /// 项.
    Item,
}

impl Code {
    /// 类, 款 or 项, by the number of digits.
    pub fn level(self) -> Level {
        match self.digits {
            0..=999 => Level::Class,
            1_000..=99_999 => Level::Group,
            _ => Level::Item,
        }
    }

    /// The 类 it belongs to.
    pub fn class(self) -> Code {
        let digits = match self.level() {
            Level::Class => self.digits,
            Level::Group => self.digits / 100,
            Level::Item => self.digits / 10_000,
        };
        Code { digits }
    }

    /// The code of the 类 or 款 it stands below, or its own; `None` where it does not reach down to that level.
    pub(crate) fn up_to(self, level: Level) -> Option<Code> {
        let depth = |level| match level {
            Level::Class => 0u32,
            Level::Group => 1,
            Level::Item => 2,
        };
        let above = depth(self.level()).checked_sub(depth(level))?;
        Some(Code { digits: self.digits / 100u32.pow(above) })
    }

    /// Whether an item is this one or stands below it.
    pub fn contains(self, item: Code) -> bool {
        let mut at = item.digits;
        while at > self.digits && at >= 1_000 {
            at /= 100;
        }
        at == self.digits
    }

    /// Whether it stands in 223, the 类 of the state capital budget.
    pub(crate) fn is_of_state_capital(self) -> bool {
        self.class().digits == STATE_CAPITAL
    }

    /// Whether it belongs to the functional classification (2…); the economic one starts with 3 or 5.
    pub fn is_functional(self) -> bool {
        self.class().digits / 100 == 2
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(true, "", &self.digits.to_string())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({})", self.digits)
    }
}

impl FromStr for Code {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let shaped = matches!(text.len(), 3 | 5 | 7) && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
        match text.parse() {
            Ok(digits) if shaped => Ok(Code { digits }),
            _ => Err(CodeError { text: text.to_owned() }),
        }
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// 国有资本经营预算支出, the 类 of that fund.
const STATE_CAPITAL: u32 = 223;

/// Rows `code <tab> name [ "|" earlier name … ] <tab> where`: in the list of `2010`, in reports from `2022` on, in `both`, or in `none`
/// of them and so no ground for calling a report wrong.
const FUNCTIONAL: &str = include_str!("functional.tsv");
/// Rows `code <tab> name <tab> first year <tab> last year`; a year left out sets no limit.
const ECONOMIC: &str = include_str!("economic.tsv");

/// Where a name stands in the functional classification, whatever is above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// At one code.
    One(Code),
    /// At several: 行政运行.
    Many,
}

impl Named {
    /// The code, if there is only one.
    pub(crate) fn only(self) -> Option<Code> {
        match self {
            Named::One(code) => Some(code),
            Named::Many => None,
        }
    }
}

/// Names and codes of the functional classification; a name is looked up below the 类 or 款 it stands in (0 for a 类).
struct Functional {
    names: HashMap<u32, Vec<&'static str>>,
    anywhere: HashMap<String, Named>,
    below: HashMap<u32, HashMap<String, Option<u32>>>,
    /// The years in which a code is known to have had its name.
    years: HashMap<u32, RangeInclusive<u16>>,
}

static FUNCTIONAL_INDEX: Lazy<Functional> = Lazy::new(|| {
    let mut index = Functional { names: HashMap::new(), anywhere: HashMap::new(), below: HashMap::new(), years: HashMap::new() };
    for row in FUNCTIONAL.lines() {
        let mut cells = row.split('\t');
        let mut cell = || cells.next().expect("a row has a code, names and where they stand");
        let (code, names, known) = (cell(), cell(), cell());
        let digits: u32 = code.parse().expect("codes are digits");
        let years = match known {
            "2010" => Some(0..=2010),
            "2022" => Some(2022..=u16::MAX),
            "both" => Some(0..=u16::MAX),
            _ => None,
        };
        index.years.extend(years.map(|years| (digits, years)));
        for name in names.split('|') {
            index.names.entry(digits).or_default().push(name);
            let code = Code { digits };
            index.anywhere.entry(key(name).into_owned()).and_modify(|named| *named = Named::Many).or_insert(Named::One(code));
            let entry = index.below.entry(digits / 100).or_default().entry(key(name).into_owned()).or_insert(Some(digits));
            if *entry != Some(digits) {
                *entry = None;
            }
        }
    }
    index
});

struct Economic {
    code: Code,
    name: &'static str,
    years: RangeInclusive<u16>,
}

static ECONOMIC_INDEX: Lazy<HashMap<String, Vec<Economic>>> = Lazy::new(|| {
    let mut index: HashMap<String, Vec<Economic>> = HashMap::new();
    for row in ECONOMIC.lines() {
        let mut cells = row.split('\t');
        let mut cell = || cells.next().unwrap_or("");
        let (code, name, first, last) = (cell(), cell(), cell(), cell());
        let years = first.parse().unwrap_or(0)..=last.parse().unwrap_or(u16::MAX);
        let code = code.parse().expect("codes are digits");
        index.entry(key(name).into_owned()).or_default().push(Economic { code, name, years });
    }
    index
});

/// A name as it is compared: brackets, blanks, （室） behind an office and a last 支出 do not matter.
fn key(name: &str) -> Cow<'_, str> {
    let ignored = |c: char| c.is_whitespace() || matches!(c, '（' | '）' | '(' | ')' | '“' | '”');
    // Nearly all names are of Han characters only, and none of those is ignored.
    let plain = name.bytes().fold(true, |plain, byte| plain & matches!(byte, 0x80..=0xbf | 0xe4..=0xe9));
    if !plain && name.contains(ignored) {
        let mut plain: String = name.replace("（室）", "").chars().filter(|c| !ignored(*c)).collect();
        plain.truncate(without_last_word(&plain).len());
        return Cow::Owned(plain);
    }
    Cow::Borrowed(without_last_word(name))
}

fn without_last_word(name: &str) -> &str {
    name.strip_suffix("支出").filter(|short| !short.is_empty()).unwrap_or(name)
}

/// The 类 of that name; `None` if there is none.
pub fn functional_class(name: &str) -> Option<Code> {
    below(0, name)
}

/// The 款 or 项 of that name directly below a code; `None` if there is none, or the list leaves a choice.
pub fn functional_below(parent: Code, name: &str) -> Option<Code> {
    below(parent.digits, name)
}

/// Where a name stands in the functional classification; `None` if nowhere.
pub(crate) fn functional_named(name: &str) -> Option<Named> {
    FUNCTIONAL_INDEX.anywhere.get(&*key(name)).copied()
}

fn below(parent: u32, name: &str) -> Option<Code> {
    // A 类 has three digits and nothing above it: its parent in the index is its first digit.
    let parent = if parent == 0 { 2 } else { parent };
    FUNCTIONAL_INDEX.below.get(&parent)?.get(&*key(name)).copied().flatten().map(|digits| Code { digits })
}

/// The present name of a functional code; `None` if the code is not in the list.
pub fn functional_name(code: Code) -> Option<&'static str> {
    FUNCTIONAL_INDEX.names.get(&code.digits).and_then(|names| names.first()).copied()
}

/// Whether a text starts with a name of a functional code.
pub(crate) fn starts_with_name(code: Code, text: &str) -> bool {
    FUNCTIONAL_INDEX.names.get(&code.digits).is_some_and(|names| names.iter().any(|name| text.starts_with(without_last_word(name))))
}

/// Whether a text ends with a name of a functional code.
pub(crate) fn ends_with_name(code: Code, text: &str) -> bool {
    let text = without_last_word(text);
    FUNCTIONAL_INDEX.names.get(&code.digits).is_some_and(|names| names.iter().any(|name| text.ends_with(without_last_word(name))))
}

/// The economic code that a name has in a year; `None` if it has none or more than one.
///
/// Codes of 301, 303 and 310 were renumbered for 2018: 住房公积金 was 30311 and is 30113.
pub fn economic(name: &str, year: Option<u16>) -> Option<Code> {
    let rows = ECONOMIC_INDEX.get(&*key(name))?;
    let mut fitting = rows.iter().filter(|row| year.is_none_or(|y| row.years.contains(&y))).map(|row| row.code);
    let code = fitting.next()?;
    fitting.next().is_none().then_some(code)
}

/// The 类 of the economic classification of that name: 其他支出 is the name of a 款 too.
pub(crate) fn economic_class(name: &str, year: Option<u16>) -> Option<Code> {
    let rows = ECONOMIC_INDEX.get(&*key(name))?;
    let mut fitting = rows.iter().filter(|row| row.code.level() == Level::Class && year.is_none_or(|y| row.years.contains(&y))).map(|row| row.code);
    let code = fitting.next()?;
    fitting.next().is_none().then_some(code)
}

/// The code that a printed name has beside a code that is not its own; `None` where both agree, or the list cannot tell.
///
/// A code of another year is another code: 30311 was 住房公积金 up to 2017. The list does not hold every item: a code or a name that it lacks is no contradiction, and neither is a name that stands at
/// several codes (行政运行).
pub(crate) fn other_code(code: Code, name: &str, year: Option<u16>) -> Option<Code> {
    let plain = key(name);
    if code.is_functional() {
        let names = FUNCTIONAL_INDEX.names.get(&code.digits)?;
        let known = |code: Code| FUNCTIONAL_INDEX.years.get(&code.digits).is_some_and(|years| year.is_some_and(|year| years.contains(&year)));
        if names.iter().any(|known| key(known) == plain) || !known(code) {
            return None;
        }
        return functional_named(name).and_then(Named::only).filter(|other| other.level() == code.level() && known(*other));
    }
    let rows = ECONOMIC_INDEX.get(&*plain)?;
    if rows.iter().any(|row| row.code == code && year.is_none_or(|y| row.years.contains(&y))) {
        return None;
    }
    economic(name, year)
}

/// Whether any year's economic classification has the name.
pub fn is_economic(name: &str) -> bool {
    ECONOMIC_INDEX.contains_key(&*key(name))
}

/// All names of the economic classification with their codes' levels, for lexicons.
pub(crate) fn economic_names() -> impl Iterator<Item = &'static str> {
    ECONOMIC_INDEX.values().filter_map(|rows| rows.first()).map(|row| row.name)
}

/// All names of 类 in the functional classification, for lexicons, but 国有资本经营预算支出: it names the whole fund as often.
pub(crate) fn class_names() -> impl Iterator<Item = (Code, &'static str)> {
    FUNCTIONAL_INDEX
        .names
        .iter()
        .filter(|(digits, _)| **digits < 1_000 && **digits != STATE_CAPITAL)
        .flat_map(|(digits, names)| names.iter().map(|name| (Code { digits: *digits }, *name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(path: &[&str], code: &str) {
        let mut found = functional_class(path[0]).expect("a class");
        for name in &path[1..] {
            found = functional_below(found, name).unwrap_or_else(|| panic!("{name} below {found}"));
        }
        assert_eq!(found.to_string(), code);
    }

    #[test]
    fn items_are_found_by_their_path_with_and_without_the_last_word() {
        finds(&["社会保障和就业（类）", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"].map(|n| n.trim_end_matches("（类）")), "2080505");
        finds(&["住房保障支出", "住房改革支出", "住房公积金"], "2210201");
        finds(&["社会保障和就业支出", "行政事业单位离退休", "事业单位离退休"], "2080502");
    }

    #[test]
    fn economic_codes_depend_on_the_year() {
        assert_eq!(economic("住房公积金", Some(2017)).map(|c| c.to_string()), Some("30311".into()));
        assert_eq!(economic("住房公积金", Some(2020)).map(|c| c.to_string()), Some("30113".into()));
        assert_eq!(economic("办公费", Some(2017)).map(|c| c.to_string()), Some("30201".into()));
    }

    #[test]
    fn a_code_knows_its_level() {
        let code: Code = "2080505".parse().expect("a code");
        assert_eq!((code.level(), code.class().to_string()), (Level::Item, "208".into()));
        assert!("20805050".parse::<Code>().is_err());
    }
}
