//! The elements of HTML by what they do to the text.

/// What an element does to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Has no content and is not shown as text.
    Void,
    /// Ends the line: `br`, `hr`.
    Break,
    /// The tag is passed over, its content is read: formatting, forms, custom elements.
    Transparent,
    /// Passed over up to its end tag: scripts, styles, islands of XML.
    Raw,
    /// The title of the page.
    Title,
    /// A table and its parts.
    Table,
    /// `thead`, `tbody`, `tfoot`.
    Section,
    Row,
    Cell,
    Caption,
    /// `ul`, `ol`, `dl`: what its items belong to.
    List,
    /// `li`, `dt`, `dd`: ended by the next one.
    Item,
    /// `p`: ended by the next block.
    Paragraph,
    Heading,
    /// Any other element that stands on lines of its own.
    Block,
    /// `span`, links and the parts of formulas.
    Inline,
}

/// An element as it is read: its kind and the name it is handed on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name in the page, in lower case; empty for those that are not listed.
    pub(super) tag: &'static str,
    pub(super) kind: Kind,
    /// Names of raw text, of formatting and of forms are never handed on: each has rules of its own in the tree builder.
    pub(super) name: &'static str,
}

/// The elements by name, in alphabetical order, with the name they are handed on with; those not listed are [`Kind::Transparent`].
const ELEMENTS: &[(&str, Kind, &str)] = &[
    ("a", Kind::Inline, "span"),
    ("address", Kind::Block, "div"),
    ("annotation", Kind::Raw, ""),
    ("annotation-xml", Kind::Raw, ""),
    ("area", Kind::Void, ""),
    ("article", Kind::Block, "div"),
    ("aside", Kind::Block, "aside"),
    ("base", Kind::Void, ""),
    ("basefont", Kind::Void, ""),
    ("bgsound", Kind::Void, ""),
    ("blockquote", Kind::Block, "div"),
    ("br", Kind::Break, "br"),
    ("button", Kind::Block, "control"),
    ("caption", Kind::Caption, "caption"),
    ("center", Kind::Block, "div"),
    ("col", Kind::Void, ""),
    ("colgroup", Kind::Transparent, ""),
    ("dd", Kind::Item, "dd"),
    ("del", Kind::Inline, "deleted"),
    ("details", Kind::Block, "div"),
    ("dialog", Kind::Block, "div"),
    ("dir", Kind::List, "ul"),
    ("div", Kind::Block, "div"),
    ("dl", Kind::List, "dl"),
    ("dt", Kind::Item, "dt"),
    ("embed", Kind::Void, ""),
    ("fieldset", Kind::Block, "div"),
    ("figcaption", Kind::Block, "div"),
    ("figure", Kind::Block, "div"),
    ("footer", Kind::Block, "footer"),
    ("frame", Kind::Void, ""),
    ("h1", Kind::Heading, "h1"),
    ("h2", Kind::Heading, "h2"),
    ("h3", Kind::Heading, "h3"),
    ("h4", Kind::Heading, "h4"),
    ("h5", Kind::Heading, "h5"),
    ("h6", Kind::Heading, "h6"),
    ("header", Kind::Block, "header"),
    ("hgroup", Kind::Block, "div"),
    ("hr", Kind::Break, "hr"),
    ("iframe", Kind::Raw, ""),
    ("img", Kind::Void, ""),
    ("input", Kind::Void, ""),
    ("keygen", Kind::Void, ""),
    ("legend", Kind::Block, "div"),
    ("li", Kind::Item, "li"),
    ("link", Kind::Void, ""),
    ("listing", Kind::Block, "pre"),
    ("main", Kind::Block, "div"),
    ("menu", Kind::List, "ul"),
    ("meta", Kind::Void, ""),
    ("mfrac", Kind::Inline, "mfrac"),
    ("mi", Kind::Inline, "mi"),
    ("mn", Kind::Inline, "mi"),
    ("mrow", Kind::Inline, "mi"),
    ("mtext", Kind::Inline, "mi"),
    ("nav", Kind::Block, "nav"),
    ("noembed", Kind::Raw, ""),
    ("noscript", Kind::Raw, ""),
    ("ol", Kind::List, "ol"),
    ("p", Kind::Paragraph, "p"),
    ("param", Kind::Void, ""),
    ("plaintext", Kind::Block, "pre"),
    ("pre", Kind::Block, "pre"),
    ("script", Kind::Raw, ""),
    ("search", Kind::Block, "nav"),
    ("section", Kind::Block, "div"),
    ("select", Kind::Block, "control"),
    ("source", Kind::Void, ""),
    ("span", Kind::Inline, "span"),
    ("style", Kind::Raw, ""),
    ("summary", Kind::Block, "div"),
    ("svg", Kind::Raw, ""),
    ("table", Kind::Table, "table"),
    ("tbody", Kind::Section, "tbody"),
    ("td", Kind::Cell, "td"),
    ("template", Kind::Raw, ""),
    ("textarea", Kind::Block, "pre"),
    ("tfoot", Kind::Section, "tfoot"),
    ("th", Kind::Cell, "th"),
    ("thead", Kind::Section, "thead"),
    ("title", Kind::Title, "title"),
    ("tr", Kind::Row, "tr"),
    ("track", Kind::Void, ""),
    ("ul", Kind::List, "ul"),
    ("wbr", Kind::Void, ""),
    ("xml", Kind::Raw, ""),
    ("xmp", Kind::Block, "pre"),
];

/// Where the names of each letter start in [`ELEMENTS`].
const LETTERS: [usize; 27] = letters();

const fn letters() -> [usize; 27] {
    let mut starts = [ELEMENTS.len(); 27];
    let mut at = ELEMENTS.len();
    while at > 0 {
        at -= 1;
        let mut letter = (ELEMENTS[at].0.as_bytes()[0] - b'a') as usize;
        // A letter without names starts where the next one does.
        while starts[letter] > at {
            starts[letter] = at;
            letter = letter.saturating_sub(1);
        }
    }
    starts
}

/// The element of a name as written.
pub(super) fn element(name: &str) -> Element {
    let letter = name.bytes().next().map(|b| b.to_ascii_lowercase()).filter(u8::is_ascii_lowercase).map(|b| usize::from(b - b'a'));
    let listed = letter.map_or(&[][..], |letter| &ELEMENTS[LETTERS[letter]..LETTERS[letter + 1]]);
    match listed.iter().find(|(known, ..)| known.eq_ignore_ascii_case(name)) {
        Some((tag, kind, name)) => Element { tag, kind: *kind, name },
        None => Element { tag: "", kind: Kind::Transparent, name: "" },
    }
}

/// What the boxes of a style sheet do that stands in the tag itself: `display:table-cell` makes a cell of any block.
const BOXES: &[(&str, Kind, &str)] = &[
    ("display:table-cell", Kind::Cell, "td"),
    ("display:table-row-group", Kind::Section, "tbody"),
    ("display:table-header-group", Kind::Section, "thead"),
    ("display:table-footer-group", Kind::Section, "tfoot"),
    ("display:table-row", Kind::Row, "tr"),
    ("display:table-caption", Kind::Caption, "caption"),
    ("display:table", Kind::Table, "table"),
];

/// The element that a `div` or a `span` of this style is shown as; the style is in lower case and without blanks.
pub(super) fn boxed(element: Element, style: &str) -> Option<Element> {
    let shown = BOXES.iter().find(|(declaration, ..)| style.split(';').any(|part| part == *declaration))?;
    matches!(element.tag, "div" | "span").then_some(Element { kind: shown.1, name: shown.2, ..element })
}

/// Attributes that are handed on; all others say nothing of the text.
pub(super) fn attributes(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Inline => &["download", "hidden", "href", "style"],
        _ => &["class", "colspan", "hidden", "id", "role", "rowspan", "start", "style", "type", "value"],
    }
}

#[cfg(test)]
mod tests {
    use super::{boxed, element, Kind, ELEMENTS};

    #[test]
    fn elements_stand_in_alphabetical_order() {
        let names: Vec<&str> = ELEMENTS.iter().map(|(name, ..)| *name).collect();
        let mut sorted = names.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(names, sorted);
    }

    #[test]
    fn every_element_is_found_by_its_name() {
        for (name, kind, _) in ELEMENTS {
            assert_eq!((element(name).tag, element(&name.to_ascii_uppercase()).kind), (*name, *kind));
        }
    }

    #[test]
    fn an_element_that_is_not_known_is_passed_over_and_its_content_read() {
        assert_eq!(
            ["b", "o:p", "ucap-content-of-a-page", "TD"].map(|name| element(name).kind),
            [Kind::Transparent, Kind::Transparent, Kind::Transparent, Kind::Cell]
        );
    }

    #[test]
    fn a_block_may_be_shown_as_a_cell() {
        let shown = ["width:10px;display:table-cell", "display:table", "display:none"].map(|style| boxed(element("div"), style).map(|e| e.name));
        assert_eq!(shown, [Some("td"), Some("table"), None]);
    }
}
