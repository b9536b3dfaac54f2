//! A page as a list of its elements and texts in reading order, each with where it ends and what it holds.

use memchr::memmem::Finder;
use once_cell::sync::Lazy;
use scraper::node::Element;
use scraper::node::Text;
use scraper::{Html, Node as Leaf};

/// What an element or a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Text,
    Block,
    Paragraph,
    /// By its depth, from 1.
    Heading(u8),
    OrderedList,
    List,
    Item,
    Table,
    Head,
    Body,
    Foot,
    Row,
    Cell,
    Caption,
    LineBreak,
    Preformatted,
    /// `nav`, `aside`: not the subject of the page.
    Aside,
    /// `header`, `footer`.
    Bar,
    /// Buttons and selections.
    Control,
    /// Struck out by who edited the text.
    Deleted,
    Fraction,
    Inline,
}

/// Handed-on names by what they are.
const TAGS: &[(&str, Tag)] = &[
    ("span", Tag::Inline),
    ("p", Tag::Paragraph),
    ("div", Tag::Block),
    ("td", Tag::Cell),
    ("th", Tag::Cell),
    ("tr", Tag::Row),
    ("br", Tag::LineBreak),
    ("hr", Tag::LineBreak),
    ("li", Tag::Item),
    ("dt", Tag::Item),
    ("dd", Tag::Item),
    ("ul", Tag::List),
    ("dl", Tag::List),
    ("ol", Tag::OrderedList),
    ("h1", Tag::Heading(1)),
    ("h2", Tag::Heading(2)),
    ("h3", Tag::Heading(3)),
    ("h4", Tag::Heading(4)),
    ("h5", Tag::Heading(5)),
    ("h6", Tag::Heading(6)),
    ("table", Tag::Table),
    ("tbody", Tag::Body),
    ("thead", Tag::Head),
    ("tfoot", Tag::Foot),
    ("caption", Tag::Caption),
    ("pre", Tag::Preformatted),
    ("nav", Tag::Aside),
    ("aside", Tag::Aside),
    ("header", Tag::Bar),
    ("footer", Tag::Bar),
    ("control", Tag::Control),
    ("deleted", Tag::Deleted),
    ("mfrac", Tag::Fraction),
];

impl Tag {
    /// Whether it stands on lines of its own.
    pub(super) fn is_block(self) -> bool {
        !matches!(self, Tag::Text | Tag::Inline | Tag::Fraction | Tag::Deleted | Tag::LineBreak)
    }
}

/// What a part of a page holds, all its descendants together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Holds {
    /// Letters, mostly Han; no digits.
    pub(super) letters: u32,
    /// Those of them that are links to other pages.
    pub(super) linked: u32,
    /// Those of them that are links to files.
    pub(super) filed: u32,
    /// Those of them that stand in tables.
    pub(super) tabled: u32,
    /// Links to other pages or to files.
    pub(super) links: u32,
    /// Ends of lines: blocks and line breaks.
    pub(super) lines: u32,
    pub(super) headings: u32,
    /// Whether money is stated.
    pub(super) money: bool,
    /// Whether there is a sentence that is no link.
    pub(super) sentence: bool,
    /// Whether 决算 or 预算 stands outside of links.
    pub(super) report: bool,
    /// Whether anything is printed, digits included.
    pub(super) visible: bool,
}

impl Holds {
    fn add(&mut self, other: &Holds) {
        self.letters += other.letters;
        self.linked += other.linked;
        self.filed += other.filed;
        self.tabled += other.tabled;
        self.links += other.links;
        self.lines += other.lines;
        self.headings += other.headings;
        self.money |= other.money;
        self.sentence |= other.sentence;
        self.report |= other.report;
        self.visible |= other.visible;
    }
}

/// An element or a text.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) tag: Tag,
    /// The text of a [`Tag::Text`], entities decoded.
    pub(super) text: &'a str,
    element: Option<&'a Element>,
    /// The number behind its last descendant.
    pub(super) end: usize,
    /// `None` for those that stand in none.
    pub(super) parent: Option<usize>,
    pub(super) hidden: bool,
    /// Whether white space is kept.
    pub(super) preformatted: bool,
    pub(super) holds: Holds,
}

impl<'a> Node<'a> {
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.element?.attrs().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    fn read_style(&mut self, style: &str) {
        for declaration in style.split(';') {
            self.hidden |= HIDING.contains(&declaration);
            self.preformatted |= KEEPING.contains(&declaration);
        }
    }
}

/// Declarations that take an element from sight; styles are handed on in lower case and without blanks.
pub(super) const HIDING: &[&str] = &["display:none", "display:none!important", "mso-hide:all", "visibility:hidden"];

/// Starts of declarations that show an element; behind those that hide it.
pub(super) const SHOWING: &[&str] = &["display:", "visibility:"];

/// Declarations that keep white space.
const KEEPING: &[&str] = &["white-space:pre", "white-space:pre-wrap", "white-space:pre-line", "white-space:break-spaces"];

/// A page in reading order.
#[derive(Debug, Default)]
pub(super) struct Page<'a> {
    pub(super) nodes: Vec<Node<'a>>,
    pub(super) title: Option<String>,
}

impl<'a> Page<'a> {
    /// Lists the nodes of a tree.
    pub(super) fn of(html: &'a Html) -> Self {
        let page = Page { nodes: Vec::with_capacity(html.tree.values().len()), title: None };
        let mut listing = Listing { page, open: Vec::new(), link: None, in_title: false };
        let mut at = html.tree.root();
        loop {
            listing.enter(at.value());
            if let Some(child) = at.first_child() {
                at = child;
                continue;
            }
            listing.leave(at.value());
            while at.next_sibling().is_none() {
                let Some(parent) = at.parent() else { return listing.page };
                listing.leave(parent.value());
                at = parent;
            }
            at = at.next_sibling().expect("the loop ended because there is one");
        }
    }

    fn push(&mut self, tag: Tag, open: &[usize], element: Option<&'a Element>, text: &'a str, holds: Holds) -> usize {
        let at = self.nodes.len();
        let parent = open.last().copied();
        let preformatted = tag == Tag::Preformatted || parent.is_some_and(|parent| self.nodes[parent].preformatted);
        let mut node = Node { tag, text, element, end: at + 1, parent, hidden: false, preformatted, holds };
        for (name, value) in element.into_iter().flat_map(Element::attrs) {
            match name {
                "hidden" => node.hidden = true,
                "style" => node.read_style(value),
                _ => {}
            }
        }
        if tag == Tag::Text {
            if let Some(parent) = parent {
                self.nodes[parent].holds.add(&node.holds);
            }
        }
        self.nodes.push(node);
        at
    }

    fn close(&mut self, at: usize) {
        self.nodes[at].end = self.nodes.len();
        if self.nodes[at].tag == Tag::Table {
            self.nodes[at].holds.tabled = self.nodes[at].holds.letters;
        }
        let holds = self.nodes[at].holds;
        if let Some(parent) = self.nodes[at].parent {
            self.nodes[parent].holds.add(&holds);
        }
    }

    /// The children of a node.
    pub(super) fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.nodes[at].end;
        std::iter::successors(Some(at + 1).filter(|child| *child < end), move |child| Some(self.nodes[*child].end).filter(|next| *next < end))
    }

    /// The texts of a node as far as `most` characters reach, white space left out.
    pub(super) fn opening(&self, at: usize, most: usize) -> String {
        let texts = self.nodes[at..self.nodes[at].end].iter().filter(|n| n.tag == Tag::Text);
        texts.flat_map(|n| n.text.chars()).filter(|c| !c.is_whitespace()).take(most).collect()
    }
}

/// A walk through a tree.
#[derive(Debug)]
struct Listing<'a> {
    page: Page<'a>,
    /// The elements that are open.
    open: Vec<usize>,
    /// The link that is open.
    link: Option<(usize, Target)>,
    in_title: bool,
}

impl<'a> Listing<'a> {
    fn enter(&mut self, leaf: &'a Leaf) {
        match leaf {
            Leaf::Text(text) => self.text(text),
            Leaf::Element(element) if element.name() == "title" => self.in_title = true,
            Leaf::Element(element) => {
                if let Some(tag) = tag(element.name()) {
                    self.element(tag, element);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &'a Text) {
        if self.in_title {
            self.page.title = self.page.title.take().or_else(|| title(text));
            return;
        }
        let holds = of_text(text, self.link.map(|(_, target)| target));
        self.page.push(Tag::Text, &self.open, None, text, holds);
    }

    fn element(&mut self, tag: Tag, element: &'a Element) {
        let at = self.page.push(tag, &self.open, Some(element), "", of_element(tag));
        self.open.push(at);
        if self.link.is_none() {
            self.link = target(&self.page.nodes[at]).map(|target| (at, target));
            self.page.nodes[at].holds.links = u32::from(self.link.is_some());
        }
    }

    fn leave(&mut self, leaf: &Leaf) {
        let Some(element) = leaf.as_element() else { return };
        if element.name() == "title" {
            self.in_title = false;
        } else if !is_frame(element.name()) {
            let at = self.open.pop().expect("opened by the same element");
            self.link = self.link.filter(|(link, _)| *link != at);
            self.page.close(at);
        }
    }
}

fn title(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// What an element is; `None` for those that the tree builder adds and for the title.
fn tag(name: &str) -> Option<Tag> {
    match TAGS.iter().find(|(known, _)| *known == name) {
        Some((_, tag)) => Some(*tag),
        None => (!is_frame(name)).then_some(Tag::Inline),
    }
}

/// Whether the tree builder adds the element by itself.
fn is_frame(name: &str) -> bool {
    matches!(name, "html" | "head" | "body" | "title")
}

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Page,
    File,
}

fn target(node: &Node) -> Option<Target> {
    let address = node.attribute("href").filter(|a| !leads_into_page(a))?;
    Some(if super::attachments::file_name(address).is_some() || node.attribute("download").is_some() { Target::File } else { Target::Page })
}

/// Whether an address names a place of a page, as tables of contents do; saved pages have the name of the page before it.
fn leads_into_page(address: &str) -> bool {
    address.trim_start().starts_with('#') || address.split_once('#').is_some_and(|(_, place)| place.starts_with('_') || place.starts_with("toc"))
}

fn of_element(tag: Tag) -> Holds {
    let lines = u32::from(tag.is_block() || tag == Tag::LineBreak);
    Holds { lines, headings: u32::from(matches!(tag, Tag::Heading(_))), ..Holds::default() }
}

/// A sentence has more letters before its full stop than this: `本站。` is none.
const SHORTEST_SENTENCE: u32 = 10;

fn of_text(text: &str, link: Option<Target>) -> Holds {
    let letters = letters(text);
    let visible = letters > 0 || text.chars().any(|c| !c.is_whitespace());
    let sentence = link.is_none() && letters >= SHORTEST_SENTENCE && ends_sentence(text);
    let mut holds = Holds { letters, visible, sentence, ..Holds::default() };
    holds.linked = if link == Some(Target::Page) { holds.letters } else { 0 };
    holds.filed = if link == Some(Target::File) { holds.letters } else { 0 };
    holds.money = states_money(text);
    holds.report = link.is_none() && REPORTS.iter().any(|name| name.find(text.as_bytes()).is_some());
    holds
}

/// The Han and the Latin letters of a text, told by the first byte of a character: a page has a million of them.
pub(super) fn letters(text: &str) -> u32 {
    // Counts of a block fit a byte, so that many bytes are looked at at once.
    let blocks = text.as_bytes().chunks(128).map(|block| u32::from(block.iter().fold(0u8, |count, b| count + u8::from(is_letter(*b)))));
    blocks.fold(0, u32::saturating_add)
}

fn is_letter(byte: u8) -> bool {
    matches!(byte, 0xe4..=0xe9) | (byte | 0x20).is_ascii_lowercase()
}

/// Whether a full stop stands behind enough letters.
fn ends_sentence(text: &str) -> bool {
    let last = memchr::memmem::rfind(text.as_bytes(), "。".as_bytes());
    last.is_some_and(|at| text.bytes().take(at).filter(|b| is_letter(*b)).nth(SHORTEST_SENTENCE as usize - 1).is_some())
}

/// What names a report.
static REPORTS: Lazy<[Finder<'static>; 2]> = Lazy::new(|| ["决算", "预算"].map(Finder::new));

const YUAN: [u8; 3] = *b"\xe5\x85\x83";
const WAN: [u8; 3] = *b"\xe4\xb8\x87";

/// Whether a text speaks of money: a number before 元 or 万, the unit 万元 anywhere, or a number with two decimals.
pub(super) fn states_money(text: &str) -> bool {
    // The last bytes of 元 and of 万 are rare; their first begins every fourth character.
    memchr::memchr3_iter(b'.', YUAN[2], WAN[2], text.as_bytes()).any(|at| tells_money(text, at))
}

/// Whether the 元 or the 万 that ends at a place of a text, or the point there, belongs to an amount.
fn tells_money(text: &str, at: usize) -> bool {
    let bytes = &text.as_bytes()[..=at];
    if bytes.ends_with(b".") {
        return has_two_decimals(text.as_bytes(), at);
    }
    let is_yuan = bytes.ends_with(&YUAN);
    (is_yuan || bytes.ends_with(&WAN)) && (is_yuan && bytes[..at - 2].ends_with(&WAN) || is_counted(&text[..at - 2]))
}

/// Whether a number stands at the end of a text, with 万, 亿 or blanks behind it perhaps.
fn is_counted(text: &str) -> bool {
    let last = text.chars().rev().take(6).find(|c| !matches!(c, '万' | '亿' | '千' | '百' | ' ' | '\u{a0}'));
    last.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))
}

/// Whether a point parts a number from two decimals; `2021.09.17` is none.
fn has_two_decimals(text: &[u8], point: usize) -> bool {
    let decimals = text[point + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
    let digits = text[..point].iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let in_date = text.get(point + 3) == Some(&b'.') || text[..point - digits].ends_with(b".");
    decimals == 2 && digits > 0 && !in_date
}

#[cfg(test)]
mod tests {
    use super::{states_money, Page, Tag};
    use scraper::Html;

    #[test]
    fn a_page_is_listed_in_reading_order() {
        let html = Html::parse_document("<title> 青溪县 </title><div>1<p>2</p>3</div><p>4");
        let page = Page::of(&html);
        let listed: Vec<(Tag, &str, usize)> = page.nodes.iter().map(|n| (n.tag, n.text, n.end)).collect();
        assert_eq!(
            listed,
            [
                (Tag::Block, "", 5),
                (Tag::Text, "1", 2),
                (Tag::Paragraph, "", 4),
                (Tag::Text, "2", 4),
                (Tag::Text, "3", 5),
                (Tag::Paragraph, "", 7),
                (Tag::Text, "4", 7)
            ]
        );
        assert_eq!(page.title.as_deref(), Some("青溪县"));
    }

    #[test]
    fn letters_of_links_are_counted_apart() {
        let html = Html::parse_document("<div>收入<span href=a.html>首页</span><span href='b.xls'>附件一</span><span href='#c'>目录</span></div>");
        let holds = Page::of(&html).nodes[0].holds;
        assert_eq!((holds.letters, holds.linked, holds.filed, holds.links), (9, 2, 3, 2));
    }

    #[test]
    fn money_is_told_by_its_unit_or_its_decimals() {
        let stated = ["收入12.5万元", "合计3 元", "１万", "单位：万元", "341.07", "2020年", "单元", "2021.09.17", "IE8.0"].map(states_money);
        assert_eq!(stated, [true, true, true, true, true, false, false, false, false]);
    }
}
