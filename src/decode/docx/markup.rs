//! XML as a row of opened and closed elements: names resolved, damage survived, entities never followed.

use super::namespace::{Namespace, Scope};
use memchr::memmem::Finder;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::Event;
use quick_xml::Reader;
use std::borrow::Cow;

/// What stands next in a part.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mark<'a> {
    /// An element starts. Each one is closed, at the latest at the end of the part.
    Open(Tag<'a>),
    /// The element that was opened last and is still open ends.
    Close,
    /// Characters without references.
    Text(&'a str),
    /// A character reference or one of the five entities of XML itself.
    Character(char),
    /// An entity that the part declares itself; what it stands for is never looked up.
    Entity(&'a str),
}

/// The opening tag of an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'a> {
    content: &'a str,
    /// The length of the name with its prefix.
    name: usize,
    /// The length of the prefix with its colon.
    prefix: usize,
    pub(super) namespace: Namespace,
}

impl<'a> Tag<'a> {
    /// The name without its prefix.
    pub(super) fn local(&self) -> &'a str {
        &self.content[self.prefix..self.name]
    }

    /// Whether the tag says that white space at the ends of its text counts.
    pub(super) fn preserves_space(&self) -> bool {
        self.attributes().any(|(key, value)| key == "xml:space" && value == "preserve")
    }

    /// The attributes as they are written.
    fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut attributes = Attributes::new(self.content, self.name);
        attributes.with_checks(false);
        attributes.filter_map(Result::ok).filter_map(|attribute| {
            let Cow::Borrowed(value) = attribute.value else { return None };
            Some((std::str::from_utf8(attribute.key.0).ok()?, std::str::from_utf8(value).ok()?))
        })
    }
}

/// What is wrong with a part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Condition {
    /// Tags that do not fit, or are no tags.
    pub(super) damaged: bool,
    /// It ends inside an element.
    pub(super) cut: bool,
    /// Elements nest deeper than [`GREATEST_DEPTH`]; what lies behind is not read.
    pub(super) too_deep: bool,
}

/// Elements that may be open at once; those of Word reach 60. 20,000 nested tables open 60,000 and are read as text.
const GREATEST_DEPTH: usize = 1 << 18;

/// How often reading starts again behind something that is no markup.
const RESTARTS: usize = 32;

/// Bytes that reading may start again before, all restarts together: each one may search the rest of the part.
const REREAD: usize = 64 << 20;

/// Open elements that a closing tag is looked for among, when it does not close the last one.
const UNCLOSED: usize = 16;

/// Reads a part from its start to its end.
pub(super) struct Markup<'a> {
    xml: &'a str,
    reader: Reader<&'a [u8]>,
    /// Where the reader started in the part.
    base: usize,
    restarts: usize,
    /// Bytes that stood behind the places where reading started again.
    reread: usize,
    open: Vec<&'a str>,
    /// Elements to close before reading on.
    closing: usize,
    scope: Scope<'a>,
    /// What each declaration of a namespace starts with.
    declaration: Finder<'static>,
    condition: Condition,
}

impl<'a> Markup<'a> {
    pub(super) fn new(xml: &'a str) -> Self {
        Markup {
            xml,
            reader: lenient(xml),
            base: 0,
            restarts: 0,
            reread: 0,
            open: Vec::new(),
            closing: 0,
            scope: Scope::default(),
            declaration: Finder::new(b"xmlns"),
            condition: Condition::default(),
        }
    }

    /// What was found wrong so far.
    pub(super) fn condition(&self) -> Condition {
        self.condition
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// What stands next; `None` at the end, when all elements are closed.
    pub(super) fn next(&mut self) -> Option<Mark<'a>> {
        loop {
            if self.closing > 0 {
                self.closing -= 1;
                self.open.pop();
                self.scope.leave(self.open.len());
                return Some(Mark::Close);
            }
            match self.reader.read_event() {
                Ok(Event::Start(tag)) => return self.opened(&tag, tag.name().as_ref().len()),
                Ok(Event::Empty(tag)) => {
                    let opened = self.opened(&tag, tag.name().as_ref().len());
                    self.closing = self.closing.max(1);
                    return opened;
                }
                Ok(Event::End(tag)) => self.closed(tag.name().as_ref()),
                Ok(Event::Text(text)) => return Some(Mark::Text(self.borrowed(&text))),
                Ok(Event::CData(text)) => return Some(Mark::Text(self.borrowed(&text))),
                Ok(Event::GeneralRef(name)) => return Some(reference(self.borrowed(&name))),
                Ok(Event::Eof) => return self.ended(),
                Ok(_) => {}
                Err(_) => self.restart(),
            }
        }
    }

    /// The value of an attribute of the element's own namespace, or of none; references in it are resolved.
    pub(super) fn value(&mut self, tag: &Tag<'a>, name: &str) -> Option<Cow<'a, str>> {
        let (_, raw) = tag.attributes().find(|(key, _)| match key.split_once(':') {
            None => *key == name,
            Some((prefix, local)) => local == name && self.scope.of_prefix(prefix) == tag.namespace,
        })?;
        Some(quick_xml::escape::unescape(raw).unwrap_or(Cow::Borrowed(raw)))
    }

    fn opened(&mut self, content: &[u8], name: usize) -> Option<Mark<'a>> {
        if self.open.len() >= GREATEST_DEPTH {
            self.condition.too_deep = true;
            return self.abandon();
        }
        let content = self.borrowed(content);
        let full = content.get(..name).unwrap_or(content);
        self.open.push(full);
        let prefix = memchr::memchr(b':', full.as_bytes()).map_or(0, |at| at + 1);
        let mut tag = Tag { content, name: full.len(), prefix, namespace: Namespace::Other };
        if content.len() > full.len() && self.declaration.find(content.as_bytes()).is_some() {
            self.scope.enter(self.open.len(), tag.attributes());
        }
        tag.namespace = self.scope.of_prefix(&full[..prefix.saturating_sub(1)]);
        Some(Mark::Open(tag))
    }

    /// Closes the last open element of this name, and those that were left open inside it.
    fn closed(&mut self, name: &[u8]) {
        let above = self.open.iter().rev().take(UNCLOSED).position(|open| open.as_bytes() == name);
        self.condition.damaged |= above != Some(0);
        self.closing = above.map_or(0, |above| above + 1);
    }

    fn ended(&mut self) -> Option<Mark<'a>> {
        if self.open.is_empty() {
            return None;
        }
        self.condition.cut = true;
        self.abandon()
    }

    /// Reads no further; what is open is closed.
    fn abandon(&mut self) -> Option<Mark<'a>> {
        self.base = self.xml.len();
        self.reader = lenient("");
        self.closing = self.open.len().saturating_sub(1);
        self.open.pop()?;
        self.scope.leave(self.open.len());
        Some(Mark::Close)
    }

    /// Reads on at the next bracket behind what is no markup.
    fn restart(&mut self) {
        self.condition.damaged = true;
        self.restarts += 1;
        let failed = self.base + usize::try_from(self.reader.error_position()).unwrap_or(usize::MAX);
        let from = failed.max(self.base).saturating_add(1).min(self.xml.len());
        self.reread += self.xml.len() - from;
        let may = self.restarts <= RESTARTS && self.reread <= REREAD;
        let next = memchr::memchr(b'<', &self.xml.as_bytes()[from..]).filter(|_| may);
        self.condition.cut |= next.is_none();
        self.base = next.map_or(self.xml.len(), |at| from + at);
        self.reader = lenient(&self.xml[self.base..]);
    }

    /// The stretch of the part that the bytes are: the reader only ever lends pieces of it.
    fn borrowed(&self, bytes: &[u8]) -> &'a str {
        let start = (bytes.as_ptr() as usize).wrapping_sub(self.xml.as_ptr() as usize);
        self.xml.get(start..start.saturating_add(bytes.len())).unwrap_or("")
    }
}

fn lenient(xml: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}

fn reference(name: &str) -> Mark<'_> {
    const PREDEFINED: &[(&str, char)] = &[("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')];
    if let Some((_, character)) = PREDEFINED.iter().find(|(known, _)| *known == name) {
        return Mark::Character(*character);
    }
    let Some(number) = name.strip_prefix('#') else { return Mark::Entity(name) };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => number.parse(),
    };
    Mark::Character(code.ok().filter(|code| *code > 0).and_then(char::from_u32).unwrap_or('\u{fffd}'))
}
