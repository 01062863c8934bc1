//! A spelling assistant for Indonesian: which words of a text no dictionary knows, and what they may have meant.
//!
//! ```text
//! text ─► words with their sentences ─► known? (Hunspell's dictionary, our additions, the caller's words) ─► said no more
//!                                          └► not ─► a name? left alone ─► else a mark: count, sentence, suggestions
//! ```
//!
//! It says and never changes. The dictionary is read at run time from a folder of the machine (Debian's hunspell-id),
//! because its licence is its own; what a house writes beside it is the caller's to say.
//!
//! Suggestions first undo the slips that are made by ear: f, p and v; m and n; a dropped or an added e; doubled letters.
mod dictionary;
mod marks;
mod near;
mod slips;
mod text;

pub use dictionary::Dictionary;
pub use marks::{Mark, Vouched};
use text::Word;

/// Where Debian's package hunspell-id puts it.
pub const DEBIAN: &str = "/usr/share/hunspell";

#[cfg(test)]
mod tests;
