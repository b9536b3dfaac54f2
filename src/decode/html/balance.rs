//! A page made harmless before its tree is built: what is not shown left out, every element closed in the order it was opened,
//! none deeper than the limit.
//!
//! The tree builder of HTML takes time that grows with the square of the depth, of the attributes of a tag and of unclosed formatting
//! (100,000 nested blocks take it half a minute), and it builds nodes for markup that says nothing of the text. What it is given here is
//! the page as it would be shown, with a dozen attributes that matter.

use super::elements::{attributes, boxed, element, Element, Kind};
use super::markup::{Mark, Reader, Tag};
use super::stylesheet::Stylesheet;

/// A page whose elements nest properly.
#[derive(Debug, Default)]
pub(super) struct Balanced {
    pub(super) page: String,
    /// Elements that lay deeper than the limit; their text is that of the elements around them.
    pub(super) too_deep: usize,
    /// Elements behind [`MOST_ELEMENTS`].
    pub(super) too_many: usize,
    /// Whether a script or a style without an end swallowed the rest of the page, as it does in a browser.
    pub(super) swallowed: bool,
}

/// Elements that are handed on at most; they and their text take some 400 bytes each in the tree. The largest page seen has 30,000.
pub(super) const MOST_ELEMENTS: usize = 400_000;

/// How far up the open elements are looked through; deeper ones than the limit are never handed on.
const REACH: usize = 512;

/// Makes a page harmless; `depth` elements nest at most.
pub(super) fn balance(text: &str, depth: usize) -> Balanced {
    let is_xml = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).starts_with("<?xml ") && text.contains("http://www.w3.org/1999/xhtml");
    let out = Balanced { page: String::with_capacity(text.len() / 2), ..Balanced::default() };
    let mut balancer = Balancer {
        reader: Reader::new(text),
        out,
        open: Vec::new(),
        handed: 0,
        elements: 0,
        depth,
        at_edge: false,
        blanks_count_in: None,
        is_xml,
        stylesheet: Stylesheet::default(),
    };
    while let Some(mark) = balancer.reader.next() {
        match mark {
            Mark::Text(text) => balancer.text(text),
            Mark::Start(tag) => balancer.start(&tag),
            Mark::End(name) => balancer.end(element(name)),
            Mark::Unseen => {}
        }
    }
    balancer.close_to(0);
    balancer.out
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    element: Element,
    /// Whether its tag was handed on.
    handed: bool,
}

#[derive(Debug)]
struct Balancer<'a> {
    reader: Reader<'a>,
    out: Balanced,
    open: Vec<Open>,
    /// Open elements that were handed on.
    handed: usize,
    /// Elements handed on so far.
    elements: usize,
    depth: usize,
    /// Whether the last that was handed on is a tag that parts lines: white space behind it is not shown.
    at_edge: bool,
    /// How many elements were open when the outermost one was opened in which white space counts.
    blanks_count_in: Option<usize>,
    /// Whether the page says that it is XML, where a tag may close itself.
    is_xml: bool,
    stylesheet: Stylesheet,
}

impl Balancer<'_> {
    /// A bracket in the text stays one, whatever is left out behind it. White space at the edge of a block would only be a node more.
    fn text(&mut self, text: &str) {
        if self.at_edge && self.blanks_count_in.is_none() && text.bytes().all(|b| b.is_ascii_whitespace()) {
            return;
        }
        self.at_edge = false;
        match text.strip_prefix('<') {
            Some(behind) => {
                self.out.page.push_str("&lt;");
                self.out.page.push_str(behind);
            }
            None => self.out.page.push_str(text),
        }
    }

    fn start(&mut self, tag: &Tag) {
        let closed = self.is_xml && tag.closes_itself();
        let mut element = element(tag.name);
        match element.kind {
            Kind::Void | Kind::Transparent => return,
            Kind::Raw if closed => return,
            Kind::Raw => return self.raw(element.tag),
            Kind::Title => return self.title(),
            Kind::Break => return self.line_break(element),
            _ => {}
        }
        let mut attributes = Attributes::of(tag, element.kind);
        if !self.stylesheet.is_empty() && attributes.style.is_empty() && self.is_hidden(tag) {
            attributes.keep("hidden", "");
        }
        element = boxed(element, &attributes.style).unwrap_or(element);
        if !self.make_room(element.kind) {
            return self.out.page.push(' ');
        }
        self.push(element, &attributes);
        if closed {
            self.close_to(self.open.len() - 1);
        }
    }

    /// Whether the style sheets so far hide an element.
    fn is_hidden(&self, tag: &Tag) -> bool {
        let (mut id, mut class) = ("", "");
        for attribute in tag.values().take(MOST_ATTRIBUTES).filter(|a| a.value.len() <= LONGEST_VALUE) {
            match attribute.name {
                name if name.eq_ignore_ascii_case("id") && id.is_empty() => id = attribute.value,
                name if name.eq_ignore_ascii_case("class") && class.is_empty() => class = attribute.value,
                _ => {}
            }
        }
        self.stylesheet.hides(tag.name, id, class)
    }

    /// Scripts and styles without an end swallow the rest, as in browsers; of anything else without an end the content is read.
    fn raw(&mut self, name: &str) {
        match self.reader.raw(name) {
            Some(sheet) if name == "style" => self.stylesheet.read(sheet),
            None if matches!(name, "script" | "style") => {
                self.out.swallowed = true;
                self.reader.finish();
            }
            _ => {}
        }
    }

    fn title(&mut self) {
        if let Some(title) = self.reader.raw("title") {
            self.out.page.push_str("<title>");
            self.out.page.push_str(title);
            self.out.page.push_str("</title>");
        }
    }

    /// White space behind it counts: a heading goes on there.
    fn line_break(&mut self, element: Element) {
        self.at_edge = false;
        if element.name == "hr" {
            self.close_paragraph();
        }
        if self.elements < MOST_ELEMENTS {
            self.elements += 1;
            self.out.page.push_str(if element.name == "hr" { "<hr>" } else { "<br>" });
        } else {
            self.out.page.push(' ');
        }
    }

    /// Hands an element on, or only remembers it.
    fn push(&mut self, element: Element, attributes: &Attributes) {
        let says_nothing = element.kind == Kind::Inline && element.name == "span" && attributes.kept.is_empty();
        let deep = self.handed >= self.depth;
        let many = self.elements >= MOST_ELEMENTS;
        let handed = !says_nothing && !deep && !many;
        if handed {
            self.elements += 1;
            self.handed += 1;
            self.out.page.push('<');
            self.out.page.push_str(element.name);
            self.out.page.push_str(&attributes.kept);
            self.out.page.push('>');
            self.at_edge = parts_lines(element);
        } else if !says_nothing {
            self.at_edge = false;
            self.out.too_deep += usize::from(deep);
            self.out.too_many += usize::from(many && !deep);
            self.out.page.push(' ');
        }
        if self.blanks_count_in.is_none() && (element.name == "pre" || attributes.count_blanks()) {
            self.blanks_count_in = Some(self.open.len());
        }
        self.open.push(Open { element, handed });
    }

    /// Closes what a new element of a kind ends; whether the element may stand here.
    fn make_room(&mut self, kind: Kind) -> bool {
        if !matches!(kind, Kind::Inline | Kind::Section | Kind::Row | Kind::Cell | Kind::Caption) {
            self.close_paragraph();
        }
        match kind {
            Kind::Item => self.end_of(|o| o.element.kind == Kind::Item, &[Kind::List, Kind::Table, Kind::Cell, Kind::Caption]),
            Kind::Heading => self.close_from(self.find_through_inline(Kind::Heading)),
            Kind::Table => self.end_table_between_rows(),
            Kind::Section | Kind::Caption => return self.close_above(&[Kind::Table]),
            Kind::Row => self.room_for_row(),
            Kind::Cell => return self.room_for_cell(),
            _ => {}
        }
        true
    }

    /// A table between the rows of another one ends that one, as in browsers.
    fn end_table_between_rows(&mut self) {
        let part = self.find(|o| table_part(o.element.kind), &[]);
        if part.is_some_and(|at| !matches!(self.open[at].element.kind, Kind::Cell | Kind::Caption)) {
            self.end_of(|o| o.element.kind == Kind::Table, &[]);
        }
    }

    /// Rows without a table get one: their cells would be glued together.
    fn room_for_row(&mut self) {
        if !self.close_above(&[Kind::Section, Kind::Table]) {
            self.close_paragraph();
            self.push(element("table"), &Attributes::default());
        }
    }

    fn room_for_cell(&mut self) -> bool {
        if !self.close_above(&[Kind::Row, Kind::Section, Kind::Table]) {
            return false;
        }
        if self.open.last().is_some_and(|o| o.element.kind != Kind::Row) {
            self.push(element("tr"), &Attributes::default());
        }
        true
    }

    /// Closes everything above the nearest element of these kinds; whether there is one in the innermost table.
    fn close_above(&mut self, kinds: &[Kind]) -> bool {
        let Some(at) = self.find(|o| kinds.contains(&o.element.kind), &[Kind::Table]) else { return false };
        self.close_to(at + 1);
        true
    }

    fn close_paragraph(&mut self) {
        self.close_from(self.find_through_inline(Kind::Paragraph));
    }

    fn close_from(&mut self, at: Option<usize>) {
        if let Some(at) = at {
            self.close_to(at);
        }
    }

    fn find_through_inline(&self, kind: Kind) -> Option<usize> {
        let at = self.open.iter().rposition(|o| o.element.kind != Kind::Inline)?;
        (self.open[at].element.kind == kind).then_some(at)
    }

    /// The innermost open element that fits, if no element of `barriers` lies inside it.
    fn find(&self, fits: impl Fn(&Open) -> bool, barriers: &[Kind]) -> Option<usize> {
        let from = self.open.len().saturating_sub(REACH);
        for (at, open) in self.open.iter().enumerate().skip(from).rev() {
            if fits(open) {
                return Some(at);
            }
            if barriers.contains(&open.element.kind) {
                return None;
            }
        }
        None
    }

    fn end(&mut self, element: Element) {
        let tag = element.tag;
        match element.kind {
            Kind::Break if element.name == "br" => self.line_break(element),
            Kind::Table => self.end_of(|o| o.element.kind == Kind::Table, &[]),
            Kind::Section | Kind::Row | Kind::Cell | Kind::Caption => self.end_of(|o| o.element.tag == tag, &[Kind::Table]),
            Kind::Heading => self.end_of(|o| o.element.kind == Kind::Heading, &[Kind::Table, Kind::Cell, Kind::Caption]),
            Kind::Item => self.end_of(|o| o.element.tag == tag, &[Kind::List, Kind::Table, Kind::Cell, Kind::Caption]),
            Kind::List | Kind::Block => self.end_of(|o| o.element.tag == tag, barriers(tag)),
            Kind::Inline => self.end_inline(tag),
            Kind::Paragraph if self.find_through_inline(Kind::Paragraph).is_some() => self.close_paragraph(),
            Kind::Paragraph => self.line_break(self::element("br")),
            _ => {}
        }
    }

    fn end_of(&mut self, fits: impl Fn(&Open) -> bool, barriers: &[Kind]) {
        self.close_from(self.find(fits, barriers));
    }

    fn end_inline(&mut self, tag: &str) {
        let at = self.open.iter().rposition(|o| o.element.tag == tag || o.element.kind != Kind::Inline);
        if let Some(at) = at.filter(|at| self.open[*at].element.tag == tag) {
            self.close_to(at);
        }
    }

    fn close_to(&mut self, length: usize) {
        while self.open.len() > length {
            let open = self.open.pop().expect("longer than a length");
            if open.handed {
                self.handed -= 1;
                self.out.page.push_str("</");
                self.out.page.push_str(open.element.name);
                self.out.page.push('>');
                self.at_edge = parts_lines(open.element);
            }
        }
        self.blanks_count_in = self.blanks_count_in.filter(|outermost| *outermost < length);
    }
}

/// Whether the tags of an element end a line wherever they stand; those of controls do not in cells.
fn parts_lines(element: Element) -> bool {
    element.kind != Kind::Inline && element.name != "control"
}

/// What the end of a block does not reach over; a block that is shown as a part of a table may be any part.
fn barriers(tag: &str) -> &'static [Kind] {
    match tag {
        "div" => &[Kind::Cell, Kind::Caption, Kind::Table],
        _ => &[Kind::Cell, Kind::Caption, Kind::Table, Kind::Row, Kind::Section],
    }
}

fn table_part(kind: Kind) -> bool {
    matches!(kind, Kind::Table | Kind::Section | Kind::Row | Kind::Cell | Kind::Caption)
}

/// The attributes of a tag that matter.
#[derive(Debug, Default)]
struct Attributes {
    /// As they are handed on, each with a blank before it.
    kept: String,
    /// The style in lower case and without blanks, if it says how text is shown.
    style: String,
}

/// Attributes that are looked at; real tags have up to 20.
const MOST_ATTRIBUTES: usize = 256;

/// Longer values are no class, no address and no number.
const LONGEST_VALUE: usize = 2048;

/// Declarations of a style that matter.
const SHOWN_BY: &[&str] = &["display:", "visibility:", "mso-hide:", "white-space:", "list-style"];

impl Attributes {
    fn of(tag: &Tag, kind: Kind) -> Self {
        let mut out = Attributes::default();
        let names = attributes(kind);
        let mut seen = 0u32;
        for attribute in tag.values().take(MOST_ATTRIBUTES).filter(|a| a.value.len() <= LONGEST_VALUE) {
            let Some(at) = names.iter().position(|name| attribute.name.eq_ignore_ascii_case(name)).filter(|at| seen & (1 << at) == 0) else { continue };
            seen |= 1 << at;
            match names[at] {
                "style" => out.read_style(attribute.value),
                name => out.keep(name, attribute.value),
            }
        }
        out
    }

    fn read_style(&mut self, value: &str) {
        let style: String = value.chars().filter(|c| !c.is_whitespace() && *c != '"').map(|c| c.to_ascii_lowercase()).collect();
        if SHOWN_BY.iter().any(|declaration| style.contains(declaration)) {
            self.keep("style", &style);
            self.style = style;
        }
    }

    /// Whether white space counts in the element: it is kept there, or parts the words of a file's name.
    fn count_blanks(&self) -> bool {
        self.style.contains("white-space:") || self.kept.contains(" href=")
    }

    fn keep(&mut self, name: &str, value: &str) {
        self.kept.push(' ');
        self.kept.push_str(name);
        self.kept.push_str("=\"");
        for c in value.chars() {
            match c {
                '"' => self.kept.push_str("&quot;"),
                c => self.kept.push(c),
            }
        }
        self.kept.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::balance;

    #[track_caller]
    fn balanced(page: &str) -> String {
        balance(page, 256).page
    }

    #[test]
    fn what_is_not_shown_is_left_out() {
        let page = "<html><head><style>p{}</style><script>if(a<b)document.write('<p>x')</script></head><body onload='x()'><!-- 注 -->收入<o:p></o:p><img src=a.png></body>";
        assert_eq!(balanced(page), "收入");
    }

    #[test]
    fn only_attributes_that_matter_are_handed_on() {
        let page = "<td width=80 COLSPAN=2 colspan=3 class=\"a\" style='color:red'>1</td>";
        assert_eq!(balanced(&format!("<table><tr>{page}")), "<table><tr><td colspan=\"2\" class=\"a\">1</td></tr></table>");
    }

    #[test]
    fn formatting_and_spans_that_say_nothing_are_passed_over() {
        assert_eq!(
            balanced("<p><b>收<font color=red>入</b></font><span lang=EN-US>1<span style='display: none'>2</span>3</span></p>"),
            "<p>收入1<span style=\"display:none\">2</span>3</p>"
        );
    }

    #[test]
    fn rows_and_cells_end_with_the_next_one() {
        assert_eq!(balanced("<table><tr><td>1<td>2<tr><td>3</table>"), "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>");
    }

    #[test]
    fn paragraphs_and_items_end_with_the_next_one() {
        assert_eq!(balanced("<p>1<p>2<div>3</div><ul><li>4<li>5</ul>"), "<p>1</p><p>2</p><div>3</div><ul><li>4</li><li>5</li></ul>");
    }

    #[test]
    fn an_end_tag_does_not_reach_out_of_its_cell() {
        assert_eq!(balanced("<div><table><tr><td>1</div></p>2</td></tr></table>3</div>"), "<div><table><tr><td>1<br>2</td></tr></table>3</div>");
    }

    #[test]
    fn rows_without_a_table_get_one() {
        assert_eq!(balanced("<div><tr><td>1</td></tr></div>"), "<div><table><tr><td>1</td></tr></table></div>");
    }

    #[test]
    fn elements_beyond_the_depth_are_left_out_and_their_text_kept() {
        let out = balance("<div>1<div>2<div>3</div>4</div>5</div>6", 2);
        assert_eq!((out.page.as_str(), out.too_deep), ("<div>1<div>2 34</div>5</div>6", 1));
    }

    #[test]
    fn a_bracket_stays_text_when_the_tag_behind_it_is_left_out() {
        assert_eq!(balanced("<<b>p>收入"), "&lt;p>收入");
    }

    #[test]
    fn tags_close_themselves_in_xml_only() {
        let page = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><div/><p>1<script src=\"a\"/>2</p></html>";
        assert_eq!(balanced(&format!("<?xml version=\"1.0\"?>{page}")), "<div></div><p>12</p>");
        assert!(balance(page, 256).swallowed);
    }

    #[test]
    fn blocks_shown_as_a_table_are_one() {
        let page = "<div style='display:table'><div style='display:table-row'><div style='display:table-cell'>1</div><div style='display:table-cell'>2</div></div></div>3";
        let cells = "<td style=\"display:table-cell\">1</td><td style=\"display:table-cell\">2</td>";
        assert_eq!(balanced(page), format!("<table style=\"display:table\"><tr style=\"display:table-row\">{cells}</tr></table>3"));
    }
}
