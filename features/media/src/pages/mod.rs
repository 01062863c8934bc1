//! Files by their hash, pieces of files that arrive, and the parts of other features' pages that hold them.
pub(crate) mod files;
pub(crate) mod parts;
pub(crate) mod pieces;
mod range;
