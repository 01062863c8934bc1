//! Every statement on accounts, sessions, codes and roles.
mod codes;
mod devices;
mod endings;
mod grants;
mod passkeys;
mod people;
mod requests;
mod second;
mod sessions;

pub use codes::*;
pub use devices::*;
pub use endings::*;
pub use grants::*;
pub use passkeys::*;
pub use people::*;
pub use requests::*;
pub use second::*;
pub use sessions::*;
