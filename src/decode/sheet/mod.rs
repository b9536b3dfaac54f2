//! Workbooks.

mod number_format;

use super::{Decoded, Decoding};
use crate::error::Error;
use crate::source::Format;

/// Reads the document.
pub(super) fn decode(bytes: &[u8], format: Format, decoding: &Decoding) -> Result<Decoded, Error> {
    todo!()
}
