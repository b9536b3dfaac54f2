//! What the text says without numbers: that something does not exist, or that a form was not filled in.

use super::clause::{Subject, Subjects};
use super::concepts::{self, Meaning, Side};
use super::dictionary::Dictionary;
use super::feature;
use super::lexer::Token;
use super::reader::Reader;
use crate::diagnostic::{DiagnosticCode, Severity};
use crate::ledger::Ledger;
use crate::quantity::Measure;
use crate::span::start_of;
use once_cell::sync::Lazy;
use std::ops::Range;

/// Whether a sentence without digits may say something to note.
pub(super) fn may_matter(text: &str) -> bool {
    NEEDLES.find(text, 0).is_some()
}

/// Whether a sentence without a number may open the parts of what was stated before it: `其中：`, `具体内容如下：`.
pub(super) fn announces(text: &str) -> bool {
    let opens = |text: &str| text.ends_with('：') || text.ends_with("其中");
    !text.ends_with('。') && opens(text.trim_end())
}

/// Words that make a sentence without digits worth reading.
static NEEDLES: Lazy<Dictionary<128, 128>> = Lazy::new(|| {
    let needles = [
        "无",
        "没有",
        "未",
        "万元",
        "***",
        "XX",
        "××",
        "占 ",
        "原因",
        "（项）",
        "（款）",
        "（类）",
        "百分之",
        "为零",
        "等二",
        "等三",
        "等四",
        "等五",
        "等六",
        "等七",
        "等八",
        "等九",
        "等十",
        "近万",
        "近千",
        "近百",
        "居第",
        "居全",
        "列第",
        "列全",
        "名列",
        "排名",
    ];
    // 三十辆: the last character of the numeral is enough.
    let vehicles = ["一辆", "二辆", "两辆", "三辆", "四辆", "五辆", "六辆", "七辆", "八辆", "九辆", "十辆", "百辆"];
    let sets = ["一台", "二台", "两台", "三台", "四台", "五台", "六台", "七台", "八台", "九台", "十台", "百台"];
    Dictionary::of(needles.into_iter().chain(vehicles).chain(sets))
});

/// The words before the next of some marks, or the end; `None` if more stand there than a clause of a report has.
pub(super) fn clause_of<'t>(text: &'t str, marks: &[char]) -> Option<&'t str> {
    /// Bytes; the longest clause of the forms seen has 330.
    const LONGEST: usize = 600;
    let near = start_of(text, LONGEST);
    near.find(marks).or((near.len() == text.len()).then_some(near.len())).map(|end| &near[..end])
}

/// A blank of the form.
pub(super) fn residue(ledger: &mut Ledger<'_>, range: Range<usize>) {
    ledger.note(DiagnosticCode::TemplateResidue, Severity::Warning, range, || "模板占位符未填写".into());
}

/// `无政府性基金预算财政拨款支出`: noted when the name behind it is read to its end.
pub(super) fn none(reader: &mut Reader<'_, '_>, token: &Token) {
    // 没有增加公车购置 says that nothing changed, not that there is nothing.
    const CHANGES: &[&str] = &["增加", "减少", "增长", "下降", "变化", "变动", "超过", "超出"];
    let rest = &reader.text[token.end..];
    let Some(clause) = clause_of(rest, &['。', '，', '；', '\n']) else { return };
    if CHANGES.iter().any(|change| clause.starts_with(change)) {
        return;
    }
    let mut subject = Subject::default();
    let mut at = 0;
    while let Some(word) = super::lexicon::word_from(clause, at) {
        if let super::lexicon::Sense::Noun(index) = *word.sense {
            let noun = super::lexicon::noun(index);
            subject.features = subject.features.and(noun.features);
            subject.named = noun.concept.or(subject.named);
        }
        at = word.end;
    }
    if clause.bytes().any(|b| b.is_ascii_digit()) || !reader.topic.accounts {
        return;
    }
    let range = token.start..token.end + clause.len();
    let bare = subject.named.is_none() && subject.features.without(feature::IN.and(feature::OUT)).is_empty();
    let before = if bare { std::mem::take(&mut reader.clause.chains) } else { Subjects::new() };
    if before.is_empty() {
        // 本年度无此项支出: which one, the words do not say.
        if !bare {
            stated_none(reader, &subject, range);
        }
        return;
    }
    // 公务接待费、会议费均无支出: the names before are what there is none of.
    let sure = !reader.clause.broken && !reader.clause.purpose && reader.state.reason.is_none();
    for subject in before.iter().filter(|_| sure) {
        stated_none(reader, subject, subject.words.start..range.end);
    }
    if sure && before.iter().all(|subject| subject.item.is_some_and(|item| !item.is_bare())) {
        // 死亡抚恤（项）年初未安排预算，决算42.87万元.
        reader.subjects = before;
    }
}

/// Notes that the text states there is nothing of what the name means.
fn stated_none(reader: &mut Reader<'_, '_>, subject: &Subject, range: Range<usize>) {
    let named = match concepts::meaning(subject.features, subject.named, Measure::Money, reader.topic, Side::Out) {
        Meaning::One(concept) => concept.as_str().to_owned(),
        Meaning::Both(first, second) => format!("{first}、{second}"),
        Meaning::Unknown => return,
    };
    reader.ledger.note(DiagnosticCode::StatedNone, Severity::Note, range, || format!("文中声明没有：{named}"));
}
