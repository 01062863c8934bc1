//! Portability.
