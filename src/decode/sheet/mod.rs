//! Workbooks: every sheet a grid with its merged regions, or prose, as it is shown.
//!
//! All three formats are read by code of this crate. calamine, which the tests compare with, gives no number formats for `xls` and
//! `ods`, takes all places between two cells far apart for cells, and ends the process where a file claims more shared strings than there
//! is memory for, which cannot be caught.

mod archive;
#[cfg(test)]
mod fixture;
mod lattice;
mod markup;
mod merging;
mod number_format;
mod ods;
#[cfg(test)]
mod tests;
mod workbook;
mod writing;
mod xls;
mod xlsx;

use super::{Decoded, Decoding, Limits};
use crate::error::Error;
use crate::source::Format;
use std::panic::catch_unwind;

/// Reads the document.
///
/// # Errors
/// The file is encrypted, is damaged where everything hangs on it, or unpacks too far.
pub(super) fn decode(bytes: &[u8], format: Format, decoding: &Decoding) -> Result<Decoded, Error> {
    let limits = &decoding.limits;
    let reader = match format {
        Format::Xls => xls::read,
        Format::Ods => ods::read,
        _ => xlsx::read,
    };
    // The zip reader is foreign.
    let workbook = catch_unwind(|| reader(bytes, limits)).unwrap_or_else(|_| Err(workbook::damaged("a workbook", "its reader gave up on it")))?;
    Ok(writing::written(workbook, limits))
}
