//! Numbers of the items of an ordered list, as a browser shows them.

use super::page::{Node, Tag};

/// How the items of a list are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Decimal,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
    /// 一、二、三、
    Chinese,
}

/// Values of `type` and of `list-style-type` with what they mean.
const STYLES: &[(&str, Style)] = &[
    ("1", Style::Decimal),
    ("a", Style::LowerLetter),
    ("A", Style::UpperLetter),
    ("i", Style::LowerRoman),
    ("I", Style::UpperRoman),
    ("decimal", Style::Decimal),
    ("lower-alpha", Style::LowerLetter),
    ("lower-latin", Style::LowerLetter),
    ("upper-alpha", Style::UpperLetter),
    ("upper-latin", Style::UpperLetter),
    ("lower-roman", Style::LowerRoman),
    ("upper-roman", Style::UpperRoman),
    ("cjk-ideographic", Style::Chinese),
    ("simp-chinese-informal", Style::Chinese),
    ("cjk-decimal", Style::Chinese),
];

/// A list that is open.
#[derive(Debug)]
pub(super) struct List {
    /// `None` for lists whose items are not numbered.
    style: Option<Style>,
    next: i32,
}

impl List {
    pub(super) fn of(node: &Node) -> Self {
        let style = if node.tag == Tag::OrderedList { style(node) } else { None };
        List { style, next: node.attribute("start").and_then(whole).unwrap_or(1) }
    }

    /// The label of the next item.
    pub(super) fn label(&mut self, item: &Node) -> Option<String> {
        let style = self.style?;
        let number = item.attribute("value").and_then(whole).unwrap_or(self.next);
        self.next = number.saturating_add(1);
        Some(label(style, number))
    }
}

fn style(list: &Node) -> Option<Style> {
    let declared = list.attribute("style").unwrap_or_default();
    let by_sheet = declared.split(';').filter_map(|d| d.strip_prefix("list-style-type:").or_else(|| d.strip_prefix("list-style:"))).next_back();
    let named = by_sheet.or_else(|| list.attribute("type")).unwrap_or("1");
    if named == "none" {
        return None;
    }
    Some(STYLES.iter().find(|(name, _)| *name == named).map_or(Style::Decimal, |(_, style)| *style))
}

fn whole(value: &str) -> Option<i32> {
    value.trim().parse().ok()
}

fn label(style: Style, number: i32) -> String {
    let numeral = match style {
        Style::Decimal => None,
        Style::LowerLetter => letters(number),
        Style::UpperLetter => letters(number).map(|l| l.to_ascii_uppercase()),
        Style::LowerRoman => roman(number),
        Style::UpperRoman => roman(number).map(|r| r.to_ascii_uppercase()),
        Style::Chinese => chinese(number).map(|numeral| numeral + "、"),
    };
    match (style, numeral) {
        (Style::Chinese, Some(numeral)) => numeral,
        (_, Some(numeral)) => format!("{numeral}. "),
        (_, None) => format!("{number}. "),
    }
}

fn letters(number: i32) -> Option<String> {
    let mut rest = u32::try_from(number).ok().filter(|n| *n > 0)?;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    Some(letters.iter().rev().collect())
}

const ROMAN: &[(i32, &str)] =
    &[(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

fn roman(number: i32) -> Option<String> {
    let mut rest = Some(number).filter(|n| (1..4000).contains(n))?;
    let mut out = String::new();
    for (value, numeral) in ROMAN {
        while rest >= *value {
            out.push_str(numeral);
            rest -= value;
        }
    }
    Some(out)
}

fn chinese(number: i32) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let number = usize::try_from(number).ok().filter(|n| (1..100).contains(n))?;
    let (tens, units) = (number / 10, DIGITS[number % 10]);
    Some(match tens {
        0 => units.to_owned(),
        1 => format!("十{units}"),
        _ => format!("{}十{units}", DIGITS[tens]),
    })
}

/// Whether a text starts with a number of its own. Style sheets commonly take the numbers of lists away, and editors type them.
pub(super) fn is_numbered(text: &str) -> bool {
    let text = text.trim_start();
    let inner = text.strip_prefix(['（', '(', '【', '第']).unwrap_or(text);
    let behind = inner.trim_start_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || "一二三四五六七八九十".contains(c));
    behind.len() < inner.len() && (inner.len() < text.len() || behind.starts_with(['.', '．', '、', '）', ')', ':', '：']))
        || text.starts_with(|c| ('①'..='⑳').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::{is_numbered, label, Style};

    #[test]
    fn labels_are_those_a_browser_shows() {
        let labels =
            [(Style::Decimal, -3), (Style::LowerLetter, 28), (Style::UpperRoman, 1994), (Style::LowerRoman, 0), (Style::Chinese, 21), (Style::Chinese, 10)];
        assert_eq!(labels.map(|(style, number)| label(style, number)), ["-3. ", "ab. ", "MCMXCIV. ", "0. ", "二十一、", "十、"]);
    }

    #[test]
    fn typed_numbers_are_told_from_text() {
        let texts = ["1.收入", "（二）支出", "三、其他", "①合计", "2020年收入", "收入", "十万元"];
        assert_eq!(texts.map(is_numbered), [true, true, true, true, false, false, false]);
    }
}
