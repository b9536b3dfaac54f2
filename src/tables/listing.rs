//! Tables of one cell a line: how many cells make a row follows from what stands in them.

use super::amount::trimmed;
use super::column::{kind_named, ColumnKind};
use super::holding::HeadName;
use super::lattice::{Cell, Lattice};
use super::names;
use super::printed::Line;
use super::ragged::{self, is_total, Entry};
use super::text::Word;
use crate::classification;
use crate::ledger::Ledger;
use crate::outline::label_maybe;
use std::borrow::Cow;

/// The most columns looked for; the widest form seen has 106.
const MOST: usize = 128;

/// Reads lines into a lattice; `None` where no number of columns fits.
pub(super) fn lattice(ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Option<Lattice> {
    let cells = entries(ledger, lines);
    parted(lines, &cells).or_else(|| {
        variants(lines).into_iter().find_map(|Variant { places, exact }| {
            let entries: Cow<'_, [Entry<'_>]> = match places {
                Places::UpTo(end) => Cow::Borrowed(&cells[..end]),
                Places::At(places) => Cow::Owned(places.into_iter().map(|at| cells[at].clone()).collect()),
            };
            if exact {
                return exact_rows(&entries);
            }
            let body = body(&entries)?;
            by_codes(&entries, body)
                .or_else(|| columns(&entries, body).filter(|columns| keeps_sides(&entries, body, *columns)).map(|columns| laid_out(&entries, body, columns)))
                .or_else(|| one_row(&entries))
        })
    })
}

/// Reads cells of which each stands on a line, blank ones too.
pub(super) fn exact(ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Option<Lattice> {
    exact_rows(&entries(ledger, lines))
}

fn exact_rows(entries: &[Entry<'_>]) -> Option<Lattice> {
    coded_rows(entries).or_else(|| even_rows(entries)).or_else(|| one_row(entries)).or_else(|| by_codes(entries, body(entries)?))
}

/// Lines as cells.
struct Variant {
    places: Places,
    /// Whether blank lines are blank cells.
    exact: bool,
}

/// The lines that are cells, by their place among all.
enum Places {
    /// All up to one.
    UpTo(usize),
    At(Vec<usize>),
}

/// The ways in which lines may be cells: each line one, blank lines blank cells; each line one with a blank line behind it; the same, but
/// for blank cells, which are a blank line each.
fn variants(lines: &[Line<'_>]) -> Vec<Variant> {
    if let Some(led) = lines.iter().position(|line| line.text.starts_with('\t')) {
        return vec![Variant { places: Places::At(without_end(lines, (led..lines.len()).collect())), exact: true }];
    }
    let end = lines.iter().rposition(|line| !line.is_blank()).map_or(0, |last| last + 1);
    let lines = &lines[..end];
    let blanks = lines.iter().filter(|line| line.is_blank()).count();
    let mut variants = Vec::new();
    if blanks * 3 > lines.len() {
        variants.push(Variant { places: Places::At(every_other(lines)), exact: true });
        variants.push(Variant { places: Places::At(each_filled(lines)), exact: true });
    }
    // Where no blank line stands at all, blank cells may have been left out.
    variants.push(Variant { places: Places::UpTo(end), exact: blanks > 0 });
    variants
}

/// Rows parted by blank lines, each cell behind a tab: a blank cell is a tab alone.
fn parted(lines: &[Line<'_>], cells: &[Entry<'_>]) -> Option<Lattice> {
    let led = lines.iter().position(|line| line.text.starts_with('\t'))?;
    let mut rows: Vec<Vec<Entry<'_>>> = Vec::new();
    let mut open = false;
    for (at, line) in lines.iter().enumerate().skip(led) {
        let next = lines.get(at + 1).is_none_or(|next| next.text.starts_with('\t'));
        match line.text.starts_with('\t') {
            true if open => rows.last_mut()?.push(cells[at].clone()),
            true => rows.push(vec![cells[at].clone()]),
            // What stands on a line of its own goes on with the cell above; no form breaks the cells of its rows so.
            false if !line.is_blank() => return None,
            false => {}
        }
        open = line.text.starts_with('\t') || !next;
    }
    let width = rows.iter().map(Vec::len).max().filter(|width| (2..=MOST).contains(width))?;
    let is_body =
        |row: &Vec<Entry<'_>>| row.len() == width && opens(&row[0]) || row.first().is_some_and(|first| is_total(&first.name)) && row.iter().any(is_amount);
    let start = rows.iter().position(|row| is_body(row) || row.len() == width && row.iter().any(is_amount))?;
    let codes = if rows[start..].iter().any(|row| row.len() > 3 && code_parts(row) == Some(3)) { 3 } else { 1 };
    let head: Vec<Entry<'_>> = rows[..start].iter().filter(|row| !is_ordinals(row)).flatten().cloned().collect();
    let body: Vec<&[Entry<'_>]> = rows[start..].iter().map(Vec::as_slice).collect();
    ragged::lattice(&head, &body, width, codes)
}

fn is_amount(entry: &Entry<'_>) -> bool {
    entry.word == Some(Word::Amount)
}

/// A row of 栏次: the numbers of the columns.
fn is_ordinals(row: &[Entry<'_>]) -> bool {
    row.iter().any(|entry| entry.name == "栏次")
}

/// In how many cells a row prints its code before its name: `201`, or `201`, `03`, `01` with blanks for what it has not.
fn code_parts(row: &[Entry<'_>]) -> Option<usize> {
    let digits = |entry: &Entry, lengths: &[usize]| entry.word == Some(Word::Number) && lengths.contains(&entry.name.len());
    let words = |at: usize| row.get(at).is_some_and(|entry| entry.word == Some(Word::Words));
    let first = row.first()?;
    if digits(first, &[3, 5, 7]) && words(1) {
        return Some(1);
    }
    let part = |at: usize| row.get(at).is_some_and(|entry| entry.is_blank() || digits(entry, &[2]));
    (digits(first, &[3]) && part(1) && part(2) && words(3)).then_some(3)
}

/// Rows that print codes, blank cells kept: code, name, as many values in each row; `None` if rows differ.
fn coded_rows(entries: &[Entry<'_>]) -> Option<Lattice> {
    let starts: Vec<usize> = (0..entries.len()).filter(|at| code_parts(&entries[*at..]).is_some()).collect();
    let codes = code_parts(&entries[*starts.first()?..])?;
    let width = starts.windows(2).map(|pair| pair[1] - pair[0]).min().filter(|width| (codes + 2..=MOST).contains(width))?;
    let first = starts[0];
    // The total may stand first: its name over the columns of code and name, or in that of the name.
    let merged = first.checked_sub(width - codes).filter(|at| is_total(&entries[*at].name));
    let total = first.checked_sub(width).filter(|at| is_total(&entries[at + codes].name) && entries[*at..at + codes].iter().all(Entry::is_blank));
    [merged, total, Some(first)].into_iter().flatten().find_map(|start| coded_rows_from(entries, start, width, codes))
}

fn coded_rows_from(entries: &[Entry<'_>], start: usize, width: usize, codes: usize) -> Option<Lattice> {
    let mut rows: Vec<&[Entry<'_>]> = Vec::new();
    let mut at = start;
    while at < entries.len() {
        let rest = &entries[at..];
        let named = rest.get(codes).is_some_and(|entry| entry.word == Some(Word::Words));
        let unmerged = code_parts(rest) == Some(codes) || named && rest[..codes].iter().all(Entry::is_blank);
        let length = match rest[0].name.as_ref() {
            _ if unmerged => width,
            name if is_total(name) => width - codes,
            _ => return None,
        };
        rows.push(&rest[..length.min(rest.len())]);
        at += length;
    }
    // Blank cells at the end of the last row may have been cut off.
    let last = rows.pop()?;
    let last = padded(last, if is_total(&last[0].name) { width - codes } else { width });
    rows.push(&last);
    ragged::lattice(&head_of(entries, start), &rows, width, codes)
}

/// Rows of labels and values, blank cells kept: the number of columns with which every column holds one kind of thing.
fn even_rows(entries: &[Entry<'_>]) -> Option<Lattice> {
    let start = (0..entries.len()).find(|at| opens_row(&entries[*at..]))?;
    let head = head_of(entries, start);
    let widest = head.iter().filter(|entry| !entry.is_blank()).count().min(MOST);
    let body = &entries[start..];
    (2..=widest).rev().find_map(|width| {
        let lower = &head[head.len().checked_sub(width)?..];
        // The names of the totals of both kinds of cost may cover more columns than other names do.
        let totals = (0..body.len()).step_by(width).find(|at| body[*at].name == "人员经费合计").unwrap_or(body.len());
        // Blank cells at the end of the last row may have been cut off; they fit everywhere.
        let even = &body[..totals];
        let last = row_of_totals(lower, &body[totals..]);
        let rows = even.len().div_ceil(width) + usize::from(last.is_some());
        if rows < 2 || !is_even(even, width) || !heads_fit(lower, even, width) {
            return None;
        }
        let even = padded(even, even.len().next_multiple_of(width));
        ragged::lattice(&head, &even.chunks(width).chain(last.as_deref()).collect::<Vec<_>>(), width, 1)
    })
}

/// Whether a cell opens a row: an item with its number, or a name that rows have before a value or a blank cell.
fn opens_row(cells: &[Entry<'_>]) -> bool {
    let [first, rest @ ..] = cells else { return false };
    let named = || first.word == Some(Word::Words) && (is_total(&first.name) || names::is_row(&first.name));
    // The numbers of the columns stand below their heads: 合计, 1, 2, 3.
    let numbers: Vec<usize> = rest.iter().take_while(|next| next.word == Some(Word::Number)).filter_map(|next| next.name.parse().ok()).collect();
    let ordinals = numbers.first() == Some(&1) || numbers.windows(2).any(|pair| pair[1] == pair[0] + 1);
    let valued = rest.first().is_some_and(|next| !next.is_blank() && next.word != Some(Word::Words)) && !ordinals;
    opens(first) && first.word != Some(Word::Amount) || valued && named()
}

/// `人员经费合计 12.34 公用经费合计 5.67` over the panels of the form: the first stands in the first one, the last amount in the last column.
fn row_of_totals<'a>(lower: &[Entry<'_>], totals: &[Entry<'a>]) -> Option<Vec<Entry<'a>>> {
    let filled: Vec<&Entry<'_>> = totals.iter().filter(|entry| !entry.is_blank()).collect();
    let [first, amount, second, other] = filled.as_slice() else { return None };
    let value = lower.iter().position(|entry| !is_label(&entry.name))?;
    let mut row = padded(&[], lower.len());
    for (at, entry) in [(0, first), (value, amount), (value + 1, second), (lower.len() - 1, other)] {
        *row.get_mut(at)? = (*entry).clone();
    }
    Some(row)
}

/// The one row of amounts below heads that name no rows, blank cells kept.
fn one_row(entries: &[Entry<'_>]) -> Option<Lattice> {
    let first = entries.iter().position(|entry| is_amount(entry) || entry.word == Some(Word::Dash))?;
    let blanks = entries[..first].iter().rev().take_while(|entry| entry.is_blank()).count();
    if entries[first..].iter().any(|entry| !(is_amount(entry) || entry.is_blank() || matches!(entry.word, Some(Word::Dash | Word::Number)))) {
        return None;
    }
    let mut ways = (first - blanks..=first).filter_map(|start| {
        let head = head_of(entries, start);
        let labels = head.iter().any(|entry| is_label(&entry.name));
        (!labels).then(|| ragged::lattice(&head, &[&entries[start..]], entries.len() - start, 1)).flatten()
    });
    let only = ways.next()?;
    ways.next().is_none().then_some(only)
}

/// The cells above the body without those of 栏次 and of 类, 款 and 项 beside it.
fn head_of<'a>(entries: &[Entry<'a>], start: usize) -> Vec<Entry<'a>> {
    let head = without_ordinals(&entries[..start]);
    let end = head.iter().position(|entry| entry.name == "栏次").unwrap_or(head.len());
    let parts = ["类", "款", "项"].iter().zip(head[..end].iter().rev().take(3).rev()).all(|(name, entry)| entry.name == *name);
    head[..if end < head.len() && end >= 3 && parts { end - 3 } else { end }].to_vec()
}

/// A head without the numbers of its columns, where these are a row of their own: 1, 2, 3, ….
fn without_ordinals<'e, 'a>(head: &'e [Entry<'a>]) -> &'e [Entry<'a>] {
    let count = head.iter().rev().take_while(|entry| entry.word == Some(Word::Number)).count();
    let numbers = &head[head.len() - count..];
    let rising = numbers.iter().zip(1..).all(|(entry, number): (&Entry<'_>, usize)| entry.name.parse() == Ok(number));
    if rising {
        &head[..head.len() - count]
    } else {
        head
    }
}

/// A row with blank cells behind it up to a length.
fn padded<'a>(row: &[Entry<'a>], length: usize) -> Vec<Entry<'a>> {
    let mut padded = row.to_vec();
    let end = row.last().map_or(0, |entry| entry.text.end);
    padded.resize(length.max(row.len()), Entry { text: end..end, word: None, name: Cow::Borrowed("") });
    padded
}

/// Whether a cell opens the body: an item with its number, a code, an amount.
fn opens(entry: &Entry<'_>) -> bool {
    let numbered = label_maybe(&entry.name).is_some_and(|label| label.skip > 0 && label.skip < entry.name.len());
    let code = entry.word == Some(Word::Number) && entry.name.len() >= 3;
    numbered || code || entry.word == Some(Word::Amount)
}

/// The cells of a list in which a blank line stands behind each cell.
fn every_other(lines: &[Line<'_>]) -> Vec<usize> {
    let mut cells = Vec::new();
    let mut at = lines.iter().position(|line| !line.is_blank()).unwrap_or(0);
    while at < lines.len() {
        cells.push(at);
        // Where the blank line is missing the cell goes on.
        at += if lines.get(at + 1).is_some_and(|line| !line.is_blank()) && !lines[at].is_blank() { 1 } else { 2 };
    }
    without_end(lines, cells)
}

/// The cells of a list in which a blank line stands behind each cell that is filled.
fn each_filled(lines: &[Line<'_>]) -> Vec<usize> {
    let blank = |at: usize| lines.get(at).is_none_or(Line::is_blank);
    let mut cells = Vec::new();
    let mut at = (0..lines.len()).find(|at| !blank(*at)).unwrap_or(0);
    while at < lines.len() {
        cells.push(at);
        at += if !blank(at) && blank(at + 1) { 2 } else { 1 };
    }
    without_end(lines, cells)
}

fn without_end(lines: &[Line<'_>], mut cells: Vec<usize>) -> Vec<usize> {
    while cells.last().is_some_and(|at| lines[*at].is_blank()) {
        cells.pop();
    }
    cells
}

/// What each line holds as a cell.
fn entries<'a>(ledger: &Ledger<'a>, lines: &[Line<'_>]) -> Vec<Entry<'a>> {
    let entry = |line: &Line<'_>| {
        let text = line.place();
        if line.is_blank() {
            return Entry { word: None, name: Cow::Borrowed(""), text };
        }
        let folded = trimmed(ledger.text(text.clone()));
        Entry { word: (!folded.is_empty()).then(|| Word::of(folded)), name: line.plain(ledger), text }
    };
    lines.iter().map(entry).collect()
}

/// The first cell of the body: an item with its number, a total, a code, or the first amount where no label stands before it.
fn body(entries: &[Entry<'_>]) -> Option<usize> {
    let first = entries.iter().position(opens)?;
    // The row of the total may stand first; 合计 is the name of a column too.
    let total =
        (first > 0 && entries[first].word == Some(Word::Amount)).then(|| entries[..first].iter().rposition(|e| matches!(e.name.as_ref(), "合计" | "总计")));
    Some(total.flatten().filter(|at| entries[at + 1..first].iter().all(|e| e.word.is_none())).unwrap_or(first)).filter(|at| *at > 0)
}

/// The number of columns with which every column holds one kind of thing, and that the head fits.
fn columns(entries: &[Entry<'_>], body: usize) -> Option<usize> {
    let cells = entries.len() - body;
    let head: Vec<&Entry<'_>> = entries[..body].iter().filter(|e| e.word.is_some()).collect();
    let named = head.iter().filter(|e| e.word == Some(Word::Words) && e.name != "栏次").count();
    (2..=MOST.min(named)).rev().find(|columns| {
        cells.is_multiple_of(*columns)
            && cells / columns > 0
            && is_even(&entries[body..], *columns)
            && over_labels(&entries[..body], &entries[body..], *columns)
    })
}

/// The same for the last cells of a head, blank ones left out.
fn over_labels(head: &[Entry<'_>], body: &[Entry<'_>], columns: usize) -> bool {
    let head: Vec<Entry<'_>> = head_cells(head).into_iter().cloned().collect();
    head.len().checked_sub(columns).is_some_and(|upper| heads_fit(&head[upper..], body, columns))
}

/// Whether the lowest cells of the head name labels over columns of words, and nothing else does.
fn heads_fit(lower: &[Entry<'_>], body: &[Entry<'_>], columns: usize) -> bool {
    let words = |column: usize| body.iter().skip(column).step_by(columns).any(|e| e.word == Some(Word::Words));
    lower.iter().enumerate().all(|(column, entry)| is_label(&entry.name) || !words(column)) && lower.first().is_some_and(|first| is_label(&first.name))
}

/// Whether no 类 of expenditure stands in the half of revenue: where blank cells are left out, rows of two halves may shift by one.
fn keeps_sides(entries: &[Entry<'_>], body: usize, columns: usize) -> bool {
    let head = head_cells(&entries[..body]);
    let labels = head.iter().rev().take(columns).filter(|entry| is_label(&entry.name) && kind_named(&entry.name) != Some(ColumnKind::Code)).count();
    let is_class = |entry: &&Entry<'_>| entry.word == Some(Word::Words) && classification::functional_class(&names::bare(&entry.name)).is_some();
    labels < 2 || !entries[body..].iter().step_by(columns).any(|entry| is_class(&entry))
}

/// Whether words and numbers keep to their columns, and rows do not start with amounts.
fn is_even(cells: &[Entry<'_>], columns: usize) -> bool {
    const WORDS: u8 = 1;
    const NUMBERS: u8 = 2;
    let kind = |entry: &Entry<'_>| match entry.word {
        Some(Word::Words) => WORDS,
        Some(Word::Amount | Word::Number) => NUMBERS,
        _ => 0,
    };
    let (mut seen, mut all) = (vec![0; columns], 0);
    for row in cells.chunks(columns) {
        for (column, (entry, seen)) in row.iter().zip(&mut seen).enumerate() {
            *seen |= kind(entry);
            all |= *seen;
            // The total prints its name where the others print codes.
            if column > 0 && *seen == WORDS | NUMBERS {
                return false;
            }
        }
    }
    all == WORDS | NUMBERS
}

/// Lays the cells out in rows; the head keeps its lowest row, and what stands above it over the halves.
fn laid_out(entries: &[Entry<'_>], body: usize, columns: usize) -> Lattice {
    let head: Vec<&Entry<'_>> = head_cells(&entries[..body]);
    let (upper, lower) = head.split_at(head.len().saturating_sub(columns));
    let mut cells = Vec::new();
    let mut row = 0;
    let starts: Vec<usize> =
        (0..columns).filter(|at| is_label(lower.get(*at).map_or("", |e| e.name.as_ref())) && (*at == 0 || !is_label(&lower[*at - 1].name))).collect();
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
fn by_codes(entries: &[Entry<'_>], body: usize) -> Option<Lattice> {
    let is_code = |entry: &Entry<'_>| entry.word == Some(Word::Number) && matches!(entry.name.len(), 3 | 5 | 7);
    let is_total = |entry: &Entry<'_>| entry.word == Some(Word::Words) && (entry.name == "合计" || entry.name.ends_with("合计"));
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
    codes: &'a Entry<'a>,
    names: &'a Entry<'a>,
    values: Vec<(Option<&'a Entry<'a>>, &'a Entry<'a>)>,
}

/// Reads the head of a form with codes, its rows one behind the other: what parts 本年支出 stands behind the heads of codes and names.
fn value_heads<'a>(head: &[&'a Entry<'a>]) -> Option<ValueHeads<'a>> {
    let labels = |entry: &&&Entry<'_>| is_label(&entry.name) && entry.name != "项目" && !matches!(entry.name.as_ref(), "类" | "款" | "项");
    let mut of_rows = head.iter().filter(labels);
    let (codes, names) = (*of_rows.next()?, *of_rows.next()?);
    let split = head.iter().position(|e| std::ptr::eq(*e, codes))?;
    let is_value = |entry: &&&Entry<'_>| !is_label(&entry.name) && entry.word == Some(Word::Words);
    let upper: Vec<&Entry<'_>> = head[..split].iter().filter(is_value).copied().collect();
    let lower: Vec<&Entry<'_>> = head[split..].iter().filter(is_value).copied().collect();
    if upper.is_empty() || lower.is_empty() {
        let values = upper.into_iter().chain(lower).map(|entry| (None, entry)).collect();
        return Some(ValueHeads { codes, names, values });
    }
    let lower_names: Vec<HeadName<'_>> = lower.iter().map(|entry| HeadName::of(&entry.name)).collect();
    let holds = |group: &&Entry<'_>| {
        let group = HeadName::of(&group.name);
        lower_names.iter().all(|name| group.may_hold(name))
    };
    let holders: Vec<&&Entry<'_>> = upper.iter().filter(|group| holds(group)).collect();
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
    let whole = |column: usize, entry: &Entry<'_>| Cell { row_span: rows, ..Cell::single(0, column, entry.text.clone()) };
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
fn head_cells<'e, 'a>(entries: &'e [Entry<'a>]) -> Vec<&'e Entry<'a>> {
    let end = entries.iter().position(|e| e.name == "栏次").unwrap_or(entries.len());
    entries[..end].iter().filter(|e| e.word.is_some()).collect()
}

fn is_label(name: &str) -> bool {
    matches!(kind_named(name), Some(ColumnKind::Label | ColumnKind::Code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells<'a>(cells: &[&'a str]) -> Vec<Entry<'a>> {
        let word = |text: &str| (!text.is_empty()).then(|| Word::of(text));
        cells.iter().map(|text| Entry { text: 0..0, word: word(text), name: Cow::Borrowed(*text) }).collect()
    }

    #[test]
    fn a_name_before_a_value_opens_a_row_and_before_the_number_of_a_column_none() {
        assert!(opens_row(&cells(&["公务接待费", "12", "6.28"])));
        assert!(opens_row(&cells(&["合计", "—", "6.28"])));
        assert!(opens_row(&cells(&["一、教育支出", ""])));
        for head in [["合计", "1", "2", "3"], ["合计", "5", "6", "7"], ["项目支出", "", "1", "2"], ["基本支出", "项目支出", "合计", "1"]] {
            assert!(!opens_row(&cells(&head)), "{head:?}");
        }
    }
}
