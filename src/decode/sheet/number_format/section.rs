//! A section of a format code: its tokens, its condition, and whether it shows numbers, dates or text.

use super::calendar::{Calendar, Field, Numerals};
use super::decimal::general;
use super::pattern::Pattern;
use super::Epoch;

/// A part of a section.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// Stands for itself.
    Literal(String),
    /// `0`, `#` or `?`: the place of a digit.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// `E+` or `E-`; whether a positive power prints its sign.
    Exponent {
        plus: bool,
    },
    /// `/` between digits.
    Slash,
    /// `General`.
    General,
    /// `@`.
    Text,
    /// A part of a date.
    Field(Field),
}

/// A section that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Section {
    pub(super) condition: Option<Condition>,
    shape: Shape,
}

/// What a section shows.
#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Number(Pattern),
    Calendar(Calendar),
    /// Literals around the general form, or around a text.
    Around {
        before: String,
        behind: String,
        text: bool,
    },
    /// A fraction, `# ?/?`: shown in the general form, which loses nothing.
    Fraction,
}

/// `[>=10000]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Condition {
    relation: Relation,
    bound: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Relation {
    Less,
    AtMost,
    Equal,
    Unequal,
    AtLeast,
    More,
}

/// Relations by their signs; the longer ones first.
const RELATIONS: &[(&str, Relation)] =
    &[("<=", Relation::AtMost), ("<>", Relation::Unequal), (">=", Relation::AtLeast), ("<", Relation::Less), (">", Relation::More), ("=", Relation::Equal)];

impl Condition {
    fn parse(bracket: &str) -> Option<Self> {
        let (sign, relation) = RELATIONS.iter().find(|(sign, _)| bracket.starts_with(sign))?;
        let bound = bracket[sign.len()..].trim().parse().ok()?;
        Some(Condition { relation: *relation, bound })
    }

    pub(super) fn holds(self, value: f64) -> bool {
        match self.relation {
            Relation::Less => value < self.bound,
            Relation::AtMost => value <= self.bound,
            Relation::Equal => value == self.bound,
            Relation::Unequal => value != self.bound,
            Relation::AtLeast => value >= self.bound,
            Relation::More => value > self.bound,
        }
    }

    /// Whether no positive number meets it.
    pub(super) fn only_negative(self) -> bool {
        matches!(self.relation, Relation::Less | Relation::AtMost) && self.bound <= 0.0
    }
}

impl Section {
    pub(super) fn general() -> Self {
        Section { condition: None, shape: Shape::Around { before: String::new(), behind: String::new(), text: false } }
    }

    /// Whether it is for text: it has an `@`.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.shape, Shape::Around { text: true, .. })
    }

    /// What stands before and behind a text.
    pub(super) fn around_text(self) -> (String, String) {
        match self.shape {
            Shape::Around { before, behind, .. } => (before.trim().to_owned(), behind.trim().to_owned()),
            _ => Default::default(),
        }
    }

    /// What a magnitude is shown as; `None` where the format has no form for it, as for a date before 1900.
    pub(super) fn show(&self, value: f64, signed: bool, epoch: Epoch) -> Option<String> {
        if !value.is_finite() {
            return None;
        }
        let shown = match &self.shape {
            Shape::Number(pattern) => pattern.show(value),
            Shape::Calendar(_) if signed => return None,
            Shape::Calendar(calendar) => calendar.show(value, epoch)?,
            Shape::Around { before, behind, .. } => format!("{before}{}{behind}", general(value)),
            Shape::Fraction => return None,
        };
        Some(if signed { format!("-{}", shown.trim_start()) } else { shown })
    }
}

/// The sections of a code: parted by `;` outside of quotes and brackets.
pub(super) fn split(code: &str) -> Vec<&str> {
    let mut sections = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    let mut escaped = false;
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            '\\' | '!' | '_' | '*' if !quoted => escaped = true,
            ';' if !quoted => {
                sections.push(&code[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    sections.push(&code[start..]);
    sections
}

/// Reads a section.
pub(super) fn parse(code: &str) -> Section {
    let mut lexer = Lexer { rest: code, tokens: Vec::new(), condition: None, numerals: Numerals::Arabic };
    while lexer.step() {}
    Section { condition: lexer.condition, shape: shape(lexer.tokens, lexer.numerals) }
}

fn shape(tokens: Vec<Token>, numerals: Numerals) -> Shape {
    let has = |wanted: fn(&Token) -> bool| tokens.iter().any(wanted);
    if has(|t| matches!(t, Token::Field(_))) {
        return Shape::Calendar(Calendar::new(tokens, numerals));
    }
    let digits = has(|t| matches!(t, Token::Digit(_)));
    if digits && has(|t| *t == Token::Slash) {
        return Shape::Fraction;
    }
    if !digits {
        if let Some(at) = tokens.iter().position(|t| matches!(t, Token::General | Token::Text)) {
            let text = tokens[at] == Token::Text;
            return Shape::Around { before: literals(&tokens[..at]), behind: literals(&tokens[at + 1..]), text };
        }
    }
    Shape::Number(Pattern::new(tokens))
}

fn literals(tokens: &[Token]) -> String {
    let text = |t: &Token| match t {
        Token::Literal(text) => text.clone(),
        Token::Percent => "%".to_owned(),
        Token::Point => ".".to_owned(),
        Token::Comma => ",".to_owned(),
        Token::Slash => "/".to_owned(),
        _ => String::new(),
    };
    tokens.iter().map(text).collect()
}

/// Words of a code that are one token each.
static WORDS: &[(&str, Token)] = &[
    ("general", Token::General),
    ("g/通用格式", Token::General),
    ("am/pm", Token::Field(Field::Meridiem(["AM", "PM"]))),
    ("a/p", Token::Field(Field::Meridiem(["A", "P"]))),
    ("上午/下午", Token::Field(Field::Meridiem(["上午", "下午"]))),
    ("e+", Token::Exponent { plus: true }),
    ("e-", Token::Exponent { plus: false }),
];

struct Lexer<'a> {
    rest: &'a str,
    tokens: Vec<Token>,
    condition: Option<Condition>,
    numerals: Numerals,
}

impl Lexer<'_> {
    /// Reads the next token; `false` at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else { return false };
        if self.word() {
            return true;
        }
        let behind = &self.rest[first.len_utf8()..];
        match first {
            '"' => self.quoted(behind),
            '[' => self.bracket(behind),
            '\\' | '!' => self.escaped(behind, true),
            // The width of a character, and a character that fills the cell: blank space of the print.
            '_' | '*' => self.escaped(behind, false),
            c if "ymdhsaeYMDHSAE".contains(c) => self.field(c.to_ascii_lowercase()),
            c => {
                self.rest = behind;
                self.tokens.push(single(c));
            }
        }
        true
    }

    fn word(&mut self) -> bool {
        let matches = |word: &str| self.rest.get(..word.len()).is_some_and(|head| head.to_lowercase() == word);
        let Some((word, token)) = WORDS.iter().find(|(word, _)| matches(word)) else { return false };
        self.rest = &self.rest[word.len()..];
        self.tokens.push(token.clone());
        true
    }

    fn quoted(&mut self, behind: &'_ str) {
        let end = behind.find('"').unwrap_or(behind.len());
        self.tokens.push(Token::Literal(behind[..end].to_owned()));
        self.advance_to(behind.len() - end, 1);
    }

    fn escaped(&mut self, behind: &str, shown: bool) {
        let next = behind.chars().next();
        if let (Some(c), true) = (next, shown) {
            self.tokens.push(Token::Literal(c.to_string()));
        }
        self.advance_to(behind.len(), next.map_or(0, char::len_utf8));
    }

    fn bracket(&mut self, behind: &str) {
        let end = behind.find(']').unwrap_or(behind.len());
        let content = behind[..end].to_owned();
        self.advance_to(behind.len() - end, 1);
        if let Some(condition) = Condition::parse(&content) {
            self.condition = Some(condition);
        } else if let Some(symbol) = content.strip_prefix('$') {
            self.tokens.push(Token::Literal(symbol.split('-').next().unwrap_or_default().to_owned()));
        } else if let Some(field) = Field::elapsed_maybe(&content.to_ascii_lowercase()) {
            self.tokens.push(Token::Field(field));
        } else if let Some(numerals) = Numerals::named(&content) {
            self.numerals = numerals;
        }
    }

    /// A run of one letter of a date.
    fn field(&mut self, letter: char) {
        let run = self.rest.chars().take_while(|c| c.to_ascii_lowercase() == letter).count();
        let token = match Field::run_maybe(letter, run) {
            Some(field) => Token::Field(field),
            None => Token::Literal(self.rest[..run].to_owned()),
        };
        self.tokens.push(token);
        self.rest = &self.rest[run..];
    }

    /// Leaves all but the last `left` bytes of the rest behind, and then `skipped` more as far as there are any.
    fn advance_to(&mut self, left: usize, skipped: usize) {
        self.rest = &self.rest[self.rest.len() - left.saturating_sub(skipped)..];
    }
}

fn single(c: char) -> Token {
    match c {
        '0' | '#' | '?' => Token::Digit(c),
        '.' => Token::Point,
        ',' => Token::Comma,
        '%' => Token::Percent,
        '/' => Token::Slash,
        '@' => Token::Text,
        c => Token::Literal(c.to_string()),
    }
}
