//! The parts of a zip archive, unpacked under a limit.

use super::workbook::damaged;
use crate::decode::text;
use crate::error::Error;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A zip archive whose parts are found by their names, whatever slashes and cases those are written with.
pub(super) struct Archive<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: HashMap<String, usize>,
    format: &'static str,
    limit: usize,
    /// How much may still be unpacked.
    left: usize,
}

/// A part of an archive as far as it could be unpacked.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) text: String,
    /// Whether it ended before its end.
    pub(super) torn: bool,
}

impl<'a> Archive<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    /// The list of its parts cannot be read.
    pub(super) fn open(bytes: &'a [u8], format: &'static str, limit: usize) -> Result<Self, Error> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(format, format!("the list of parts of the zip archive: {e}")))?;
        let names = (0..archive.len()).filter_map(|at| Some((normal(archive.name_for_index(at)?), at))).collect();
        Ok(Archive { archive, names, format, limit, left: limit })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&normal(name))
    }

    /// The names of the parts in a folder, in small letters, the shorter ones first: `sheet10` follows `sheet9`.
    pub(super) fn names_in(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = self.names.keys().filter(|name| name.starts_with(folder)).cloned().collect();
        names.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        names
    }

    /// Unpacks a part; `None` if there is none of this name, or nothing of it can be read.
    ///
    /// # Errors
    /// The parts together unpack to more than the limit.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part>, Error> {
        let Some(index) = self.names.get(&normal(name)).copied() else { return Ok(None) };
        let too_far = Error::ExpandsTooFar { format: self.format, limit: self.limit };
        let Ok(file) = self.archive.by_index(index) else { return Ok(None) };
        if file.size() > self.left as u64 {
            return Err(too_far);
        }
        let mut bytes = Vec::with_capacity((file.size() as usize).min(FIRST_ROOM));
        // The directory may say less than there is.
        let torn = file.take(self.left as u64 + 1).read_to_end(&mut bytes).is_err();
        if bytes.len() > self.left {
            return Err(too_far);
        }
        self.left -= bytes.len();
        if bytes.is_empty() && torn {
            return Ok(None);
        }
        let text = String::from_utf8(bytes).unwrap_or_else(|e| text::characters(e.as_bytes(), None).text);
        Ok(Some(Part { text, torn }))
    }
}

/// Room made for a part before any of it is unpacked: its declared size may be a lie.
const FIRST_ROOM: usize = 1 << 20;

fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}
