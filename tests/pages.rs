//! Web pages of `corpus/pages/` in the ways that portals publish: the decoded text of each is its `.txt`.
//!
//! Behind the text, the file names the encoding and lists the grids.
//! `UPDATE_GOLDEN=1 cargo test --test pages` writes the files anew; read the difference before you keep it.
#![cfg(feature = "html")]

use juesuan::{Options, Source};
use std::fs;
use std::path::{Path, PathBuf};

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/pages");
    let entries = fs::read_dir(&folder).expect("the corpus stands beside the sources").map(|entry| entry.expect("the folder can be listed").path());
    let mut pages: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "html")).collect();
    pages.sort();
    pages
}

#[track_caller]
fn decoded(page: &Path) -> Source {
    let bytes = fs::read(page).unwrap_or_else(|e| panic!("{}: {e}", page.display()));
    Options::new().decode(&bytes).unwrap_or_else(|e| panic!("{}: {e}", page.display()))
}

/// The text, a line of dashes, the encoding and the grids by their place and size.
fn written(source: &Source) -> String {
    let mut out = format!("{}----\nencoding {}\n", source.text(), source.info().encoding);
    for grid in source.grids() {
        let line = source.place(grid.span.start).line;
        let merged = grid.cells.iter().filter(|c| c.row_span * c.column_span > 1).count();
        let hidden = grid.cells.iter().filter(|c| c.hidden).count();
        out.push_str(&format!(
            "grid on line {line}: {} rows, {} columns, {} cells, {merged} merged, {hidden} hidden\n",
            grid.rows,
            grid.columns,
            grid.cells.len()
        ));
    }
    out
}

#[test]
fn every_page_reads_as_its_text_says() {
    let pages = pages();
    assert_eq!(pages.len(), 9, "{pages:?}");
    let mut complaints = Vec::new();
    for page in pages {
        let is = written(&decoded(&page));
        let golden = page.with_extension("txt");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &is).unwrap_or_else(|e| panic!("{}: {e}", golden.display()));
        }
        let should = fs::read_to_string(&golden).unwrap_or_else(|e| panic!("{}: {e}", golden.display()));
        if is != should {
            complaints.push(format!("{}\n--- is\n{is}\n--- should be\n{should}", page.display()));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_number_of_every_page_is_accounted_for() {
    for page in pages() {
        let report = Options::new().read(&decoded(&page));
        assert_eq!(report.accounting.unaccounted, 0, "{}: {:?}", page.display(), report.accounting.unaccounted_spans);
    }
}

#[test]
fn what_stands_in_the_cells_above_a_report_is_no_part_of_its_title() {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/pages/split-info-2021.html")).expect("the corpus has the page");
    let report = juesuan::parse(&bytes).expect("the page is a report");
    let front = (report.title.as_deref(), report.fiscal_year, report.published.map(|date| date.to_string()));
    assert_eq!(front, (Some("高塘县审计局2021年度部门决算"), Some(2021), Some("2022-09-05".to_owned())));
}

#[test]
fn the_name_of_a_portal_is_no_title_of_a_report() {
    let page = |title: &str| format!("<html><head><title>{title}</title></head><body><p>一、收入情况</p><p>2021年本年收入合计5.20万元。</p></body></html>");
    let title = |page: String| juesuan::parse(page.as_bytes()).expect("the page is a report").title;
    assert_eq!(title(page("首页-青溪县人民政府")), None);
    assert_eq!(title(page("青溪县水利局2021年度部门决算")), Some("青溪县水利局2021年度部门决算".to_owned()));
}
