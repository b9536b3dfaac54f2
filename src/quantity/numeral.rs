//! Numbers in Chinese numerals.

use rust_decimal::Decimal;

/// A numeral: its value and the bytes it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NumeralRead {
    pub(crate) value: Decimal,
    pub(crate) length: usize,
}

fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn power(c: char) -> Option<u64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// The longest numeral read; a longer run of numerals is a list.
const LONGEST: usize = 24;

/// Reads a numeral at the start of `text`.
///
/// ```ebnf
/// numeral = { digit | "十" | "百" | "千" | "万" | "亿" } [ "点" digit { digit } ] ;
/// ```
/// Seen as `五`, `二十`, `三千五百`, `七十六点二三`, `万` (ten thousand, in `近万条`), `二〇二〇`.
pub(crate) fn numeral_maybe(text: &str) -> Option<NumeralRead> {
    let numerals = text.chars().take_while(|c| digit(*c).is_some() || power(*c).is_some()).take(LONGEST);
    let whole = &text[..numerals.map(char::len_utf8).sum()];
    if whole.is_empty() {
        return None;
    }
    let value = if whole.chars().any(|c| power(c).is_some()) { positional(whole)? } else { digits(whole)? };
    let mut read = NumeralRead { value: Decimal::from(value), length: whole.len() };
    if let Some(behind) = text[whole.len()..].strip_prefix('点') {
        let decimals: Vec<u32> = behind.chars().map_while(digit).take(6).collect();
        if !decimals.is_empty() {
            let fraction = decimals.iter().fold(0i64, |n, d| n * 10 + i64::from(*d));
            read.value += Decimal::new(fraction, decimals.len() as u32);
            read.length += '点'.len_utf8() + behind.chars().take(decimals.len()).map(char::len_utf8).sum::<usize>();
        }
    }
    Some(read)
}

/// Digits read one after the other: 二〇二〇.
fn digits(text: &str) -> Option<u64> {
    text.chars().try_fold(0u64, |n, c| n.checked_mul(10)?.checked_add(u64::from(digit(c)?)))
}

/// Digits with powers: 三千五百万.
fn positional(text: &str) -> Option<u64> {
    let (mut total, mut section, mut last) = (0u64, 0u64, None);
    for c in text.chars() {
        if let Some(d) = digit(c) {
            last = Some(u64::from(d));
            continue;
        }
        let power = power(c)?;
        if power >= 10_000 {
            let below = section + last.unwrap_or(0);
            total = (total + if below == 0 && total == 0 { 1 } else { below }).checked_mul(power)?;
            section = 0;
        } else {
            section += last.unwrap_or(1) * power;
        }
        last = None;
    }
    Some(total + section + last.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, value: &str) {
        let read = numeral_maybe(text).expect("a numeral");
        assert_eq!(read.value.to_string(), value, "{text}");
    }

    #[test]
    fn numerals_give_their_value() {
        reads("五市", "5");
        reads("二十条", "20");
        reads("十二", "12");
        reads("三千五百万", "35000000");
        reads("七十六点二三", "76.23");
        reads("万条", "10000");
        reads("二〇二〇年", "2020");
        reads("一百零八", "108");
    }
}
