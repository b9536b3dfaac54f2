//! The columns of the statutory forms in their order, for heads whose wrapped pieces a text prints out of order.

/// A column by the names it goes by.
type Names = &'static [&'static str];

const ALL: Names = &["合计", "本年支出合计", "本年支出", "支出合计", "小计"];
const BASIC: Names = &["基本支出"];
const PROJECT: Names = &["项目支出"];
const GENERAL: Names = &["一般公共预算财政拨款", "一般公共预算", "公共预算财政拨款"];
const FUND: Names = &["政府性基金预算财政拨款", "政府性基金预算", "政府性基金财政拨款"];
const CAPITAL: Names = &["国有资本经营预算财政拨款", "国有资本经营预算"];
const FISCAL: Names = &["财政拨款收入", "财政拨款"];
const UNDERTAKING: Names = &["事业收入"];
const OPERATING: Names = &["经营收入", "事业单位经营收入"];
const OTHER: Names = &["其他收入"];

/// The columns of amounts of each form, the total first (财政部部门决算公开格式; the budgets of 上海).
const FORMS: &[&[Names]] = &[
    // 收入决算表.
    &[&["本年收入合计", "合计", "收入合计"], FISCAL, &["上级补助收入"], UNDERTAKING, OPERATING, &["附属单位上缴收入"], OTHER],
    // 支出决算表.
    &[ALL, BASIC, PROJECT, &["上缴上级支出"], &["经营支出"], &["对附属单位补助支出"]],
    // 一般公共预算财政拨款支出决算表, 部门支出预算总表.
    &[ALL, BASIC, PROJECT],
    // 财政拨款收入支出决算总表, its half of expenditure.
    &[ALL, GENERAL, FUND, CAPITAL],
    &[ALL, GENERAL, FUND],
    // 部门收入预算总表.
    &[&["合计", "收入合计", "本年收入合计"], FISCAL, UNDERTAKING, OPERATING, OTHER],
];

/// What heads the columns of codes and names, whole or wrapped into pieces.
const LABELS: &[&str] = &["支出功能分类科目编码", "功能分类科目名称", "经济分类科目编码", "经济分类科目名称", "项目", "类款项", "栏次"];

/// A piece of a head: its words, and the line it stands on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    pub(super) name: &'a str,
    pub(super) line: usize,
}

/// The heads of a form over columns of amounts, each as the pieces it is put together from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) heads: Vec<Vec<usize>>,
    /// What stands over all of them: 一般公共预算财政拨款支出决算数.
    pub(super) over: Option<usize>,
}

/// More pieces no head of these forms has.
const MOST: usize = 40;

/// Puts pieces together to the heads of the form that has `width` columns of amounts; `None` if they are those of no form, or if what
/// else stands in the head names more than codes and names.
///
/// Heads that start on one line must start there in the order of the form: where a text prints them in another, the table has it too.
pub(super) fn columns(pieces: &[Piece<'_>], width: usize) -> Option<Columns> {
    if pieces.len() > MOST {
        return None;
    }
    FORMS.iter().filter(|form| form.len() == width).find_map(|form| {
        let mut heads = Vec::with_capacity(width);
        let mut used = vec![false; pieces.len()];
        for names in *form {
            let head = names.iter().find_map(|name| head(pieces, &used, name))?;
            head.iter().for_each(|at| used[*at] = true);
            heads.push(head);
        }
        let starts: Vec<usize> = heads.iter().map(|head: &Vec<usize>| head[0]).collect();
        let ordered = starts.iter().enumerate().all(|(at, one)| starts[at + 1..].iter().all(|next| pieces[*one].line != pieces[*next].line || one < next));
        let is_label = |at: &usize| LABELS.iter().any(|label| label.contains(pieces[*at].name));
        let rest: Vec<usize> = (0..pieces.len()).filter(|at| !used[*at] && !is_label(at)).collect();
        let first = heads.iter().flatten().min().copied()?;
        let over = rest.first().copied().filter(|over| *over < first && pieces[*over].line < pieces[first].line);
        (ordered && rest.len() == usize::from(over.is_some())).then_some(Columns { heads, over })
    })
}

/// The pieces, not used yet, that make a name in the order of the text: the whole of it first, else as few as can be.
fn head(pieces: &[Piece<'_>], used: &[bool], name: &str) -> Option<Vec<usize>> {
    /// A head is wrapped into no more pieces.
    const DEEPEST: usize = 3;
    (1..=DEEPEST).find_map(|count| wrapped(pieces, used, 0, name, count))
}

/// The first `count` pieces from `from` on that make a name.
fn wrapped(pieces: &[Piece<'_>], used: &[bool], from: usize, name: &str, count: usize) -> Option<Vec<usize>> {
    if count == 0 {
        return name.is_empty().then(Vec::new);
    }
    (from..pieces.len()).filter(|at| !used[*at]).find_map(|at| {
        let rest = name.strip_prefix(pieces[at].name)?;
        let mut head = wrapped(pieces, used, at + 1, rest, count - 1)?;
        head.insert(0, at);
        Some(head)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str], width: usize) -> Option<(Vec<String>, Option<String>)> {
        let pieces: Vec<Piece<'_>> = lines.iter().enumerate().flat_map(|(line, words)| words.split(' ').map(move |name| Piece { name, line })).collect();
        let columns = columns(&pieces, width)?;
        let heads = columns.heads.iter().map(|head| head.iter().map(|at| pieces[*at].name).collect()).collect();
        Some((heads, columns.over.map(|at| pieces[at].name.to_owned())))
    }

    #[test]
    fn wrapped_heads_are_put_in_the_order_of_the_form() {
        let lines = ["项目", "对附属单位补助", "本年支出合计 基本支出 项目支出 上缴上级支出 经营支出", "功能分类 支出", "科目编码 科目名称"];
        let (heads, over) = read(&lines, 6).expect("the form has six columns");
        assert_eq!(heads, ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]);
        assert_eq!(over, None);
    }

    #[test]
    fn what_stands_over_all_columns_is_none_of_them() {
        let (heads, over) =
            read(&["项 目 一般公共预算财政拨款支出决算数", "功能分类", "科目编码 科目名称 合计 基本支出 项目支出", "类 款 项"], 3).expect("three columns");
        assert_eq!((heads.len(), over.as_deref()), (3, Some("一般公共预算财政拨款支出决算数")));
    }

    #[test]
    fn heads_of_another_order_or_of_no_form_are_not_read() {
        assert_eq!(read(&["项目 合计 项目支出 基本支出"], 3), None);
        assert_eq!(read(&["合计 其他收入 财政拨款", "收入 事业", "收入 经营收入"], 5), None);
        assert_eq!(read(&["项目 合计 基本支出 项目支出 其中：基建支出"], 3), None);
        assert_eq!(read(&["项目 合计 基本支出 项目支出"], 4), None);
    }
}
