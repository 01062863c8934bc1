//! Every statement on the reports' tables, one file for a group of them.
mod answers;
mod deliveries;
mod desks;
mod lists;
mod reports;
mod senders;
mod steps;

pub use answers::*;
pub use deliveries::*;
pub use desks::*;
pub use lists::*;
pub use reports::*;
pub use senders::*;
pub use steps::*;
