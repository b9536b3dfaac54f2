//! Reads the reports in which Chinese government bodies publish their final accounts (部门决算) and budgets (部门预算).
//!
//! ```
//! let text = "某县水利局2021年度部门决算\n一、收入支出决算总体情况说明\n2021年度收、支总计各1,234.50万元、1,200.00万元。\n";
//! let report = juesuan::parse(text.as_bytes())?;
//! assert_eq!(report.fiscal_year, Some(2021));
//! let total = report.figures().concept(juesuan::Concept::RevenueTotal).next().expect("the total of revenue");
//! assert_eq!(total.value.to_string(), "1234.50");
//! # Ok::<(), juesuan::Error>(())
//! ```

mod classification;
mod concept;
mod decode;
mod diagnostic;
mod error;
mod figure;
mod glossary;
mod ledger;
mod marks;
mod narrative;
mod normalize;
mod options;
mod outline;
mod quantity;
mod report;
mod source;
mod span;
mod spelling;
mod tables;
mod within;
#[cfg(feature = "docx")]
mod word;
mod wordlist;

pub use classification::{economic, functional_below, functional_class, functional_name, is_economic, Code, CodeError, Level};
pub use concept::Concept;
pub use decode::{DEFAULT_MAX_BYTES, DEFAULT_MAX_CELLS, DEFAULT_MAX_DEPTH, DEFAULT_MAX_EXPANDED_BYTES, GREATEST_MAX_BYTES};
pub use diagnostic::{Diagnostic, DiagnosticCode, Severity, KEPT_PER_CODE};
pub use error::Error;
pub use figure::{Base, CodeFrom, Direction, Figure, Role, UnitFrom, Versus};
pub use glossary::Term;
pub use options::{parse, Options, DEFAULT_MAX_FIGURES};
pub use outline::{Form, Region, Section, SectionKind};
pub use quantity::{Bound, Date, DateError, DigitKind, Unit};
pub use report::{Accounting, DocumentKind, Fact, Figures, JsonError, Report, ReportKind, Scope, SCHEMA};
pub use rust_decimal::Decimal;
pub use source::{Area, Format, Grid, GridCell, Origin, Place, Source, SourceInfo};
pub use span::Span;
pub use spelling::UnknownName;
pub use tables::{Goal, Indicator, IndicatorValue, Project, Row, Table};
#[cfg(feature = "docx")]
pub use word::{to_docx, WordError};
