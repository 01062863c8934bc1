//! Innovations on both databases.
