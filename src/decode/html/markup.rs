//! The marks of a page one by one: text, tags, and what is neither.

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark<'a> {
    /// Characters between tags, with their entities.
    Text(&'a str),
    Start(Tag<'a>),
    /// An end tag by its name as written.
    End(&'a str),
    /// A comment, a declaration, a directive of a server page: not shown.
    Unseen,
}

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Tag<'a> {
    /// As written.
    pub(super) name: &'a str,
    /// The text between the name and the closing bracket.
    pub(super) attributes: &'a str,
}

/// Reads a page from front to back, each byte a bounded number of times.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Closings that were looked for and do not come any more, so that they are not looked for again.
    absent: Vec<&'static str>,
    /// Names whose end tags do not come any more.
    endless: Vec<String>,
    /// Bytes that may still be read in search of the end of tags with unclosed quotes.
    patience: usize,
}

/// A tag with quotes that has more bytes than this ends at its first `>`: one quote is missing, or it carries an image.
const LONGEST_TAG: usize = 64 << 10;

/// Bytes that are read in vain at most.
const PATIENCE: usize = 16 << 20;

/// What is not shown, by its opening and its closing. Of two that fit, the first counts. The empty row that Word and Excel put behind
/// a table for old browsers is not shown either.
const UNSEEN: &[(&str, &str)] =
    &[("<!--", "-->"), ("<![if !supportMisalignedColumns]>", "<![endif]>"), ("<%", "%>"), ("<?php", "?>"), ("<?", ">"), ("<!", ">")];

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Reader { text, at: 0, absent: Vec::new(), endless: Vec::new(), patience: PATIENCE }
    }

    /// The next mark; `None` at the end.
    pub(super) fn next(&mut self) -> Option<Mark<'a>> {
        let rest = &self.text[self.at..];
        let first = memchr::memchr(b'<', rest.as_bytes());
        match first {
            None if rest.is_empty() => None,
            Some(0) => Some(self.marked().unwrap_or_else(|| self.text_to(1))),
            first => Some(self.text_to(first.unwrap_or(rest.len()))),
        }
    }

    /// The text to the end tag of `name`, which is passed over; `None` without one, and nothing is passed over.
    pub(super) fn raw(&mut self, name: &str) -> Option<&'a str> {
        if self.endless.iter().any(|n| n == name) {
            return None;
        }
        let mut from = self.at;
        while let Some(found) = memchr::memmem::find(&self.text.as_bytes()[from..], b"</") {
            let at = from + found;
            let behind = &self.text.as_bytes()[at + 2..];
            let named = behind.len() >= name.len() && behind[..name.len()].eq_ignore_ascii_case(name.as_bytes());
            if named && behind.get(name.len()).is_none_or(|b| !b.is_ascii_alphanumeric()) {
                let raw = &self.text[self.at..at];
                self.at = at;
                self.end_tag();
                return Some(raw);
            }
            from = at + 2;
        }
        self.endless.push(name.to_owned());
        None
    }

    /// Passes over the rest.
    pub(super) fn finish(&mut self) {
        self.at = self.text.len();
    }

    fn text_to(&mut self, length: usize) -> Mark<'a> {
        let start = self.at;
        self.at += length;
        Mark::Text(&self.text[start..self.at])
    }

    /// What an opening bracket opens; `None` if it is a character of the text.
    fn marked(&mut self) -> Option<Mark<'a>> {
        let rest = &self.text.as_bytes()[self.at..];
        match rest.get(1)? {
            b'a'..=b'z' | b'A'..=b'Z' => self.start_tag(),
            b'/' => self.end_tag(),
            b'!' | b'?' | b'%' => self.unseen(),
            _ => None,
        }
    }

    fn end_tag(&mut self) -> Option<Mark<'a>> {
        let rest = &self.text[self.at + 2..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let end = self.closing(rest, ">")?;
        let name = &rest[..rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(end)];
        self.at += 2 + end + 1;
        Some(Mark::End(name))
    }

    /// A comment without an end ends at its first `>`, as it did in browsers before HTML 5: better a stray mark in the text
    /// than the rest of the report lost.
    fn unseen(&mut self) -> Option<Mark<'a>> {
        let rest = &self.text[self.at..];
        let (open, close) = UNSEEN.iter().find(|(open, _)| rest.starts_with(open))?;
        // `<!-->` is a comment of its own.
        let from = if *open == "<!--" { 2 } else { open.len() };
        let end = match self.closing(&rest[from..], close) {
            Some(at) => from + at + close.len(),
            None if open.starts_with("<!") => self.closing(rest, ">")? + 1,
            None => return None,
        };
        self.at += end;
        Some(Mark::Unseen)
    }

    /// Where a closing comes next in `rest`, which reaches to the end of the page.
    fn closing(&mut self, rest: &str, close: &'static str) -> Option<usize> {
        if self.absent.contains(&close) {
            return None;
        }
        let found = match close.as_bytes() {
            [byte] => memchr::memchr(*byte, rest.as_bytes()),
            close => memchr::memmem::find(rest.as_bytes(), close),
        };
        if found.is_none() {
            self.absent.push(close);
        }
        found
    }

    fn start_tag(&mut self) -> Option<Mark<'a>> {
        let rest = &self.text[self.at + 1..];
        let name = &rest[..rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(rest.len())];
        let end = match self.quoted_end(&rest[name.len()..]) {
            Some(end) => end,
            None => match self.closing(&rest[name.len()..], ">") {
                Some(end) => end,
                None => return self.cut_tag(rest),
            },
        };
        self.at += 1 + name.len() + end + 1;
        Some(Mark::Start(Tag { name, attributes: &rest[name.len()..name.len() + end] }))
    }

    /// A tag that the end of the file cuts is no text; what is too long for a tag is.
    fn cut_tag(&mut self, rest: &str) -> Option<Mark<'a>> {
        const LONGEST_CUT: usize = 512;
        (rest.len() <= LONGEST_CUT).then(|| {
            self.finish();
            Mark::Unseen
        })
    }

    /// The end of a tag whose quoted values may hold `>`; `None` if none comes within reach.
    fn quoted_end(&mut self, attributes: &str) -> Option<usize> {
        let bytes = attributes.as_bytes();
        let reach = bytes.len().min(LONGEST_TAG).min(self.patience);
        let mut at = 0;
        while let Some(found) = bytes[at..reach].iter().position(|b| matches!(b, b'>' | b'"' | b'\'')) {
            at += found;
            if bytes[at] == b'>' {
                return Some(at);
            }
            // Only a quote behind `=` opens a value.
            let opens = bytes[..at].iter().rev().find(|b| !b.is_ascii_whitespace()) == Some(&b'=');
            at += 1 + if opens { memchr::memchr(bytes[at], &bytes[at + 1..reach]).map_or(reach, |end| end + 1) } else { 0 };
            if at >= reach {
                break;
            }
        }
        self.patience -= reach;
        None
    }
}

impl<'a> Tag<'a> {
    /// The attributes in order, names as written; values without their quotes, with their entities.
    pub(super) fn values(&self) -> Values<'a> {
        Values { rest: self.attributes }
    }

    /// Whether the tag closes itself, as in XML: `<td/>`.
    pub(super) fn closes_itself(&self) -> bool {
        self.attributes.ends_with('/')
    }
}

/// The attributes of a tag.
#[derive(Debug)]
pub(super) struct Values<'a> {
    rest: &'a str,
}

/// An attribute.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    /// Empty without a value.
    pub(super) value: &'a str,
}

impl<'a> Iterator for Values<'a> {
    type Item = Attribute<'a>;

    fn next(&mut self) -> Option<Attribute<'a>> {
        let rest = self.rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let named = rest.bytes().skip(1).position(|b| b.is_ascii_whitespace() || matches!(b, b'=' | b'/'));
        let name = named.and_then(|at| rest.get(..at + 1)).unwrap_or(rest);
        let behind = &rest[name.len()..];
        let Some(value) = behind.trim_start_matches(|c: char| c.is_ascii_whitespace()).strip_prefix('=') else {
            self.rest = behind;
            return Some(Attribute { name, value: "" });
        };
        let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, rest) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        self.rest = rest;
        Some(Attribute { name, value })
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, Reader};

    #[track_caller]
    fn shown(page: &str) -> String {
        let mut reader = Reader::new(page);
        let mut out = String::new();
        while let Some(mark) = reader.next() {
            match mark {
                Mark::Text(text) => out.push_str(text),
                Mark::Start(tag) => {
                    let values: Vec<String> = tag.values().map(|a| format!(" {}={}", a.name, a.value)).collect();
                    out.push_str(&format!("[{}{}]", tag.name, values.concat()));
                }
                Mark::End(name) => out.push_str(&format!("[/{name}]")),
                Mark::Unseen => out.push('*'),
            }
        }
        out
    }

    #[test]
    fn values_stand_in_quotes_or_without() {
        assert_eq!(shown("<td colspan=2 class='a b' id = \"x>y\" nowrap/>1"), "[td colspan=2 class=a b id=x>y nowrap=]1");
    }

    #[test]
    fn a_tag_with_an_unclosed_quote_ends_at_its_first_bracket() {
        assert_eq!(shown("<p class=\"a>收入<b>10万元"), "[p class=a]收入[b]10万元");
    }

    #[test]
    fn comments_directives_and_declarations_are_not_shown() {
        assert_eq!(shown("<%@ page a=\">\" %><!doctype html><?xml version='1.0'?><!--[if !x]-->一、<!--[endif]--><!-->二"), "****一、**二");
    }

    #[test]
    fn an_unclosed_comment_ends_at_its_first_bracket() {
        assert_eq!(shown("<!-- 正文 <p>收入<p>支出"), "*收入[p]支出");
    }

    #[test]
    fn a_bracket_before_a_number_is_text() {
        assert_eq!(shown("增长<3%，支出<收入</p>< p>"), "增长<3%，支出<收入[/p]< p>");
    }

    #[test]
    fn a_tag_cut_by_the_end_of_the_file_is_not_shown() {
        assert_eq!(shown("收入<td cla"), "收入*");
    }
}
