//! HTML that was left in text: entities and comments.

/// What a piece of markup stands for, and its length in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Markup {
    /// The character meant; `None` for a comment.
    pub(super) meaning: Option<char>,
    /// Bytes of source it takes.
    pub(super) length: usize,
}

/// Named entities seen in pages of bureaus.
const NAMED: &[(&str, char)] = &[
    ("nbsp", ' '),
    ("shy", '\u{ad}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("middot", '·'),
    ("hellip", '…'),
    ("times", '×'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("permil", '‰'),
    ("le", '≤'),
    ("ge", '≥'),
    ("bull", '•'),
    ("apos", '\''),
];

/// The longest entity, `&thinsp;`, has eight bytes; a blank may stand behind the ampersand.
const LONGEST: usize = 10;

/// Reads an entity at the start of `text`.
///
/// ```ebnf
/// entity = "&" [ " " ] ( name | "#" digits | "#x" hexadecimal ) ";" ;
/// ```
/// Seen as `&nbsp;`, `&#40;` and, cut by a converter, `& #40;`.
pub(super) fn entity_maybe(text: &str) -> Option<Markup> {
    let window = &text.as_bytes()[..text.len().min(LONGEST + 2)];
    let end = memchr::memchr(b';', window)?;
    let name = std::str::from_utf8(&window[1..end]).ok()?.trim_start();
    let meaning = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => NAMED.iter().find(|(n, _)| *n == name)?.1,
    };
    Some(Markup { meaning: Some(meaning), length: end + 1 })
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control())
}

/// Comments longer than this are taken as text that happens to hold `<!--`.
const LONGEST_COMMENT: usize = 4096;

/// Reads an HTML comment at the start of `text`. Seen as `<!--[if !supportLists]-->`.
pub(super) fn comment_maybe(text: &str) -> Option<Markup> {
    let window = &text.as_bytes()[..text.len().min(LONGEST_COMMENT)];
    if !window.starts_with(b"<!--") {
        return None;
    }
    let end = memchr::memmem::find(window, b"-->")?;
    Some(Markup { meaning: None, length: end + 3 })
}
