//! Tables that a report lists, in its contents or as headings, and does not hold.

use super::{furniture, Table};
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::ledger::Ledger;
use crate::normalize::squeezed;
use crate::outline::{form_titled, label_maybe, Form, Heading, Outline, PassageKind};
use crate::within::has;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What a listed table is known by: its form, or its title where it is none of the list.
type Known = (Option<Form>, String);

/// Notes each table that is listed and not there, once, where it is listed last: as a heading, or in the contents.
pub(crate) fn note_missing(ledger: &mut Ledger<'_>, outline: &Outline, tables: &[Table]) {
    let there: BTreeSet<Known> = tables.iter().flat_map(|table| [known(table.form, ""), known(None, &table.title)]).collect();
    let mut missing: BTreeMap<Known, Listed> = BTreeMap::new();
    for listed in contents(ledger, outline).chain(headings(ledger, outline)) {
        let key = known(listed.form, &listed.title);
        if !there.contains(&key) && !listed.said_empty {
            missing.insert(key, listed);
        } else {
            missing.remove(&key);
        }
    }
    for Listed { range, title, .. } in missing.into_values() {
        ledger.note(DiagnosticCode::TableMissing, Severity::Note, range, || format!("列有《{title}》，但文中没有该表"));
    }
}

/// A table that a line of the contents or a heading names.
struct Listed {
    range: Range<usize>,
    form: Option<Form>,
    title: String,
    /// Whether the text below says that it is empty.
    said_empty: bool,
}

impl Listed {
    fn of(ledger: &Ledger<'_>, range: Range<usize>) -> Option<Self> {
        let printed = ledger.text(range.clone());
        // Most headings name no table.
        if !has(printed, "表") {
            return None;
        }
        let line = squeezed(printed);
        let (form, title) = titled(&line)?;
        Some(Listed { range, form, title: title.to_owned(), said_empty: false })
    }
}

fn known(form: Option<Form>, title: &str) -> Known {
    (form, if form.is_some() { String::new() } else { title.to_owned() })
}

/// The form and the title that a line of a list names, without label, brackets of a book's title, leaders and page number.
fn titled(line: &str) -> Option<(Option<Form>, &str)> {
    let skip = label_maybe(line).map_or(0, |label| label.skip);
    let title = line[skip..].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '…' | '·' | '-' | '—'));
    let title = title.trim_start_matches('《').trim_end_matches(['》', '。', '；']);
    form_titled(title).map(|form| (form, title))
}

/// The tables that lines of the contents name.
fn contents<'l>(ledger: &'l Ledger<'_>, outline: &'l Outline) -> impl Iterator<Item = Listed> + 'l {
    let passages = outline.passages.iter().filter(|passage| passage.kind == PassageKind::Contents);
    passages.flat_map(move |passage| {
        let mut at = passage.range.start;
        ledger.text(passage.range.clone()).split('\n').filter_map(move |line| {
            let start = at;
            at += line.len() + 1;
            Listed::of(ledger, start..start + line.len())
        })
    })
}

/// The tables that headings name, each with whether the text below it says that it is empty.
fn headings(ledger: &Ledger<'_>, outline: &Outline) -> Vec<Listed> {
    let listed = |(id, heading): (usize, &Heading)| Some((id, Listed::of(ledger, heading.label.start..heading.end())?));
    let mut named: Vec<(usize, Listed)> = outline.headings.iter().enumerate().filter_map(listed).collect();
    for passage in outline.passages.iter().filter(|passage| passage.kind == PassageKind::Prose) {
        let Some(at) = passage.section.and_then(|section| named.binary_search_by_key(&section, |(id, _)| *id).ok()) else { continue };
        let said = &mut named[at].1.said_empty;
        *said = *said || ledger.text(passage.range.clone()).lines().any(|line| furniture::says_empty(&squeezed(line)));
    }
    named.into_iter().map(|(_, listed)| listed).collect()
}
