//! PDF files that are damaged, or made to do harm: each is read or refused in time.

#![cfg(feature = "pdf")]

mod written_pdf;

use juesuan::{DiagnosticCode, Error, Options};
use std::io::Write;
use std::time::{Duration, Instant};
use written_pdf::{lattice, text, Pdf};

/// How long any file may take.
const LONGEST: Duration = Duration::from_secs(5);

/// What came of the file: its text, or the error.
#[track_caller]
fn read(what: &str, bytes: &[u8]) -> Result<String, Error> {
    let start = Instant::now();
    let outcome = Options::new().decode(bytes).map(|source| source.text().to_owned());
    assert!(start.elapsed() < LONGEST, "{what} took {:?}", start.elapsed());
    outcome
}

#[track_caller]
fn refused(what: &str, bytes: &[u8]) -> String {
    read(what, bytes).expect_err("there is nothing to read in it").to_string()
}

/// A report of three pages with a table and packed contents.
fn report() -> Vec<u8> {
    let prose: String = (0..20).map(|n| text(50.0, 750.0 - 20.0 * n as f32, "青溪县水利局2024年度收入总计1,234.56万元。")).collect();
    let rows: String = (0..10).map(|n| text(60.0, 705.0 - 20.0 * n as f32, "支出") + &text(160.0, 705.0 - 20.0 * n as f32, "12.30")).collect();
    let ys: Vec<f32> = (0..=10).map(|n| 720.0 - 20.0 * n as f32).collect();
    let table = lattice(&[50.0, 150.0, 250.0], &ys) + &rows;
    let mut pdf = Pdf::of(&[&prose, &table, ""]);
    let packed = packed(prose.as_bytes());
    let content = pdf.stream("/Filter/FlateDecode", &packed);
    let fonts = "/Resources<</Font<</F1 3 0 R>>>>";
    pdf.replace(10, &format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{fonts}/Contents {content} 0 R>>"));
    pdf.bytes()
}

fn packed(data: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(data).expect("writing to memory does not fail");
    packer.finish().expect("writing to memory does not fail")
}

/// Numbers by chance, the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// The file with one to eight damages: flipped and overwritten bytes, parts cut out, doubled or exchanged, the end cut off.
fn damaged(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut damaged = bytes.to_vec();
    for _ in 0..=chance.below(8) {
        let at = chance.below(damaged.len());
        let length = chance.below(64).min(damaged.len() - at);
        match chance.below(7) {
            0 => damaged[at] ^= 1 << chance.below(8),
            1 => damaged[at] = chance.below(256) as u8,
            2 => drop(damaged.drain(at..at + length)),
            3 => damaged.extend_from_within(at..at + length),
            4 => damaged[at..at + length].fill(b'9'),
            5 => damaged[at..at + length].reverse(),
            _ => damaged.truncate(damaged.len() - damaged.len() / (2 + chance.below(30))),
        }
        if damaged.is_empty() {
            break;
        }
    }
    damaged
}

#[test]
fn five_hundred_damaged_files_are_read_or_refused() {
    let whole = report();
    let expected = read("the whole file", &whole).expect("it is whole");
    assert_eq!(expected.matches("1,234.56").count(), 40);
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut readable = 0;
    for n in 0..500 {
        let bytes = damaged(&whole, &mut chance);
        readable += usize::from(read(&format!("file {n}"), &bytes).is_ok_and(|t| t.contains("1,234.56")));
    }
    assert!(readable >= 300, "only {readable} of 500 damaged files still give an amount");
}

#[test]
fn a_stream_that_unpacks_to_two_gibibytes_is_refused() {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let blank = vec![b' '; 1 << 20];
    for _ in 0..256 {
        packer.write_all(&blank).expect("writing to memory does not fail");
    }
    let bomb = packer.finish().expect("writing to memory does not fail");
    for entries in ["/Filter/FlateDecode", "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", "/Filter/Fl"] {
        let mut pdf = Pdf::of(&["BT ET"]);
        let number = pdf.stream(entries, &bomb);
        pdf.replace(6, &format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {number} 0 R>>"));
        let expected = Error::ExpandsTooFar { format: "a PDF document", limit: juesuan::DEFAULT_MAX_EXPANDED_BYTES };
        assert_eq!(read(entries, &pdf.bytes()), Err(expected));
    }
}

#[test]
fn a_stream_that_is_packed_twice_is_cut_off() {
    let twice = packed(&packed(&vec![b' '; 100 << 20]));
    let mut pdf = Pdf::of(&[&text(50.0, 700.0, "收入"), ""]);
    let number = pdf.stream("/Filter[/FlateDecode/FlateDecode]", &twice);
    pdf.replace(8, &format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {number} 0 R>>"));
    assert_eq!(read("packed twice", &pdf.bytes()), Ok("收入\n\x0c".to_owned()));
}

#[test]
fn a_tree_of_pages_that_holds_itself_comes_to_an_end() {
    let mut pdf = Pdf::of(&[&text(50.0, 700.0, "收入")]);
    pdf.replace(2, "<</Type/Pages/Count 3/Kids[2 0 R 6 0 R 2 0 R]>>");
    let text = read("a tree that holds itself", &pdf.bytes()).expect("one page can be reached");
    assert_eq!(text.matches("收入").count(), 1);
    pdf.replace(2, "<</Type/Pages/Count 3/Kids[2 0 R]>>");
    refused("a tree of itself alone", &pdf.bytes());
}

#[test]
fn the_pages_are_found_without_a_table_of_references() {
    let whole = report();
    let table = whole.windows(5).rposition(|w| w == b"xref\n").expect("there is a table");
    let text = read("no table", &whole[..table]).expect("the objects are all there");
    assert_eq!(text.matches("1,234.56").count(), 40);
    let mut lying = Pdf::of(&[&text_of_one_line()]).bytes();
    let start = lying.windows(9).rposition(|w| w == b"startxref").expect("there is a pointer");
    lying.truncate(start);
    lying.extend_from_slice(b"startxref\n99999999\n%%EOF\n");
    assert_eq!(read("a pointer behind the end", &lying), Ok("收入\n".to_owned()));
}

fn text_of_one_line() -> String {
    text(50.0, 700.0, "收入")
}

#[test]
fn counts_that_nothing_bears_out_cost_nothing() {
    let mut pdf = Pdf::of(&[&text_of_one_line()]);
    pdf.replace(2, "<</Type/Pages/Count 999999999/Kids[6 0 R]>>");
    assert_eq!(read("pages", &pdf.bytes()).map(|t| t.lines().next().map(str::to_owned)), Ok(Some("收入".to_owned())));
    let sized = String::from_utf8_lossy(&Pdf::of(&[&text_of_one_line()]).bytes()).replace("/Size 8", "/Size 2000000000");
    let sized = sized.replace("xref\n0 8", "xref\n0 2000000000");
    assert_eq!(read("objects", sized.as_bytes()), Ok("收入\n".to_owned()));
}

#[test]
fn objects_that_nest_without_end_are_refused() {
    for open in ["[", "<</A"] {
        let mut pdf = Pdf::of(&[&text_of_one_line()]);
        pdf.object(&open.repeat(200_000));
        pdf.replace(2, "<</Type/Pages/Count 1/Kids 8 0 R>>");
        let reason = "damaged: a PDF document cannot be read: objects nest deeper than 10000, expected a page tree";
        assert_eq!(refused(open, &pdf.bytes()), reason);
        pdf.replace(8, &open.repeat(9_900));
        refused(open, &pdf.bytes());
    }
}

#[test]
fn contents_that_nest_without_end_are_read_past() {
    let content = format!("{}\n{}", "[<<(".repeat(100_000), text_of_one_line());
    refused("one string to the end", &Pdf::of(&[&content]).bytes());
    let content = format!("{}{}", "q ".repeat(1_000_000), text_of_one_line());
    assert_eq!(read("states saved without end", &Pdf::of(&[&content]).bytes()), Ok("收入\n".to_owned()));
}

#[test]
fn drawings_that_draw_each_other_twice_are_cut_off() {
    let mut pdf = Pdf::of(&["/X0 Do"]);
    let names: String = (0..30).map(|n| format!("/X{n} {} 0 R", 8 + n)).collect();
    let resources = format!("/Resources<</Font<</F1 3 0 R>>/XObject<<{names}>>>>");
    for n in 0..30 {
        pdf.stream(&format!("/Subtype/Form{resources}"), format!("/X{0} Do /X{0} Do {1}", n + 1, text_of_one_line()).as_bytes());
    }
    pdf.replace(6, &format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{resources}/Contents 7 0 R>>"));
    let text = read("drawings", &pdf.bytes()).expect("the drawings hold text");
    assert_eq!(text.lines().next(), Some("收入"));
}

#[test]
fn a_million_rules_and_glyphs_are_cut_off() {
    let mut rules = String::new();
    for n in 0..30_000 {
        let (x, y) = (n as f32 * 0.02, n as f32 * 0.026);
        rules += &format!("{x} 0 m {x} 800 l S 0 {y} m 600 {y} l S\n");
    }
    rules += &text(50.0, 700.0, "收入");
    assert_eq!(read("rules", &Pdf::of(&[&rules]).bytes()), Ok("收入\n".to_owned()));
    let mut glyphs = "BT /F3 1 Tf\n".to_owned();
    for n in 0..300 {
        glyphs += &format!("1 0 0 1 0 {} Tm ({}) Tj\n", n * 2, "1".repeat(1000));
    }
    let text = read("glyphs", &Pdf::of(&[&glyphs]).bytes()).expect("there is text");
    assert_eq!(text.matches('1').count(), 200_000);
}

#[test]
fn a_password_that_is_not_empty_is_asked_for() {
    // A user key that no empty password opens: 32 bytes that are not what the standard derives.
    let key = "00".repeat(32);
    let encrypt = format!("/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{key}>/U<{key}>>>/ID[<{0}><{0}>]", "00".repeat(16));
    let mut pdf = Pdf::of(&[&text_of_one_line()]);
    let number = pdf.object(encrypt.strip_prefix("/Encrypt").and_then(|e| e.split("/ID").next()).expect("it has both"));
    let id = format!("/Encrypt {number} 0 R/ID[<{0}><{0}>]", "00".repeat(16));
    assert_eq!(read("a password", &pdf.bytes_with(&id)), Err(Error::Encrypted { format: "a PDF document" }));
}

#[test]
fn pages_that_a_damaged_file_counts_and_does_not_show_are_told() {
    let whole = include_bytes!("../corpus/formats/forestry-2023.pdf").as_slice();
    // From the object of the fifth page some 400 bytes are missing, so that the list of parts points behind what it lists.
    let at = places(whole, b"/Type/Page/").nth(4).expect("the document has nine pages");
    let damaged = [&whole[..at - 20], &whole[at + 380..]].concat();
    let report = Options::new().parse(&damaged).expect("most pages are left");
    let messages: Vec<&str> = report.diagnostics.iter().filter(|d| d.code == DiagnosticCode::ContentDamaged).map(|d| d.message.as_str()).collect();
    assert_eq!(messages, ["文件已损坏，记有9页，只找到5页"]);
}

/// Where some bytes stand.
fn places<'a>(bytes: &'a [u8], part: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    bytes.windows(part.len()).enumerate().filter(move |(_, window)| *window == part).map(|(at, _)| at)
}
