//! Characters that tell at a look what a text may say.
//!
//! Most questions about a head or a cell need a word that it does not have. One pass over its characters says which of them to ask.

/// What some Han characters tell of a text in which they stand, as bits.
pub(crate) struct Marks([u8; 1 << Marks::BITS]);

impl Marks {
    /// Characters are told apart by their last bits, those of the last two bytes in UTF-8.
    const BITS: u32 = 12;

    pub(crate) const fn of(told: &[(char, u8)]) -> Marks {
        let mut marks = [0; 1 << Marks::BITS];
        let mut at = 0;
        while at < told.len() {
            let (c, bits) = told[at];
            assert!(c.len_utf8() == 3, "a Han character has three bytes");
            marks[c as usize % (1 << Marks::BITS)] |= bits;
            at += 1;
        }
        Marks(marks)
    }

    /// The bits of all characters of a text: those that stand in it, and now and then one of another that ends in the same bits.
    pub(crate) fn may_be_in(&self, text: &str) -> u8 {
        let low = |byte: &u8| usize::from(byte & 0x3f);
        let mut rest = text.as_bytes();
        let mut seen = 0;
        loop {
            rest = match rest {
                [0xe0..=0xff, second, third, behind @ ..] => {
                    seen |= self.0[low(second) << 6 | low(third)];
                    behind
                }
                [_, behind @ ..] => behind,
                [] => return seen,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    static MARKS: Marks = Marks::of(&[('增', 1), ('比', 2), ('数', 4)]);

    #[test]
    fn characters_are_seen_wherever_they_stand() {
        let texts = ["", "数", "2019年比", "é增加%", "😀数x比", "决算"];
        assert_eq!(texts.map(|text| MARKS.may_be_in(text)), [0, 4, 2, 1, 6, 0]);
    }
}
