//! Why a report cannot be read at all.

use crate::span::Span;

/// Why the bytes give no report. What can be read with reservations is a [`Diagnostic`](crate::Diagnostic) of the report instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Nothing to read: no byte, or only white space.
    #[error("no text: {bytes} bytes without a visible character, expected a report")]
    Empty {
        /// The number of bytes given.
        bytes: usize,
    },
    /// More bytes than the limit allows ([`Options::max_bytes`](crate::Options::max_bytes)).
    #[error("too large: {bytes} bytes, expected at most {limit}")]
    TooLarge {
        /// The number of bytes given.
        bytes: usize,
        /// The limit in force.
        limit: usize,
    },
    /// The file is of a format that is read only with a cargo feature that this build has not.
    #[error("format not compiled in: the bytes are {format}, which the feature {feature:?} of this crate reads")]
    FeatureMissing {
        /// What the bytes are, such as `a PDF document`.
        format: &'static str,
        /// The feature of `Cargo.toml` that reads it.
        feature: &'static str,
    },
    /// The file asks for a password, and none or the empty one does not open it.
    #[error("encrypted: {format} asks for a password, expected a file that opens without one")]
    Encrypted {
        /// What the bytes are, such as `a PDF document`.
        format: &'static str,
    },
    /// The file is of a format that is read, but it is broken where it cannot be broken.
    #[error("damaged: {format} cannot be read: {reason}")]
    Damaged {
        /// What the bytes are, such as `a Word document`.
        format: &'static str,
        /// What was read, what was expected, and where.
        reason: String,
    },
    /// The pages show images of text only.
    #[error("no text layer: {}, expected text that is stored as such", pages_named(.pages))]
    NoTextLayer {
        /// The pages without text, counted from 1: all of them.
        pages: Vec<u32>,
    },
    /// What the file holds is larger than the limit allows once it is unpacked
    /// ([`Options::max_expanded_bytes`](crate::Options::max_expanded_bytes)).
    #[error("too large: {format} unpacks to more than {limit} bytes")]
    ExpandsTooFar {
        /// What the bytes are, such as `a Word document`.
        format: &'static str,
        /// The limit in force.
        limit: usize,
    },
    /// The bytes are a file of a format that is not read.
    #[error("not a report: the bytes are {format}, expected text, a web page, a Word document, a PDF document or a spreadsheet")]
    UnsupportedFormat {
        /// What the bytes are, such as `a PNG image`.
        format: &'static str,
    },
    /// The bytes are no text in any encoding that is read.
    #[error("not text: {controls} control characters among the first {sampled} bytes, the first at byte {}", at.start)]
    Binary {
        /// Control characters in the sample.
        controls: usize,
        /// The bytes looked at.
        sampled: usize,
        /// The first of them.
        at: Span,
    },
    /// The encoding asked for is not known.
    #[error("unknown encoding {name:?}, expected a label such as UTF-8, GB18030, GBK, UTF-16LE, UTF-16BE or Big5")]
    UnknownEncoding {
        /// The label asked for.
        name: String,
    },
}

/// `page 1 holds no text`, `none of the pages 1 to 12 holds text`.
fn pages_named(pages: &[u32]) -> String {
    match pages {
        [] => "no page holds text".to_owned(),
        [only] => format!("page {only} holds no text"),
        [first, .., last] => format!("none of the pages {first} to {last} holds text"),
    }
}
