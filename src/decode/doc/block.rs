//! Paragraphs, headings, lists and notes in the order of the document.

use super::numbering::{Numbered, Numbering, Rank};
use crate::decode::composer::Composer;
use office_oxide::ir::{inline_to_text, Element, Heading, InlineContent, List, Note, Section};

/// What the reader calls remarks of editors.
const REMARK: &str = "comment";

/// A document that is being written down.
pub(super) struct Writing<'a> {
    pub(super) composer: &'a mut Composer,
    pub(super) numbering: Numbering,
}

impl Writing<'_> {
    /// Writes a section down.
    pub(super) fn section(&mut self, section: &Section, depth: usize) {
        for (at, element) in section.elements.iter().enumerate() {
            match element {
                Element::Heading(heading) => self.paragraph(&heading.content, depth_maybe(heading, at)),
                element => self.element(element, depth),
            }
        }
    }

    /// Writes elements down as paragraphs and grids, nested ones as far as the depth allows.
    pub(super) fn elements(&mut self, elements: &[Element], depth: usize) {
        for element in elements {
            self.element(element, depth);
        }
    }

    /// The text of a paragraph in a cell, with its number.
    pub(super) fn text(&mut self, content: &[InlineContent]) -> String {
        let text = inline_to_text(content);
        if text.trim().is_empty() {
            return String::new();
        }
        self.numbering.numbered(text).text
    }

    fn element(&mut self, element: &Element, depth: usize) {
        if depth == 0 {
            return;
        }
        match element {
            Element::Heading(heading) => self.paragraph(&heading.content, None),
            Element::Paragraph(paragraph) => self.paragraph(&paragraph.content, None),
            Element::Table(table) => self.table(table, depth - 1),
            Element::List(list) => self.list(list, depth - 1),
            Element::TextBox(text_box) => self.elements(&text_box.content, depth - 1),
            Element::Footnote(note) | Element::Endnote(note) if !is_remark(note) => self.elements(&note.content, depth - 1),
            Element::CodeBlock(code) => drop(self.composer.paragraph(&code.content)),
            _ => {}
        }
    }

    /// Writes a paragraph down; `guess` is the depth of a heading that it is if the file does not say.
    fn paragraph(&mut self, content: &[InlineContent], guess: Option<u8>) {
        let text = inline_to_text(content);
        if text.trim().is_empty() {
            return;
        }
        match self.numbering.numbered(text) {
            Numbered { text, rank: Rank::Heading(depth) } => self.composer.heading(depth, &text),
            Numbered { text, rank: Rank::Unknown } => match guess {
                Some(depth) => self.composer.heading(depth, &text),
                None => drop(self.composer.paragraph(&text)),
            },
            Numbered { text, rank: Rank::Body } => drop(self.composer.paragraph(&text)),
        }
    }

    fn list(&mut self, list: &List, depth: usize) {
        for item in &list.items {
            self.elements(&item.content, depth);
            if let (Some(nested), true) = (&item.nested, depth > 0) {
                self.list(nested, depth - 1);
            }
        }
    }
}

fn is_remark(note: &Note) -> bool {
    note.marker.as_deref() == Some(REMARK)
}

/// Bytes below which the reader takes the first line of a section for a heading, whatever its style.
const GUESSED_BELOW: usize = 60;

/// The depth of a heading as the foreign reader has it, unless it may have guessed: it takes the first line of a section for a heading
/// if it is short, and lines without small letters.
fn depth_maybe(heading: &Heading, at: usize) -> Option<u8> {
    let text = inline_to_text(&heading.content);
    let first = at == 0 && heading.level == 1 && text.trim().len() < GUESSED_BELOW;
    let named = text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    (named && !first).then_some(heading.level)
}
