//! What a style sheet of the page itself hides.
//!
//! Read are the rules for a single element by its name, identifier and classes (`.tab`, `div.tab.open`, `#more`). Rules for elements
//! inside others, for states and for media are passed over: a note that hidden text was read says nothing wrong where it is missing.

use super::page::{HIDING, SHOWING};

/// The most rules that are kept; the largest sheet seen says of 30 how they are shown.
const MOST_RULES: usize = 256;

/// The most identifiers and classes of one rule that is kept: each may be looked for in every element.
const MOST_NAMES: usize = 8;

/// The most bytes of the sheets of a page that are read.
const MOST_BYTES: usize = 1 << 20;

/// The rules that hide elements or show them again, in their order.
#[derive(Debug, Default)]
pub(super) struct Stylesheet {
    rules: Vec<Rule>,
    /// Bytes read so far.
    read: usize,
}

#[derive(Debug, PartialEq, Eq)]
struct Rule {
    /// In lower case; empty for any element.
    tag: String,
    ids: Vec<String>,
    classes: Vec<String>,
    hides: bool,
}

impl Stylesheet {
    /// Takes the rules of a sheet.
    pub(super) fn read(&mut self, sheet: &str) {
        self.read += sheet.len();
        if self.read > MOST_BYTES {
            return;
        }
        let sheet = uncommented(sheet);
        let mut rest = sheet.as_str();
        while let Some((selectors, behind)) = rest.split_once('{') {
            // @charset and @import end before the first selector, and pages for old browsers hide the sheet from them.
            let selectors = selectors.rsplit(';').next().unwrap_or(selectors).trim_start().trim_start_matches("<!--");
            let media = selectors.contains('@');
            let end = if media { closing(behind) } else { behind.find('}') };
            let (declarations, next) = end.map_or((behind, ""), |end| (&behind[..end], &behind[end + 1..]));
            if !media {
                self.rule(selectors, declarations);
            }
            rest = next;
        }
    }

    /// Whether nothing is hidden.
    pub(super) fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Whether an element with this name, identifier and classes is hidden: the most exact rule counts, and the last of them.
    pub(super) fn hides(&self, tag: &str, id: &str, class: &str) -> bool {
        let matching = self.rules.iter().filter(|rule| rule.matches(tag, id, class));
        matching.max_by_key(|rule| rule.exactness()).is_some_and(|rule| rule.hides)
    }

    fn rule(&mut self, selectors: &str, declarations: &str) {
        let style: String = declarations.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
        let hides = style.split(';').any(|declaration| HIDING.contains(&declaration));
        let shows = style.split(';').any(|declaration| SHOWING.iter().any(|start| declaration.starts_with(start)));
        if !hides && (!shows || self.rules.is_empty()) {
            return;
        }
        for selector in selectors.split(',').map(str::trim) {
            if self.rules.len() < MOST_RULES {
                self.rules.extend(Rule::of(selector, hides));
            }
        }
    }
}

impl Rule {
    /// `None` for anything but a name with identifiers and classes, or for too many of them.
    fn of(selector: &str, hides: bool) -> Option<Self> {
        let named = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '#');
        if selector.is_empty() || !selector.chars().all(named) || selector.matches(['.', '#']).count() > MOST_NAMES {
            return None;
        }
        let start = selector.find(['.', '#']).unwrap_or(selector.len());
        let mut rule = Rule { tag: selector[..start].to_ascii_lowercase(), ids: Vec::new(), classes: Vec::new(), hides };
        let mut rest = &selector[start..];
        while let Some(mark) = rest.chars().next() {
            let end = rest[1..].find(['.', '#']).map_or(rest.len(), |end| end + 1);
            if mark == '#' { &mut rule.ids } else { &mut rule.classes }.push(rest[1..end].to_owned());
            rest = &rest[end..];
        }
        Some(rule)
    }

    fn matches(&self, tag: &str, id: &str, class: &str) -> bool {
        (self.tag.is_empty() || self.tag.eq_ignore_ascii_case(tag))
            && self.ids.iter().all(|own| own == id)
            && self.classes.iter().all(|own| class.split_ascii_whitespace().any(|c| c == own))
    }

    /// As style sheets weigh their rules.
    fn exactness(&self) -> (usize, usize, bool) {
        (self.ids.len(), self.classes.len(), !self.tag.is_empty())
    }
}

/// The sheet without its comments.
fn uncommented(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, behind)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = behind.split_once("*/").map_or("", |(_, next)| next);
    }
    kept.push_str(rest);
    kept
}

/// Where the bracket closes that was opened before a text with brackets in it.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 1usize;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'{' | b'}')) {
        depth = if byte == b'{' { depth + 1 } else { depth - 1 };
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Stylesheet;

    #[track_caller]
    fn hidden(sheet: &str, elements: &[(&str, &str, &str)]) -> Vec<bool> {
        let mut stylesheet = Stylesheet::default();
        stylesheet.read(sheet);
        elements.iter().map(|(tag, id, class)| stylesheet.hides(tag, id, class)).collect()
    }

    #[test]
    fn rules_by_name_identifier_and_class_hide() {
        let sheet = "/* .a{} */ p.note , #more{color:red; DISPLAY : none} .big{font-size:2em}";
        let elements = [("p", "", "note big"), ("div", "", "note"), ("div", "more", ""), ("p", "", "big")];
        assert_eq!(hidden(sheet, &elements), [true, false, true, false]);
    }

    #[test]
    fn a_more_exact_rule_or_a_later_one_shows_again() {
        let sheet = ".tab{display:none}.tab.open{display:block}.box{display:none}.box{display:flex}";
        assert_eq!(hidden(sheet, &[("div", "", "tab"), ("div", "", "open tab"), ("div", "", "box")]), [true, false, false]);
    }

    #[test]
    fn the_first_rule_is_read_behind_what_stands_above_it() {
        for above in ["@charset \"utf-8\";", "@import url(\"a.css\");\n@import url(b.css);", "\n<!--\n", "@charset \"gbk\";<!-- "] {
            assert_eq!(hidden(&format!("{above} .x{{display:none}} .y{{display:none}} -->"), &[("p", "", "x"), ("p", "", "y")]), [true, true], "{above}");
        }
        assert_eq!(hidden("@import url(a.css); @media print{.x{display:none}}", &[("p", "", "x")]), [false]);
    }

    #[test]
    fn a_rule_of_many_classes_is_passed_over() {
        let rule = |classes: usize| format!("p{}{{display:none}}", ".a".repeat(classes));
        assert_eq!(hidden(&rule(8), &[("p", "", "a")]), [true]);
        assert_eq!(hidden(&rule(9), &[("p", "", "a")]), [false]);
    }

    #[test]
    fn rules_for_media_states_and_inner_elements_are_passed_over() {
        let sheet = "@media print{.article{display:none} .a .b{display:none}} .menu li{display:none} a:hover{display:none} .x{visibility:hidden";
        assert_eq!(hidden(sheet, &[("div", "", "article"), ("li", "", "menu"), ("a", "", ""), ("p", "", "x")]), [false, false, false, true]);
    }
}
