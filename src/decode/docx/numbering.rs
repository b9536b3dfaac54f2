//! The numbering part, and the numbers that paragraphs get from it.

use super::markup::{Mark, Markup, Tag};
use super::namespace::Namespace;
use super::ordinal::NumberFormat;
use super::styles::{Style, Styles};
use super::symbol;
use std::collections::{HashMap, HashSet};

/// Levels of a list.
const LEVELS: usize = 9;

/// Definitions that may name a style that names a definition.
const LONGEST_LINK: usize = 8;

/// The longest pattern of a level that is written; a list has at most nine numbers and what parts them.
const LONGEST_PATTERN: usize = 256;

/// What stands between a number and the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Suffix {
    #[default]
    Blank,
    Nothing,
}

/// A level of a list.
#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: NumberFormat,
    /// The text of a number, `%1` standing for that of the first level.
    pattern: String,
    /// The level, from 1, that this one starts again behind; 0 for never, `None` for any above it.
    restart: Option<usize>,
    /// The style whose paragraphs are of this level.
    style: String,
    /// Whether all numbers in the pattern are written in digits.
    legal: bool,
    suffix: Suffix,
}

impl Default for Level {
    fn default() -> Self {
        let format = NumberFormat::decimal();
        Level { start: 0, format, pattern: String::new(), restart: None, style: String::new(), legal: false, suffix: Suffix::default() }
    }
}

/// A list as it is defined once.
#[derive(Debug, Default)]
struct Definition {
    levels: [Option<Level>; LEVELS],
    /// The style that the definition is to be taken from instead.
    link: Option<String>,
}

/// A list as paragraphs name it.
#[derive(Debug, Default)]
struct List {
    definition: String,
    levels: [Option<Level>; LEVELS],
    starts: [Option<u32>; LEVELS],
}

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<String, Definition>,
    lists: HashMap<String, List>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists and levels that have started at a number of their own.
    started: HashSet<(String, usize)>,
}

/// The numbering that a paragraph names itself.
#[derive(Debug, Clone, Default)]
pub(super) struct OwnNumbering {
    pub(super) id: Option<String>,
    pub(super) level: Option<usize>,
}

impl Numbering {
    pub(super) fn read(xml: &str) -> Self {
        let mut reading = Reading::default();
        let mut markup = Markup::new(xml);
        while let Some(mark) = markup.next() {
            if let Mark::Open(tag) = mark {
                if tag.namespace == Namespace::Word {
                    reading.take(&mut markup, &tag);
                }
            }
        }
        reading.numbering
    }

    /// Counts a paragraph and gives the number that stands before its text; `None` for one without.
    pub(super) fn label(&mut self, own: &OwnNumbering, style: Option<&Style>, styles: &Styles) -> Option<String> {
        let by_style = style.and_then(|style| style.numbering.as_ref());
        let id = own.id.as_deref().or(by_style.map(|n| n.id.as_str()))?;
        if id == "0" {
            return None;
        }
        let definition = self.definition_of(id, styles)?;
        let level = match (own.level, by_style) {
            (Some(level), _) => level,
            (None, Some(style)) if own.id.is_none() => self.level_of_style(id, &definition, &style.style).or(style.level).unwrap_or(0),
            _ => 0,
        };
        let level = level.min(LEVELS - 1);
        self.count(id, &definition, level);
        self.written(id, &definition, level)
    }

    /// The definition of a list, behind the styles that stand for others.
    fn definition_of(&self, id: &str, styles: &Styles) -> Option<String> {
        let mut name = &self.lists.get(id)?.definition;
        for _ in 0..LONGEST_LINK {
            let Some(link) = self.definitions.get(name).and_then(|d| d.link.as_ref()) else { break };
            let Some(numbering) = styles.get(link).and_then(|style| style.numbering.as_ref()) else { break };
            let Some(list) = self.lists.get(&numbering.id) else { break };
            name = &list.definition;
        }
        Some(name.clone())
    }

    fn level_of_style(&self, id: &str, definition: &str, style: &str) -> Option<usize> {
        (0..LEVELS).find(|level| self.level(id, definition, *level).is_some_and(|l| l.style == style))
    }

    fn level(&self, id: &str, definition: &str, level: usize) -> Option<&Level> {
        let own = self.lists.get(id).and_then(|list| list.levels[level].as_ref());
        own.or_else(|| self.definitions.get(definition).and_then(|d| d.levels[level].as_ref()))
    }

    fn count(&mut self, id: &str, definition: &str, level: usize) {
        let start = self.level(id, definition, level).map_or(1, |l| l.start);
        let restarts: Vec<bool> = (0..LEVELS).map(|deeper| deeper > level && self.starts_again(id, definition, deeper, level)).collect();
        let own_start = self.lists.get(id).and_then(|list| list.starts[level]);
        let fresh = own_start.filter(|_| self.started.insert((id.to_owned(), level)));
        let counts = self.counts.entry(definition.to_owned()).or_default();
        counts[level] = Some(fresh.unwrap_or_else(|| counts[level].map_or(own_start.unwrap_or(start), |count| count.saturating_add(1))));
        for (count, _) in counts.iter_mut().zip(restarts).filter(|(_, restarts)| *restarts) {
            *count = None;
        }
    }

    fn starts_again(&self, id: &str, definition: &str, deeper: usize, behind: usize) -> bool {
        match self.level(id, definition, deeper).and_then(|l| l.restart) {
            None => true,
            Some(restart) => behind < restart,
        }
    }

    fn written(&self, id: &str, definition: &str, at: usize) -> Option<String> {
        let level = self.level(id, definition, at)?;
        let mut out = String::new();
        if level.format == NumberFormat::Bullet {
            out.extend(level.pattern.chars().map(symbol::bullet));
        } else {
            let mut characters = level.pattern.chars().peekable();
            while let Some(c) = characters.next() {
                match characters.peek().and_then(|next| next.to_digit(10)).filter(|n| c == '%' && *n > 0) {
                    Some(number) => {
                        characters.next();
                        out.push_str(&self.number(id, definition, number as usize - 1, level.legal));
                    }
                    None => out.push(c),
                }
            }
        }
        if out.is_empty() {
            return None;
        }
        if level.suffix == Suffix::Blank {
            out.push(' ');
        }
        Some(out)
    }

    /// The number of a level as it stands; one that no paragraph has had yet is where it starts.
    fn number(&self, id: &str, definition: &str, at: usize, legal: bool) -> String {
        let level = self.level(id, definition, at);
        let start = self.lists.get(id).and_then(|list| list.starts[at]).or(level.map(|l| l.start)).unwrap_or(1);
        let count = self.counts.get(definition).and_then(|counts| counts[at]).unwrap_or(start);
        let format = if legal { NumberFormat::decimal() } else { level.map_or(NumberFormat::decimal(), |l| l.format) };
        format.written(count)
    }
}

/// Where the reading of the part stands.
#[derive(Default)]
struct Reading {
    numbering: Numbering,
    owner: Owner,
    level: usize,
}

/// What the levels belong to that are being read.
#[derive(Default)]
enum Owner {
    #[default]
    Nothing,
    Definition(String),
    List(String),
}

impl Reading {
    fn take<'a>(&mut self, markup: &mut Markup<'a>, tag: &Tag<'a>) {
        match tag.local() {
            "abstractNum" => {
                let id = markup.value(tag, "abstractNumId").unwrap_or_default().into_owned();
                self.numbering.definitions.entry(id.clone()).or_default();
                self.owner = Owner::Definition(id);
            }
            "num" => {
                let id = markup.value(tag, "numId").unwrap_or_default().into_owned();
                self.numbering.lists.entry(id.clone()).or_default();
                self.owner = Owner::List(id);
            }
            "lvlOverride" | "lvl" => {
                let level = markup.value(tag, "ilvl").and_then(|v| v.trim().parse::<usize>().ok()).filter(|level| *level < LEVELS);
                self.level = level.unwrap_or(if tag.local() == "lvl" && matches!(self.owner, Owner::List(_)) { self.level } else { LEVELS });
                if tag.local() == "lvl" {
                    self.with_level(|_| {});
                }
            }
            local => {
                if let Some(value) = markup.value(tag, "val") {
                    self.property(local, &value);
                } else if local == "isLgl" {
                    self.with_level(|level| level.legal = true);
                }
            }
        }
    }

    fn property(&mut self, local: &str, value: &str) {
        let number = value.trim().parse::<u32>().ok();
        match local {
            "abstractNumId" => self.with_list(|list, _| list.definition = value.to_owned()),
            "startOverride" => self.with_list(|list, level| list.starts[level] = number),
            "numStyleLink" => self.link(value),
            "start" => self.with_level(|level| level.start = number.unwrap_or(level.start)),
            "numFmt" => self.with_level(|level| level.format = NumberFormat::named_maybe(value).unwrap_or(level.format)),
            "lvlText" => self.with_level(|level| level.pattern = value.chars().take(LONGEST_PATTERN).collect()),
            "lvlRestart" => self.with_level(|level| level.restart = number.map(|n| n as usize)),
            "pStyle" => self.with_level(|level| level.style = value.to_owned()),
            "isLgl" => self.with_level(|level| level.legal = super::styles::is_on(value)),
            "suff" => self.with_level(|level| level.suffix = if value == "nothing" { Suffix::Nothing } else { Suffix::Blank }),
            _ => {}
        }
    }

    fn link(&mut self, style: &str) {
        if let Owner::Definition(id) = &self.owner {
            self.numbering.definitions.entry(id.clone()).or_default().link = Some(style.to_owned());
        }
    }

    fn with_list(&mut self, change: impl FnOnce(&mut List, usize)) {
        if let Owner::List(id) = &self.owner {
            change(self.numbering.lists.entry(id.clone()).or_default(), self.level.min(LEVELS - 1));
        }
    }

    fn with_level(&mut self, change: impl FnOnce(&mut Level)) {
        if self.level >= LEVELS {
            return;
        }
        let levels = match &self.owner {
            Owner::Nothing => return,
            Owner::Definition(id) => &mut self.numbering.definitions.entry(id.clone()).or_default().levels,
            Owner::List(id) => &mut self.numbering.lists.entry(id.clone()).or_default().levels,
        };
        change(levels[self.level].get_or_insert_with(Level::default));
    }
}
