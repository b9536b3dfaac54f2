//! The figures in a cell of a performance table, and what other digits in it are.

use crate::concept::Concept;
use crate::figure::{Figure, Role, UnitFrom};
use crate::ledger::{self, Ledger};
use crate::quantity::{Bound, DigitKind, Measure, Quantity, Unit};
use crate::tables::amount::{content, Content};
use crate::tables::lattice::Lattice;
use std::borrow::Cow;
use std::ops::Range;

/// What the cells of one table state, given to the ledger.
pub(super) struct Stating<'l, 'a, 'g> {
    pub(super) ledger: &'l mut Ledger<'a>,
    pub(super) lattice: &'g Lattice,
    /// The `id` of the table.
    pub(super) table: usize,
    pub(super) section: Option<usize>,
}

/// The bound that a cell of its own prints; `Some(None)` for an exact value.
pub(super) fn bound_of(text: &str) -> Option<Option<Bound>> {
    Some(match text {
        "≥" | "大于等于" | "不低于" | "不少于" | ">=" => Some(Bound::AtLeast),
        "≤" | "小于等于" | "不高于" | "不超过" | "<=" => Some(Bound::AtMost),
        ">" | "＞" | "大于" => Some(Bound::MoreThan),
        "<" | "＜" | "小于" => Some(Bound::LessThan),
        "=" | "＝" | "等于" => None,
        _ => return None,
    })
}

impl<'a> Stating<'_, 'a, '_> {
    pub(super) fn words(&self, place: usize) -> Cow<'a, str> {
        self.lattice.cells[place].words(self.ledger)
    }

    pub(super) fn printed(&self, place: usize) -> String {
        self.lattice.cells[place].printed(self.ledger)
    }

    pub(super) fn figure(&mut self, id: usize) -> &mut Figure {
        &mut self.ledger.figures[id]
    }

    /// The quantities in the words of a stretch of folded text.
    fn quantities_in(&mut self, range: Range<usize>) -> Vec<Quantity> {
        // Most words have no digits.
        match self.ledger.text(range.clone()).bytes().fold(false, |any, byte| any | byte.is_ascii_digit()) {
            true => self.ledger.quantities(range),
            false => Vec::new(),
        }
    }

    /// The quantities of a cell, each with where its cell starts: the whole cell as one amount, or those in its words.
    fn quantities(&mut self, place: usize) -> Vec<(usize, Quantity)> {
        let mut found = Vec::new();
        for range in self.lattice.cells[place].stretches() {
            let text = self.ledger.text(range.clone());
            match content(text) {
                Content::Amount(read) if read.unit.is_none() => {
                    let start = range.start + (text.len() - text.trim_start().len()) + read.lead;
                    let end = start + read.length;
                    let quantity = Quantity { value: read.value, low: None, unit: None, measure: None, bound: None, lead: start, start, end, tail: end };
                    found.push((range.start, quantity));
                }
                _ => found.extend(self.quantities_in(range.clone()).into_iter().map(|quantity| (range.start, quantity))),
            }
        }
        found
    }

    fn state(&mut self, quantity: &Quantity, role: Role, cell: usize) -> Option<usize> {
        let id = self.ledger.figure(quantity, role, self.section, cell.min(quantity.start)..quantity.end)?;
        self.figure(id).table = Some(self.table);
        Some(id)
    }

    /// Digits that are part of a name.
    pub(super) fn named(&mut self, place: usize) {
        self.claim(place, DigitKind::Name);
    }

    /// Digits in words that state nothing of the project.
    pub(super) fn rest(&mut self, place: usize) {
        self.claim(place, DigitKind::TableCell);
    }

    fn claim(&mut self, place: usize, kind: DigitKind) {
        for range in self.lattice.cells[place].stretches() {
            for quantity in self.quantities_in(range) {
                self.ledger.claim(quantity.start..quantity.end, kind);
            }
        }
    }

    /// Amounts without meaning yet; `unit` is that of the head, for those that print none.
    pub(super) fn amounts(&mut self, place: usize, role: Role, unit: Option<Unit>) -> Vec<usize> {
        let mut ids = Vec::new();
        for (cell, quantity) in self.quantities(place) {
            let Some(id) = self.state(&quantity, role, cell) else { break };
            match (quantity.measure, quantity.unit.is_none(), &unit) {
                (Some(Measure::Magnitude), ..) => self.ledger.complete_money(id, quantity.measure),
                (None, true, Some(unit)) => self.ledger.inherit_unit(id, unit.clone(), UnitFrom::Head),
                _ => {}
            }
            ids.push(id);
        }
        ids
    }

    /// What a cell says in words: each figure is named by the words before it, or by `name`.
    pub(super) fn stated(&mut self, place: usize, role: Role, concept: Concept, name: Option<&str>, project: &str) -> Vec<usize> {
        let mut ids = Vec::new();
        let mut from = 0;
        for (cell, quantity) in self.quantities(place) {
            from = from.max(cell);
            if self.is_item(&quantity) {
                self.ledger.claim(quantity.start..quantity.end, DigitKind::Numbering);
                continue;
            }
            let label = name.map_or_else(|| ledger::label(&self.ledger.folded.text, from, &quantity), str::to_owned);
            from = quantity.tail;
            let Some(id) = self.state(&quantity, role, cell) else { break };
            self.give(id, concept, &label, project);
            ids.push(id);
        }
        ids
    }

    /// `目标1：`: the number of one of several goals.
    fn is_item(&self, quantity: &Quantity) -> bool {
        let text = &self.ledger.folded.text;
        quantity.unit.is_none() && text[..quantity.start].ends_with("目标") && text[quantity.end..].starts_with(['：', '、', '.', '；', '，'])
    }

    /// A value of an indicator; unit and sign may stand in cells of their own.
    pub(super) fn indicated(&mut self, place: usize, role: Role, unit: Option<Unit>, sign: Option<&str>, name: &str, project: &str) -> Vec<usize> {
        let ids = self.stated(place, role, Concept::PerformanceIndicator, Some(name), project);
        if let [id] = ids[..] {
            let figure = self.figure(id);
            figure.bound = figure.bound.or(sign.and_then(bound_of).flatten());
            if let Some(unit) = unit.filter(|_| self.figure(id).unit.is_none()) {
                self.ledger.inherit_unit(id, unit, UnitFrom::Head);
            }
        }
        ids
    }

    /// Numbers in the name of an indicator: limits of time, what is counted, or the target itself.
    pub(super) fn name(&mut self, place: usize, name: &str, project: &str) -> Vec<usize> {
        let mut ids = Vec::new();
        for (cell, quantity) in self.quantities(place) {
            let role = match (quantity.measure, quantity.bound) {
                (Some(Measure::Extent), _) => Role::Threshold,
                (_, Some(_)) => Role::Target,
                _ => Role::Count,
            };
            let Some(id) = self.state(&quantity, role, cell) else { break };
            self.give(id, Concept::PerformanceIndicatorName, name, project);
            ids.push(id);
        }
        ids
    }

    fn give(&mut self, id: usize, concept: Concept, label: &str, project: &str) {
        let figure = self.figure(id);
        figure.concept = Some(concept);
        figure.label = label.to_owned();
        figure.dimensions.insert("indicator".into(), label.to_owned());
        if !project.is_empty() {
            figure.dimensions.insert("project".into(), project.to_owned());
        }
    }
}
