//! 政府收支分类科目: the functional and the economic classification of expenditure, codes and names, each with its years.
//!
//! The functional list joins codes seen in reports of 2022 to 2026, the list of about 2009 and what is known of the lists between.
//! It is not the whole list, and where it is not sure that an item kept its code the item ends early or begins late: a code that a
//! name is given is that of the year, or there is none.

mod list;

use list::{without_last_word, Item, List};
use once_cell::sync::Lazy;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
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
        const STATE_CAPITAL: u32 = 223;
        self.class().digits == STATE_CAPITAL
    }

    /// Whether it is a 类 of the economic classification of governments' budgets (政府预算支出经济分类, since 2018), beside that of departments'.
    pub(crate) fn is_of_government(self) -> bool {
        matches!(self.digits, 501..=514 | 599)
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

/// The columns are described with [`List`].
const FUNCTIONAL: &str = include_str!("functional.tsv");
const ECONOMIC: &str = include_str!("economic.tsv");

static FUNCTIONAL_LIST: Lazy<List> = Lazy::new(|| List::read(FUNCTIONAL));
static ECONOMIC_LIST: Lazy<List> = Lazy::new(|| List::read(ECONOMIC));

/// Where a name stands in the functional classification, whatever is above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// At one code.
    One(Code),
    /// At several in the year (行政运行), or at none that is sure.
    Unsure,
}

impl Named {
    /// The code, if there is only one.
    pub(crate) fn only(self) -> Option<Code> {
        match self {
            Named::One(code) => Some(code),
            Named::Unsure => None,
        }
    }
}

/// The code that all items share; `None` if there is no item, or they differ.
fn only<'a>(mut items: impl Iterator<Item = &'a Item>) -> Option<Code> {
    let code = items.next()?.code;
    items.all(|item| item.code == code).then_some(code)
}

/// The 类 of that name, the present one or an earlier; `None` if there is none.
pub fn functional_class(name: &str) -> Option<Code> {
    // A 类 has three digits and nothing above it: its parent in the list is its first digit.
    const FUNCTIONAL_CLASSES: Code = Code { digits: 2 };
    only(FUNCTIONAL_LIST.below(FUNCTIONAL_CLASSES, name, None))
}

/// The 款 or 项 of that name directly below a code in a year; `None` if there is none, or the list leaves a choice.
///
/// Codes were renumbered: 行政单位医疗 was 2100501 until 2016 and is 2101101. Without a year a name must have had one code always.
pub fn functional_below(parent: Code, name: &str, year: Option<u16>) -> Option<Code> {
    only(FUNCTIONAL_LIST.below(parent, name, year))
}

/// Where a name stands in the functional classification of a year; `None` if it never stood there.
pub(crate) fn functional_named(name: &str, year: Option<u16>) -> Option<Named> {
    let mut ever = FUNCTIONAL_LIST.named(name, None).peekable();
    ever.peek()?;
    Some(only(ever.filter(|item| item.is_of(year))).map_or(Named::Unsure, Named::One))
}

/// The name of a functional code in a year, the latest without one; `None` if the list has no such code in that year.
pub fn functional_name(code: Code, year: Option<u16>) -> Option<&'static str> {
    FUNCTIONAL_LIST.coded(code).iter().find(|item| item.is_of(year)).map(|item| item.name(year))
}

/// Whether a text starts with a name that a code has or had.
pub(crate) fn starts_with_name(code: Code, text: &str) -> bool {
    names_of(code).any(|name| text.starts_with(without_last_word(name)))
}

/// The longest name that a code has or had and that a text starts with.
pub(crate) fn leading_name(code: Code, text: &str) -> Option<&'static str> {
    names_of(code).filter(|name| text.starts_with(name)).max_by_key(|name| name.len())
}

/// Whether a text ends with a name that a code has or had.
pub(crate) fn ends_with_name(code: Code, text: &str) -> bool {
    let text = without_last_word(text);
    names_of(code).any(|name| text.ends_with(without_last_word(name)))
}

fn names_of(code: Code) -> impl Iterator<Item = &'static str> {
    let list = if code.is_functional() { &FUNCTIONAL_LIST } else { &ECONOMIC_LIST };
    list.coded(code).iter().flat_map(Item::names)
}

/// The economic code that a name has in a year; `None` if it has none or more than one.
///
/// Codes of 301, 303 and 310 were renumbered for 2018: 住房公积金 was 30311 and is 30113.
pub fn economic(name: &str, year: Option<u16>) -> Option<Code> {
    only(ECONOMIC_LIST.named(name, year))
}

/// The 类 of the economic classification of that name: 其他支出 is the name of a 款 too.
pub(crate) fn economic_class(name: &str, year: Option<u16>) -> Option<Code> {
    only(ECONOMIC_LIST.named(name, year).filter(|item| item.code.level() == Level::Class))
}

/// The code that a printed name has beside a code that is not its own; `None` where both agree, or the list cannot tell.
///
/// A code of another year is another code: 30311 was 住房公积金 up to 2017. The list does not hold every item: a code or a name that
/// it lacks is no contradiction, and neither is a name that stands at several codes (行政运行), or a code not documented in that year.
pub(crate) fn other_code(code: Code, name: &str, year: Option<u16>) -> Option<Code> {
    let list = if code.is_functional() { &FUNCTIONAL_LIST } else { &ECONOMIC_LIST };
    let documented = |code: Code| list.coded(code).iter().any(|item| item.is_documented(year));
    let is_own = || list.named(name, year).any(|item| item.code == code);
    if list.coded(code).is_empty() || is_own() || code.is_functional() && !documented(code) {
        return None;
    }
    only(list.named(name, year)).filter(|other| other.level() == code.level() && documented(*other))
}

/// Whether a text is no name that a code has or had, and becomes one with the words that stand behind it.
pub(crate) fn completes(code: Code, text: &str, rest: &str) -> bool {
    let is_one = |name: &str| name.strip_prefix(text).is_some_and(|behind| behind == rest);
    names_of(code).any(is_one) && !names_of(code).any(|name| name == text)
}

/// Whether any year's economic classification has the name.
pub fn is_economic(name: &str) -> bool {
    ECONOMIC_LIST.has(name)
}

/// All names of the economic classification, for lexicons.
pub(crate) fn economic_names() -> impl Iterator<Item = &'static str> {
    ECONOMIC_LIST.names().map(|(_, name)| name)
}

/// All names of 类 in the functional classification, for lexicons, but 国有资本经营预算支出: it names the whole fund as often.
pub(crate) fn class_names() -> impl Iterator<Item = (Code, &'static str)> {
    FUNCTIONAL_LIST.names().filter(|(code, _)| code.level() == Level::Class && !code.is_of_state_capital())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_path(path: &[&str], year: Option<u16>) -> Option<String> {
        let class = functional_class(path[0])?;
        let found = path[1..].iter().try_fold(class, |above, name| functional_below(above, name, year))?;
        Some(found.to_string())
    }

    #[track_caller]
    fn finds(year: impl Into<Option<u16>>, path: &[&str], code: &str) {
        assert_eq!(by_path(path, year.into()).as_deref(), Some(code));
    }

    fn by_name(name: &str, year: impl Into<Option<u16>>) -> Option<String> {
        functional_named(name, year.into()).expect("a name of the list").only().map(|code| code.to_string())
    }

    fn code(digits: &str) -> Code {
        digits.parse().expect("a code")
    }

    #[test]
    fn items_are_found_by_their_path_with_and_without_the_last_word() {
        finds(None, &["社会保障和就业", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"], "2080505");
        finds(None, &["住房保障支出", "住房改革支出", "住房公积金"], "2210201");
        finds(None, &["社会保障和就业支出", "行政事业单位离退休", "事业单位离退休"], "2080502");
    }

    #[test]
    fn items_have_the_code_of_their_year() {
        finds(2009, &["医疗卫生支出", "疾病预防控制", "疾病预防控制机构"], "2100501");
        finds(2012, &["医疗卫生支出", "医疗保障", "行政单位医疗"], "2100501");
        finds(2012, &["一般公共服务", "人口与计划生育事务", "计划生育家庭奖励"], "2011205");
        finds(2016, &["医疗卫生与计划生育支出", "公共卫生", "疾病预防控制机构"], "2100401");
        finds(2016, &["医疗卫生与计划生育支出", "医疗保障", "事业单位医疗"], "2100502");
        finds(2016, &["文化体育与传媒支出", "新闻出版广播影视", "电影"], "2070406");
        finds(2016, &["公共安全支出", "公安", "禁毒管理"], "2040211");
        finds(2016, &["社会保障和就业支出", "其他社会保障和就业支出", "其他社会保障和就业支出"], "2089901");
        finds(2019, &["文化旅游体育与传媒支出", "新闻出版电影", "电影"], "2070607");
        finds(2019, &["社会保障和就业支出", "退役军人管理事务", "拥军优属"], "2082804");
        finds(2019, &["灾害防治及应急管理支出", "消防事务", "消防应急救援"], "2240204");
        finds(2023, &["卫生健康支出", "公共卫生", "疾病预防控制机构"], "2100401");
        finds(2023, &["卫生健康支出", "行政事业单位医疗", "行政单位医疗"], "2101101");
        finds(2023, &["社会保障和就业支出", "其他社会保障和就业支出", "其他社会保障和就业支出"], "2089999");
    }

    #[test]
    fn items_are_found_by_former_names_as_long_as_they_keep_their_code() {
        finds(2012, &["农林水事务", "扶贫", "生产发展"], "2130505");
        finds(2023, &["农林水支出", "巩固脱贫攻坚成果衔接乡村振兴", "生产发展"], "2130505");
        finds(2016, &["社会保障和就业支出", "行政事业单位离退休", "归口管理的行政单位离退休"], "2080501");
        finds(2025, &["社会保障和就业支出", "行政事业单位离退休", "行政单位离退休"], "2080501");
        finds(2023, &["教育支出", "特殊教育", "工读学校教育"], "2050702");
    }

    #[test]
    fn items_that_ended_or_moved_have_no_code_where_they_were() {
        assert_eq!(by_path(&["卫生健康支出", "疾病预防控制"], Some(2022)), None);
        assert_eq!(by_path(&["公共安全支出", "公安", "禁毒管理"], Some(2023)), None);
        assert_eq!(by_path(&["医疗卫生支出", "医疗保障", "行政单位医疗"], None), None);
    }

    #[test]
    fn a_name_alone_has_a_code_where_one_item_of_the_year_has_it() {
        assert_eq!(by_name("疾病预防控制机构", 2022).as_deref(), Some("2100401"));
        assert_eq!(by_name("军队转业干部安置", 2016).as_deref(), Some("2011006"));
        assert_eq!(by_name("军队转业干部安置", 2019).as_deref(), Some("2080905"));
        assert_eq!(by_name("地质灾害防治", 2016).as_deref(), Some("2200111"));
        assert_eq!(by_name("地质灾害防治", 2023).as_deref(), Some("2240601"));
        assert_eq!(by_name("城市建设支出", 2016).as_deref(), Some("2120803"));
    }

    #[test]
    fn a_name_alone_has_no_code_where_items_share_it_or_the_year_is_not_known() {
        assert_eq!(by_name("城市建设支出", 2023), None);
        assert_eq!(by_name("行政运行", 2023), None);
        assert_eq!(by_name("信息化建设", 2012), None);
        assert_eq!(by_name("疾病预防控制机构", None), None);
        assert_eq!(by_name("劳教人员教育", None).as_deref(), Some("2040805"));
        assert_eq!(functional_named("绿化养护", None), None);
    }

    #[test]
    fn codes_have_the_name_of_the_year() {
        assert_eq!(functional_name(code("20805"), None), Some("行政事业单位养老支出"));
        assert_eq!(functional_name(code("20805"), Some(2016)), Some("行政事业单位离退休"));
        assert_eq!(functional_name(code("2100501"), Some(2016)), Some("行政单位医疗"));
        assert_eq!(functional_name(code("2100501"), Some(2022)), None);
        assert_eq!(functional_name(code("2999901"), None), None);
    }

    #[test]
    fn a_printed_code_is_judged_by_the_year() {
        assert_eq!(other_code(code("2080501"), "机关事业单位基本养老保险缴费支出", Some(2022)), Some(code("2080505")));
        assert_eq!(other_code(code("2100501"), "疾病预防控制机构", Some(2009)), None);
        assert_eq!(other_code(code("2100501"), "疾病预防控制机构", Some(2022)), None, "what the code is in 2022 is not documented");
        assert_eq!(other_code(code("2080501"), "归口管理的行政单位离退休", Some(2022)), None);
        assert_eq!(other_code(code("2010101"), "一般行政管理事务", Some(2022)), None);
        assert_eq!(other_code(code("30311"), "住房公积金", Some(2020)), Some(code("30113")));
        assert_eq!(other_code(code("50202"), "会议费", Some(2022)), None, "the economic classification of the government has codes of its own");
    }

    #[test]
    fn every_item_stands_below_one_of_its_years() {
        let years = [2007, 2009, 2012, 2014, 2016, 2018, 2019, 2020, 2022, 2024, 2025];
        let orphans: Vec<(Code, u16)> = FUNCTIONAL_LIST
            .names()
            .flat_map(|(code, _)| years.map(|year| (code, year)))
            .filter(|(code, year)| code.level() == Level::Item && functional_name(*code, Some(*year)).is_some())
            .filter(|(code, year)| code.up_to(Level::Group).and_then(|group| functional_name(group, Some(*year))).is_none())
            .collect();
        assert_eq!(orphans, []);
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
