//! Damaged and hostile workbooks give text or an error that names the cause, soon and in little memory.
#![cfg(feature = "sheet")]

mod mutation;

use juesuan::{Error, Format, Options, DEFAULT_MAX_EXPANDED_BYTES};
use mutation::{damaged, peak_memory, read_in_time, Random, LONGEST, MOST_MEMORY};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::time::Instant;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const ODS: &[u8] = include_bytes!("../corpus/formats/sheet-report.ods");
const XLSX: &[u8] = include_bytes!("../corpus/formats/sheet-report.xlsx");
const XLS: &[u8] = include_bytes!("../corpus/formats/sheet-report.xls");

/// Damaged files of each format.
const FILES: u64 = 500;

/// How files ended: read, or the first word of the error.
fn ends(bytes: &[u8], name: &str, file: impl Fn(&[u8], &mut Random) -> Vec<u8>) -> BTreeMap<String, usize> {
    let mut ends = BTreeMap::new();
    for seed in 0..FILES {
        let end = match read_in_time(&file(bytes, &mut Random::new(seed)), &format!("{name} {seed}")) {
            Ok(_) => "read".to_owned(),
            Err(error) => error.to_string().split(':').next().unwrap_or_default().to_owned(),
        };
        *ends.entry(end).or_insert(0) += 1;
    }
    ends
}

/// The parts of an archive, with one of them damaged.
fn damaged_part(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("the file is well-formed");
    let parts: Vec<(String, Vec<u8>)> = (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).expect("the file is well-formed");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("the file is well-formed");
            (part.name().to_owned(), content)
        })
        .collect();
    let cells: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].0.ends_with(".xml") && parts[*at].1.len() > 500).collect();
    let chosen = cells[random.below(cells.len())];
    let damage = |at: usize, content: &[u8], random: &mut Random| if at == chosen { damaged(content, random) } else { content.to_vec() };
    packed(parts.iter().enumerate().map(|(at, (name, content))| (name.as_str(), damage(at, content, random))))
}

fn packed<'a>(parts: impl Iterator<Item = (&'a str, Vec<u8>)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let method = if name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(name, SimpleFileOptions::default().compression_method(method)).expect("parts have names of their own");
        zip.write_all(&content).expect("memory takes what is written");
    }
    zip.finish().expect("memory takes what is written").into_inner()
}

/// All ends are among those that damaged bytes may have, and `least` files at least are read.
#[track_caller]
fn ended_well(ends: &BTreeMap<String, usize>, least: usize) {
    const ALLOWED: [&str; 6] = ["read", "damaged", "not a report", "not text", "encrypted", "no text"];
    assert!(ends.keys().all(|end| ALLOWED.contains(&end.as_str())) && ends.get("read").copied().unwrap_or(0) >= least, "{ends:?}");
    assert!(peak_memory() < MOST_MEMORY, "{} KiB", peak_memory());
}

#[test]
fn damaged_excel_workbooks_are_read_or_refused() {
    ended_well(&ends(XLSX, "xlsx", damaged), 50);
}

#[test]
fn excel_workbooks_with_a_damaged_part_are_read_or_refused() {
    ended_well(&ends(XLSX, "xlsx part", damaged_part), 450);
}

#[test]
fn damaged_open_document_spreadsheets_are_read_or_refused() {
    ended_well(&ends(ODS, "ods", damaged), 50);
}

#[test]
fn open_document_spreadsheets_with_a_damaged_part_are_read_or_refused() {
    ended_well(&ends(ODS, "ods part", damaged_part), 400);
}

#[test]
fn damaged_excel_97_workbooks_are_read_or_refused() {
    ended_well(&ends(XLS, "xls", damaged), 100);
}

/// An Excel workbook with one sheet.
fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    let parts = [
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Sheet1\" r:id=\"a\"/></sheets></workbook>".to_owned()),
        ("xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"a\" Type=\"t/worksheet\" Target=\"worksheets/sheet1.xml\"/></R>".to_owned()),
        ("xl/sharedStrings.xml", strings.to_owned()),
        ("xl/worksheets/sheet1.xml", format!("<worksheet>{sheet}</worksheet>")),
    ];
    packed(parts.into_iter().map(|(name, content)| (name, content.into_bytes())))
}

#[test]
fn a_sheet_that_claims_a_million_rows_costs_what_it_holds() {
    let rows = "<sheetData><row r=\"1\"><c r=\"A1\"><v>46.5</v></c><c r=\"B1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>12.5</v></c></row></sheetData>";
    let claim = format!("<dimension ref=\"A1:XFD1048576\"/>{rows}<mergeCells><mergeCell ref=\"B2:XFD1048575\"/></mergeCells>");
    let source = read_in_time(&workbook(&claim, "<sst uniqueCount=\"99999999999\"/>"), "a claim").expect("the sheet is well-formed");
    assert_eq!((source.text(), source.info().format), ("46.5\t1\t\n\t\t12.5\n", Format::Xlsx));
}

/// Cells read in the test of their limit; without optimisation a cell takes 25 µs.
const SOME_CELLS: usize = if cfg!(debug_assertions) { 50_000 } else { 1_000_000 };

#[test]
fn many_cells_stop_at_the_limit() {
    let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(1000));
    let book = workbook(&format!("<sheetData>{}</sheetData>", row.repeat(SOME_CELLS / 800)), "");
    let start = Instant::now();
    let source = Options::new().max_cells(SOME_CELLS).decode(&book).expect("it is read up to the limit");
    assert!(start.elapsed() < LONGEST, "it took {:?}", start.elapsed());
    let cells: usize = source.grids().iter().map(|grid| grid.cells.len()).sum();
    assert_eq!(cells, SOME_CELLS);
    assert!(peak_memory() < MOST_MEMORY, "{} KiB", peak_memory());
}

#[test]
fn a_bomb_is_refused() {
    let sheet = " ".repeat(DEFAULT_MAX_EXPANDED_BYTES + 1);
    let bomb = workbook(&sheet, "");
    let refused = Error::ExpandsTooFar { format: "an Excel workbook", limit: DEFAULT_MAX_EXPANDED_BYTES };
    assert_eq!(read_in_time(&bomb, "a bomb"), Err(refused.clone()));
    // The list of parts may lie about their sizes.
    let size = u32::try_from(sheet.len() + "<worksheet></worksheet>".len()).expect("it is far below 4 GiB").to_le_bytes();
    let lie = replaced(&bomb, &size, &[1, 0, 0, 0]);
    assert_eq!(read_in_time(&lie, "a bomb that lies"), Err(refused));
}

fn replaced(bytes: &[u8], from: &[u8; 4], to: &[u8; 4]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let found: Vec<usize> = out.windows(4).enumerate().filter(|(_, window)| window == from).map(|(at, _)| at).collect();
    assert!(!found.is_empty(), "the size stands in the archive");
    for at in found {
        out[at..at + 4].copy_from_slice(to);
    }
    out
}

#[test]
fn entities_and_links_to_other_files_are_not_followed() {
    let sheet = "<!DOCTYPE x [<!ENTITY a \"1\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]><sheetData><row><c t=\"inlineStr\"><is><t>&b;&f;&#x4e2d;</t></is></c></row></sheetData>";
    let source = Options::new().decode(&workbook(sheet, "")).expect("the sheet is well-formed but for its entities");
    assert_eq!(source.text(), "&b;&f;中\n");
}
