//! Which vocabulary an element is of: by the address its prefix stands for, not by the prefix.

use std::collections::HashMap;

/// A vocabulary of Word documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Namespace {
    /// Paragraphs, runs, tables, styles, numbering.
    Word,
    /// Formulas.
    Math,
    /// Alternatives for readers of different age.
    Compatibility,
    /// Drawings as Word 2007 and older write them.
    Vml,
    /// What holds text only as pictures and objects do.
    Other,
}

/// The addresses, transitional and strict.
const ADDRESSES: &[(&str, Namespace)] = &[
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", Namespace::Word),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", Namespace::Word),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", Namespace::Math),
    ("http://purl.oclc.org/ooxml/officeDocument/math", Namespace::Math),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", Namespace::Compatibility),
    ("urn:schemas-microsoft-com:vml", Namespace::Vml),
];

/// What a prefix stands for where the declarations are lost with a damaged start.
const CUSTOMARY: &[(&str, Namespace)] = &[("w", Namespace::Word), ("m", Namespace::Math), ("mc", Namespace::Compatibility), ("v", Namespace::Vml)];

/// The prefixes that are declared where the reading stands.
#[derive(Debug, Default)]
pub(super) struct Scope<'a> {
    declared: HashMap<&'a str, Vec<Namespace>>,
    /// The prefixes in the order of their declaration, each with the depth of its element.
    order: Vec<(usize, &'a str)>,
    /// The prefix looked up last: nearly all elements of a part have the same.
    last: Option<(&'a str, Namespace)>,
}

impl<'a> Scope<'a> {
    /// Takes the declarations among the attributes of an element at this depth.
    pub(super) fn enter(&mut self, depth: usize, attributes: impl Iterator<Item = (&'a str, &'a str)>) {
        for (key, address) in attributes {
            let Some(prefix) = key.strip_prefix("xmlns").and_then(|rest| if rest.is_empty() { Some("") } else { rest.strip_prefix(':') }) else { continue };
            let namespace = ADDRESSES.iter().find(|(known, _)| *known == address.trim()).map_or(Namespace::Other, |(_, namespace)| *namespace);
            self.declared.entry(prefix).or_default().push(namespace);
            self.order.push((depth, prefix));
            self.last = None;
        }
    }

    /// Forgets what was declared deeper than this depth.
    pub(super) fn leave(&mut self, depth: usize) {
        while let Some((_, prefix)) = self.order.pop_if(|(declared, _)| *declared > depth) {
            self.declared.get_mut(prefix).and_then(Vec::pop);
            self.last = None;
        }
    }

    /// What a prefix stands for here; the empty one is that of names without a prefix.
    pub(super) fn of_prefix(&mut self, prefix: &'a str) -> Namespace {
        if let Some((_, namespace)) = self.last.filter(|(last, _)| *last == prefix) {
            return namespace;
        }
        let declared = self.declared.get(prefix).and_then(|all| all.last()).copied();
        let namespace = declared.or_else(|| CUSTOMARY.iter().find(|(known, _)| *known == prefix).map(|(_, namespace)| *namespace));
        let namespace = namespace.unwrap_or(Namespace::Other);
        self.last = Some((prefix, namespace));
        namespace
    }
}
