//! Tabs at the start of paragraphs: cells of a table that was typed, or white space before text.
//!
//! A performance table of a text form has one cell a line, each behind a tab. Word knows the same paragraphs, and with them the tabs that
//! indent a paragraph, a heading, a signature or an entry of a typed table of contents. All of them are kept until the text is whole; then
//! those that part no cells become blanks.

use crate::source::Content;

/// The least cells: a signature has two lines behind tabs, the smallest table that was seen typed so has six.
const FEWEST: usize = 4;

/// The longest text of a cell in characters but for prose: names, amounts and indicators.
const LONGEST: usize = 40;

/// The text with blanks for the tabs at the starts of lines that part no cells; all else stays in its place.
pub(super) fn settled(text: String, content: &Content) -> String {
    if !text.starts_with('\t') && memchr::memmem::find(text.as_bytes(), b"\n\t").is_none() && !text.contains("\x0c\t") {
        return text;
    }
    let mut blanks = Vec::new();
    let mut run = Run::default();
    for (start, line) in lines(&text, content) {
        let heads = content.headings.binary_search_by_key(&start, |mark| mark.span.start).is_ok();
        match line.strip_prefix('\t') {
            Some(cell) if !heads => run.add(start, cell),
            Some(_) => blanks.push(start),
            None if line.trim().is_empty() || !run.follows_line && line.chars().count() <= LONGEST && !is_labelled(line) => {
                run.follows_line = !line.trim().is_empty()
            }
            None => run.end(&mut blanks),
        }
    }
    run.end(&mut blanks);
    let mut bytes = text.into_bytes();
    for at in blanks {
        bytes[at] = b' ';
    }
    String::from_utf8(bytes).expect("a blank for a tab leaves UTF-8 as it was")
}

/// The lines outside of grids, with their places; form feeds at their starts are left out.
fn lines<'t>(text: &'t str, content: &'t Content) -> impl Iterator<Item = (usize, &'t str)> {
    let mut grids = content.grids.iter().peekable();
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        while grids.next_if(|grid| grid.span.end <= start).is_some() {}
        let within = grids.peek().is_some_and(|grid| grid.span.start < at);
        let shown = line.trim_start_matches('\x0c');
        (!within).then(|| (start + line.len() - shown.len(), shown.trim_end_matches('\n')))
    })
}

/// Lines behind tabs that follow each other, blank lines and single short ones between them.
#[derive(Default)]
struct Run {
    starts: Vec<usize>,
    /// How many of them are as short as cells are, and no headings.
    brief: usize,
    /// Whether the last line stands behind no tab, and is not blank.
    follows_line: bool,
}

impl Run {
    fn add(&mut self, start: usize, cell: &str) {
        self.starts.push(start);
        self.brief += usize::from(cell.chars().count() <= LONGEST && !cell.ends_with(['。', '；']) && !is_labelled(cell));
        self.follows_line = false;
    }

    /// Ends the run; the tabs of one that is no table go to `blanks`.
    fn end(&mut self, blanks: &mut Vec<usize>) {
        let run = std::mem::take(self);
        if run.starts.len() < FEWEST || run.brief * 2 <= run.starts.len() {
            blanks.extend(run.starts);
        }
    }
}

/// Whether a text starts as headings do: `一、`, `（二）`, `3.`, `第四部分`.
fn is_labelled(text: &str) -> bool {
    let text = text.trim_start();
    let inner = text.trim_start_matches(['第', '（', '(']);
    let behind = inner.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let counted = behind.len() < inner.len();
    let closed = behind.starts_with(['、', '．', '）', ')', '部', '章', '节']) && !(behind.starts_with('部') && inner.len() == text.len());
    counted && (closed || behind.starts_with('.') && !behind[1..].starts_with(|c: char| c.is_ascii_digit()))
}
