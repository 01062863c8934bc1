//! The whole site in process: every role on every route, every statement on both engines, every page's samples, and one
//! long story.
mod gallery;
mod roles;
mod site;
mod statements;
mod weight;
