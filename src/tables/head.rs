//! The head of a table: which rows are its own, and what each column below it is.

use super::amount::{content, trimmed, Content};
use super::column::{kind_named, Column, ColumnKind};
use super::furniture;
use super::lattice::Lattice;
use super::names;
use crate::ledger::Ledger;
use crate::outline::{form_number_maybe, form_titled};
use std::borrow::Cow;

/// What a row of the lattice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// No cell has text.
    Blank,
    /// Title, number of the form, owner, unit.
    Furniture,
    /// Names of columns.
    Head,
    /// 栏次: the numbers of the columns.
    Ordinals,
    /// What the table states.
    Body,
}

/// The head of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) columns: Vec<Column>,
    /// The rows above the head: title, number, owner, unit.
    pub(super) furniture: Vec<usize>,
    /// The rows of the head.
    pub(super) rows: Vec<usize>,
    /// The first row below it.
    pub(super) body: usize,
}

/// More rows than this no head has; the deepest seen has four and a row of 栏次.
const DEEPEST: usize = 8;

impl Head {
    /// Reads the head of a lattice.
    pub(super) fn of(lattice: &Lattice, ledger: &Ledger<'_>) -> Head {
        let mut head = rows(lattice, ledger);
        let paths = paths(lattice, ledger, &head.rows);
        let named: Vec<Option<ColumnKind>> = paths.iter().map(|path| kind_named(leaf(path))).collect();
        let evidence = Evidence::of(lattice, ledger, head.body, &asked(&paths, &named));
        head.columns = columns(paths, &named, &evidence);
        head
    }

    /// Keeps all cells as text where a head is none of the forms': in text that blanks keep apart, pieces of heads may have been put
    /// together wrongly, and a number under the wrong head is worse than none.
    pub(super) fn set_unknown_aside(&mut self) {
        let doubtful = self.columns.iter().any(|c| c.kind == ColumnKind::Value && c.path.last().is_some_and(|leaf| !names::is_head(leaf)));
        for column in self.columns.iter_mut().filter(|c| doubtful && c.kind == ColumnKind::Value) {
            column.kind = ColumnKind::Words;
        }
    }

    /// The columns that a table lists, by their heads as printed.
    pub(super) fn listed(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().filter(|c| c.is_listed()).map(|c| c.printed.as_str())
    }

    /// Whether a column holds the names of rows.
    pub(super) fn names_rows(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(|c| c.kind == ColumnKind::Label)
    }

    /// The number of halves.
    pub(super) fn panels(&self) -> usize {
        self.columns.last().map_or(0, |c| c.panel + 1)
    }
}

/// The text of a cell without blanks, for comparing.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    /// What a line separator starts with, as quotation marks do.
    const SEPARATOR: u8 = 0xe2;
    let blank = |c: char| matches!(c, ' ' | '\u{2028}' | '\t');
    if memchr::memchr3(b' ', b'\t', SEPARATOR, text.as_bytes()).is_some() && text.contains(blank) {
        return Cow::Owned(text.chars().filter(|c| !blank(*c)).collect());
    }
    Cow::Borrowed(text)
}

/// Tells the rows above the body apart.
fn rows(lattice: &Lattice, ledger: &Ledger<'_>) -> Head {
    let mut head = Head { body: lattice.rows(), ..Head::default() };
    let mut labels = 0;
    let mut numbered = false;
    for row in 0..lattice.rows() {
        match row_kind(lattice, ledger, row, labels) {
            RowKind::Blank => {}
            // A title of other words than the forms have stands above it.
            RowKind::Furniture if head.rows.iter().all(|above| is_over_all(lattice, *above)) => {
                head.furniture.append(&mut head.rows);
                head.furniture.push(row);
            }
            RowKind::Body => {
                head.body = row;
                break;
            }
            // 类, 款 and 项 may head their columns in the row of 栏次.
            RowKind::Ordinals if lattice.row(row).iter().any(|c| c.words(ledger) == "款") => head.rows.push(row),
            RowKind::Ordinals => numbered |= !head.rows.is_empty(),
            // Below the numbers of the columns no head goes on: the rest of a name that a page broke.
            _ if numbered || only_names_rows(lattice, ledger, &head.rows, row) => {
                head.body = row;
                break;
            }
            _ if head.rows.len() == DEEPEST => break,
            _ => {
                labels += lattice.row(row).iter().filter(|c| kind_named(&plain(&c.words(ledger))) == Some(ColumnKind::Label)).count();
                head.rows.push(row);
            }
        }
    }
    if head.body == lattice.rows() {
        // Words only: the first row names the columns, and those below it that say nothing but heads of the forms.
        let names_columns = |row: &usize| lattice.row(*row).iter().map(|c| c.words(ledger)).all(|text| text.is_empty() || names::is_head(&plain(&text)));
        let kept = head.rows.iter().skip(1).take_while(|row| names_columns(row)).count() + 1;
        head.rows.truncate(kept);
        head.body = head.rows.last().map_or(head.body, |row| row + 1);
    }
    head
}

/// Whether all that a row says stands below heads of names, and is none itself: the rest of a name, behind a head that each page repeats.
fn only_names_rows(lattice: &Lattice, ledger: &Ledger<'_>, above: &[usize], row: usize) -> bool {
    let names = |text: &str| kind_named(&plain(text)) == Some(ColumnKind::Label);
    let below_names = |column: usize| {
        let over = above.iter().rev().flat_map(|row| lattice.row(*row)).find(|head| head.columns().contains(&column) && !head.words(ledger).is_empty());
        over.is_some_and(|head| head.column_span == 1 && names(&head.words(ledger)))
    };
    let filled = lattice.row(row).iter().filter(|cell| !cell.words(ledger).is_empty());
    !above.is_empty() && filled.into_iter().all(|cell| cell.column_span == 1 && below_names(cell.column) && !names::is_head(&plain(&cell.words(ledger))))
}

/// Whether the one cell of a row covers all columns.
pub(super) fn is_over_all(lattice: &Lattice, row: usize) -> bool {
    let mut filled = lattice.row(row).iter().filter(|cell| !cell.text.is_empty());
    let over = filled.next().is_some_and(|cell| lattice.columns > 1 && cell.column_span >= lattice.columns);
    over && filled.next().is_none()
}

/// What a row is; `labels` columns of labels were named above it.
pub(super) fn row_kind(lattice: &Lattice, ledger: &Ledger<'_>, row: usize, labels: usize) -> RowKind {
    let cells: Vec<(usize, Cow<'_, str>)> = lattice.row(row).iter().map(|c| (c.column, c.words(ledger))).filter(|(_, text)| !text.is_empty()).collect();
    let Some((first, name)) = cells.first() else { return RowKind::Blank };
    let mut whole = Vec::new();
    let (mut words, mut years) = (0, 0);
    for (_, text) in &cells {
        if furniture::is_year(text) {
            years += 1;
            continue;
        }
        match content(text) {
            Content::Amount(amount) => whole.push(amount.plain.then_some(amount.value)),
            Content::Words => words += 1,
            _ => {}
        }
    }
    if !whole.is_empty() {
        return numbered(&cells, &whole);
    }
    let names_row = || *first == 0 && labels > 0 && !furniture::is_year(name) && kind_named(&plain(name)).is_none();
    if years > 1 && !names_row() {
        // 2018年, 2019年 and 增减变化 over the columns of each.
        return RowKind::Head;
    }
    if cells.iter().all(|(_, text)| is_furniture(text)) || cells.len() == 1 && name.ends_with('表') {
        return RowKind::Furniture;
    }
    let named = *first == 0 && labels > 0 && words <= labels && names::is_row(&plain(name));
    if opens_body(name, cells.len()) || named {
        RowKind::Body
    } else {
        RowKind::Head
    }
}

/// A row with numbers: the numbers of the columns, years that name columns, or what the table states.
fn numbered(cells: &[(usize, Cow<'_, str>)], whole: &[Option<rust_decimal::Decimal>]) -> RowKind {
    let others = || cells.iter().filter(|(_, text)| !matches!(content(text), Content::Amount(_))).map(|(_, text)| plain(text));
    let mut rising = whole.iter().zip(1u32..).map(|(value, number)| *value == Some(number.into()));
    let ordinal = |text: &str| matches!(text, "栏次" | "行次" | "类" | "款" | "项" | "甲" | "乙" | "丙" | "丁" | "项目") || is_sum_of_columns(text);
    let listed = cells.iter().any(|(_, text)| plain(text) == "栏次");
    if listed || whole.len() > 1 && rising.all(|rises| rises) && others().all(|text| ordinal(&text)) {
        return RowKind::Ordinals;
    }
    let years = whole.iter().all(|value| value.is_some_and(|v| (1990.into()..=2100.into()).contains(&v)));
    if years && others().all(|text| kind_named(&text) == Some(ColumnKind::Label)) {
        return RowKind::Head;
    }
    RowKind::Body
}

/// `1=2+3`, `（3）`, `4栏`: a number of a column, or how it comes of others.
fn is_sum_of_columns(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || matches!(c, '=' | '+' | '-' | '（' | '）' | '栏' | '/' | '*' | '%' | '×'))
}

/// Whether a cell says something of the table as a whole.
pub(super) fn is_furniture(text: &str) -> bool {
    let text = trimmed(text);
    furniture::may_be(text) && is_named_furniture(text)
}

fn is_named_furniture(text: &str) -> bool {
    form_titled(text).is_some()
        || form_number_maybe(text).is_some()
        || furniture::owner_maybe(text).is_some()
        || furniture::is_year(text)
        || furniture::is_continuation(text)
        || furniture::is_attachment(text)
        || text.chars().count() <= 40 && furniture::unit_maybe(text).is_some()
}

/// Whether the first cell of a row without numbers opens the body: an item with its number, a total in a row of blanks.
fn opens_body(name: &str, filled: usize) -> bool {
    let name = plain(name);
    let numbered = crate::outline::label_maybe(&name).is_some_and(|label| label.skip > 0);
    let digits = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let total = matches!(&*name, "合计" | "总计" | "小计" | "支出合计" | "收入合计") && filled == 1;
    numbered || matches!(digits, 3 | 5 | 7) || total || name.starts_with("其中：")
}

/// The head cells over each column from the top, each once: folded, and as printed.
type Paths = Vec<Vec<(String, String)>>;

/// The lowest head cell over a column; empty if there is none.
fn leaf(path: &[(String, String)]) -> &str {
    path.last().map_or("", |(folded, _)| folded)
}

fn paths(lattice: &Lattice, ledger: &Ledger<'_>, rows: &[usize]) -> Paths {
    let mut paths: Paths = vec![Vec::new(); lattice.columns];
    let over = cover(lattice, ledger, rows);
    // By their places, of which a head has few.
    let first = rows.first().map_or(0, |row| lattice.places(*row).start);
    let mut texts: Vec<Option<(String, String)>> = vec![None; rows.last().map_or(0, |row| lattice.places(*row).end) - first];
    for depth in 0..over.len() {
        let mut left = None;
        for column in 0..lattice.columns {
            let own = over[depth][column];
            if own.is_some_and(|c| c.filled) {
                left = Some(column);
            }
            let Some(cell) = own.filter(|c| c.filled).or_else(|| beside(&over, depth, column, left)) else { continue };
            let spans_all = lattice.columns > 1 && lattice.cells[cell.place].column_span >= lattice.columns;
            if spans_all || depth > 0 && over[depth - 1][column] == Some(cell) {
                continue;
            }
            let text = texts[cell.place - first].get_or_insert_with(|| {
                let cell = &lattice.cells[cell.place];
                (plain(&cell.words(ledger)).into_owned(), cell.printed(ledger))
            });
            let ordinal = text.0 == "栏次" || text.0.bytes().all(|b| b.is_ascii_digit());
            if !ordinal && paths[column].last().is_none_or(|last| last.0 != text.0) {
                paths[column].push(text.clone());
            }
        }
    }
    paths
}

/// A cell over a column of the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Over {
    /// Its place among the cells of the lattice.
    place: usize,
    /// Whether it has text.
    filled: bool,
}

/// Which cell covers each column in each row of the head.
fn cover(lattice: &Lattice, ledger: &Ledger<'_>, rows: &[usize]) -> Vec<Vec<Option<Over>>> {
    let mut over: Vec<Vec<Option<Over>>> = vec![vec![None; lattice.columns]; rows.len()];
    for (depth, row) in rows.iter().enumerate() {
        for place in lattice.places(*row) {
            let cell = &lattice.cells[place];
            let filled = !cell.words(ledger).is_empty();
            let reach = rows[depth..].iter().take_while(|r| **r < cell.row + cell.row_span).count();
            for covering in &mut over[depth..depth + reach] {
                for slot in &mut covering[cell.columns()] {
                    slot.get_or_insert(Over { place, filled });
                }
            }
        }
    }
    over
}

/// The cell at the left that a blank head cell goes on from, in files that do not merge cells: `收入 | | 支出 |` over four columns.
fn beside(over: &[Vec<Option<Over>>], depth: usize, column: usize, left: Option<usize>) -> Option<Over> {
    let left = left?;
    let filled = |at: usize, column: usize| over[at][column].filter(|c| c.filled);
    let divided = |column: usize| (depth + 1..over.len()).any(|at| filled(at, column).is_some() && over[at][column] != over[depth][column]);
    let group = |column: usize| (0..depth).find_map(|at| filled(at, column));
    (divided(column) && divided(left) && (group(column).is_none() || group(column) == group(left))).then(|| filled(depth, left)).flatten()
}

/// What stands in the columns below the head.
struct Evidence {
    columns: Vec<Counts>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    /// Plain numbers of two to seven digits.
    codes: usize,
    amounts: usize,
    words: usize,
}

/// What of the cells below its head the kind of a column depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nothing,
    /// Whether there is a number at all.
    ANumber,
    All,
}

/// What is asked of each column, by its path and the kind that this names; see [`kind`] and [`codes_beside_labels`].
fn asked(paths: &Paths, named: &[Option<ColumnKind>]) -> Vec<Asked> {
    let of = |(path, named): (&Vec<_>, &Option<ColumnKind>)| match named {
        None if leaf(path).is_empty() => Asked::All,
        None => Asked::ANumber,
        Some(ColumnKind::Words | ColumnKind::Label) => Asked::All,
        Some(_) => Asked::Nothing,
    };
    paths.iter().zip(named).map(of).collect()
}

impl Evidence {
    fn of(lattice: &Lattice, ledger: &Ledger<'_>, body: usize, asked: &[Asked]) -> Self {
        let mut columns = vec![Counts::default(); lattice.columns];
        for cell in lattice.cells.iter().filter(|c| c.row >= body) {
            let counts = &mut columns[cell.column];
            match asked[cell.column] {
                Asked::Nothing => continue,
                Asked::ANumber if counts.codes + counts.amounts > 0 => continue,
                Asked::ANumber | Asked::All => {}
            }
            let text = cell.words(ledger);
            match content(&text) {
                Content::Amount(amount) if amount.plain && (2..=7).contains(&text.len()) => counts.codes += 1,
                Content::Amount(_) => counts.amounts += 1,
                Content::Words => counts.words += 1,
                _ => {}
            }
        }
        Evidence { columns }
    }
}

/// Kinds and halves of the columns.
fn columns(paths: Paths, named: &[Option<ColumnKind>], evidence: &Evidence) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::with_capacity(paths.len());
    let mut panel = 0;
    for (at, path) in paths.into_iter().enumerate() {
        let kind = kind(leaf(&path), named[at], evidence.columns[at], at);
        let (folded, printed): (Vec<String>, Vec<String>) = path.into_iter().unzip();
        // 数量 of what is bought stands before its codes.
        let states = |c: &Column| c.kind == ColumnKind::Value && !c.path.last().is_some_and(|leaf| matches!(leaf.as_str(), "数量" | "采购数量" | "单价"));
        let behind_values = columns.iter().rev().take_while(|c| c.panel == panel).any(states);
        if behind_values && matches!(kind, ColumnKind::Label | ColumnKind::Code) {
            panel += 1;
        }
        columns.push(Column { kind, path: folded, printed: printed.join("/"), panel });
    }
    codes_beside_labels(&mut columns, evidence);
    set_bodies_apart(&mut columns);
    set_second_items_apart(&mut columns);
    set_behind_project_aside(&mut columns);
    merge_hanging_panel(&mut columns);
    set_unnamed_aside(&mut columns);
    columns
}

/// Rows of projects are named by 项目名称: the body and the content behind it are told of the row.
fn set_behind_project_aside(columns: &mut [Column]) {
    let mut project = None;
    for column in columns.iter_mut().filter(|c| c.kind == ColumnKind::Label) {
        let leaf = column.path.last().map_or("", String::as_str);
        if project == Some(column.panel)
            && matches!(leaf, "单位" | "单位名称" | "项目单位" | "预算单位" | "实施单位" | "主管部门" | "项目内容" | "内容" | "支出内容")
        {
            column.kind = ColumnKind::Words;
        } else if leaf == "项目名称" {
            project = Some(column.panel);
        }
    }
}

/// Columns of amounts without a head, beside others in their half: what they state cannot be told.
fn set_unnamed_aside(columns: &mut [Column]) {
    let mut values = vec![0usize; columns.last().map_or(0, |c| c.panel + 1)];
    for column in columns.iter().filter(|c| c.kind == ColumnKind::Value) {
        values[column.panel] += 1;
    }
    for column in columns.iter_mut().filter(|c| c.kind == ColumnKind::Value && c.path.is_empty()) {
        if values[column.panel] > 1 {
            column.kind = ColumnKind::Unclear;
        }
    }
}

fn kind(leaf: &str, named: Option<ColumnKind>, seen: Counts, at: usize) -> ColumnKind {
    match named {
        // The contents of a workbook.
        None if leaf.ends_with("目录") && at > 0 => ColumnKind::Words,
        Some(ColumnKind::Words) if seen.amounts > seen.words => ColumnKind::Value,
        // 项 may head a column of names, 单位 one of amounts.
        Some(ColumnKind::Label) if seen.amounts > 0 && seen.words == 0 => ColumnKind::Value,
        Some(kind) => kind,
        None if seen.words > 0 && seen.amounts + seen.codes == 0 => {
            if at == 0 || leaf.is_empty() {
                ColumnKind::Label
            } else {
                ColumnKind::Words
            }
        }
        None if leaf.is_empty() && seen.words + seen.amounts + seen.codes == 0 => ColumnKind::Words,
        None if at == 0 && leaf.is_empty() && seen.codes > seen.amounts => ColumnKind::Code,
        None => ColumnKind::Value,
    }
}

/// 单位代码 is no code of an item, and 项目代码 beside one neither.
fn set_bodies_apart(columns: &mut [Column]) {
    let says = |part: &str, words: &[&str]| words.iter().any(|word| part.contains(word));
    let of_body = |part: &str| says(part, &["单位", "部门"]) && !says(part, &["科目", "分类", "经济", "功能"]);
    let of_project = |c: &Column| c.path.last().is_some_and(|leaf| leaf.starts_with("项目"));
    let items: Vec<usize> = columns.iter().filter(|c| c.kind == ColumnKind::Code && !of_project(c)).map(|c| c.panel).collect();
    // 单位代码 beside 单位名称（功能分类科目名称）: codes of both, where no column has those of the items alone.
    let both =
        |c: &Column| c.kind == ColumnKind::Label && c.path.last().is_some_and(|leaf| of_body(leaf.split('（').next().unwrap_or(leaf)) && leaf.contains("科目"));
    let both: Vec<usize> = columns.iter().filter(|c| both(c)).map(|c| c.panel).collect();
    for column in columns.iter_mut().filter(|c| c.kind == ColumnKind::Code) {
        if both.contains(&column.panel) && items.iter().filter(|panel| **panel == column.panel).count() == 1 {
            continue;
        }
        if of_project(column) && items.contains(&column.panel) {
            column.kind = ColumnKind::Words;
            continue;
        }
        let mut parts = column.path.iter().rev().map(String::as_str);
        let leaf = parts.next().unwrap_or_default();
        if of_body(leaf) || matches!(leaf, "编码" | "代码") && parts.next().is_some_and(of_body) {
            column.kind = ColumnKind::BodyCode;
        }
    }
}

/// Which classification the codes and names of a column are of, by the words above them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Classed {
    Functional,
    /// 部门预算经济分类, or an economic one that says no more.
    Economic,
    /// 政府预算经济分类.
    OfGovernment,
}

fn classed(column: &Column) -> Option<Classed> {
    let says = |word: &str| column.path.iter().any(|part| part.contains(word));
    match column.kind {
        ColumnKind::Code | ColumnKind::Label if says("功能") => Some(Classed::Functional),
        ColumnKind::Code | ColumnKind::Label if says("经济") && says("政府") => Some(Classed::OfGovernment),
        ColumnKind::Code | ColumnKind::Label if says("经济") => Some(Classed::Economic),
        _ => None,
    }
}

/// Rows that print items of two classifications are of the functional one, or of the economic one of departments: the other one tells
/// them apart.
fn set_second_items_apart(columns: &mut [Column]) {
    let classes: Vec<Option<Classed>> = columns.iter().map(classed).collect();
    let has = |panel: usize, class: Classed| columns.iter().zip(&classes).any(|(c, own)| c.panel == panel && *own == Some(class));
    let second = |(at, column): (usize, &Column)| match classes[at]? {
        Classed::Functional => None,
        Classed::Economic if has(column.panel, Classed::Functional) => Some(ColumnKind::Economic),
        Classed::OfGovernment if has(column.panel, Classed::Functional) || has(column.panel, Classed::Economic) => Some(ColumnKind::Words),
        _ => None,
    };
    let kinds: Vec<Option<ColumnKind>> = columns.iter().enumerate().map(second).collect();
    for (column, kind) in columns.iter_mut().zip(kinds) {
        let Some(kind) = kind else { continue };
        // The code of it is a text like any other.
        column.kind = if column.kind == ColumnKind::Code { ColumnKind::Words } else { kind };
    }
}

/// One head cell over code and name: the column whose cells are numbers holds the codes.
fn codes_beside_labels(columns: &mut [Column], evidence: &Evidence) {
    for at in 0..columns.len() {
        let seen = evidence.columns[at];
        let beside = columns.iter().enumerate().any(|(other, c)| other != at && c.panel == columns[at].panel && c.kind == ColumnKind::Label);
        if columns[at].kind == ColumnKind::Label && beside && seen.codes > 0 && seen.words <= seen.codes / 4 + 1 {
            columns[at].kind = ColumnKind::Code;
        }
    }
}

/// A last half without values is none: a name or a remark behind the values.
fn merge_hanging_panel(columns: &mut [Column]) {
    let Some(last) = columns.last().map(|c| c.panel).filter(|panel| *panel > 0) else { return };
    if columns.iter().any(|c| c.panel == last && c.kind == ColumnKind::Value) {
        return;
    }
    for column in columns.iter_mut().filter(|c| c.panel == last) {
        column.panel = last - 1;
        column.kind = ColumnKind::Words;
    }
}
