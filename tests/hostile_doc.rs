//! Damaged Word 97 documents give text or an error that names the cause, soon and in little memory.
#![cfg(feature = "doc")]

mod mutation;

use mutation::{damaged, peak_memory, read_in_time, Random, MOST_MEMORY};

const DOC: &[u8] = include_bytes!("../corpus/formats/doc-report.doc");

#[test]
fn damaged_word_97_documents_are_read_or_refused() {
    const ALLOWED: [&str; 5] = ["damaged", "not a report", "not text", "encrypted", "no text"];
    let mut read = 0;
    for seed in 0..500 {
        match read_in_time(&damaged(DOC, &mut Random::new(seed)), &format!("doc {seed}")) {
            Ok(_) => read += 1,
            Err(error) => assert!(ALLOWED.iter().any(|kind| error.to_string().starts_with(kind)), "doc {seed}: {error}"),
        }
    }
    assert!(read >= 100, "{read} of 500 are read");
    assert!(peak_memory() < MOST_MEMORY, "{} KiB", peak_memory());
}
