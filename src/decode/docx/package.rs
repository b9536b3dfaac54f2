//! The archive: which part is the document, and the parts as text.

use super::markup::{Mark, Markup};
use crate::decode::detect::name;
use crate::decode::text;
use crate::decode::Limits;
use crate::error::Error;
use crate::source::Format;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, UTF_8};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::panic::{catch_unwind, AssertUnwindSafe};
use zip::result::ZipError;
use zip::ZipArchive;

/// The parts of a document.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The number of each part by its name with `/` between the folders, in lower case.
    names: HashMap<String, usize>,
    /// Bytes that may still be unpacked.
    left: usize,
    limit: usize,
}

/// A part as it was unpacked.
pub(super) struct Part {
    pub(super) text: String,
    /// Whether its stream broke off or its check sum fails; the text is what came before.
    pub(super) damaged: bool,
}

/// A part that another one names.
pub(super) struct Relation {
    /// The last word of its type: `officeDocument`, `styles`.
    kind: String,
    /// Its name in the archive, in lower case.
    target: String,
}

impl Relation {
    /// Whether it is of a kind, given in lower case.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }
}

impl<'a> Package<'a> {
    /// Opens the archive.
    ///
    /// # Errors
    /// It has no readable directory.
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, Error> {
        let opened = catch_unwind(|| ZipArchive::new(Cursor::new(bytes))).map_err(|_| damaged("its directory cannot be followed"))?;
        let archive = opened.map_err(|e| damaged(&format!("{e}, expected a zip archive with the list of its parts at its end")))?;
        let mut names = HashMap::with_capacity(archive.len().min(1024));
        for (index, name) in (0..archive.len()).filter_map(|i| Some((i, archive.name_for_index(i)?))) {
            names.entry(plain(name)).or_insert(index);
        }
        Ok(Package { archive, names, left: limits.expanded, limit: limits.expanded })
    }

    /// The name of the part that holds the text: by its relation, by its type, or by the name it usually has.
    ///
    /// # Errors
    /// There is none, or the parts unpack to too much.
    pub(super) fn document(&mut self) -> Result<String, Error> {
        let related = self.relations("")?.into_iter().filter(|r| r.kind == "officedocument").map(|r| r.target);
        if let Some(target) = related.into_iter().find(|target| self.names.contains_key(target)) {
            return Ok(target);
        }
        if let Some(target) = self.typed()?.into_iter().find(|target| self.names.contains_key(target)) {
            return Ok(target);
        }
        let mut usual: Vec<&String> = self.names.keys().filter(|n| n.starts_with("word/document") && n.ends_with(".xml")).collect();
        usual.sort();
        usual.first().map(|name| (*name).clone()).ok_or_else(|| damaged("no part of the archive is the document, expected word/document.xml"))
    }

    /// The parts that this one names; the empty name stands for the archive itself.
    ///
    /// # Errors
    /// The parts unpack to too much.
    pub(super) fn relations(&mut self, of: &str) -> Result<Vec<Relation>, Error> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let name = target(folder, &format!("_rels/{file}.rels"));
        let Some(part) = self.part(&name)? else { return Ok(Vec::new()) };
        let mut markup = Markup::new(&part.text);
        let mut relations = Vec::new();
        while let Some(mark) = markup.next() {
            let Mark::Open(tag) = mark else { continue };
            if let (Some(kind), Some(to)) = (markup.value(&tag, "Type"), markup.value(&tag, "Target")) {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
                relations.push(Relation { kind, target: target(folder, &to) });
            }
        }
        Ok(relations)
    }

    /// The part of a kind that the document names, or that stands where it usually does.
    ///
    /// # Errors
    /// The parts unpack to too much.
    pub(super) fn related(&mut self, relations: &[Relation], kind: &str, usual: &str) -> Result<Option<Part>, Error> {
        let named = relations.iter().find(|r| r.kind == kind && self.names.contains_key(&r.target));
        let name = named.map_or_else(|| usual.to_owned(), |relation| relation.target.clone());
        self.part(&name)
    }

    /// A part by its name; `None` if it is not there, or holds nothing that can be unpacked.
    ///
    /// # Errors
    /// The parts unpack to too much, or this one is encrypted.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part>, Error> {
        let Some(index) = self.names.get(name).copied() else { return Ok(None) };
        let unpacked = catch_unwind(AssertUnwindSafe(|| unpack(&mut self.archive, index, self.left))).unwrap_or(Ok(Unpacked::default()))?;
        if unpacked.more {
            return Err(Error::ExpandsTooFar { format: name_of_format(), limit: self.limit });
        }
        self.left -= unpacked.bytes.len();
        Ok(Some(Part { text: characters(unpacked.bytes), damaged: unpacked.damaged }))
    }

    /// The parts that the list of types calls the main one.
    fn typed(&mut self) -> Result<Vec<String>, Error> {
        let Some(part) = self.part("[content_types].xml")? else { return Ok(Vec::new()) };
        let mut markup = Markup::new(&part.text);
        let mut found = Vec::new();
        while let Some(mark) = markup.next() {
            let Mark::Open(tag) = mark else { continue };
            if let (Some(kind), Some(name)) = (markup.value(&tag, "ContentType"), markup.value(&tag, "PartName")) {
                if kind.ends_with(".main+xml") && kind.contains("word") {
                    found.push(target("", &name));
                }
            }
        }
        Ok(found)
    }
}

fn name_of_format() -> &'static str {
    name(Format::Docx)
}

pub(super) fn damaged(reason: &str) -> Error {
    Error::Damaged { format: name_of_format(), reason: reason.to_owned() }
}

/// A name as it is looked up: some programs write `\` between folders, or other letters than they name.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// The name of a part that is named from inside a folder.
fn target(folder: &str, name: &str) -> String {
    let name = name.replace('\\', "/");
    let full = if name.starts_with('/') { name } else { format!("{folder}/{name}") };
    let mut parts: Vec<&str> = Vec::new();
    for part in full.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    plain(&parts.join("/"))
}

/// Bytes of a part.
#[derive(Default)]
struct Unpacked {
    bytes: Vec<u8>,
    /// There are more than were asked for.
    more: bool,
    damaged: bool,
}

/// What deflate packs at most into one byte: a size that claims more is not believed.
const GREATEST_RATIO: u64 = 1032;

/// Unpacks a part up to `left` bytes and keeps what came before an error.
fn unpack(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize, left: usize) -> Result<Unpacked, Error> {
    let mut file = match archive.by_index(index) {
        Ok(file) => file,
        Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(Error::Encrypted { format: name_of_format() }),
        Err(_) => return Ok(Unpacked { damaged: true, ..Unpacked::default() }),
    };
    let claimed = file.size();
    if claimed > left as u64 && claimed / GREATEST_RATIO <= file.compressed_size() {
        return Ok(Unpacked { more: true, ..Unpacked::default() });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(claimed.min(file.compressed_size().saturating_mul(16))).unwrap_or(0).min(left));
    let damaged = !read_pieces(&mut file, left, &mut bytes);
    Ok(Unpacked { more: bytes.len() > left, bytes, damaged })
}

/// Bytes that are unpacked at a time: those of the piece in which a stream breaks are lost.
const PIECE: usize = 1024;

/// Reads a part to its end, or to the first piece behind `left` bytes; whether all went well.
fn read_pieces(part: &mut impl Read, left: usize, bytes: &mut Vec<u8>) -> bool {
    let mut piece = [0; PIECE];
    while bytes.len() <= left {
        match part.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => bytes.extend_from_slice(&piece[..read]),
            Err(_) => return false,
        }
    }
    true
}

/// XML in the encoding that its mark or its declaration names; UTF-8 where it names none or a wrong one.
fn characters(bytes: Vec<u8>) -> String {
    let forced = if Encoding::for_bom(&bytes).is_some() { None } else { declared(&bytes) };
    if forced.is_none_or(|encoding| encoding == UTF_8) {
        let bytes = match String::from_utf8(bytes) {
            Ok(text) => return unmarked(text),
            Err(broken) => broken.into_bytes(),
        };
        return unmarked(text::characters(&bytes, None).text);
    }
    unmarked(text::characters(&bytes, forced).text)
}

fn unmarked(mut text: String) -> String {
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    text
}

/// Bytes that the declaration of the encoding stands in.
const DECLARATION: usize = 200;

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [b'<', 0, ..] => return Some(UTF_16LE),
        [0, b'<', ..] => return Some(UTF_16BE),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(DECLARATION)];
    let head = &head[..memchr::memmem::find(head, b"?>")?];
    let behind = &head[memchr::memmem::find(head, b"encoding")? + "encoding".len()..];
    let label = behind.split(|b| matches!(b, b'"' | b'\'')).nth(1)?;
    // What names UTF-16 and is read as ASCII is none.
    Encoding::for_label(label).filter(|encoding| encoding.is_ascii_compatible())
}
