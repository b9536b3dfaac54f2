//! The lists of a classification as tables of names, looked up by code, by name, and by name below a code.

use super::Code;
use crate::wordlist::Wordlist;
use smallvec::{smallvec, SmallVec};
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// A classification: rows `code <tab> name <tab> first year <tab> last year <tab> seen`, a year left out sets no limit.
///
/// A row without a code is another name of the item above, and its years are those of the name. An item has its code in every year
/// from the first to the last of all its names, and is found by each of them then: bureaus keep writing names that were replaced.
/// A code that came to mean something else, and a name that moved to another code, are items of their own.
///
/// `seen` says where code and name were seen together: in the list of `2010`, in reports from `2022` on, in `both`, or in `none`.
/// Without that column all was. What was not seen serves to find codes, and is no ground for calling a report wrong.
pub(super) struct List {
    /// By code; of one code the latest first.
    items: Vec<Item>,
    /// The codes of the items, in their order.
    codes: Vec<Code>,
    /// The places of the items of a name, in their order.
    by_name: Wordlist<Cow<'static, str>, SmallVec<[u16; 4]>>,
}

/// What a code stood for through some years.
pub(super) struct Item {
    pub(super) code: Code,
    years: RangeInclusive<u16>,
    /// The years in which it is documented, if ever.
    seen: Option<RangeInclusive<u16>>,
    /// The names with their years, the latest first.
    names: SmallVec<[(&'static str, RangeInclusive<u16>); 1]>,
}

impl Item {
    /// Whether the item is of a year; without one it always is.
    pub(super) fn is_of(&self, year: Option<u16>) -> bool {
        year.is_none_or(|y| self.years.contains(&y))
    }

    /// Whether it is documented that the code stood for this in a year, or in all.
    pub(super) fn is_documented(&self, year: Option<u16>) -> bool {
        let seen = self.seen.as_ref().is_some_and(|seen| seen.contains(&year.unwrap_or(0)) && seen.contains(&year.unwrap_or(u16::MAX)));
        seen && self.is_of(year)
    }

    /// Its name in a year, the latest without one.
    pub(super) fn name(&self, year: Option<u16>) -> &'static str {
        let then = self.names.iter().find(|(_, years)| year.is_none_or(|y| years.contains(&y)));
        then.unwrap_or(&self.names[0]).0
    }

    /// All its names, the latest first.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.names.iter().map(|(name, _)| *name)
    }

    /// Another name of the item, and the years that it adds.
    fn also(&mut self, name: &'static str, years: RangeInclusive<u16>) {
        self.years = *self.years.start().min(years.start())..=*self.years.end().max(years.end());
        self.names.push((name, years));
    }
}

impl List {
    pub(super) fn read(text: &'static str) -> List {
        let mut items: Vec<Item> = Vec::new();
        for row in text.lines() {
            let mut cells = row.split('\t');
            let mut cell = || cells.next().unwrap_or("");
            let (code, name, first, last) = (cell(), cell(), cell(), cell());
            let years = year(first).unwrap_or(0)..=year(last).unwrap_or(u16::MAX);
            let seen = seen(cell());
            if code.is_empty() {
                items.last_mut().expect("the first row has a code").also(name, years);
                continue;
            }
            let code = code.parse().expect("codes of a list have three, five or seven digits");
            items.push(Item { code, years: years.clone(), seen, names: smallvec![(name, years)] });
        }
        items.sort_by_key(|item| item.code);
        let codes = items.iter().map(|item| item.code).collect();
        let mut list = List { items, codes, by_name: Wordlist::new() };
        list.index();
        list
    }

    fn index(&mut self) {
        for (place, item) in self.items.iter().enumerate() {
            for name in item.names() {
                let places = self.by_name.entry(key(name));
                if places.last() != Some(&(place as u16)) {
                    places.push(place as u16);
                }
            }
        }
    }

    fn places(&self, name: &str) -> &[u16] {
        self.by_name.get(&key(name)).map_or(&[], |places| places)
    }

    fn at(&self, place: u16) -> &Item {
        &self.items[usize::from(place)]
    }

    /// Whether any year has an item of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        !self.places(name).is_empty()
    }

    /// The items of that name in a year, in any without one.
    pub(super) fn named(&self, name: &str, year: Option<u16>) -> impl Iterator<Item = &Item> {
        self.places(name).iter().map(|place| self.at(*place)).filter(move |item| item.is_of(year))
    }

    /// Those of them that stand directly below a code.
    pub(super) fn below(&self, parent: Code, name: &str, year: Option<u16>) -> impl Iterator<Item = &Item> {
        let above = move |place: &u16| self.codes[usize::from(*place)].digits / 100;
        let places = self.places(name);
        let from = places.partition_point(|place| above(place) < parent.digits);
        let below = places[from..].iter().take_while(move |place| above(place) == parent.digits);
        below.map(|place| self.at(*place)).filter(move |item| item.is_of(year))
    }

    /// What a code stood for, the latest first.
    pub(super) fn coded(&self, code: Code) -> &[Item] {
        let from = self.codes.partition_point(|other| *other < code);
        let count = self.codes[from..].iter().take_while(|other| **other == code).count();
        &self.items[from..from + count]
    }

    /// All codes with their names.
    pub(super) fn names(&self) -> impl Iterator<Item = (Code, &'static str)> + '_ {
        self.items.iter().flat_map(|item| item.names().map(|name| (item.code, name)))
    }
}

/// The year of a cell; `None` if it sets no limit.
fn year(text: &str) -> Option<u16> {
    (!text.is_empty()).then(|| text.parse().expect("a cell that is not empty has a year"))
}

/// The years that the last column speaks for.
fn seen(text: &str) -> Option<RangeInclusive<u16>> {
    match text {
        "2010" => Some(0..=2010),
        "2022" => Some(2022..=u16::MAX),
        "none" => None,
        "both" | "" => Some(0..=u16::MAX),
        other => unreachable!("the last column says where an item was seen, not {other}"),
    }
}

/// A name as it is compared: brackets, blanks, （室） behind an office and a last 支出 do not matter.
fn key(name: &str) -> Cow<'_, str> {
    let ignored = |c: char| c.is_whitespace() || matches!(c, '（' | '）' | '(' | ')' | '“' | '”');
    if !is_of_han(name) && name.contains(ignored) {
        let mut plain: String = name.replace("（室）", "").chars().filter(|c| !ignored(*c)).collect();
        plain.truncate(without_last_word(&plain).len());
        return Cow::Owned(plain);
    }
    Cow::Borrowed(without_last_word(name))
}

/// Whether a name is of Han characters only, as nearly all are: none of those is ignored.
fn is_of_han(name: &str) -> bool {
    let mut rest = name.as_bytes();
    while let [0xe4..=0xe9, _, _, behind @ ..] = rest {
        rest = behind;
    }
    rest.is_empty()
}

/// A name without its last 支出.
pub(super) fn without_last_word(name: &str) -> &str {
    name.strip_suffix("支出").filter(|short| !short.is_empty()).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn a_row_without_a_code_is_another_name_and_an_empty_year_no_limit() {
        let list = List::read("201\t甲事务\n20101\t乙事务\t2012\t2018\n\t丙事务\t\t2011\n");
        let codes = |name, year| list.named(name, Some(year)).map(|item| item.code.to_string()).collect::<Vec<_>>();
        assert_eq!((codes("甲事务", 1990), codes("丙事务", 1990), codes("乙事务", 2019)), (vec!["201".to_owned()], vec!["20101".to_owned()], vec![]));
    }

    #[test]
    #[should_panic = "three, five or seven digits"]
    fn a_code_that_is_none_is_a_mistake_of_the_list() {
        List::read("201\t甲事务\n2010l\t乙事务\n");
    }

    #[test]
    #[should_panic = "has a year"]
    fn a_year_that_is_none_is_a_mistake_of_the_list() {
        List::read("201\t甲事务\t201O\n");
    }
}
