//! The one row of the form on “三公” costs in two blocks: six columns of 预算数, then six of 决算数.

use super::lattice::{Cell, Lattice};
use super::names;
use super::rows::Token;
use super::text::Word;
use crate::concept::Concept as C;

/// The columns of a block: 合计, 因公出国（境）费, 小计, 公务用车购置费, 公务用车运行维护费, 公务接待费.
const WIDTH: usize = 6;

const BLOCKS: usize = 2;

/// Reads the lines of the form; `None` for others.
pub(super) fn lattice(lines: &[Vec<Token<'_>>]) -> Option<Lattice> {
    let amount = |token: &Token<'_>| matches!(token.word, Word::Amount | Word::Number | Word::Dash);
    let ordinals = |line: &[Token<'_>]| line.iter().zip(1..).all(|(token, number): (&Token<'_>, usize)| token.name.parse() == Ok(number));
    let body = lines.iter().position(|line| line.len() == WIDTH * BLOCKS && line.iter().all(amount) && !ordinals(line))?;
    let head: Vec<&Token<'_>> = lines[..body].iter().flatten().filter(|token| token.word == Word::Words).collect();
    let roles = pair(&head, |name| name == "预算数" || name == "决算数")?;
    if roles[0].name != "预算数" || roles[1].name != "决算数" || roles[0].line != roles[1].line {
        return None;
    }
    let of = |concept: C| pair(&head, move |name| names::cost(name) == Some(concept));
    let (sums, subtotals) = (pair(&head, |name| name == "合计")?, pair(&head, |name| name == "小计")?);
    let (abroad, vehicles, reception) = (of(C::ThreePublicAbroad)?, of(C::ThreePublicVehicle)?, of(C::ThreePublicReception)?);
    let (bought, run) = (of(C::ThreePublicVehiclePurchase)?, of(C::ThreePublicVehicleOperation)?);
    let mut cells = Vec::new();
    for block in 0..BLOCKS {
        let start = block * WIDTH;
        let single = |row: usize, column: usize, token: &Token<'_>| Cell::single(row, start + column, token.text.clone());
        let tall = |column: usize, token: &Token<'_>| Cell { row_span: 2, ..single(1, column, token) };
        cells.push(Cell { column_span: WIDTH, ..single(0, 0, roles[block]) });
        cells.extend([tall(0, sums[block]), tall(1, abroad[block]), tall(5, reception[block])]);
        cells.push(Cell { column_span: 3, ..single(1, 2, vehicles[block]) });
        cells.extend([single(2, 2, subtotals[block]), single(2, 3, bought[block]), single(2, 4, run[block])]);
    }
    cells.extend(lines[body].iter().enumerate().map(|(column, token)| Cell::single(3, column, token.text.clone())));
    cells.sort_by_key(|cell| (cell.row, cell.column));
    let rest = lines[body + 1..].iter().flatten().any(amount);
    (!rest).then(|| Lattice::new(cells))
}

/// The two tokens of a head whose names are such, in the order of the text; `None` if there are fewer or more.
fn pair<'t>(head: &[&'t Token<'t>], is: impl Fn(&str) -> bool) -> Option<[&'t Token<'t>; BLOCKS]> {
    head.iter().copied().filter(|token| is(&token.name)).collect::<Vec<_>>().try_into().ok()
}
