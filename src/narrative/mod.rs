//! Sentences to figures: a lexer, a reader with a small explicit context, and doubt where two readings are left.

mod asides;
mod attach;
mod chain;
mod clause;
mod comparison;
mod concepts;
mod counting;
mod dictionary;
mod elsewhere;
mod explained;
mod extent;
mod feature;
mod free;
mod goals;
mod implied;
mod interim;
mod item;
mod lexer;
mod lexicon;
mod meaning;
mod naming;
mod nature;
mod parts;
mod projects;
mod reader;
mod reason;
mod remarks;
mod shares;
mod staff;
mod topic;
mod unclaimed;
mod wholes;
mod years;

pub(crate) use lexer::Sentence;
pub(crate) use reader::Reader;
pub(crate) use topic::Topic;
