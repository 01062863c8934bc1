//! Every statement on pictures, recordings, what they hang on, and files that arrive in pieces.
mod attachments;
mod pictures;
mod recordings;
mod uploads;

pub use attachments::*;
pub use pictures::*;
pub use recordings::*;
pub use uploads::*;
