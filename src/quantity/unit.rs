//! Units of money, shares and counts.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// What a value counts in, as the reports write it: `万元`, `%`, `辆`, `万人`, `台（套）`.
///
/// Any text is a unit; those of the forms and of the work reports are known by name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Unit(Cow<'static, str>);

/// What kind of thing a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Measure {
    /// 元, 万元, 亿元.
    Money,
    /// %, ‰, 倍.
    Percent,
    /// 个百分点.
    Points,
    /// 辆.
    Vehicle,
    /// 批次, 批.
    Batch,
    /// 人, 人次, 名.
    Person,
    /// 台（套）.
    Set,
    /// 分, of an evaluation.
    Score,
    /// 个, 项, 家 and what else counts things.
    Piece,
    /// 次.
    Time,
    /// Length, area, weight, duration.
    Extent,
    /// 万 or 亿 with a noun behind that is no unit: 21.19万贫困劳动力.
    Magnitude,
}

/// Units by what they measure; a row may need words that must not follow, for a character can begin another word.
const UNITS: &[(&str, Measure, &[&str])] = &[
    ("元", Measure::Money, &["旦"]),
    ("人民币元", Measure::Money, &[]),
    ("美元", Measure::Money, &[]),
    ("港元", Measure::Money, &[]),
    ("欧元", Measure::Money, &[]),
    ("%", Measure::Percent, &[]),
    ("‰", Measure::Percent, &[]),
    ("倍", Measure::Percent, &["数", "率", "速"]),
    ("个百分点", Measure::Points, &[]),
    ("百分点", Measure::Points, &[]),
    ("辆", Measure::Vehicle, &[]),
    ("台次", Measure::Piece, &[]),
    ("辆次", Measure::Piece, &[]),
    ("车次", Measure::Piece, &[]),
    ("批次", Measure::Batch, &[]),
    ("批", Measure::Batch, &["复", "准", "示", "发"]),
    ("个批次", Measure::Batch, &[]),
    ("批（次）", Measure::Batch, &[]),
    ("人", Measure::Person, &["民", "均", "大", "才", "社", "事"]),
    ("人次", Measure::Person, &[]),
    ("人（次）", Measure::Person, &[]),
    ("名", Measure::Person, &["称", "词"]),
    ("位", Measure::Person, &["于", "居", "列"]),
    ("台（套）", Measure::Set, &[]),
    ("台/套", Measure::Set, &[]),
    ("台套", Measure::Set, &[]),
    ("台", Measure::Set, &["湾", "账", "胞", "侨"]),
    ("套", Measure::Set, &[]),
    ("（台、套）", Measure::Set, &[]),
    ("台、套", Measure::Set, &[]),
    ("台件", Measure::Set, &[]),
    ("台（件）", Measure::Set, &[]),
    ("分", Measure::Score, &["别", "之", "钟", "公", "局", "中心", "布", "类", "项", "管", "成", "为"]),
    ("次", Measure::Time, &[]),
    ("个", Measure::Piece, &[]),
    ("项", Measure::Piece, &[]),
    ("家", Measure::Piece, &[]),
    ("件", Measure::Piece, &[]),
    ("份", Measure::Piece, &["额"]),
    ("篇", Measure::Piece, &[]),
    ("条", Measure::Piece, &["件", "例"]),
    ("起", Measure::Piece, &["草", "到", "来", "步"]),
    ("户", Measure::Piece, &["籍"]),
    ("户次", Measure::Piece, &[]),
    ("科次", Measure::Piece, &[]),
    ("件次", Measure::Piece, &[]),
    ("场次", Measure::Piece, &[]),
    ("班次", Measure::Piece, &[]),
    ("家次", Measure::Piece, &[]),
    ("期", Measure::Piece, &["间", "末", "初"]),
    ("期次", Measure::Piece, &[]),
    ("场", Measure::Piece, &["所", "地", "景", "馆"]),
    ("届", Measure::Piece, &[]),
    ("类", Measure::Piece, &["别"]),
    ("大类", Measure::Piece, &[]),
    ("种", Measure::Piece, &["植", "子", "业", "养"]),
    ("处", Measure::Piece, &["室", "级", "理", "于", "置", "罚"]),
    ("所", Measure::Piece, &["属", "有", "需", "在", "得"]),
    ("座", Measure::Piece, &["谈"]),
    ("栋", Measure::Piece, &[]),
    ("幢", Measure::Piece, &[]),
    ("艘", Measure::Piece, &[]),
    ("架", Measure::Piece, &["构"]),
    ("部", Measure::Piece, &["门", "分", "级", "署", "队", "长"]),
    ("本", Measure::Piece, &["年", "部门", "单位", "级", "地", "市", "县", "区", "次", "局", "期", "科", "乡", "镇"]),
    ("册", Measure::Piece, &[]),
    ("幅", Measure::Piece, &["度"]),
    ("张", Measure::Piece, &[]),
    ("块", Measure::Piece, &[]),
    ("片", Measure::Piece, &["区"]),
    ("株", Measure::Piece, &[]),
    ("棵", Measure::Piece, &[]),
    ("头", Measure::Piece, &[]),
    ("只", Measure::Piece, &[]),
    ("羽", Measure::Piece, &[]),
    ("尾", Measure::Piece, &[]),
    ("枚", Measure::Piece, &[]),
    ("支", Measure::Piece, &["出", "持", "付", "部", "撑", "队伍"]),
    ("间", Measure::Piece, &[]),
    ("盏", Measure::Piece, &[]),
    ("门", Measure::Piece, &[]),
    ("组", Measure::Piece, &["织"]),
    ("对", Measure::Piece, &["于", "口"]),
    ("村", Measure::Piece, &[]),
    ("社区", Measure::Piece, &[]),
    ("人份", Measure::Piece, &[]),
    ("条次", Measure::Piece, &[]),
    ("卷", Measure::Piece, &[]),
    ("页", Measure::Piece, &[]),
    ("剂次", Measure::Piece, &[]),
    ("剂", Measure::Piece, &[]),
    ("管", Measure::Piece, &["理", "护", "委", "网", "道"]),
    ("针次", Measure::Piece, &[]),
    ("袋", Measure::Piece, &[]),
    ("箱", Measure::Piece, &[]),
    ("瓶", Measure::Piece, &[]),
    ("根", Measure::Piece, &["据", "治"]),
    ("节", Measure::Piece, &["能", "水", "约", "日"]),
    ("堂", Measure::Piece, &[]),
    ("趟", Measure::Piece, &[]),
    ("段", Measure::Piece, &[]),
    ("集", Measure::Piece, &["中", "体", "团", "镇"]),
    ("床位", Measure::Piece, &[]),
    ("标段", Measure::Piece, &[]),
    ("幅次", Measure::Piece, &[]),
    ("首", Measure::Piece, &["次", "批", "家"]),
    ("班", Measure::Piece, &["子"]),
    ("台班", Measure::Piece, &[]),
    ("航次", Measure::Piece, &[]),
    ("宗地", Measure::Piece, &[]),
    ("面", Measure::Piece, &["向", "积", "对", "临"]),
    ("封", Measure::Piece, &[]),
    ("例次", Measure::Piece, &[]),
    ("人日", Measure::Extent, &[]),
    ("平米", Measure::Extent, &[]),
    ("例", Measure::Piece, &["如"]),
    ("宗", Measure::Piece, &[]),
    ("笔", Measure::Piece, &["试"]),
    ("桩", Measure::Piece, &[]),
    ("轮", Measure::Piece, &[]),
    ("遍", Measure::Piece, &[]),
    ("眼", Measure::Piece, &[]),
    ("口", Measure::Piece, &["径"]),
    ("处（个）", Measure::Piece, &[]),
    ("盘", Measure::Piece, &[]),
    ("版", Measure::Piece, &["本"]),
    ("字", Measure::Piece, &[]),
    ("字次", Measure::Piece, &[]),
    ("票", Measure::Piece, &[]),
    ("席", Measure::Piece, &[]),
    ("床", Measure::Piece, &[]),
    ("顶", Measure::Piece, &[]),
    ("张床", Measure::Piece, &[]),
    ("尊", Measure::Piece, &[]),
    ("道", Measure::Piece, &["路"]),
    ("款", Measure::Piece, &["）", "项"]),
    ("人天", Measure::Extent, &[]),
    ("课时", Measure::Extent, &[]),
    ("学时", Measure::Extent, &[]),
    ("周岁", Measure::Extent, &[]),
    ("岁", Measure::Extent, &[]),
    ("周", Measure::Extent, &["边", "围", "期"]),
    ("平方米", Measure::Extent, &[]),
    ("平方公里", Measure::Extent, &[]),
    ("平方千米", Measure::Extent, &[]),
    ("公里", Measure::Extent, &[]),
    ("千米", Measure::Extent, &[]),
    ("米", Measure::Extent, &[]),
    ("厘米", Measure::Extent, &[]),
    ("毫米", Measure::Extent, &[]),
    ("公顷", Measure::Extent, &[]),
    ("亩", Measure::Extent, &[]),
    ("亩次", Measure::Extent, &[]),
    ("吨", Measure::Extent, &[]),
    ("公斤", Measure::Extent, &[]),
    ("千克", Measure::Extent, &[]),
    ("斤", Measure::Extent, &[]),
    ("克", Measure::Extent, &[]),
    ("升", Measure::Extent, &["级", "至", "到"]),
    ("立方米", Measure::Extent, &[]),
    ("立方", Measure::Extent, &[]),
    ("方", Measure::Extent, &["面", "式", "案"]),
    ("千瓦", Measure::Extent, &[]),
    ("兆瓦", Measure::Extent, &[]),
    ("千瓦时", Measure::Extent, &[]),
    ("度", Measure::Extent, &[]),
    ("微克/立方米", Measure::Extent, &[]),
    ("标准箱", Measure::Piece, &[]),
    ("小时", Measure::Extent, &[]),
    ("分钟", Measure::Extent, &[]),
    ("秒", Measure::Extent, &[]),
    ("天", Measure::Extent, &["然"]),
    ("日", Measure::Extent, &["常", "均"]),
    ("工作日", Measure::Extent, &[]),
    ("个工作日", Measure::Extent, &[]),
    ("个月", Measure::Extent, &[]),
    ("个小时", Measure::Extent, &[]),
    ("年", Measure::Extent, &[]),
    ("m", Measure::Extent, &[]),
    ("km", Measure::Extent, &[]),
    ("㎡", Measure::Extent, &[]),
    ("m²", Measure::Extent, &[]),
    ("m2", Measure::Extent, &[]),
    ("km²", Measure::Extent, &[]),
    ("km2", Measure::Extent, &[]),
    ("m³", Measure::Extent, &[]),
    ("m3", Measure::Extent, &[]),
    ("㎥", Measure::Extent, &[]),
    ("mm", Measure::Extent, &[]),
    ("cm", Measure::Extent, &[]),
    ("μg/m³", Measure::Extent, &[]),
    ("μg/m3", Measure::Extent, &[]),
    ("kWh", Measure::Extent, &[]),
    ("kV", Measure::Extent, &[]),
    ("平方", Measure::Extent, &[]),
    ("kg", Measure::Extent, &[]),
    ("GB", Measure::Extent, &[]),
    ("TB", Measure::Extent, &[]),
    ("MB", Measure::Extent, &[]),
    ("kW", Measure::Extent, &[]),
    ("KW", Measure::Extent, &[]),
    ("MW", Measure::Extent, &[]),
    ("兆", Measure::Extent, &[]),
    ("℃", Measure::Extent, &[]),
];

/// A unit as it was read from text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct UnitRead {
    /// The name without its multiplier, in the table's spelling; empty for a bare multiplier.
    pub(crate) name: &'static str,
    /// What it measures.
    pub(crate) measure: Measure,
    /// Bytes it takes.
    pub(crate) length: usize,
}

type UnitRow = (&'static str, Measure, &'static [&'static str]);

/// The units sorted by their first character, the longest first, and where the rows of each character are.
struct UnitIndex {
    rows: Vec<&'static UnitRow>,
    /// First row and number of rows for each character of the basic Han block.
    han: Box<[(u16, u8)]>,
    /// Rows whose first character is none of them.
    other: usize,
    /// The first characters of those rows.
    others: Vec<u32>,
}

const HAN: std::ops::RangeInclusive<u32> = 0x4e00..=0x9fff;

static UNIT_INDEX: once_cell::sync::Lazy<UnitIndex> = once_cell::sync::Lazy::new(|| {
    let first = |row: &&UnitRow| row.0.chars().next().expect("a unit has a character") as u32;
    let mut rows: Vec<&'static UnitRow> = UNITS.iter().collect();
    rows.sort_by_key(|row| (!HAN.contains(&first(row)), first(row), std::cmp::Reverse(row.0.len())));
    let mut han = vec![(0u16, 0u8); HAN.count()].into_boxed_slice();
    let other = rows.iter().position(|row| !HAN.contains(&first(row))).unwrap_or(rows.len());
    for (at, row) in rows[..other].iter().enumerate() {
        let slot = &mut han[(first(row) - HAN.start()) as usize];
        if slot.1 == 0 {
            slot.0 = at as u16;
        }
        slot.1 += 1;
    }
    let others = rows[other..].iter().map(first).collect();
    UnitIndex { rows, han, other, others }
});

impl UnitIndex {
    fn rows(&self, first: char) -> &[&'static UnitRow] {
        let code = first as u32;
        if !HAN.contains(&code) {
            return if self.others.contains(&code) { &self.rows[self.other..] } else { &[] };
        }
        let (at, count) = self.han[(code - HAN.start()) as usize];
        &self.rows[usize::from(at)..usize::from(at) + usize::from(count)]
    }
}

/// Reads a unit without multiplier at the start of `text`: the longest one that no forbidden word follows.
pub(crate) fn unit_maybe(text: &str) -> Option<UnitRead> {
    let rows = UNIT_INDEX.rows(text.chars().next()?);
    rows.iter()
        .find(|(name, _, not_before)| begins_with(text, name) && !not_before.iter().any(|word| begins_with(&text[name.len()..], word)))
        .map(|(name, measure, _)| UnitRead { name, measure: *measure, length: name.len() })
}

/// Whether a text begins with a word: most that share their first character differ in their last byte.
#[inline(always)]
fn begins_with(text: &str, word: &str) -> bool {
    let printed = text.as_bytes().get(..word.len());
    printed.is_some_and(|printed| printed.iter().rev().zip(word.bytes().rev()).all(|(printed, byte)| *printed == byte))
}

/// Multipliers with the spellings of the units they form; leaked nowhere, for the common ones are static.
const STATIC_UNITS: &[&str] = &[
    "万元",
    "亿元",
    "千元",
    "万亿元",
    "万人",
    "万个",
    "万名",
    "万人次",
    "万",
    "亿",
    "万户",
    "万件",
    "万亩",
    "万吨",
    "万平方米",
    "亿人次",
    "万次",
    "万条",
    "万家",
    "万份",
    "万册",
    "万公里",
];

impl Unit {
    /// 元, yuan.
    pub const YUAN: Unit = Unit(Cow::Borrowed("元"));
    /// 万元, ten thousand yuan; the unit most figures are printed in.
    pub const WAN_YUAN: Unit = Unit(Cow::Borrowed("万元"));
    /// 亿元, a hundred million yuan.
    pub const YI_YUAN: Unit = Unit(Cow::Borrowed("亿元"));
    /// Per cent.
    pub const PERCENT: Unit = Unit(Cow::Borrowed("%"));

    /// The unit as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many yuan one of this unit is; `None` if it is not money in yuan.
    pub fn yuan(&self) -> Option<Decimal> {
        let scale: i64 = match self.as_str() {
            "元" | "人民币元" => 1,
            "千元" => 1_000,
            "万元" => 10_000,
            "百万元" => 1_000_000,
            "千万元" => 10_000_000,
            "亿元" => 100_000_000,
            "万亿元" => 1_000_000_000_000,
            _ => return None,
        };
        Some(Decimal::from(scale))
    }

    /// The unit `name` times a multiplier such as 万; no allocation for the common ones.
    pub(crate) fn composed(multiplier: &str, name: &'static str) -> Unit {
        if multiplier.is_empty() {
            return Unit(Cow::Borrowed(name));
        }
        let is_both = |unit: &&&str| unit.strip_prefix(multiplier).is_some_and(|behind| behind == name);
        match STATIC_UNITS.iter().find(is_both) {
            Some(unit) => Unit(Cow::Borrowed(unit)),
            None => Unit(Cow::Owned(format!("{multiplier}{name}"))),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Unit {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Unit(Cow::Owned(text.to_owned())))
    }
}
