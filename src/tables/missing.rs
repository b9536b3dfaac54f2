//! Tables that a report lists, in its contents or as headings, and does not hold.

use super::{furniture, Table};
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::ledger::Ledger;
use crate::normalize::squeezed;
use crate::outline::{form_titled, label_maybe, Form, Outline, PassageKind};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What a listed table is known by: its form, or its title where it is none of the list.
type Known = (Option<Form>, String);

/// Notes each table that is listed and not there, once, where it is listed last: as a heading, or in the contents.
pub(crate) fn note_missing(ledger: &mut Ledger<'_>, outline: &Outline, tables: &[Table]) {
    let there: BTreeSet<Known> = tables.iter().flat_map(|table| [known(table.form, ""), known(None, &table.title)]).collect();
    let mut missing: BTreeMap<Known, (Range<usize>, String)> = BTreeMap::new();
    let listed = contents(ledger, outline).into_iter().chain(headings(ledger, outline));
    for (range, said_empty) in listed {
        let line = squeezed(ledger.text(range.clone()));
        let Some((form, title)) = titled(&line) else { continue };
        let key = known(form, title);
        if !there.contains(&key) && !said_empty {
            missing.insert(key, (range, title.to_owned()));
        } else {
            missing.remove(&key);
        }
    }
    for (range, title) in missing.into_values() {
        ledger.note(DiagnosticCode::TableMissing, Severity::Note, range, || format!("列有《{title}》，但文中没有该表"));
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

/// The lines of the contents.
fn contents(ledger: &Ledger<'_>, outline: &Outline) -> Vec<(Range<usize>, bool)> {
    let passages = outline.passages.iter().filter(|passage| passage.kind == PassageKind::Contents);
    let mut lines = Vec::new();
    for passage in passages {
        let mut at = passage.range.start;
        for line in ledger.text(passage.range.clone()).split('\n') {
            lines.push((at..at + line.len(), false));
            at += line.len() + 1;
        }
    }
    lines
}

/// The headings that are titles of tables, each with whether the text below it says that its table is empty.
fn headings(ledger: &Ledger<'_>, outline: &Outline) -> Vec<(Range<usize>, bool)> {
    let place = |id: usize| outline.headings[id].label.start..outline.headings[id].end();
    let is_titled = |id: &usize| titled(&squeezed(ledger.text(place(*id)))).is_some();
    let mut empty: BTreeMap<usize, bool> = (0..outline.headings.len()).filter(is_titled).map(|id| (id, false)).collect();
    for passage in outline.passages.iter().filter(|passage| passage.kind == PassageKind::Prose) {
        let Some(said) = passage.section.and_then(|id| empty.get_mut(&id)) else { continue };
        *said = *said || ledger.text(passage.range.clone()).lines().any(|line| furniture::says_empty(&squeezed(line)));
    }
    empty.into_iter().map(|(id, said)| (place(id), said)).collect()
}
