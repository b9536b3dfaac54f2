//! PDF files written by hand: pages of drawing operators, a few fonts, nothing else.

use std::fmt::Write as _;
use std::io::Write as _;

/// A PDF file while it is written; its objects are numbered from 1.
pub struct Pdf {
    objects: Vec<Vec<u8>>,
}

/// The fonts every page has: `/F1` Chinese in UCS-2, `/F2` Chinese in GBK, `/F3` Helvetica; none is in the file.
const FONTS: &str = "/Font <</F1 3 0 R /F2 4 0 R /F3 5 0 R>>";

fn chinese(encoding: &str) -> String {
    format!(
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0\
         /BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500 814 907 500]>>]>>"
    )
}

impl Pdf {
    /// A document whose pages are drawn by these operators.
    pub fn of(pages: &[&str]) -> Self {
        Pdf::with(pages, "")
    }

    /// A document whose pages have more entries, such as `/Rotate 90`.
    pub fn with(pages: &[&str], entries: &str) -> Self {
        let kids: String = (0..pages.len()).map(|n| format!("{} 0 R ", 6 + 2 * n)).collect();
        let mut pdf = Pdf { objects: Vec::new() };
        pdf.object("<</Type/Catalog/Pages 2 0 R>>");
        pdf.object(&format!("<</Type/Pages/Count {}/Kids[{kids}]>>", pages.len()));
        pdf.object(&chinese("UniGB-UCS2-H"));
        pdf.object(&chinese("GBK-EUC-H"));
        pdf.object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        for (n, page) in pages.iter().enumerate() {
            let content = 7 + 2 * n;
            pdf.object(&format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<{FONTS}>>/Contents {content} 0 R{entries}>>"));
            pdf.stream("", page.as_bytes());
        }
        pdf
    }

    /// Appends an object and gives its number.
    pub fn object(&mut self, object: &str) -> usize {
        self.objects.push(object.as_bytes().to_vec());
        self.objects.len()
    }

    /// Appends a stream with these entries beside its length, and gives its number.
    pub fn stream(&mut self, entries: &str, data: &[u8]) -> usize {
        let mut object = format!("<<{entries}/Length {}>>\nstream\n", data.len()).into_bytes();
        object.extend_from_slice(data);
        object.extend_from_slice(b"\nendstream");
        self.objects.push(object);
        self.objects.len()
    }

    /// Puts another object in the place of one.
    pub fn replace(&mut self, number: usize, object: &str) {
        self.objects[number - 1] = object.as_bytes().to_vec();
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        self.bytes_with("")
    }

    /// The bytes of the file, with more entries in its trailer.
    pub fn bytes_with(&self, trailer: &str) -> Vec<u8> {
        let mut bytes = b"%PDF-1.5\n%\xe4\xe5\xe6\xe7\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.objects.len() + 1);
        for (n, object) in self.objects.iter().enumerate() {
            writeln!(table, "{:010} 00000 n ", bytes.len()).expect("writing to a string does not fail");
            writeln!(bytes, "{} 0 obj", n + 1).expect("writing to memory does not fail");
            bytes.extend_from_slice(object);
            bytes.extend_from_slice(b"\nendobj\n");
        }
        let start = bytes.len();
        let size = self.objects.len() + 1;
        write!(bytes, "{table}trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n").expect("writing to memory does not fail");
        bytes
    }
}

/// The operators that draw a text of 10 points here, from the lower left corner: one em for Chinese, half of one for the rest.
pub fn text(x: f32, y: f32, text: &str) -> String {
    let codes: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
    format!("BT /F1 10 Tf {x} {y} Td <{codes}> Tj ET\n")
}

/// The operators that rule a lattice between these places.
pub fn lattice(xs: &[f32], ys: &[f32]) -> String {
    let (left, right) = (xs[0], xs[xs.len() - 1]);
    let (low, high) = (ys[0], ys[ys.len() - 1]);
    let across = ys.iter().map(|y| format!("{left} {y} m {right} {y} l S\n"));
    let down = xs.iter().map(|x| format!("{x} {low} m {x} {high} l S\n"));
    across.chain(down).collect()
}
