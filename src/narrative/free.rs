//! Numbers outside the accounts: work reports, performance summaries, names.

use super::extent::Extent;
use super::lexer::{Kind, Sentence, Token};
use crate::concept::Concept;
use crate::figure::{Direction, Figure, Role};
use crate::quantity::{Measure, Quantity};
use crate::span::start_of;
use crate::within::has_any;

/// The role of a number that no name of the accounts claims.
pub(super) fn role(quantity: &Quantity, change: Option<Direction>, compared: bool) -> Role {
    let changes = change.is_some_and(|d| d != Direction::Unchanged);
    match quantity.measure {
        Some(Measure::Percent) if changes => Role::Rate,
        Some(Measure::Percent) => Role::Ratio,
        Some(Measure::Points) => Role::Change,
        Some(Measure::Money | Measure::Person | Measure::Vehicle | Measure::Batch | Measure::Piece | Measure::Set) if changes && compared => Role::Change,
        Some(Measure::Money | Measure::Score | Measure::Extent) => Role::Actual,
        None if quantity.unit.as_ref().is_some_and(|u| u.as_str() == "名次") => Role::Rank,
        _ => Role::Count,
    }
}

/// The names of a list before 分别, 均 or 各: 基本养老、工伤、失业保险参保人数; none if the words before are no list.
pub(super) fn listed(text: &str, start: usize, end: usize) -> Vec<String> {
    const LONGEST: usize = 16;
    let before = &text[start.min(end)..end];
    let Some(cut) = ["分别", "均", "各", "都"].iter().filter_map(|w| before.rfind(w)).max() else { return Vec::new() };
    let names: Vec<String> = before[..cut].split(['、', '和', '及', '与']).map(|n| n.trim().to_owned()).collect();
    let list = names.len() > 1 && names.iter().all(|n| (2..=LONGEST).contains(&n.chars().count()));
    if list {
        names
    } else {
        Vec::new()
    }
}

/// Bytes in which the name of a project and the mark behind it end.
const LONGEST_SUMMARY: usize = 300;

/// What each mark of a summary ends with, one or the other.
const SUMMARY: &[&str] = &["综述", "绩效目标完成情况"];

/// The project that a sentence names as [`project_of`] does, or its rest behind a number.
pub(super) fn project_of_sentence(text: &str, extent: &Extent) -> Option<String> {
    let words = text.strip_suffix(['。', '\n']).unwrap_or(text);
    let ends = || SUMMARY.iter().any(|end| words.ends_with(end));
    if extent.parted || text.len() > LONGEST_SUMMARY || ends() {
        project_of(text)
    } else {
        None
    }
}

/// The project that a summary of its performance names: `职业培训项目绩效目标完成情况综述。`.
pub(super) fn project_of(text: &str) -> Option<String> {
    const MARKS: &[&str] =
        &["绩效目标完成情况综述", "绩效目标实际完成情况综述", "绩效自评综述", "绩效自评情况综述", "绩效目标自评综述", "自评综述", "绩效目标完成情况"];
    let text = start_of(text, LONGEST_SUMMARY);
    if !has_any(text, SUMMARY) {
        return None;
    }
    // A heading may run in before it.
    let mut heads = text.split(['。', '：', '\n']).take(2);
    let (head, mark) = heads.find_map(|head| Some((head, MARKS.iter().find(|mark| head.ends_with(**mark))?)))?;
    let name = head[..head.len() - mark.len()].trim_matches(|c: char| c.is_whitespace() || c == '"');
    // “农村饮水安全”专项资金 quotes a part of its name only.
    let name = name.strip_prefix('“').and_then(|inner| inner.strip_suffix('”')).unwrap_or(name);
    let count = name.chars().count();
    (name.contains("项目") || name.contains("经费") || mark.contains("综述")).then_some(())?;
    ((4..=60).contains(&count) && name != "项目" && !name.contains("本部门")).then(|| name.to_owned())
}

/// A number in the summary of a project is one of its indicators.
pub(super) fn indicator(figure: &mut Figure, project: String, label: &str, quantity: &Quantity) {
    if matches!(quantity.measure, Some(Measure::Money | Measure::Score) | None) {
        return;
    }
    figure.concept = Some(Concept::PerformanceIndicator);
    figure.dimensions.insert("project".into(), project);
    if !label.is_empty() {
        figure.dimensions.insert("indicator".into(), label.to_owned());
    }
}

/// A quoted name may hold digits (“22条”, “5+1”); a quoted sentence, a chain of counts or a quoted amount holds figures.
pub(super) fn is_quoted_name(text: &str, tokens: &[Token]) -> bool {
    const LONGEST_NAME: usize = 12;
    let numbers = tokens.iter().filter(|t| matches!(t.kind, Kind::Quantity(_))).count();
    let money = text.contains('元') || text.contains('%');
    text.chars().count() <= LONGEST_NAME && text.bytes().any(|b| b.is_ascii_digit()) && numbers < 3 && !money
}

/// Cells of a table that were glued into a line: many numbers, hardly a unit, hardly a word between them.
pub(super) fn is_table_row(sentence: &Sentence) -> bool {
    const LEAST: usize = 6;
    let numbers = sentence.quantities.len();
    let bare = sentence.quantities.iter().filter(|q| q.unit.is_none()).count();
    numbers >= LEAST && bare * 5 >= numbers * 4
}

/// Whether a line is a number without name and unit: the cell of a list that no line before it heads.
pub(super) fn is_number(line: &str) -> bool {
    line.as_bytes().first().is_some_and(u8::is_ascii_digit) && line.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}
