//! 名词解释: the terms a report explains.

use crate::ledger::Ledger;
use crate::normalize::squeezed;
use crate::outline::{label_maybe, Style};
use crate::quantity::{self, DigitKind, Reading};
use crate::span::Span;
use crate::within::{digit_from, has, has_any};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A term and its explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Term {
    /// The numbering as printed (`8、`, `（1）`); empty where none is printed.
    pub label: String,
    /// The term as printed, white space removed.
    pub term: String,
    /// The items above it in a nested list: the 类 that a 款 is explained under.
    pub path: Vec<String>,
    /// The explanation as printed, white space removed.
    pub definition: String,
    /// Label, term and explanation in the decoded text.
    pub span: Span,
}

/// The most characters of a term; the longest path of 类, 款 and 项 seen has 55.
const LONGEST_TERM: usize = 90;

/// Reads the terms of a glossary's text.
pub(crate) fn read<'a>(ledger: &mut Ledger<'a>, source: &'a str, range: Range<usize>) -> Vec<Term> {
    let paragraphs = paragraphs(ledger.text(range.clone()), range.start);
    let mut reader = Reader { ledger, source, terms: Vec::new(), class: None, held: None };
    let mut at = 0;
    while at < paragraphs.len() {
        let explained = paragraphs.get(at + 1).and_then(|below| reader.explained(&paragraphs[at], below));
        at += 1 + usize::from(explained.is_some());
        match explained {
            Some((range, entry)) => reader.take(range, entry),
            None => reader.paragraph(paragraphs[at - 1].clone()),
        }
    }
    reader.terms
}

/// Reads a table of terms and their explanations; `None` if it is another.
pub(crate) fn read_table<'a>(ledger: &mut Ledger<'a>, source: &'a str, range: Range<usize>) -> Option<Vec<Term>> {
    let Lines { rows, notes } = Lines::of(ledger.text(range.clone()), range.start)?;
    let explained = rows.iter().filter(|row| row.last().is_some_and(|cell| starts_explanation(ledger.text(cell.clone())))).count();
    let pairs = rows.iter().filter(|row| row.len() == 2 || row.len() == 3 && is_ordinal(ledger.text(row[0].clone()))).count();
    if explained == 0 || explained * 2 < rows.len() || pairs < rows.len() {
        return None;
    }
    let mut reader = Reader { ledger, source, terms: Vec::new(), class: None, held: None };
    rows.iter().flatten().chain(&notes).for_each(|line| reader.claim_digits(line.clone()));
    let headed = usize::from(is_head(reader.ledger.text(rows[0][rows[0].len() - 1].clone())));
    for row in &rows[headed..] {
        let (term, definition) = (&row[row.len() - 2], &row[row.len() - 1]);
        let entry = reader.apart(term, definition);
        reader.take(term.start..definition.end, entry);
    }
    Some(reader.terms)
}

/// Whether a paragraph states money of the body and explains no term.
pub(crate) fn is_narrative(line: &str) -> bool {
    let states = has(line, "万元") && line.match_indices("万元").any(|(at, _)| line[..at].ends_with(|c: char| c.is_ascii_digit()));
    let explains = || line.chars().take(60).any(|c| c == '：') && has_any(line, &["指", "反映", "反应", "包括", "是"]);
    states && line.contains(['为', '支', '收', '占', '比']) && !explains()
}

fn paragraphs(text: &str, start: usize) -> Vec<Range<usize>> {
    let mut at = start;
    text.split('\n')
        .map(|line| {
            let here = at..at + line.len();
            at += line.len() + 1;
            here
        })
        .filter(|r| !r.is_empty())
        .collect()
}

/// The lines of a table.
struct Lines {
    /// The cells of each row that hold something, without the marks that part them.
    rows: Vec<Vec<Range<usize>>>,
    /// What stands below the last cell.
    notes: Vec<Range<usize>>,
}

impl Lines {
    /// `None` if a line among the cells has no mark of one.
    fn of(text: &str, start: usize) -> Option<Self> {
        let mark = |line: &Range<usize>| text[line.start - start..].chars().next().filter(|c| matches!(c, '\t' | '\x0b'));
        let mut lines = paragraphs(text, start);
        let notes = lines.split_off(lines.iter().rposition(|line| mark(line).is_some())? + 1);
        let mut rows: Vec<Vec<Range<usize>>> = Vec::new();
        for line in lines {
            if mark(&line)? == '\x0b' || rows.is_empty() {
                rows.push(Vec::new());
            }
            let cell = line.start + 1..line.end;
            rows.last_mut().expect("the first line opens a row").extend(Some(cell).filter(|cell| !cell.is_empty()));
        }
        rows.retain(|row| !row.is_empty());
        Some(Lines { rows, notes })
    }
}

/// Whether a cell only numbers its row.
fn is_ordinal(cell: &str) -> bool {
    cell.chars().count() <= 4 && (cell == "序号" || cell.bytes().all(|b| b.is_ascii_digit()) || label_maybe(cell).is_some_and(|label| label.skip == cell.len()))
}

/// A 类 that stands above the terms that follow it.
struct Above {
    style: Option<Style>,
    name: String,
}

struct Reader<'l, 'a> {
    ledger: &'l mut Ledger<'a>,
    source: &'a str,
    terms: Vec<Term>,
    class: Option<Above>,
    /// Where short lines behind a finished explanation start: a title if nothing follows, else its next words.
    held: Option<usize>,
}

/// What a paragraph or a part of it begins with.
struct Entry {
    label: Range<usize>,
    style: Option<Style>,
    term: Range<usize>,
    definition: Range<usize>,
}

impl Reader<'_, '_> {
    fn paragraph(&mut self, range: Range<usize>) {
        let mut rest = range;
        for cut in self.entries_within(&rest) {
            let next = rest.start..cut;
            self.entry(next);
            rest.start = cut;
        }
        self.entry(rest);
    }

    /// Further terms in one paragraph: numbered, behind 。, with a colon near.
    fn entries_within(&self, range: &Range<usize>) -> Vec<usize> {
        let text = self.ledger.text(range.clone());
        let mut cuts = Vec::new();
        for (at, _) in text.match_indices('。') {
            let behind = at + '。'.len_utf8();
            let Some(label) = label_maybe(&text[behind..]) else { continue };
            let term = text[behind + label.skip..].chars().take(LONGEST_TERM).take_while(|c| !matches!(c, '。' | '，')).collect::<String>();
            if term.contains('：') && label.style != Style::Part {
                cuts.push(range.start + behind);
            }
        }
        cuts
    }

    fn entry(&mut self, range: Range<usize>) {
        self.claim_digits(range.clone());
        // What is attached to the report stands behind its last part, and is no term of it.
        if self.ledger.text(range.clone()).starts_with("附件") {
            return;
        }
        match self.split(range.clone()) {
            Some(entry) => self.take(range, entry),
            None => self.continues(range),
        }
    }

    /// A term on a line of its own and its explanation on the line below it, as lists of terms have them.
    fn explained(&mut self, line: &Range<usize>, below: &Range<usize>) -> Option<(Range<usize>, Entry)> {
        if !starts_explanation(self.ledger.text(below.clone())) {
            return None;
        }
        let entry = self.apart(line, below);
        let term = self.ledger.text(entry.term.clone());
        let is_term = !term.is_empty() && term.chars().count() <= LONGEST_TERM && !term.contains(['。', '，', '；', '：']) && !starts_explanation(term);
        if !is_term {
            return None;
        }
        self.claim_digits(line.clone());
        claim_words(self.ledger, below.clone(), DigitKind::Name);
        Some((line.start..below.end, entry))
    }

    /// A term with its explanation apart from it.
    fn apart(&self, line: &Range<usize>, explanation: &Range<usize>) -> Entry {
        let printed = self.ledger.text(line.clone()).trim_end().trim_end_matches('：');
        let label = label_maybe(printed);
        let start = line.start + label.map_or(0, |l| l.skip);
        Entry {
            label: line.start..line.start + label.map_or(0, |l| l.length),
            style: label.map(|l| l.style),
            term: start..(line.start + printed.len()).max(start),
            definition: explanation.clone(),
        }
    }

    /// Takes a term, or the 类 that stands above terms.
    fn take(&mut self, range: Range<usize>, entry: Entry) {
        self.held = None;
        let printed = |r: &Range<usize>| self.ledger.folded.printed(self.source, r.clone());
        let term = printed(&entry.term);
        let definition = printed(&entry.definition);
        let is_class = definition.is_empty();
        if is_class {
            self.class = Some(Above { style: entry.style, name: term });
            return;
        }
        let path = self.class.as_ref().filter(|above| above.style != entry.style).map(|above| above.name.clone()).into_iter().collect::<Vec<_>>();
        if path.is_empty() {
            self.class = None;
        }
        let label = printed(&entry.label);
        let span = self.ledger.folded.span(range.start, self.ledger.text(range.clone()).trim_end().len() + range.start);
        self.terms.push(Term { label, term, path, definition, span });
    }

    /// A paragraph without a term of its own goes on with the explanation before it.
    fn continues(&mut self, range: Range<usize>) {
        let Some(last) = self.terms.last_mut() else { return };
        let start = self.held.take().unwrap_or(range.start);
        let span = self.ledger.folded.span(start, range.end);
        if last.definition.ends_with('。') && is_title(&squeezed(self.ledger.text(range))) {
            self.held = Some(start);
            return;
        }
        let text = squeezed(span.of(self.source).unwrap_or(""));
        if !text.is_empty() {
            last.definition.push_str(&text);
            last.span.end = span.end;
        }
    }

    /// Label, term and explanation: `8、年末结转和结余：指…`, `财政拨款收入是指…`.
    fn split(&self, range: Range<usize>) -> Option<Entry> {
        let text = self.ledger.text(range.clone());
        let label = label_maybe(text);
        let skip = label.map_or(0, |l| l.skip);
        let behind = &text[skip..];
        let (term_end, definition) = term_end(behind, label.is_some())?;
        let start = range.start + skip;
        Some(Entry {
            label: range.start..range.start + label.map_or(0, |l| l.length),
            style: label.map(|l| l.style),
            term: start..start + term_end,
            definition: start + definition..range.end,
        })
    }

    /// Digits of a glossary are years and numberings; amounts in an explanation are part of its wording.
    fn claim_digits(&mut self, range: Range<usize>) {
        let text = self.ledger.text(range.clone());
        let label = label_maybe(text).map_or(0, |l| l.length);
        self.ledger.claim(range.start..range.start + label, DigitKind::Numbering);
        claim_words(self.ledger, range.start + label..range.end, DigitKind::Name);
    }
}

/// Claims the digits of a text that holds no figures: years and dates as such, everything else as `kind`.
pub(crate) fn claim_words(ledger: &mut Ledger<'_>, range: Range<usize>, kind: DigitKind) {
    let text = &ledger.folded.text[..range.end];
    let mut at = range.start;
    while let Some(start) = digit_from(text, at) {
        let read = quantity::read(text, start);
        let kind = match read.reading {
            Reading::Year(_) => DigitKind::Year,
            Reading::Date(_) => DigitKind::Date,
            Reading::Other(other) => other,
            Reading::Quantity(_) => kind,
        };
        at = read.end.min(range.end);
        ledger.claim(start..at, kind);
    }
}

/// Where the term ends and its explanation starts; a colon inside `X（类）：Y（款）` belongs to the path.
fn term_end(text: &str, labelled: bool) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(offset) = text[from..].find('：') {
        let colon = from + offset;
        let behind = colon + '：'.len_utf8();
        let in_path = text[..colon].ends_with("（类）") && item_follows(&text[behind..]);
        if !in_path {
            let fits = text[..colon].chars().count() <= LONGEST_TERM && !text[..colon].contains('。') && (labelled || !text[..colon].contains('，'));
            return fits.then_some((colon, behind));
        }
        from = behind;
    }
    let end = ["是指", "，是指", "，指", "指"]
        .iter()
        .filter_map(|w| text.find(w).map(|at| (at, at + if w.starts_with('，') { '，'.len_utf8() } else { 0 })))
        .min()?;
    let fits =
        (2..=40).contains(&text[..end.0].chars().count()) && !text[..end.0].contains(['。', '，']) && (labelled || text[end.1..].starts_with(['是', '指']));
    fits.then_some(end)
}

/// Whether a line starts as explanations do that stand apart from their term.
fn starts_explanation(line: &str) -> bool {
    ["指", "是指", "即指", "反映", "主要反映", "主要指"].iter().any(|word| line.starts_with(word))
}

/// Whether the last cell of a row only heads explanations: 解释, 名词说明.
fn is_head(cell: &str) -> bool {
    !starts_explanation(cell) && !cell.contains(['。', '，', '；', '、'])
}

/// Whether a line behind a finished explanation is none: the title of what follows, such as the name of a sheet.
fn is_title(line: &str) -> bool {
    const LONGEST: usize = 20;
    line.chars().count() <= LONGEST && !line.contains(['。', '，', '；', '：', '、'])
}

/// Whether a path goes on behind the colon: `组织事务（款）公务员事务（项）：`.
fn item_follows(text: &str) -> bool {
    let head: String = text.chars().take_while(|c| !matches!(c, '。' | '，' | '：')).take(LONGEST_TERM).collect();
    head.ends_with("（项）") || head.ends_with("（款）")
}
