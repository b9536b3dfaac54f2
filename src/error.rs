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
    /// The bytes are a file of another format, known by its first bytes.
    #[error("not text: the bytes are {format}, expected plain text")]
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
