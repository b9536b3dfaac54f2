//! One fact, all its witnesses: the figures of a report that state the same thing.

use crate::classification::Code;
use crate::concept::Concept;
use crate::figure::{Base, Figure, Role, Versus};
use crate::quantity::{Date, Unit};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::hash_map::{Entry, RandomState};
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash, Hasher};

/// Something the report states, with every figure that prints it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Fact {
    /// What it is a fact of.
    pub concept: Concept,
    /// In which role.
    pub role: Role,
    /// The year it speaks of.
    pub year: Option<u16>,
    /// The item of the classification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// The names of the item, where it has no code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub code_name: Vec<String>,
    /// What else tells it from its like.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub dimensions: BTreeMap<String, String>,
    /// Of a share: the concept it is a share of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Concept>,
    /// Of a completion: the budget it completes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
    /// What a change or rate is measured against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub versus: Option<Versus>,
    /// The date of a stock, as the first figure prints it that has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// The amount in yuan, of money: that of the figure that prints it most exactly; of the first one where they do not agree.
    #[serde(default, with = "rust_decimal::serde::str_option", skip_serializing_if = "Option::is_none")]
    pub yuan: Option<Decimal>,
    /// The value of anything but money, likewise.
    #[serde(default, with = "rust_decimal::serde::str_option", skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// The unit of that value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Ids of the figures that print it.
    pub figures: Vec<usize>,
    /// Whether they all print the same value, as exactly as each prints it: 9,070,818.20元 and 907.08万元 agree.
    pub agree: bool,
}

/// A figure as the witness of a fact: two are equal if they state the same thing.
struct Witness<'a>(&'a Figure);

impl Witness<'_> {
    /// The names of an item that has no code.
    fn names(&self) -> &[String] {
        if self.0.code.is_none() {
            &self.0.code_name
        } else {
            &[]
        }
    }
}

impl PartialEq for Witness<'_> {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (self.0, other.0);
        let compared = |figure: &Figure| figure.versus.map(|v| (v.year, v.basis));
        (a.concept, a.role, a.year, a.code, a.of, a.base) == (b.concept, b.role, b.year, b.code, b.of, b.base)
            && compared(a) == compared(b)
            && a.yuan.is_some() == b.yuan.is_some()
            && self.names() == other.names()
            && a.dimensions == b.dimensions
    }
}

impl Eq for Witness<'_> {}

impl Hash for Witness<'_> {
    /// What tells most facts apart; equality looks at everything.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let figure = self.0;
        let concept = figure.concept.map_or(0, |concept| concept as u64 + 1);
        state.write_u64(concept << 40 | (figure.role as u64) << 32 | u64::from(figure.year.unwrap_or(0)));
        if let Some(code) = figure.code {
            code.hash(state);
        }
        for name in self.names().iter().chain(figure.dimensions.values()) {
            state.write(name.as_bytes());
        }
    }
}

/// Makes hashes of numbers by a product with a seed, and of names as the standard library does, which takes longer: most facts have
/// no names. Names and numbers come from the text: with a seed, none can be chosen to share a hash.
struct Seeded {
    seed: u64,
    names: RandomState,
}

impl Seeded {
    fn new() -> Self {
        let names = RandomState::new();
        Seeded { seed: names.hash_one(0) | 1, names }
    }
}

impl<'a> BuildHasher for &'a Seeded {
    type Hasher = Mixed<'a>;

    fn build_hasher(&self) -> Mixed<'a> {
        Mixed { state: 0, by: self }
    }
}

struct Mixed<'a> {
    state: u64,
    by: &'a Seeded,
}

impl Hasher for Mixed<'_> {
    fn write(&mut self, name: &[u8]) {
        self.write_u64(self.by.names.hash_one(name));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        // Both halves of the product, for the lower one does not tell numbers apart by their upper bits.
        let product = u128::from(self.state ^ number) * u128::from(self.by.seed);
        self.state = product as u64 ^ (product >> 64) as u64;
    }

    fn finish(&self) -> u64 {
        self.state
    }
}

/// The facts that figures with a concept state, in the order of their first figures.
pub(super) fn facts(figures: &[Figure]) -> Vec<Fact> {
    let seeded = Seeded::new();
    let mut known: HashMap<Witness<'_>, usize, &Seeded> = HashMap::with_capacity_and_hasher(figures.len(), &seeded);
    let mut facts: Vec<Fact> = Vec::with_capacity(figures.len());
    for figure in figures.iter().filter(|figure| figure.concept.is_some()) {
        match known.entry(Witness(figure)) {
            Entry::Occupied(at) => facts[*at.get()].add(figure),
            Entry::Vacant(place) => {
                place.insert(facts.len());
                facts.push(Fact::first(figure));
            }
        }
    }
    for fact in facts.iter_mut().filter(|fact| fact.figures.len() > 1) {
        fact.settle(figures);
    }
    facts
}

impl Fact {
    fn first(figure: &Figure) -> Fact {
        let money = figure.yuan.is_some();
        Fact {
            concept: figure.concept.expect("facts are made of figures with a concept"),
            role: figure.role,
            year: figure.year,
            code: figure.code,
            code_name: if figure.code.is_none() { figure.code_name.clone() } else { Vec::new() },
            dimensions: figure.dimensions.clone(),
            of: figure.of,
            base: figure.base,
            versus: figure.versus,
            as_of: figure.as_of,
            yuan: figure.yuan,
            value: (!money).then_some(figure.value),
            unit: if money { None } else { figure.unit.clone() },
            figures: vec![figure.id],
            agree: true,
        }
    }

    fn add(&mut self, figure: &Figure) {
        self.figures.push(figure.id);
        self.as_of = self.as_of.or(figure.as_of);
    }

    /// Whether its figures agree, in yuan whatever unit they are printed in: 355.9万元 and 3,559,000元, and 3,559,012元 rounded to 355.90万元.
    ///
    /// The value becomes that of the figure that prints it most exactly, if they do.
    fn settle(&mut self, figures: &[Figure]) {
        let stated = self.figures.iter().filter_map(|id| figures.get(*id)).map(|figure| Stated::of(figure, self.unit.as_ref()));
        let Some(stated) = stated.collect::<Option<Vec<Stated>>>() else {
            self.agree = false;
            return;
        };
        let Some(finest) = stated.iter().copied().reduce(|finest, other| if other.step < finest.step { other } else { finest }) else { return };
        self.agree = stated.iter().all(|other| other.agrees(finest));
        if self.agree {
            *if self.yuan.is_some() { &mut self.yuan } else { &mut self.value } = Some(finest.value);
        }
    }
}

/// A value, and how exactly it is printed.
#[derive(Debug, Clone, Copy)]
struct Stated {
    value: Decimal,
    /// What one in its last place is worth.
    step: Decimal,
}

impl Stated {
    /// What a figure states; `None` if it is in another unit than `unit`.
    fn of(figure: &Figure, unit: Option<&Unit>) -> Option<Self> {
        let last = Decimal::new(1, figure.value.scale());
        match figure.yuan {
            Some(yuan) => Some(Stated { value: yuan, step: last.checked_mul(figure.unit.as_ref()?.yuan()?)? }),
            None => (figure.unit.as_ref() == unit).then_some(Stated { value: figure.value, step: last }),
        }
    }

    /// Whether it is the finer one, rounded or cut off.
    fn agrees(self, finer: Stated) -> bool {
        let apart = if self.value > finer.value { self.value.checked_sub(finer.value) } else { finer.value.checked_sub(self.value) };
        self.value == finer.value || self.step > finer.step && apart.is_some_and(|apart| apart < self.step)
    }
}
