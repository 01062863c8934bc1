//! Comments on a real database.
