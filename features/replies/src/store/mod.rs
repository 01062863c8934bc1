//! Every statement on the tables of replies and of what editors note around stories.
mod impacts;
mod incidents;
mod replies;
mod republishers;

pub use impacts::*;
pub use incidents::*;
pub use replies::*;
pub use republishers::*;
