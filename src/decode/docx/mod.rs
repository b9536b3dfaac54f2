//! Word documents (Office Open XML): the text in its order, with numbers, headings, tables, text boxes and notes.
//!
//! Set aside on purpose are headers and footers, which are furniture of the page, comments, deletions, the instructions of fields,
//! tables of contents that Word makes itself, and the pronunciation of ruby text. Notes stand behind the paragraph that refers to
//! them, text boxes behind the paragraph they hang on; of alternatives the first one is read. Notes that nothing refers to are not
//! printed and not read.

mod element;
mod field;
mod markup;
mod matter;
mod namespace;
mod numbering;
mod ordinal;
mod package;
mod story;
mod styles;
mod symbol;
mod table;
mod tabs;
#[cfg(test)]
mod tests;
mod writing;

use super::composer::Composer;
use super::{Decoded, Decoding};
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::error::Error;
use markup::{Mark, Markup};
use numbering::Numbering;
use package::{Package, Relation};
use std::panic::catch_unwind;
use story::{Knowledge, Notes, Story};
use styles::Styles;

/// Reads the document.
///
/// # Errors
/// The archive has no directory or no document in it, asks for a password, or unpacks to more than the limit.
pub(super) fn decode(bytes: &[u8], decoding: &Decoding) -> Result<Decoded, Error> {
    // The readers of zip and XML are foreign.
    catch_unwind(|| read(bytes, decoding)).unwrap_or_else(|_| Err(package::damaged("its reader gave up on it")))
}

fn read(bytes: &[u8], decoding: &Decoding) -> Result<Decoded, Error> {
    let mut package = Package::open(bytes, &decoding.limits)?;
    let name = package.document()?;
    let document = package.part(&name)?.filter(|part| !(part.damaged && part.text.is_empty()));
    let document = document.ok_or_else(|| package::damaged(&format!("{name} cannot be unpacked")))?;
    let mut composer = Composer::new(&decoding.limits);
    let mut beside = Beside { relations: package.relations(&name)?, folder: folder(&name).to_owned(), composer: &mut composer };
    let styles = beside.part(&mut package, STYLES)?.map_or_else(Styles::default, |xml| Styles::read(&xml));
    let numbering = beside.part(&mut package, NUMBERING)?.map_or_else(Numbering::default, |xml| Numbering::read(&xml));
    let footnotes = beside.part(&mut package, FOOTNOTES)?;
    let endnotes = beside.part(&mut package, ENDNOTES)?;
    composer.beside().title = title(&mut package)?;
    let cells = GREATEST_TABLES.min(decoding.limits.cells.saturating_mul(2).max(2));
    let mut knowledge = Knowledge { styles, numbering, notes: Notes::default(), depth: decoding.limits.depth, cells };
    for (xml, side) in [(footnotes, FOOTNOTES), (endnotes, ENDNOTES)] {
        if let Some(xml) = xml {
            Story::of_notes(&mut composer, &mut knowledge, side.name).read(&xml);
        }
    }
    if document.damaged {
        note_damage(&mut composer, "正文");
    }
    Story::of_document(&mut composer, &mut knowledge, "正文").read(&document.text);
    let (text, content) = composer.finish();
    let text = tabs::settled(text, &content);
    Ok(Decoded { text, encoding: "UTF-8", content })
}

/// Rows and cells of all tables together: tables are put together before they are written, and a million cells take 200 MB. The
/// tables of a report have some thousand.
const GREATEST_TABLES: usize = 1_000_000;

/// A part that stands beside the document.
#[derive(Clone, Copy)]
struct SidePart {
    /// The last word of the type of its relation.
    kind: &'static str,
    /// The file it usually is, in the folder of the document.
    file: &'static str,
    /// What it is called in remarks.
    name: &'static str,
}

const STYLES: SidePart = SidePart { kind: "styles", file: "styles.xml", name: "样式" };
const NUMBERING: SidePart = SidePart { kind: "numbering", file: "numbering.xml", name: "编号定义" };
const FOOTNOTES: SidePart = SidePart { kind: "footnotes", file: "footnotes.xml", name: "脚注" };
const ENDNOTES: SidePart = SidePart { kind: "endnotes", file: "endnotes.xml", name: "尾注" };

/// The way to the parts beside the document.
struct Beside<'a> {
    relations: Vec<Relation>,
    folder: String,
    composer: &'a mut Composer,
}

impl Beside<'_> {
    /// The text of a part; one that is named and not there, or broken, is noted.
    fn part(&mut self, package: &mut Package, side: SidePart) -> Result<Option<String>, Error> {
        let usual = format!("{}{}", self.folder, side.file);
        let part = package.related(&self.relations, side.kind, &usual)?;
        let missing = part.is_none() && self.relations.iter().any(|relation| relation.is(side.kind));
        if missing || part.as_ref().is_some_and(|part| part.damaged) {
            note_damage(self.composer, side.name);
        }
        Ok(part.map(|part| part.text))
    }
}

fn note_damage(composer: &mut Composer, what: &str) {
    composer.note_whole(DiagnosticCode::ContentDamaged, Severity::Error, || format!("文件的{what}部分缺失或损坏，只读取了尚可读取的内容"));
}

/// The folder of a part with its `/`.
fn folder(name: &str) -> &str {
    name.rfind('/').map_or("", |at| &name[..=at])
}

/// The title among the properties of the document.
fn title(package: &mut Package) -> Result<Option<String>, Error> {
    let relations = package.relations("")?;
    let Some(part) = package.related(&relations, "core-properties", "docprops/core.xml")? else { return Ok(None) };
    let mut markup = Markup::new(&part.text);
    let mut title = String::new();
    let mut inside = None;
    while let Some(mark) = markup.next() {
        match mark {
            Mark::Open(tag) if tag.local() == "title" => inside = Some(markup.depth()),
            Mark::Close if inside.is_some_and(|depth| markup.depth() < depth) => inside = None,
            Mark::Text(text) if inside.is_some() => title.push_str(text),
            Mark::Character(c) if inside.is_some() => title.push(c),
            _ => {}
        }
    }
    Ok(Some(title.trim().to_owned()).filter(|title| !title.is_empty()))
}
