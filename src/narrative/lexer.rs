//! A sentence as tokens: known words, numbers, years, items.

use super::feature;
use super::item::{self, Item};
use super::lexicon::{self, Sense, Stop, Word};
use crate::classification::{Code, Level};
use crate::figure::Direction;
use crate::quantity::{self, numeral_maybe, unit_maybe, Date, DigitKind, Measure, Quantity, Reading, Unit};
use memchr::memmem;
use rust_decimal::Decimal;
use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// A known word.
    Word(Sense),
    /// An index into [`Sentence::quantities`].
    Quantity(u32),
    /// A year alone.
    Year(u16),
    /// A date.
    Date(Option<Date>),
    /// Digits that are something else.
    Digits(DigitKind),
    /// A marker that prints the digits of its level.
    Coded(Level, u16),
    /// A printed code in brackets behind the name of its item.
    CodeBehind(Code),
    /// An index into [`Sentence::items`]: a named item of the classification.
    Item(u32),
}

impl Kind {
    /// Whether it is an item or a part of one, printed with digits.
    fn is_of_item(self) -> bool {
        matches!(self, Kind::Item(_) | Kind::Coded(..) | Kind::CodeBehind(_))
    }
}

/// A token and its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: Kind,
}

impl Token {
    pub(super) fn sense(&self) -> Option<Sense> {
        match self.kind {
            Kind::Word(sense) => Some(sense),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Word(Sense::Mark(mark))
    }
}

/// A sentence read into tokens. Its vectors are used again for the next one.
#[derive(Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) tokens: Vec<Token>,
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) items: Vec<Item>,
    /// Where it starts; a sentence that is read in pieces may be cut between a number and what belongs to it.
    start: usize,
    /// What the tokens were before the parts of items were joined, kept for its room.
    pub(super) ungathered: Vec<Token>,
    /// Whether any token belongs to an item.
    pub(super) names_items: bool,
    /// The name of the body that reports, where words that mean something stand in it: 文化和旅游局. Nothing in it is a token.
    own: Option<memmem::Finder<'static>>,
}

impl Sentence {
    /// A sentence of the report of a body.
    pub(crate) fn of(organization: Option<&str>) -> Self {
        /// Room for the tokens of most sentences, and for the quantities among them.
        const TOKENS: usize = 64;
        const QUANTITIES: usize = 16;
        const SHORTEST: usize = 4;
        const PLACES: &[char] = &['省', '市', '县', '区', '旗', '州', '盟'];
        const LEFT_OUT: &[&str] = &["机关", "本级", "单位", "部门"];
        let tail = |name: &str| {
            // 某县政协机关: 机关 begins 机关运行经费.
            let name = LEFT_OUT.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
            // The digits of 第22中学 are an ordinal, to be told as one.
            let Stop::Word(Word { start: word, .. }) = lexicon::lexicon().stop_from(name, 0).filter(|_| !name.contains(|c: char| c.is_ascii_digit()))? else {
                return None;
            };
            // 文化和旅游局 of 某市文化和旅游局: the place before it is often left out.
            let place = name[..word].rfind(PLACES).map_or(0, |at| at + '省'.len_utf8());
            Some(name[place..].to_owned()).filter(|tail| tail.chars().count() >= SHORTEST)
        };
        Sentence {
            tokens: Vec::with_capacity(TOKENS),
            ungathered: Vec::with_capacity(TOKENS),
            quantities: Vec::with_capacity(QUANTITIES),
            own: organization.and_then(tail).map(|tail| memmem::Finder::new(tail.as_bytes()).into_owned()),
            ..Sentence::default()
        }
    }

    /// Where the name of the reporting body stands next, for a name that words stand in.
    fn own_name(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let own = self.own.as_ref()?;
        let at = from + own.find(text.as_bytes().get(from..)?)?;
        Some(at..at + own.needle().len())
    }

    /// Reads the tokens of `text[start..end]`; offsets are those of `text`.
    pub(crate) fn read(&mut self, text: &str, start: usize, end: usize) {
        self.tokens.clear();
        self.quantities.clear();
        self.items.clear();
        self.names_items = false;
        self.start = start;
        let window = &text[..end];
        let mut at = start;
        let mut own = self.own_name(window, start);
        let lexicon = lexicon::lexicon();
        while let Some(stop) = lexicon.stop_from(window, at) {
            let place = match stop {
                Stop::Digit(digit) => digit,
                Stop::Word(word) => word.start,
            };
            while own.as_ref().is_some_and(|name| name.end <= place) {
                own = own.and_then(|name| self.own_name(window, name.end));
            }
            if let Some(name) = own.as_ref().filter(|name| name.start <= place) {
                at = name.end;
                continue;
            }
            at = match stop {
                Stop::Digit(digit) => self.number(window, digit),
                Stop::Word(word) => self.word(window, word),
            };
        }
        if self.names_items {
            item::gather(text, start, self);
        }
    }

    /// Reads the digits at `at`; where they end.
    fn number(&mut self, text: &str, at: usize) -> usize {
        let digits = text.as_bytes()[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if let Some(end) = self.code(text, at, digits) {
            return end;
        }
        let read = quantity::read(text, at);
        let end = read.end.min(text.len());
        match read.reading {
            Reading::Quantity(q) => {
                let start = q.start;
                self.drop_from(q.lead);
                self.quantity(q, start, end);
            }
            Reading::Year(year) => self.push(at, end, Kind::Year(year)),
            Reading::Date(date) => self.push(at, end, Kind::Date(date)),
            Reading::Other(kind) => self.push(at, end, Kind::Digits(kind)),
        }
        end
    }

    /// Digits that are the code of an item, or its number before a code; where they end.
    fn code(&mut self, text: &str, at: usize, digits: usize) -> Option<usize> {
        let (before, behind) = text.as_bytes().split_at(at);
        let (opened, closed) = (before.ends_with("（".as_bytes()), behind[digits..].starts_with("）".as_bytes()));
        let marked = if opened { self.marker_with_code(text, at, digits) } else { None };
        if marked.is_some() {
            return marked;
        }
        if let Some(code) = item::numbered_code(text, at, digits) {
            self.push(at, code, Kind::Digits(DigitKind::Numbering));
            return Some(code);
        }
        let bracketed = if closed { self.code_in_brackets(text, at, digits) } else { None };
        if bracketed.is_some() {
            return bracketed;
        }
        if matches!(digits, 4 | 6 | 8) && item::is_misprinted(text, at, digits) {
            self.push(at, at + digits, Kind::Digits(DigitKind::Code));
            return Some(at + digits);
        }
        let (code, end) = item::divided_code(text, at, digits).or_else(|| Some((item::code_maybe(text, at, digits)?, at + digits)))?;
        self.coded(at, code, end);
        Some(end)
    }

    /// Digits behind which a bracket closes.
    fn code_in_brackets(&mut self, text: &str, at: usize, digits: usize) -> Option<usize> {
        if let Some(read) = item::bracketed_code(text, at, digits) {
            self.drop_from(read.open);
            if read.behind_name {
                self.push(read.open, read.end, Kind::CodeBehind(read.code));
            } else {
                self.coded(read.open, read.code, read.end);
            }
            return Some(read.end);
        }
        if item::is_code_before_amount(text, at, digits) {
            let (open, end) = (at - '（'.len_utf8(), at + digits + '）'.len_utf8());
            self.drop_from(open);
            self.push(open, end, Kind::Digits(DigitKind::Code));
            return Some(end);
        }
        None
    }

    fn coded(&mut self, start: usize, code: Code, end: usize) {
        self.items.push(Item::coded(code, end));
        self.push(start, end, Kind::Item(self.items.len() as u32 - 1));
    }

    /// `（208类）`: a marker that prints the digits of its level, behind the bracket that opens.
    fn marker_with_code(&mut self, text: &str, at: usize, digits: usize) -> Option<usize> {
        const MARKS: &[(&str, Level)] = &[("类）", Level::Class), ("款）", Level::Group), ("项）", Level::Item)];
        if !matches!(digits, 2 | 3) {
            return None;
        }
        let behind = &text[at + digits..];
        let level = MARKS.iter().find(|(m, _)| behind.starts_with(m)).map(|(_, level)| *level)?;
        let expected = if level == Level::Class { 3 } else { 2 };
        if digits != expected {
            return None;
        }
        let open = at - '（'.len_utf8();
        self.drop_from(open);
        let end = at + digits + "类）".len();
        self.push(open, end, Kind::Coded(level, text[at..at + digits].parse().ok()?));
        Some(end)
    }

    /// Words that belong to the bound of a number were read as words first: 超, 大于.
    fn drop_from(&mut self, lead: usize) {
        while self.tokens.last().is_some_and(|t| t.start >= lead && t.sense().is_some()) {
            self.tokens.pop();
        }
    }

    fn quantity(&mut self, mut quantity: Quantity, start: usize, end: usize) {
        let start = start.min(quantity.lead);
        quantity.lead = quantity.lead.max(self.start);
        self.quantities.push(quantity);
        self.push(start, end, Kind::Quantity(self.quantities.len() as u32 - 1));
    }

    fn push(&mut self, start: usize, end: usize, kind: Kind) {
        self.names_items |= kind.is_of_item();
        self.tokens.push(Token { start: start.max(self.start), end, kind });
    }

    fn push_word(&mut self, word: Word) {
        self.names_items |= matches!(word.sense, Sense::Marker(_) | Sense::Class(_));
        self.tokens.push(Token { start: word.start.max(self.start), end: word.end, kind: Kind::Word(*word.sense) });
    }

    /// Takes a word; numerals may follow some. Where it ends.
    fn word(&mut self, text: &str, word: Word) -> usize {
        if matches!(word.sense, Sense::Marker(_)) && opens_a_word(&text[word.start..]) {
            let end = word.start + '（'.len_utf8();
            self.push(word.start, end, Kind::Word(Sense::Mark('（')));
            return end;
        }
        let numeral = match *word.sense {
            Sense::Hundredths => hundredths(text, word),
            Sense::Ordinal => rank(text, word),
            Sense::Zero => Some(Quantity { lead: word.start, ..written(Decimal::ZERO, None, Some(Measure::Money), word.start + '为'.len_utf8(), word.end) }),
            Sense::Counting | Sense::Change(Direction::Increase) => counted(text, word),
            // 内设十个职能科室.
            Sense::Filler if text.as_bytes()[..word.end].ends_with("设".as_bytes()) => counted(text, word),
            Sense::Noun(index) => vehicles(text, word, lexicon::noun(index)),
            _ => None,
        };
        if let Some(quantity) = numeral {
            let (start, end) = (quantity.start, quantity.tail);
            if !matches!(word.sense, Sense::Hundredths | Sense::Ordinal | Sense::Zero) && start >= word.end {
                self.push_word(word);
            }
            self.quantity(quantity, start, end);
            return end;
        }
        self.push_word(word);
        word.end
    }
}

/// （项目支出90万元）, （款项已付）: a bracket whose first word starts like a marker.
fn opens_a_word(text: &str) -> bool {
    ["（项目", "（款项", "（类似"].iter().any(|word| text.starts_with(word)) && !text.starts_with("（项目级")
}

fn written(value: Decimal, unit: Option<Unit>, measure: Option<Measure>, start: usize, end: usize) -> Quantity {
    Quantity { value, low: None, unit, measure, bound: None, lead: start, start, end, tail: end }
}

/// 百分之七十六点二三, 百分之76.
fn hundredths(text: &str, word: Word) -> Option<Quantity> {
    let rest = &text[word.end..];
    let (value, length) = match numeral_maybe(rest) {
        Some(read) => (read.value, read.length),
        None => quantity::number_maybe(rest).and_then(|n| Some((n.value?, n.length)))?,
    };
    let mut quantity = written(value, Some(Unit::PERCENT), Some(Measure::Percent), word.start, word.end + length);
    quantity.read_bounds(text);
    Some(quantity)
}

/// 位居全省第五: an ordinal behind words of ranking, at the end of a clause.
fn rank(text: &str, word: Word) -> Option<Quantity> {
    const LOOKED_BACK: usize = 18;
    let numeral = numeral_maybe(&text[word.end..])?;
    let end = word.end + numeral.length;
    let before = &text[..word.start];
    let from = before.char_indices().rev().nth(LOOKED_BACK / 3).map_or(0, |(at, _)| at);
    let ranked = ["居", "列", "排名", "名次"].iter().any(|w| before[from..].contains(w));
    let behind = &text[end..];
    let ends = behind.is_empty() || ["，", "。", "；", "、", "位", "名", "）"].iter().any(|w| behind.starts_with(w));
    let unit: Unit = "名次".parse().expect("any text is a unit");
    (ranked && ends).then(|| written(numeral.value, Some(unit), None, word.start, end))
}

/// 等五市, 近万条: a numeral with a measure word behind a word of counting. 一 and 两 are mostly articles.
fn counted(text: &str, word: Word) -> Option<Quantity> {
    const PLACES: &[&str] = &["市", "县", "区", "省", "镇", "乡"];
    let rest = &text[word.end..];
    let numeral = numeral_maybe(rest).filter(|n| n.value > Decimal::from(2))?;
    let behind = &rest[numeral.length..];
    let over = behind.starts_with('余') || behind.starts_with('多');
    let skip = if over { '余'.len_utf8() } else { 0 };
    let unit = match PLACES.iter().find(|p| behind.starts_with(**p)) {
        Some(place) => (Unit::composed("", place), Measure::Piece, place.len()),
        None => unit_maybe(&behind[skip..])
            .filter(|u| !matches!(u.measure, Measure::Extent | Measure::Money))
            .map(|u| (Unit::composed("", u.name), u.measure, u.length))?,
    };
    let start = word.end;
    let mut quantity = written(numeral.value, Some(unit.0), Some(unit.1), start, start + numeral.length + skip + unit.2);
    quantity.bound = match &text[word.start..word.end] {
        _ if over => Some(quantity::Bound::JustOver),
        "近" => Some(quantity::Bound::JustUnder),
        "约" => Some(quantity::Bound::About),
        _ => None,
    };
    Some(quantity)
}

/// 新购置公务用车一辆: a numeral right behind a name that says what vehicles were bought or are held.
fn vehicles(text: &str, word: Word, noun: &lexicon::Noun) -> Option<Quantity> {
    let told = noun.features.has(feature::VEHICLE)
        && (noun.features.any(feature::HOLDING) || noun.features.any(feature::PURCHASE) && !noun.features.any(feature::OPERATION));
    let numeral = if told { numeral_maybe(&text[word.end..])? } else { return None };
    let behind = &text[word.end + numeral.length..];
    let unit = unit_maybe(behind).filter(|u| u.measure == Measure::Vehicle || u.name == "台")?;
    let end = word.end + numeral.length + unit.length;
    Some(written(numeral.value, Some(Unit::composed("", unit.name)), Some(unit.measure), word.end, end))
}

/// Whether a token ends the name of an item that stands before a marker.
pub(super) fn bounds_name(token: &Token) -> bool {
    match token.kind {
        Kind::Word(Sense::Mark(mark)) => !matches!(mark, '（' | '）'),
        Kind::Word(Sense::Marker(Level::Class | Level::Group | Level::Item)) => true,
        Kind::Word(Sense::Purpose | Sense::Parts | Sense::Reason | Sense::Within | Sense::Share | Sense::Complete) => true,
        Kind::Word(_) => false,
        _ => true,
    }
}
