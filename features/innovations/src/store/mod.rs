//! Every statement on innovations, what is noted of them, and their replications.
mod innovations;
mod lists;
mod open;
mod records;
mod replications;

pub(crate) use innovations::*;
pub(crate) use lists::*;
pub(crate) use open::*;
pub(crate) use records::*;
pub(crate) use replications::*;
