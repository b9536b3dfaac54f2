//! Tables of one cell a line: how many cells make a row follows from what stands in them.

use super::head::plain;
use super::lattice::{Cell, Lattice};
use super::text::{Line, Word};
use crate::ledger::Ledger;
use crate::outline::label_maybe;
use std::ops::Range;

/// A cell of the list.
struct Entry {
    text: Range<usize>,
    word: Option<Word>,
    name: String,
}

/// The most columns looked for.
const MOST: usize = 40;

/// Reads lines into a lattice; `None` where no number of columns fits.
pub(super) fn lattice(ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Option<Lattice> {
    variants(lines).into_iter().find_map(|cells| {
        let entries = entries(ledger, &cells);
        let body = body(&entries)?;
        by_codes(&entries, body).or_else(|| columns(&entries, body).map(|columns| laid_out(&entries, body, columns)))
    })
}

/// The ways in which lines may be cells: each line behind a tab one, each line one, each line one with a blank line behind it.
fn variants<'a>(lines: &[Line<'a>]) -> Vec<Vec<Line<'a>>> {
    let filled = |line: &&Line<'_>| !line.text.trim().is_empty();
    if lines.iter().any(|line| line.text.starts_with('\t')) {
        let led = lines.iter().copied().skip_while(|line| !line.text.starts_with('\t')).collect();
        return vec![trimmed(led)];
    }
    let end = lines.iter().rposition(|line| filled(&line)).map_or(0, |last| last + 1);
    let lines = &lines[..end];
    let all: Vec<Line<'a>> = lines.to_vec();
    let blanks = lines.len() - lines.iter().filter(filled).count();
    let mut variants = Vec::new();
    if blanks * 3 > lines.len() {
        variants.push(every_other(&all));
    }
    // Where only some cells have a blank line behind them, blank cells cannot be told.
    if blanks == 0 {
        variants.push(all);
    }
    variants
}

/// The cells of a list in which a blank line stands behind each cell.
fn every_other<'a>(lines: &[Line<'a>]) -> Vec<Line<'a>> {
    let mut cells = Vec::new();
    let mut at = lines.iter().position(|line| !line.text.trim().is_empty()).unwrap_or(0);
    while at < lines.len() {
        cells.push(lines[at]);
        // Where the blank line is missing the cell goes on.
        at += if lines.get(at + 1).is_some_and(|line| !line.text.trim().is_empty()) && !lines[at].text.trim().is_empty() { 1 } else { 2 };
    }
    trimmed(cells)
}

fn trimmed(mut cells: Vec<Line<'_>>) -> Vec<Line<'_>> {
    while cells.last().is_some_and(|line| line.text.trim().is_empty()) {
        cells.pop();
    }
    cells
}

fn entries(ledger: &Ledger<'_>, cells: &[Line<'_>]) -> Vec<Entry> {
    let entry = |line: &Line<'_>| {
        let words = line.text.trim();
        let text = ledger.folded.place(line.span(words));
        let folded = ledger.text(text.clone()).trim();
        Entry { word: (!folded.is_empty()).then(|| Word::of(folded)), name: plain(folded), text }
    };
    cells.iter().map(entry).collect()
}

/// The first cell of the body: an item with its number, a total, a code, or the first amount where no label stands before it.
fn body(entries: &[Entry]) -> Option<usize> {
    let opens = |entry: &Entry| {
        let numbered = label_maybe(&entry.name).is_some_and(|label| label.skip > 0 && label.skip < entry.name.len());
        let code = entry.word == Some(Word::Number) && entry.name.len() >= 3;
        numbered || code || entry.word == Some(Word::Amount)
    };
    let first = entries.iter().position(opens)?;
    // The row of the total may stand first; 合计 is the name of a column too.
    let total =
        (first > 0 && entries[first].word == Some(Word::Amount)).then(|| entries[..first].iter().rposition(|e| matches!(e.name.as_str(), "合计" | "总计")));
    Some(total.flatten().filter(|at| entries[at + 1..first].iter().all(|e| e.word.is_none())).unwrap_or(first)).filter(|at| *at > 0)
}

/// The number of columns with which every column holds one kind of thing, and that the head fits.
fn columns(entries: &[Entry], body: usize) -> Option<usize> {
    let cells = entries.len() - body;
    let head: Vec<&Entry> = entries[..body].iter().filter(|e| e.word.is_some()).collect();
    let named = head.iter().filter(|e| e.word == Some(Word::Words) && e.name != "栏次").count();
    (2..=MOST.min(named))
        .rev()
        .find(|columns| cells.is_multiple_of(*columns) && cells / columns > 0 && is_even(&entries[body..], *columns) && heads_fit(entries, body, *columns))
}

/// Whether the last cells of the head name labels over columns of words, and nothing else does.
fn heads_fit(entries: &[Entry], body: usize, columns: usize) -> bool {
    let head = head_cells(&entries[..body]);
    let Some(lower) = head.len().checked_sub(columns).map(|upper| &head[upper..]) else { return false };
    let words = |column: usize| entries[body..].iter().skip(column).step_by(columns).any(|e| e.word == Some(Word::Words));
    lower.iter().enumerate().all(|(column, entry)| is_label(&entry.name) || !words(column)) && is_label(&lower[0].name)
}

/// Whether words and numbers keep to their columns, and rows do not start with amounts.
fn is_even(cells: &[Entry], columns: usize) -> bool {
    let mut seen: Vec<(bool, bool)> = vec![(false, false); columns];
    for (at, entry) in cells.iter().enumerate() {
        let (words, numbers) = &mut seen[at % columns];
        match entry.word {
            Some(Word::Words) => *words = true,
            Some(Word::Amount | Word::Number) => *numbers = true,
            _ => {}
        }
    }
    // The total prints its name where the others print codes.
    let mixed = seen.iter().skip(1).filter(|(words, numbers)| *words && *numbers).count();
    mixed == 0 && seen.iter().any(|(words, _)| *words) && seen.iter().any(|(_, numbers)| *numbers)
}

/// Lays the cells out in rows; the head keeps its lowest row, and what stands above it over the halves.
fn laid_out(entries: &[Entry], body: usize, columns: usize) -> Lattice {
    let head: Vec<&Entry> = head_cells(&entries[..body]);
    let (upper, lower) = head.split_at(head.len().saturating_sub(columns));
    let mut cells = Vec::new();
    let mut row = 0;
    let starts: Vec<usize> =
        (0..columns).filter(|at| is_label(lower.get(*at).map_or("", |e| e.name.as_str())) && (*at == 0 || !is_label(&lower[*at - 1].name))).collect();
    if !upper.is_empty() && upper.len() == starts.len() {
        for (at, entry) in upper.iter().enumerate() {
            let end = starts.get(at + 1).copied().unwrap_or(columns);
            cells.push(Cell { column_span: end - starts[at], ..Cell::single(row, starts[at], entry.text.clone()) });
        }
        row += 1;
    }
    if lower.len() == columns {
        cells.extend(lower.iter().enumerate().map(|(column, entry)| Cell::single(row, column, entry.text.clone())));
        row += 1;
    }
    cells.extend(entries[body..].iter().enumerate().map(|(at, entry)| Cell::single(row + at / columns, at % columns, entry.text.clone())));
    Lattice::new(cells)
}

/// Rows that open with a code: code, name, amounts; the total has no code.
///
/// `None` if few rows open so, or a row has more cells than the head has columns.
fn by_codes(entries: &[Entry], body: usize) -> Option<Lattice> {
    let is_code = |entry: &Entry| entry.word == Some(Word::Number) && matches!(entry.name.len(), 3 | 5 | 7);
    let is_total = |entry: &Entry| entry.word == Some(Word::Words) && (entry.name == "合计" || entry.name.ends_with("合计"));
    let mut starts: Vec<usize> = (body..entries.len()).filter(|at| is_code(&entries[*at]) || is_total(&entries[*at])).collect();
    let named = |at: &usize| !is_code(&entries[*at]) || entries.get(at + 1).is_some_and(|next| next.word == Some(Word::Words));
    if starts.first() != Some(&body) || !starts.iter().all(named) || starts.iter().filter(|at| is_code(&entries[**at])).count() * 2 < starts.len() {
        return None;
    }
    let heads = value_heads(&head_cells(&entries[..body]))?;
    starts.push(entries.len());
    let mut cells = head_of_codes(&heads);
    let first = cells.iter().map(|c| c.row + c.row_span).max().unwrap_or(0);
    for (row, pair) in starts.windows(2).enumerate() {
        let (start, end) = (pair[0], pair[1]);
        let shift = usize::from(!is_code(&entries[start]));
        let mut length = end - start;
        // Blank lines behind a row are no cells of it.
        while length + shift > heads.values.len() + 2 && entries[start + length - 1].word.is_none() {
            length -= 1;
        }
        if length + shift > heads.values.len() + 2 {
            return None;
        }
        // Fewer cells than columns: which are missing cannot be told, unless they are the last ones of a row of blanks.
        let known = length + shift == heads.values.len() + 2 || entries[start..start + length].iter().any(|e| e.word.is_none());
        let shown = if known { length } else { length.min(2 - shift) };
        cells.extend((0..shown).map(|at| Cell::single(first + row, at + shift, entries[start + at].text.clone())));
    }
    Some(Lattice::new(cells))
}

/// The heads of the columns of amounts, with the group each stands in.
struct ValueHeads<'a> {
    codes: &'a Entry,
    names: &'a Entry,
    values: Vec<(Option<&'a Entry>, &'a Entry)>,
}

/// Reads the head of a form with codes, its rows one behind the other: what parts 本年支出 stands behind the heads of codes and names.
fn value_heads<'a>(head: &[&'a Entry]) -> Option<ValueHeads<'a>> {
    let labels = |entry: &&&Entry| is_label(&entry.name) && entry.name != "项目" && !matches!(entry.name.as_str(), "类" | "款" | "项");
    let mut of_rows = head.iter().filter(labels);
    let (codes, names) = (*of_rows.next()?, *of_rows.next()?);
    let split = head.iter().position(|e| std::ptr::eq(*e, codes))?;
    let is_value = |entry: &&&Entry| !is_label(&entry.name) && entry.word == Some(Word::Words);
    let upper: Vec<&Entry> = head[..split].iter().filter(is_value).copied().collect();
    let lower: Vec<&Entry> = head[split..].iter().filter(is_value).copied().collect();
    if upper.is_empty() || lower.is_empty() {
        let values = upper.into_iter().chain(lower).map(|entry| (None, entry)).collect();
        return Some(ValueHeads { codes, names, values });
    }
    let holds = |group: &&Entry| lower.iter().all(|entry| super::spread::may_hold(&group.name, &entry.name));
    let holders: Vec<&&Entry> = upper.iter().filter(|group| holds(group)).collect();
    let spends = lower.iter().any(|e| e.name == "基本支出" || e.name == "项目支出");
    let group = match holders.as_slice() {
        [only] => *only,
        several => several.iter().find(|g| spends && g.name.contains("支出"))?,
    };
    let mut values = Vec::new();
    for entry in &upper {
        if std::ptr::eq(*entry, *group) {
            values.extend(lower.iter().map(|own| (Some(*group), *own)));
        } else {
            values.push((None, *entry));
        }
    }
    Some(ValueHeads { codes, names, values })
}

fn head_of_codes(heads: &ValueHeads<'_>) -> Vec<Cell> {
    let deep = heads.values.iter().any(|(group, _)| group.is_some());
    let rows = if deep { 2 } else { 1 };
    let whole = |column: usize, entry: &Entry| Cell { row_span: rows, ..Cell::single(0, column, entry.text.clone()) };
    let mut cells = vec![whole(0, heads.codes), whole(1, heads.names)];
    for (at, (group, own)) in heads.values.iter().enumerate() {
        match group {
            Some(group) => {
                cells.push(Cell::single(0, at + 2, group.text.clone()));
                cells.push(Cell::single(1, at + 2, own.text.clone()));
            }
            None => cells.push(whole(at + 2, own)),
        }
    }
    cells.sort_by_key(|c| (c.row, c.column));
    cells
}

/// The cells of the head without those of 栏次.
fn head_cells(entries: &[Entry]) -> Vec<&Entry> {
    let end = entries.iter().position(|e| e.name == "栏次").unwrap_or(entries.len());
    entries[..end].iter().filter(|e| e.word.is_some()).collect()
}

fn is_label(name: &str) -> bool {
    matches!(super::column::kind_named(name), Some(super::column::ColumnKind::Label | super::column::ColumnKind::Code))
}
