//! Brackets, quotations and numbers of items inside sentences.

use super::clause::{Clause, Subject, Subjects, Whole};
use super::free;
use super::lexer::{Kind, Sentence, Token};
use super::lexicon::{self, Sense};
use super::reader::{closing, is_blank, Reader};
use crate::classification::Code;
use crate::outline::label_maybe;
use crate::quantity::{date_maybe, is_han, DigitKind};
use crate::span::start_of;
use smallvec::smallvec;

impl Reader<'_, '_> {
    /// A bracket without numbers is an aside; one with numbers is read for itself and leaves the context as it was.
    pub(super) fn bracket(&mut self, at: usize, open: char, sentence: &Sentence) -> usize {
        let close = match open {
            '（' => '）',
            '《' => '》',
            _ => '”',
        };
        self.covered(&sentence.tokens[at]);
        let Some(end) = closing(at, open, close, sentence) else { return at + 1 };
        let inner = &sentence.tokens[at + 1..end];
        let (from, to) = (sentence.tokens[at].end, sentence.tokens[end].start);
        let named = open == '《' || open == '“' && free::is_quoted_name(&self.text[from..to], inner);
        if named {
            self.ledger.claim(from..to, DigitKind::Name);
            self.covered(&sentence.tokens[end]);
            return end + 1;
        }
        if open == '“' {
            return at + 1;
        }
        if inner.iter().any(|t| matches!(t.kind, Kind::Quantity(_) | Kind::Date(_) | Kind::Year(_) | Kind::Digits(_) | Kind::Item(_))) {
            self.aside(at, end, sentence);
        } else if open == '（' {
            self.renamed(at, end, sentence);
        }
        let labels = is_blank(&self.text[self.clause.start..sentence.tokens[at].start]) && label_maybe(&self.text[sentence.tokens[at].start..]).is_some();
        self.clause.covered = self.clause.covered.max(sentence.tokens[end].end);
        if labels {
            self.clause.start = self.clause.covered;
            self.main = None;
            self.number_parts();
        }
        end + 1
    }

    /// 因公出国费、公务接待费（简称“三公”经费）决算总额: the bracket gives the name of what the list before it is together.
    fn renamed(&mut self, at: usize, end: usize, sentence: &Sentence) {
        const OPENERS: &[&str] = &["简称", "以下简称", "统称", "以下统称", "“"];
        let (from, to) = (sentence.tokens[at].end, sentence.tokens[end].start);
        let named = OPENERS.iter().any(|opener| self.text[from..to].starts_with(opener)) && !self.clause.chains.is_empty();
        let nouns = sentence.tokens[at + 1..end].iter().filter_map(|token| match token.kind {
            Kind::Word(Sense::Noun(index)) => Some((token, lexicon::noun(index))),
            _ => None,
        });
        let mut subject = Subject::default();
        for (token, noun) in nouns.filter(|_| named) {
            let start = if subject.words.is_empty() { token.start } else { subject.words.start };
            subject =
                Subject { features: subject.features.and(noun.features), named: noun.concept.or(subject.named), words: (start..token.end).into(), ..subject };
        }
        if !subject.is_empty() {
            self.clause.chains = smallvec![subject];
        }
    }

    /// Whether the bracket stands directly behind the amount stated last, whose parts it names: 购置及运行费5万元（购置费2万元，运行费3万元）.
    fn holds_parts(&self, at: usize, sentence: &Sentence) -> bool {
        const APART: &[&str] = &["不含", "不包括", "除", "其中"];
        let token = &sentence.tokens[at];
        let last = self.state.last.map(|id| self.ledger.figures[id].span.end);
        let behind = last == Some(self.ledger.folded.span(token.start, token.end).start);
        behind && !APART.iter().any(|word| self.text[token.end..].starts_with(word))
    }

    fn aside(&mut self, at: usize, end: usize, sentence: &Sentence) {
        let clause = self.clause.clone();
        let versus = self.state.versus;
        let subjects = Subjects::from_slice(&self.subjects);
        let whole = self.whole.clone();
        let start = sentence.tokens[at].end;
        let label = label_maybe(&self.text[start - '（'.len_utf8()..]).filter(|l| start - '（'.len_utf8() + l.length >= sentence.tokens[end].end);
        if label.is_some() {
            self.ledger.claim(start..sentence.tokens[end].start, DigitKind::Numbering);
        } else {
            if self.holds_parts(at, sentence) {
                self.parts_of_last();
            } else if self.state.free && sentence.tokens[at].start == self.clause.numbered {
                // 专项业务90万元（项目支出90万元）: the bracket tells what something unknown is spent for.
                self.whole = Some(Whole { unknown: true, ..Whole::default() });
            }
            // 从专项业务费（100.00万元）中: the bracket holds the amount of what the words before it name.
            let unknown = self.clause.chains.is_empty() && (self.clause.broken || self.clause.prefix.is_some() && self.clause.numbered > self.clause.start);
            let unnamed = self.clause.chains.is_empty() && self.clause.numbered <= self.clause.start && self.clause.covered > self.clause.start;
            if unknown || unnamed && self.clause.prefix.clone().is_some_and(|p| !self.is_body(p)) {
                self.subjects.clear();
            }
            self.clause = Clause { start, covered: start, ..Clause::default() };
            let around = (self.state.carried, self.state.free, self.state.interim);
            self.state.aside = true;
            let mut inner = at + 1;
            while inner < end {
                inner = self.step(inner, sentence);
            }
            (self.state.carried, self.state.free, self.state.interim) = around;
        }
        self.state.aside = false;
        self.clause = clause;
        self.state.versus = versus;
        self.subjects = subjects;
        self.whole = whole;
        if label.is_some() && is_blank(&self.text[self.clause.start..sentence.tokens[at].start.max(self.clause.start)]) {
            self.next_item();
        }
    }

    /// `：1.财政拨款收入…；2.…`: the number of an item in running text.
    pub(super) fn is_item_number(&self, token: &Token, sentence: &Sentence) -> bool {
        let Kind::Quantity(index) = token.kind else { return false };
        let opens = is_blank(&self.text[self.clause.start..token.start]);
        let bare = sentence.quantities[index as usize].unit.is_none();
        let labels = || label_maybe(&self.text[token.start..]).is_some_and(|l| token.start + l.length > token.end);
        opens && bare && (labels() || number_before_year(&self.text[token.start..]).is_some())
    }

    /// The numbering of an item at the start of a paragraph or clause is no figure; where the text behind it starts.
    pub(super) fn numbering(&mut self, at: usize, end: usize) -> usize {
        if let Some(digits) = number_before_year(&self.text[at..end]).or_else(|| self.bare_number(at)) {
            self.ledger.claim(at..at + digits, DigitKind::Numbering);
            return at + digits;
        }
        match label_maybe(&self.text[at..end]) {
            Some(label) => {
                self.ledger.claim(at..at + label.length, DigitKind::Numbering);
                at + label.skip
            }
            None => at,
        }
    }

    /// `1 某某局` above `2 某某中心`: a number without a mark before a name, where the line above or below goes on counting; its digits.
    fn bare_number(&self, at: usize) -> Option<usize> {
        // A report on one line must not be looked through for each of its numbers.
        const LOOKED_AT: usize = 600;
        let here = start_of(&self.text[at..], LOOKED_AT);
        let number = leading_number(here)?;
        let before = self.text[..at].trim_end_matches('\n');
        let line = memchr::memrchr(b'\n', &before.as_bytes()[before.len().saturating_sub(LOOKED_AT)..]).map(|n| before.len().saturating_sub(LOOKED_AT) + n + 1);
        let above = line.or((before.len() <= LOOKED_AT).then_some(0)).and_then(|start| leading_number(&before[start..]));
        let below = here.split('\n').skip(1).find(|line| !line.trim().is_empty()).and_then(leading_number);
        let counts = below.is_some_and(|next| next == number + 1) || number > 1 && above.is_some_and(|last| last + 1 == number);
        counts.then_some(if number < 10 { 1 } else { 2 })
    }
}

/// `（1、2017年报刊订阅16万元；2、…）`: the number of an item before a year; its digits and its mark.
fn number_before_year(text: &str) -> Option<usize> {
    let digits = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let behind = text[digits..].strip_prefix('、').filter(|_| (1..=2).contains(&digits))?;
    // `1、2010301行政运行`: or before a code.
    let code = behind.bytes().take_while(u8::is_ascii_digit).count();
    let coded = matches!(code, 5 | 7) && behind[code..].trim_start().starts_with(is_han) && behind[..code].parse::<Code>().is_ok_and(Code::is_functional);
    if !coded {
        date_maybe(behind).filter(|read| read.is_year)?;
    }
    Some(digits + '、'.len_utf8())
}

/// The number that a line which is otherwise nothing but a name starts with: `1 某某局`.
fn leading_number(line: &str) -> Option<u32> {
    const LONGEST: usize = 40;
    let digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) || line.starts_with('0') || !line[digits..].trim_start().starts_with(is_han) {
        return None;
    }
    let name = line[digits..].split('\n').next()?.trim();
    let plain = name.chars().take(LONGEST + 1).count() <= LONGEST && !name.chars().any(|c| c.is_ascii_digit() || matches!(c, '，' | '。' | '；' | '：'));
    let unit = crate::quantity::unit_maybe(name).is_some();
    (plain && !unit && name.starts_with(is_han)).then(|| line[..digits].parse().ok()).flatten()
}
