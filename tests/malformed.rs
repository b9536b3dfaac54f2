//! Whatever the bytes are, the answer is a report that loses no number, or an error that names the cause.

use juesuan::{Concept, DiagnosticCode, Error, Options, Report};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What a file of `corpus/malformed/` gives.
enum Outcome {
    /// The exact text of the error.
    Refused(&'static str),
    /// What is true of the report.
    Read(Reading),
}

/// The facts of a report that tell how well it was read.
#[derive(Debug, PartialEq)]
struct Reading {
    encoding: &'static str,
    fiscal_year: Option<u16>,
    sections: usize,
    /// `concept value unit`, a line each.
    figures: &'static [&'static str],
    /// The kinds of diagnostics, each once.
    codes: &'static [DiagnosticCode],
}

use DiagnosticCode::{ControlCharacter, EncodingRepaired, FiscalYearUnknown, KindUnknown, MissingUnit, NumberTooLong};
use Outcome::{Read, Refused};

/// The figures of the report that most of the files damage.
const ALL_FIGURES: &[&str] = &[
    "revenue_total 1284.36万元",
    "expenditure_total 1251.90万元",
    "revenue_total 52.18万元",
    "expenditure_total 61.07万元",
    "revenue_total 3.90%",
    "expenditure_total 4.65%",
    "revenue_current_total 1200.00万元",
    "revenue_fiscal 1140.00万元",
    "revenue_fiscal 95%",
    "revenue_other 60.00万元",
    "revenue_other 5%",
];

/// Those of its first nine that stand before the cut.
const FIGURES_BEFORE_THE_CUT: &[&str] = ALL_FIGURES.split_at(9).0;

const ONLY_THE_HEADER_OF_A_PDF: &str = if cfg!(feature = "pdf") {
    "damaged: a PDF document cannot be read: Syntax error at position 0: Pages is not a dictionary and no valid Pages object found"
} else {
    "format not compiled in: the bytes are a PDF document, which the feature \"pdf\" of this crate reads"
};

const ONLY_THE_HEADER_OF_A_DOCX: &str = if cfg!(feature = "docx") {
    "damaged: a Word document cannot be read: invalid Zip archive: Could not find EOCD, expected a zip archive with the list of its parts at its end"
} else {
    "format not compiled in: the bytes are a Word document, which the feature \"docx\" of this crate reads"
};

const FILES: &[(&str, Outcome)] = &[
    ("empty.txt", Refused("no text: 0 bytes without a visible character, expected a report")),
    ("only-white-space.txt", Refused("no text: 12 bytes without a visible character, expected a report")),
    (
        "png-header-and-noise.txt",
        Refused("not a report: the bytes are a PNG image, expected text, a web page, a Word document, a PDF document or a spreadsheet"),
    ),
    ("pdf-header.txt", Refused(ONLY_THE_HEADER_OF_A_PDF)),
    ("zip-header.txt", Refused(ONLY_THE_HEADER_OF_A_DOCX)),
    (
        "ole-header.txt",
        Refused(
            "not a report: the bytes are an OLE compound file of another kind than Word and Excel, or one that was cut, expected text, a web page, a Word document, a PDF document or a spreadsheet",
        ),
    ),
    ("noise-without-signature.txt", Refused("not text: 187 control characters among the first 2125 bytes, the first at byte 0")),
    ("nul-bytes-in-text.txt", Read(Reading { encoding: "UTF-8", fiscal_year: Some(2021), sections: 2, figures: ALL_FIGURES, codes: &[ControlCharacter] })),
    ("control-characters.txt", Read(Reading { encoding: "UTF-8", fiscal_year: Some(2021), sections: 2, figures: ALL_FIGURES, codes: &[ControlCharacter] })),
    ("invisible-characters.txt", Read(Reading { encoding: "UTF-8", fiscal_year: Some(2021), sections: 2, figures: ALL_FIGURES, codes: &[] })),
    ("lone-cr-line-ends.txt", Read(Reading { encoding: "UTF-8", fiscal_year: Some(2021), sections: 2, figures: ALL_FIGURES, codes: &[] })),
    (
        "utf-8-cut-inside-a-character.txt",
        Read(Reading { encoding: "UTF-8", fiscal_year: Some(2021), sections: 2, figures: FIGURES_BEFORE_THE_CUT, codes: &[EncodingRepaired] }),
    ),
    (
        "gb18030-cut-inside-a-character.txt",
        Read(Reading { encoding: "gb18030", fiscal_year: Some(2021), sections: 2, figures: FIGURES_BEFORE_THE_CUT, codes: &[EncodingRepaired] }),
    ),
    ("utf-16le-without-mark.txt", Read(Reading { encoding: "UTF-16LE", fiscal_year: Some(2021), sections: 2, figures: ALL_FIGURES, codes: &[] })),
    ("utf-16be-without-mark.txt", Read(Reading { encoding: "UTF-16BE", fiscal_year: Some(2021), sections: 2, figures: ALL_FIGURES, codes: &[] })),
    ("utf-16le-odd-length.txt", Read(Reading { encoding: "UTF-16LE", fiscal_year: Some(2021), sections: 2, figures: ALL_FIGURES, codes: &[EncodingRepaired] })),
    (
        "big5.txt",
        Read(Reading {
            encoding: "Big5",
            fiscal_year: Some(2021),
            sections: 2,
            figures: &[
                "revenue_total 1284.36万元",
                "revenue_total 52.18万元",
                "revenue_total 3.90%",
                "expenditure_current_total 1200.00万元",
                "expenditure_basic 900.00万元",
                "expenditure_basic 75%",
                "expenditure_project 300.00万元",
                "expenditure_project 25%",
            ],
            codes: &[],
        }),
    ),
    (
        // The second section's figures stand in the one line that is GBK; the rest of the text must not suffer from it.
        "one-line-of-gbk-in-utf-8.txt",
        Read(Reading {
            encoding: "UTF-8",
            fiscal_year: Some(2021),
            sections: 3,
            figures: &[
                "revenue_total 1284.36万元",
                "expenditure_total 1251.90万元",
                "revenue_total 52.18万元",
                "expenditure_total 61.07万元",
                "revenue_total 3.90%",
                "expenditure_total 4.65%",
                "- 60.00?",
                "- 5%",
                "agency_operating_cost 96.50万元",
            ],
            codes: &[EncodingRepaired],
        }),
    ),
    (
        "cut-in-a-performance-table.txt",
        Read(Reading {
            encoding: "UTF-8",
            fiscal_year: Some(2021),
            sections: 2,
            figures: &[
                "performance_project_total 210.00万元",
                "performance_project_total 199.50万元",
                "performance_project_fiscal 210.00万元",
                "performance_project_fiscal 199.50万元",
                "performance_project_other 0万元",
                "performance_project_other 0万元",
                "performance_goal 86公里",
                "performance_goal 90%",
                "performance_goal 88公里",
                "performance_goal 94%",
                "performance_indicator 86公里",
                "performance_indicator 88公里",
                "performance_indicator 9?",
            ],
            codes: &[],
        }),
    ),
    (
        "unbalanced-brackets-and-quotes.txt",
        Read(Reading {
            encoding: "UTF-8",
            fiscal_year: Some(2021),
            sections: 1,
            figures: &["carryover_opening 500.00万元", "expenditure_total 480.00万元", "three_public_total 12.50万元", "three_public_reception 2.50万元"],
            codes: &[],
        }),
    ),
    ("only-digits.txt", Read(Reading { encoding: "UTF-8", fiscal_year: None, sections: 0, figures: &[], codes: &[FiscalYearUnknown, KindUnknown] })),
    (
        "number-without-any-word.txt",
        Read(Reading { encoding: "UTF-8", fiscal_year: None, sections: 0, figures: &[], codes: &[FiscalYearUnknown, KindUnknown] }),
    ),
    (
        "sixty-digit-numbers.txt",
        Read(Reading { encoding: "UTF-8", fiscal_year: Some(2021), sections: 1, figures: &["expenditure_total 480.00万元"], codes: &[NumberTooLong] }),
    ),
    ("only-headings.txt", Read(Reading { encoding: "UTF-8", fiscal_year: None, sections: 6, figures: &[], codes: &[FiscalYearUnknown] })),
    ("contents-without-a-body.txt", Read(Reading { encoding: "UTF-8", fiscal_year: Some(2021), sections: 0, figures: &[], codes: &[] })),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/malformed")
}

fn count(sections: &[juesuan::Section]) -> usize {
    sections.iter().map(|section| 1 + count(&section.children)).sum()
}

/// `concept value unit`; `-` for no concept, `?` for no unit.
fn lines(report: &Report) -> Vec<String> {
    let line = |f: &juesuan::Figure| format!("{} {}{}", f.concept.map_or("-", |c| c.as_str()), f.value, f.unit.as_ref().map_or("?", |u| u.as_str()));
    report.figures.iter().map(line).collect()
}

fn codes(report: &Report) -> BTreeSet<DiagnosticCode> {
    report.diagnostics.iter().map(|d| d.code).collect()
}

/// What differs between a report and what it should be, a line each.
fn differences(report: &Report, expected: &Reading) -> Vec<String> {
    let mut out = Vec::new();
    let mut compare = |what: &str, is: String, should: String| {
        if is != should {
            out.push(format!("  {what}\n    is     {is}\n    should {should}"));
        }
    };
    compare("unaccounted", report.accounting.unaccounted.to_string(), "0".into());
    compare("encoding", report.source.encoding.clone(), expected.encoding.into());
    compare("fiscal year", format!("{:?}", report.fiscal_year), format!("{:?}", expected.fiscal_year));
    compare("sections", count(&report.sections).to_string(), expected.sections.to_string());
    compare("figures", lines(report).join(" | "), expected.figures.join(" | "));
    compare("codes", format!("{:?}", codes(report)), format!("{:?}", expected.codes.iter().collect::<BTreeSet<_>>()));
    out
}

#[test]
fn every_malformed_file_gives_what_the_table_says() {
    let mut complaints = Vec::new();
    for (name, outcome) in FILES {
        let bytes = fs::read(folder().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        match (juesuan::parse(&bytes), outcome) {
            (Err(error), Refused(text)) if error.to_string() == *text => {}
            (Err(error), Refused(text)) => complaints.push(format!("{name}\n    is     {error}\n    should {text}")),
            (Err(error), Read(_)) => complaints.push(format!("{name} should be read, but: {error}")),
            (Ok(_), Refused(text)) => complaints.push(format!("{name} was read, should be: {text}")),
            (Ok(report), Read(expected)) => {
                let differences = differences(&report, expected);
                if !differences.is_empty() {
                    complaints.push(format!("{name}\n{}", differences.join("\n")));
                }
            }
        }
    }
    assert!(complaints.is_empty(), "{} files:\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn every_malformed_file_is_in_the_table_and_small() {
    let entries = fs::read_dir(folder()).expect("the corpus stands beside the sources").map(|entry| entry.expect("the folder can be listed"));
    let files: BTreeSet<String> = entries
        .inspect(|entry| assert!(entry.metadata().expect("a file has a size").len() < 20 << 10, "{:?} has 20 KB or more", entry.path()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let table: BTreeSet<String> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(table.len(), FILES.len(), "a file stands twice in the table");
    assert_eq!(files, table, "files of corpus/malformed/ and of the table");
}

// --- made here, because they are large

const TITLE: &str = "临溪县财政局2021年度部门决算\n";
const SENTENCE: &str = "2021年机关运行经费支出96.50万元，比2020年增加8.20万元，增长9.29%，主要原因是新进人员6人。";

#[track_caller]
fn report(text: &str) -> Report {
    let report = juesuan::parse(text.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(report.accounting.unaccounted, 0, "numbers that nobody read, the first at {:?}", report.accounting.unaccounted_spans.first());
    report
}

#[test]
fn a_line_of_five_megabytes_is_read_to_its_end() {
    let times = (5 << 20) / SENTENCE.len() + 1;
    let report = report(&format!("{TITLE}一、机关运行经费支出情况\n{}\n", SENTENCE.repeat(times)));
    assert_eq!(report.figures.len(), 4 * times);
    assert_eq!(report.facts.len(), 3, "amount, change and rate");
}

#[test]
fn a_hundred_thousand_headings_are_as_many_sections() {
    let text: String = (0..100_000)
        .map(|n| format!("{}、机关运行经费支出情况\n本部门无此项支出。\n", ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][n % 10]))
        .collect();
    let report = report(&format!("{TITLE}{text}"));
    assert_eq!((count(&report.sections), report.figures.len()), (100_000, 0));
}

#[test]
fn a_hundred_thousand_headings_of_rising_depth_are_read() {
    let labels = ["第一部分 ", "一、", "（一）", "1.", "（1）", "①"];
    let text: String = (0..100_000).map(|n| format!("{}机关运行经费支出情况\n", labels[n % labels.len()])).collect();
    let report = report(&format!("{TITLE}{text}"));
    let back: Report = serde_json::from_str(&serde_json::to_string(&report).expect("a report has a JSON form")).expect("its JSON is read back");
    assert_eq!(back, report);
}

#[test]
fn ten_thousand_nested_brackets_do_not_hide_the_numbers() {
    for (open, close) in [("（", "）"), ("“", "”"), ("(", ")"), ("《", "》"), ("〔", "〕")] {
        for text in [
            format!("{TITLE}一、机关运行经费支出情况\n{}{SENTENCE}{}{SENTENCE}\n", open.repeat(10_000), close.repeat(10_000)),
            format!("{TITLE}一、机关运行经费支出情况\n{}{SENTENCE}\n", open.repeat(10_000)),
            format!("{TITLE}一、机关运行经费支出情况\n{SENTENCE}{}\n", close.repeat(10_000)),
        ] {
            report(&text);
        }
    }
    let report = report(&format!("{TITLE}一、机关运行经费支出情况\n{}{}\n{SENTENCE}\n", "（".repeat(10_000), "）".repeat(10_000)));
    assert_eq!(report.figures.len(), 4);
}

#[test]
fn ten_thousand_openers_of_parts_are_read() {
    let report = report(&format!("{TITLE}一、机关运行经费支出情况\n{}\n", "其中：办公费1.00万元，".repeat(10_000)));
    assert_eq!(report.figures.len(), 10_000);
}

#[test]
fn ten_thousand_colons_behind_numbers_are_read() {
    let report = report(&format!("{TITLE}一、机构设置\n在编人员74人，其中：{}。\n", "行政人员31人：".repeat(10_000)));
    assert_eq!(report.figures.len(), 10_001);
}

#[test]
fn posts_of_a_body_behind_a_mark_are_read() {
    for sentence in ["下设8个股室和5个水文站、事业编制20名。", "5所中心小学、在职20人。", "A区水利局、编制35名。", "B超中心、编制3名。", "4名0名、工勤编3"]
    {
        let report = report(&format!("{TITLE}一、机构设置\n{sentence}\n"));
        let posts = report.figures.iter().filter(|figure| figure.concept.is_some_and(|concept| concept.as_str().starts_with("staff_")));
        assert_eq!(posts.count(), 1, "{sentence}: {:?}", report.figures);
    }
}

#[test]
fn a_share_and_an_amount_of_28_digits_have_no_whole() {
    let report = report(&format!("{TITLE}一、支出决算情况说明\n本年支出合计1.00元，基本支出-79{}元，占{}%。\n", "0".repeat(25), "9".repeat(28)));
    let read: Vec<_> = report.figures.iter().map(|figure| (figure.concept, figure.of)).collect();
    let (total, basic) = (Concept::ExpenditureCurrentTotal, Concept::ExpenditureBasic);
    assert_eq!(read, [(Some(total), None), (Some(basic), None), (Some(basic), None)]);
}

#[test]
fn a_list_of_ten_thousand_values_is_read() {
    let report = report(&format!("{TITLE}一、收入支出决算总体情况说明\n2021年度收、支总计分别为{}。\n", vec!["1.00万元"; 10_000].join("、")));
    assert_eq!(report.figures.len(), 10_000);
    assert_eq!(report.facts, [], "ten thousand values have no place among two subjects");
}

#[test]
fn a_line_of_a_million_digits_is_one_number_too_long() {
    let report = report(&format!("{TITLE}一、机关运行经费支出情况\n2021年机关运行经费支出{}万元。\n", "1234567890".repeat(100_000)));
    assert_eq!((report.figures.len(), codes(&report)), (0, BTreeSet::from([NumberTooLong])));
}

#[test]
fn a_hundred_thousand_cells_are_accounted_for() {
    let text: String = (0..100_000).map(|n| format!("\t{n}.5\n")).collect();
    report(&format!("{TITLE}收入支出决算总表\n公开01表\n单位：万元\n{text}"));
}

#[test]
fn missing_units_beyond_the_cap_are_counted() {
    let report = report(&format!("{TITLE}一、机关运行经费支出情况\n{}", "机关运行经费支出决算为4.19。\n".repeat(1_000)));
    let missing = report.diagnostics.iter().filter(|d| d.code == MissingUnit).count();
    let capped: Vec<&str> = report.diagnostics.iter().filter(|d| d.code == DiagnosticCode::Capped).map(|d| d.message.as_str()).collect();
    assert_eq!((report.figures.len(), missing, capped), (1_000, juesuan::KEPT_PER_CODE, vec!["missing_unit：共1000处，只列出前100处"]));
}

#[test]
fn a_report_cut_at_any_byte_loses_no_number() {
    let bytes = fs::read(folder().join("../residue-2020.txt")).expect("the corpus has the report");
    for end in (1..bytes.len()).step_by(97) {
        let report = juesuan::parse(&bytes[..end]).unwrap_or_else(|e| panic!("the first {end} bytes: {e}"));
        assert_eq!(report.accounting.unaccounted, 0, "of the first {end} bytes");
    }
}

#[test]
fn a_report_without_a_title_tells_its_year_and_its_body_behind_long_duties() {
    let duties = "负责河道、水库和灌区的管理与保护工作。\n".repeat(350);
    let text = format!("第一部分 单位概况\n{duties}第二部分 2021年度部门决算情况说明\n一、总体情况\n2021年度青溪县水利局收入总计5.20万元。\n青溪县水利局2021年度支出总计5.20万元。\n");
    let report = report(&text);
    assert_eq!((report.fiscal_year, report.organization.as_deref()), (Some(2021), Some("青溪县水利局")));
}

#[test]
fn a_part_far_down_the_text_tells_the_kind_of_report() {
    let duties = "负责河道、水库和灌区的管理与保护工作。\n".repeat(800);
    let report = report(&format!("某县水利局\n第一部分 单位概况\n{duties}第二部分 情况说明\n第三部分 2021年度部门决算情况说明\n{SENTENCE}"));
    assert_eq!((report.kind, report.sections.len(), report.accounting.unaccounted), (Some(juesuan::ReportKind::FinalAccounts), 3, 0));
}

// --- options

#[test]
fn more_bytes_than_the_limit_are_refused() {
    let error = Options::new().max_bytes(100).parse(&[b'1'; 101]).expect_err("one byte too many");
    assert_eq!(error, Error::TooLarge { bytes: 101, limit: 100 });
    assert_eq!(error.to_string(), "too large: 101 bytes, expected at most 100");
}

#[test]
fn as_many_bytes_as_the_limit_are_read() {
    let text = format!("{TITLE}{SENTENCE}");
    let report = Options::new().max_bytes(text.len()).parse(text.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(report.figures.len(), 4);
}

#[test]
fn figures_behind_the_limit_are_counted_and_not_read() {
    let text = format!("{TITLE}一、机关运行经费支出情况\n{}", SENTENCE.repeat(10));
    let report = Options::new().max_figures(7).parse(text.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!((report.figures.len(), report.accounting.by_kind.get("unread"), report.accounting.unaccounted), (7, Some(&33), 0));
    assert_eq!(codes(&report), BTreeSet::from([DiagnosticCode::TooManyFigures]));
}

#[test]
fn an_unknown_encoding_is_named() {
    let error = Options::new().encoding("EBCDIC-9").parse(TITLE.as_bytes()).expect_err("no such encoding");
    assert_eq!(error.to_string(), "unknown encoding \"EBCDIC-9\", expected a label such as UTF-8, GB18030, GBK, UTF-16LE, UTF-16BE or Big5");
}

#[test]
fn a_forced_encoding_overrules_what_the_bytes_look_like() {
    let report = Options::new().encoding("gbk").parse(TITLE.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!((report.source.encoding.as_str(), report.fiscal_year, report.accounting.unaccounted), ("GBK", None, 0));
    assert!(codes(&report).contains(&KindUnknown), "the words are garbled, and the report says so: {:?}", codes(&report));
}

#[test]
fn a_label_may_be_written_in_any_case_and_with_blanks() {
    for label in ["utf-8", "UTF8", " Utf-8 "] {
        let source = Options::new().encoding(label).decode(TITLE.as_bytes()).unwrap_or_else(|e| panic!("{label:?}: {e}"));
        assert_eq!((source.text(), source.info().encoding.as_str()), (TITLE, "UTF-8"));
    }
}
