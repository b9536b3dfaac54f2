//! What stands in a cell: an amount, nothing, or words.

use crate::quantity::{number_maybe, unit_maybe, Measure, Unit};
use rust_decimal::Decimal;

/// A text without blanks around it; most have none, which their first and last character tell.
#[inline]
pub(super) fn trimmed(text: &str) -> &str {
    if is_bare(text) {
        text
    } else {
        without_blanks(text)
    }
}

fn without_blanks(text: &str) -> &str {
    // Blanks of ASCII first, for most blanks are.
    let text = text.trim_ascii();
    if is_bare(text) {
        text
    } else {
        text.trim()
    }
}

/// Whether a text starts and ends with what is no blank for sure: a character of ASCII, or one of three bytes from U+4000 on.
#[inline]
fn is_bare(text: &str) -> bool {
    let bytes = text.as_bytes();
    let han = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|byte| matches!(byte, 0xe4..=0xef));
    let opens = bytes.first().is_some_and(u8::is_ascii_graphic) || han(Some(0));
    opens && (bytes.last().is_some_and(u8::is_ascii_graphic) || han(bytes.len().checked_sub(3)))
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    /// Nothing is printed.
    Blank,
    /// A dash, `/` or 无: nothing to state, which is not 0.
    Dash,
    /// One number, with its unit if the cell prints one.
    Amount(Amount),
    /// Anything else.
    Words,
}

/// The number of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Amount {
    pub(super) value: Decimal,
    /// The unit that the cell itself prints.
    pub(super) unit: Option<Unit>,
    /// Whether decimals, separators or a sign were printed: numbers of rows and columns have none.
    pub(super) plain: bool,
    /// Bytes of blanks or brackets before the number.
    pub(super) lead: usize,
    /// Bytes up to the end of the number or of its unit.
    pub(super) length: usize,
}

/// Reads the folded text of a cell.
///
/// ```ebnf
/// cell = [ "-" | "−" | "(" ] number [ ")" ] [ unit ] ;
/// ```
/// Seen as `1,234.56`, `-35.20`, `12.5%`, `(35.20)`, `3辆`, `—`.
pub(super) fn content(text: &str) -> Content {
    match text.as_bytes().first() {
        // Names start with a Han character, and no number does.
        Some(0xe4..=0xe9) => return if text.starts_with('无') && text.trim_end() == "无" { Content::Dash } else { Content::Words },
        // Most amounts start with their digits.
        Some(b'0'..=b'9') => return unsigned_maybe(trimmed(text)).map_or(Content::Words, Content::Amount),
        _ => {}
    }
    let trimmed = trimmed(text);
    if trimmed.is_empty() {
        return Content::Blank;
    }
    if trimmed.chars().all(|c| matches!(c, '-' | '—' | '–' | '－' | '―' | '─' | '/' | '／' | '…' | '*')) || trimmed == "无" {
        return Content::Dash;
    }
    amount_maybe(text).map_or(Content::Words, Content::Amount)
}

/// Reads an amount without a sign, and without blanks around it.
fn unsigned_maybe(text: &str) -> Option<Amount> {
    let number = number_maybe(text)?;
    let (unit, taken) = own_unit(&text[number.length..])?;
    Some(Amount { value: number.value?, unit, plain: !number.point && !number.grouped && taken == 0, lead: 0, length: text.len() })
}

/// Signs of a negative amount.
const MINUS: &[char] = &['-', '−', '－', '–', '—', '▲', '△'];

fn amount_maybe(text: &str) -> Option<Amount> {
    let lead = text.len() - text.trim_start_matches([' ', '¥', '￥']).len();
    let body = text[lead..].trim_end();
    let bracketed = body.strip_prefix(['(', '（']).and_then(|inner| inner.strip_suffix([')', '）']));
    let signed = bracketed.unwrap_or(body);
    let unsigned = signed.trim_start_matches(MINUS).trim_start();
    let number = number_maybe(unsigned)?;
    let skipped = signed.len() - unsigned.len();
    let behind = &unsigned[number.length..];
    let (unit, taken) = own_unit(behind)?;
    let value = number.value?;
    let negative = skipped > 0 || bracketed.is_some() && number.point;
    // `（3）` is the number of a column or of an item, `(35.20)` a negative amount.
    if bracketed.is_some() && !number.point {
        return None;
    }
    Some(Amount {
        value: if negative { -value } else { value },
        unit,
        plain: !number.point && !number.grouped && !negative && taken == 0,
        lead,
        length: body.len(),
    })
}

/// The unit behind the number of a cell and its bytes; `None` if words follow that are no unit.
fn own_unit(behind: &str) -> Option<(Option<Unit>, usize)> {
    if behind.is_empty() {
        return Some((None, 0));
    }
    let named = behind.trim_start();
    if named.is_empty() {
        return Some((None, 0));
    }
    if let Some((name, rest)) = ["万元", "亿元", "千元"].iter().find_map(|name| Some((name, named.strip_prefix(name)?))) {
        return rest.is_empty().then(|| (name.parse().ok(), behind.len()));
    }
    let read = unit_maybe(named)?;
    (read.length == named.len()).then(|| (read.name.parse().ok(), behind.len()))
}

/// The unit that brackets in a label or head name: `车辆数（辆）`, `预算数（万元）`, `完成预算%`.
pub(super) fn unit_in_brackets(text: &str) -> Option<Unit> {
    let mut rest = text;
    while let Some(open) = rest.find(['（', '(']) {
        let inner = &rest[open..];
        let inner = &inner[inner.chars().next()?.len_utf8()..];
        let close = inner.find(['）', ')'])?;
        if let Some(unit) = unit_named(inner[..close].trim().trim_start_matches("单位：").trim_start_matches("单位")) {
            return Some(unit);
        }
        rest = &inner[close..];
    }
    rest.trim_end().ends_with('%').then_some(Unit::PERCENT)
}

/// The unit that a whole text names. Of several, as in 台、辆 of vehicles, the one that vehicles are counted in, else all as printed.
pub(super) fn unit_named(text: &str) -> Option<Unit> {
    const LONGEST_LIST: usize = 12;
    let text = text.strip_prefix("人民币").unwrap_or(text);
    let mut parts = text.split(['、', '，', '/']);
    match text {
        _ if text.len() <= LONGEST_LIST && parts.clone().nth(1).is_some() => {
            let all = parts
                .all(|part| unit_maybe(part).is_some_and(|read| read.length == part.len() && !matches!(read.measure, Measure::Magnitude | Measure::Money)));
            all.then(|| if text.contains('辆') { "辆" } else { text }).and_then(|name| name.parse().ok())
        }
        "万元" | "亿元" | "千元" | "元" => text.parse().ok(),
        _ => unit_maybe(text).filter(|read| read.length == text.len() && read.measure != Measure::Magnitude).and_then(|read| read.name.parse().ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, value: &str, unit: Option<&str>) {
        let Content::Amount(amount) = content(text) else { panic!("{text} is no amount") };
        assert_eq!((amount.value.to_string().as_str(), amount.unit.as_ref().map(Unit::as_str)), (value, unit), "{text}");
    }

    #[test]
    fn cells_print_amounts_with_separators_signs_and_units() {
        reads("1,234.50", "1234.50", None);
        reads("-35.20", "-35.20", None);
        reads("−35.20", "-35.20", None);
        reads("(35.20)", "-35.20", None);
        reads("12.5%", "12.5", Some("%"));
        reads("3辆", "3", Some("辆"));
        reads("45.6万元", "45.6", Some("万元"));
    }

    #[test]
    fn dashes_and_blanks_are_not_nought() {
        assert_eq!(content("  "), Content::Blank);
        for dash in ["—", "--", "/", "无"] {
            assert_eq!(content(dash), Content::Dash, "{dash}");
        }
    }

    #[test]
    fn words_with_numbers_in_them_stay_words() {
        for words in ["12.3.4", "2080501行政运行", "（3）", "3月", "第2季度", "12 34"] {
            assert_eq!(content(words), Content::Words, "{words}");
        }
    }

    #[test]
    fn heads_and_labels_name_units_in_brackets() {
        assert_eq!(unit_in_brackets("预算数（万元）"), Some(Unit::WAN_YUAN));
        assert_eq!(unit_in_brackets("因公出国（境）团组数（个）").map(|u| u.to_string()), Some("个".into()));
        assert_eq!(unit_in_brackets("完成预算%"), Some(Unit::PERCENT));
        assert_eq!(unit_in_brackets("因公出国（境）费"), None);
        assert_eq!(unit_in_brackets("公务用车运行维护费（元/辆）"), None);
    }
}
