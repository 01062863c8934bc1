//! Moderation.
