//! The rows of a performance table, as cells on a lattice: what each of them states of which project.

use super::covering::{Covering, Slot};
use super::stating::Stating;
use super::words::{self, Head, Heads, Label};
use super::{Goal, IndicatorValue, Project};
use crate::concept::Concept;
use crate::figure::{Role, UnitFrom};
use crate::ledger::Ledger;
use crate::outline::form_number_maybe;
use crate::quantity::Unit;
use crate::tables::amount::{self, content, Content};
use crate::tables::lattice::Lattice;
use crate::tables::{furniture, Row, Table};
use smallvec::SmallVec;
use std::cell::OnceCell;
use std::rc::Rc;

/// Reads a lattice into a table whose title is known, and the projects it holds; the figures go to the ledger.
pub(super) fn read(ledger: &mut Ledger<'_>, lattice: &Lattice, table: Table) -> (Table, Vec<Project>) {
    let unit = table.unit.clone();
    let mut reader = Reader {
        stating: Stating { ledger, lattice, table: table.id, section: table.section },
        table,
        projects: Vec::new(),
        part: Part::Pairs,
        heads: vec![None; lattice.columns],
        unit,
        levels: Default::default(),
        whole: Vec::new(),
        merges: lattice.cells.iter().any(|cell| cell.row_span * cell.column_span > 1),
    };
    let mut covering = Covering::new(lattice.columns);
    for row in 0..lattice.rows() {
        let slots = covering.enter(lattice, row);
        reader.row(&slots);
    }
    reader.finish()
}

/// Which part of the table is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Names and values side by side.
    Pairs,
    Money,
    Goal,
    Indicators,
}

/// A column of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) head: Head,
    /// Its place in [`Table::columns`].
    listed: usize,
    /// The head cell as printed.
    pub(super) printed: String,
    /// The unit that the head names in brackets.
    pub(super) unit: Option<Unit>,
}

/// A cell of a row with its words, white space removed; a cell that reaches down from above has them only if it may be a name.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) slot: Slot,
    pub(super) text: String,
    /// What its words say as a label and as a head, once they were asked for.
    label: OnceCell<Option<Label>>,
    head: OnceCell<Option<Head>>,
}

impl Piece {
    fn new(slot: Slot, text: String) -> Self {
        Piece { slot, text, label: OnceCell::new(), head: OnceCell::new() }
    }

    /// What it says of the cell at its right.
    fn label(&self) -> Option<Label> {
        *self.label.get_or_init(|| words::label_maybe(&self.text))
    }

    /// What it says as a head.
    fn as_head(&self) -> Option<Head> {
        *self.head.get_or_init(|| words::head_maybe(&self.text))
    }
}

/// Longer cells name nothing: the longest level of indicators seen has 30 characters. What is said of each row below must be short.
pub(super) const LONGEST_NAME: usize = 200;

/// The points of the indicators above it, not of all.
const SUBTOTAL: &str = "小计";

/// More heads no form has; the widest seen has 14.
const MOST_COLUMNS: usize = 64;

pub(super) struct Reader<'l, 'a, 'g> {
    pub(super) stating: Stating<'l, 'a, 'g>,
    pub(super) table: Table,
    pub(super) projects: Vec<Project>,
    part: Part,
    /// What the open part holds below its head, by column of the lattice.
    pub(super) heads: Vec<Option<Rc<Column>>>,
    /// The unit of its money: of the label beside it, or of the table.
    pub(super) unit: Option<Unit>,
    /// 一级指标 and 二级指标 of the row above.
    pub(super) levels: [String; 2],
    /// The last figures of money that were no part of others, by role.
    whole: Vec<(Role, usize)>,
    /// Whether any cell covers more than one place.
    merges: bool,
}

impl Reader<'_, '_, '_> {
    fn finish(mut self) -> (Table, Vec<Project>) {
        let columns = self.table.columns.len();
        for row in &mut self.table.rows {
            row.cells.resize(columns, String::new());
        }
        self.projects.retain(|project| project.is_begun() || !project.project.is_empty());
        (self.table, self.projects)
    }

    fn row(&mut self, slots: &[Slot]) {
        let pieces: SmallVec<[Piece; 8]> = slots.iter().map(|slot| Piece::new(*slot, self.text(slot))).collect();
        let own: SmallVec<[&Piece; 8]> = pieces.iter().filter(|p| p.slot.fresh && !p.text.is_empty()).collect();
        let Some(first) = own.first() else { return };
        if self.is_furniture(&own) {
            return own.iter().for_each(|p| self.stating.rest(p.slot.place));
        }
        let names_project = own.iter().any(|p| p.label() == Some(Label::Project));
        let heads: Heads = own.iter().map(|p| p.as_head()).collect();
        if heads.are_of_indicators() {
            self.levels = Default::default();
            // 绩效指标完成情况 at the left is the name of the part.
            self.open(Part::Indicators, &own, &heads, |at, head| (at > 0 || !words::starts_part(&own[at].text)).then_some(head));
        } else if names_project {
            self.pairs(&pieces);
        } else if let Some((goal, reached)) = heads.of_goal() {
            let head = |at| if at == goal { Some(Head::Goal) } else { (Some(at) == reached).then_some(Head::Reached) };
            self.open(Part::Goal, &own, &heads, |at, _| head(at));
        } else if heads.are_of_money() && !own.iter().any(|p| self.is_amount(p)) {
            self.whole.clear();
            own.iter().for_each(|p| self.note_unit(&p.text));
            self.open(Part::Money, &own, &heads, |_, head| matches!(head, Head::Money(..) | Head::Weight | Head::Score | Head::Remark).then_some(head));
        } else if self.is_total(first) {
            self.total(&own);
        } else if self.part == Part::Indicators && self.indicator(&pieces) {
            // Read.
        } else if self.part == Part::Goal && self.goal(&own) {
        } else if self.part == Part::Money && own.iter().any(|p| self.is_amount(p) && self.head(p).is_some()) {
            self.money(&pieces);
        } else {
            self.pairs(&pieces);
        }
    }

    fn text(&self, slot: &Slot) -> String {
        let cell = &self.stating.lattice.cells[slot.place];
        if !slot.fresh && cell.text.len() > LONGEST_NAME {
            return String::new();
        }
        self.stating.printed(slot.place)
    }

    /// Title, year or unit of the table, each in a row of its own above the rows of a project.
    fn is_furniture(&mut self, own: &[&Piece]) -> bool {
        let says = |text: &str| {
            let named = || crate::outline::form_titled(text).is_some() || form_number_maybe(text).is_some() || furniture::unit_maybe(text).is_some();
            furniture::is_year(text.trim_matches(['（', '）', '(', ')'])) || furniture::may_be(text) && named()
        };
        let all = own.iter().all(|p| p.text.len() <= LONGEST_NAME && says(&p.text));
        if all {
            self.unit = own.iter().find_map(|p| furniture::unit_maybe(&p.text)).or(self.unit.take());
        }
        all
    }

    /// A label beside the money names its unit: `项目资金（万元）`.
    fn note_unit(&mut self, text: &str) {
        let unit = if text.len() > LONGEST_NAME { None } else { amount::unit_in_brackets(text).filter(|unit| unit.yuan().is_some()) };
        self.unit = unit.or(self.unit.take());
    }

    pub(super) fn head(&self, piece: &Piece) -> Option<&Column> {
        self.heads[piece.slot.column].as_deref()
    }

    /// The same, to be kept while the table is written.
    pub(super) fn column_over(&self, piece: &Piece) -> Option<Rc<Column>> {
        self.heads[piece.slot.column].clone()
    }

    pub(super) fn is_amount(&self, piece: &Piece) -> bool {
        matches!(content(&self.stating.words(piece.slot.place)), Content::Amount(_))
    }

    /// Takes a row as the head of a part; `takes` says what a head means in it, `None` for the name of the part.
    fn open(&mut self, part: Part, own: &[&Piece], heads: &Heads, takes: impl Fn(usize, Head) -> Option<Head>) {
        self.part = part;
        self.heads.fill(None);
        for (at, (piece, head)) in own.iter().zip(heads.as_slice()).enumerate() {
            self.stating.rest(piece.slot.place);
            let Some(head) = head.and_then(|head| takes(at, head)) else { continue };
            let Some(listed) = self.column(&piece.text) else { continue };
            let column = Column { head, listed, printed: piece.text.clone(), unit: amount::unit_in_brackets(&piece.text) };
            let columns = self.stating.lattice.cells[piece.slot.place].columns();
            self.heads[columns].fill(Some(Rc::new(column)));
        }
    }

    /// Nothing below stands in the columns of the open part.
    fn close(&mut self) {
        self.part = Part::Pairs;
        self.heads.fill(None);
    }

    /// The place of a column of the table by its head; empty for values that stand beside their name.
    fn column(&mut self, head: &str) -> Option<usize> {
        let columns = &mut self.table.columns;
        if let Some(at) = columns.iter().position(|column| column == head) {
            return Some(at);
        }
        if columns.len() >= MOST_COLUMNS {
            return None;
        }
        columns.push(head.to_owned());
        Some(columns.len() - 1)
    }

    /// Puts a row into the table, its cells by column.
    fn list<'t>(&mut self, label: &str, cells: impl IntoIterator<Item = (usize, &'t str)>) {
        let mut row = Row { label: label.to_owned(), cells: vec![String::new(); self.table.columns.len()], ..Row::default() };
        for (at, text) in cells {
            row.cells[at].push_str(text);
        }
        self.table.rows.push(row);
    }

    /// Puts the cells that stand below a head into the table.
    pub(super) fn list_below(&mut self, label: &str, own: &[&Piece]) {
        let cells: SmallVec<[(usize, &str); 8]> = own.iter().filter_map(|p| Some((self.head(p)?.listed, p.text.as_str()))).collect();
        self.list(label, cells);
    }

    /// Puts a value into the table that stands beside its name.
    fn list_beside(&mut self, label: &str, value: &str) {
        if let Some(at) = self.column("") {
            self.list(label, [(at, value)]);
        }
    }

    pub(super) fn project(&mut self) -> &mut Project {
        if self.projects.is_empty() {
            self.projects.push(Project::default());
        }
        self.projects.last_mut().expect("one was pushed")
    }

    /// The project whose head is being read, a new one behind the rows of another.
    pub(super) fn headed(&mut self) -> &mut Project {
        let begun = self.projects.last().is_some_and(|p| p.is_begun());
        if begun {
            self.projects.push(Project::default());
        }
        self.project()
    }

    pub(super) fn name(&self) -> &str {
        self.projects.last().map_or("", |p| &p.project)
    }

    /// Rows of labels and values: the project, the body, goal and money in one cell each.
    fn pairs(&mut self, pieces: &[Piece]) {
        let mut money = 0;
        let mut at = 0;
        let mut known = false;
        while at < pieces.len() {
            let next = self.beside(pieces, at);
            let value = pieces.get(next).filter(|p| p.slot.fresh && !p.text.is_empty());
            let taken = self.pair(&pieces[at], value, &mut money);
            known |= taken;
            if !taken && pieces[at].slot.fresh {
                self.stating.rest(pieces[at].slot.place);
            }
            at = if taken { next + 1 } else { at + 1 };
        }
        if !known {
            self.remark(pieces);
        }
    }

    /// Where the value of a label may stand: in the next cell, or behind the blank cells that a merged one leaves in files without them.
    fn beside(&self, pieces: &[Piece], label: usize) -> usize {
        let next = label + 1;
        if self.merges {
            return next;
        }
        let filled = pieces[next..].iter().position(|p| !p.text.is_empty()).map_or(next, |more| next + more);
        let is_label = pieces.get(filled).is_some_and(|p| p.text.len() <= LONGEST_NAME && p.label().is_some());
        if is_label {
            next
        } else {
            filled
        }
    }

    /// A row that states nothing that is known: 存在问题 and the like.
    fn remark(&mut self, pieces: &[Piece]) {
        let mut own = pieces.iter().filter(|p| p.slot.fresh && !p.text.is_empty());
        let Some(label) = own.next() else { return };
        let words: Vec<&str> = own.map(|p| p.text.as_str()).collect();
        if !words.is_empty() {
            self.list_beside(&label.text, &words.join(" "));
        }
    }

    /// Reads a label with its value; whether both were taken.
    fn pair(&mut self, label: &Piece, value: Option<&Piece>, money: &mut usize) -> bool {
        if label.text.is_empty() || label.text.len() > LONGEST_NAME {
            return false;
        }
        if label.slot.fresh {
            self.note_unit(&label.text);
        }
        let kind = label.label();
        let Some(value) = value else {
            // The name was left blank, but the rows below are those of another project.
            if kind == Some(Label::Project) {
                self.headed();
            }
            return false;
        };
        match kind {
            Some(Label::Project | Label::Body | Label::Agency) => self.body(kind, value),
            Some(Label::Goal) => {
                self.close();
                self.reach(value, Role::Target);
                self.list_beside(&label.text, &value.text);
                return true;
            }
            Some(Label::Total) => {
                self.points(&label.text, &[value]);
                return true;
            }
            None => return self.pair_of_money(label, value, money),
        }
        self.list_beside(&label.text, &value.text);
        self.stating.named(value.slot.place);
        true
    }

    /// 项目名称 and whose it is. The name of a body alone is that of the table on its whole expenditure.
    fn body(&mut self, kind: Option<Label>, value: &Piece) {
        self.close();
        let name = value.text.clone();
        let project = self.headed();
        match kind {
            Some(Label::Project) => {
                let body = std::mem::replace(&mut project.project, name);
                project.agency = project.agency.take().or(Some(body).filter(|b| !b.is_empty()));
            }
            Some(Label::Body) if project.project.is_empty() => project.project = name,
            _ => project.agency = project.agency.take().or(Some(name)),
        }
    }

    /// `预算数：40万`: the first of a row is the budget where its label does not say what it is.
    fn pair_of_money(&mut self, label: &Piece, value: &Piece, money: &mut usize) -> bool {
        let concept = words::money_maybe(&label.text);
        let counts = concept.is_some() || label.text.ends_with("资金");
        if !counts || !value.text.contains(|c: char| c.is_ascii_digit()) || value.text.len() > LONGEST_NAME {
            return false;
        }
        let role = match label.as_head() {
            Some(Head::Money(role @ (Role::InitialBudget | Role::AdjustedBudget | Role::Actual), _)) => role,
            _ if *money == 0 => Role::Budget,
            _ => Role::Actual,
        };
        *money += 1;
        let name = label.text.trim_end_matches(['：', ':']).to_owned();
        let row = self.table.rows.len();
        let unit = self.unit.clone();
        let ids = self.stating.amounts(value.slot.place, role, unit);
        for id in ids {
            self.give_money(id, concept, role, &name, row);
        }
        self.list_beside(&label.text, &value.text);
        true
    }

    pub(super) fn give_money(&mut self, id: usize, concept: Option<Concept>, role: Role, label: &str, row: usize) {
        let project = self.name().to_owned();
        let part = self.part_of(label, role, id);
        let figure = self.stating.figure(id);
        figure.concept = concept;
        figure.label = label.to_owned();
        figure.row = Some(row);
        figure.part_of = part;
        figure.dimensions.insert("project".into(), project);
        let project = self.project();
        match role {
            Role::Actual => project.execution.push(id),
            Role::Completion => project.completion.push(id),
            _ => project.budget.push(id),
        }
    }

    /// The total that 其中 opens the parts of.
    fn part_of(&mut self, label: &str, role: Role, id: usize) -> Option<usize> {
        let whole = self.whole.iter().position(|(of, _)| *of == role);
        if label.starts_with("其中") {
            return whole.map(|at| self.whole[at].1);
        }
        match whole {
            Some(at) => self.whole[at].1 = id,
            None => self.whole.push((role, id)),
        }
        None
    }

    /// A row of money below its heads; the label is the last of the words before the first amount.
    fn money(&mut self, pieces: &[Piece]) {
        let first = pieces.iter().position(|p| p.slot.fresh && self.is_amount(p)).unwrap_or(0);
        let named = pieces[..first].iter().rev().find(|p| matches!(content(&p.text), Content::Words));
        let label = named.map(|p| p.text.clone()).unwrap_or_default();
        let (concept, row) = (words::money_maybe(&label), self.table.rows.len());
        for piece in pieces.iter().filter(|p| p.slot.fresh) {
            let column = self.column_over(piece).filter(|_| self.is_amount(piece));
            match column.as_deref() {
                Some(Column { head: Head::Money(role, base), unit, printed, .. }) => {
                    let unit = unit.clone().or_else(|| self.unit.clone().filter(|_| *role != Role::Completion));
                    for id in self.stating.amounts(piece.slot.place, *role, unit) {
                        self.give_money(id, concept, *role, &label, row);
                        let figure = self.stating.figure(id);
                        figure.base = *base;
                        figure.column = Some(printed.clone());
                        figure.context.insert_str(0, &label);
                    }
                }
                Some(Column { head: Head::Weight | Head::Score, .. }) => {
                    // The points for spending the budget, not those of the project.
                    if let Some(id) = self.point(piece, column.as_deref(), &label, None) {
                        self.stating.figure(id).dimensions.insert("item".into(), label.clone());
                    }
                }
                _ => self.stating.rest(piece.slot.place),
            }
        }
        let own: Vec<&Piece> = pieces.iter().filter(|p| p.slot.fresh).collect();
        self.list_below(&label, &own);
    }

    /// A cell of points: 分值 or 得分.
    pub(super) fn point(&mut self, piece: &Piece, column: Option<&Column>, label: &str, indicator: Option<&str>) -> Option<usize> {
        let concept = match column.map(|c| &c.head) {
            Some(Head::Weight) => Concept::PerformanceWeight,
            _ => Concept::PerformanceScore,
        };
        let unit = column.and_then(|c| c.unit.clone());
        let (project, row) = (self.name().to_owned(), self.table.rows.len());
        let id = self.stating.amounts(piece.slot.place, Role::Count, unit).into_iter().next()?;
        let figure = self.stating.figure(id);
        figure.concept = Some(concept);
        if figure.unit.is_none() {
            // 分值 and 得分 name it.
            figure.unit = Some(Unit::composed("", "分"));
            figure.unit_from = Some(UnitFrom::Name);
        }
        figure.label = label.to_owned();
        figure.context.insert_str(0, label);
        figure.row = Some(row);
        figure.column = column.map(|c| c.printed.clone());
        figure.dimensions.insert("project".into(), project);
        if let Some(indicator) = indicator {
            figure.dimensions.insert("indicator".into(), indicator.to_owned());
        }
        Some(id)
    }

    /// 合计 ends the indicators, 总分 any part.
    fn is_total(&self, first: &Piece) -> bool {
        first.label() == Some(Label::Total) || self.part == Part::Indicators && matches!(first.text.as_str(), "合计" | "总计" | SUBTOTAL)
    }

    /// The row of the points of all indicators.
    fn total(&mut self, own: &[&Piece]) {
        let Some((label, values)) = own.split_first() else { return };
        self.stating.rest(label.slot.place);
        self.points(&label.text, values);
    }

    /// The points of a project: below their heads, else the last of them is the score.
    fn points(&mut self, label: &str, values: &[&Piece]) {
        let columns = self.columns_of_points(values);
        let (mut weight, mut score) = (None, None);
        for (piece, column) in values.iter().zip(&columns) {
            if !self.is_amount(piece) {
                self.stating.rest(piece.slot.place);
                continue;
            }
            match column.as_deref() {
                Some(Column { head: Head::Money(role, _), .. }) => self.sum(piece, *role, label),
                column @ Some(Column { head: Head::Weight, .. }) => weight = self.point(piece, column, label, None),
                column => score = self.point(piece, column, label, None),
            }
        }
        if label != SUBTOTAL {
            let project = self.project();
            project.weight = weight.or(project.weight);
            project.score = score.or(project.score);
        }
        let beside = self.column("");
        let cells = values.iter().zip(columns).filter_map(|(p, column)| Some((column.map(|c| c.listed).or(beside)?, p.text.as_str())));
        self.list(label, cells);
    }

    /// The money of all projects of a list, which is that of none of them.
    fn sum(&mut self, piece: &Piece, role: Role, label: &str) {
        let column = self.column_over(piece);
        let unit = column.as_ref().and_then(|c| c.unit.clone()).or_else(|| self.unit.clone());
        for id in self.stating.amounts(piece.slot.place, role, unit) {
            let row = self.table.rows.len();
            let figure = self.stating.figure(id);
            figure.label = label.to_owned();
            figure.context.insert_str(0, label);
            figure.row = Some(row);
            figure.column = column.as_ref().map(|c| c.printed.clone());
        }
    }

    /// The columns of the cells of a total. Where no head stands above them, as many amounts as there are heads of points are theirs.
    fn columns_of_points(&self, values: &[&Piece]) -> Vec<Option<Rc<Column>>> {
        let own: Vec<Option<Rc<Column>>> = values.iter().map(|p| self.column_over(p)).collect();
        if own.iter().any(Option::is_some) {
            return own;
        }
        let mut heads: Vec<&Rc<Column>> = self.heads.iter().flatten().filter(|c| matches!(c.head, Head::Weight | Head::Score)).collect();
        heads.dedup();
        let fits = heads.len() == values.iter().filter(|p| self.is_amount(p)).count();
        let mut heads = heads.into_iter().cloned();
        values.iter().map(|p| if fits && self.is_amount(p) { heads.next() } else { None }).collect()
    }

    /// A row below the heads of the goal; whether it is one: no label stands left of its cells.
    fn goal(&mut self, own: &[&Piece]) -> bool {
        let all = own.iter().all(|p| matches!(self.head(p), Some(Column { head: Head::Goal | Head::Reached, .. })));
        if !all {
            return false;
        }
        for piece in own {
            let reached = self.head(piece).is_some_and(|c| c.head == Head::Reached);
            self.reach(piece, if reached { Role::Actual } else { Role::Target });
        }
        self.list_below("", own);
        true
    }

    /// Adds a cell to the goal or to what was reached.
    pub(super) fn reach(&mut self, piece: &Piece, role: Role) {
        let project = self.name().to_owned();
        let (row, column) = (self.table.rows.len(), self.head(piece).map(|c| c.printed.clone()));
        let figures = self.stating.stated(piece.slot.place, role, Concept::PerformanceGoal, None, &project);
        for id in &figures {
            let figure = self.stating.figure(*id);
            figure.row = Some(row);
            figure.column = column.clone();
        }
        let Goal { target, actual } = &mut self.project().goal;
        let value = if role == Role::Target { target } else { actual }.get_or_insert_with(IndicatorValue::default);
        value.text.push_str(&piece.text);
        value.figures.extend(figures);
    }
}
