//! Where the headings of the sections stand in the text, to the last character of their titles.

use crate::outline::Section;
use crate::span::Span;

/// A heading in the text, from its label to the mark behind its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) span: Span,
    /// From 1 to 9, as Word counts its heading styles.
    pub(super) level: usize,
}

/// Word knows nine heading styles.
pub(super) const DEEPEST: usize = 9;

/// Characters between the label and the title, or between the parts of a title, that belong to neither: a page mark, a colon.
const BETWEEN: usize = 24;

/// Marks that end a heading and belong to it: `（一）主要职能。`, `第二部分：`.
const CLOSING: &[char] = &['。', '：', ':', '．', '.', '；', ';'];

/// The headings of all sections, in the order of the text. One whose title does not stand where its section starts is left out.
pub(super) fn headings(sections: &[Section], text: &str) -> Vec<Heading> {
    let mut open: Vec<&Section> = sections.iter().collect();
    let mut found = Vec::new();
    while let Some(section) = open.pop() {
        open.extend(&section.children);
        found.extend(heading_maybe(section, text));
    }
    found.sort_by_key(|heading| heading.span.start);
    found.dedup_by(|next, first| next.span.start < first.span.end);
    found
}

fn heading_maybe(section: &Section, text: &str) -> Option<Heading> {
    let start = section.span.start;
    let behind = text.get(start..)?;
    let length = printed_length(behind, section.label.chars().chain(section.title.chars()))?;
    let closing = behind[length..].chars().next().filter(|c| CLOSING.contains(c)).map_or(0, char::len_utf8);
    Some(Heading { span: Span::new(start, start + length + closing), level: section.level.clamp(1, DEEPEST) })
}

/// How many bytes of the text it takes to print these characters, white space and a few strange characters between them; `None` if
/// they are not printed there.
fn printed_length(text: &str, printed: impl Iterator<Item = char>) -> Option<usize> {
    let mut printed = printed.peekable();
    let mut strange = 0;
    printed.peek()?;
    for (at, c) in text.char_indices() {
        if printed.peek() == Some(&c) {
            printed.next();
        } else if !c.is_whitespace() {
            strange += 1;
        }
        if printed.peek().is_none() {
            return Some(at + c.len_utf8());
        }
        if strange > BETWEEN {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::printed_length;

    #[track_caller]
    fn printed(text: &str, heading: &str) -> Option<String> {
        printed_length(text, heading.chars()).map(|length| text[..length].to_owned())
    }

    #[test]
    fn a_heading_ends_with_the_last_character_of_its_title() {
        assert_eq!(printed("（一） 主要 职能。贯彻执行", "（一）主要职能").as_deref(), Some("（一） 主要 职能"));
        assert_eq!(printed("第一部分\n— 3 —\n局概况\n一、", "第一部分局概况").as_deref(), Some("第一部分\n— 3 —\n局概况"));
        assert_eq!(printed("一、二、三、", "四、"), None);
        assert_eq!(printed("一、", ""), None);
    }
}
