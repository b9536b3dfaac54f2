//! The tree of parts and sections, and what stands between their headings.

mod bodies;
mod contents;
mod forms;
mod front;
mod inline;
mod numbering;
mod organization;
mod region;
mod scan;
mod sentence;
mod table;
mod title;
mod unlabelled;
mod vocabulary;

pub use forms::Form;
pub(crate) use forms::{number_maybe as form_number_maybe, starts_number, titled as form_titled};
pub(crate) use front::Front;
pub(crate) use numbering::{label_maybe, Style};
pub(crate) use region::region_of;
pub use region::Region;
pub use title::SectionKind;

use crate::normalize::Folded;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;
use std::borrow::Cow;
use std::ops::Range;

/// A part, chapter or section of the report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Section {
    /// Its number in the order of the text, from 0; figures name it.
    pub id: usize,
    /// What it is about, by its title; `None` if the title is none of the forms'.
    pub kind: Option<SectionKind>,
    /// Its depth, from 1.
    pub level: usize,
    /// The numbering as printed (`第二部分`, `一、`, `（一）`, `1.`); empty where none is printed.
    pub label: String,
    /// The title as printed, white space removed.
    pub title: String,
    /// From its heading to the next heading of the same or a higher level.
    pub span: Span,
    /// The sections in it.
    #[serde(default)]
    pub children: Vec<Section>,
}

/// The ranges of folded text that a title stands in: nearly always one.
pub(crate) type Ranges = SmallVec<[Range<usize>; 1]>;

/// A heading found in the folded text.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    /// The label and the title as ranges of folded text; the title may stand in more than one paragraph.
    pub(crate) label: Range<usize>,
    pub(crate) title: Ranges,
    pub(crate) kind: Option<SectionKind>,
    pub(crate) level: usize,
    pub(crate) parent: Option<usize>,
}

impl Heading {
    /// The title in folded text, its parts joined.
    pub(crate) fn title_in<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.title.as_slice() {
            [whole] => Cow::Borrowed(&text[whole.clone()]),
            parts => Cow::Owned(parts.iter().map(|part| &text[part.clone()]).collect()),
        }
    }

    /// Where the heading ends in folded text.
    pub(crate) fn end(&self) -> usize {
        self.title.last().map_or(self.label.end, |r| r.end).max(self.label.end)
    }
}

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PassageKind {
    /// Before the first heading: title page, head of a web page.
    Front,
    /// A table of contents.
    Contents,
    /// A heading.
    Heading,
    /// Running text.
    Prose,
    /// A statutory table, or another one set aside.
    Table(Option<Form>),
    /// Cells of a table, one a paragraph, behind tabs.
    Cells,
    /// The list of the report's attachments.
    Attachments,
    /// The web page around the report.
    Furniture,
}

/// A stretch of folded text of one kind, in the order of the text, without gaps between them.
#[derive(Debug, Clone)]
pub(crate) struct Passage {
    pub(crate) kind: PassageKind,
    pub(crate) range: Range<usize>,
    /// The heading it stands under.
    pub(crate) section: Option<usize>,
}

/// The outline of a report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outline {
    pub(crate) headings: Vec<Heading>,
    pub(crate) passages: Vec<Passage>,
    /// Subordinate units listed under 机构设置, as ranges of folded text.
    pub(crate) units: Vec<Range<usize>>,
}

impl Outline {
    /// Reads the outline of folded text.
    pub(crate) fn of(folded: &Folded) -> Self {
        scan::scan(folded)
    }

    /// The kinds of a section and of those above it, from the inside.
    pub(crate) fn kinds(&self, section: Option<usize>) -> impl Iterator<Item = SectionKind> + '_ {
        std::iter::successors(section, |at| self.headings[*at].parent).filter_map(|at| self.headings[at].kind)
    }

    /// The tree of sections, with printed labels and titles from the source.
    pub(crate) fn sections(&self, folded: &Folded, source: &str) -> Vec<Section> {
        let ends = self.section_ends(folded);
        let mut open: Vec<Section> = Vec::new();
        let mut roots = Vec::new();
        for (id, heading) in self.headings.iter().enumerate() {
            close(&mut open, &mut roots, heading.level);
            let printed = |range: &Range<usize>| folded.printed(source, range.clone());
            let title = match heading.title.as_slice() {
                [whole] => printed(whole),
                parts => parts.iter().map(printed).collect(),
            };
            open.push(Section {
                id,
                kind: heading.kind,
                level: heading.level,
                label: printed(&heading.label),
                title,
                span: folded.span(heading.label.start, ends[id]),
                children: Vec::new(),
            });
        }
        close(&mut open, &mut roots, 0);
        roots
    }

    /// Where each section ends in folded text, trailing line end left out.
    fn section_ends(&self, folded: &Folded) -> Vec<usize> {
        let mut ends = vec![folded.text.trim_end().len(); self.headings.len()];
        let mut open: Vec<usize> = Vec::new();
        for (id, heading) in self.headings.iter().enumerate() {
            while open.last().is_some_and(|o| self.headings[*o].level >= heading.level) {
                let closed = open.pop().expect("the loop looked at it");
                ends[closed] = folded.text[..heading.label.start].trim_end().len();
            }
            open.push(id);
        }
        ends
    }
}

/// Moves finished sections of at least `level` into their parents.
fn close(open: &mut Vec<Section>, roots: &mut Vec<Section>, level: usize) {
    while open.last().is_some_and(|s| s.level >= level) {
        let done = open.pop().expect("the loop looked at it");
        match open.last_mut() {
            Some(parent) => parent.children.push(done),
            None => roots.push(done),
        }
    }
}
