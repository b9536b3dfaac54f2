//! The rows below the head of the indicators.

use super::reader::{Column, Piece, Reader, LONGEST_NAME};
use super::stating::bound_of;
use super::words::Head;
use super::Indicator;
use crate::concept::Concept;
use crate::figure::Role;
use crate::quantity::{self, Read, Reading, Unit};
use crate::tables::amount::{self, content, Content};
use smallvec::SmallVec;

/// The cells of a row of an indicator.
#[derive(Debug, Clone, Copy, Default)]
struct Record<'p> {
    level1: Option<&'p Piece>,
    level2: Option<&'p Piece>,
    level3: Option<&'p Piece>,
    target: Option<&'p Piece>,
    actual: Option<&'p Piece>,
    nature: Option<&'p Piece>,
    measure: Option<&'p Piece>,
}

impl<'p> Record<'p> {
    fn of(reader: &Reader<'_, '_, '_>, pieces: &'p [Piece]) -> Self {
        let mut record = Record::default();
        for piece in pieces {
            let slot = match reader.head(piece).map(|c| c.head) {
                Some(Head::Level1) => &mut record.level1,
                Some(Head::Level2) => &mut record.level2,
                Some(Head::Level3) => &mut record.level3,
                Some(Head::Target) => &mut record.target,
                Some(Head::Actual) => &mut record.actual,
                Some(Head::Nature) => &mut record.nature,
                Some(Head::Measure) => &mut record.measure,
                _ => continue,
            };
            slot.get_or_insert(piece);
        }
        record
    }

    /// The unit of a cell of its own.
    fn unit(&self) -> Option<Unit> {
        let text = &self.measure?.text;
        amount::unit_named(text).or_else(|| composed(text))
    }

    /// The sign of a cell of its own: `≥`.
    fn sign(&self) -> Option<&'p str> {
        self.nature.map(|p| p.text.as_str())
    }

    /// A value as printed, with the sign before it and the unit behind it that stand in cells of their own.
    fn worded(&self, value: Option<&Piece>, sign: Option<&Piece>) -> String {
        let Some(text) = value.map(|p| p.text.as_str()) else { return String::new() };
        if sign.is_none() && self.measure.is_none() {
            return text.to_owned();
        }
        let bare = matches!(content(text), Content::Amount(amount) if amount.unit.is_none());
        let sign = sign.map(|p| p.text.as_str()).filter(|sign| bare && bound_of(sign).is_some());
        let unit = self.measure.map(|p| p.text.as_str()).filter(|_| bare);
        [sign.unwrap_or(""), text, unit.unwrap_or("")].concat()
    }
}

impl Reader<'_, '_, '_> {
    /// A row below the head of the indicators: an indicator, a level for the rows below, or a project of a list; whether it is one.
    pub(super) fn indicator(&mut self, pieces: &[Piece]) -> bool {
        let own: SmallVec<[&Piece; 8]> = pieces.iter().filter(|p| p.slot.fresh).collect();
        let filled = own.iter().any(|p| !p.text.is_empty() && self.head(p).is_some_and(|c| c.head.tells()));
        if !filled || self.is_across(&own) {
            return false;
        }
        self.listed(pieces);
        let record = Record::of(self, pieces);
        self.level(0, record.level1);
        self.level(1, record.level2);
        let name = record.level3.map_or("", |p| &p.text);
        let called = if name.is_empty() { self.levels[1].clone() } else { name.to_owned() };
        let mut read = Indicator { level1: self.levels[0].clone(), level2: self.levels[1].clone(), level3: name.to_owned(), ..Indicator::default() };
        read.target.text = record.worded(record.target, record.nature);
        read.actual.text = record.worded(record.actual, None);
        for piece in &own {
            self.below(piece, &record, &called, &mut read);
        }
        if [record.level3, record.target, record.actual].into_iter().flatten().any(|p| p.slot.fresh && !p.text.is_empty()) {
            self.project().indicators.push(read);
        }
        self.list_below(&called, &own);
        true
    }

    /// The project and the body of a row of a list; one body may stand beside several projects.
    fn listed(&mut self, pieces: &[Piece]) {
        let below = |reader: &Self, head: Head| {
            let named = pieces.iter().find(|p| !p.text.is_empty() && reader.head(p).is_some_and(|c| c.head == head));
            named.map(|p| p.text.clone())
        };
        let Some(name) = below(self, Head::Project).filter(|name| self.name() != name) else { return };
        let agency = below(self, Head::Agency);
        let project = self.headed();
        project.project = name;
        project.agency = agency;
        self.levels = Default::default();
    }

    /// A cell below the head of the indicators.
    fn below(&mut self, piece: &Piece, record: &Record<'_>, called: &str, read: &mut Indicator) {
        let Some(column) = self.column_over(piece) else { return self.stating.rest(piece.slot.place) };
        let place = piece.slot.place;
        let project = self.projects.last().map_or("", |project| &project.project);
        let ids = match column.head {
            Head::Level3 => self.stating.name(place, &piece.text, project),
            Head::Target | Head::Actual => {
                let (role, sign) = if column.head == Head::Target { (Role::Target, record.sign()) } else { (Role::Actual, None) };
                let ids = self.stating.indicated(place, role, record.unit(), sign, called, project);
                if role == Role::Target { &mut read.target } else { &mut read.actual }.figures.extend(&ids);
                ids
            }
            Head::Weight if self.is_amount(piece) => return read.weight = self.point(piece, Some(&column), called, Some(called)),
            Head::Score if self.is_amount(piece) => return read.score = self.point(piece, Some(&column), called, Some(called)),
            Head::Goal => return self.reach(piece, Role::Target),
            Head::Reached => return self.reach(piece, Role::Actual),
            Head::Money(role, _) if self.is_amount(piece) => return self.listed_money(piece, role, &column),
            Head::Level1 | Head::Level2 | Head::Project | Head::Agency => return self.stating.named(place),
            head => {
                if head == Head::Remark {
                    read.remark = Some(piece.text.clone()).filter(|text| !text.is_empty());
                }
                return self.stating.rest(place);
            }
        };
        for id in ids {
            let figure = self.stating.figure(id);
            figure.row = Some(self.table.rows.len());
            figure.column = Some(column.printed.clone());
        }
    }

    /// The money of a project in a list.
    fn listed_money(&mut self, piece: &Piece, role: Role, column: &Column) {
        let unit = column.unit.clone().or_else(|| self.unit.clone());
        let row = self.table.rows.len();
        for id in self.stating.amounts(piece.slot.place, role, unit) {
            self.give_money(id, Some(Concept::PerformanceProjectTotal), role, &column.printed, row);
            self.stating.figure(id).column = Some(column.printed.clone());
        }
    }

    /// Remembers a level; a blank cell is the one above, as where cells are not merged. Another first level has second ones of its own.
    fn level(&mut self, depth: usize, piece: Option<&Piece>) {
        let Some(text) = piece.map(|p| &p.text).filter(|t| !t.is_empty() && t.len() <= LONGEST_NAME) else { return };
        if self.levels[depth] != *text {
            self.levels[depth].clone_from(text);
            self.levels[depth + 1..].iter_mut().for_each(String::clear);
        }
    }

    /// Whether all that a row prints stands in one cell across columns that differ: a remark on the whole.
    fn is_across(&self, own: &[&Piece]) -> bool {
        let mut below = own.iter().filter(|p| !p.text.is_empty() && self.head(p).is_some());
        let (Some(only), None) = (below.next(), below.next()) else { return false };
        let mut heads = self.stating.lattice.cells[only.slot.place].columns().map(|column| &self.heads[column]);
        let first = heads.next();
        heads.any(|head| Some(head) != first)
    }
}

/// A unit with a multiplier before it: `万册`.
fn composed(text: &str) -> Option<Unit> {
    let counted = format!("1{text}");
    match quantity::read(&counted, 0) {
        Read { reading: Reading::Quantity(read), end } if end == counted.len() && read.bound.is_none() => read.unit,
        _ => None,
    }
}
