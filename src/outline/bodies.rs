//! What the names of bodies and of their regions end with.

use super::vocabulary::Endings;
use once_cell::sync::Lazy;

/// Words that end the names of bodies: offices, courts, schools, units, and what is said of the office alone (本级).
const WORDS: &[&str] = &[
    "局",
    "厅",
    "委",
    "办",
    "院",
    "站",
    "所",
    "部",
    "会",
    "校",
    "学",
    "园",
    "馆",
    "队",
    "社",
    "室",
    "处",
    "联",
    "庭",
    "镇",
    "乡",
    "厂",
    "场",
    "中心",
    "政府",
    "街道",
    "公司",
    "基地",
    "监狱",
    "水库",
    "灌区",
    "开发区",
    "剧团",
    "歌舞团",
    "艺术团",
    "乐团",
    "兵团",
    "集团",
    "电视台",
    "广播台",
    "监测台",
    "气象台",
    "地震台",
    "机关",
    "海关",
    "政协",
    "科协",
    "作协",
    "本级",
    "（本级）",
];

/// The names of bodies by how they end.
pub(super) static BODIES: Lazy<Endings> = Lazy::new(|| Endings::of(WORDS.iter().copied()));

/// Characters that end the names of regions.
pub(super) const REGIONS: &[char] = &['省', '市', '区', '县', '州', '旗', '盟', '镇', '乡'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_told_from_other_words_that_end_alike() {
        for name in [
            "某市卫生健康委员会",
            "某某街道办事处",
            "第一小学",
            "气象服务中心",
            "县科协",
            "某局（本级）",
            "某监狱",
            "某市话剧团",
            "某广播电视台",
            "某县青山水库",
        ] {
            assert!(BODIES.end(name), "{name}");
        }
        for words in ["工作重心", "有关", "各地", "渠道", "上下级"] {
            assert!(!BODIES.end(words), "{words}");
        }
    }
}
