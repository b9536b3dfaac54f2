//! Excel workbooks in Office Open XML.

mod cells;
mod drawing;
mod strings;
mod styles;

use super::archive::Archive;
use super::markup;
use super::number_format::Epoch;
use super::workbook::{damaged, Budget, Sheet, Visibility, Workbook};
use super::Limits;
use crate::error::Error;
use quick_xml::events::{BytesStart, Event};
use strings::SharedStrings;
use styles::Styles;

const FORMAT: &str = "an Excel workbook";

/// Reads a workbook.
///
/// # Errors
/// The archive cannot be opened, unpacks too far, or holds no sheet.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let mut archive = Archive::open(bytes, FORMAT, limits.expanded)?;
    let mut workbook = Workbook::default();
    let package = Package::read(&mut archive)?;
    let strings = match archive.part(&package.strings)? {
        Some(part) => SharedStrings::read(&part),
        None => SharedStrings::default(),
    };
    if strings.torn {
        workbook.damage.push("工作簿的共享字符串表损坏，部分文字未能读取".to_owned());
    }
    let styles = match archive.part(&package.styles)? {
        Some(part) => Styles::read(&part.text),
        None => Styles::default(),
    };
    let context = cells::Context { strings: &strings, styles: &styles, epoch: package.epoch };
    let mut budget = Budget::new(limits);
    for entry in &package.sheets {
        workbook.sheets.push(sheet(entry, &mut archive, &context, &mut budget)?);
    }
    if workbook.sheets.is_empty() {
        return Err(damaged(FORMAT, "no sheet is listed in xl/workbook.xml, expected one at least"));
    }
    Ok(workbook)
}

fn sheet(entry: &Entry, archive: &mut Archive, context: &cells::Context, budget: &mut Budget) -> Result<Sheet, Error> {
    let mut sheet = Sheet::named(entry.name.clone(), entry.visibility);
    sheet.foreign = entry.foreign;
    if entry.foreign.is_some() {
        return Ok(sheet);
    }
    match archive.part(&entry.path)? {
        Some(part) => cells::read(&part, context, budget, &mut sheet),
        None => sheet.damage.push("无法读取".to_owned()),
    }
    for drawing in relations(archive, &entry.path)?.iter().filter(|r| r.kind == "drawing") {
        if let Some(part) = archive.part(&drawing.target)? {
            drawing::read(&part.text, budget, &mut sheet);
        }
    }
    Ok(sheet)
}

/// What the workbook part and its relations say.
struct Package {
    sheets: Vec<Entry>,
    strings: String,
    styles: String,
    epoch: Epoch,
}

/// A sheet as the workbook lists it.
struct Entry {
    name: String,
    visibility: Visibility,
    path: String,
    foreign: Option<&'static str>,
}

/// A relation of a part to another.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

/// Kinds of sheets that hold no cells of figures, by the last word of their relation.
const FOREIGN: &[(&str, &str)] =
    &[("chartsheet", "图表工作表"), ("dialogsheet", "对话框工作表"), ("xlMacrosheet", "宏工作表"), ("xlIntlMacrosheet", "宏工作表")];

impl Package {
    fn read(archive: &mut Archive) -> Result<Self, Error> {
        let path = workbook_path(archive)?;
        let relations = relations(archive, &path)?;
        let part = archive.part(&path)?;
        let target = |kind: &str, default: &str| relations.iter().find(|r| r.kind == kind).map_or(default.to_owned(), |r| r.target.clone());
        let mut package = Package {
            sheets: Vec::new(),
            strings: target("sharedStrings", "xl/sharedStrings.xml"),
            styles: target("styles", "xl/styles.xml"),
            epoch: Epoch::Year1900,
        };
        if let Some(part) = part {
            package.list(&part.text, &relations);
        }
        if package.sheets.is_empty() {
            package.sheets = unlisted(archive);
        }
        Ok(package)
    }

    fn list(&mut self, xml: &str, relations: &[Relation]) {
        let mut reader = markup::reader(xml);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == b"sheet" => self.sheets.extend(Entry::listed(&e, relations)),
                Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == b"workbookPr" && markup::says_yes(&e, b"date1904") => {
                    self.epoch = Epoch::Year1904
                }
                Event::Eof => break,
                _ => {}
            }
        }
    }
}

impl Entry {
    fn listed(element: &BytesStart, relations: &[Relation]) -> Option<Self> {
        let id = markup::attribute(element, b"id")?;
        let relation = relations.iter().find(|r| r.id == id);
        let visibility = match markup::attribute(element, b"state").as_deref() {
            Some("hidden") => Visibility::Hidden,
            Some("veryHidden") => Visibility::VeryHidden,
            _ => Visibility::Visible,
        };
        Some(Entry {
            name: markup::attribute(element, b"name").unwrap_or_default().into_owned(),
            visibility,
            path: relation.map_or_else(String::new, |r| r.target.clone()),
            foreign: relation.and_then(|r| FOREIGN.iter().find(|(kind, _)| *kind == r.kind)).map(|(_, name)| *name),
        })
    }
}

/// Where the part that lists the sheets is.
fn workbook_path(archive: &mut Archive) -> Result<String, Error> {
    let relations = relations(archive, "")?;
    let named = relations.into_iter().find(|r| r.kind == "officeDocument").map(|r| r.target);
    Ok(named.filter(|path| archive.has(path)).unwrap_or_else(|| "xl/workbook.xml".to_owned()))
}

/// The relations of a part; of the whole package for the empty path.
fn relations(archive: &mut Archive, path: &str) -> Result<Vec<Relation>, Error> {
    let (folder, file) = path.rsplit_once('/').map_or(("", path), |(folder, file)| (folder, file));
    let base = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let Some(part) = archive.part(&format!("{base}_rels/{file}.rels"))? else { return Ok(Vec::new()) };
    let mut relations = Vec::new();
    let mut reader = markup::reader(&part.text);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == b"Relationship" => relations.extend(relation(&e, &base)),
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(relations)
}

/// A relation inside the file; those that point outside are none of ours.
fn relation(element: &BytesStart, base: &str) -> Option<Relation> {
    if markup::attribute(element, b"TargetMode").as_deref() == Some("External") {
        return None;
    }
    let kind = markup::attribute(element, b"Type")?;
    let target = markup::attribute(element, b"Target")?.replace('\\', "/");
    Some(Relation {
        id: markup::attribute(element, b"Id")?.into_owned(),
        kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
        target: resolved(base, &target),
    })
}

/// A path seen from a folder.
fn resolved(base: &str, target: &str) -> String {
    let whole = if target.starts_with('/') { target.to_owned() } else { format!("{base}{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The sheets that the archive holds, for a workbook whose list is lost.
fn unlisted(archive: &Archive) -> Vec<Entry> {
    let sheets = archive.names_in("xl/worksheets/").into_iter().filter(|name| name.ends_with(".xml"));
    sheets.map(|path| Entry { name: file_stem(&path).to_owned(), visibility: Visibility::Visible, path, foreign: None }).collect()
}

fn file_stem(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".xml")
}
