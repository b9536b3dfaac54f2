//! Walks through the document or its notes, element by element, and hands over what it reads, paragraph by paragraph.

mod lattice;
mod paragraph;

use super::element::Element;
use super::field::{self, Fields};
use super::markup::{Mark, Markup, Tag};
use super::matter::{Mark as Marked, Matter, Meaning, Passage};
use super::numbering::Numbering;
use super::styles::{is_on, Styles};
use super::symbol;
use super::table::OpenTable;
use super::writing;
use crate::decode::composer::Composer;
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::span::Span;
use paragraph::{Carried, Paragraph};
use std::collections::HashMap;

/// Notes by their identifiers, until they are referred to.
pub(super) type Notes = HashMap<(NoteKind, String), Matter>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum NoteKind {
    Footnote,
    Endnote,
}

/// What the parts beside the document say.
#[derive(Debug)]
pub(super) struct Knowledge {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) notes: Notes,
    /// How deep tables may nest, and text boxes.
    pub(super) depth: usize,
    /// How many rows and cells may still be read.
    pub(super) cells: usize,
}

/// A part that is being read.
pub(super) struct Story<'d> {
    composer: &'d mut Composer,
    knowledge: &'d mut Knowledge,
    /// What the part is called in remarks.
    name: &'static str,
    /// Whether the part holds notes only.
    holds_notes: bool,
    stack: Vec<Element>,
    /// How many elements were open when one that is not read was opened.
    skipping: Option<usize>,
    flows: Vec<Flow>,
    fields: Fields,
    /// For each open set of alternatives whether one was taken.
    alternatives: Vec<bool>,
    /// For each open structured tag whether it holds a table of contents.
    contents: Vec<bool>,
    run: Run,
    /// Tables that are looked through because they nest too deep.
    too_deep: usize,
    /// The text of the text element that is open.
    chunk: String,
    preserves_space: bool,
}

/// What text is part of: the document, a cell, a text box or a note.
#[derive(Debug, Default)]
struct Flow {
    matter: Matter,
    paragraph: Option<Paragraph>,
    table: Option<OpenTable>,
    carried: Option<Carried>,
    /// Whether it is a note, which starts with the blank behind its own number.
    is_note: bool,
    /// The note it is, to be found again.
    note: Option<(NoteKind, String)>,
}

/// The properties of the run that is open.
#[derive(Debug, Clone, Copy, Default)]
struct Run {
    hidden: Option<bool>,
    hidden_by_style: Option<bool>,
    superscript: bool,
}

impl<'d> Story<'d> {
    /// The document itself.
    pub(super) fn of_document(composer: &'d mut Composer, knowledge: &'d mut Knowledge, name: &'static str) -> Self {
        Story {
            composer,
            knowledge,
            name,
            holds_notes: false,
            stack: Vec::new(),
            skipping: None,
            flows: vec![Flow::default()],
            fields: Fields::default(),
            alternatives: Vec::new(),
            contents: Vec::new(),
            run: Run::default(),
            too_deep: 0,
            chunk: String::new(),
            preserves_space: false,
        }
    }

    /// A part of notes.
    pub(super) fn of_notes(composer: &'d mut Composer, knowledge: &'d mut Knowledge, name: &'static str) -> Self {
        Story { holds_notes: true, ..Story::of_document(composer, knowledge, name) }
    }

    pub(super) fn read(mut self, xml: &str) {
        let mut markup = Markup::new(xml);
        while let Some(mark) = markup.next() {
            match mark {
                Mark::Open(tag) => self.open(&mut markup, &tag),
                Mark::Close => self.close(),
                Mark::Text(text) => self.text(text),
                Mark::Character(c) => self.text(c.encode_utf8(&mut [0; 4])),
                Mark::Entity(name) => self.entity(name),
            }
        }
        self.finish(&markup);
    }

    fn finish(mut self, markup: &Markup) {
        self.close_paragraph();
        self.flush_carried();
        let unfinished = self.fields.set_aside();
        let condition = markup.condition();
        let at = Span::new(self.composer.len(), self.composer.len());
        let name = self.name;
        let remarks = [
            (condition.damaged, DiagnosticCode::ContentDamaged, "的XML有损坏，已尽量读取"),
            (condition.cut, DiagnosticCode::ContentDamaged, "在中途断开，其后内容缺失"),
            (condition.too_deep, DiagnosticCode::LimitReached, "的元素嵌套过深，其后未读取"),
            (unfinished, DiagnosticCode::ContentDamaged, "有域缺少结束标记，其中文字未读取"),
        ];
        for (_, code, message) in remarks.into_iter().filter(|(holds, ..)| *holds) {
            self.composer.note(code, Severity::Error, at, || format!("{name}{message}"));
        }
    }

    fn open<'a>(&mut self, markup: &mut Markup<'a>, tag: &Tag<'a>) {
        let element = if self.skipping.is_some() { Element::Skipped } else { self.opened(markup, tag) };
        if element == Element::Skipped && self.skipping.is_none() {
            self.skipping = Some(self.stack.len());
        }
        self.stack.push(element);
    }

    /// What an element is at this place; `Skipped` where it is not to be read.
    fn opened<'a>(&mut self, markup: &mut Markup<'a>, tag: &Tag<'a>) -> Element {
        let element = Element::named(tag.namespace, tag.local());
        match element {
            Element::Other | Element::Skipped => {}
            Element::Text => {
                self.chunk.clear();
                self.preserves_space = tag.preserves_space();
            }
            Element::Run => self.run = Run::default(),
            Element::Paragraph => self.open_paragraph(),
            Element::Tab => self.tab(),
            Element::LineEnd => self.write("\n"),
            Element::Hyphen => self.write("-"),
            Element::Superscript => self.write("^"),
            Element::Subscript => self.write("_"),
            Element::Break => {
                let ends_page = markup.value(tag, "type").is_some_and(|kind| kind == "page");
                self.write(if ends_page { "\x0c" } else { "\n" });
            }
            Element::Symbol => self.symbol(markup, tag),
            Element::TextPath => self.text_path(markup, tag),
            Element::Embedded(what) => self.embedded(what),
            Element::Footnote | Element::Endnote | Element::TextBox => return self.open_flow(element, markup, tag),
            Element::Table | Element::Row | Element::Cell => return self.open_lattice(element),
            Element::Deletion => return self.deletion(),
            Element::Alternatives => self.alternatives.push(false),
            Element::Choice | Element::Fallback => return self.alternative(),
            Element::StructuredTag => self.contents.push(false),
            Element::StructuredContent if self.contents.last() == Some(&true) => return Element::Skipped,
            Element::SimpleField if markup.value(tag, "instr").is_some_and(|i| field::is_contents(&i)) => return Element::Skipped,
            _ => self.property(element, markup, tag),
        }
        element
    }

    /// What an element says that has a value only.
    fn property<'a>(&mut self, element: Element, markup: &mut Markup<'a>, tag: &Tag<'a>) {
        let value = match element {
            Element::FieldCharacter => markup.value(tag, "fldCharType"),
            Element::FootnoteReference | Element::EndnoteReference => markup.value(tag, "id"),
            _ => markup.value(tag, "val"),
        };
        let value = value.as_deref().map(str::trim);
        match element {
            Element::FieldCharacter => self.field_character(value.unwrap_or_default()),
            Element::FootnoteReference => self.refer(NoteKind::Footnote, value.unwrap_or_default()),
            Element::EndnoteReference => self.refer(NoteKind::Endnote, value.unwrap_or_default()),
            Element::Gallery => self.gallery(value.unwrap_or_default()),
            Element::RunStyle => self.run.hidden_by_style = value.and_then(|id| self.knowledge.styles.get(id)).and_then(|style| style.hidden),
            Element::Vanish if self.stack.iter().rev().nth(1) != Some(&Element::ParagraphProperties) => self.run.hidden = Some(value.is_none_or(is_on)),
            Element::VerticalAlignment => self.run.superscript = value == Some("superscript"),
            Element::EndVanish => self.run_on(value.is_none_or(is_on)),
            Element::ParagraphStyle | Element::NumberingId | Element::NumberingLevel | Element::OutlineLevel | Element::PageBreakBefore => {
                self.paragraph_property(element, value)
            }
            Element::GridBefore | Element::RowHidden | Element::GridSpan | Element::VerticalMerge | Element::HorizontalMerge => {
                self.lattice_property(element, value);
            }
            _ => {}
        }
    }

    fn paragraph_property(&mut self, element: Element, value: Option<&str>) {
        let Some(paragraph) = self.flow().paragraph.as_mut().filter(|paragraph| !paragraph.settled) else { return };
        match element {
            Element::ParagraphStyle => paragraph.style = value.map(str::to_owned),
            Element::NumberingId => paragraph.numbering.id = value.map(str::to_owned),
            Element::NumberingLevel => paragraph.numbering.level = value.and_then(|v| v.parse().ok()),
            Element::PageBreakBefore => paragraph.page_break = Some(value.is_none_or(is_on)),
            _ => paragraph.outline = value.and_then(|v| v.parse().ok()),
        }
    }

    fn close(&mut self) {
        let Some(element) = self.stack.pop() else { return };
        if let Some(depth) = self.skipping {
            if self.stack.len() <= depth {
                self.skipping = None;
            }
            return;
        }
        match element {
            Element::Text => self.close_text(),
            Element::Run => self.run = Run::default(),
            Element::ParagraphProperties => self.settle(),
            Element::Paragraph => self.close_paragraph(),
            Element::Cell => self.close_cell(),
            Element::Row => self.with_table(OpenTable::close_row),
            Element::Table => self.close_table(),
            Element::TooDeep => self.too_deep -= 1,
            Element::TextBox => self.close_text_box(),
            Element::Footnote | Element::Endnote => self.close_note(),
            Element::Numerator => self.write("/"),
            Element::Alternatives => drop(self.alternatives.pop()),
            Element::StructuredTag => drop(self.contents.pop()),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipping.is_some() {
            return;
        }
        match self.stack.last() {
            Some(Element::Text) => self.chunk.push_str(text),
            Some(Element::Instruction) => self.fields.instruction(text),
            _ => {}
        }
    }

    /// An entity is not followed: it stays as it is written.
    fn entity(&mut self, name: &str) {
        if self.skipping.is_none() && self.stack.last() == Some(&Element::Text) {
            let at = self.composer.len();
            let message = || "文件自行定义的实体不展开，照原样保留".to_owned();
            self.composer.note(DiagnosticCode::ContentDamaged, Severity::Warning, Span::new(at, at), message);
        }
        for piece in ["&", name, ";"] {
            self.text(piece);
        }
    }

    fn close_text(&mut self) {
        let chunk = std::mem::take(&mut self.chunk);
        let blanks = [' ', '\t', '\n', '\r'];
        let text = if self.preserves_space { chunk.as_str() } else { chunk.trim_matches(blanks) };
        if self.run.superscript && text.bytes().any(|b| b.is_ascii_digit()) {
            self.write(&text.chars().map(superscript).collect::<String>());
        } else if is_plain(text) {
            self.write(text);
        } else {
            self.write(&text.chars().map(blank_for_control).collect::<String>());
        }
        if chunk.capacity() <= KEPT {
            self.chunk = chunk;
        }
    }

    /// Appends text to the paragraph; there is one wherever text stands.
    fn write(&mut self, text: &str) {
        let set_aside = self.fields.set_aside();
        let run = self.run;
        let flow = self.flow();
        if text.is_empty() || flow.is_note && text.trim().is_empty() && flow.paragraph.as_ref().is_none_or(|p| p.passage.text.is_empty()) {
            return;
        }
        let paragraph = flow.paragraph.get_or_insert_with(Paragraph::default);
        paragraph.set_aside |= set_aside;
        if set_aside {
            return;
        }
        let start = paragraph.passage.text.len();
        paragraph.passage.text.push_str(text);
        if run.hidden.or(run.hidden_by_style).unwrap_or(paragraph.hidden_by_style) {
            let end = paragraph.passage.text.len();
            match paragraph.passage.marks.last_mut().filter(|last| last.meaning == Meaning::Hidden && last.range.end == start) {
                Some(last) => last.range.end = end,
                None => paragraph.passage.marks.push(Marked { meaning: Meaning::Hidden, range: start..end }),
            }
        }
    }

    /// A tab at the start of a paragraph may part a cell from the one before; elsewhere it is a blank.
    fn tab(&mut self) {
        let leads = self.flow().paragraph.as_ref().is_none_or(|p| p.passage.text.is_empty() && p.label.as_ref().is_none_or(String::is_empty));
        self.write(if leads { "\t" } else { " " });
    }

    /// The end of the paragraph says whether the next one goes on in the same line; a run cannot say so.
    fn run_on(&mut self, runs_on: bool) {
        let mut above = self.stack.iter().rev();
        let of_paragraph = above.next() == Some(&Element::RunProperties) && above.next() == Some(&Element::ParagraphProperties);
        if let Some(paragraph) = self.flow().paragraph.as_mut().filter(|_| of_paragraph) {
            paragraph.runs_on = runs_on;
        }
    }

    fn symbol<'a>(&mut self, markup: &mut Markup<'a>, tag: &Tag<'a>) {
        let font = markup.value(tag, "font").unwrap_or_default();
        let code = markup.value(tag, "char").and_then(|code| u32::from_str_radix(code.trim(), 16).ok());
        let shown = code.and_then(|code| symbol::shown(&font, code)).unwrap_or('\u{fffd}');
        self.write(blank_for_control(shown).encode_utf8(&mut [0; 4]));
    }

    fn text_path<'a>(&mut self, markup: &mut Markup<'a>, tag: &Tag<'a>) {
        let Some(text) = markup.value(tag, "string").filter(|_| !self.fields.set_aside()) else { return };
        let text: String = text.chars().map(blank_for_control).collect();
        let paragraph = self.flow().paragraph.get_or_insert_with(Paragraph::default);
        paragraph.after.paragraph(None, Passage { text, marks: Vec::new() });
    }

    fn embedded(&mut self, what: &str) {
        let at = self.composer.len();
        self.composer.note(DiagnosticCode::ContentDamaged, Severity::Warning, Span::new(at, at), || format!("此处有{what}，其内容未读取"));
    }

    fn field_character(&mut self, kind: &str) {
        match kind {
            "begin" => self.fields.begin(),
            "separate" => self.fields.separate(),
            "end" => self.fields.end(),
            _ => {}
        }
        let set_aside = self.fields.set_aside();
        if let Some(paragraph) = &mut self.flow().paragraph {
            paragraph.set_aside |= set_aside || kind == "end";
        }
    }

    fn refer(&mut self, kind: NoteKind, id: &str) {
        if self.fields.set_aside() {
            return;
        }
        if let Some(note) = self.knowledge.notes.remove(&(kind, id.to_owned())) {
            self.flow().paragraph.get_or_insert_with(Paragraph::default).after.append(note);
        }
    }

    fn gallery(&mut self, name: &str) {
        if let Some(contents) = self.contents.last_mut() {
            *contents |= name.eq_ignore_ascii_case("Table of Contents");
        }
    }

    fn alternative(&mut self) -> Element {
        match self.alternatives.last_mut() {
            Some(taken) if *taken => Element::Skipped,
            Some(taken) => {
                *taken = true;
                Element::Other
            }
            None => Element::Other,
        }
    }

    /// A deletion is a property of what stands around it, or it encloses the text that is deleted.
    fn deletion(&mut self) -> Element {
        let mut above = self.stack.iter().rev();
        match (above.next(), above.next()) {
            (Some(Element::RowProperties), _) => self.with_table(OpenTable::delete_row),
            (Some(Element::RunProperties), Some(Element::ParagraphProperties)) => {
                if let Some(paragraph) = &mut self.flow().paragraph {
                    paragraph.end_deleted = true;
                }
            }
            (Some(Element::RunProperties), _) => {}
            _ => return Element::Skipped,
        }
        Element::Other
    }

    /// Opens what has a text of its own.
    fn open_flow<'a>(&mut self, element: Element, markup: &mut Markup<'a>, tag: &Tag<'a>) -> Element {
        let note = match element {
            Element::Footnote => Some(NoteKind::Footnote),
            Element::Endnote => Some(NoteKind::Endnote),
            _ => None,
        };
        let fits = note.is_none() || self.holds_notes && self.flows.len() == 1;
        if !fits || self.flows.len() > self.knowledge.depth * 2 {
            return Element::Other;
        }
        let id = markup.value(tag, "id").unwrap_or_default().trim().to_owned();
        self.flows.push(Flow { is_note: note.is_some(), note: note.map(|kind| (kind, id)), ..Flow::default() });
        element
    }

    fn close_text_box(&mut self) {
        let Some(matter) = self.close_flow() else { return };
        if !self.fields.set_aside() {
            self.flow().paragraph.get_or_insert_with(Paragraph::default).after.append(matter);
        }
    }

    fn close_note(&mut self) {
        let note = self.flows.last_mut().and_then(|flow| flow.note.take());
        if let (Some(matter), Some(note)) = (self.close_flow(), note) {
            self.knowledge.notes.entry(note).or_insert(matter);
        }
    }

    /// The text of the innermost flow, which ends.
    fn close_flow(&mut self) -> Option<Matter> {
        self.close_paragraph();
        self.flush_carried();
        (self.flows.len() > 1).then(|| self.flows.pop()).flatten().map(|flow| flow.matter)
    }

    /// The flow that is being read.
    fn flow(&mut self) -> &mut Flow {
        self.flows.last_mut().expect("the document itself is never closed")
    }

    fn open_paragraph(&mut self) {
        self.close_paragraph();
        let flow = self.flow();
        flow.paragraph = Some(match flow.carried.take() {
            Some(Carried { passage, after, start }) => Paragraph { passage, after, start, ..Paragraph::default() },
            None => Paragraph::default(),
        });
    }

    /// The properties of the paragraph are known: its number and its level follow.
    fn settle(&mut self) {
        let Some(paragraph) = self.flows.last_mut().and_then(|flow| flow.paragraph.as_mut()).filter(|p| !p.settled) else { return };
        paragraph.settled = true;
        let styles = &self.knowledge.styles;
        let style = match &paragraph.style {
            Some(id) => styles.get(id),
            None => Some(styles.of_plain_paragraphs()),
        };
        let by_style = style.and_then(|style| style.outline).or_else(|| paragraph.style.as_deref().and_then(Styles::outline_by_name));
        paragraph.level = paragraph.outline.or(by_style).filter(|level| *level < 9).map(|level| level + 1);
        paragraph.page_break = paragraph.page_break.or(style.and_then(|style| style.page_break));
        paragraph.hidden_by_style = style.and_then(|style| style.hidden).unwrap_or(false);
        if !paragraph.end_deleted {
            paragraph.label = self.knowledge.numbering.label(&paragraph.numbering, style, styles);
        }
        if paragraph.level.is_some() {
            self.fields.end_contents();
        }
    }

    fn close_paragraph(&mut self) {
        self.settle();
        let Some(mut paragraph) = self.flow().paragraph.take() else { return };
        self.fields.end_paragraph();
        if paragraph.end_deleted {
            self.flow().carried = Some(Carried { passage: paragraph.passage, after: paragraph.after, start: paragraph.start });
            return;
        }
        let opens_document = self.flows.len() == 1 && self.composer.len() == 0;
        let only_set_aside = paragraph.set_aside && paragraph.passage.text.is_empty() && paragraph.label.as_ref().is_none_or(String::is_empty);
        paragraph.begin(opens_document);
        if paragraph.runs_on || paragraph.start > 0 {
            paragraph.mark_heading();
        }
        if paragraph.runs_on {
            let start = paragraph.passage.text.len();
            self.flow().carried = Some(Carried { passage: paragraph.passage, after: paragraph.after, start });
            return;
        }
        self.hand_over((!only_set_aside).then_some(paragraph.passage), paragraph.level, paragraph.after);
    }

    /// What stands before text that goes on, where no paragraph follows that it could go on in.
    fn flush_carried(&mut self) {
        if let Some(Carried { passage, after, .. }) = self.flow().carried.take() {
            self.hand_over(Some(passage).filter(|passage| !passage.text.is_empty()), None, after);
        }
    }

    fn hand_over(&mut self, passage: Option<Passage>, level: Option<u8>, after: Matter) {
        if self.flows.len() == 1 && !self.holds_notes {
            if let Some(passage) = passage {
                writing::paragraph(self.composer, level, &passage);
            }
            writing::matter(self.composer, after);
            return;
        }
        let matter = &mut self.flow().matter;
        if let Some(passage) = passage {
            matter.paragraph(level, passage);
        }
        matter.append(after);
    }
}

/// The room for a text that is kept for the next one.
const KEPT: usize = 64 << 10;

/// A figure as a superscript: printed above the line it is a note mark or a power, and never a digit of the amount before it.
fn superscript(c: char) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    c.to_digit(10).and_then(|digit| RAISED.get(digit as usize)).copied().unwrap_or(blank_for_control(c))
}

/// Whether nothing in the text would end a line of it.
fn is_plain(text: &str) -> bool {
    // U+2028 and U+2029 start with the byte that quotation marks and dashes start with.
    let is_common = |b: &u8| *b >= 0x20 && *b != 0xe2;
    text.as_bytes().iter().all(is_common) || !text.chars().any(|c| blank_for_control(c) != c)
}

/// Line ends inside a text element are white space to Word; only breaks end lines.
fn blank_for_control(c: char) -> char {
    if matches!(c, '\t' | '\n' | '\r' | '\x0b' | '\x0c' | '\u{2028}' | '\u{2029}') {
        ' '
    } else {
        c
    }
}
