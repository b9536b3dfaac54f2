//! Words that say a number is an end, not a value: 超, 近, 以上, 余.

use crate::spelling::spelled;
use once_cell::sync::Lazy;

spelled! {
    /// How the printed number bounds what is meant; no bound means that it is exact.
    Bound, "bound" {
        /// ≥, 以上, 不低于.
        AtLeast = "at_least",
        /// ≤, 以内, 不超过.
        AtMost = "at_most",
        /// 超, 大于.
        MoreThan = "more_than",
        /// 小于, 不足, 未达到.
        LessThan = "less_than",
        /// 余, 多: somewhat more than the number.
        JustOver = "just_over",
        /// 近: somewhat less than the number.
        JustUnder = "just_under",
        /// 约, 左右.
        About = "about",
        /// Between two numbers, `low` and `value`.
        Range = "range",
    }
}

/// Words before the number, the longest first where one ends another.
const BEFORE: &[(&str, Bound)] = &[
    ("大于或等于", Bound::AtLeast),
    ("大于等于", Bound::AtLeast),
    ("小于或等于", Bound::AtMost),
    ("小于等于", Bound::AtMost),
    ("不得低于", Bound::AtLeast),
    ("不低于", Bound::AtLeast),
    ("不少于", Bound::AtLeast),
    ("不小于", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("年满", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    (">=", Bound::AtLeast),
    ("≧", Bound::AtLeast),
    ("不得超过", Bound::AtMost),
    ("不超过", Bound::AtMost),
    ("不高于", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("不大于", Bound::AtMost),
    ("至多", Bound::AtMost),
    ("最多", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("<=", Bound::AtMost),
    ("≦", Bound::AtMost),
    ("未达到", Bound::LessThan),
    ("未达", Bound::LessThan),
    ("不足", Bound::LessThan),
    ("小于", Bound::LessThan),
    ("低于", Bound::LessThan),
    ("少于", Bound::LessThan),
    ("不到", Bound::LessThan),
    ("未满", Bound::LessThan),
    ("<", Bound::LessThan),
    ("超过", Bound::MoreThan),
    ("超出", Bound::MoreThan),
    ("突破", Bound::MoreThan),
    ("大于", Bound::MoreThan),
    ("高于", Bound::MoreThan),
    ("多于", Bound::MoreThan),
    ("超", Bound::MoreThan),
    (">", Bound::MoreThan),
    ("大约", Bound::About),
    ("约为", Bound::About),
    ("约", Bound::About),
    ("将近", Bound::JustUnder),
    ("接近", Bound::JustUnder),
    ("近", Bound::JustUnder),
];

/// Words that end in the character of a bound and are none: 比预算节约5.5万元.
const WORDS: &[&str] = &["节约", "合约", "预约", "条约", "制约", "公约", "契约", "签约", "违约", "附近", "最近", "临近", "邻近", "就近"];

/// Words whose last character makes one of [`WORDS`] with 约 and none is meant: 日常办公约12万元.
const BEFORE_ABOUT: &[&str] = &["办公约", "结合约", "综合约", "配合约", "联合约", "融合约", "整合约", "集合约", "混合约"];

/// Words behind number and unit.
const BEHIND: &[(&str, Bound)] = &[
    ("（含）以上", Bound::AtLeast),
    ("（含）及以上", Bound::AtLeast),
    ("及以上", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("（含）以下", Bound::AtMost),
    ("（含）以内", Bound::AtMost),
    ("及以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("之内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
];

/// A bound and the bytes it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BoundRead {
    pub(crate) bound: Bound,
    pub(crate) length: usize,
}

/// Reads a bound that ends where `before` ends.
pub(super) fn before_maybe(before: &str) -> Option<BoundRead> {
    let printed = tail(before);
    let endings = &BEFORE_BY_END[usize::from(printed as u8) % ENDS];
    let found = endings.iter().find(|ending| printed & ending.mask == ending.tail && before.ends_with(ending.word))?;
    let ends_with = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    if before.ends_with(['约', '近']) && ends_with(WORDS) && !ends_with(BEFORE_ABOUT) {
        return None;
    }
    Some(BoundRead { bound: found.bound, length: found.word.len() })
}

/// A row of [`BEFORE`].
struct Ending {
    word: &'static str,
    bound: Bound,
    /// What [`tail`] gives of the word, and which of its bits are the word's.
    tail: u32,
    mask: u32,
}

/// Bytes that follow each other in the order of UTF-8 differ in their last six bits.
const ENDS: usize = 64;

/// The rows of [`BEFORE`], in their order, by the last six bits of their words.
static BEFORE_BY_END: Lazy<[Vec<Ending>; ENDS]> = Lazy::new(|| {
    let mut endings = [const { Vec::new() }; ENDS];
    for (word, bound) in BEFORE {
        let mask = u32::MAX >> (u32::BITS - 8 * word.len().min(4) as u32);
        let tail = tail(word);
        endings[usize::from(tail as u8) % ENDS].push(Ending { word, bound: *bound, tail, mask });
    }
    endings
});

/// The last four bytes of a text, the last one lowest; 0 for those that it lacks.
fn tail(text: &str) -> u32 {
    match text.as_bytes() {
        [.., fourth, third, second, last] => u32::from_be_bytes([*fourth, *third, *second, *last]),
        short => short.iter().fold(0, |tail, byte| tail << 8 | u32::from(*byte)),
    }
}

/// Reads a bound at the start of `behind`.
pub(super) fn behind_maybe(behind: &str) -> Option<BoundRead> {
    let first = behind.chars().next()?;
    if !matches!(first, '（' | '及' | '以' | '之' | '左' | '上') {
        return None;
    }
    BEHIND.iter().find(|(word, _)| behind.starts_with(word)).map(|(word, bound)| BoundRead { bound: *bound, length: word.len() })
}
