//! Rows of cells that stand in order on a line, where blank cells left nothing behind: text of pages whose columns are gone.
//!
//! Such a row tells its columns only if it has an amount for each of them, or if an amount stands right behind the label it is of; of
//! others the first amount is the total, where the first column holds totals. What cannot be told stays text.

use super::amount::{trimmed, unit_in_brackets};
use super::column::{kind_named, without_role, ColumnKind};
use super::head::{is_furniture, plain};
use super::lattice::{Cell, Lattice};
use super::names;
use super::printed::Line;
use super::ragged::is_total;
use super::spacing::{are_halves, is_spaced, MOST_COLUMNS};
use super::standard::{self, Piece};
use super::text::{Stretches, Word};
use super::{blocks, row_numbers};
use crate::classification;
use crate::ledger::Ledger;
use crate::outline::label_maybe;
use crate::quantity::is_han;
use std::borrow::Cow;
use std::ops::Range;

/// Cells of a line at most: four panels of a code in three parts, a name in pieces and its amounts.
const WIDEST_LINE: usize = 8 * MOST_COLUMNS;

/// What stands between two blanks of a line.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    pub(super) text: Range<usize>,
    pub(super) word: Word,
    pub(super) name: Cow<'a, str>,
    /// The line it stands on, counted from 0.
    pub(super) line: usize,
    /// Whether a tab parts it from the one before.
    apart: bool,
}

impl Token<'_> {
    fn kind(&self) -> Option<ColumnKind> {
        kind_named(&self.name)
    }

    fn names_nothing_of_a_head(&self) -> bool {
        self.word == Word::Words && !names::is_head(&self.name)
    }
}

/// A label of a line, with the code before it and the amounts behind it.
#[derive(Debug, Default)]
struct Group {
    /// The parts of its code, and the code.
    codes: Vec<Range<usize>>,
    code: String,
    /// Its name, piece by piece: where each stands, and what it says.
    label: Vec<Range<usize>>,
    pieces: Vec<String>,
    values: Vec<Range<usize>>,
    /// Whether its amounts may be none; see [`Group::is_doubtful`].
    counted: bool,
    /// Whether its name started on the line above, and whether the rest of it was found below.
    wrapped: bool,
    closed: bool,
}

impl Group {
    /// Its name.
    fn name(&self) -> String {
        self.pieces.concat()
    }

    /// Puts pieces of its name before those it has.
    fn name_before(&mut self, label: Vec<Range<usize>>, pieces: Vec<String>) {
        self.label.splice(..0, label);
        self.pieces.splice(..0, pieces);
    }

    /// Puts pieces of its name behind those it has.
    fn name_behind(&mut self, label: Vec<Range<usize>>, pieces: Vec<String>) {
        self.label.extend(label);
        self.pieces.extend(pieces);
    }

    /// Whether nothing names it.
    fn is_nameless(&self) -> bool {
        self.label.is_empty() && self.codes.is_empty()
    }

    /// Whether its amounts may be none: numbers that count or date something, or that no label and no code stand before.
    fn is_doubtful(&self) -> bool {
        self.counted || self.is_nameless()
    }
}

/// Reads lines into a lattice; none where the amounts of no row can be told apart.
pub(super) fn stretches(ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Option<Stretches> {
    let tokens: Vec<Vec<Token<'_>>> = lines.iter().enumerate().map(|(at, line)| tokens(ledger, line, at)).filter(|line| !line.is_empty()).collect();
    if let Some(lattice) = blocks::lattice(&tokens) {
        return Some(lattice.into());
    }
    let body = tokens.iter().position(|line| opens_body(line))?;
    // A name that is wrapped around its code starts on the line above.
    let above =
        body.checked_sub(1).filter(|above| !tokens[body].iter().any(|t| t.word == Word::Words) && tokens[*above].iter().all(Token::names_nothing_of_a_head));
    let body = above.unwrap_or(body);
    let names = |token: &&Token<'_>| token.word == Word::Words && !is_furniture(&token.name) && token.name != "栏次";
    let (numbers, head): (Vec<&Token<'_>>, Vec<&Token<'_>>) =
        tokens[..body].iter().flatten().filter(names).partition(|token| token.kind() == Some(ColumnKind::Ordinal));
    // The numbers of the rows stand among the amounts.
    let lines = if numbers.is_empty() { Cow::Borrowed(&tokens[body..]) } else { Cow::Owned(row_numbers::set_aside(&tokens[body..])?) };
    if tokens.iter().any(|line| line.len() > WIDEST_LINE) {
        return None;
    }
    let decimals = tokens.iter().flatten().any(|token| token.word == Word::Amount && token.name.contains('.'));
    let rows: Vec<Vec<Group>> = lines.iter().map(|line| groups(line, decimals)).collect();
    let coded = |row: &&Vec<Group>| row.len() > 1 && row.iter().all(|group| matches!(group.codes.len(), 1 | 2) && group.values.len() == 1);
    if rows.iter().filter(coded).count() > 1 {
        return panels(&head, rows);
    }
    let sided = rows.iter().filter(|row| row.len() == SIDES && row.iter().any(|group| !group.values.is_empty())).count() > 1;
    if sided {
        two_sided(&head, &rows)
    } else {
        one_sided(&head, named(rows).into_iter().flatten().collect())
    }
}

/// Lines of as many cells as each other with a blank between them, blank cells being one blank: `公务接待费   1.80` has one in its middle.
pub(super) fn with_blanks(ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Option<Lattice> {
    const FEWEST: usize = 3;
    // A line of one cell is none of them.
    if lines.iter().any(|line| !line.is_blank() && !line.has_blanks()) {
        return None;
    }
    let rows: Vec<Vec<&str>> = lines.iter().filter(|line| !line.is_blank()).map(|line| cells_with_blanks(ledger, line)).collect::<Option<_>>()?;
    let width = rows.first()?.len();
    let blank = |row: &Vec<&str>| row.iter().any(|cell| cell.is_empty());
    // Each column has its head; where all are three blanks apart, the blanks are drawn.
    if !rows.iter().any(blank) || blank(&rows[0]) || rows.len() < FEWEST || !(2..=MOST_COLUMNS).contains(&width) || rows.iter().any(|row| row.len() != width) {
        return None;
    }
    let filled = lines.iter().filter(|line| !line.is_blank());
    let placed = filled
        .zip(&rows)
        .enumerate()
        .flat_map(|(row, (line, cells))| cells.iter().enumerate().map(move |(column, cell)| Cell::single(row, column, ledger.folded.place(line.span(cell)))));
    Some(Lattice::new(placed.collect()))
}

/// The cells of such a line; `None` if its blanks do not come out even.
fn cells_with_blanks<'a>(ledger: &Ledger<'_>, line: &Line<'a>) -> Option<Vec<&'a str>> {
    let mut cells = Vec::new();
    let mut rest = line.text.trim_start();
    while !rest.is_empty() {
        let end = spaced_word(ledger, line, rest).or_else(|| rest.find(' ')).unwrap_or(rest.len());
        cells.push(&rest[..end]);
        let behind = rest[end..].trim_start_matches(' ');
        let blanks = rest.len() - end - behind.len();
        // One blank parts two cells; each further two are a blank cell and what parts it.
        let even = behind.is_empty() == blanks.is_multiple_of(2);
        let none = if behind.is_empty() { blanks / 2 } else { (blanks - 1) / 2 };
        if !even {
            return None;
        }
        cells.extend(std::iter::repeat_n(&rest[end..end], none));
        rest = behind;
    }
    Some(cells)
}

/// The bytes of a word that forms print with blanks between its two characters, 项   目; `None` where none starts.
fn spaced_word(ledger: &Ledger<'_>, line: &Line<'_>, rest: &str) -> Option<usize> {
    let first = rest.chars().next()?.len_utf8();
    let second = rest[first..].trim_start_matches(' ');
    let start = rest.len() - second.len();
    let end = start + second.chars().next()?.len_utf8();
    let alone = start > first && (rest[end..].is_empty() || rest[end..].starts_with(' '));
    let word = || ledger.text(ledger.folded.place(line.span(&rest[..end])));
    (alone && is_spaced(&plain(word()))).then_some(end)
}

/// The tokens of a line: an amount that a numbered label follows without a blank is one of its own.
fn tokens<'a>(ledger: &Ledger<'a>, line: &Line<'_>, at: usize) -> Vec<Token<'a>> {
    /// Cells that many lines have.
    const MANY: usize = 16;
    if line.is_blank() {
        return Vec::new();
    }
    let mut tokens = Vec::with_capacity(if line.has_cells() { MANY } else { 1 });
    for (cell, part) in line.text.split('\t').enumerate().flat_map(|(cell, parts)| parts.split_whitespace().map(move |part| (cell, part))) {
        let digits = part.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.')).count();
        let glued = digits > 0 && part[..digits].contains(',') && label_maybe(&part[digits..]).is_some();
        let (first, second) = part.split_at(if glued { digits } else { 0 });
        for piece in [first, second].into_iter().filter(|piece| !piece.is_empty()) {
            let text = ledger.folded.place(line.span(piece));
            let folded = trimmed(ledger.text(text.clone()));
            if let Some(first) = tokens.last_mut().filter(|first: &&mut Token<'_>| are_halves(&first.name, folded)) {
                // 项 目: one word whose characters are kept apart.
                first.text.end = text.end;
                first.name.to_mut().push_str(folded);
            } else if folded.chars().any(|c| is_han(c) || c.is_ascii_digit() || matches!(c, '-' | '—')) {
                tokens.push(Token { word: Word::of(folded), name: plain(folded), text, line: at, apart: cell > 0 });
            }
        }
    }
    // A line that only rules, says that a page ends or prints a date has no cells.
    let dated = matches!(tokens.as_slice(), [year, word, ..] if year.word == Word::Number && year.name.len() == 4 && word.name.starts_with('年'));
    // The code of a row whose name and amounts stand below it.
    let coded = matches!(tokens.as_slice(), [code] if code.word == Word::Number && matches!(code.name.len(), 5 | 7));
    if dated || !coded && !tokens.iter().any(|token| token.word == Word::Words || token.word == Word::Amount) {
        tokens.clear();
    }
    tokens
}

/// Whether a line is the first of the body: an amount behind a label or a code.
fn opens_body(line: &[Token<'_>]) -> bool {
    let ordinals = line.first().is_some_and(|first| matches!(&*first.name, "栏次" | "行次"));
    let amount = |token: &Token<'_>| token.word == Word::Amount || token.word == Word::Number && token.name == "0";
    !ordinals && line.split_first().is_some_and(|(_, behind)| behind.iter().any(amount))
}

/// The groups of a line.
///
/// Beside amounts with `decimals`, a bare number is none: it counts, dates or numbers something.
fn groups(line: &[Token<'_>], decimals: bool) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut open = Group::default();
    // The heads of the parts of a code stand in the row of the total: 类 款 项 合计 1,234.56.
    let parts = ["类", "款", "项"].iter().zip(line).take_while(|(part, token)| token.name == **part).count();
    let line = if parts == 3 { &line[parts..] } else { line };
    let is_code = |token: &Token<'_>| token.word == Word::Number && matches!(token.name.len(), 3 | 5);
    let part = |token: &Token<'_>| token.word == Word::Number && token.name.len() == 2;
    let coded = line.first().is_some_and(is_code);
    for (at, token) in line.iter().enumerate() {
        // 301 工资福利支出 11.86 302 商品和服务支出 1.84: in a line that starts with a code, one before a name or an amount is that of the next.
        let next = line.get(at + 1).is_some_and(|next| next.word == Word::Words || !open.values.is_empty() && (next.word == Word::Amount || part(next)));
        if coded && at > 0 && is_code(token) && next && !(open.label.is_empty() && open.values.is_empty()) {
            groups.push(std::mem::take(&mut open));
        }
        let numbered = || label_maybe(&token.name).is_some_and(|label| label.skip > 0 && label.skip < token.name.len());
        match token.word {
            Word::Words => {
                if !open.values.is_empty() || !open.label.is_empty() && (token.apart || numbered()) {
                    groups.push(std::mem::take(&mut open));
                }
                open.label.push(token.text.clone());
                open.pieces.push(token.name.to_string());
            }
            Word::Number if open.label.is_empty() && open.values.is_empty() && matches!(token.name.len(), 2 | 3 | 5 | 7) => {
                // A part of a code has two digits; another whole code is that of the next name.
                if !open.codes.is_empty() && !part(token) {
                    groups.push(std::mem::take(&mut open));
                }
                open.codes.push(token.text.clone());
                open.code.push_str(&token.name);
            }
            _ => {
                open.counted |= decimals && token.word == Word::Number && token.name != "0";
                open.values.push(token.text.clone());
            }
        }
    }
    groups.push(open);
    for group in &mut groups {
        // 公务接待批次（批） 35 counts, and says what.
        group.counted &= unit_in_brackets(&group.name()).is_none();
    }
    groups
}

/// 基本支出 by economic item: codes, names and amounts side by side, the amounts of all under the same head.
fn panels(head: &[&Token<'_>], rows: Vec<Vec<Group>>) -> Option<Stretches> {
    const WIDTH: usize = 3;
    const MOST: usize = 4;
    let panels = rows.iter().map(Vec::len).max().filter(|panels| *panels <= MOST)?;
    let label = head.iter().find(|token| token.kind() == Some(ColumnKind::Label))?;
    let mut values = head.iter().filter(|token| token.kind().is_none() && names::is_head(&token.name));
    let value = values.next().filter(|first| values.all(|other| other.name == first.name))?;
    let mut cells = Vec::new();
    for panel in 0..panels {
        cells.push(Cell { column_span: WIDTH - 1, ..Cell::single(0, panel * WIDTH, label.text.clone()) });
        cells.push(Cell::single(0, panel * WIDTH + WIDTH - 1, value.text.clone()));
    }
    let mut unread = false;
    for (row, groups) in named(rows).iter().enumerate().map(|(row, groups)| (row + 1, groups)) {
        unread |= groups.iter().any(|group| group.is_doubtful());
        for (panel, group) in groups.iter().enumerate().filter(|(_, group)| !group.values.is_empty() && !group.is_doubtful()) {
            let column = panel * WIDTH;
            let [value] = group.values.as_slice() else {
                unread = true;
                continue;
            };
            let code = group.codes.split_first().map(|(first, parts)| Cell { rest: parts.to_vec(), ..Cell::single(row, column, first.clone()) });
            cells.extend(code);
            cells.extend(labelled(row, column + 1, group));
            cells.push(Cell::single(row, column + WIDTH - 1, value.clone()));
        }
    }
    Some(Stretches { lattices: vec![Lattice::new(cells)], unread, pieced: false })
}

/// Rows in which a code without a name has that of the lines above and below.
fn named(rows: Vec<Vec<Group>>) -> Vec<Vec<Group>> {
    /// Lines of a name above its code; the most seen are two.
    const LONGEST_NAME: usize = 3;
    let mut out: Vec<Vec<Group>> = Vec::new();
    let alone = |row: &[Group]| matches!(row, [group] if group.codes.is_empty() && group.values.is_empty());
    for mut row in stacked(rows) {
        let nameless: Vec<usize> = (0..row.len()).filter(|at| !row[*at].codes.is_empty() && row[*at].label.is_empty()).collect();
        if let Some(first) = nameless.first().filter(|_| out.last().is_some_and(|above| alone(above))) {
            // Lines of a name, the last one first.
            for _ in 0..LONGEST_NAME {
                if !out.last().is_some_and(|above| alone(above)) {
                    break;
                }
                let mut above = out.pop().and_then(|mut above| above.pop()).expect("the row above has one group");
                if nameless.len() > 1 && above.label.len() == nameless.len() {
                    // The names of as many codes side by side.
                    for (at, (text, name)) in nameless.iter().zip(above.label.drain(..).zip(above.pieces.drain(..))) {
                        row[*at].name_before(vec![text], vec![name]);
                    }
                } else {
                    row[*first].name_before(above.label, above.pieces);
                }
            }
            nameless.iter().for_each(|at| row[*at].wrapped = !row[*at].label.is_empty());
        } else if alone(&row) && out.last_mut().is_some_and(|above| completed(above, &row[0])) {
            continue;
        } else if alone(&row) {
            let mut open: Vec<&mut Group> =
                out.last_mut().map(|above| above.iter_mut().filter(|group| group.wrapped && !group.closed).collect()).unwrap_or_default();
            let rest = &mut row[0];
            if !open.is_empty() {
                if open.len() > 1 && open.len() == rest.label.len() {
                    for (group, (text, name)) in open.iter_mut().zip(rest.label.drain(..).zip(rest.pieces.drain(..))) {
                        group.name_behind(vec![text], vec![name]);
                    }
                } else {
                    open[0].name_behind(std::mem::take(&mut rest.label), std::mem::take(&mut rest.pieces));
                }
                open.iter_mut().for_each(|group| group.closed = true);
                continue;
            }
        }
        out.push(row);
    }
    out
}

/// Takes the words below a row as the end of the one name in it that its code says is not whole.
fn completed(above: &mut [Group], rest: &Group) -> bool {
    let words = rest.name();
    let is_open = |group: &&mut Group| !group.closed && group.code.parse().is_ok_and(|code| classification::completes(code, &group.name(), &words));
    let Some(group) = above.iter_mut().find(is_open) else { return false };
    group.name_behind(rest.label.clone(), rest.pieces.clone());
    group.closed = true;
    true
}

/// Rows whose code, name and amounts stand on three lines, put together.
fn stacked(rows: Vec<Vec<Group>>) -> Vec<Vec<Group>> {
    let mut out: Vec<Vec<Group>> = Vec::new();
    for row in rows {
        let [.., code, name] = out.as_mut_slice() else {
            out.push(row);
            continue;
        };
        let amounts = |row: &[Group]| matches!(row, [group] if group.is_nameless() && !group.values.is_empty());
        let bare = |row: &[Group]| matches!(row, [group] if group.label.is_empty() && group.values.is_empty() && !group.codes.is_empty());
        let words = |row: &[Group]| matches!(row, [group] if group.codes.is_empty() && group.values.is_empty());
        if bare(code) && words(name) && amounts(&row) {
            let (mut name, values) = (name.pop().expect("a row has a group"), row.into_iter().next().expect("a row has a group"));
            name.codes = std::mem::take(&mut code[0].codes);
            name.code = std::mem::take(&mut code[0].code);
            (name.values, name.counted) = (values.values, values.counted);
            out.truncate(out.len() - 2);
            out.push(vec![name]);
        } else {
            out.push(row);
        }
    }
    out
}

/// A table whose rows have a label and as many amounts as it has columns.
fn one_sided(head: &[&Token<'_>], rows: Vec<Group>) -> Option<Stretches> {
    let width = rows.iter().filter(|row| !row.is_doubtful()).map(|row| row.values.len()).max().filter(|width| (1..=MOST_COLUMNS).contains(width))?;
    let Heads { over, leaves, under } = Heads::of(head, width).or_else(|| Heads::wider(head, width))?;
    let width = leaves.len();
    let codes = rows.iter().map(|row| row.codes.len()).max().unwrap_or_default();
    let of_kind = |kind: ColumnKind| head.iter().filter(move |token| token.kind() == Some(kind));
    let leaf = usize::from(over.is_some());
    let depth = leaf + 1 + usize::from(!under.is_empty());
    let mut cells = Vec::new();
    if codes > 0 {
        let code = of_kind(ColumnKind::Code).find(|token| token.name.chars().count() > 1)?;
        cells.push(Cell { column_span: codes, row_span: depth, ..Cell::single(0, 0, code.text.clone()) });
    }
    if let Some(label) = of_kind(ColumnKind::Label).next_back() {
        cells.push(Cell { row_span: depth, ..Cell::single(0, codes, label.text.clone()) });
    }
    if let Some(over) = over {
        cells.push(Cell { column_span: width, ..Cell::single(0, codes + 1, over.text.clone()) });
    }
    for (at, pieces) in leaves.iter().enumerate() {
        let rest = pieces[1..].iter().map(|token| token.text.clone()).collect();
        cells.push(Cell { rest, ..Cell::single(leaf, codes + 1 + at, pieces[0].text.clone()) });
    }
    cells.extend(under.iter().enumerate().map(|(at, role)| Cell::single(depth - 1, codes + 1 + at, role.text.clone())));
    let mut unread = false;
    let kept = rows.iter().filter(|row| !row.values.is_empty() && !row.is_doubtful() || !row.codes.is_empty());
    unread |= rows.iter().any(|row| row.is_doubtful());
    // 政府性基金支出 alone in its line: what follows is of another fund than the head says.
    let other = |row: &Group| row.values.is_empty() && row.codes.is_empty() && names::fund(&row.name()).is_some();
    if over.is_some_and(|over| rows.iter().any(|row| other(row) && row.name() != over.name)) {
        return None;
    }
    for (row, group) in kept.enumerate().map(|(row, group)| (row + depth, group)) {
        cells.extend(group.codes.iter().enumerate().map(|(at, code)| Cell::single(row, at, code.clone())));
        cells.extend(labelled(row, codes, group));
        let told = if group.is_doubtful() { 0 } else { told(&group.values, &leaves) };
        cells.extend(group.values[..told].iter().enumerate().map(|(at, value)| Cell::single(row, codes + 1 + at, value.clone())));
        unread |= told < group.values.len();
    }
    Some(Stretches { lattices: vec![Lattice::new(cells)], unread, pieced: false })
}

/// How many amounts of a row can be told: all if each column has one; else the first, where its column holds the total of the others.
fn told(values: &[Range<usize>], leaves: &[Vec<&Token<'_>>]) -> usize {
    match values.len() == leaves.len() {
        true => values.len(),
        false => usize::from(!values.is_empty() && is_total(&leaves[0].iter().map(|token| &*token.name).collect::<String>())),
    }
}

/// The cell of a label.
fn labelled(row: usize, column: usize, group: &Group) -> Option<Cell> {
    let (first, rest) = group.label.split_first()?;
    Some(Cell { rest: rest.to_vec(), ..Cell::single(row, column, first.clone()) })
}

/// What stands over all columns of amounts, and the head of each.
type Over<'h> = (Option<&'h Token<'h>>, Vec<Vec<&'h Token<'h>>>);

/// The heads over the columns of amounts.
struct Heads<'h> {
    /// What stands over all of them.
    over: Option<&'h Token<'h>>,
    /// The head of each column, from one piece or from those it is wrapped into.
    leaves: Vec<Vec<&'h Token<'h>>>,
    /// The same role below each of them, 决算数; empty where none is printed.
    under: Vec<&'h Token<'h>>,
}

impl<'h> Heads<'h> {
    /// Reads them as they stand on one line, else put together from pieces, else in the order of a form; `None` if they come out in no
    /// way or in more than one.
    fn of(head: &[&'h Token<'h>], width: usize) -> Option<Heads<'h>> {
        let (under, head) = roles_below(head, width);
        let labels = |token: &&&Token<'_>| matches!(token.kind(), Some(ColumnKind::Label | ColumnKind::Code));
        let names: Vec<&Token<'_>> = head.iter().filter(|token| !labels(token)).copied().collect();
        let over = names.len() > 1 && names[0].line < names[1].line;
        let plainly = |skip: usize| {
            let leaves = &names[skip..];
            let line = leaves.len() == width && leaves.iter().all(|token| token.line == leaves[0].line);
            line.then(|| leaves.iter().map(|token| vec![*token]).collect::<Vec<_>>())
        };
        let first = || names.first().copied().filter(|_| over);
        let ways: [&dyn Fn() -> Option<Over<'h>>; 5] = [
            &|| Some((None, plainly(0)?)),
            &|| Some((Some(first()?), plainly(1)?)),
            &|| standard(&head, width).filter(|(_, leaves)| joined(&names, width).is_none_or(|printed| is_alike(leaves, &printed))),
            &|| Some((None, joined(&names, width)?)).filter(|_| standard(&head, width).is_none()),
            &|| Some((Some(first()?), joined(&names[1..], width)?)),
        ];
        let (over, leaves) = ways.iter().find_map(|way| way())?;
        Some(Heads { over, leaves, under })
    }

    /// The same where no row has an amount for each column: the heads of one line, the first of them the total.
    fn wider(head: &[&'h Token<'h>], width: usize) -> Option<Heads<'h>> {
        let labels = |token: &&&Token<'_>| matches!(token.kind(), Some(ColumnKind::Label | ColumnKind::Code));
        let leaves: Vec<Vec<&Token<'_>>> = head.iter().filter(|token| !labels(token)).map(|token| vec![*token]).collect();
        let total = leaves.first().is_some_and(|first| is_total(&first[0].name) && leaves.iter().all(|leaf| leaf[0].line == first[0].line));
        let known = leaves.iter().all(|leaf| names::is_head(&leaf[0].name));
        (total && known && (width + 1..=MOST_COLUMNS).contains(&leaves.len())).then_some(Heads { over: None, leaves, under: Vec::new() })
    }
}

/// Whether heads have the same names in the same order.
fn is_alike(leaves: &[Vec<&Token<'_>>], others: &[Vec<&Token<'_>>]) -> bool {
    let names = |leaves: &[Vec<&Token<'_>>]| leaves.iter().map(|pieces| pieces.iter().map(|token| &*token.name).collect()).collect::<Vec<String>>();
    names(leaves) == names(others)
}

/// Takes the row of a role below the heads, 决算数 for each column, where a head of more than that is printed.
fn roles_below<'h>(head: &[&'h Token<'h>], width: usize) -> (Vec<&'h Token<'h>>, Vec<&'h Token<'h>>) {
    let lowest = head.iter().rev().find(|token| !token.name.is_empty() && without_role(&token.name).is_empty());
    let is_role = |token: &&Token<'_>| lowest.is_some_and(|lowest| token.name == lowest.name && token.line == lowest.line);
    let (roles, others): (Vec<&Token<'_>>, Vec<&Token<'_>>) = head.iter().partition(|token| is_role(token));
    if width > 1 && roles.len() == width && others.len() >= width {
        (roles, others)
    } else {
        (Vec::new(), head.to_vec())
    }
}

/// The heads of a form that has as many columns, put together in its order.
fn standard<'h>(head: &[&'h Token<'h>], width: usize) -> Option<Over<'h>> {
    let pieces: Vec<Piece<'_>> = head.iter().map(|token| Piece { name: &token.name, line: token.line }).collect();
    let columns = standard::columns(&pieces, width)?;
    Some((columns.over.map(|at| head[at]), columns.heads.iter().map(|pieces| pieces.iter().map(|at| head[*at]).collect()).collect()))
}

/// Pieces put together to as many heads of the forms; `None` unless there is one way only.
fn joined<'h>(pieces: &[&'h Token<'h>], width: usize) -> Option<Vec<Vec<&'h Token<'h>>>> {
    /// A head is wrapped into no more pieces.
    const MOST: usize = 3;
    if pieces.len() < width || pieces.len() > width * MOST || pieces.len() > MOST_COLUMNS * MOST {
        return None;
    }
    let is_head = |from: usize, to: usize| names::is_head(&pieces[from..to].iter().map(|token| &*token.name).collect::<String>());
    // ways[n][at]: in how many ways, two at most, the pieces before `at` make n heads; and how many the last of them takes.
    let mut ways = vec![vec![(0u8, 0usize); pieces.len() + 1]; width + 1];
    ways[0][0].0 = 1;
    for count in 1..=width {
        for at in 1..=pieces.len() {
            for taken in 1..=MOST.min(at) {
                let before = ways[count - 1][at - taken].0;
                if before > 0 && is_head(at - taken, at) {
                    let own = &mut ways[count][at];
                    *own = ((own.0 + before).min(2), taken);
                }
            }
        }
    }
    if ways[width][pieces.len()].0 != 1 {
        return None;
    }
    let mut heads = Vec::with_capacity(width);
    let mut at = pieces.len();
    for count in (1..=width).rev() {
        let taken = ways[count][at].1;
        heads.push(pieces[at - taken..at].to_vec());
        at -= taken;
    }
    heads.reverse();
    Some(heads)
}

/// A half of a summary.
const SIDES: usize = 2;

/// The head of a summary of two sides.
struct Sides<'h> {
    /// What stands over each side.
    over: [&'h Token<'h>; SIDES],
    /// The head of each column of both sides, the first of each that of its labels.
    leaves: Vec<Vec<&'h Token<'h>>>,
    columns: [Range<usize>; SIDES],
}

impl<'h> Sides<'h> {
    /// Reads it from two lines, the lower one that of the columns, else in the order of the form.
    fn of(head: &[&'h Token<'h>]) -> Option<Sides<'h>> {
        let line = head.last()?.line;
        let (above, leaves): (Vec<&Token<'_>>, Vec<&Token<'_>>) = head.iter().partition(|token| token.line < line);
        let above: Vec<&Token<'_>> = above.into_iter().filter(|token| token.kind().is_none()).collect();
        let over = <[&Token<'_>; SIDES]>::try_from(above).ok().filter(|over| over[0].line == over[1].line);
        let labels: Vec<usize> = (0..leaves.len()).filter(|at| leaves[*at].kind() == Some(ColumnKind::Label)).collect();
        match (over, labels.as_slice()) {
            (Some(over), [0, second]) => {
                let columns = [0..*second, *second..leaves.len()];
                Some(Sides { over, leaves: leaves.into_iter().map(|leaf| vec![leaf]).collect(), columns })
            }
            _ => Sides::standard(head),
        }
    }

    /// The one amount of a source of revenue at the left, and at the right the columns of a form, whatever lines their pieces stand on.
    fn standard(head: &[&'h Token<'h>]) -> Option<Sides<'h>> {
        let is_label = |token: &&Token<'_>| token.kind() == Some(ColumnKind::Label);
        let labels = <[&Token<'_>; SIDES]>::try_from(head.iter().filter(|token| is_label(token)).copied().collect::<Vec<_>>()).ok()?;
        let [left, right, rest @ ..] = head else { return None };
        let over = (left.line == right.line && left.name.starts_with("收入") && right.name.starts_with("支出")).then_some([*left, *right])?;
        let is_role = |token: &&&Token<'_>| !token.name.is_empty() && (without_role(&token.name).is_empty() || token.name == "金额");
        let role = rest.iter().find(is_role)?;
        let pieces: Vec<&Token<'_>> = rest.iter().filter(|token| !is_label(token) && !std::ptr::eq(**token, *role)).copied().collect();
        let (_, columns) = (2..=4).rev().find_map(|width| standard(&pieces, width).filter(|(over, _)| over.is_none()))?;
        let end = 3 + columns.len();
        let leaves = [vec![labels[0]], vec![*role], vec![labels[1]]].into_iter().chain(columns).collect();
        Some(Sides { over, leaves, columns: [0..2, 2..end] })
    }
}

/// A summary of two sides, each of labels with as many amounts behind them as the side has columns, or none.
fn two_sided(head: &[&Token<'_>], rows: &[Vec<Group>]) -> Option<Stretches> {
    let Sides { over, leaves, columns: sides } = Sides::of(head)?;
    if sides.iter().any(|side| side.len() < 2) || leaves.len() > MOST_COLUMNS {
        return None;
    }
    let mut cells: Vec<Cell> =
        over.iter().zip(&sides).map(|(over, side)| Cell { column_span: side.len(), ..Cell::single(0, side.start, over.text.clone()) }).collect();
    for (column, pieces) in leaves.iter().enumerate() {
        let rest = pieces[1..].iter().map(|token| token.text.clone()).collect();
        cells.push(Cell { rest, ..Cell::single(1, column, pieces[0].text.clone()) });
    }
    let mut unread = false;
    for (row, groups) in rows.iter().enumerate().map(|(row, groups)| (row + 2, groups)) {
        let own: Vec<Option<usize>> = groups.iter().map(|group| side(&group.name())).collect();
        let crossed = groups.len() == SIDES && (own[0] == Some(1) || own[1] == Some(0));
        for (at, group) in groups.iter().enumerate().filter(|(_, group)| !group.values.is_empty()) {
            let side = if groups.len() == SIDES { Some(at) } else { own[at].filter(|_| groups.len() == 1) };
            let side = side.filter(|_| !crossed && !group.is_doubtful());
            let Some((columns, label)) = side.and_then(|side| Some((&sides[side], labelled(row, sides[side].start, group)?))) else {
                unread = true;
                continue;
            };
            let told = told(&group.values, &leaves[columns.start + 1..columns.end]);
            cells.push(label);
            cells.extend(group.values[..told].iter().zip(columns.start + 1..).map(|(value, column)| Cell::single(row, column, value.clone())));
            unread |= told < group.values.len();
        }
    }
    Some(Stretches { lattices: vec![Lattice::new(cells)], unread, pieced: false })
}

/// On which side a label stands alone in its line, by what it names.
fn side(label: &str) -> Option<usize> {
    let name = names::bare(label);
    if is_total(&name) && !name.starts_with(['收', '支', '本']) {
        return None;
    }
    match (names::revenue(&name).is_some() || name.contains("收入"), names::expenditure(&name).is_some() || name.contains("支出")) {
        (true, false) => Some(0),
        (false, true) => Some(1),
        // 教育 is a 类 too; 其他 stands on both sides.
        (false, false) if name != "其他" && classification::functional_class(&name).is_some() => Some(1),
        _ => None,
    }
}
