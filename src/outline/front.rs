//! What the report says of itself: title, organization, fiscal year, kind, scope, date and number.

use super::numbering::label_maybe;
use super::vocabulary::Endings;
use super::{squeezed, Heading, Outline, PassageKind, SectionKind};
use crate::normalize::Folded;
use crate::quantity::{date_maybe, is_han, Date};
use crate::span::start_of;
use aho_corasick::{AhoCorasick, MatchKind};
use once_cell::sync::Lazy;
use regex::Regex;
use std::collections::HashMap;
use std::ops::Range;

/// What the report says of itself, texts as printed without white space.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Front {
    pub(crate) title: Option<String>,
    pub(crate) organization: Option<String>,
    /// The organization in folded text, as sentences print it.
    pub(crate) organization_folded: Option<String>,
    pub(crate) year: Option<u16>,
    /// Whether it is a budget; `None` if neither 决算 nor 预算 names it.
    pub(crate) is_budget: Option<bool>,
    pub(crate) is_unit: Option<bool>,
    pub(crate) is_approval: bool,
    pub(crate) published: Option<Date>,
    pub(crate) document_number: Option<String>,
    pub(crate) attachments: Vec<String>,
}

/// Bytes of folded text looked at for what the report says of itself: a report may print no title and 16 KB of duties and work first.
const LOOKED_AT: usize = 32 << 10;

impl Front {
    /// Reads it from the text before the first heading, the headings and the first sentences.
    pub(crate) fn of(folded: &Folded, outline: &Outline, source: &str) -> Self {
        let text = start_of(&folded.text, LOOKED_AT);
        let lead = start_of(&folded.text, outline.headings.first().map_or(600, |h| h.label.start).min(6_000));
        let mut front = Front { published: published(lead), document_number: document_number(lead), ..Front::default() };
        let title = title(lead);
        front.title = title.clone().map(|range| squeezed(folded.span(range.start, range.end).of(source).unwrap_or("")));
        let title_text = title.map_or("", |range| &folded.text[range]);
        let title_text = title_text.replace('\n', "");
        front.year = fiscal_year(&title_text).or_else(|| year_by_vote(text)).or_else(|| only_year(text));
        front.is_budget = is_budget(&title_text, &outline.headings, &folded.text);
        front.is_unit = is_unit(&title_text, text);
        front.is_approval = title_text.contains("批复");
        if let Some(organization) = organization(folded, outline, lead, &title_text) {
            let whole = with_region(&folded.text, &organization);
            front.organization = Some(printed(folded, source, whole.as_deref().unwrap_or(&organization)));
            front.organization_folded = Some(organization);
        }
        front.attachments = attachments(folded, outline, source);
        front
    }
}

/// The name as the source prints it, traditional characters included.
fn printed(folded: &Folded, source: &str, organization: &str) -> String {
    match folded.text.find(organization) {
        Some(at) => squeezed(folded.span(at, at + organization.len()).of(source).unwrap_or(organization)),
        None => organization.to_owned(),
    }
}

/// The title: behind `标题：`, or the lines before the contents that end in 决算, 预算 or a word of it.
fn title(lead: &str) -> Option<Range<usize>> {
    let labelled = LABELS_OF_TITLES.iter().find_map(|label| {
        let at = lead.find(label)?;
        // 项目名称： and 单位名称： name something else.
        let own = lead[..at].chars().next_back().is_none_or(char::is_whitespace);
        own.then_some(at + label.len())
    });
    if let Some(start) = labelled {
        let end = lead[start..].find('\n').map_or(lead.len(), |n| start + n);
        return Some(start..end).filter(|r| !r.is_empty());
    }
    // Cells above the title tell of the page: 索引号, 主题分类. A workbook has its title in cells.
    title_of_lines(lead, |line| !line.starts_with(['\t', '\x0b'])).or_else(|| title_of_lines(lead, |_| true))
}

/// What pages print before the title in their head.
const LABELS_OF_TITLES: &[&str] = &["标题：", "信息名称：", "文件名称：", "名 称：", "名称："];

/// The title by its lines, of those that `counts` says may hold it.
fn title_of_lines(lead: &str, counts: fn(&str) -> bool) -> Option<Range<usize>> {
    const LINES: usize = 12;
    // What a page tells of itself above the title: 索引号, 主题分类, 发布机构, a line each.
    const NOTES: usize = 24;
    let (mut start, mut notes, mut read) = (None, 0, 0);
    let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', lead.as_bytes()).map(|end| end + 1));
    let lines = starts.map(|at| (at, lead[at..].split('\n').next().unwrap_or("")));
    for (at, line) in lines.filter(|(_, line)| counts(line)) {
        if read >= LINES || notes >= NOTES {
            break;
        }
        let end = at + line.len();
        let plain = line.trim();
        let stop = !is_note(plain) && (plain == "目录" || plain.chars().count() > 60 || plain.contains(['。', '，']));
        if stop {
            break;
        }
        if is_note(plain) {
            // What stands above such a line is of the page too.
            notes += 1;
            start = None;
            continue;
        }
        read += 1;
        if plain.is_empty() || start.is_none() && PORTAL.contains(&plain) {
            continue;
        }
        let from = *start.get_or_insert(at);
        if ends_title(plain) {
            // The owner of the site stands above a title that names the body itself.
            let owner = body(lead[from..at].trim());
            let owned = owner.is_some_and(|owner| names_in(line).filter_map(body).any(|name| shares_region(owner, name)));
            let end = tail_of_title(lead, end).unwrap_or(end);
            let title = if owned { at..end } else { from..end };
            return Some(title).filter(|title| SUBJECTS.iter().any(|w| lead[title.clone()].contains(w)));
        }
    }
    None
}

/// What the title of a report speaks of; without one, 部门基本情况 is its first heading.
const SUBJECTS: &[&str] = &["决算", "预算", "经费", "收支", "收入", "支出", "财政", "绩效", "年度"];

/// Characters that end the names of regions.
const REGIONS: &[char] = &['省', '市', '区', '县', '州', '旗', '盟', '镇', '乡'];

/// Whether a name starts with a region that stands in the other: 某市某区人民政府 above 某区审计局. Without it, one name goes on: 某区人民政府 + 某街道办事处.
fn shares_region(owner: &str, name: &str) -> bool {
    name.char_indices().skip(1).filter(|(_, c)| REGIONS.contains(c)).any(|(at, c)| owner.contains(&name[..at + c.len_utf8()]))
}

fn ends_title(line: &str) -> bool {
    let accounts = || ["决算", "预算", "三公"].iter().any(|word| line.contains(word));
    TITLE_ENDS.iter().any(|end| line.ends_with(end)) || ["说明", "公开表"].iter().any(|end| line.ends_with(end)) && accounts()
}

/// Where a title ends that goes on in the next line: 及“三公”经费预算编制说明.
fn tail_of_title(lead: &str, end: usize) -> Option<usize> {
    let next = lead[end..].strip_prefix('\n')?.split('\n').next()?;
    let goes_on = next.starts_with(['及', '和', '与', '暨']) && ends_title(next) && !next.contains(['。', '，']);
    goes_on.then_some(end + '\n'.len_utf8() + next.len())
}

/// The places of a site that a page names above its title.
const PORTAL: &[&str] = &[
    "财政预决算",
    "政府预决算",
    "部门预决算",
    "预决算公开",
    "部门预决算公开",
    "预决算信息公开",
    "财政资金",
    "财政信息",
    "信息公开",
    "政府信息公开",
    "政务公开",
    "通知公告",
    "“三公”经费",
    "三公经费",
];

const TITLE_ENDS: &[&str] = &[
    "决算",
    "预算",
    "决算公开",
    "预算公开",
    "情况说明",
    "决算说明",
    "预算说明",
    "公开说明",
    "决算信息公开",
    "预算信息公开",
    "的批复",
    "决算报告",
    "预算报告",
    "决算公开报告",
    "信息",
    "情况",
    "编制说明",
    "公开情况",
    "公告",
    "公示",
    "支出说明",
    "事项说明",
    "补充说明",
    "分析报告",
];

/// Lines before a title that are no part of it.
fn is_note(line: &str) -> bool {
    ["监督索引号", "索引号", "附件", "当前位置", "您当前的位置", "首页", "发布", "来源", "打印"].iter().any(|w| line.starts_with(w))
        || NOTES_OF_PAGES.iter().any(|w| line.contains(w))
        || line.starts_with(['【', '•', '●'])
        || line.contains('|')
        || date_maybe(line).is_some_and(|read| read.date.is_some_and(|date| date.day().is_some()))
        || line.matches('>').count() > 1
}

/// Words of the lines with which pages tell of themselves.
const NOTES_OF_PAGES: &[&str] = &[
    "索引号",
    "主题分类",
    "体裁分类",
    "发文字号",
    "发布机构",
    "成文日期",
    "发布日期",
    "发布时间",
    "时效性",
    "有效性",
    "公开方式",
    "责任编辑",
    "www.",
    "浏览次数",
    "信息公开指南",
    "信息公开制度",
];

/// The year of a title: the first that 年 stands behind, else the first that is no part of a longer number.
fn fiscal_year(title: &str) -> Option<u16> {
    let digit = |at: Option<usize>| at.and_then(|at| title.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    let whole = || years_in(title).filter(|(at, behind)| !digit(at.checked_sub(1)) && !digit(Some(*behind)));
    let (at, behind) = whole().find(|(_, behind)| title[*behind..].starts_with('年')).or_else(|| whole().next())?;
    title[at..behind].parse().ok()
}

/// What follows the digits of a year that the name of an account stands behind, at most the body between them: 2017年区级“三公”经费,
/// 2018年度本部门一般公共预算.
static OF_ACCOUNTS: Lazy<Regex> = Lazy::new(|| {
    Regex::new(
        r"(?x) ^ 年? 度? ，? [^0-9。，；：\n]{0,24}?
        (?: 决算 | 预算 | 收入 | 支出 | 收、支 | 一般公共 | 本年 | 三公 | 因公 | 公务 | 机关运行 | 政府采购 | 财政拨款 )",
    )
    .expect("the pattern is valid")
});

/// The year that stands most often before 决算 and the names of the accounts, not as one that is compared with.
fn year_by_vote(text: &str) -> Option<u16> {
    let mut votes: HashMap<u16, usize> = HashMap::new();
    let of_accounts = |(_, behind): &(usize, usize)| OF_ACCOUNTS.is_match(&text[*behind..]);
    let mut from = 0;
    for (at, behind) in years_in(text).filter(of_accounts) {
        if at >= from && !is_compared(&text[..at]) {
            *votes.entry(text[at..behind].parse().expect("a year has four digits")).or_default() += 1;
        }
        from = behind;
    }
    votes.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
}

/// Where the digits of the years of this century start and end, also within longer numbers.
fn years_in(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let bytes = text.as_bytes();
    let starts = memchr::memchr_iter(b'2', bytes).filter(|at| matches!(bytes[*at..], [_, b'0', b'0'..=b'9', b'0'..=b'9', ..]));
    starts.map(|at| (at, at + 4))
}

/// Whether what follows is what something is compared with: 与2019年, 较上年2019年.
fn is_compared(before: &str) -> bool {
    before.strip_suffix("上年").unwrap_or(before).ends_with(['与', '比', '较', '同'])
}

static YEAR_SPOKEN_OF: Lazy<Regex> =
    Lazy::new(|| Regex::new(r"(?x) (?P<compared> [与比较同] )? (?P<year> 20[0-9]{2} ) 年 (?P<month> [0-9] )?").expect("the pattern is valid"));

/// The only year that the text speaks of, compared years and dates apart; `None` if there are two.
fn only_year(text: &str) -> Option<u16> {
    let spoken = YEAR_SPOKEN_OF.captures_iter(text).filter(|c| c.name("compared").is_none() && c.name("month").is_none());
    let mut years = spoken.filter_map(|c| c["year"].parse().ok());
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// By the title, by the titles of the parts, or by the words that stand more often at the start of the text.
fn is_budget(title: &str, headings: &[Heading], text: &str) -> Option<bool> {
    let parts = headings.iter().filter(|h| matches!(h.kind, Some(SectionKind::Narrative | SectionKind::Tables)));
    for name in std::iter::once(title.to_owned()).chain(parts.map(|h| h.title_in(text))) {
        match (name.contains("决算"), name.contains("预算")) {
            (true, _) => return Some(false),
            (false, true) => return Some(true),
            _ => {}
        }
    }
    let start = start_of(text, LOOKED_AT);
    let count = |word: &str| memchr::memmem::find_iter(start.as_bytes(), word.as_bytes()).count();
    // What only accounts can say counts for them: that a budget was completed, and how the projects were judged.
    let accounts = count("决算") + count("完成预算") + count("完成年初预算") + count("绩效自评");
    let budgets = count("部门预算") + count("预算支出") + count("支出预算") + count("收入预算") + count("经费预算") + count("年预算减少") + count("年预算增加");
    match (accounts, budgets) {
        (0, 0) => (count("费支出") == 0 && PLANNED.is_match(start)).then_some(true),
        (a, b) => Some(b > a),
    }
}

/// 2019年本部门财政拨款安排“三公”经费10.8万元: where nothing speaks of accounts, what is set aside for a year is planned.
static PLANNED: Lazy<Regex> =
    Lazy::new(|| Regex::new(r"20[0-9]{2}\s?年[^。\n]{0,24}安排[^。，\n]{0,12}经费[^。，\n]{0,6}[0-9]").expect("the pattern is valid"));

fn is_unit(title: &str, text: &str) -> Option<bool> {
    if title.contains("单位决算") || title.contains("单位预算") {
        return Some(true);
    }
    if title.contains("部门决算") || title.contains("部门预算") {
        return Some(false);
    }
    let count = |word: &str| memchr::memmem::find_iter(text.as_bytes(), word.as_bytes()).count();
    let units = count("单位决算") + count("单位预算");
    let departments = count("部门决算") + count("部门预算");
    (units + departments > 0).then_some(units > departments)
}

static PUBLISHED: Lazy<Regex> = Lazy::new(|| {
    Regex::new(r"(?x) (?: 发布时间 | 发布日期 | 公开时间 | 公开日期 | 时间 | 日期 | 成文日期 | 发文日期 | 生成日期 ) (?: ： (?: \n \t )? | \n \t ) (?P<date> 20[0-9]{2} [-./年] [0-9]{1,2} [-./月] [0-9]{1,2} )")
        .expect("the pattern is valid")
});

fn published(lead: &str) -> Option<Date> {
    let captures = PUBLISHED.captures(lead)?;
    let at = captures.name("date")?.start();
    date_maybe(&lead[at..])?.date.filter(|d| d.day().is_some())
}

static DOCUMENT_NUMBER: Lazy<Regex> =
    Lazy::new(|| Regex::new(r"(?x) (?: 文号 | 发文字号 | 文件编号 ) ： (?P<number> [^\n\ ：]{2,30}? 号 )").expect("the pattern is valid"));

fn document_number(lead: &str) -> Option<String> {
    DOCUMENT_NUMBER.captures(lead).map(|c| c["number"].to_owned())
}

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

/// The names that stand in a text where reports name their body.
fn names_in(text: &str) -> impl Iterator<Item = &str> {
    let before_words = BEHIND_AUTOMATON.find_iter(text).map(|found| found.start());
    let before_years = memchr::memmem::find_iter(text.as_bytes(), b"20").filter(move |at| {
        let behind = &text[*at + "20".len()..];
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let behind = &behind[digits..];
        let behind = behind.strip_prefix('年').unwrap_or(behind);
        let behind = behind.strip_prefix('度').unwrap_or(behind);
        digits == 2 && BEHIND_YEAR.iter().any(|word| behind.starts_with(word))
    });
    before_words.chain(before_years).map(move |at| name_before(text, at))
}

/// The words from the last punctuation or year up to `at`.
fn name_before(text: &str, at: usize) -> &str {
    const LONGEST: usize = 40;
    let before = &text[..at];
    let start = before.char_indices().rev().take(LONGEST).find(|(_, c)| is_boundary(*c)).map(|(i, c)| i + c.len_utf8());
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

fn is_boundary(c: char) -> bool {
    matches!(c, '\n' | '\t' | '。' | '；' | '，' | '：' | '“' | '”' | ' ' | '】' | '《' | '》' | '、') || c.is_ascii_digit()
}

/// The body: the name that stands most often where reports name it, the title's counting most.
fn organization(folded: &Folded, outline: &Outline, lead: &str, title: &str) -> Option<String> {
    let mut votes: Vec<(String, usize)> = Vec::new();
    // 某县文联关于“三公”经费2015年决算的情况说明.
    if let Some((name, _)) = title.split_once("关于").filter(|(name, _)| !name.is_empty()) {
        vote(&mut votes, name, 6);
    }
    for name in BEHIND_IN_TITLE.iter().flat_map(|word| title.match_indices(word)).map(|(at, _)| name_before(title, at)) {
        vote(&mut votes, name, 6);
    }
    for (text, weight) in [(title, 6), (lead, 2), (start_of(&folded.text, LOOKED_AT), 1)] {
        for name in names_in(text) {
            vote(&mut votes, name, weight);
        }
    }
    for heading in outline.headings.iter().filter(|h| h.level == 1) {
        for name in names_in(&heading.title_in(&folded.text)) {
            vote(&mut votes, name, 3);
        }
    }
    votes.into_iter().max_by_key(|(name, count)| (*count, name.len())).map(|(name, _)| name).or_else(|| spoken_of(folded, outline))
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
    names.filter_map(body).find(|name| !["职责", "职能", "情况", "概况"].iter().any(|word| name.contains(word))).map(str::to_owned)
}

static SPOKEN_OF: Lazy<Regex> = Lazy::new(|| {
    Regex::new(r"(?x) 的?主要职责 | 的?主要职能 | 内设 | 下设 | 属 (?: 于 )? (?: [^，。]{0,12} ) 单位 | 是 [^，。]{2,40}? (?: 单位 | 机关 | 机构 | 组织 | 团体 | 部门 )")
        .expect("the pattern is valid")
});

/// The name with the region before it, where a text prints a name without any region in its title and sentences but whole
/// elsewhere: 来源：某某新区经济发展局. `None` if it stands nowhere so.
fn with_region(text: &str, name: &str) -> Option<String> {
    /// Characters of the words that sentences put before a name.
    const OF_SENTENCES: &[char] = &['于', '的', '为', '是', '由', '与', '和', '及', '至', '在', '对', '从', '用', '设', '立', '将', '含'];
    const MOST: usize = 200;
    if name.contains(REGIONS) {
        return None;
    }
    let mut votes: Vec<(&str, usize)> = Vec::new();
    for at in memchr::memmem::find_iter(text.as_bytes(), name.as_bytes()).take(MOST) {
        let region = name_before(text, at);
        if !region.ends_with(REGIONS) || !(3..=16).contains(&region.chars().count()) || region.contains(OF_SENTENCES) {
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

fn vote(votes: &mut Vec<(String, usize)>, name: &str, weight: usize) {
    let Some(name) = body(name) else { return };
    match votes.iter_mut().find(|(known, _)| *known == name) {
        Some((_, count)) => *count += weight,
        None => votes.push((name.to_owned(), weight)),
    }
}

/// Words that end the names of bodies.
const BODY_ENDS: &[&str] = &[
    "局",
    "厅",
    "委",
    "委员会",
    "办公室",
    "办",
    "院",
    "中心",
    "站",
    "所",
    "政府",
    "部",
    "会",
    "校",
    "学",
    "园",
    "馆",
    "队",
    "街道",
    "街道办事处",
    "社",
    "室",
    "处",
    "联",
    "团委",
    "党校",
    "大学",
    "医院",
    "庭",
    "公司",
    "基地",
    "镇",
    "乡",
    "机关",
    "支队",
    "厂",
    "场",
    "院（本级）",
    "本级",
    "政协",
];

static ENDINGS: Lazy<Endings> = Lazy::new(|| Endings::of(BODY_ENDS.iter().copied()));

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
fn body(name: &str) -> Option<&str> {
    // 来源：某局 现将我局2021年度: the sentence starts behind the name.
    let name = name.rsplit_once("现将").map_or(name, |(_, behind)| behind);
    let name = ["（本级）", "（汇总）", "（部门）"].iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(name);
    // Half a bracket was cut off with the words around the name.
    const BRACKETS: [char; 2] = ['（', '）'];
    let halved = (name.starts_with(BRACKETS) || name.ends_with(BRACKETS)) && name.matches('（').count() != name.matches('）').count();
    let name = if halved { name.trim_matches(BRACKETS) } else { name };
    let name = without(without(name, |name| name.strip_suffix("部门")), |name| name.strip_suffix("单位"));
    // 某某中心（某某院）: what stands in the bracket is its other name.
    let bare = name.strip_suffix('）').and_then(|open| open.rsplit_once('（')).map_or(name, |(bare, _)| bare);
    // Most words that stand where reports name their body end as no body does.
    if !ENDINGS.end(name) && !ENDINGS.end(bare) {
        return None;
    }
    let name = without(name, |name| BEFORE.iter().find_map(|w| name.strip_prefix(w)));
    let generic = ["本部门", "我部门", "我单位", "本单位", "部门", "单位", "行政机关", "预算管理", "全部"]
        .iter()
        .any(|w| name == *w || name.starts_with("本") || name.starts_with("我"));
    (!generic && (4..=36).contains(&name.chars().count()) && !["经费", "支出", "公开", "首页", "栏目"].iter().any(|w| name.contains(w))).then_some(name)
}

/// A name without what `shorter` takes from it, again and again.
fn without(mut name: &str, shorter: fn(&str) -> Option<&str>) -> &str {
    while let Some(rest) = shorter(name) {
        name = rest;
    }
    name
}

/// The names of the attachments listed behind the report.
fn attachments(folded: &Folded, outline: &Outline, source: &str) -> Vec<String> {
    const MOST: usize = 60;
    let mut names = Vec::new();
    for passage in outline.passages.iter().filter(|p| p.kind == PassageKind::Attachments) {
        let span = folded.span(passage.range.start, passage.range.end);
        let printed = span.of(source).unwrap_or("");
        for name in attached(printed).take(MOST) {
            let name = squeezed(name);
            if name.chars().count() >= 3 && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// Where the name of a file ends, or the number of an attachment in a list.
static ATTACHED: Lazy<Regex> =
    Lazy::new(|| Regex::new(r"(?x) (?P<file> \. (?: xlsx? | docx? | pdf | rar | zip | et | wps ) ) | [0-9]{1,2} [.．、] \s*").expect("the pattern is valid"));

/// The names of files, and of tables behind the numbers of a list.
fn attached(printed: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || loop {
        let captures = ATTACHED.captures_at(printed, at)?;
        let found = captures.get(0).expect("the whole match is group 0");
        let name = match captures.name("file") {
            Some(_) => file_name(printed, at, found.start()).map(|start| start..found.end()),
            None => table_name(&printed[found.end()..]).map(|length| found.end()..found.end() + length),
        };
        at = name.as_ref().map_or(found.end(), |range| range.end);
        if let Some(range) = name {
            return Some(&printed[range]);
        }
    })
}

/// Where the name of a file starts that has its extension at `end`; `None` if less than two characters of a name stand before it.
fn file_name(text: &str, from: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 80;
    let belongs = |c: &char| is_han(*c) || c.is_ascii_alphanumeric() || matches!(c, '_' | '“' | '”' | '（' | '）' | '、' | '-');
    let name = text[from..end].chars().rev().take(LONGEST).take_while(belongs);
    let (count, length) = name.fold((0, 0), |(count, length), c| (count + 1, length + c.len_utf8()));
    (count >= 2).then_some(end - length)
}

/// The bytes of the name of a table at the start of a text: `2021年度收入决算表`.
fn table_name(text: &str) -> Option<usize> {
    const LONGEST: usize = 60;
    const SHORTEST: usize = 3;
    let year = date_maybe(text).filter(|read| read.is_year).map_or(0, |read| read.length);
    let words = text[year..].char_indices().take(LONGEST + 1).take_while(|(_, c)| is_han(*c) || matches!(c, '“' | '”' | '（' | '）' | '、'));
    let end = words.enumerate().find(|(count, (_, c))| *count >= SHORTEST && *c == '表')?.1 .0;
    Some(year + end + '表'.len_utf8())
}
