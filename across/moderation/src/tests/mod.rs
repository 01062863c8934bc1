//! Flagging and deciding on a real database.
