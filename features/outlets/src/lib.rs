//! Outlets.
