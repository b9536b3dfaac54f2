//! What tells running text from titles: how sentences of reports start, and that they state amounts and counts.

use super::bodies::{BODIES, REGIONS};
use super::title::{ends_as_title, goes_on_as_title, LONGEST};
use super::vocabulary::Endings;
use crate::quantity::{self, date_maybe, Measure, Quantity, Reading};
use crate::within::digit_from;
use once_cell::sync::Lazy;

/// Words that sentences of reports start with and that no title goes on with.
const OPENERS: &[&str] = &[
    "本",
    "我",
    "该",
    "按",
    "根据",
    "依据",
    "依法",
    "截止",
    "截至",
    "围绕",
    "贯彻",
    "负责",
    "承担",
    "承办",
    "执行",
    "宣传",
    "拟订",
    "拟定",
    "制定",
    "组织",
    "坚持",
    "深入",
    "全",
    "为",
    "是",
    "以",
    "无",
    "没有",
    "未",
    "共",
    "现有",
    "由",
    "因",
    "列入",
    "纳入",
    "从",
    "随着",
    "在",
    "经",
    "详见",
    "见附",
    "《",
    "与上年",
    "与20",
    "比上年",
    "比20",
    "较上年",
    "较20",
    "上年",
    "年初",
    "年末",
    "目前",
    "认真",
    "主要是",
    "主要为",
    "主要开展",
    "主要负责",
    "主要承担",
    "主要从事",
    "主要包括",
    "主要职责",
    "主要职能",
    "主要任务",
    "主要工作",
    "主要履行",
    "参照",
    "紧紧",
    "积极",
    "切实",
    "包括",
    "其中",
    "具体",
    "如下",
    "参与",
    "协助",
    "研究",
    "指导",
    "履行",
    "通过",
];

/// Words that start as those do but that titles go on with: 目标执行情况, 任务以及.
const IN_TITLES: &[&str] = &[
    "以及",
    "以上",
    "以下",
    "执行情况",
    "执行进度",
    "执行结果",
    "组织实施",
    "组织机构",
    "组织架构",
    "组织结构",
    "组织开展",
    "全面实施",
    "因公",
    "在职",
    "经费",
    "经营",
    "经济",
    "共同",
    "具体情况",
    "研究成果",
    "按项目",
    "无偿",
];

/// Words behind the name of a body that make it the subject of a sentence.
const VERBS: &[&str] = &[
    "包括", "属", "是", "的", "设", "下设", "下属", "内设", "共", "现", "为", "主要", "围绕", "坚持", "按", "认真", "贯彻", "由", "有", "20", "无", "没有",
    "全", "系", "在", "承担", "负责", "管理", "部门",
];

/// Whether a sentence starts here, as one does behind the title of its section: with a year, with one of few words, with the
/// name of a body and what it does.
pub(super) fn starts(text: &str) -> bool {
    date_maybe(text).is_some_and(|read| read.is_year) || opens(text) || starts_with_body(text)
}

fn opens(text: &str) -> bool {
    OPENERS.iter().any(|word| text.starts_with(word)) && !IN_TITLES.iter().any(|word| text.starts_with(word))
}

/// Whether text starts with the name of a body and a verb: 某镇人民政府包括, 某局部门收入.
fn starts_with_body(text: &str) -> bool {
    const LONGEST_NAME: usize = 24;
    let connects = text.starts_with(['和', '及', '与', '或', '的']) || goes_on_as_title(text);
    if connects {
        return false;
    }
    let name = text.char_indices().take(LONGEST_NAME).take_while(|(_, c)| !matches!(c, '，' | '。' | '：' | '；' | '、' | '”'));
    name.skip(1).any(|(at, c)| {
        let (name, behind) = text.split_at(at + c.len_utf8());
        (BODIES.end(name) || name.ends_with(REGIONS)) && VERBS.iter().any(|verb| behind.starts_with(verb))
    })
}

/// Whether a text goes on to its first mark as a title does, so that it is a title in whole: 绩效目标执行情况。
pub(super) fn is_title_in_whole(text: &str) -> bool {
    let mark = |c: char| matches!(c, '。' | '：' | '；' | '，');
    let end = text.find(mark).unwrap_or(text.len());
    let closed = !text[end..].starts_with('，');
    closed && ends_as_title(&text[..end]) && !states_quantity(&text[..end]) && text[..end].chars().count() <= LONGEST
}

/// Whether a title states an amount, a share or a count: then it is a sentence.
pub(super) fn states_quantity(title: &str) -> bool {
    quantities(title, |_, _| true)
}

/// Whether a title has its value behind it, so that it is an item with its amount: 人员经费 + ：61.60万元. Neither a year nor the number of
/// the first item of a list is a value.
pub(super) fn gives_value(behind: &str) -> bool {
    let value = behind.strip_prefix('：').filter(|value| value.starts_with(|c: char| c.is_ascii_digit()));
    value.is_some_and(|value| matches!(quantity::read(value, 0).reading, Reading::Quantity(Quantity { unit: Some(_), .. })))
}

/// Whether a sentence ends in a bare number that it gives: 某单位无行政人员，机关运行经费为0.
pub(super) fn gives_number(title: &str) -> bool {
    let words = title.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    words.len() < title.len() && words.ends_with(['为', '是', '计', '共'])
}

/// Whether a text before the first heading is of the report: it states money or shares, or sentences of it count something.
pub(super) fn speaks(text: &str) -> bool {
    speaks_money(text) || text.contains(['，', '。']) && quantities(text, |before, measure| is_stock(measure) && !is_counter(before))
}

/// Whether a text states money or shares.
pub(super) fn speaks_money(text: &str) -> bool {
    money_in(text).is_some()
}

/// Where the first unit of money or percent sign stands behind a number.
pub(super) fn money_in(text: &str) -> Option<usize> {
    const YUAN: &[u8; 3] = b"\xe5\x85\x83";
    let number = digit_from(text, 0)?;
    let bytes = text.as_bytes();
    let numbered = |at: &usize| text[..*at].trim_end_matches(['万', '亿']).ends_with(|c: char| c.is_ascii_digit());
    let unit = |last: usize| match bytes[last] {
        b'%' => Some(last),
        _ => bytes[..=last].ends_with(YUAN).then(|| last + 1 - YUAN.len()),
    };
    memchr::memchr2_iter(b'%', YUAN[2], &bytes[number..]).filter_map(|offset| unit(number + offset)).find(numbered)
}

/// Whether what stands before a number says that it counts the visits of a page or the size of its letters.
fn is_counter(before: &str) -> bool {
    COUNTERS.end(before.trim_end_matches(['：', ' ']))
}

/// What pages count: 浏览次数, 点击量, and how large their letters are.
static COUNTERS: Lazy<Endings> = Lazy::new(|| {
    Endings::of(["浏览", "浏览数", "浏览量", "阅读", "阅读数", "阅读量", "点击", "点击数", "点击量", "访问", "访问数", "访问量", "次数", "人气", "字号"])
});

/// Whether it counts what bodies have: people, offices, vehicles. A page says how long its sound is and how often it was read.
fn is_stock(measure: Measure) -> bool {
    matches!(measure, Measure::Vehicle | Measure::Batch | Measure::Person | Measure::Set | Measure::Piece)
}

/// Whether any number of a text has a unit, of those that `counts` by what stands before and what is measured.
fn quantities(text: &str, counts: fn(&str, Measure) -> bool) -> bool {
    let mut at = 0;
    while let Some(start) = digit_from(text, at) {
        if let Some(length) = year_maybe(&text[start..]) {
            at = start + length;
            continue;
        }
        let read = quantity::read(text, start);
        if let Reading::Quantity(Quantity { unit: Some(_), measure: Some(measure), .. }) = &read.reading {
            if counts(&text[..start], *measure) {
                return true;
            }
        }
        at = read.end;
    }
    false
}

/// The bytes of a date that starts with its year: 2020年12月. Titles start so, and what is longer to read would tell no other.
fn year_maybe(text: &str) -> Option<usize> {
    let digits = |year: &&[u8]| year.iter().all(u8::is_ascii_digit);
    text.as_bytes().get(..4).filter(digits).filter(|_| text[4..].starts_with('年'))?;
    date_maybe(text).map(|read| read.length)
}

/// Whether words are the start of a sentence that a blank stands in, and no title.
pub(super) fn opens_clause(title: &str) -> bool {
    const CLAUSES: &[&str] = &["截至", "截止", "根据", "按照", "与", "比", "较", "其中", "由于", "主要用于", "主要原因", "主要是", "因"];
    CLAUSES.iter().any(|word| title.starts_with(word)) && !title.starts_with("因公")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_a_page_are_told_from_those_of_a_body() {
        for before in ["浏览", "浏览次数：", "浏览量： ", "点击数", "阅读量："] {
            assert!(is_counter(before), "{before}");
        }
        for before in ["公务用车数量", "人数：", "编制", "接待批次"] {
            assert!(!is_counter(before), "{before}");
        }
    }

    #[test]
    fn money_stands_where_its_first_unit_or_percent_sign_does() {
        assert_eq!(money_in("占5%，计3万元"), Some("占5".len()));
        assert_eq!(money_in("计3万元，占5%"), Some("计3万".len()));
        assert_eq!(money_in("3单元、%"), None);
        assert_eq!(money_in("元3"), None);
    }
}
