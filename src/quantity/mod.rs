//! The grammar of numbers: what a run of digits in running text is, with its unit and bound. Knows no report.
//!
//! All functions read folded text (see [`crate::normalize`]) and give byte offsets of it.

mod bound;
mod date;
mod number;
mod numeral;
mod unit;

pub use bound::Bound;
pub(crate) use date::date_maybe;
pub use date::{Date, DateError};
pub(crate) use number::number_maybe;
pub(crate) use numeral::numeral_maybe;
pub use unit::Unit;
pub(crate) use unit::{unit_maybe, Measure};

use crate::spelling::spelled;
use rust_decimal::Decimal;

spelled! {
    /// What a run of digits is that is no figure.
    DigitKind, "digit kind" {
        /// A year, as in `2020年度`.
        Year = "year",
        /// A date or a time of day.
        Date = "date",
        /// The number of a heading, of an item of a list or of a caption.
        Numbering = "numbering",
        /// A code of the classification of accounts, or another identifier.
        Code = "code",
        /// The number of an official document (`〔2013〕9号`).
        DocumentNumber = "document_number",
        /// A page mark.
        PageMark = "page_mark",
        /// Part of a name: in book title marks, in quotation marks, beside Latin letters.
        Name = "name",
        /// A telephone number or a hotline.
        Phone = "phone",
        /// An ordinal: `第3次`.
        Ordinal = "ordinal",
        /// In a statutory table or another table set aside.
        TableCell = "table_cell",
        /// Around the report: the page it was published on, addresses, names of files.
        Furniture = "furniture",
        /// In the table of contents.
        Contents = "contents",
        /// In markup left in the text.
        Markup = "markup",
        /// Not read: too many digits, or behind the limit of figures; a diagnostic says so.
        Unread = "unread",
    }
}

/// A number with its unit and bound.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quantity {
    pub(crate) value: Decimal,
    /// The lower end of a range.
    pub(crate) low: Option<Decimal>,
    /// `None` where no unit is printed.
    pub(crate) unit: Option<Unit>,
    pub(crate) measure: Option<Measure>,
    pub(crate) bound: Option<Bound>,
    /// Where the words of the bound before the number start, or the number itself.
    pub(crate) lead: usize,
    /// The first digit, or the sign or numeral of the value.
    pub(crate) start: usize,
    /// Behind the unit.
    pub(crate) end: usize,
    /// Behind the words of a bound that follow the unit.
    pub(crate) tail: usize,
}

/// What a run of digits was read as.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Reading {
    /// A quantity.
    Quantity(Quantity),
    /// A year alone.
    Year(u16),
    /// A date, if it is a whole one.
    Date(Option<Date>),
    /// Something else.
    Other(DigitKind),
}

/// A reading and where it ends.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Read {
    pub(crate) reading: Reading,
    pub(crate) end: usize,
}

impl Read {
    fn other(kind: DigitKind, end: usize) -> Self {
        Read { reading: Reading::Other(kind), end }
    }
}

/// Identifiers have at least this many digits; the largest plain count seen, in 元, has 10 with separators or decimals.
const CODE_DIGITS: usize = 9;

/// The service numbers of the government have so many.
const HOTLINE_DIGITS: usize = 5;

/// Reads the digits that start at `at`. The text before is looked at for signs, bounds and what makes the digits a name.
pub(crate) fn read(text: &str, at: usize) -> Read {
    let (before, rest) = text.split_at(at);
    let Some(number) = number_maybe(rest) else { return Read::other(DigitKind::Unread, at + 1) };
    if let Some(read) = plain(text, at, &number) {
        return read;
    }
    if let Some(read) = date(rest, at, &number).or_else(|| numbered_year(rest, at, &number)) {
        return read;
    }
    let behind = &rest[number.length..];
    let kind = if may_be_named(before, behind, &number) { named(before, behind, &number) } else { None };
    if let Some(kind) = kind {
        return Read::other(kind, at + number.length);
    }
    if is_bare_year(rest, &number, behind) {
        let year = rest[..4].parse().expect("four digits were counted");
        return Read { reading: Reading::Year(year), end: at + 4 };
    }
    match number.value {
        Some(value) => quantity(text, at, value, number.length),
        None => Read::other(DigitKind::Unread, at + number.length),
    }
}

/// Most numbers: 万元 or % behind, then a mark, and before it nothing that makes a name of it. The long way would find the same.
fn plain(text: &str, at: usize, number: &number::NumberRead) -> Option<Read> {
    const NAMES: &[char] = &['话', '：', '〕', ']', '图', '表', '件', '第', '/', '+', '_', '@', '-', '—'];
    let behind = &text.as_bytes()[at + number.length..];
    let (unit, measure, length) = match behind {
        [b'%', ..] => (Unit::PERCENT, Measure::Percent, 1),
        _ if behind.starts_with("万元".as_bytes()) => (Unit::WAN_YUAN, Measure::Money, "万元".len()),
        _ => return None,
    };
    // 、。，；）
    let marked = matches!(behind[length..], [b'\n', ..] | [0xe3, 0x80, 0x81 | 0x82, ..] | [0xef, 0xbc, 0x8c | 0x9b | 0x89, ..]);
    if !marked || text[..at].ends_with(|c: char| c.is_ascii_alphabetic() || NAMES.contains(&c)) {
        return None;
    }
    let before = bound::before_maybe(&text[..at]);
    let (lead, bound) = (at - before.map_or(0, |read| read.length), before.map(|read| read.bound));
    let end = at + number.length + length;
    let quantity = Quantity { value: number.value?, low: None, unit: Some(unit), measure: Some(measure), bound, lead, start: at, end, tail: end };
    Some(Read { reading: Reading::Quantity(quantity), end })
}

/// A date, a time or a year alone.
fn date(rest: &str, at: usize, number: &number::NumberRead) -> Option<Read> {
    if number.grouped || !date::may_begin(number.whole, &rest[number.whole..]) {
        return None;
    }
    let read = date_maybe(rest)?;
    let reading = match (read.is_year, read.date) {
        (true, Some(date)) => Reading::Year(date.year()),
        _ => Reading::Date(read.date),
    };
    Some(Read { reading, end: at + read.length })
}

/// `1.2015年…`: the number of an item glued to a year, not a decimal.
fn numbered_year(rest: &str, at: usize, number: &number::NumberRead) -> Option<Read> {
    const YEAR: usize = 4;
    let behind = number.whole + 1;
    let four = number.point && !number.grouped && number.whole <= 2 && number.length == behind + YEAR;
    let glued = four && date_maybe(&rest[behind..]).is_some_and(|read| read.date.is_some());
    glued.then(|| Read::other(DigitKind::Numbering, at + behind))
}

/// Four digits without a unit that can only be a year: `2015本年收入`, `比2014决算数`.
fn is_bare_year(rest: &str, number: &number::NumberRead, behind: &str) -> bool {
    if number.point || number.grouped || number.length != 4 {
        return false;
    }
    if range_end(behind).is_some() {
        return false;
    }
    let recent = rest[..4].parse().is_ok_and(|year: u16| (2000..=2049).contains(&year));
    let followed = behind.chars().next().is_some_and(|c| !c.is_ascii() && !matches!(c, '，' | '。' | '；' | '、' | '）' | '”' | '余' | '多' | '万' | '亿'));
    // 2017人员工资 are the wages of a year, not of 2017 persons.
    recent && followed && (unit_maybe(behind).is_none() || behind.starts_with("人员"))
}

/// Whether the neighbours of a number, or its length, are such that [`named`] may make something of it. Those of most numbers are not.
fn may_be_named(before: &str, behind: &str, number: &number::NumberRead) -> bool {
    let previous = before.chars().next_back().unwrap_or('\n');
    let next = behind.chars().next().unwrap_or('\n');
    number.whole == HOTLINE_DIGITS
        || number.whole >= CODE_DIGITS
        || matches!(previous, 'a'..='z' | 'A'..='Z' | '话' | '：' | '〕' | ']' | '（' | '图' | '表' | '件' | '第' | '月' | '/' | '-' | '—' | '+' | '_' | '@')
        || matches!(next, 'a'..='z' | 'A'..='Z' | '：' | '〕' | ']' | '）' | '/' | '-' | '—' | '+' | '_' | '@')
        || matches!(next, '热' | '号' | '表' | '级' | '楼' | '室' | '房' | '国' | '省' | '县' | '乡' | '日')
}

/// What the neighbours of a number make of it, if it is no quantity.
fn named(before: &str, behind: &str, number: &number::NumberRead) -> Option<DigitKind> {
    let previous = before.chars().next_back().unwrap_or('\n');
    let next = behind.chars().next().unwrap_or('\n');
    let called = matches!(previous, '话' | '：') && ["电话", "电话：", "传真：", "邮编："].iter().any(|w| before.ends_with(w));
    if called || next == '热' && behind.starts_with("热线") {
        return Some(DigitKind::Phone);
    }
    if previous == '〕' || previous == ']' || matches!(next, '〕' | ']') || behind.starts_with('号') && !behind.starts_with("号召") {
        return Some(DigitKind::DocumentNumber);
    }
    // 财预（2022）16号, in plain brackets.
    let serial = || behind.strip_prefix('）').map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit())).is_some_and(|rest| rest.starts_with('号'));
    if previous == '（' && next == '）' && serial() {
        return Some(DigitKind::DocumentNumber);
    }
    let captioned = matches!(previous, '图' | '表') || previous == '件' && before.ends_with("附件");
    if captioned && !number.point && unit_maybe(behind).is_none() && !behind.starts_with(['万', '亿']) {
        return Some(DigitKind::Numbering);
    }
    if next == '表' && ["公开", "财决", "附"].iter().any(|w| before.ends_with(w)) {
        return Some(DigitKind::Numbering);
    }
    if previous == '第' {
        return Some(DigitKind::Ordinal);
    }
    if is_grade_or_place(before, behind, number) {
        return Some(DigitKind::Name);
    }
    if before.ends_with("每月") && behind.starts_with('日') {
        return Some(DigitKind::Date);
    }
    if is_phone(before, behind, number) || is_hotline(number, behind) {
        return Some(DigitKind::Phone);
    }
    let latin_unit = next.is_ascii_alphabetic() && unit_maybe(behind).is_some_and(|u| !behind[u.length..].starts_with(|c: char| c.is_ascii_alphanumeric()));
    if previous.is_ascii_alphabetic() || next.is_ascii_alphabetic() && !latin_unit || matches!(next, '+' | '_' | '@') || matches!(previous, '+' | '_' | '@') {
        return Some(DigitKind::Name);
    }
    if matches!(next, '：' | '/') && behind[next.len_utf8()..].starts_with(|c: char| c.is_ascii_digit())
        || matches!(previous, '：' | '/') && before[..before.len() - previous.len_utf8()].ends_with(|c: char| c.is_ascii_digit())
    {
        return Some(DigitKind::Name);
    }
    let plain = !number.point && !number.grouped;
    (plain && number.whole >= CODE_DIGITS && unit_maybe(behind).is_none() && !behind.starts_with(['万', '亿', '余', '多'])).then_some(DigitKind::Code)
}

/// Whether a character is a Han character, of any block.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// `专技6级`, `管理9级`, `321楼`, `108国道`, `…/sgjf/201807/`: numbers that tell one thing from its like.
fn is_grade_or_place(before: &str, behind: &str, number: &number::NumberRead) -> bool {
    const ROADS: &[&str] = &["国道", "省道", "县道", "乡道"];
    if number.point || number.grouped {
        return false;
    }
    let grade = number.whole <= 2 && behind.starts_with('级') && before.ends_with(is_han);
    let room = number.whole == 3 && ["楼", "室", "房间"].iter().any(|word| behind.starts_with(word));
    let address = before.strip_suffix('/').is_some_and(|path| path.ends_with(|c: char| c.is_ascii_alphanumeric()));
    grade || room || address || ROADS.iter().any(|road| behind.starts_with(road))
}

/// `0827-5260000`, `13900001234`.
fn is_phone(before: &str, behind: &str, number: &number::NumberRead) -> bool {
    if number.point || number.grouped {
        return false;
    }
    let area = (3..=4).contains(&number.whole)
        && behind.starts_with(['-', '—'])
        && behind[behind.chars().next().map_or(0, char::len_utf8)..].bytes().take_while(u8::is_ascii_digit).count() >= 7;
    let local = (7..=8).contains(&number.whole) && before.ends_with(['-', '—']) && before.trim_end_matches(['-', '—']).ends_with(|c: char| c.is_ascii_digit());
    area || local
}

/// 12345, 12333: the service numbers of the government begin so.
fn is_hotline(number: &number::NumberRead, behind: &str) -> bool {
    let plain = number.whole == HOTLINE_DIGITS && number.length == HOTLINE_DIGITS;
    plain
        && number.value.is_some_and(|v| v >= Decimal::from(12_300) && v < Decimal::from(12_400))
        && unit_maybe(behind).is_none()
        && !behind.starts_with(['万', '亿', '余', '多'])
}

impl Quantity {
    /// Reads the words of a bound behind a quantity that was not read from digits.
    pub(crate) fn read_bounds(&mut self, text: &str) {
        read_bounds(text, self.start, self);
    }
}

/// Reads unit, bound and range around a value.
fn quantity(text: &str, at: usize, value: Decimal, length: usize) -> Read {
    let mut q = Quantity { value, low: None, unit: None, measure: None, bound: None, lead: at, start: at, end: at + length, tail: at + length };
    if let Some(high) = range_end(&text[q.end..]) {
        let second = q.end + high;
        let number = number_maybe(&text[second..]).and_then(|n| Some((n.value?, n.length)));
        if let Some((value, length)) = number.filter(|(value, _)| *value > q.value) {
            q.low = Some(q.value);
            q.value = value;
            q.bound = Some(Bound::Range);
            q.end = second + length;
        }
    }
    read_unit(text, &mut q);
    read_bounds(text, at, &mut q);
    read_sign(text, &mut q);
    let end = q.tail;
    Read { reading: Reading::Quantity(q), end }
}

/// Where the second number of a range starts: `2-3次`, `10%—20%`, `3至5个`.
fn range_end(behind: &str) -> Option<usize> {
    if !behind.starts_with(['%', '万', '-', '—', '–', '～', '~', '至', '到']) {
        return None;
    }
    let unit = behind.strip_prefix('%').map_or(0, |_| 1) + if behind.starts_with("万元") { "万元".len() } else { 0 };
    let dash = behind[unit..].chars().next().filter(|c| matches!(c, '-' | '—' | '–' | '～' | '~' | '至' | '到'))?;
    let digits = &behind[unit + dash.len_utf8()..];
    let number = number_maybe(digits)?;
    let unit_behind =
        unit_maybe(digits[number.length..].trim_start_matches(['余', '多', '万', '亿'])).is_some() || digits[number.length..].starts_with(['万', '亿']);
    (unit_behind && date_maybe(digits).is_none()).then(|| unit + dash.len_utf8())
}

/// `余` or `多`, a multiplier, again `余`, and the unit.
fn read_unit(text: &str, q: &mut Quantity) {
    let mut at = q.end;
    let mut over = vague(&text[at..]);
    at += over;
    let multiplier = multiplier(&text[at..]);
    at += multiplier.len();
    if over == 0 {
        over = vague(&text[at..]);
        at += over;
    }
    if let Some(unit) = unit_maybe(&text[at..]) {
        q.measure = Some(unit.measure);
        q.unit = Some(Unit::composed(multiplier, unit.name));
        q.end = at + unit.length;
        if over > 0 {
            q.bound = Some(Bound::JustOver);
        }
    } else if !multiplier.is_empty() {
        q.measure = Some(Measure::Magnitude);
        q.unit = Some(Unit::composed(multiplier, ""));
        q.end = at;
        if over > 0 {
            q.bound = Some(Bound::JustOver);
        }
    } else if over > 0 {
        q.bound = Some(Bound::JustOver);
        q.end = at;
    }
    q.tail = q.end;
}

/// Bytes of 余 or 多, where it belongs to the number and does not start a word (多个, 余额).
fn vague(text: &str) -> usize {
    let Some(behind) = text.strip_prefix('余').or_else(|| text.strip_prefix('多')) else { return 0 };
    let starts_word = ["额", "下", "年", "种经营"].iter().any(|w| behind.starts_with(w));
    if starts_word {
        0
    } else {
        '余'.len_utf8()
    }
}

fn multiplier(text: &str) -> &'static str {
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some('万'), Some('亿')) => "万亿",
        (Some('万'), _) => "万",
        (Some('亿'), _) => "亿",
        (Some('百'), Some('万')) => "百万",
        (Some('千'), Some('万')) => "千万",
        (Some('千'), behind) if !matches!(behind, Some('米' | '瓦' | '克')) => "千",
        _ => "",
    }
}

fn read_bounds(text: &str, at: usize, q: &mut Quantity) {
    let before = bound::before_maybe(&text[..at]);
    let within = q.measure == Some(Measure::Extent) && text[q.end..].starts_with('内');
    let behind = bound::behind_maybe(&text[q.end..]).or(within.then_some(bound::BoundRead { bound: Bound::AtMost, length: '内'.len_utf8() }));
    if let Some(read) = before {
        q.lead = at - read.length;
    }
    if let Some(read) = behind {
        q.tail = q.end + read.length;
    }
    // 达到90%以上 and ≥90%以上: what stands behind is the plainer word, what stands before is stronger where both are.
    q.bound = q.bound.or(before.map(|b| b.bound)).or(behind.map(|b| b.bound));
}

/// A printed minus in front of a value: `-35.20`. A dash between two words or numbers is none.
fn read_sign(text: &str, q: &mut Quantity) {
    let before = &text[..q.start];
    let Some(rest) = before.strip_suffix('-') else { return };
    let previous = rest.chars().next_back().unwrap_or('\n');
    if !previous.is_ascii_alphanumeric() && !matches!(previous, '-' | '%' | ')' | '）' | '元' | '年' | '月') {
        q.value.set_sign_negative(true);
        q.start -= 1;
        q.lead = q.lead.min(q.start);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn quantity_in(text: &str) -> (String, Option<String>, Option<Bound>, String) {
        let at = text.find(|c: char| c.is_ascii_digit()).expect("a digit");
        match read(text, at).reading {
            Reading::Quantity(q) => (q.value.to_string(), q.unit.map(|u| u.to_string()), q.bound, text[q.start..q.end].to_owned()),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[track_caller]
    fn is(text: &str, value: &str, unit: &str, bound: Option<Bound>, printed: &str) {
        assert_eq!(quantity_in(text), (value.into(), (!unit.is_empty()).then(|| unit.into()), bound, printed.into()), "{text}");
    }

    #[test]
    fn units_and_multipliers_are_read_whole() {
        is("就业21.19万人", "21.19", "万人", None, "21.19万人");
        is("帮助21.19万贫困", "21.19", "万", None, "21.19万");
        is("工资859万余元", "859", "万元", Some(Bound::JustOver), "859万余元");
        is("吸纳1万余人", "1", "万人", Some(Bound::JustOver), "1万余人");
        is("1.65亿元", "1.65", "亿元", None, "1.65亿元");
        is("293个工作日", "293", "个工作日", None, "293个工作日");
        is("设备1台（套）", "1", "台（套）", None, "1台（套）");
        is("收窄0.7个百分点", "0.7", "个百分点", None, "0.7个百分点");
    }

    #[test]
    fn bounds_stand_before_and_behind() {
        is("率稳控在3.57%以内", "3.57", "%", Some(Bound::AtMost), "3.57%");
        is("大于等于98%", "98", "%", Some(Bound::AtLeast), "98%");
        is("≥90%以上", "90", "%", Some(Bound::AtLeast), "90%");
        is("达到95%以上", "95", "%", Some(Bound::AtLeast), "95%");
        is("近1.2亿元", "1.2", "亿元", Some(Bound::JustUnder), "1.2亿元");
        is("单价100万元（含）以上", "100", "万元", Some(Bound::AtLeast), "100万元");
        is("未达到100%", "100", "%", Some(Bound::LessThan), "100%");
        is("30个左右", "30", "个", Some(Bound::About), "30个");
    }

    #[test]
    fn ranges_have_two_ends() {
        is("活动2-3次", "3", "次", Some(Bound::Range), "2-3次");
        is("10%—20%", "20", "%", Some(Bound::Range), "10%—20%");
    }

    #[test]
    fn a_minus_is_a_sign_only_behind_words() {
        is("净增-35.20万元", "-35.20", "万元", None, "-35.20万元");
    }

    #[track_caller]
    fn other(text: &str, kind: DigitKind) {
        let at = text.find(|c: char| c.is_ascii_digit()).expect("a digit");
        assert_eq!(read(text, at).reading, Reading::Other(kind), "{text}");
    }

    #[test]
    fn what_is_no_quantity_is_named() {
        other("川财会〔2013〕9号", DigitKind::DocumentNumber);
        other("川财会（2013）9号", DigitKind::DocumentNumber);
        other("系统V2.0上线", DigitKind::Name);
        other("“5+1”", DigitKind::Name);
        other("办结12345热线", DigitKind::Phone);
        other("第12次会议", DigitKind::Ordinal);
        other("索引号53293001731801000", DigitKind::Code);
        other("1.2015年收支", DigitKind::Numbering);
        assert_eq!(read("比2014决算数", 3).reading, Reading::Year(2014));
        assert_eq!(read("2015本年收入", 0).reading, Reading::Year(2015));
        assert_eq!(read("2017人员工资增加", 0).reading, Reading::Year(2017));
    }
}
