//! Paragraphs, headings, lists and notes in the order of the document.

use super::table;
use crate::decode::composer::Composer;
use office_oxide::ir::{inline_to_text, Element, Heading, List, Note, Section};

/// Notes that are remarks of editors, by what the reader calls them.
const REMARKS: &str = "comment";

/// Writes a section down.
pub(super) fn section(composer: &mut Composer, section: &Section, depth: usize) {
    for (at, element) in section.elements.iter().enumerate() {
        match element {
            Element::Heading(heading) if at > 0 || !may_be_guessed(heading) => self::heading(composer, heading),
            element => self::element(composer, element, depth),
        }
    }
}

/// Writes elements down as paragraphs and grids, nested ones as far as the depth allows.
pub(super) fn elements(composer: &mut Composer, elements: &[Element], depth: usize) {
    for element in elements {
        self::element(composer, element, depth);
    }
}

fn element(composer: &mut Composer, element: &Element, depth: usize) {
    if depth == 0 {
        return;
    }
    match element {
        Element::Heading(heading) => paragraph(composer, &inline_to_text(&heading.content)),
        Element::Paragraph(p) => paragraph(composer, &inline_to_text(&p.content)),
        Element::Table(t) => table::write(composer, t, depth - 1),
        Element::List(list) => self::list(composer, list, depth - 1),
        Element::TextBox(text_box) => elements(composer, &text_box.content, depth - 1),
        Element::Footnote(note) | Element::Endnote(note) if !is_remark(note) => elements(composer, &note.content, depth - 1),
        Element::CodeBlock(code) => paragraph(composer, &code.content),
        _ => {}
    }
}

fn is_remark(note: &Note) -> bool {
    note.marker.as_deref() == Some(REMARKS)
}

fn paragraph(composer: &mut Composer, text: &str) {
    if !text.trim().is_empty() {
        composer.paragraph(text);
    }
}

fn list(composer: &mut Composer, list: &List, depth: usize) {
    for item in &list.items {
        elements(composer, &item.content, depth);
        if let (Some(nested), true) = (&item.nested, depth > 0) {
            self::list(composer, nested, depth - 1);
        }
    }
}

fn heading(composer: &mut Composer, heading: &Heading) {
    let text = inline_to_text(&heading.content);
    if is_named(&text) {
        composer.heading(heading.level, &text);
    } else {
        paragraph(composer, &text);
    }
}

/// Bytes below which the reader takes the first line of a section for a heading, whatever its style.
const GUESSED_BELOW: usize = 60;

/// Whether the reader may have guessed the first heading of a section from its length.
fn may_be_guessed(heading: &Heading) -> bool {
    heading.level == 1 && inline_to_text(&heading.content).trim().len() < GUESSED_BELOW
}

/// Whether it has Han: lines of digits and signs alone are taken for headings as they have no small letters.
fn is_named(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
}
