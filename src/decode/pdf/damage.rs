//! Signs of damage to the file as a whole, told from its bytes: the foreign parser mends what it can and does not say what it lost.

use memchr::memmem::{self, Finder};

/// What the file says of itself that cannot be found in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Damage {
    /// Whether the end is missing, where the parts are listed: pages behind the cut are lost, and their number with them.
    pub(super) is_cut: bool,
    /// The most pages that a node of the tree of pages counts, where the list of parts cannot be trusted.
    pub(super) counted: Option<u32>,
}

/// Readers of PDF look for the end of the list in this many bytes.
const TAIL: usize = 2048;

impl Damage {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
        let start = memmem::rfind(tail, b"startxref").map(|at| &tail[at + b"startxref".len()..]);
        let is_listed = start.and_then(number).is_some_and(|at| lists_parts(bytes, at));
        Damage { is_cut: start.is_none(), counted: if is_listed { None } else { counted(bytes) } }
    }
}

/// Whether a list of the parts stands at a place: a table, or an object.
fn lists_parts(bytes: &[u8], at: u32) -> bool {
    let Some(list) = bytes.get(at as usize..).map(<[u8]>::trim_ascii_start) else { return false };
    let is_object = || list.iter().position(|b| *b == b'o').is_some_and(|o| o < 24 && list[o..].starts_with(b"obj") && number(list).is_some());
    list.starts_with(b"xref") || is_object()
}

/// The greatest number of pages that a node of the tree says to have below it; nodes in packed streams are not seen.
fn counted(bytes: &[u8]) -> Option<u32> {
    /// Bytes of a node before and behind its type that are searched for its count: lists of 500 pages have 5 KB.
    const AROUND: usize = 8 << 10;
    /// The most nodes that are looked at.
    const MOST: usize = 4096;
    let (count, object) = (Finder::new("/Count"), Finder::new("obj"));
    let node = |at: usize| {
        let before = &bytes[at.saturating_sub(AROUND)..at];
        let start = at - before.len() + memmem::rfind(before, b"obj").unwrap_or(0);
        let behind = &bytes[at..bytes.len().min(at + AROUND)];
        let end = at + object.find(behind).unwrap_or(behind.len());
        let place = count.find(&bytes[start..end])?;
        number(&bytes[start + place + b"/Count".len()..end])
    };
    let types = memmem::find_iter(bytes, b"/Pages").filter(|at| bytes[..*at].trim_ascii_end().ends_with(b"/Type"));
    types.take(MOST).filter_map(node).max()
}

/// The number at the start of some bytes, behind white space.
fn number(bytes: &[u8]) -> Option<u32> {
    let bytes = bytes.trim_ascii_start();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    std::str::from_utf8(&bytes[..digits]).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::Damage;

    const TREE: &str = "%PDF-1.4\n1 0 obj\n<</Type /Pages/Kids[3 0 R]/Count 25>>\nendobj\n2 0 obj<</Type/Outlines/Count 99>>endobj\n";

    #[track_caller]
    fn damage(end: &str) -> (bool, Option<u32>) {
        let Damage { is_cut, counted } = Damage::of(format!("{TREE}{end}").as_bytes());
        (is_cut, counted)
    }

    #[test]
    fn a_file_whose_list_of_parts_stands_where_it_says_is_whole() {
        let table = format!("xref\n0 1\ntrailer\n<<>>\nstartxref\n{}\n%%EOF", TREE.len());
        assert_eq!(damage(&table), (false, None));
        let stream = format!("7 0 obj\n<</Type/XRef>>\nstartxref\n{}\n%%EOF", TREE.len());
        assert_eq!(damage(&stream), (false, None));
    }

    #[test]
    fn pages_are_counted_where_the_list_of_parts_is_lost() {
        assert_eq!(damage("trailer\nstartxref\n99999\n%%EOF"), (false, Some(25)));
        assert_eq!(damage(""), (true, Some(25)));
    }
}
