//! The numbering of headings and items, in all the forms that reports print.

use crate::quantity::{date_maybe, numeral_maybe};

/// How an item is numbered; items of one style are brothers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Style {
    /// 第一部分.
    Part,
    /// 附件1, 附件一.
    Attachment,
    /// 一、 and 一. and 一：.
    Chapter,
    /// （一）, with 、 or a point behind it or without.
    Bracketed,
    /// 1. and 1、.
    Arabic,
    /// （1）.
    BracketedArabic,
    /// 1） .
    HalfBracketed,
    /// ①.
    Circled,
    /// 表一：, 表1：.
    Table,
}

/// A label at the start of a heading or item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) style: Style,
    /// The ordinal; 0 where it was lost.
    pub(crate) ordinal: u32,
    /// Bytes of the label with its own punctuation (一、, 第一部分：).
    pub(crate) length: usize,
    /// Bytes to where the title starts.
    pub(crate) skip: usize,
}

/// Reads a label at the start of folded text.
///
/// ```ebnf
/// label = "第" ordinal "部分" [ "：" | "、" ] | ordinal ( "、" | "." | "：" ) | number ( "." | "、" )
///       | ( "（" ordinal "）" | "（" number "）" | number "）" ) [ "、" | "." ] | circled | ( "表" | "附件" ) ordinal [ "：" ] ;
/// ```
/// Seen as `第二部分`, `一、`, `（三）`, `（一）、`, `1.`, `8、`, `（2）`, `1）`, `①`, `表一：`, `附件1`.
pub(crate) fn label_maybe(text: &str) -> Option<Label> {
    let first = text.chars().next()?;
    match first {
        '第' => part(text),
        '附' => attachment(text),
        '表' => table(text),
        '（' => bracketed(text),
        '0'..='9' => arabic(text),
        '①'..='⑳' => Some(Label { style: Style::Circled, ordinal: first as u32 - '①' as u32 + 1, length: 3, skip: 3 }),
        _ => chapter(text, digit(first)?),
    }
}

/// An ordinal in Chinese numerals, up to three characters of it, or in one or two digits.
fn ordinal(text: &str) -> Option<(u32, usize)> {
    let digit = |byte: &u8| u32::from(byte - b'0');
    match text.as_bytes() {
        [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', ..] => None,
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9', ..] => Some((digit(tens) * 10 + digit(ones), 2)),
        [ones @ b'0'..=b'9', ..] => Some((digit(ones), 1)),
        _ => numerals(text),
    }
}

fn numerals(text: &str) -> Option<(u32, usize)> {
    const LONGEST: usize = 3;
    let mut chars = text.chars();
    let value = chars.next().and_then(digit)?;
    // Nearly all have one character.
    if !chars.next().is_some_and(is_numeral) {
        return Some((value, '一'.len_utf8()));
    }
    let count = text.chars().take(LONGEST + 1).take_while(|c| is_numeral(*c)).count();
    if count > LONGEST {
        return None;
    }
    let window = &text[..count * '一'.len_utf8()];
    let read = numeral_maybe(window).filter(|read| read.length == window.len())?;
    Some((read.value.try_into().ok()?, read.length))
}

fn is_numeral(c: char) -> bool {
    digit(c).is_some()
}

/// What a numeral means that stands alone.
fn digit(c: char) -> Option<u32> {
    Some(match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

fn part(text: &str) -> Option<Label> {
    let (number, length) = ordinal(text.strip_prefix('第')?)?;
    let end = '第'.len_utf8() + length;
    let behind = text[end..].strip_prefix("部分")?;
    let length = end + "部分".len();
    let mark = behind.chars().next().filter(|c| matches!(c, '：' | '、'));
    let length = length + mark.map_or(0, char::len_utf8);
    let behind = mark.map_or(behind, |mark| &behind[mark.len_utf8()..]);
    let skip = length + behind.chars().take_while(|c| matches!(c, '：' | '、' | '.' | ' ')).map(char::len_utf8).sum::<usize>();
    Some(Label { style: Style::Part, ordinal: number, length, skip })
}

/// A label that starts with a numeral.
fn chapter(text: &str, first: u32) -> Option<Label> {
    const NUMERAL: usize = '一'.len_utf8();
    let (number, length) = if text[NUMERAL..].starts_with(is_numeral) { numerals(text)? } else { (first, NUMERAL) };
    let mark = text[length..].chars().next().filter(|c| matches!(c, '、' | '.' | '：' | '，'))?;
    let skip = length + mark.len_utf8();
    Some(Label { style: Style::Chapter, ordinal: number, length: skip, skip })
}

fn bracketed(text: &str) -> Option<Label> {
    let inner = text.strip_prefix('（')?;
    let (number, length) = ordinal(inner)?;
    let behind = inner[length..].strip_prefix('）')?;
    let style = if inner.starts_with(|c: char| c.is_ascii_digit()) { Style::BracketedArabic } else { Style::Bracketed };
    let close = text.len() - behind.len();
    let length = close + mark_behind(behind);
    Some(Label { style, ordinal: number, length, skip: length })
}

/// The bytes of the mark that may stand behind the bracket of a label: `（一）、`, `1）.`.
fn mark_behind(text: &str) -> usize {
    text.chars().next().filter(|c| matches!(c, '、' | '.')).map_or(0, char::len_utf8)
}

fn arabic(text: &str) -> Option<Label> {
    let (number, digits) = ordinal(text)?;
    let behind = &text[digits..];
    let mark = behind.chars().next()?;
    let rest = &behind[mark.len_utf8()..];
    let style = match mark {
        '.' | '、' => Style::Arabic,
        '）' => Style::HalfBracketed,
        _ => return None,
    };
    let decimal = mark == '.' && rest.starts_with(|c: char| c.is_ascii_digit()) && date_maybe(rest).is_none();
    let list = mark == '、' && rest.starts_with(|c: char| c.is_ascii_digit()) && !doubled(text, rest) && date_maybe(rest).is_none();
    let skip = digits + mark.len_utf8() + if style == Style::HalfBracketed { mark_behind(rest) } else { 0 };
    (!decimal && !list && number < 100).then_some(Label { style, ordinal: number, length: skip, skip })
}

/// `3、3、`: the same label twice.
fn doubled(text: &str, rest: &str) -> bool {
    let length = text.len() - rest.len();
    rest.as_bytes().starts_with(&text.as_bytes()[..length])
}

fn attachment(text: &str) -> Option<Label> {
    let behind = text.strip_prefix("附件")?;
    let (number, length) = ordinal(behind)?;
    let length = "附件".len() + length;
    let skip = length + text[length..].chars().take_while(|c| matches!(c, '：' | '、' | '.' | ' ')).map(char::len_utf8).sum::<usize>();
    Some(Label { style: Style::Attachment, ordinal: number, length, skip })
}

fn table(text: &str) -> Option<Label> {
    let (number, length) = ordinal(text.strip_prefix('表')?)?;
    let end = '表'.len_utf8() + length;
    let mark = text[end..].chars().next().filter(|c| matches!(c, '：' | '、' | '.'))?;
    let length = end + mark.len_utf8();
    Some(Label { style: Style::Table, ordinal: number, length, skip: length })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, style: Style, ordinal: u32, label: &str) {
        let read = label_maybe(text).unwrap_or_else(|| panic!("no label in {text}"));
        assert_eq!((read.style, read.ordinal, &text[..read.length]), (style, ordinal, label), "{text}");
    }

    #[test]
    fn every_form_of_numbering_is_read() {
        reads("第二部分2020年度", Style::Part, 2, "第二部分");
        reads("第一部分：部门概况", Style::Part, 1, "第一部分：");
        reads("十一、其他", Style::Chapter, 11, "十一、");
        reads("一.概况", Style::Chapter, 1, "一.");
        reads("（三）国有", Style::Bracketed, 3, "（三）");
        reads("（一）、主要", Style::Bracketed, 1, "（一）、");
        reads("8、年末", Style::Arabic, 8, "8、");
        reads("1.2015年收支", Style::Arabic, 1, "1.");
        reads("（三）.国有", Style::Bracketed, 3, "（三）.");
        reads("（2）津贴", Style::BracketedArabic, 2, "（2）");
        reads("1）项目", Style::HalfBracketed, 1, "1）");
        reads("1）.项目", Style::HalfBracketed, 1, "1）.");
        reads("②其他", Style::Circled, 2, "②");
        reads("表一：收入", Style::Table, 1, "表一：");
        reads("附件2", Style::Attachment, 2, "附件2");
        reads("3、3、公务", Style::Arabic, 3, "3、");
    }

    #[test]
    fn numbers_and_words_are_no_labels() {
        for text in ["1.65亿元", "一般公共预算", "2020年", "（境）费", "三公经费", "2、3号", "十分"] {
            assert_eq!(label_maybe(text), None, "{text}");
        }
    }
}
