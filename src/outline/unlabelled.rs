//! Headings without a label: titles of the forms that stand alone, and lines that the format marks as headings.

use super::forms;
use super::numbering::{Label, Style};
use super::scan::{is_longer, is_punctuation, Scan};
use super::sentence::states_quantity;
use super::title::{ends_as_title, kind_of, LONGEST};
use super::{Heading, SectionKind};
use smallvec::smallvec;
use std::ops::Range;

impl Scan<'_> {
    /// A title of the forms that stands alone without a label: `名词解释`, `2024年度部门决算表`, or `、…` whose ordinal was lost.
    pub(super) fn unlabelled(&mut self, at: usize, end: usize) -> Option<usize> {
        let line = &self.text[at..end];
        if is_longer(line, 60) || line.contains(is_punctuation) {
            return None;
        }
        let lost = line.strip_prefix("部分").map(|t| (Style::Part, t)).or_else(|| line.strip_prefix('、').map(|t| (Style::Chapter, t)));
        if let Some((style, title)) = lost {
            kind_of(title, style == Style::Part).filter(|_| ends_as_title(title))?;
            let skip = line.len() - title.len();
            self.open_heading(at..at + skip, smallvec![at + skip..end], Label { style, ordinal: 0, length: skip, skip });
            return Some(end);
        }
        let depth = self.folded.heading_depth(at);
        // Before the first heading such a line is the title of the report.
        let marked = depth.is_some() && ends_as_title(line) && kind_of(line, true).is_some();
        let may_be_title =
            self.out.headings.is_empty() && (self.text[..at].trim().is_empty() || !line.ends_with("职能") && !line.ends_with("设置") && line != "名词解释");
        if (heads_alone(line) || marked) && !may_be_title {
            self.open_heading(at..at, smallvec![at..end], Label { style: Style::Part, ordinal: 0, length: 0, skip: 0 });
            return Some(end);
        }
        let depth = depth.filter(|_| self.heads_by_its_style(at, end))?;
        self.open_marked(at..end, depth);
        Some(end)
    }

    /// Whether a line that the format marks as a heading is one, whatever its words: not the title of the report or of a table, and no
    /// term of a glossary.
    fn heads_by_its_style(&self, at: usize, end: usize) -> bool {
        let line = &self.text[at..end];
        let is_first = self.text[..at].trim().is_empty() && kind_of(line, true).is_none();
        let titles_report = self.out.headings.is_empty() && (is_first || line.contains("决算") || line.contains("预算"));
        let in_glossary = self.open.iter().any(|o| self.out.headings[o.heading].kind == Some(SectionKind::Glossary));
        let titles_table = forms::titled(line).is_some() || line.ends_with('表') || self.folded.grid_at(end + 1).is_some();
        let words = line.chars().filter(|c| c.is_alphabetic()).count();
        words > 1 && !is_longer(line, LONGEST) && !states_quantity(line) && !titles_report && !in_glossary && !titles_table
    }

    /// Opens a heading that only the format marks, below those that it marks as higher ones.
    fn open_marked(&mut self, title: Range<usize>, depth: u8) {
        // One that is numbered may stand between them without a mark of its own.
        while self.open.iter().any(|o| o.depth.is_some_and(|other| other >= depth)) {
            self.open.pop();
        }
        let range = title.clone();
        let kind = kind_of(&self.text[title.clone()], false);
        self.enter(Heading { label: title.start..title.start, title: smallvec![title], kind, level: 0, parent: None }, None, 0, Some(depth));
        self.close_heading(range);
    }
}

/// Titles of parts that reports print without a number: all of them in budgets of 上海.
fn heads_alone(line: &str) -> bool {
    const WHOLE: &[&str] = &["名词解释", "专业名词解释", "名称解释", "主要职能", "机构设置", "部门概况", "单位概况"];
    const ENDS: &[&str] =
        &["部门决算表", "单位决算表", "决算公开表", "预算编制说明", "决算情况说明", "预算情况说明", "预算公开表", "其他相关情况说明", "主要职能", "机构设置"];
    WHOLE.contains(&line) || ENDS.iter().any(|end| line.ends_with(end) && line.chars().count() <= LONGEST && !line.starts_with(['（', '《', '“']))
}
