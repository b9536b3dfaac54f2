//! What was read, but should be noted.

use crate::span::Span;
use crate::spelling::spelled;
use serde::{Deserialize, Serialize};

spelled! {
    /// What a diagnostic is about.
    DiagnosticCode, "diagnostic code" {
        /// An instruction or blank of the form was left in (`***`, `XX`, `（单位）`, `增加/减少`).
        TemplateResidue = "template_residue",
        /// A figure is announced and not printed (`结余分配万元`, `占 %`).
        MissingValue = "missing_value",
        /// An amount stands without its unit (`支出决算为4.19。`).
        MissingUnit = "missing_unit",
        /// A percentage stands without its sign (`占76.23`).
        MissingPercent = "missing_percent",
        /// Both directions are printed (`增加/减少3.94万元`).
        AmbiguousDirection = "ambiguous_direction",
        /// The figure has no concept because the text allows more than one subject, or none that is sure.
        AmbiguousSubject = "ambiguous_subject",
        /// The text states that something does not exist (`无政府性基金预算财政拨款支出`); this is not a figure of 0.
        StatedNone = "stated_none",
        /// Money is printed in a unit that differs from its neighbours (`0亿元` among 万元).
        UnitDiffers = "unit_differs",
        /// The code and the name of a row are those of two items of the classification.
        CodeNameDiffers = "code_name_differs",
        /// A number stands in a cell over several columns, and belongs to none of them for sure.
        ColumnsUnclear = "columns_unclear",
        /// A table that the report lists is not in it.
        TableMissing = "table_missing",
        /// Bytes could not be decoded and became U+FFFD.
        EncodingRepaired = "encoding_repaired",
        /// A page, a sheet or a part of the file could not be read; the others were.
        ContentDamaged = "content_damaged",
        /// A page holds no text, only an image perhaps.
        PageWithoutText = "page_without_text",
        /// A row, a column, a sheet or a stretch of text is hidden in the file; it is read all the same.
        ContentHidden = "content_hidden",
        /// A character has no Unicode value in the file, or one of private use.
        CharacterUnmapped = "character_unmapped",
        /// A limit was reached; what lies behind it was not read.
        LimitReached = "limit_reached",
        /// Control characters stand in the text.
        ControlCharacter = "control_character",
        /// A number has more digits than an exact decimal holds (28).
        NumberTooLong = "number_too_long",
        /// More figures than the limit allows; the rest of the numbers are counted, not read.
        TooManyFigures = "too_many_figures",
        /// The fiscal year could not be told.
        FiscalYearUnknown = "fiscal_year_unknown",
        /// Neither 决算 nor 预算 names the report.
        KindUnknown = "kind_unknown",
        /// More diagnostics of one code than are kept; the message says how many.
        Capped = "capped",
    }
}

spelled! {
    /// How much a diagnostic matters to who uses the figures.
    Severity, "severity" {
        /// For the record; no figure is in doubt.
        Note = "note",
        /// The report prints something defective or doubtful.
        Warning = "warning",
        /// Something printed could not be read.
        Error = "error",
    }
}

/// Something the reader noted while reading, at its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// What it is about.
    pub code: DiagnosticCode,
    /// How much it matters.
    pub severity: Severity,
    /// One sentence for people, in Chinese like the report.
    pub message: String,
    /// Where in the decoded text; `None` if it is about the whole report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

impl Diagnostic {
    /// A diagnostic at a place of the text.
    pub fn new(code: DiagnosticCode, severity: Severity, message: impl Into<String>, span: Option<Span>) -> Self {
        Diagnostic { code, severity, message: message.into(), span }
    }
}

/// Diagnostics of one code that are kept; a report with more of them is broken in one way, and one line says how often.
pub const KEPT_PER_CODE: usize = 100;

/// Collects diagnostics and keeps at most [`KEPT_PER_CODE`] of each code.
#[derive(Debug, Default)]
pub struct Sink {
    kept: Vec<Diagnostic>,
    counts: Vec<(DiagnosticCode, usize)>,
}

impl Sink {
    /// Takes one diagnostic; the message is made only if it is kept.
    pub fn note<M: Into<String>>(&mut self, code: DiagnosticCode, severity: Severity, span: Option<Span>, message: impl FnOnce() -> M) {
        let at = self.counts.iter().position(|(c, _)| *c == code).unwrap_or_else(|| {
            self.counts.push((code, 0));
            self.counts.len() - 1
        });
        self.counts[at].1 += 1;
        if self.counts[at].1 <= KEPT_PER_CODE {
            self.kept.push(Diagnostic::new(code, severity, message(), span));
        }
    }

    /// All that were kept and those of an earlier stage, in the order of the text, with a line for each code that had more.
    pub fn finish(mut self, earlier: &[Diagnostic]) -> Vec<Diagnostic> {
        self.kept.extend_from_slice(earlier);
        self.kept.sort_by_key(|d| (d.code == DiagnosticCode::Capped, d.span.map_or(0, |s| s.start), d.code));
        for (code, count) in self.counts.into_iter().filter(|(_, count)| *count > KEPT_PER_CODE) {
            let message = format!("{code}：共{count}处，只列出前{KEPT_PER_CODE}处");
            self.kept.push(Diagnostic::new(DiagnosticCode::Capped, Severity::Note, message, None));
        }
        self.kept
    }
}
