//! The way of the data: text, outline, stages, report.

use super::accounting::account;
use super::fact::facts;
use super::{unit_differs, DocumentKind, Report, ReportKind, Scope, SCHEMA};
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::figure::Figure;
use crate::glossary::{self, claim_words, Term};
use crate::ledger::{Background, Ledger};
use crate::narrative::{Reader, Sentence, Topic};
use crate::normalize::{squeezed, Folded};
use crate::outline::{region_of, Front, Outline, Passage, PassageKind, SectionKind};
use crate::quantity::DigitKind;
use crate::source::{controls, Source};
use crate::tables::{self, staffing, Project, Table};
use smallvec::SmallVec;
use std::collections::HashSet;
use std::ops::Range;

/// Reads a decoded text into a report with at most `limit` figures.
pub(crate) fn assemble(source: &Source, limit: usize) -> Report {
    let folded = Folded::of(source);
    let outline = Outline::of(&folded);
    let front = Front::of(&folded, &outline, source.text());
    let background = Background { year: front.year, is_budget: front.is_budget == Some(true), organization: front.organization_folded.clone() };
    let sentence = Sentence::of(background.organization.as_deref());
    let ledger = Ledger::new(&folded, source.text(), background, limit);
    let mut assembly = Assembly { source, outline: &outline, ledger, sentence, tables: Vec::new(), projects: Vec::new(), terms: Vec::new() };
    for passage in &outline.passages {
        assembly.passage(passage);
    }
    assembly.finish(front)
}

struct Assembly<'a> {
    source: &'a Source,
    outline: &'a Outline,
    ledger: Ledger<'a>,
    /// Room for the tokens of each sentence.
    sentence: Sentence,
    tables: Vec<Table>,
    projects: Vec<Project>,
    terms: Vec<Term>,
}

impl Assembly<'_> {
    fn passage(&mut self, passage: &Passage) {
        let range = passage.range.clone();
        match passage.kind {
            PassageKind::Front | PassageKind::Furniture => claim_words(&mut self.ledger, range, DigitKind::Furniture),
            PassageKind::Attachments => self.ledger.claim(range, DigitKind::Furniture),
            PassageKind::Contents => self.ledger.claim(range, DigitKind::Contents),
            PassageKind::Heading => self.heading(passage),
            PassageKind::Table(_) => self.table(range, passage.section),
            PassageKind::Cells if self.explains(passage) => self.table_of_terms(range, passage.section),
            PassageKind::Cells => self.table(range, passage.section),
            PassageKind::Prose if self.explains(passage) => self.glossary(range, passage.section),
            PassageKind::Prose => self.prose(range, passage.section),
        }
    }

    /// Whether a passage stands in the glossary.
    fn explains(&self, passage: &Passage) -> bool {
        self.outline.kinds(passage.section).next() == Some(SectionKind::Glossary)
    }

    fn table_of_terms(&mut self, range: Range<usize>, section: Option<usize>) {
        match glossary::read_table(&mut self.ledger, self.source.text(), range.clone()) {
            Some(terms) => self.terms.extend(terms),
            None => self.table(range, section),
        }
    }

    /// A glossary has terms; a paragraph of it that states money and explains nothing is running text whose heading was lost.
    fn glossary(&mut self, range: Range<usize>, section: Option<usize>) {
        let text = self.ledger.text(range.clone());
        let mut terms = range.start..range.start;
        for line in text.split_inclusive('\n') {
            let next = terms.end + line.len();
            if glossary::is_narrative(line) {
                self.terms.extend(glossary::read(&mut self.ledger, self.source.text(), terms.clone()));
                self.narrative(terms.end..next, section);
                terms = next..next;
            } else {
                terms.end = next;
            }
        }
        self.terms.extend(glossary::read(&mut self.ledger, self.source.text(), terms));
    }

    fn heading(&mut self, passage: &Passage) {
        let Some(heading) = passage.section.map(|s| &self.outline.headings[s]) else { return };
        self.ledger.claim(heading.label.clone(), DigitKind::Numbering);
        claim_words(&mut self.ledger, heading.label.end..passage.range.end.max(heading.end()), DigitKind::Name);
    }

    /// Digits of a table that are no figures are those of its cells; performance tables tell theirs apart.
    fn table(&mut self, range: Range<usize>, section: Option<usize>) {
        let read = tables::read(&mut self.ledger, self.source.grids(), range.clone(), section, self.tables.len());
        let mut from = range.start;
        for told in read.performance {
            self.ledger.claim(from..told.start, DigitKind::TableCell);
            from = told.end;
        }
        self.ledger.claim(from..range.end, DigitKind::TableCell);
        self.tables.extend(read.tables);
        self.projects.extend(read.projects);
    }

    fn prose(&mut self, range: Range<usize>, section: Option<usize>) {
        match staffing::find(self.ledger.text(range.clone())) {
            Some(table) => {
                let table = range.start + table.start..range.start + table.end;
                self.narrative(range.start..table.start, section);
                staffing::read(&mut self.ledger, table.clone(), section);
                self.narrative(table.end..range.end, section);
            }
            None => self.narrative(range, section),
        }
    }

    fn narrative(&mut self, range: Range<usize>, section: Option<usize>) {
        let topic = Topic::of(self.outline.kinds(section));
        let headings = &self.outline.headings;
        let mut above: SmallVec<[usize; 8]> = std::iter::successors(section, |at| headings[*at].parent).collect();
        let mut reader = Reader::new(&mut self.ledger, &mut self.sentence, topic, section);
        above.reverse();
        for at in above {
            for title in &headings[at].title {
                reader.title(title.clone(), Some(at) == section);
            }
        }
        reader.read(range);
    }

    fn finish(mut self, front: Front) -> Report {
        let folded = self.ledger.folded;
        for (spans, kind) in [(&folded.page_marks, DigitKind::PageMark), (&folded.markup, DigitKind::Markup)] {
            for span in spans {
                self.ledger.claim_source(*span, kind);
            }
        }
        self.note_whole(&front);
        tables::note_missing(&mut self.ledger, self.outline, &self.tables);
        let text = self.source.text();
        let accounting = account(text, &self.ledger.figures, std::mem::take(&mut self.ledger.claims));
        let units = self.outline.units.iter().map(|r| folded.printed(text, r.clone())).collect();
        let document = document(&front, self.outline);
        locate(&mut self.ledger.figures, self.source);
        let attachments = union(front.attachments, &self.source.content.attachments);
        let facts = facts(&self.ledger.figures);
        unit_differs::note(&self.ledger.figures, &mut self.ledger.sink);
        Report {
            schema: SCHEMA,
            region: front.organization_folded.as_deref().and_then(region_of),
            title: front.title.or_else(|| self.source.content.title.clone().filter(|title| titles_report(title))),
            organization: front.organization,
            fiscal_year: front.year,
            kind: front.is_budget.map(|budget| if budget { ReportKind::Budget } else { ReportKind::FinalAccounts }),
            document,
            scope: front.is_unit.map(|unit| if unit { Scope::Unit } else { Scope::Department }),
            published: front.published,
            document_number: front.document_number,
            units,
            attachments,
            source: self.source.info(),
            sections: self.outline.sections(folded, text),
            facts,
            tables: self.tables,
            performance: self.projects,
            glossary: self.terms,
            accounting,
            diagnostics: self.ledger.sink.finish(&self.source.content.diagnostics),
            figures: self.ledger.figures,
        }
    }

    /// Remarks on the whole: what could not be told, and what was repaired.
    fn note_whole(&mut self, front: &Front) {
        let sink = &mut self.ledger.sink;
        let text = self.source.text();
        for at in controls(text.as_bytes()) {
            sink.note(DiagnosticCode::ControlCharacter, Severity::Note, Some(crate::span::Span::new(at, at + 1)), || "文中有控制字符");
        }
        if front.year.is_none() {
            sink.note(DiagnosticCode::FiscalYearUnknown, Severity::Warning, None, || "无法判断决算或预算年度");
        }
        if front.is_budget.is_none() {
            sink.note(DiagnosticCode::KindUnknown, Severity::Warning, None, || "无法判断是决算还是预算");
        }
    }
}

/// Gives each figure its page, sheet and cell, for formats that have them.
fn locate(figures: &mut [Figure], source: &Source) {
    if source.content.pieces.is_empty() {
        return;
    }
    for figure in figures {
        let origin = source.origin(figure.span);
        figure.page = origin.page;
        figure.area = origin.area;
        figure.sheet = origin.sheet;
        figure.cell = origin.cell;
    }
}

/// Whether a title that the format keeps apart from the text is one of a report: programs write names of files there, and portals their own.
fn titles_report(title: &str) -> bool {
    ["决算", "预算"].iter().any(|word| title.contains(word))
}

/// The names of both lists, each once.
fn union(mut names: Vec<String>, others: &[String]) -> Vec<String> {
    let mut known: HashSet<String> = names.iter().cloned().collect();
    names.extend(others.iter().map(|other| squeezed(other)).filter(|name| known.insert(name.clone())));
    names
}

/// A notice has no sections and speaks of the “三公” costs; an approval says so in its title.
fn document(front: &Front, outline: &Outline) -> DocumentKind {
    if front.is_approval {
        return DocumentKind::Approval;
    }
    let titled = front.title.as_deref().is_some_and(|t| t.contains("三公"));
    if titled || outline.headings.is_empty() {
        DocumentKind::Notice
    } else {
        DocumentKind::Report
    }
}
