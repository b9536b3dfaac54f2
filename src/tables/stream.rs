//! Tables glued into lines without columns: labels and amounts in the order of the form.

use super::amount::trimmed;
use super::head::plain;
use super::lattice::{Cell, Lattice};
use super::names;
use super::printed::Line;
use super::text::Word;
use crate::classification;
use crate::ledger::Ledger;
use crate::outline::Form;
use std::borrow::Cow;
use std::ops::Range;

/// A token: what stands between two blanks.
struct Token<'a> {
    text: Range<usize>,
    word: Word,
    name: Cow<'a, str>,
}

/// Reads the tokens of lines into a lattice; `None` for forms whose columns the tokens do not tell.
pub(super) fn lattice(ledger: &Ledger<'_>, lines: &[Line<'_>], form: Option<Form>) -> Option<Lattice> {
    match form? {
        Form::IncomeExpenditureSummary => summary(&tokens(ledger, lines)),
        Form::ThreePublic => costs(&tokens(ledger, lines)),
        _ => None,
    }
}

fn tokens<'a>(ledger: &Ledger<'a>, lines: &[Line<'_>]) -> Vec<Token<'a>> {
    let mut tokens = Vec::new();
    for line in lines {
        for part in line.text.split([' ', '\t', '\u{3000}', '\u{a0}', '\r', '\x0c']).filter(|part| !part.is_empty()) {
            let text = ledger.folded.place(line.span(part));
            let folded = trimmed(ledger.text(text.clone()));
            if !folded.is_empty() {
                tokens.push(Token { word: Word::of(folded), name: plain(folded), text });
            }
        }
    }
    tokens
}

/// A half of the summary.
const SIDES: usize = 2;

/// The summary of revenue and expenditure: one amount behind a label, or none where the cell is blank.
///
/// Labels tell the half: sources of revenue at the left, 类 at the right, and 总计 once for each.
fn summary(tokens: &[Token<'_>]) -> Option<Lattice> {
    let first = tokens.iter().position(|t| t.name.starts_with("一、"))?;
    let head: Vec<&Token<'_>> = tokens[..first].iter().filter(|t| t.word == Word::Words).collect();
    let at = |name: &str| head.iter().find(|t| t.name == name).map(|t| t.text.clone());
    let (income, expenditure) = (at("收入")?, at("支出")?);
    let leaves: Vec<&&Token> = head.iter().filter(|t| t.name.ends_with("决算数") || t.name.ends_with("预算数") || t.name == "金额").collect();
    let item = at("项目")?;
    let [left, .., right] = leaves.as_slice() else { return None };
    if leaves.len() != SIDES {
        return None;
    }
    let mut cells = vec![
        Cell { column_span: 2, ..Cell::single(0, 0, income) },
        Cell { column_span: 2, ..Cell::single(0, 2, expenditure) },
        Cell::single(1, 0, item.clone()),
        Cell::single(1, 1, left.text.clone()),
        Cell::single(1, 2, item),
        Cell::single(1, 3, right.text.clone()),
    ];
    let mut rows = [2; SIDES];
    let mut totals = 0;
    let mut open: Option<(usize, usize)> = None;
    for token in &tokens[first..] {
        match token.word {
            Word::Words => {
                let side = side(&token.name, &mut totals)?;
                cells.push(Cell::single(rows[side], side * 2, token.text.clone()));
                open = Some((rows[side], side));
                rows[side] += 1;
            }
            Word::Dash => open = None,
            Word::Amount | Word::Number => {
                // Two amounts behind one label: the columns cannot be told.
                let (row, side) = open.take()?;
                cells.push(Cell::single(row, side * 2 + 1, token.text.clone()));
            }
        }
    }
    cells.sort_by_key(|c| (c.row, c.column));
    Some(Lattice::new(cells))
}

/// The half that a label stands in; `None` for one that neither half has.
fn side(label: &str, totals: &mut usize) -> Option<usize> {
    let name = names::bare(label);
    if name == "总计" {
        *totals += 1;
        return (*totals <= SIDES).then(|| *totals - 1);
    }
    if classification::functional_class(&name).is_some() {
        return Some(1);
    }
    match (names::revenue(&name), names::expenditure(&name)) {
        (Some(_), None) => Some(0),
        (None, Some(_)) => Some(1),
        (Some(_), Some(_)) if name.starts_with("年初") || name.starts_with("上年") => Some(0),
        (Some(_), Some(_)) => Some(1),
        (None, None) => None,
    }
}

/// The six items of the “三公” costs in the order of the form, the groups before what they hold.
const ITEMS: usize = 6;

/// The “三公” costs: one row of a budget and a final amount for each of the six items.
fn costs(tokens: &[Token<'_>]) -> Option<Lattice> {
    let first = tokens.iter().position(|t| matches!(t.word, Word::Amount | Word::Number | Word::Dash))?;
    let head = &tokens[..first];
    let amounts = &tokens[first..];
    let roles: Vec<&Token<'_>> = head.iter().filter(|t| matches!(&*t.name, "预算数" | "决算数")).collect();
    let pairs = roles.chunks(2).all(|pair| pair.len() == 2 && pair[0].name == "预算数" && pair[1].name == "决算数");
    if amounts.len() != 2 * ITEMS || roles.len() != 2 * ITEMS || !pairs || amounts.iter().any(|t| t.word == Word::Words) {
        return None;
    }
    let find = |wanted: &dyn Fn(&str) -> bool| head.iter().find(|t| wanted(&names::bare(&t.name))).map(|t| t.text.clone());
    let cost = |concept| find(&|name: &str| names::cost(name) == Some(concept));
    use crate::concept::Concept as C;
    let vehicle = cost(C::ThreePublicVehicle)?;
    let heads: [Range<usize>; ITEMS] = [
        find(&|name| name == "合计")?,
        cost(C::ThreePublicAbroad)?,
        find(&|name| name == "小计")?,
        cost(C::ThreePublicVehiclePurchase)?,
        cost(C::ThreePublicVehicleOperation)?,
        cost(C::ThreePublicReception)?,
    ];
    let mut cells = Vec::new();
    for (item, text) in heads.into_iter().enumerate() {
        let grouped = (2..5).contains(&item);
        let (row, row_span) = if grouped { (1, 1) } else { (0, 2) };
        cells.push(Cell { column_span: 2, row_span, ..Cell::single(row, item * 2, text) });
    }
    cells.push(Cell { column_span: 6, ..Cell::single(0, 4, vehicle) });
    cells.extend(roles.iter().enumerate().map(|(column, token)| Cell::single(2, column, token.text.clone())));
    cells.extend(amounts.iter().enumerate().map(|(column, token)| Cell::single(3, column, token.text.clone())));
    cells.sort_by_key(|c| (c.row, c.column));
    Some(Lattice::new(cells))
}
