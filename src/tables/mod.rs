//! Tables that stand in the text: performance tables, tables of staff, and where the statutory ones are.

pub(crate) mod performance;
pub(crate) mod staffing;

pub use performance::{Goal, Indicator, IndicatorValue, Project};

use crate::outline::Form;
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// A statutory table in the text. Its cells are not read in this version: digits in it count as `table_cell`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Table {
    /// Its number in the order of the text, from 0.
    pub id: usize,
    /// Which statutory table it is; `None` for a table that is none of the list.
    pub form: Option<Form>,
    /// The title as printed, white space removed.
    pub title: String,
    /// The unit that its head names (`单位：万元`); `None` if it names none.
    pub unit: Option<crate::quantity::Unit>,
    /// The `id` of the section it stands in.
    pub section: Option<usize>,
    /// From the title to the last cell or note.
    pub span: Span,
}
