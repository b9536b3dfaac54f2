//! Counts the items of lists and writes their numbers.

use super::lists::{Item, Lists, LEVELS};
use std::collections::{HashMap, HashSet};

/// The counts of all lists while the paragraphs go by.
#[derive(Debug)]
pub(super) struct Counting<'a> {
    lists: &'a Lists,
    /// By list: the count of each level, if it has started.
    counts: HashMap<u32, [Option<i32>; LEVELS]>,
    /// Uses of lists whose own start of a level was taken.
    started: HashSet<(usize, usize)>,
}

impl<'a> Counting<'a> {
    pub(super) fn new(lists: &'a Lists) -> Self {
        Counting { lists, counts: HashMap::new(), started: HashSet::new() }
    }

    /// The number of the next paragraph; `None` for a level without numbers, as bullets are.
    pub(super) fn next(&mut self, item: Item) -> Option<String> {
        let level = self.lists.level(item)?;
        self.count(item, level.start);
        let counts = self.counts.get(&self.lists.list(item.usage))?;
        let mut number = String::new();
        for unit in &level.pattern {
            match usize::from(*unit) {
                at @ 0..LEVELS => {
                    let shown = self.lists.level(Item { level: at, ..item })?;
                    let count = counts[at].unwrap_or(shown.start);
                    number.push_str(&numeral(count, if level.legal { ARABIC } else { shown.numerals })?);
                }
                _ => number.push(char::from_u32(u32::from(*unit)).unwrap_or('\u{fffd}')),
            }
        }
        let number = number.trim().to_owned();
        (!number.is_empty()).then(|| if level.parted { number + " " } else { number })
    }

    fn count(&mut self, item: Item, start: i32) {
        let own = self.lists.own_start(item).filter(|_| self.started.insert((item.usage, item.level)));
        let goes_on: [bool; LEVELS] = std::array::from_fn(|at| self.lists.level(Item { level: at, ..item }).is_some_and(|l| l.goes_on));
        let counts = self.counts.entry(self.lists.list(item.usage)).or_default();
        let Some(count) = counts.get_mut(item.level) else { return };
        *count = Some(match (own, *count) {
            (Some(own), _) => own,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => start,
        });
        for (deeper, _) in counts.iter_mut().zip(goes_on).skip(item.level + 1).filter(|(_, goes_on)| !goes_on) {
            *deeper = None;
        }
    }
}

const ARABIC: u8 = 0;

/// How a kind of numerals is written.
#[derive(Debug, Clone, Copy)]
enum Numerals {
    Arabic,
    /// Two digits at least.
    Padded,
    FullWidth,
    Roman {
        upper: bool,
    },
    Letters {
        first: char,
    },
    /// 一, 十, 二十一.
    Chinese([char; 10], [char; 4]),
    /// 一〇.
    ChineseDigits([char; 10]),
    /// The characters from this one on, for 1 to 20 at most.
    From(char, i32),
}

const COMMON: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const COMMON_TENS: [char; 4] = [' ', '十', '百', '千'];
const LEGAL_TENS: [char; 4] = [' ', '拾', '佰', '仟'];

/// Numerals by the number of their kind. Source: MS-OSHARED 2.2.1.3; kinds that are not listed are written in Arabic.
const NUMERALS: &[(u8, Numerals)] = &[
    (0x01, Numerals::Roman { upper: true }),
    (0x02, Numerals::Roman { upper: false }),
    (0x03, Numerals::Letters { first: 'A' }),
    (0x04, Numerals::Letters { first: 'a' }),
    (0x0a, Numerals::ChineseDigits(COMMON)),
    (0x0b, Numerals::Chinese(COMMON, COMMON_TENS)),
    (0x0e, Numerals::FullWidth),
    (0x10, Numerals::Chinese(LEGAL, LEGAL_TENS)),
    (0x11, Numerals::Chinese(COMMON, COMMON_TENS)),
    (0x12, Numerals::From('①', 20)),
    (0x13, Numerals::FullWidth),
    (0x16, Numerals::Padded),
    (0x1a, Numerals::From('⒈', 20)),
    (0x1b, Numerals::From('⑴', 20)),
    (0x1c, Numerals::From('①', 20)),
    (0x1d, Numerals::From('㊀', 10)),
    (0x21, Numerals::Chinese(COMMON, COMMON_TENS)),
    (0x22, Numerals::Chinese(LEGAL, LEGAL_TENS)),
    (0x23, Numerals::Chinese(COMMON, COMMON_TENS)),
    (0x24, Numerals::ChineseDigits(COMMON)),
    (0x25, Numerals::Chinese(COMMON, COMMON_TENS)),
    (0x26, Numerals::Chinese(LEGAL, LEGAL_TENS)),
    (0x27, Numerals::Chinese(COMMON, COMMON_TENS)),
    (0x28, Numerals::ChineseDigits(COMMON)),
];

/// Kinds that print no count.
const BULLET: u8 = 0x17;
const NONE: u8 = 0xff;

fn numeral(count: i32, kind: u8) -> Option<String> {
    if matches!(kind, BULLET | NONE) {
        return None;
    }
    let numerals = NUMERALS.iter().find(|(number, _)| *number == kind).map_or(Numerals::Arabic, |(_, numerals)| *numerals);
    let arabic = count.to_string();
    Some(match numerals {
        Numerals::Padded => format!("{count:02}"),
        Numerals::FullWidth => arabic.chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap_or(c)).collect(),
        Numerals::Roman { upper } if (1..4000).contains(&count) => roman(count, upper),
        Numerals::Letters { first } if count > 0 => letters(count, first),
        Numerals::Chinese(digits, tens) if (0..10_000).contains(&count) => chinese(count, &digits, &tens),
        Numerals::ChineseDigits(digits) if count >= 0 => arabic.bytes().map(|b| digits[usize::from(b - b'0')]).collect(),
        Numerals::From(first, last) if (1..=last).contains(&count) => char::from_u32(first as u32 + count as u32 - 1).map_or(arabic, String::from),
        _ => arabic,
    })
}

const ROMAN: &[(i32, &str)] =
    &[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

fn roman(mut count: i32, upper: bool) -> String {
    let mut out = String::new();
    for (value, letters) in ROMAN {
        while count >= *value {
            out.push_str(letters);
            count -= value;
        }
    }
    if upper {
        out
    } else {
        out.to_lowercase()
    }
}

/// The most times a letter is repeated: AA is 27, AAA is 53.
const MOST_REPEATED: i32 = 30;

fn letters(count: i32, first: char) -> String {
    let letter = char::from_u32(first as u32 + ((count - 1) % 26) as u32).unwrap_or(first);
    String::from(letter).repeat(((count - 1) / 26 + 1).min(MOST_REPEATED) as usize)
}

/// 十二, 二十, 一百零五 (with 〇 for 零 where the digits have it).
fn chinese(count: i32, digits: &[char; 10], tens: &[char; 4]) -> String {
    let printed = count.to_string();
    let mut out = String::new();
    let mut blank = false;
    for (at, byte) in printed.bytes().enumerate() {
        let (digit, power) = (usize::from(byte - b'0'), printed.len() - 1 - at);
        if digit == 0 {
            blank = !out.is_empty();
            continue;
        }
        if blank {
            out.push('零');
        }
        blank = false;
        let first_ten = power == 1 && digit == 1 && at == 0;
        if !first_ten || digits[0] == LEGAL[0] {
            out.push(digits[digit]);
        }
        if power > 0 {
            out.push(tens[power]);
        }
    }
    if out.is_empty() {
        out.push(digits[0]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn counts_are_written_in_the_numerals_of_their_level() {
        let written = |kind, counts: &[i32]| counts.iter().map(|n| numeral(*n, kind).unwrap_or_default()).collect::<Vec<_>>().join(" ");
        assert_eq!(written(0x27, &[1, 10, 11, 20, 35, 100, 105, 110, 0]), "一 十 十一 二十 三十五 一百 一百零五 一百一十 〇");
        assert_eq!(written(0x26, &[1, 10, 12]), "壹 壹拾 壹拾贰");
        assert_eq!(written(0x28, &[1, 10, 12]), "一 一〇 一二");
        assert_eq!(written(0x12, &[1, 20, 21]), "① ⑳ 21");
        assert_eq!(written(0x01, &[4, 1999]), "IV MCMXCIX");
        assert_eq!(written(0x04, &[1, 26, 27]), "a z aa");
        assert_eq!(written(0x16, &[3, 12]), "03 12");
        assert_eq!(written(0x0e, &[12]), "１２");
        assert_eq!(numeral(1, 0x17), None);
    }
}
