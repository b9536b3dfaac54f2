//! What stands around the cells of a table: its number, its unit, whose it is, its notes.

use super::amount::unit_named;
use crate::outline::starts_number;
use crate::quantity::Unit;
use crate::within::{find, has, has_any};
use memchr::memmem::Finder;
use once_cell::sync::Lazy;

/// Whether a text without blanks around it may say something of the table as a whole: a look at its characters that spares nearly all
/// cells the questions below.
pub(super) fn may_be(text: &str) -> bool {
    let mut rest = text.as_bytes();
    if starts_number(text) || rest.ends_with("年".as_bytes()) || rest.ends_with("年度".as_bytes()) {
        return true;
    }
    while let [first, behind @ ..] = rest {
        rest = match (first, behind) {
            // 表, 单, 续 and a colon of full width.
            (0xe8, [0xa1, 0xa8, ..]) | (0xe5, [0x8d, 0x95, ..]) | (0xe7, [0xbb, 0xad, ..]) | (0xef, [0xbc, 0x9a, ..]) | (b':', _) => return true,
            (0xe0..=0xef, [_, _, behind @ ..]) => behind,
            _ => behind,
        };
    }
    false
}

/// Words before a colon that name whose table it is.
const OWNERS: &[&str] = &[
    "部门名称",
    "单位名称",
    "编制单位",
    "编制部门",
    "公开部门",
    "公开单位",
    "填报单位",
    "填报部门",
    "预算单位",
    "预算部门",
    "决算单位",
    "部门（单位）名称",
    "部门（单位）",
    "单位（部门）",
    "部门",
    "单位",
];

/// Reads `部门：某市财政局` as whose table it is: the name, empty for a blank of the form. `单位：万元` is the unit.
pub(super) fn owner_maybe(text: &str) -> Option<&str> {
    let (name, owner) = text.split_once(['：', ':'])?;
    if !OWNERS.contains(&name) {
        return None;
    }
    let owner = ["金额单位", "单位：", "单位:"].iter().find_map(|word| find(owner, word)).map_or(owner, |at| &owner[..at]).trim();
    unit_named(owner).is_none().then_some(owner)
}

/// Reads the unit that a line or cell names: `单位：万元`, `金额单位:元`, `单位万元`, `（单位：人民币万元）`.
///
/// `编制单位：元谋县财政局` names a body.
pub(super) fn unit_maybe(text: &str) -> Option<Unit> {
    // A line may hold a whole table, whose labels say 单位 in every row: 事业单位基本养老保险缴费.
    const LONGEST: usize = 24;
    let mut rest = text;
    while let Some(at) = UNIT.find(rest.as_bytes()) {
        let before = &rest[..at];
        rest = &rest[at + "单位".len()..];
        if before.ends_with(['制', '报', '开', '算', '位', '级']) {
            continue;
        }
        let named = rest.trim_start_matches(['：', ':', '（', '(', ' ', '为']);
        let near = named.char_indices().nth(LONGEST).map_or(named, |(end, _)| &named[..end]);
        let Some(end) = near.find(['）', ')', ' ', '，', '、', '/', '\n', '\t', '\x0b']).or((near.len() == named.len()).then_some(near.len())) else {
            continue;
        };
        if let Some(unit) = unit_named(&named[..end]) {
            return Some(unit);
        }
    }
    None
}

/// What names a unit, and bodies.
static UNIT: Lazy<Finder<'static>> = Lazy::new(|| Finder::new("单位"));

/// Whether a line says something of the table as a whole: a note below it.
pub(super) fn is_note(text: &str) -> bool {
    const OPENERS: &[&str] = &["注：", "注:", "注1", "备注：", "说明：", "说明:", "本表", "注，", "附注", "*注", "※", "（注", "填表说明"];
    text.starts_with(['注', '备', '说', '本', '附', '*', '※', '（', '填']) && OPENERS.iter().any(|opener| text.starts_with(opener)) || says_empty(text)
}

/// Whether a printed line may open a note: a look at how it starts. Others are one if they say that a table is empty.
pub(super) fn may_open_note(text: &str) -> bool {
    text.starts_with(['注', '註', '备', '備', '说', '說', '本', '附', '*', '＊', '※', '（', '(', '填'])
}

/// Whether a line says that its table is empty.
pub(super) fn says_empty(text: &str) -> bool {
    has(text, "表") && has_any(text, EMPTY)
}

/// Whether a line goes on with numbered notes: `2.本套报表…` below `注：1.…`.
pub(super) fn is_next_note(notes: &[String], text: &str) -> bool {
    let number = |text: &str| {
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let behind = text[digits..].strip_prefix(['.', '、', '．']).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
        text[..digits].parse::<usize>().ok().filter(|_| behind)
    };
    let last = notes.last().map(|note| note.trim_start_matches(['注', '：', ':', '说', '明', '备']));
    number(text).is_some_and(|own| last.and_then(number) == own.checked_sub(1))
}

/// What a sentence below a table says that holds no figures; each names the table.
const EMPTY: &[&str] = &["本表无数据", "本表为空", "此表无数据", "故本表无", "故此表无", "表为空表", "空表列示", "表无数据", "本表为零", "故为空表"];

/// Whether a cell names the page or the table goes on: `续表`, `（续）`, `第2页`.
pub(super) fn is_continuation(text: &str) -> bool {
    matches!(text, "续表" | "（续表）" | "（续）" | "续" | "接上表" | "续上表")
}

/// Whether a cell only numbers the table as an attachment: `附件1-1`, `附件3：`.
pub(super) fn is_attachment(text: &str) -> bool {
    let number = text.strip_prefix("附件").map(|number| number.trim_end_matches(['：', ':']));
    number.is_some_and(|number| (1..=5).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
}

/// Whether a cell of one row above the head says when: `2023年度`, `2023年`.
pub(super) fn is_year(text: &str) -> bool {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    digits == 4 && matches!(&text[4..], "年" | "年度")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_is_told_from_the_name_of_a_body() {
        let units = [
            ("单位：万元", Some("万元")),
            ("金额单位:元", Some("元")),
            ("单位万元", Some("万元")),
            ("（单位：人民币万元）", Some("万元")),
            ("编制单位：元谋县财政局", None),
            ("编制单位：元谋县财政局 金额单位：元", Some("元")),
            ("单位名称", None),
        ];
        for (text, unit) in units {
            assert_eq!(unit_maybe(text).as_ref().map(Unit::as_str), unit, "{text}");
        }
    }

    #[test]
    fn numbered_notes_go_on() {
        let notes = ["注：1.本表反映收支。".to_owned()];
        assert!(is_next_note(&notes, "2.本套报表金额单位转换时可能存在尾数误差。"));
        assert!(!is_next_note(&notes, "3.本表为空。"));
        assert!(!is_next_note(&notes, "2.50"));
        assert!(!is_next_note(&["注：本表反映收支。".to_owned()], "2.本套报表"));
        assert!(!is_next_note(&[], "2.本套报表"));
    }

    #[test]
    fn the_owner_is_told_from_the_unit() {
        assert_eq!(owner_maybe("部门：某市财政局"), Some("某市财政局"));
        assert_eq!(owner_maybe("编制单位：某市财政局 单位：万元"), Some("某市财政局"));
        assert_eq!(owner_maybe("单位：万元"), None);
        assert_eq!(owner_maybe("公开部门："), Some(""));
    }
    #[test]
    fn attachments_are_numbers_only() {
        for number in ["附件1", "附件1-1", "附件3：", "附件12:"] {
            assert!(is_attachment(number), "{number}");
        }
        for other in ["附件", "附件：", "附件1收入总表", "附件2024年度部门决算", "附表1", "1-1"] {
            assert!(!is_attachment(other), "{other}");
        }
    }
}
