//! How to read: the doors to the library.

use crate::decode::{self, Decoding};
use crate::error::Error;
use crate::report::{assemble, Report};
use crate::source::Source;

/// The most figures read by default: two million, some 1.5 GB of model. The largest report seen has 2,400.
pub const DEFAULT_MAX_FIGURES: usize = 2_000_000;

/// How to read a report.
///
/// ```
/// let source = juesuan::Options::new().encoding("GBK").decode(&[0xbe, 0xf6, 0xcb, 0xe3])?;
/// assert_eq!(source.text(), "决算");
/// # Ok::<(), juesuan::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Options {
    decoding: Decoding,
    max_figures: usize,
}

impl Default for Options {
    fn default() -> Self {
        Options::new()
    }
}

impl Options {
    /// The defaults: the encoding is detected, at most [`DEFAULT_MAX_BYTES`](crate::DEFAULT_MAX_BYTES) are read.
    pub fn new() -> Self {
        Options { decoding: Decoding::default(), max_figures: DEFAULT_MAX_FIGURES }
    }

    /// Reads the bytes in this encoding, whatever they look like; a WHATWG label such as `GB18030`, `Big5` or `UTF-16LE`.
    pub fn encoding(mut self, label: impl Into<String>) -> Self {
        self.decoding.encoding = Some(label.into());
        self
    }

    /// Refuses more bytes than this; at most [`GREATEST_MAX_BYTES`](crate::GREATEST_MAX_BYTES).
    pub fn max_bytes(mut self, bytes: usize) -> Self {
        self.decoding.max_bytes = bytes.min(decode::GREATEST_MAX_BYTES);
        self
    }

    /// Refuses a document whose parts unpack to more bytes than this; text is not packed.
    pub fn max_expanded_bytes(mut self, bytes: usize) -> Self {
        self.decoding.limits.expanded = bytes.min(decode::GREATEST_MAX_BYTES);
        self
    }

    /// Reads elements and tables that nest at most this deep as such; what lies deeper is read as text.
    pub fn max_depth(mut self, depth: usize) -> Self {
        self.decoding.limits.depth = depth.clamp(1, decode::DEFAULT_MAX_DEPTH);
        self
    }

    /// Reads at most this many cells of tables; a diagnostic says where it stopped.
    pub fn max_cells(mut self, cells: usize) -> Self {
        self.decoding.limits.cells = cells;
        self
    }

    /// Reads at most this many figures; numbers behind them are counted as `unread`, and a diagnostic says so.
    pub fn max_figures(mut self, figures: usize) -> Self {
        self.max_figures = figures;
        self
    }

    /// The text of the bytes, that all spans of the report point into.
    ///
    /// # Errors
    /// See [`Error`]: nothing to read, too many bytes, a format that is not read or not compiled in, a damaged or an encrypted file,
    /// an unknown encoding label.
    pub fn decode(&self, bytes: &[u8]) -> Result<Source, Error> {
        decode::decode(bytes, &self.decoding)
    }

    /// Reads a decoded text. This cannot fail: what is not understood is a diagnostic.
    pub fn read(&self, source: &Source) -> Report {
        assemble(source, self.max_figures)
    }

    /// Decodes and reads.
    ///
    /// # Errors
    /// As for [`Options::decode`].
    pub fn parse(&self, bytes: &[u8]) -> Result<Report, Error> {
        Ok(self.read(&self.decode(bytes)?))
    }
}

/// Reads a report from its bytes with the default [`Options`].
///
/// # Errors
/// See [`Error`]: nothing to read, too many bytes, a format that is not read or not compiled in, a damaged or an encrypted file.
pub fn parse(bytes: &[u8]) -> Result<Report, Error> {
    Options::new().parse(bytes)
}
