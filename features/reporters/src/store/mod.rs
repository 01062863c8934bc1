//! Every statement on the tables of reporters and their trainings.
mod reporters;
mod trainings;

pub use reporters::*;
pub use trainings::*;
