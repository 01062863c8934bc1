//! The whole site in process: every role on every route, every statement on both engines, every page's samples, and one
//! long story.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod bodies;
mod data;
mod examples;
mod gallery;
mod houses;
mod leaving;
mod officer;
mod open_data;
mod roles;
mod secrets;
mod site;
mod statements;
mod story;
mod titles;
mod walk;
mod weight;
mod witnesses;
