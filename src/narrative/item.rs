//! Items of the classification in running text, in the forms that reports name them:
//! `X（类）Y（款）Z（项）`, `2010601行政运行`, `“X-Y-Z”`, and the bare name of a 类.

use super::lexer::{bounds_name, Kind, Sentence, Token};
use super::lexicon::Sense;
use crate::classification::{self, Code, Level};
use crate::quantity::is_han;
use crate::span::Span;
use smallvec::{smallvec, SmallVec};
use std::ops::Range;

/// A named item, or a part of its path: what the words before it named is taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    /// The names this token states, with their levels; ranges of folded text.
    pub(crate) names: SmallVec<[(Level, Range<usize>); 1]>,
    /// A printed code, or that of a bare class name.
    pub(crate) code: Option<Code>,
    /// Whether the code is printed.
    pub(crate) printed: bool,
    /// Whether it is of the economic classification by its form alone.
    pub(crate) economic: bool,
    /// Whether it is a bare name without marker or code.
    pub(crate) bare: bool,
    /// The digits of its level that its marker prints: 208, 05, 01.
    pub(crate) digits: Option<u16>,
    /// The printed code whose 类 or 款 this is: names below it follow.
    pub(crate) above: Option<Code>,
}

impl Item {
    /// An item whose code is printed; its name follows at `name`.
    pub(super) fn coded(code: Code, name: usize) -> Self {
        Item {
            names: smallvec![(code.level(), name..name)],
            code: Some(code),
            printed: true,
            economic: !code.is_functional(),
            bare: false,
            digits: None,
            above: None,
        }
    }

    /// An item that stands for nothing but names.
    fn named(names: SmallVec<[(Level, Range<usize>); 1]>) -> Self {
        Item { names, code: None, printed: false, economic: false, bare: false, digits: None, above: None }
    }
}

/// `1.2010301行政运行`: the number of an item glued to a code; where the code starts. `digits` is how many stand at `at`, here and below.
pub(super) fn numbered_code(text: &str, at: usize, digits: usize) -> Option<usize> {
    let code = at + digits + 1;
    let glued = digits <= 2 && text[at + digits..].starts_with('.') && matches!(leading_digits(&text[code..]), 3 | 5 | 7);
    (glued && code_behind_point(text, code)).then_some(code)
}

fn code_behind_point(text: &str, at: usize) -> bool {
    let digits = leading_digits(&text[at..]);
    let code: Option<Code> = text[at..at + digits].parse().ok();
    let behind = &text[at + digits..];
    match code {
        Some(class) if class.level() == Level::Class => classification::starts_with_name(class, behind),
        Some(code) => classification::functional_name(code.class(), None).is_some() && behind.starts_with(is_han),
        None => false,
    }
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// A printed code in brackets.
pub(super) struct Bracketed {
    pub(super) code: Code,
    /// Where the bracket opens.
    pub(super) open: usize,
    pub(super) end: usize,
    /// Whether the name stands before it.
    pub(super) behind_name: bool,
}

/// `（科目编码：2013399）其他宣传事务支出` and `行政运行（2010301）12.5万元`.
pub(super) fn bracketed_code(text: &str, at: usize, digits: usize) -> Option<Bracketed> {
    const OPENERS: &[&str] =
        &["（科目编码：", "（科目编码", "（项级科目编码：", "（款级科目编码：", "（科目代码：", "（科目代码", "（编码：", "（代码：", "（"];
    /// Ends of the names of 类 of the government's economic classification, also as a department calls them. Source: 政府支出经济分类科目 (2018).
    const OF_GOVERNMENT: &[&str] = &[
        "工资福利支出",
        "商品和服务支出",
        "商品服务支出",
        "资本性支出",
        "经常性补助",
        "资本性补助",
        "企业补助",
        "家庭的补助",
        "家庭补助",
        "家庭的补助支出",
        "家庭补助支出",
        "基金补助",
        "利息及费用支出",
        "还本支出",
        "转移性支出",
        "预备费及预留",
        "其他支出",
    ];
    const BASES: &[&str] = &["支出", "年初", "决算", "预算", "全年", "本年", "完成", "科目", "为"];
    let behind = text[at + digits..].strip_prefix('）').filter(|_| matches!(digits, 3 | 5 | 7))?;
    let opener = OPENERS.iter().find(|o| text[..at].ends_with(**o))?;
    let open = at - opener.len();
    let code: Code = text[at..at + digits].parse().ok()?;
    let labelled = *opener != "（";
    let own_name = classification::ends_with_name(code, &text[..open]);
    if !code.is_functional() && own_name {
        // 工资福利支出（301）28,900万元.
        return Some(Bracketed { code, open, end: at + digits + '）'.len_utf8(), behind_name: true });
    }
    if digits == 3 && !labelled && code.is_of_government() && OF_GOVERNMENT.iter().any(|name| text[..open].ends_with(name)) {
        // 对个人和家庭的补助（509）: the other economic classification, with names of the first. 种子站（502） is a body.
        return Some(Bracketed { code, open, end: at + digits + '）'.len_utf8(), behind_name: true });
    }
    if digits == 3 && !labelled && !own_name || classification::functional_name(code.class(), None).is_none() {
        return None;
    }
    let named = behind.starts_with(is_han);
    let behind_name = text[..open].ends_with(is_han) && (!named || own_name || leads_to_part(code, behind) || BASES.iter().any(|b| behind.starts_with(b)));
    (behind_name || named && (digits == 7 || labelled)).then_some(Bracketed { code, open, end: at + digits + '）'.len_utf8(), behind_name })
}

/// `…（201）政府办公厅（20103）行政运行…`: whether the name behind a code carries one below it.
fn leads_to_part(code: Code, behind: &str) -> bool {
    const LONGEST: usize = 40;
    let name = leading_han(behind, LONGEST);
    let Some(next) = behind[name..].strip_prefix('（') else { return false };
    let digits = leading_digits(next);
    let part: Option<Code> = next[..digits].parse().ok().filter(|_| next[digits..].starts_with('）'));
    part.is_some_and(|part| part != code && code.contains(part))
}

/// 某县种子站（502）300万元, 培训费（503）1万元: the code of a body or of a cost, right before its amount. 上年（800）900万元 has none.
pub(super) fn is_code_before_amount(text: &str, at: usize, digits: usize) -> bool {
    const BODIES: &[char] =
        &['局', '厅', '委', '办', '处', '院', '所', '站', '会', '部', '社', '校', '学', '园', '馆', '队', '场', '心', '关', '级', '府', '团', '联', '中'];
    const COSTS: &[char] = &['费', '出', '贴', '资', '助', '金'];
    let Some(name) = text[..at].strip_suffix('（') else { return false };
    let amount = || text[at + digits..].strip_prefix('）').is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit()));
    let economic = matches!(digits, 3 | 5) && text[at..].starts_with(['3', '5']);
    (name.ends_with(BODIES) && matches!(digits, 3 | 6) || name.ends_with(COSTS) && economic) && amount()
}

/// `201（类）03（款）01（项）行政运行`: a code whose digits each have the marker of their level behind them, and its end.
pub(super) fn divided_code(text: &str, at: usize, digits: usize) -> Option<(Code, usize)> {
    if digits != 3 {
        return None;
    }
    let mut printed = String::new();
    let mut end = at;
    for (width, markers) in [(3, ["（类）", "类"]), (2, ["（款）", "款"]), (2, ["（项）", "项"])] {
        let Some(part) = text.get(end..end + width).filter(|_| leading_digits(&text[end..]) == width) else { break };
        let Some(marker) = markers.iter().find(|m| text[end + width..].starts_with(**m)) else { break };
        printed.push_str(part);
        end += width + marker.len();
    }
    let code: Code = printed.parse().ok().filter(|code: &Code| code.level() != Level::Class)?;
    (classification::functional_name(code.class(), None).is_some() && text[end..].starts_with(|c| is_han(c) || c == '“')).then_some((code, end))
}

/// `20409901其他公共安全支出（项）`: digits before the name of an item that are no code, one being printed twice or left out.
pub(super) fn is_misprinted(text: &str, at: usize, digits: usize) -> bool {
    const LONGEST: usize = 40;
    // The marker is asked for first: most numbers of four digits are years.
    let name = leading_han(&text[at + digits..], LONGEST);
    let behind = &text[at + digits + name..];
    if name == 0 || !behind.starts_with('（') || !["（类", "（款", "（项"].iter().any(|marker| behind.starts_with(marker)) {
        return false;
    }
    let class = text.get(at..at + 3).filter(|_| matches!(digits, 4 | 6 | 8)).and_then(|class| class.parse().ok());
    let glued = text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '-'));
    class.is_some_and(|class| classification::functional_name(class, None).is_some()) && !glued
}

/// Bytes of the Han that a text starts with, of at most so many characters.
fn leading_han(text: &str, most: usize) -> usize {
    let mut end = 0;
    for _ in 0..most {
        // U+4000 to U+9FFF, told by their first byte.
        if matches!(text.as_bytes().get(end), Some(0xe4..=0xe9)) {
            end += '一'.len_utf8();
            continue;
        }
        let Some(rare) = text[end..].chars().next().filter(|c| is_han(*c)) else { break };
        end += rare.len_utf8();
    }
    end
}

/// Reads a code of the functional classification that a name follows: `2010601行政运行`, and `201一般公共服务支出` with its own name.
pub(super) fn code_maybe(text: &str, at: usize, digits: usize) -> Option<Code> {
    if !matches!(digits, 3 | 5 | 7) || text.as_bytes()[..at].last().is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b',' | b'-')) {
        return None;
    }
    let behind = &text[at + digits..];
    // No name of the lists starts otherwise.
    let named = behind.starts_with(|c: char| is_han(c) || matches!(c, '“' | '、' | '-' | ' '));
    if !named {
        return None;
    }
    let code: Code = text[at..at + digits].parse().ok()?;
    if code.level() == Level::Class {
        let name = behind.trim_start_matches(['“', '、', '-', ' ']);
        return classification::starts_with_name(code, name).then_some(code);
    }
    let known = classification::functional_name(code, None).is_some() || digits == 7 && classification::functional_name(code.class(), None).is_some();
    let unit = crate::quantity::unit_maybe(behind).is_some() || behind.starts_with(['万', '亿', '余', '多']);
    // 2010601人大事务 is a code though 人 is a unit: what the code stands for says so.
    let unit = unit && !classification::functional_name(code, None).is_some_and(|name| behind.starts_with(first_two(name)));
    (known && !unit).then_some(code)
}

fn first_two(name: &str) -> &str {
    name.char_indices().nth(2).map_or(name, |(at, _)| &name[..at])
}

/// Joins what belongs to items: names before markers, names behind codes, names joined by dashes.
pub(super) fn gather(text: &str, start: usize, sentence: &mut Sentence) {
    let tokens = std::mem::take(&mut sentence.tokens);
    let mut out = std::mem::take(&mut sentence.ungathered);
    out.clear();
    let mut skip_to = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.start < skip_to {
            continue;
        }
        match token.kind {
            Kind::Word(Sense::Marker(level)) => marked(text, start, &mut out, sentence, token, level, None),
            Kind::CodeBehind(code) => marked_by_code(text, start, &mut out, sentence, token, code),
            Kind::Coded(level, digits) => marked(text, start, &mut out, sentence, token, level, Some(digits)),
            Kind::Item(index) => skip_to = coded(text, &mut out, sentence, token, index, &tokens[at + 1..]),
            Kind::Word(Sense::Class(code)) => skip_to = class(text, &mut out, sentence, token, code),
            _ => out.push(*token),
        }
    }
    sentence.tokens = out;
    sentence.ungathered = tokens;
}

/// `Y（款）`: the name is what stands between the last boundary and the marker.
fn marked(text: &str, start: usize, out: &mut Vec<Token>, sentence: &mut Sentence, marker: &Token, level: Level, digits: Option<u16>) {
    let end = closing(text, marker.end);
    if marks_coded(text, out, sentence, marker, level) {
        out.last_mut().expect("the code was looked at").end = end;
        return;
    }
    if let Some(open) = quoted_before(text, start, marker.start) {
        while out.last().is_some_and(|t| t.start >= open) {
            out.pop();
        }
        let name = open + '“'.len_utf8()..marker.start - '”'.len_utf8();
        sentence.items.push(Item { digits, ..Item::named(smallvec![(level, name)]) });
        out.push(Token { start: open, end, kind: Kind::Item(sentence.items.len() as u32 - 1) });
        return;
    }
    while out.last().is_some_and(|t| !bounds_name(t) && !closes_label(text, t) && !is_marked_item(t, sentence) || is_bare_class(t, sentence)) {
        out.pop();
    }
    let from = out.last().map_or(start, |t| t.end.max(start));
    let name = trimmed(text, from, marker.start);
    if name.is_empty() {
        out.push(Token { start: marker.start, end, kind: Kind::Word(Sense::Filler) });
        return;
    }
    let above = out.last().and_then(|t| code_below(t, sentence, level));
    let item = Item { digits, code: above.and_then(|code| code.up_to(level)), printed: above.is_some(), ..Item::named(smallvec![(level, name.clone())]) };
    sentence.items.push(Item { above: above.filter(|code| code.level() != level), ..item });
    out.push(Token { start: name.start, end, kind: Kind::Item(sentence.items.len() as u32 - 1) });
}

/// `2010401行政运行（项）`, `2010301一般公共服务支出（类）…`: the name before the marker has a code already, which is that of the last
/// name where more follow: the 类 is 201 then.
fn marks_coded(text: &str, out: &mut Vec<Token>, sentence: &mut Sentence, marker: &Token, level: Level) -> bool {
    let printed = |t: &Token| matches!(t.kind, Kind::Item(i) if sentence.items[i as usize].printed && sentence.items[i as usize].digits.is_none());
    let Some(at) = out.iter().rposition(printed) else { return false };
    let between = &text[out[at].end.min(marker.start)..marker.start];
    let aside = between.starts_with('（') && between.ends_with('）') && between.matches('（').count() == 1;
    let Kind::Item(index) = out[at].kind else { return false };
    let item = &mut sentence.items[index as usize];
    let Some(code) = item.code.and_then(|code| code.up_to(level)).filter(|_| between.trim().is_empty() || aside) else { return false };
    let named = item.names.first_mut().filter(|(_, name)| !name.is_empty() && name.start > out[at].start);
    let Some((own, _)) = named else { return false };
    *own = level;
    item.above = item.code.filter(|whole| *whole != code);
    item.code = Some(code);
    out.truncate(at + 1);
    true
}

/// The printed code of which the item before a name states the 类 or 款 only.
fn code_below(before: &Token, sentence: &Sentence, level: Level) -> Option<Code> {
    let Kind::Item(index) = before.kind else { return None };
    sentence.items[index as usize].above.filter(|code| code.up_to(level).is_some())
}

/// `行政运行（2010301）`: the name is what stands between the last boundary and its code.
fn marked_by_code(text: &str, start: usize, out: &mut Vec<Token>, sentence: &mut Sentence, marker: &Token, code: Code) {
    let count = sentence.items.len();
    marked(text, start, out, sentence, marker, code.level(), None);
    if let Some(item) = sentence.items.get_mut(count) {
        item.code = Some(code);
        item.printed = true;
        item.economic = !code.is_functional();
    }
}

/// `（1）` and `（一）` before a name are its number, （室） is part of it.
fn closes_label(text: &str, token: &Token) -> bool {
    if !token.is_mark('）') {
        return false;
    }
    let before = &text[..token.start];
    before.rfind('（').is_some_and(|open| {
        let inner = &before[open + '（'.len_utf8()..];
        inner.chars().count() <= 2 && inner.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    })
}

/// `“行政运行”（项）`: where the quotation that ends before a marker starts.
fn quoted_before(text: &str, start: usize, marker: usize) -> Option<usize> {
    let inner = text[start..marker].strip_suffix('”')?;
    let open = inner.rfind('“')?;
    (inner[open..].chars().count() <= 40).then_some(start + open)
}

fn closing(text: &str, at: usize) -> usize {
    if text[at..].starts_with('）') && !text[..at].ends_with('）') {
        at + '）'.len_utf8()
    } else {
        at
    }
}

fn is_marked_item(token: &Token, sentence: &Sentence) -> bool {
    matches!(token.kind, Kind::Item(i) if !sentence.items[i as usize].bare)
}

fn is_bare_class(token: &Token, sentence: &Sentence) -> bool {
    matches!(token.kind, Kind::Item(i) if sentence.items[i as usize].bare)
}

/// A name without the 支出 of the marker before it, blanks and labels.
fn trimmed(text: &str, from: usize, to: usize) -> Range<usize> {
    let name = &text[from..to];
    let cut = name.trim_start_matches([' ', '.', '、', '“', '-', '—']);
    let start = to - cut.len();
    start..to
}

/// `2010601行政运行847.16万元`: the name reaches to the next number or mark; where it ends.
fn coded(text: &str, out: &mut Vec<Token>, sentence: &mut Sentence, token: &Token, index: u32, following: &[Token]) -> usize {
    const JOINS: [char; 3] = [' ', '-', '“'];
    // 2296002-用于社会福利的彩票公益金支出.
    let name_start = token.end + text[token.end..].len() - text[token.end..].trim_start_matches(JOINS).len();
    let stop = following.iter().find(|t| {
        bounds_name(t) && !(t.start <= name_start && t.sense() == Some(Sense::Purpose))
            || t.is_mark('（')
            || matches!(t.sense(), Some(Sense::Marker(_)))
            || is_basis(text, t)
    });
    let end = stop.map_or(token.end, |t| t.start);
    let item = &mut sentence.items[index as usize];
    // 2010399其他政府办公厅（室）及相关机构事务支出: the bracket is part of the name that the code has.
    let named = item.code.and_then(|code| classification::leading_name(code, &text[name_start..]));
    let end = named.map_or(end, |name| end.max(name_start + name.len()));
    if let Some((_, range)) = item.names.first_mut() {
        let name = text[token.end..end].trim_matches(|c: char| matches!(c, ' ' | '-' | '“' | '”'));
        let from = token.end + text[token.end..end].find(name).unwrap_or(0);
        *range = from..from + name.len();
    }
    out.push(Token { start: token.start, end, kind: token.kind });
    end
}

/// 支出决算为 and 年初预算 end a name; 预算 alone is a word of names (预算改革业务).
fn is_basis(text: &str, token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Basis(_))) && ["决算", "年初", "全年"].iter().any(|w| text[token.start..token.end].contains(w))
}

/// A bare class name, or the first of `X-Y-Z`; where it ends.
fn class(text: &str, out: &mut Vec<Token>, sentence: &mut Sentence, token: &Token, code: Code) -> usize {
    let mut names: SmallVec<[_; 1]> = smallvec![(Level::Class, token.start..token.end)];
    let mut end = token.end;
    for level in [Level::Group, Level::Item] {
        let Some(dash) = text[end..].chars().next().filter(|c| matches!(c, '-' | '—' | '－' | '–')) else { break };
        let from = end + dash.len_utf8();
        let length = text[from..]
            .char_indices()
            .find(|(_, c)| matches!(c, '-' | '—' | '–' | '”' | '，' | '。' | '、' | '：' | '；') || c.is_ascii_digit())
            .map_or(0, |(at, _)| at);
        let name = text[from..from + length].trim_end_matches("科目");
        if name.is_empty() {
            break;
        }
        names.push((level, from..from + name.len()));
        end = from + name.len();
    }
    let bare = names.len() == 1;
    sentence.items.push(Item { code: bare.then_some(code), bare, ..Item::named(names) });
    out.push(Token { start: token.start, end, kind: Kind::Item(sentence.items.len() as u32 - 1) });
    end
}

/// The path of items that is open in a section: a 款 stands below the 类 named before it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Path {
    /// Where the names of 类, 款 and 项 stand in the folded text.
    names: [Option<Span>; 3],
    code: Option<Code>,
    printed: bool,
    pub(crate) economic: bool,
    /// The code that the printed digits of the levels make so far.
    digits: Option<Code>,
    /// Whether only a bare name stands for it, without marker or code.
    bare: bool,
    /// Amounts stated of items since the 类 was named.
    pub(crate) stated_since_class: usize,
}

impl Path {
    /// Takes a named item over: what stands above it stays, what stood below goes.
    pub(crate) fn extend(&mut self, item: &Item, text: &str, basic: bool, year: Option<u16>) {
        let mut code = None;
        if let Some(printed) = item.code.filter(|_| item.printed) {
            self.leave(printed, text);
        }
        for (level, range) in &item.names {
            code = self.descend(*level, range.clone(), text, basic, year);
        }
        self.printed = item.printed;
        self.bare = item.bare;
        if item.printed {
            self.code = item.code;
            self.economic = item.economic;
        } else {
            self.code = code;
        }
        if let Some(printed) = item.digits.and_then(|d| self.printed_digits(d, item)) {
            self.code = Some(printed);
            self.printed = true;
        }
    }

    /// A printed code says what stands above it: names of another 类 or 款 do not.
    fn leave(&mut self, printed: Code, text: &str) {
        let class = self.names[0].and_then(|n| n.of(text)).and_then(classification::functional_class).or(self.code.map(Code::class));
        if class.is_some_and(|c| c != printed.class()) {
            self.names.fill(None);
            return;
        }
        let group = |code: Code| code.to_string().get(..5).map(str::to_owned);
        if printed.level() == Level::Item && self.code.is_some_and(|c| c.level() != Level::Class && group(c) != group(printed)) {
            self.names[1] = None;
        }
    }

    /// The code that printed digits of a level make with those above: 208, 05 and 01 are 2080501.
    fn printed_digits(&mut self, digits: u16, item: &Item) -> Option<Code> {
        let level = item.names.first().map(|(level, _)| *level)?;
        let above = if level == Level::Class { String::new() } else { self.digits?.to_string() };
        let width = if level == Level::Class { 3 } else { 2 };
        let code: Code = format!("{above}{digits:0width$}").parse().ok()?;
        self.digits = Some(code);
        Some(code)
    }

    fn descend(&mut self, level: Level, range: Range<usize>, text: &str, basic: bool, year: Option<u16>) -> Option<Code> {
        let depth = depth(level);
        let name = &text[range.clone()];
        if level == Level::Class {
            self.economic = basic && classification::is_economic(name) && classification::functional_class(name).is_none();
            self.stated_since_class = 0;
        } else if basic && classification::is_economic(name) {
            // In a section on 基本支出 a 款 is one of the economic classification whether its 类 was named or not.
            self.economic = true;
        }
        let code = if self.economic { classification::economic(name, year) } else { self.below(level, name, text, year) };
        self.names[depth] = Some(range.into());
        self.names[depth + 1..].fill(None);
        code
    }

    fn below(&self, level: Level, name: &str, text: &str, year: Option<u16>) -> Option<Code> {
        if level == Level::Class {
            return classification::functional_class(name);
        }
        let class = classification::functional_class(self.names[0]?.of(text)?)?;
        if level == Level::Group {
            return classification::functional_below(class, name, year);
        }
        let group = classification::functional_below(class, self.names[1]?.of(text)?, year)?;
        classification::functional_below(group, name, year)
    }

    /// The path up to the 类 only.
    pub(crate) fn class(&self, text: &str) -> Path {
        let name = self.names[0];
        let code = name.and_then(|n| n.of(text)).and_then(classification::functional_class);
        Path { names: [name, None, None], code, printed: false, economic: self.economic, digits: None, bare: self.bare, stated_since_class: 0 }
    }

    /// Whether both name one item.
    pub(crate) fn is_same(&self, other: &Path) -> bool {
        self.names == other.names && self.code == other.code
    }

    /// Whether it names more than a 类.
    pub(crate) fn is_below_class(&self) -> bool {
        self.names[1].is_some() || self.names[2].is_some()
    }

    pub(crate) fn is_bare(&self) -> bool {
        self.bare
    }

    pub(crate) fn code(&self) -> Option<Code> {
        self.code
    }

    pub(crate) fn code_is_printed(&self) -> bool {
        self.printed
    }

    /// The names from the 类 down.
    pub(crate) fn names(&self, text: &str) -> Vec<String> {
        self.names.iter().flatten().filter_map(|name| name.of(text)).map(str::to_owned).collect()
    }

    /// An item of the functional classification by its bare name, 款 or 项, where the list has one of that name at all.
    pub(crate) fn functional_item(range: Range<usize>, text: &str, year: Option<u16>) -> Option<Path> {
        let code = classification::functional_named(&text[range.clone()], year)?;
        Some(Path {
            names: [None, None, Some(range.into())],
            code: code.only(),
            printed: false,
            economic: false,
            digits: None,
            bare: true,
            stated_since_class: 0,
        })
    }

    /// The same name as that of a 类, where there is one: 教育 is the name of an item too.
    pub(crate) fn of_class(self, text: &str) -> Path {
        let class = self.names[2].and_then(|name| name.of(text)).and_then(classification::functional_class);
        Path { code: class.or(self.code), ..self }
    }

    /// The same without a code that is not one of the government's budget, 501 to 599.
    pub(crate) fn of_government(self) -> Path {
        let own = |code: &Code| code.to_string().starts_with('5');
        Path { code: self.code.filter(own), ..self }
    }

    /// An item of the economic classification by its bare name.
    pub(crate) fn economic_item(range: Range<usize>, text: &str, year: Option<u16>) -> Path {
        let code = classification::economic(&text[range.clone()], year);
        Path { names: [Some(range.into()), None, None], code, printed: false, economic: true, digits: None, bare: true, stated_since_class: 0 }
    }
}

fn depth(level: Level) -> usize {
    match level {
        Level::Class => 0,
        Level::Group => 1,
        Level::Item => 2,
    }
}
