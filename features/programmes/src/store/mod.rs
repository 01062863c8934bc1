//! Every statement on the tables of this feature, one file for a group of tables.
mod activities;
mod lists;
mod open;
mod parts;
mod programmes;
mod words;
mod workshop;

pub use activities::*;
pub use lists::*;
pub use open::*;
pub use parts::*;
pub use programmes::*;
pub use words::*;
pub use workshop::*;
