//! What stands anywhere in a sentence: looked for once, when a rule first asks, so that the same words are not looked for before each of its
//! numbers where the sentence has none of them.

use super::reader::Reader;
use crate::within::{has, has_any};
use std::cell::OnceCell;

/// Words that say something was bought.
pub(super) const BUYING: &[&str] = &["购置", "购买", "采购", "新增", "更新"];

/// The word that bodies are listed by.
pub(super) const UNIT: &str = "单位";

/// What was found out of a sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Mentions {
    plans: OnceCell<bool>,
    buying: OnceCell<bool>,
    units: OnceCell<bool>,
    economic: OnceCell<bool>,
}

impl Reader<'_, '_> {
    fn whole_sentence(&self) -> &str {
        &self.text[self.state.start..self.state.end]
    }

    /// Whether a word of plans stands in the sentence, or a part of one.
    pub(super) fn mentions_plans(&self) -> bool {
        *self.state.mentions.plans.get_or_init(|| has_any(self.whole_sentence(), &["计划", "拟", "初安排", "原定", "应支出"]))
    }

    pub(super) fn mentions_buying(&self) -> bool {
        *self.state.mentions.buying.get_or_init(|| has_any(self.whole_sentence(), BUYING))
    }

    pub(super) fn mentions_units(&self) -> bool {
        *self.state.mentions.units.get_or_init(|| has(self.whole_sentence(), UNIT))
    }

    /// Whether 经济 stands in the sentence, as it does in the names of the economic classification.
    pub(super) fn mentions_economic(&self) -> bool {
        *self.state.mentions.economic.get_or_init(|| has(self.whole_sentence(), "经济"))
    }
}
