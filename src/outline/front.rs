//! What the report says of itself: title, organization, fiscal year, kind, scope, date and number.

use super::bodies::REGIONS;
use super::organization::{body, names_in, organization, with_region};
use super::{Heading, Outline, PassageKind, SectionKind};
use crate::normalize::{squeezed, Folded};
use crate::quantity::{date_maybe, is_han, Date};
use crate::span::start_of;
use crate::within::has_any;
use once_cell::sync::Lazy;
use regex::Regex;
use std::borrow::Cow;
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
pub(super) const LOOKED_AT: usize = 32 << 10;

impl Front {
    /// Reads it from the text before the first heading, the headings and the first sentences.
    pub(crate) fn of(folded: &Folded, outline: &Outline, source: &str) -> Self {
        let text = start_of(&folded.text, LOOKED_AT);
        let lead = start_of(&folded.text, outline.headings.first().map_or(600, |h| h.label.start).min(6_000));
        let mut front = Front { published: published(lead), document_number: document_number(lead), ..Front::default() };
        let title = title(lead);
        front.title = title.clone().map(|range| folded.printed(source, range));
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
        Some(at) => folded.printed(source, at..at + organization.len()),
        None => organization.to_owned(),
    }
}

/// The title: behind `标题：`, or the lines before the contents that end in 决算, 预算 or a word of it.
fn title(lead: &str) -> Option<Range<usize>> {
    // Cells above the title tell of the page: 索引号, 主题分类. A workbook has its title in cells.
    labelled_title(lead).or_else(|| title_of_lines(lead, |line| !line.starts_with(['\t', '\x0b']))).or_else(|| title_of_lines(lead, |_| true))
}

/// What pages print before the title in their head, whatever word stands before it: 文章标题.
const TITLE: &str = "标题：";

/// What they print alone: 项目名称： and 单位名称： name something else.
const NAMES: &[&str] = &["信息名称：", "文件名称：", "名称："];

/// The rest of the line behind the first label of a title that has one.
fn labelled_title(lead: &str) -> Option<Range<usize>> {
    let rest = |start: usize| start..lead[start..].find('\n').map_or(lead.len(), |n| start + n);
    let titles = |label: &'static str| lead.match_indices(label).map(move |(at, _)| (at, rest(at + label.len()))).filter(|(_, title)| !title.is_empty());
    let alone = |at: usize| lead[..at].chars().next_back().is_none_or(char::is_whitespace);
    let (_, title) = titles(TITLE).next().or_else(|| NAMES.iter().find_map(|label| titles(label).find(|(at, _)| alone(*at))))?;
    Some(title)
}

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
            let title = whole_title(lead, from, at..end);
            if title.is_some() {
                return title;
            }
            // 政务信息, 公告: of the page.
            start = None;
        }
    }
    None
}

/// The title whose lines start at `from` and that ends as titles do in the line `last`; `None` if it speaks of no account.
fn whole_title(lead: &str, from: usize, last: Range<usize>) -> Option<Range<usize>> {
    // The owner of the site stands above a title that names the body itself.
    let owner = body(lead[from..last.start].trim());
    let owned = owner.is_some_and(|owner| names_in(&lead[last.clone()]).filter_map(body).any(|name| shares_region(owner, name)));
    let end = tail_of_title(lead, last.end).unwrap_or(last.end);
    let title = if owned { last.start..end } else { from..end };
    SUBJECTS.iter().any(|word| lead[title.clone()].contains(word)).then_some(title)
}

/// What the title of a report speaks of; without one, 部门基本情况 is its first heading.
const SUBJECTS: &[&str] = &["决算", "预算", "经费", "收支", "收入", "支出", "财政", "绩效", "年度"];

/// Whether a name starts with a region that stands in the other: 某市某区人民政府 above 某区审计局. Without it, one name goes on: 某区人民政府 + 某街道办事处.
fn shares_region(owner: &str, name: &str) -> bool {
    name.char_indices().skip(1).filter(|(_, c)| REGIONS.contains(c)).any(|(at, c)| owner.contains(&name[..at + c.len_utf8()]))
}

fn ends_title(line: &str) -> bool {
    let accounts = || has_any(line, &["决算", "预算", "三公"]);
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
    "公开文本",
    "公开材料",
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
        || line == TITLE
        || NAMES.contains(&line)
        || has_any(line, NOTES_OF_PAGES)
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

/// Whether what follows the digits of a year is the name of an account, at most the body between them: 2017年区级“三公”经费,
/// 2018年度本部门一般公共预算.
fn is_of_accounts(behind: &str) -> bool {
    const BETWEEN: usize = 24;
    const ACCOUNTS: &[&str] = &["决算", "预算", "收入", "支出", "收、支", "一般公共", "本年", "三公", "因公", "公务", "机关运行", "政府采购", "财政拨款"];
    let opens = |c: char| matches!(c, '决' | '预' | '收' | '支' | '一' | '本' | '三' | '因' | '公' | '机' | '政' | '财');
    let parts = |c: char| c.is_ascii_digit() || matches!(c, '。' | '，' | '；' | '：' | '\n');
    let behind = ['年', '度', '，'].iter().fold(behind, |behind, mark| behind.strip_prefix(*mark).unwrap_or(behind));
    let mut words = behind.char_indices().take(BETWEEN + 1).take_while(|(_, c)| !parts(*c));
    words.any(|(at, c)| opens(c) && ACCOUNTS.iter().any(|name| behind[at..].starts_with(name)))
}

/// The year that stands most often before 决算 and the names of the accounts, not as one that is compared with.
fn year_by_vote(text: &str) -> Option<u16> {
    let mut votes: HashMap<u16, usize> = HashMap::new();
    let of_accounts = |(_, behind): &(usize, usize)| is_of_accounts(&text[*behind..]);
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
    for name in std::iter::once(Cow::Borrowed(title)).chain(parts.map(|h| h.title_in(text))) {
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
        (0, 0) => {
            let planned = PLANNED.is_match(start) || count("费预算") + count("费用预算") > 0;
            // “三公”经费支出表 names a table of either.
            let spent = count("费支出") > count("费支出表") || ["实际支出", "预算执行", "执行数", "执行率"].iter().any(|word| count(word) > 0);
            match planned && !spent {
                true => Some(true),
                false => tells_of_accounts(count).then_some(false),
            }
        }
        (a, b) => Some(b > a),
    }
}

/// Whether a text that names neither speaks of what was spent: it compares with another year or with the budget, and plans nothing.
fn tells_of_accounts(count: impl Fn(&str) -> usize) -> bool {
    const COMPARED: &[&str] = &["比上年", "年相比", "同比", "于预算数", "比预算数", "年初预算数"];
    /// Where the word is none of a plan: the budget compared with, and the law.
    const OTHER: &[&str] = &["年初预算", "于预算数", "比预算数", "与预算数", "预算法", "预算管理"];
    const PLANS: &[&str] = &["计划", "拟", "安排", "控制在", "预计"];
    let compared = COMPARED.iter().any(|words| count(words) > 0) && PLANS.iter().all(|words| count(words) == 0);
    compared && count("支出") > 0 && count("预算") == OTHER.iter().map(|words| count(words)).sum::<usize>()
}

/// 2019年本部门财政拨款安排“三公”经费10.8万元: where nothing speaks of accounts, what is set aside for a year is planned.
static PLANNED: Lazy<Regex> = Lazy::new(|| Regex::new(r"20[0-9]{2}年[^。\n]{0,24}安排[^。，\n]{0,12}经费[^。，\n]{0,6}[0-9]").expect("the pattern is valid"));

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

/// The names of files, and of tables behind the numbers of a list.
fn attached(printed: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || loop {
        let marks = |start: &usize| matches!(printed.as_bytes()[*start], b'.' | b'0'..=b'9');
        let (start, mark) = (at..printed.len()).filter(marks).find_map(|start| Some((start, Mark::of(&printed[start..])?)))?;
        let name = match mark {
            Mark::Extension(length) => file_name(printed, at, start).map(|name| name..start + length),
            Mark::Number(length) => table_name(&printed[start + length..]).map(|name| start + length..start + length + name),
        };
        let (Mark::Extension(length) | Mark::Number(length)) = mark;
        at = name.as_ref().map_or(start + length, |range| range.end);
        if let Some(range) = name {
            return Some(&printed[range]);
        }
    })
}

/// What parts the names of a list of attachments, with its bytes.
enum Mark {
    /// The end of the name of a file: `.xls`.
    Extension(usize),
    /// The number of an attachment, and the blanks behind it: `2.`.
    Number(usize),
}

impl Mark {
    /// The mark that a text starts with.
    fn of(text: &str) -> Option<Self> {
        // The longer of two that start alike comes first.
        const EXTENSIONS: &[&str] = &[".xlsx", ".xls", ".docx", ".doc", ".pdf", ".rar", ".zip", ".et", ".wps"];
        if let Some(extension) = EXTENSIONS.iter().find(|extension| text.starts_with(**extension)) {
            return Some(Mark::Extension(extension.len()));
        }
        let digits = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
        let behind = text[digits..].strip_prefix(['.', '．', '、']).filter(|_| digits > 0)?;
        Some(Mark::Number(text.len() - behind.trim_start().len()))
    }
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
