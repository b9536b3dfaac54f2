//! XML of the parts of a workbook: damaged XML gives what stands before the damage.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// A reader that lets pass what does not hinder reading: tags that are closed wrongly, stray `&`.
pub(super) fn reader(xml: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}

/// An attribute by its name without prefix.
pub(super) fn attribute<'a>(element: &'a BytesStart, name: &[u8]) -> Option<Cow<'a, str>> {
    let found = element.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(match found.normalized_value(XmlVersion::Implicit1_0) {
        Ok(value) => value,
        Err(_) => Cow::Owned(String::from_utf8_lossy(&found.value).into_owned()),
    })
}

/// An attribute that is a number.
pub(super) fn number<T: std::str::FromStr>(element: &BytesStart, name: &[u8]) -> Option<T> {
    attribute(element, name)?.trim().parse().ok()
}

/// Whether an attribute says yes.
pub(super) fn says_yes(element: &BytesStart, name: &[u8]) -> bool {
    attribute(element, name).is_some_and(|v| matches!(v.as_ref(), "1" | "true" | "on"))
}

/// Appends the characters that an event stands for, if it stands for any. Entities that XML does not predefine are left as they are
/// written: nothing of a declaration is ever followed.
pub(super) fn push_characters(event: &Event, out: &mut String) {
    match event {
        Event::Text(text) => out.push_str(&String::from_utf8_lossy(text)),
        Event::CData(data) => out.push_str(&String::from_utf8_lossy(data)),
        Event::GeneralRef(reference) => push_reference(reference, out),
        _ => {}
    }
}

const ENTITIES: &[(&[u8], char)] = &[(b"lt", '<'), (b"gt", '>'), (b"amp", '&'), (b"quot", '"'), (b"apos", '\'')];

fn push_reference(reference: &BytesRef, out: &mut String) {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        out.push(c);
        return;
    }
    match ENTITIES.iter().find(|(name, _)| **name == **reference) {
        Some((_, c)) => out.push(*c),
        None => {
            out.push('&');
            out.push_str(&String::from_utf8_lossy(reference));
            out.push(';');
        }
    }
}
