//! The styles part: what a style says of headings, numbering and hidden text.

use super::markup::{Mark, Markup, Tag};
use super::namespace::Namespace;
use std::collections::HashMap;

/// A style with what it takes from those it is based on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// The outline level, from 0; 9 is body text.
    pub(super) outline: Option<u8>,
    /// The numbering, with the style that names it: levels are linked to styles by name.
    pub(super) numbering: Option<StyleNumbering>,
    pub(super) hidden: Option<bool>,
    /// Whether a page ends before its paragraphs.
    pub(super) page_break: Option<bool>,
}

/// The numbering that a style gives its paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StyleNumbering {
    pub(super) id: String,
    pub(super) level: Option<usize>,
    pub(super) style: String,
}

/// A style as the part has it.
#[derive(Debug, Default)]
struct Entry {
    based_on: String,
    outline: Option<u8>,
    /// The outline level that its name tells.
    outline_by_name: Option<u8>,
    number: Option<String>,
    level: Option<usize>,
    hidden: Option<bool>,
    page_break: Option<bool>,
}

/// The styles of a document by their identifiers.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Style,
}

/// Styles that may be based on one another in a row; Word allows eleven.
const LONGEST_ANCESTRY: usize = 12;

impl Styles {
    pub(super) fn read(xml: &str) -> Self {
        let mut entries: HashMap<String, Entry> = HashMap::new();
        let mut default = None;
        let mut id = String::new();
        let mut markup = Markup::new(xml);
        while let Some(mark) = markup.next() {
            let Mark::Open(tag) = mark else { continue };
            if tag.namespace != Namespace::Word {
                continue;
            }
            if tag.local() == "style" {
                id = markup.value(&tag, "styleId").unwrap_or_default().into_owned();
                let is_default = markup.value(&tag, "default").is_some_and(|v| is_on(&v)) && markup.value(&tag, "type").is_none_or(|t| t == "paragraph");
                default = default.or(is_default.then(|| id.clone()));
            } else if !id.is_empty() {
                entries.entry(id.clone()).or_default().take(&mut markup, &tag);
            }
        }
        let styles: HashMap<String, Style> = entries.keys().map(|id| (id.clone(), resolved(&entries, id))).collect();
        let default = default.and_then(|id| styles.get(&id).cloned()).unwrap_or_default();
        Styles { styles, default }
    }

    /// The style of paragraphs that name none.
    pub(super) fn of_plain_paragraphs(&self) -> &Style {
        &self.default
    }

    /// A style by its identifier.
    pub(super) fn get(&self, id: &str) -> Option<&Style> {
        self.styles.get(id)
    }

    /// The outline level of a heading style by its identifier or name: `Heading1`, `heading 1`, `标题 1`.
    pub(super) fn outline_by_name(name: &str) -> Option<u8> {
        let name = name.trim().to_lowercase();
        let number = ["heading", "标题"].iter().find_map(|word| name.strip_prefix(word))?.trim();
        let level: u8 = number.parse().ok()?;
        (1..=9).contains(&level).then(|| level - 1)
    }
}

impl Entry {
    fn take<'a>(&mut self, markup: &mut Markup<'a>, tag: &Tag<'a>) {
        let value = markup.value(tag, "val");
        match (tag.local(), value) {
            ("name", Some(name)) => self.outline_by_name = Styles::outline_by_name(&name),
            ("basedOn", Some(parent)) => self.based_on = parent.into_owned(),
            ("outlineLvl", Some(level)) => self.outline = level.trim().parse().ok(),
            ("numId", Some(id)) => self.number = Some(id.into_owned()),
            ("ilvl", Some(level)) => self.level = level.trim().parse().ok(),
            ("vanish", value) => self.hidden = Some(value.is_none_or(|v| is_on(&v))),
            ("pageBreakBefore", value) => self.page_break = Some(value.is_none_or(|v| is_on(&v))),
            _ => {}
        }
    }
}

/// Whether a switch is on; one without a value is.
pub(super) fn is_on(value: &str) -> bool {
    !matches!(value.trim(), "0" | "false" | "off")
}

fn resolved(entries: &HashMap<String, Entry>, id: &str) -> Style {
    let mut style = Style::default();
    let mut at = id;
    for _ in 0..LONGEST_ANCESTRY {
        let Some(entry) = entries.get(at) else { break };
        style.outline = style.outline.or(entry.outline).or(entry.outline_by_name);
        style.hidden = style.hidden.or(entry.hidden);
        style.page_break = style.page_break.or(entry.page_break);
        if let Some(id) = entry.number.as_ref().filter(|_| style.numbering.is_none()) {
            style.numbering = Some(StyleNumbering { id: id.clone(), level: entry.level, style: at.to_owned() });
        }
        at = &entry.based_on;
    }
    style
}
