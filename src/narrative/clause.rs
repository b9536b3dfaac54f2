//! The context that tokens change and figures are attached to.

use super::concepts::Side;
use super::feature::Features;
use super::interim::Interim;
use super::item::Path;
use super::lexer::Token;
use super::lexicon::Basis;
use super::mentions::Mentions;
use crate::concept::Concept;
use crate::figure::{Base, Direction, Role, Versus};
use crate::quantity::Date;
use crate::within::{has, opening};
use rust_decimal::Decimal;
use smallvec::SmallVec;
use std::ops::Range;

/// What a sentence speaks of: a name, an item of the classification, or both at once.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Subject {
    pub(super) features: Features,
    /// The concept that one of its words names alone.
    pub(super) named: Option<Concept>,
    pub(super) item: Option<Path>,
    pub(super) words: Words,
    /// The concept its last figure was given.
    pub(super) concept: Option<Concept>,
    /// Its last amount or count.
    pub(super) figure: Option<usize>,
}

/// Where the words of a name stand in folded text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Words {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Words {
    pub(super) fn is_empty(self) -> bool {
        self.start >= self.end
    }

    pub(super) fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

impl From<Range<usize>> for Words {
    fn from(range: Range<usize>) -> Self {
        Words { start: range.start, end: range.end }
    }
}

impl From<&Token> for Words {
    fn from(token: &Token) -> Self {
        Words { start: token.start, end: token.end }
    }
}

impl Clause {
    /// Where the words start that may name what stands at `at`: behind the mark of the clause, or behind its last number.
    pub(super) fn unread(&self, at: usize) -> usize {
        self.start.max(self.numbered).min(at)
    }

    /// The year that goes on behind its number: its own, or the one before where it names nothing. 去年 is the year before the one in which a
    /// newspaper writes, and what a change starts from is of its year alone.
    pub(super) fn carries(&self, text: &str, before: Option<u16>) -> Option<u16> {
        if self.departs {
            return None;
        }
        let own = self.year.filter(|_| !has(&text[self.start..self.covered.max(self.start)], "去年"));
        let goes_on = || self.chains.is_empty() && opening(&text[self.start..], &["本年", "今年"]).is_none();
        own.or(before.filter(|_| goes_on()))
    }
}

impl Subject {
    pub(super) fn is_empty(&self) -> bool {
        self.features.is_empty() && self.named.is_none() && self.item.is_none()
    }

    /// Whether it says nothing but some of these.
    pub(super) fn says_only(&self, features: Features) -> bool {
        self.item.is_none() && self.named.is_none() && self.features.without(features).is_empty()
    }
}

/// What a number is stated of: nearly always one subject.
pub(super) type Subjects = SmallVec<[Subject; 1]>;

/// The same subjects once more.
pub(super) fn copied(subjects: &Subjects) -> Subjects {
    match subjects.as_slice() {
        [one] => SmallVec::from_buf([*one]),
        all => SmallVec::from_slice(all),
    }
}

/// What parts are being listed of.
#[derive(Debug, Clone, Default)]
pub(super) struct Whole {
    pub(super) concept: Option<Concept>,
    pub(super) figure: Option<usize>,
    pub(super) features: Features,
    pub(super) side: Side,
    pub(super) subject: Option<Subject>,
    /// The whole that these parts are a part of: its list goes on behind ；.
    pub(super) outer: Option<Box<Whole>>,
    /// Opened by a colon behind the number: its list goes on to the full stop.
    pub(super) colon: bool,
    /// Items of such a list stand between 、, so that ； ends it.
    pub(super) pauses: bool,
    /// Its parts are numbered sentences.
    pub(super) numbered: bool,
    /// Its parts are numbered inside one sentence.
    pub(super) listed: bool,
    /// Opened by 中.
    pub(super) within: bool,
    /// The amount that it opens the parts of is of something unknown.
    pub(super) unknown: bool,
}

impl Whole {
    /// How deep lists stand in each other at most; the deepest seen has three.
    pub(super) const DEEPEST: usize = 8;

    /// How many wholes this one is a part of.
    pub(super) fn depth(&self) -> usize {
        std::iter::successors(self.outer.as_deref(), |whole| whole.outer.as_deref()).count()
    }
}

/// What a completion or a comparison says of its budget.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Comparing {
    /// Whether 与, 比 or 较 was read and its object is still to come.
    pub(super) open: bool,
    pub(super) year: Option<u16>,
    pub(super) printed: bool,
    pub(super) basis: Option<Base>,
    /// Whether the object is what was spent: 比上年执行数1,688万元.
    pub(super) spent: bool,
}

/// What was read since the last number, and since the sentence began.
#[derive(Debug, Clone, Default)]
pub(super) struct Clause {
    /// Where the clause starts: behind the last ，；：.
    pub(super) start: usize,
    /// Up to where every character of the clause is explained.
    pub(super) covered: usize,
    /// Where the last number of the clause ends; 0 if it has none yet. What names the next one stands behind.
    pub(super) numbered: usize,
    /// How many numbers the clause stated.
    pub(super) numbers: usize,
    /// Characters nobody knows stand between what was read and the number.
    pub(super) broken: bool,
    /// Unknown characters at the start of the clause that may be the name of a body.
    pub(super) prefix: Option<Range<usize>>,
    /// Where the last unknown characters of the clause end.
    pub(super) unknown_end: usize,
    /// Names of a list, each its own subject.
    pub(super) chains: Subjects,
    /// The next name begins a new subject of the same list.
    pub(super) listing: bool,
    /// Features of all names since the last number.
    pub(super) ambient: Features,
    /// Features of all names since the last number or comma.
    pub(super) here: Features,
    pub(super) change: Option<Direction>,
    /// Whether the verb is one of rates: 增长, 下降.
    pub(super) by_rate: bool,
    pub(super) basis: Option<Basis>,
    pub(super) complete: bool,
    /// The budget named inside the completion that is being read: 完成全年预算66万元的….
    pub(super) completed: Option<Base>,
    /// 大于 or 小于 was read; a budget behind it makes it a change.
    pub(super) exceeds: Option<Direction>,
    pub(super) share: Option<usize>,
    pub(super) each: bool,
    /// The names so far were said to be as they were: what follows has names of its own.
    pub(super) unchanged: bool,
    pub(super) unit_price: bool,
    /// Whether the number being read is where a change starts from: 从29人降为16人.
    pub(super) departs: bool,
    pub(super) year: Option<u16>,
    /// In 主要用于…: names are purposes, not subjects.
    pub(super) purpose: bool,
    pub(super) comparing: Comparing,
    /// Whether it says that there is nothing of what it names.
    pub(super) nothing: bool,
    /// The basis that stands before the last one: 预算、决算均为0万元.
    pub(super) other_basis: Option<Basis>,
    /// Where the last basis ends.
    pub(super) basis_end: usize,
    /// The single body that the next number is of.
    pub(super) body: Option<Range<usize>>,
    /// Whether its numbers are averages of years: 年均增长5%.
    pub(super) yearly: bool,
}

/// What holds for a whole sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct SentenceState {
    /// Where the sentence starts.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// What stands anywhere in it.
    pub(super) mentions: Mentions,
    pub(super) year: Option<u16>,
    /// Whether that year was said by 上年.
    pub(super) prior: bool,
    /// The year that the last clause named which named one; none where a name stood in a clause without a year since.
    pub(super) carried: Option<u16>,
    pub(super) as_of: Option<Date>,
    /// Whether 截至 stands before that date: what follows is held on it.
    pub(super) stock: bool,
    /// Whether the amounts of the sentence are of a project or of works that have no name among the concepts.
    pub(super) work: bool,
    /// What the next changes of a list are of, each of one.
    pub(super) apart: Subjects,
    /// Whether what follows is of a part of the year only.
    pub(super) interim: Interim,
    /// Where the clause starts that says so.
    pub(super) interim_from: usize,
    /// Whether an amount of that part was stated: changes and shares behind it are of it.
    pub(super) interim_stated: bool,
    pub(super) versus: Option<Versus>,
    /// In 主要原因…: amounts are not the section's.
    pub(super) reason: Option<usize>,
    /// How many figures there were right behind the last change that the reason told; 0 if it told none.
    pub(super) reasoned: usize,
    /// How many numbers the clause before stated, where a comma ended it.
    pub(super) numbers_before: usize,
    /// Whether a change was attached in this sentence.
    pub(super) changed: bool,
    /// The totals this sentence stated, one a clause: 收入总计…，支出总计….
    pub(super) totals: Subjects,
    /// Whether the last amount of this sentence is of something unknown.
    pub(super) free: bool,
    /// What was spoken of before a share or a count of something unknown.
    pub(super) forgotten: Subjects,
    /// The body whose posts and staff the item of a list counts.
    pub(super) body: Option<String>,
    /// Whether what follows counts no single body any more.
    pub(super) bodies_end: bool,
    /// Whether it states the totals of another body.
    pub(super) other_body: bool,
    /// The role of the last amount of something unknown, before any parts.
    pub(super) free_role: Option<Role>,
    /// Whether its parts were opened by 主要是.
    pub(super) mainly: bool,
    /// Whether a number was attached in this sentence.
    pub(super) stated: bool,
    /// The amount that 其中 would open.
    pub(super) anchor: Option<Subject>,
    /// The money that this sentence stated last.
    pub(super) money: Option<Subject>,
    /// The features of the first name that this sentence stated an amount of.
    pub(super) fund: Features,
    /// The rate that stands behind the number being read, in per cent.
    pub(super) rate_ahead: Option<Decimal>,
    /// The last figure stated.
    pub(super) last: Option<usize>,
    /// In a bracket.
    pub(super) aside: bool,
    /// Whether a whole was opened by a figure of this sentence.
    pub(super) nested: bool,
    /// Whether parts were opened in this sentence.
    pub(super) parts: bool,
    /// Whether they are classes, named without 支出: 按支出功能分类：教育66万元、社会保障和就业8万元.
    pub(super) by_function: bool,
    /// Whether the number of an item was read in this sentence.
    pub(super) itemized: bool,
    /// Ids of the figures of this sentence that a reason would explain.
    pub(super) explained: SmallVec<[usize; 4]>,
}
