//! The model of a report, its assembly from the stages, and questions to it.

mod accounting;
mod assembly;
mod fact;
mod query;
mod unit_differs;

pub use accounting::Accounting;
pub(crate) use assembly::assemble;
pub use fact::Fact;
pub use query::Figures;

use crate::diagnostic::Diagnostic;
use crate::figure::Figure;
use crate::glossary::Term;
use crate::outline::{Region, Section};
use crate::quantity::Date;
use crate::source::SourceInfo;
use crate::spelling::spelled;
use crate::tables::{Project, Table};
use serde::{Deserialize, Serialize};

/// The version of the JSON form that this library writes.
pub const SCHEMA: u32 = 1;

spelled! {
    /// Whether a report tells what was done or what is planned.
    ReportKind, "report kind" {
        /// 决算.
        FinalAccounts = "final_accounts",
        /// 预算.
        Budget = "budget",
    }
}

spelled! {
    /// What kind of document it is.
    DocumentKind, "document kind" {
        /// A report with sections.
        Report = "report",
        /// 批复: the approval of accounts by the finance department.
        Approval = "approval",
        /// A notice on the “三公” costs alone.
        Notice = "notice",
    }
}

spelled! {
    /// Whose accounts they are.
    Scope, "scope" {
        /// 部门: a department with its subordinate units.
        Department = "department",
        /// 单位: one unit alone.
        Unit = "unit",
    }
}

/// A report as it was read: what it says of itself, its sections, and every figure with its meaning and its place.
///
/// Its serde form is the JSON contract; reading it back gives the same value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Report {
    /// The version of the JSON form, [`SCHEMA`].
    pub schema: u32,
    /// The title as printed, white space removed; `None` if the text starts without one.
    pub title: Option<String>,
    /// The body whose accounts they are, as printed; `None` if no sentence names it.
    pub organization: Option<String>,
    /// The region that the organization's name tells; `None` if it tells none.
    pub region: Option<Region>,
    /// The fiscal year; `None` if it could not be told.
    pub fiscal_year: Option<u16>,
    /// Final accounts or budget; `None` if neither word names it.
    pub kind: Option<ReportKind>,
    /// What kind of document it is.
    pub document: DocumentKind,
    /// Department or unit; `None` if neither word names it.
    pub scope: Option<Scope>,
    /// When it was published, if the text says it.
    pub published: Option<Date>,
    /// The number of the document, if it prints one.
    pub document_number: Option<String>,
    /// Subordinate units that are listed as covered, as printed.
    pub units: Vec<String>,
    /// Names of attachments listed behind the report.
    pub attachments: Vec<String>,
    /// Where the report was read from.
    pub source: SourceInfo,
    /// The tree of parts and sections.
    pub sections: Vec<Section>,
    /// Every figure, in the order of the text.
    pub figures: Vec<Figure>,
    /// One entry for each fact, with all figures that print it.
    pub facts: Vec<Fact>,
    /// Statutory tables in the text.
    pub tables: Vec<Table>,
    /// Performance tables, one entry a project.
    pub performance: Vec<Project>,
    /// The terms of the glossary.
    pub glossary: Vec<Term>,
    /// What was noted while reading.
    pub diagnostics: Vec<Diagnostic>,
    /// What became of every run of digits.
    pub accounting: Accounting,
}

/// A text that is not the JSON of a report.
#[derive(Debug, thiserror::Error)]
#[error("not the JSON of a report: {0}")]
pub struct JsonError(#[from] serde_json::Error);

impl Report {
    /// The JSON of the report, indented, as `json_dump` prints it.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("the model has only string keys and no value that can fail")
    }

    /// A report from its JSON.
    ///
    /// # Errors
    /// The text is no JSON, a key that must be there is missing, or a kind is spelled as none that this version knows.
    ///
    /// ```
    /// let report = juesuan::parse("某局2021年度部门决算\n2021年收入总计5万元。".as_bytes())?;
    /// let again = juesuan::Report::from_json(&report.to_json()).expect("what was written can be read");
    /// assert_eq!(again, report);
    /// # Ok::<(), juesuan::Error>(())
    /// ```
    pub fn from_json(json: &str) -> Result<Report, JsonError> {
        Ok(serde_json::from_str(json)?)
    }
}
