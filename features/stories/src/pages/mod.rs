//! The pages: one struct each, one handler per address.
pub(crate) mod archive;
mod draft_desk;
pub(crate) mod draft_routes;
mod draft_samples;
mod draft_view;
mod drafts;
pub(crate) mod editions;
pub(crate) mod hidden;
pub(crate) mod lead;
pub(crate) mod legacy;
pub(crate) mod list;
pub(crate) mod samples;
pub(crate) mod sections;
pub(crate) mod show;
