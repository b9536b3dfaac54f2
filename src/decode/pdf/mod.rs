//! PDF documents: what their pages show, as lines and tables.
//!
//! The file as such (objects, tables of references, encryption, packed streams, the tree of pages, tables of characters) is read by the
//! crate `oxidize-pdf`; what the pages draw is read here, since only the place of every glyph and rule tells words, lines and cells.
//!
//! # What is bounded
//! - What the streams unpack to is measured before the foreign parser runs, together with how deep objects nest; one that has given
//!   16 MiB and will pass the limit if it goes on so is refused at once. Not measured are images, which nothing unpacks, streams packed
//!   otherwise than with Flate, streams packed twice, and those of encrypted files; each of these is bounded by the foreign parser
//!   alone, to 256 MiB.
//! - Operators, glyphs, rules and drawings within drawings are counted; a page that has more is cut off, with a diagnostic.
//! - The document is read on a thread of its own, that is waited for no longer than [`PATIENCE`] and [`PATIENCE_BY_MIB`] allow. The pages
//!   read until then are kept, with a diagnostic. A thread cannot be ended from outside: our own reading of pages stops when nobody
//!   waits any more, but a foreign parser that does not come to an end keeps its thread, and a processor, until the program ends.
//! - A panic of the foreign parser costs the page it happens on. Its message is printed by the panic hook of the program.

mod columns;
mod damage;
mod drawing;
mod file;
mod font;
mod lattice;
mod line;
mod matrix;
mod operators;
mod packed;
mod page;
mod path;
mod repair;
mod tabular;
mod turn;
mod writing;

use super::{Decoded, Decoding};
use crate::error::Error;
use damage::Damage;
use drawing::Painter;
use file::{File, Loss};
use page::Page;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{sync_channel, Receiver, RecvTimeoutError, SyncSender};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};
use writing::Writing;

/// What errors call the format.
const FORMAT: &str = "a PDF document";

/// How long the reading of any document may take. A report of 25 pages takes a hundredth of a second.
const PATIENCE: Duration = Duration::from_secs(4);

/// How much longer the reading may take for each MiB of the file.
const PATIENCE_BY_MIB: Duration = Duration::from_millis(250);

/// The stack of the reading thread: objects nest as deep as `packed` lets them, at less than 8 KiB each in a build without optimization.
const STACK: usize = 128 << 20;

/// How many pages are read ahead of being written down.
const PAGES_AHEAD: usize = 64;

/// The most pages read; the longest report seen has 214.
const MAX_PAGES: u32 = 20_000;

/// What the reading thread tells.
enum News {
    /// The document is open: how many pages it has, and its title.
    Open { pages: u32, title: Option<String> },
    /// A page, in order; what was lost of it.
    Page(Reading),
    /// The document cannot be opened.
    Closed(Error),
}

/// What came of a page.
#[derive(Debug)]
enum Reading {
    Read { page: Page, has_image: bool, lost: Option<Loss> },
    Failed { reason: String },
}

/// Reads the document.
pub(super) fn decode(bytes: &[u8], decoding: &Decoding) -> Result<Decoded, Error> {
    packed::check(bytes, decoding.limits.expanded)?;
    let deadline = Instant::now() + PATIENCE + PATIENCE_BY_MIB * (bytes.len() >> 20) as u32;
    let abandoned = Arc::new(AtomicBool::new(false));
    let news = start(bytes.to_vec(), decoding.limits.expanded, Arc::clone(&abandoned))?;
    let mut writing = Writing::new(&decoding.limits);
    writing.note_damage(Damage::of(bytes));
    let decoded = write_down(writing, &news, deadline);
    abandoned.store(true, Ordering::Relaxed);
    decoded
}

/// Starts the thread that reads the document and tells its news.
fn start(bytes: Vec<u8>, expanded: usize, abandoned: Arc<AtomicBool>) -> Result<Receiver<News>, Error> {
    let (told, news) = sync_channel(PAGES_AHEAD);
    let read = move || {
        let outcome = catch_unwind(AssertUnwindSafe(|| read(bytes, expanded, &told, &abandoned)));
        let closed = match outcome {
            Ok(Ok(())) => return,
            Ok(Err(error)) => error,
            Err(_) => damaged("the parser panicked on its structure"),
        };
        // Whoever asked may have gone: then nobody wants to know.
        let _ = told.send(News::Closed(closed));
    };
    let started = thread::Builder::new().name("pdf".to_owned()).stack_size(STACK).spawn(read);
    started.map(|_| news).map_err(|e| damaged(&format!("no thread to read it on: {e}")))
}

fn read(bytes: Vec<u8>, expanded: usize, told: &SyncSender<News>, abandoned: &AtomicBool) -> Result<(), Error> {
    let file = File::open(bytes, expanded)?;
    let pages = file.pages()?;
    let title = catch_unwind(AssertUnwindSafe(|| file.title())).unwrap_or(None);
    if told.send(News::Open { pages, title }).is_err() {
        return Ok(());
    }
    let painter = Painter::new(&file, abandoned);
    for index in 0..pages.min(MAX_PAGES) {
        let reading = catch_unwind(AssertUnwindSafe(|| read_page(&file, &painter, index)));
        let reading = reading.unwrap_or_else(|_| Reading::Failed { reason: "the parser panicked".to_owned() });
        if told.send(News::Page(reading)).is_err() || abandoned.load(Ordering::Relaxed) {
            return Ok(());
        }
    }
    Ok(())
}

fn read_page(file: &File, painter: &Painter, index: u32) -> Reading {
    match file.page(index) {
        Ok(page) => {
            let drawing = painter.draw(&page);
            Reading::Read { page: Page::read(&drawing), has_image: drawing.has_image, lost: drawing.lost }
        }
        Err(reason) => Reading::Failed { reason },
    }
}

/// Writes down the pages as they are told, until the last, or until the deadline has passed.
fn write_down(mut writing: Writing, news: &Receiver<News>, deadline: Instant) -> Result<Decoded, Error> {
    loop {
        match news.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(News::Open { pages, title }) => writing.open(pages, title),
            Ok(News::Page(reading)) => writing.page(reading),
            Ok(News::Closed(error)) => return Err(error),
            Err(RecvTimeoutError::Disconnected) => return writing.finish(),
            Err(RecvTimeoutError::Timeout) => {
                writing.interrupt();
                return writing.finish();
            }
        }
    }
}

fn damaged(reason: &str) -> Error {
    Error::Damaged { format: FORMAT, reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::decode::Decoding;
    use std::fmt::Write;

    /// A file of these objects, numbered from 1, the first of them the catalog and the last the properties.
    fn file(objects: &[&str]) -> String {
        let mut file = "%PDF-1.4\n".to_owned();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        for (n, object) in objects.iter().enumerate() {
            writeln!(table, "{:010} 00000 n ", file.len()).expect("writing to a string does not fail");
            write!(file, "{} 0 obj\n{object}\nendobj\n", n + 1).expect("writing to a string does not fail");
        }
        let (start, last) = (file.len(), objects.len());
        format!("{file}{table}trailer\n<</Size {}/Root 1 0 R/Info {last} 0 R>>\nstartxref\n{start}\n%%EOF\n", last + 1)
    }

    #[test]
    fn the_title_among_the_properties_is_kept_apart_from_the_text() {
        let fonts = "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>";
        let bytes = file(&[
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            &format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{fonts}/Contents 4 0 R>>"),
            "<</Length 36>>\nstream\nBT /F1 10 Tf 50 700 Td (12.30) Tj ET\nendstream",
            "<</Title <feff97526eaa53bf51b37b97>>>",
        ]);
        let decoded = decode(bytes.as_bytes(), &Decoding::default()).expect("the document is whole");
        assert_eq!((decoded.text.as_str(), decoded.content.title.as_deref()), ("12.30\n", Some("青溪县决算")));
    }
}
