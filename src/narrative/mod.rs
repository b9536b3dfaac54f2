//! Sentences to figures: a lexer, a reader with a small explicit context, and doubt where two readings are left.

mod attach;
mod clause;
mod concepts;
mod feature;
mod free;
mod item;
mod lexer;
mod lexicon;
mod reader;
mod remarks;
mod topic;

pub(crate) use reader::Reader;
pub(crate) use topic::Topic;
