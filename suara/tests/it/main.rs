//! The whole site in process: every role on every route, every statement on both engines, every page's samples, and one
//! long story.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod bodies;
mod examples;
mod gallery;
mod houses;
mod leaving;
mod roles;
mod site;
mod statements;
mod story;
mod weight;
mod witnesses;
