//! Parts of a whole: what 其中, a colon and 中 open, and where such a list ends.

use super::clause::{Subject, Whole};
use super::concepts::{self, Meaning, Side};
use super::feature;
use super::lexer::{Kind, Sentence, Token};
use super::lexicon::{self, Sense};
use super::nature::NATURES;
use super::reader::Reader;
use crate::classification::Level;
use crate::concept::Concept;
use crate::outline::label_maybe;
use crate::quantity::Measure;
use smallvec::smallvec;

impl Reader<'_, '_> {
    /// 其中 opens the parts of the amount just stated.
    pub(super) fn parts(&mut self, token: &Token) {
        if self.text[token.start..].starts_with("具体") {
            self.give_reason(token.start);
        } else if self.ends_reason_unmarked(token) {
            self.give_reason(token.start);
            self.clause.chains.clear();
            self.clause.broken = false;
        }
        if self.tells_of_a_list(token) {
            return;
        }
        let listed = !self.state.stated || self.state.parts;
        self.state.parts = true;
        self.state.by_function |= self.text[self.state.start.min(token.end)..token.end].contains("功能分类");
        self.clause.purpose = false;
        if self.opens_by_name() {
            return;
        }
        let before = self.subjects.first();
        let of_numbered = !self.state.stated && self.whole.as_ref().is_some_and(|w| w.numbered && self.is_part_of(before, w));
        let opens_new = self.state.stated || self.whole.is_none() || of_numbered;
        let outer = self.whole.take_if(|w| w.outer.is_none() && (self.state.stated && self.state.nested || of_numbered)).map(Box::new);
        let same = self.anchored.as_ref().filter(|a| before.is_some_and(|s| s.concept == a.concept && s.item == a.item));
        let anchor = self.state.anchor.or_else(|| same.or(before).copied());
        // 按功能分：…，农林水支出640万元。按支出性质分：…: what is spent in all, not the item or the kind that was spoken of last.
        let classifies = self.text[token.start..token.end].contains('按') && !self.text[token.start..token.end].contains("来源");
        let other = |anchor: &Subject| {
            let stated = anchor.figure.map(|id| &self.ledger.figures[id]);
            // Nothing has parts, and those of a single body are not the account's.
            stated.is_some_and(|figure| figure.value.is_zero() || figure.dimensions.contains_key("unit_name"))
                || anchor.item.is_some()
                || anchor.features.any(NATURES)
                || anchor.concept.is_some_and(|concept| concepts::side(concept) == Side::In)
        };
        let anchor = anchor.and_then(|anchor| if classifies && listed && other(&anchor) { self.spent } else { Some(anchor) });
        if self.state.free && self.subjects.is_empty() && self.state.anchor.is_none() {
            // 事业运行经费总预算300万元，其中：基本支出200万元: no basic expenditure of the body as a whole.
            self.whole = Some(Whole { unknown: true, outer, ..Whole::default() });
            self.state.nested = true;
        } else if let Some(subject) = anchor.filter(|s| opens_new && s.figure.is_some()) {
            let concept = subject.concept;
            // 收支总预算9万元，包括：一般公共预算拨款8万元: what both sides consist of are sources first.
            let both = subject.features.has(feature::IN.and(feature::OUT));
            self.whole = Some(Whole {
                concept,
                figure: subject.figure,
                features: subject.features,
                side: if both { Side::In } else { concept.map_or_else(Default::default, concepts::side) },
                subject: Some(subject),
                outer,
                unknown: self.state.free,
                ..Whole::default()
            });
            self.state.nested = true;
            // 2016年…总额0万元。其中：…: the parts are of the year of their whole.
            let year = self.whole.as_ref().and_then(|w| w.figure).and_then(|id| self.ledger.figures[id].year);
            self.state.year = self.state.year.or(year.filter(|_| !self.state.stated));
        }
        self.clause.start = self.clause.covered;
        self.clause.prefix = None;
        self.clause.chains.clear();
    }

    /// 主要原因是减少项目其中：财政拨款收入9万元，…: parts of the accounts behind a reason whose full stop was left out.
    fn ends_reason_unmarked(&self, token: &Token) -> bool {
        let Some(behind) = self.text[token.end..].strip_prefix('：').filter(|_| self.state.reason.is_some()) else { return false };
        let unmarked = !self.text[..token.start].trim_end_matches(' ').ends_with(['，', '。', '；', '：', '、']);
        let Some(word) = lexicon::word_from(behind, 0).filter(|word| unmarked && word.start == 0) else { return false };
        let source = match *word.sense {
            Sense::Noun(index) => {
                let noun = lexicon::noun(index);
                noun.concept.is_some_and(|concept| concepts::side(concept) != Side::Unknown)
                    || noun.features.any(feature::IN.and(feature::OUT).and(feature::FISCAL))
            }
            _ => false,
        };
        source && !self.state.explained.is_empty()
    }

    /// 因公出国（境）费0万元、公务接待费3万元。具体情况如下：1.…: what follows tells of each of the list, and is no part of its last.
    fn tells_of_a_list(&self, token: &Token) -> bool {
        let concept = |subject: &Option<Subject>| subject.as_ref().and_then(|s| s.concept);
        let behind = !self.state.stated && self.text[token.start..].starts_with("具体情况");
        behind && (self.main.is_none() || concept(&self.main) != concept(&self.anchored))
    }

    /// `1.基本支出…。其中，人员支出…`: what a numbered sentence stated last is a part of the numbered list.
    fn is_part_of(&self, subject: Option<&Subject>, whole: &Whole) -> bool {
        let part = subject.and_then(|s| s.figure).and_then(|id| self.ledger.figures[id].part_of);
        part.is_some() && part == whole.figure
    }

    /// `主要用于：教育支出（类）12万元，…`: items with amounts of their own are parts of what was stated, not purposes.
    pub(super) fn lists_items(&self, at: usize, sentence: &Sentence) -> bool {
        const BETWEEN: usize = 3;
        let behind = &sentence.tokens[at + 1..];
        let mark = usize::from(behind.first().is_some_and(|t| t.is_mark('：')));
        if mark == 1 && self.names_an_amount(&behind[mark..], sentence) {
            return true;
        }
        let Some(item) = behind.get(mark).filter(|t| matches!(t.kind, Kind::Item(_))) else {
            return mark == 1 && behind.len() == 1;
        };
        let money = |t: &&Token| matches!(t.kind, Kind::Quantity(q) if sentence.quantities[q as usize].measure == Some(Measure::Money));
        let number = behind.iter().find(|t| matches!(t.kind, Kind::Quantity(_))).filter(money);
        number.is_some_and(|n| n.start >= item.end && self.text[item.end..n.start].chars().count() <= BETWEEN)
    }

    /// 本年收入9万元，主要包括：一般公共预算拨款收入8万元: whether a name of the accounts stands at the start of some tokens, and its amount right
    /// behind it.
    fn names_an_amount(&self, tokens: &[Token], sentence: &Sentence) -> bool {
        const BETWEEN: usize = 3;
        let named = tokens.iter().take_while(|t| matches!(t.sense(), Some(Sense::Noun(_)))).count();
        let (Some(last), Some(number)) = (named.checked_sub(1).map(|at| &tokens[at]), tokens.get(named)) else { return false };
        let money = matches!(number.kind, Kind::Quantity(q) if sentence.quantities[q as usize].measure == Some(Measure::Money));
        money && number.start >= last.end && self.text[last.end..number.start].chars().count() <= BETWEEN
    }

    /// 本年收入的具体构成为：…: the parts of what the clause names, whether or not it was stated here.
    fn opens_by_name(&mut self) -> bool {
        let [chain] = self.clause.chains.as_slice() else { return false };
        // 收入包括：…；支出包括：…: the other side's parts, though a number was stated.
        let side = chain.item.is_none() && (chain.features == feature::IN || chain.features == feature::OUT);
        if self.state.stated && !side || self.clause.broken {
            return false;
        }
        self.open_named();
        self.clause.chains.is_empty()
    }

    /// 项目支出中…: parts of what was named. 财政拨款预算79.69亿元中，…: parts of what was just stated.
    pub(super) fn within(&mut self, token: &Token) {
        let last = self.state.last.map(|id| self.ledger.figures[id].span.end);
        if self.clause.chains.is_empty() && last == Some(self.ledger.folded.span(token.start, token.end).start) {
            return self.parts(token);
        }
        self.open_named();
        if let Some(whole) = &mut self.whole {
            whole.within = true;
        }
    }

    /// Opens the parts of what the clause names, whether or not it was stated here.
    fn open_named(&mut self) {
        let Some(chain) = self.clause.chains.first().filter(|_| !self.clause.broken).cloned() else { return };
        if chain.item.is_some_and(|item| item.code().is_some_and(|code| code.level() == Level::Class && code.is_functional())) {
            return self.open_class(chain);
        }
        let Meaning::One(concept) = concepts::meaning(chain.features, chain.named, Measure::Money, self.topic, Default::default()) else { return };
        let figure = self.subjects.iter().find(|s| s.concept == Some(concept)).and_then(|s| s.figure);
        let figure = figure.or_else(|| self.ledger.amount_id(concept).filter(|id| self.ledger.figures[*id].section == self.section));
        let subject = Subject { concept: Some(concept), figure, ..chain };
        self.whole = Some(Whole {
            concept: Some(concept),
            figure,
            features: subject.features,
            side: concepts::side(concept),
            subject: Some(subject),
            ..Whole::default()
        });
        self.items = concepts::items_of(concept).or(self.items);
        self.clause.chains.clear();
        self.clause.start = self.clause.covered;
        self.clause.prefix = None;
        self.clause.basis = None;
    }

    /// 卫生健康支出中，行政单位医疗22万元: parts of a class of the functional classification.
    fn open_class(&mut self, class: Subject) {
        let Some(concept) = self.functional() else { return };
        self.whole = Some(Whole { concept: Some(concept), side: concepts::side(concept), subject: Some(class), ..Whole::default() });
        // 教育支出中，2023年决算数为800万元: what has no name of its own is of the class.
        self.subjects = smallvec![class];
        self.state.parts = true;
        self.clause.chains.clear();
        self.clause.start = self.clause.covered;
        self.clause.prefix = None;
    }

    /// What stands in a bracket behind an amount are its parts.
    pub(super) fn parts_of_last(&mut self) {
        let Some(subject) = self.subjects.last().filter(|s| s.figure.is_some() && s.figure == self.state.last).cloned() else { return };
        let concept = subject.concept;
        let side = concept.map_or_else(Default::default, concepts::side);
        self.whole = Some(Whole { concept, figure: subject.figure, features: subject.features, side, subject: Some(subject), ..Whole::default() });
    }

    /// 其中在编人员74人：行政人员31人、…: a colon behind a number of a list opens its own parts.
    pub(super) fn colon_behind_number(&mut self, token: &Token) {
        let direct = self.clause.chains.is_empty() && self.clause.covered == token.end && self.text[..token.start].ends_with(|c: char| !matches!(c, '中'));
        let stated =
            self.state.last.is_some_and(|id| self.ledger.folded.span(token.start, token.end).start.saturating_sub(self.ledger.figures[id].span.end) <= 3);
        let Some(outer) = self.whole.take_if(|w| direct && stated && w.depth() < Whole::DEEPEST) else { return };
        match self.subjects.first().filter(|s| s.figure.is_some()).cloned() {
            Some(subject) => {
                let concept = subject.concept;
                let side = concept.map_or_else(Default::default, concepts::side);
                self.whole = Some(Whole {
                    concept,
                    figure: subject.figure,
                    features: subject.features,
                    side,
                    subject: outer.subject,
                    outer: Some(Box::new(outer)),
                    colon: true,
                    ..Whole::default()
                });
            }
            None => self.whole = Some(outer),
        }
    }

    /// Parts within parts end at the semicolon: 基本支出…，其中人员经费…；项目支出….
    pub(super) fn end_inner_parts(&mut self) {
        // 2.购置及运行费…。其中：购置费0万元；运行费…: the list around it goes on with its next number only.
        let ends = |w: &&mut Whole| (!w.colon || w.pauses) && w.outer.as_ref().is_some_and(|outer| !outer.numbered);
        if let Some(outer) = self.whole.as_mut().filter(ends).and_then(|w| w.outer.take()) {
            self.whole = Some(*outer);
        }
    }

    /// Parts that an item of a list opened end with it, and its own list goes on; without such a list all parts end.
    pub(super) fn end_parts_within_list(&mut self) {
        while let Some(whole) = self.whole.take_if(|whole| !whole.listed && !whole.numbered) {
            self.whole = whole.outer.map(|outer| *outer);
        }
    }

    /// The number of an item inside a sentence: the first one says that the parts are numbered, the others end what an item opened.
    pub(super) fn next_item(&mut self) {
        self.end_parts_of_item();
        if std::mem::replace(&mut self.state.itemized, true) {
            self.end_parts_within_list();
        } else {
            self.number_parts();
        }
    }

    /// The number of the next item ends the parts of the one before.
    fn end_parts_of_item(&mut self) {
        if let Some(outer) = self.whole.as_mut().filter(|w| w.outer.as_ref().is_some_and(|outer| outer.numbered)).and_then(|w| w.outer.take()) {
            self.whole = Some(*outer);
        }
    }

    /// An amount on the other side of the accounts is no part of a list, and ends one that went on over sentences.
    pub(super) fn end_other_side(&mut self, concept: Option<Concept>) {
        let side = concept.map_or(Side::Unknown, concepts::side);
        // 项目支出 is no part of 基本支出.
        self.whole.take_if(|w| concept.zip(w.concept).is_some_and(|(part, whole)| concepts::are_kinds_apart(part, whole)));
        self.whole.take_if(|w| w.numbered && side != Side::Unknown && w.side != Side::Unknown && w.side != side);
    }

    /// `收入总计93万元，包括：` above `1.财政拨款收入…` and `2.其他收入…`: parts in paragraphs of one numbering, which end where it does.
    pub(super) fn list_below(&mut self, at: usize, end: usize) {
        let style = label_maybe(&self.text[at..end]).map(|label| label.style);
        let before = self.text[..at].trim_end();
        let opens = self.state.parts && (before.ends_with('：') || before.ends_with("其中"));
        if opens && style.is_some() {
            self.number_parts();
            self.list = style;
        } else if opens {
            self.unnumbered = true;
        } else if self.list.is_some() && self.list != style || self.unnumbered && style.is_some() {
            self.list = None;
            self.unnumbered = false;
            self.whole = None;
        } else if self.list.is_none() && style.is_none() {
            // A list that is numbered inside its paragraph ends with it, unless the next one goes on counting.
            self.whole.take_if(|whole| whole.numbered);
        }
    }

    /// 具体情况如下：1.…。2.…。: parts that are numbered go on behind the full stop.
    pub(super) fn number_parts(&mut self) {
        if let Some(whole) = self.whole.as_mut().filter(|_| self.state.parts) {
            whole.numbered = true;
        }
    }
}
