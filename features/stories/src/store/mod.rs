//! Every statement on the tables of this feature, one file for a group of tables.
mod answering;
mod checking;
mod draft_versions;
mod drafts;
mod editions;
mod embargoes;
mod lists;
mod occasions;
mod parts;
mod sections;
mod stories;

pub use answering::*;
pub use checking::*;
pub use draft_versions::*;
pub use drafts::*;
pub use editions::*;
pub use embargoes::*;
pub use lists::*;
pub use occasions::*;
pub use parts::*;
pub use sections::*;
pub use stories::*;
