//! Areas.
