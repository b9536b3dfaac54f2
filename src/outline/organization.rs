//! The body that reports, as titles and sentences name it.

use super::bodies::{BODIES, REGIONS};
use super::front::LOOKED_AT;
use super::numbering::label_maybe;
use super::region::region_of;
use super::sentence::starts;
use super::{Heading, Outline};
use crate::normalize::Folded;
use crate::span::start_of;
use crate::within::{find, has_any};
use aho_corasick::{AhoCorasick, MatchKind};
use once_cell::sync::Lazy;
use regex::Regex;
use std::borrow::Cow;

/// What stands behind the name of the body where reports name it.
const BEHIND: &[&str] = &[
    "机关运行经费支出",
    "政府采购支出",
    "共有车辆",
    "下属二级",
    "编制范围",
    "概况",
    "部门整体",
    "部门决算说明",
    "部门预算说明",
    "决算说明",
    "单位决算",
    "部门决算",
    "部门预算",
    "单位预算",
    "本级和",
    "本级、",
];

/// Behind a year, what makes the words before it the name of the body: 某局2020年度收入….
const BEHIND_YEAR: &[&str] = &["部门", "单位", "决算", "预算", "收入", "支出", "财政", "一般", "政府", "无", "因公", "“三公", "三公", "“", "机关", "整体"];

/// What stands behind the name of the body in a title only, where sentences put other words: 2018年某局“三公”经费预算情况说明.
const BEHIND_IN_TITLE: &[&str] = &["“三公", "三公", "预算", "决算"];

static BEHIND_AUTOMATON: Lazy<AhoCorasick> =
    Lazy::new(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(BEHIND).expect("the words are few"));

/// The names that stand in a text where reports name their body, as far as they may be the name of one.
pub(super) fn names_in(text: &str) -> impl Iterator<Item = &str> {
    let before_words = BEHIND_AUTOMATON.find_iter(text).map(|found| found.start());
    let before_years = memchr::memmem::find_iter(text.as_bytes(), b"20").filter(move |at| {
        let behind = &text[*at + "20".len()..];
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let behind = &behind[digits..];
        let behind = behind.strip_prefix('年').unwrap_or(behind);
        let behind = behind.strip_prefix('度').unwrap_or(behind);
        digits == 2 && BEHIND_YEAR.iter().any(|word| behind.starts_with(word))
    });
    before_words.chain(before_years).filter(move |at| may_end_name(&text[..*at])).map(move |at| name_before(text, at))
}

/// Whether words may end with what [`body`] takes for a name, by their last character: most that stand where reports name their body do not.
fn may_end_name(words: &str) -> bool {
    BODIES.may_end(words.as_bytes()) || words.ends_with(['所', '门', '位', '（', '）'])
}

/// The words from the last punctuation or year up to `at`.
fn name_before(text: &str, at: usize) -> &str {
    const LONGEST: usize = 40;
    let before = &text[..at];
    let ends = |(i, c): &(usize, char)| is_boundary(*c) && !(c.is_ascii_digit() && is_of_ordinal(&before[..*i]));
    let start = before.char_indices().rev().take(LONGEST).find(ends).map(|(i, c)| i + c.len_utf8());
    let name = &before[start.unwrap_or(0)..];
    let name = behind_year(name);
    name.trim_end_matches(|c: char| c.is_ascii_digit())
}

/// What stands behind the last 年 of a year, whose digits bound the name or are numerals: not behind that of 青年.
fn behind_year(name: &str) -> &str {
    let of_year = |before: &str| before.is_empty() || before.ends_with(|c: char| "〇○零一二三四五六七八九".contains(c));
    let Some((at, year)) = name.rmatch_indices('年').find(|(at, _)| of_year(&name[..*at])) else { return name };
    let behind = &name[at + year.len()..];
    behind.strip_prefix('度').unwrap_or(behind)
}

/// Whether a digit behind these words is one of an ordinal, which a name may hold: 某市第22中学.
fn is_of_ordinal(before: &str) -> bool {
    before.trim_end_matches(|c: char| c.is_ascii_digit()).ends_with('第')
}

fn is_boundary(c: char) -> bool {
    matches!(c, '\n' | '\t' | '。' | '；' | '，' | '：' | '“' | '”' | ' ' | '【' | '】' | '《' | '》' | '、') || c.is_ascii_digit()
}

/// The body: the name that stands most often where reports name it, the title's counting most.
pub(super) fn organization(folded: &Folded, outline: &Outline, lead: &str, title: &str) -> Option<String> {
    let titles: Vec<Cow<'_, str>> = outline.headings.iter().filter(|h| h.level == 1).map(|h| h.title_in(&folded.text)).collect();
    let mut votes = Votes::default();
    // 某县文联关于“三公”经费2015年决算的情况说明.
    if let Some((name, _)) = title.split_once("关于").filter(|(name, _)| !name.is_empty()) {
        votes.add(name, 6);
    }
    for name in BEHIND_IN_TITLE.iter().flat_map(|word| title.match_indices(word)).map(|(at, _)| name_before(title, at)) {
        votes.add(name, 6);
    }
    for (text, weight) in [(title, 6), (lead, 2), (start_of(&folded.text, LOOKED_AT), 1)] {
        for name in names_in(text) {
            votes.add(name, weight);
        }
    }
    for name in titles.iter().flat_map(|title| names_in(title)) {
        votes.add(name, 3);
    }
    votes.most().map(str::to_owned).or_else(|| spoken_of(folded, outline)).or_else(|| township(title).map(str::to_owned))
}

/// 青禾镇2021年度部门决算: a township by its name of three characters, which stands for its government where no other name does.
fn township(title: &str) -> Option<&str> {
    let named = behind_year(title.trim_start_matches(|c: char| c.is_ascii_digit()));
    let end = named.find(|c: char| c.is_ascii_digit() || matches!(c, '“' | '（' | '部' | '单' | '财' | '决' | '预')).unwrap_or(0);
    let name = &named[..end];
    let short = name.chars().count() == 3 && name.ends_with(['镇', '乡']);
    (short && !name.starts_with(['各', '全', '该', '本', '我', '乡', '城', '县', '区', '市', '下', '所'])).then_some(name)
}

/// The body that a sentence on its duties or its kind speaks of: 某县某乡人民政府属行政单位. `None` if there is no such sentence.
fn spoken_of(folded: &Folded, outline: &Outline) -> Option<String> {
    let text = start_of(&folded.text, LOOKED_AT);
    let names = SPOKEN_OF.find_iter(text).map(|found| {
        // A heading that its text follows without a mark is no part of the name.
        let heading = outline.headings.iter().map(Heading::end).take_while(|end| *end <= found.start()).last().unwrap_or(0);
        let name = name_before(text, found.start());
        let name = &text[(found.start() - name.len()).max(heading)..found.start()];
        label_maybe(name).map_or(name, |label| &name[label.skip..]).trim_end_matches('的')
    });
    names.filter_map(body).find(|name| !has_any(name, &["职责", "职能", "情况", "概况"])).map(str::to_owned)
}

static SPOKEN_OF: Lazy<Regex> = Lazy::new(|| {
    Regex::new(r"(?x) 的?主要职责 | 的?主要职能 | 内设 | 下设 | 属 (?: 于 )? (?: [^，。]{0,12} ) 单位 | 是 [^，。]{2,40}? (?: 单位 | 机关 | 机构 | 组织 | 团体 | 部门 )")
        .expect("the pattern is valid")
});

/// The name with the region before it, where a text prints a name without any region in its title and sentences but whole
/// elsewhere: 来源：某某新区经济发展局. `None` if it stands nowhere so.
pub(super) fn with_region(text: &str, name: &str) -> Option<String> {
    const MOST: usize = 200;
    if tells_region(name) {
        return None;
    }
    let mut votes: Vec<(&str, usize)> = Vec::new();
    for at in memchr::memmem::find_iter(text.as_bytes(), name.as_bytes()).take(MOST) {
        let region = name_before(text, at);
        if !is_region(region, &text[..at - region.len()]) {
            continue;
        }
        match votes.iter_mut().find(|(known, _)| *known == region) {
            Some((_, count)) => *count += 1,
            None => votes.push((region, 1)),
        }
    }
    let (region, _) = votes.into_iter().max_by_key(|(region, count)| (*count, std::cmp::Reverse(region.len())))?;
    Some(format!("{region}{name}"))
}

/// Whether a name holds a region, and not only words that hold what regions end with: 云桥区审计局, not 市场监督管理局.
fn tells_region(name: &str) -> bool {
    const WORDS: &[&str] = &["市场", "城市", "城乡", "城镇", "乡镇", "乡村", "社区", "区域", "县域", "联盟"];
    let in_word = |at: usize| WORDS.iter().any(|word| name.match_indices(word).any(|(start, _)| (start..start + word.len()).contains(&at)));
    name.char_indices().skip(1).any(|(at, c)| REGIONS.contains(&c) && !in_word(at))
}

/// Whether the words between a text and the name of a body are a region: one that is known, or what starts a line or stands behind a
/// colon or a year and is no start of a sentence. 负责指导全市 is none.
fn is_region(words: &str, before: &str) -> bool {
    /// Characters of the words that sentences put before a name.
    const OF_SENTENCES: &[char] = &['于', '的', '为', '是', '由', '与', '和', '及', '至', '在', '对', '从', '用', '设', '立', '将', '含'];
    const DETERMINERS: &[char] = &['全', '各', '本', '我', '该', '每'];
    let Some(named) = words.strip_suffix(REGIONS).filter(|_| (3..=16).contains(&words.chars().count())) else { return false };
    let known = || region_of(words).is_some_and(|region| [region.province, region.city, region.county].iter().flatten().any(|name| words.starts_with(name)));
    let stands = || before.is_empty() || before.ends_with(['\n', '\t', '\x0b', '：']) || before.trim_end_matches(['，', '度']).ends_with('年');
    !named.ends_with(DETERMINERS) && !words.contains(OF_SENTENCES) && (known() || stands() && !starts(words))
}

/// How often the bodies are named.
#[derive(Default)]
struct Votes<'t> {
    bodies: Vec<(&'t str, usize)>,
    /// Words that were looked at, and the body that they name: most come again.
    read: Vec<(&'t str, Option<&'t str>)>,
}

impl<'t> Votes<'t> {
    fn add(&mut self, words: &'t str, weight: usize) {
        let Some(name) = self.body(words) else { return };
        match self.bodies.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += weight,
            None => self.bodies.push((name, weight)),
        }
    }

    fn body(&mut self, words: &'t str) -> Option<&'t str> {
        const MOST: usize = 32;
        if let Some((_, name)) = self.read.iter().find(|(known, _)| *known == words) {
            return *name;
        }
        let name = body(words);
        if self.read.len() < MOST {
            self.read.push((words, name));
        }
        name
    }

    /// The body named most, of those named alike the longest and last.
    fn most(self) -> Option<&'t str> {
        self.bodies.into_iter().max_by_key(|(name, count)| (*count, name.len())).map(|(name, _)| name)
    }
}

/// What sentences put before the name of a body.
const BEFORE: &[&str] = &[
    "纳入",
    "的",
    "关于",
    "根据",
    "现将",
    "我单位",
    "本部门",
    "本单位",
    "其中",
    "包括",
    "按照",
    "截至",
    "第一部分",
    "第二部分",
    "第三部分",
    "一、",
    "二、",
    "三、",
];

/// The name of a body without what sentences put before it; `None` if it is none.
pub(super) fn body(name: &str) -> Option<&str> {
    // 来源：某局 现将我局2021年度: the sentence starts behind the name.
    let name = behind(name, "现将");
    // 财政部批复国土资源部2011年决算; 某局及所属单位.
    let name = behind(name, "批复");
    let name = name.strip_suffix("及所").unwrap_or(name);
    let name = ["（本级）", "（汇总）", "（部门）"].iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(name);
    // Half a bracket was cut off with the words around the name.
    const BRACKETS: [char; 2] = ['（', '）'];
    let halved = (name.starts_with(BRACKETS) || name.ends_with(BRACKETS)) && name.matches('（').count() != name.matches('）').count();
    let name = if halved { name.trim_matches(BRACKETS) } else { name };
    let name = without(without(name, |name| name.strip_suffix("部门")), |name| name.strip_suffix("单位"));
    // 某某中心（某某院）: what stands in the bracket is its other name.
    let bare = name.strip_suffix('）').and_then(|open| open.rsplit_once('（')).map_or(name, |(bare, _)| bare);
    if !BODIES.end(name) && !BODIES.end(bare) {
        return None;
    }
    let name = without(name, |name| BEFORE.iter().find_map(|w| name.strip_prefix(w)));
    let generic = name.starts_with(['本', '我']) || ["部门", "单位", "行政机关", "预算管理", "全部"].contains(&name);
    (!generic && (4..=36).contains(&name.chars().count()) && !has_any(name, &["经费", "支出", "公开", "首页", "栏目"])).then_some(name)
}

/// What stands behind the last of a word in a name; the name where the word does not stand in it.
fn behind<'t>(mut name: &'t str, word: &str) -> &'t str {
    while let Some(at) = find(name, word) {
        name = &name[at + word.len()..];
    }
    name
}

/// A name without what `shorter` takes from it, again and again.
fn without(mut name: &str, shorter: fn(&str) -> Option<&str>) -> &str {
    while let Some(rest) = shorter(name) {
        name = rest;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_a_name_are_told_from_a_region() {
        for (words, before) in [("云桥新区", "来源："), ("云桥新区", ""), ("云桥新区", "2016年，"), ("巴中市恩阳区", "支持"), ("江苏省", "，")]
        {
            assert!(is_region(words, before), "{before}{words}");
        }
        for (words, before) in [("负责指导全市", "\n"), ("推动全市", ""), ("推动云桥新区", "，"), ("成都市和青羊区", ""), ("云桥工业", "\n")]
        {
            assert!(!is_region(words, before), "{before}{words}");
        }
    }

    #[test]
    fn a_township_is_named_by_three_characters() {
        for title in ["青禾镇2021年度部门决算", "2021年青禾镇部门决算公开", "青禾镇“三公”经费决算情况说明"] {
            assert_eq!(township(title), Some("青禾镇"), "{title}");
        }
        for title in ["各乡镇2021年度部门决算", "城关镇人民政府2021年度决算", "2021年度部门决算", "本乡2021年决算"] {
            assert_eq!(township(title), None, "{title}");
        }
    }

    #[test]
    fn names_tell_their_region_beside_words_that_end_like_one() {
        for name in ["云桥区审计局", "云桥市市场监督管理局", "云桥县城乡建设局"] {
            assert!(tells_region(name), "{name}");
        }
        for name in ["市场监督管理局", "城市管理局", "住房和城乡建设局", "经济发展局"] {
            assert!(!tells_region(name), "{name}");
        }
    }
}
