//! Every statement on accounts, sessions, codes and roles.
mod codes;
mod grants;
mod people;
mod sessions;

pub use codes::*;
pub use grants::*;
pub use people::*;
pub use sessions::*;
