//! Names that are looked up as a whole, each with what it stands for.
//!
//! The names are those of the forms and of the classification, so that no text can choose them to collide: a hash of a few operations
//! does for them, where that of the standard library takes longer than all else that is asked of a name.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// What each of some names stands for.
pub(crate) struct Wordlist<K, V>(HashMap<K, V, BuildHasherDefault<Bytes>>);

impl<K: Borrow<str> + Hash + Eq, V> Wordlist<K, V> {
    pub(crate) fn new() -> Self {
        Wordlist(HashMap::default())
    }

    /// What a name stands for; `None` if it is none of the list.
    pub(crate) fn get(&self, name: &str) -> Option<&V> {
        self.0.get(name)
    }
}

impl<K: Borrow<str> + Hash + Eq, V: Default> Wordlist<K, V> {
    /// What a name stands for, for writing: the default at first.
    pub(crate) fn entry(&mut self, name: K) -> &mut V {
        self.0.entry(name).or_default()
    }
}

/// The hash of a name, eight bytes at a time.
#[derive(Default)]
struct Bytes(u64);

impl Bytes {
    fn mix(&mut self, word: u64) {
        /// An odd number without a pattern, so that each bit reaches the high ones, by which a table is told.
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    }
}

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        // The last eight bytes, some of them once more; those of a shorter name one by one.
        match bytes.last_chunk::<8>() {
            Some(last) => self.mix(u64::from_le_bytes(*last)),
            None => self.mix(rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte))),
        }
    }

    fn write_u8(&mut self, _end: u8) {
        // What the standard library puts behind a text, which is hashed alone here.
    }

    fn finish(&self) -> u64 {
        // The low bits choose the place in a table.
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use super::Wordlist;

    #[test]
    fn names_are_found_as_a_whole() {
        let names = ["", "类", "款", "合计", "办公费", "办公费用", "公务接待费", "公务接待费用", "一般公共预算财政拨款收入"];
        let mut list: Wordlist<&str, usize> = Wordlist::new();
        for (place, name) in names.into_iter().enumerate() {
            *list.entry(name) = place;
        }
        assert_eq!(names.map(|name| list.get(name).copied()), std::array::from_fn(Some));
        assert_eq!(list.get("公务接待"), None);
    }
}
