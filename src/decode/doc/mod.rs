//! Word 97 to 2003 documents.
//!
//! office_oxide reads the text, the tables and the outline levels; the numbers that Word writes before paragraphs are read here.

mod block;
mod numbering;
mod table;
#[cfg(test)]
mod tests;

use super::composer::Composer;
use super::{Decoded, Decoding};
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::error::Error;
use block::Writing;
use numbering::Numbering;
use office_oxide::doc::DocError;
use office_oxide::ir::DocumentIR;
use office_oxide::options::ParseOptions;
use office_oxide::{Document, DocumentFormat, OfficeError};
use std::io::Cursor;
use std::panic::{catch_unwind, AssertUnwindSafe};

const FORMAT: &str = "a Word 97 document";

/// Reads the document.
///
/// # Errors
/// It is encrypted, or damaged where everything hangs on it.
pub(super) fn decode(bytes: &[u8], decoding: &Decoding) -> Result<Decoded, Error> {
    let document = catch_unwind(AssertUnwindSafe(|| opened(bytes, decoding))).unwrap_or_else(|_| Err(damaged("its reader gave up on it")))?;
    let mut composer = Composer::new(&decoding.limits);
    composer.beside().title = document.metadata.title.clone();
    let mut writing = Writing { composer: &mut composer, numbering: Numbering::read(bytes) };
    for section in &document.sections {
        writing.section(section, decoding.limits.depth);
    }
    if document.metadata.text_truncated {
        composer.note_whole(DiagnosticCode::ContentDamaged, Severity::Error, || "文档损坏，部分内容未能读取".to_owned());
    }
    let (text, content) = composer.finish();
    Ok(Decoded { text, encoding: "UTF-8", content })
}

fn opened(bytes: &[u8], decoding: &Decoding) -> Result<DocumentIR, Error> {
    let mut options = ParseOptions::default();
    options.include_hidden_text = true;
    options.include_deleted_text = false;
    options.limits.memory_bytes = decoding.limits.expanded as u64;
    let document = Document::from_reader_with(Cursor::new(bytes.to_vec()), DocumentFormat::Doc, &options).map_err(refused)?;
    Ok(document.to_ir())
}

fn refused(error: OfficeError) -> Error {
    match error {
        OfficeError::Doc(DocError::Encrypted) => Error::Encrypted { format: FORMAT },
        error => damaged(&error.to_string()),
    }
}

fn damaged(reason: &str) -> Error {
    Error::Damaged { format: FORMAT, reason: reason.to_owned() }
}
