//! Every statement on bodies, what they do, who held which office, what was promised.
mod bodies;
mod lists;
mod offices;
mod open;
mod promises;
mod services;
mod standing;

pub use bodies::*;
pub use lists::*;
pub use offices::*;
pub use open::*;
pub use promises::*;
pub use services::*;
pub use standing::*;
