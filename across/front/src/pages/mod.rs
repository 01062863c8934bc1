//! The pages: one struct each, one handler per address.
pub(crate) mod area;
pub(crate) mod chain;
pub(crate) mod desks;
pub(crate) mod home;
pub(crate) mod links;
pub(crate) mod person;
pub(crate) mod samples;
