//! What the reading stages write to: figures, what other numbers are, and remarks.

use crate::concept::Concept;
use crate::diagnostic::{DiagnosticCode, Severity, Sink};
use crate::figure::{Figure, Role, UnitFrom};
use crate::normalize::squeezed;
use crate::normalize::Folded;
use crate::quantity::{self, DigitKind, Measure, Quantity, Reading, Unit};
use crate::source::LineCounter;
use crate::span::Span;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::ops::Range;

/// A stretch of the source whose digits are no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) kind: DigitKind,
}

/// The report as a whole, as far as reading a sentence needs it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Background {
    /// The fiscal year.
    pub(crate) year: Option<u16>,
    /// Whether amounts are budgets unless something else is said.
    pub(crate) is_budget: bool,
    /// The organization in folded text.
    pub(crate) organization: Option<String>,
}

/// Collects what is read, in the order of the text.
#[derive(Debug)]
pub(crate) struct Ledger<'a> {
    pub(crate) folded: &'a Folded,
    pub(crate) background: Background,
    pub(crate) figures: Vec<Figure>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) sink: Sink,
    /// The last amount of each concept that the prose stated for the body as a whole, by the place of the concept in the catalogue.
    amounts: Vec<Option<usize>>,
    source: &'a str,
    lines: LineCounter<'a>,
    limit: usize,
}

impl<'a> Ledger<'a> {
    /// An empty ledger for a text; at most `limit` figures are taken.
    pub(crate) fn new(folded: &'a Folded, source: &'a str, background: Background, limit: usize) -> Self {
        // About as many as reports of that length print, so that these do not move while they grow.
        let expected = |apart: usize, most: usize| (source.len() / apart).min(most);
        let (figures, claims) = (Vec::with_capacity(expected(40, 2_048)), Vec::with_capacity(expected(64, 8_192)));
        let amounts = vec![None; Concept::ALL.len()];
        Ledger { folded, background, figures, claims, sink: Sink::default(), amounts, source, lines: LineCounter::new(source), limit }
    }

    /// Remembers a figure as the last amount of its concept.
    pub(crate) fn set_amount(&mut self, concept: Concept, id: usize) {
        self.amounts[concept as usize] = Some(id);
    }

    /// Names a figure as another one is named, with its code and year: a rate behind a change, a share of a list.
    pub(crate) fn name_as(&mut self, id: usize, other: usize) {
        let source = self.figures[other].clone();
        let figure = &mut self.figures[id];
        figure.concept = source.concept;
        figure.label = source.label;
        figure.code = source.code;
        figure.code_name = source.code_name;
        figure.code_from = source.code_from;
        figure.dimensions = source.dimensions;
        figure.year = source.year;
    }

    /// Gives a figure another concept, and what is remembered of it.
    pub(crate) fn rename(&mut self, id: usize, concept: Option<Concept>) {
        let before = std::mem::replace(&mut self.figures[id].concept, concept);
        if let Some(before) = before.filter(|before| self.amount_id(*before) == Some(id)) {
            self.amounts[before as usize] = None;
            concept.into_iter().for_each(|concept| self.set_amount(concept, id));
        }
    }

    /// The figure that stated the amount of a concept last.
    pub(crate) fn amount_id(&self, concept: Concept) -> Option<usize> {
        self.amounts[concept as usize]
    }

    /// The last amount of a concept in yuan.
    pub(crate) fn amount(&self, concept: Concept) -> Option<Decimal> {
        self.amount_id(concept).and_then(|id| self.figures[id].yuan)
    }

    /// The folded text of a range.
    pub(crate) fn text(&self, range: Range<usize>) -> &'a str {
        &self.folded.text[range]
    }

    /// The text that spans point into.
    pub(crate) fn source(&self) -> &'a str {
        self.source
    }

    /// The text of a range as the source prints it, white space removed.
    pub(crate) fn printed(&self, range: Range<usize>) -> String {
        self.folded.printed(self.source, range)
    }

    /// Takes a quantity as a figure without meaning yet; `None` behind the limit.
    pub(crate) fn figure(&mut self, quantity: &Quantity, role: Role, section: Option<usize>, context: Range<usize>) -> Option<usize> {
        if self.figures.len() >= self.limit {
            self.claim(quantity.start..quantity.end, DigitKind::Unread);
            let span = self.folded.span(quantity.start, quantity.end);
            let limit = self.limit;
            self.sink.note(DiagnosticCode::TooManyFigures, Severity::Error, Some(span), || format!("数值超过{limit}个，此后不再读取"));
            return None;
        }
        let id = self.figures.len();
        let span = self.folded.span(quantity.start, quantity.end);
        let figure = Figure {
            id,
            concept: None,
            role,
            label: String::new(),
            value: quantity.value,
            low: quantity.low,
            unit: quantity.unit.clone(),
            unit_printed: None,
            unit_from: None,
            yuan: yuan(quantity.value, quantity.unit.as_ref()),
            bound: quantity.bound,
            direction: None,
            versus: None,
            of: None,
            base: None,
            part_of: None,
            year: self.background.year,
            as_of: None,
            code: None,
            code_name: Vec::new(),
            code_from: None,
            dimensions: BTreeMap::new(),
            section,
            line: self.lines.line(span.start),
            table: None,
            row: None,
            column: None,
            page: None,
            area: None,
            sheet: None,
            cell: None,
            span,
            context: unbroken(self.text(near(&self.folded.text, context, LONGEST_CONTEXT))),
            reason: None,
        };
        self.figures.push(figure);
        Some(id)
    }

    /// Gives a figure the unit of its list or of the head of its table.
    pub(crate) fn inherit_unit(&mut self, id: usize, unit: Unit, from: UnitFrom) {
        let figure = &mut self.figures[id];
        figure.yuan = yuan(figure.value, Some(&unit));
        figure.unit = Some(unit);
        figure.unit_from = Some(from);
    }

    /// A bare 万 or 亿 of money is 万元 or 亿元.
    pub(crate) fn complete_money(&mut self, id: usize, measure: Option<Measure>) {
        if measure != Some(Measure::Magnitude) {
            return;
        }
        let figure = &mut self.figures[id];
        let full = match figure.unit.as_ref().map(Unit::as_str) {
            Some("万") => Unit::WAN_YUAN,
            Some("亿") => Unit::YI_YUAN,
            _ => return,
        };
        figure.yuan = yuan(figure.value, Some(&full));
        figure.unit_printed = figure.unit.replace(full);
    }

    /// Notes what digits are that are no figure.
    pub(crate) fn claim(&mut self, range: Range<usize>, kind: DigitKind) {
        let span = self.folded.span(range.start, range.end);
        self.claim_source(span, kind);
    }

    /// The same for a span of the source.
    pub(crate) fn claim_source(&mut self, span: Span, kind: DigitKind) {
        if !span.is_empty() {
            self.claims.push(Claim { start: span.start as u32, end: span.end as u32, kind });
        }
    }

    /// The quantities of a text that is no running narrative; everything else with digits is claimed as what it is.
    pub(crate) fn quantities(&mut self, range: Range<usize>) -> Vec<Quantity> {
        let text = &self.folded.text[..range.end];
        let mut found = Vec::new();
        let mut at = range.start;
        let mut titled = false;
        while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit() || matches!(c, '《' | '》')) {
            let start = at + offset;
            if text[start..].starts_with(['《', '》']) {
                titled = text[start..].starts_with('《');
                at = start + '《'.len_utf8();
                continue;
            }
            let read = quantity::read(text, start);
            at = read.end.min(range.end).max(start + 1);
            match read.reading {
                Reading::Quantity(q) if !titled && !self.is_item_number(range.start, start, &q) => found.push(q),
                Reading::Quantity(_) => self.claim(start..at, if titled { DigitKind::Name } else { DigitKind::Numbering }),
                Reading::Year(_) => self.claim(start..at, DigitKind::Year),
                Reading::Date(_) => self.claim(start..at, DigitKind::Date),
                Reading::Other(kind) => self.claim(start..at, kind),
            }
        }
        found
    }

    /// `；2.及时对接…`: the number of an item in a list.
    fn is_item_number(&self, start: usize, at: usize, quantity: &Quantity) -> bool {
        let before = self.folded.text[start..at].trim_end_matches(['\t', '\x0b', ' ']);
        let opens = before.is_empty() || before.ends_with(['；', '。', '：', '\n']);
        let behind = &self.folded.text[quantity.end..];
        opens && quantity.unit.is_none() && behind.starts_with(['.', '、', '）'])
    }

    /// Notes a remark at a range of folded text.
    pub(crate) fn note(&mut self, code: DiagnosticCode, severity: Severity, range: Range<usize>, message: impl FnOnce() -> String) {
        let span = self.folded.span(range.start, range.end);
        self.sink.note(code, severity, Some(span), message);
    }
}

/// Folded text without its blanks and line ends; most clauses have none.
fn unbroken(folded: &str) -> String {
    // Asked of all bytes at once, which takes less than to stop at the first one.
    let broken = folded.bytes().fold(false, |any, byte| any | (byte <= b' '));
    if broken {
        squeezed(folded)
    } else {
        folded.to_owned()
    }
}

/// Bytes of a clause that are looked at and kept before a number; the longest clause of the forms seen has 330.
const LONGEST_CONTEXT: usize = 600;

/// The last bytes of a range, at most `longest` and never half a character.
fn near(text: &str, range: Range<usize>, longest: usize) -> Range<usize> {
    let mut start = range.start.max(range.end.saturating_sub(longest));
    while !text.is_char_boundary(start) {
        start += 1;
    }
    start..range.end
}

/// The exact amount in yuan of a value in a unit of money.
fn yuan(value: Decimal, unit: Option<&Unit>) -> Option<Decimal> {
    value.checked_mul(unit?.yuan()?)
}

/// Words that lead to a number without naming it.
const LEADS: &[char] = &['对', '为', '将', '把', '被', '使', '向', '给', '与', '和', '及', '在', '共', '约', '近', '达', '是', '有', '了', '按'];

/// The longest label taken; the longest that names a number seen has 28 characters.
const LONGEST_LABEL: usize = 30;

/// The words that name a number: what stands before it in its clause, or what it counts.
pub(crate) fn label(text: &str, clause: usize, quantity: &Quantity) -> String {
    let before = text[near(text, clause.min(quantity.lead)..quantity.lead, LONGEST_CONTEXT)]
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '，' | '、' | '：' | '；' | '“' | '（' | '《'));
    // 较预算节约 ends in a word of its own, where 日常办公约 ends in one that leads to the number.
    let whole = quantity.bound.is_none() && before.ends_with(['约', '近']);
    let named = if whole { before } else { trimmed(before) };
    if named.chars().nth(1).is_some() {
        // As many bytes are at least as few characters.
        let long = named.len() > LONGEST_LABEL;
        let start = if long { named.char_indices().rev().nth(LONGEST_LABEL - 1).map_or(0, |(at, _)| at) } else { 0 };
        // “良”的3个: the mark that opens the name belongs to it.
        let quoted = named[start..].find('”').is_some_and(|close| !named[start..start + close].contains('“'));
        return if quoted { format!("“{}", &named[start..]) } else { named[start..].to_owned() };
    }
    let behind = &text[quantity.tail..];
    // 乡镇（街道） keeps its bracket; one that the number stands in ends what it counts.
    let mut open = false;
    let counted = behind.chars().take_while(|c| {
        let ends = matches!(c, '，' | '。' | '、' | '；' | '：' | '\n') || c.is_ascii_digit() || *c == '）' && !open;
        open |= *c == '（';
        !ends
    });
    let counted = counted.take(12);
    behind[..counted.map(char::len_utf8).sum()].to_owned()
}

fn trimmed(before: &str) -> &str {
    before.trim_end_matches(LEADS).trim_matches(|c: char| c.is_whitespace() || matches!(c, '，' | '、' | '：' | '；'))
}
