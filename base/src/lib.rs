//! The one crate that every other may use and that knows no feature: the database, pages, languages, events, jobs,
//! clocks and words that they share. Small, boring, finished.
pub mod app;
pub mod attribution;
pub mod audit;
pub mod blobs;
pub mod cases;
pub mod chain;
pub mod chart;
pub mod clock;
pub mod config;
pub mod db;
pub mod deadlines;
pub mod desks;
pub mod events;
pub mod feature;
pub mod holds;
pub mod ids;
pub mod jobs;
pub mod languages;
pub mod limits;
pub mod links;
pub mod logs;
pub mod mail;
pub mod measures;
pub mod notices;
pub mod offences;
pub mod open_data;
pub mod random;
pub mod refusal;
pub mod rules;
pub mod settings;
pub mod store;
pub mod subject;
pub mod testing;
#[cfg(test)]
mod tests;
pub mod vault;
pub mod visitor;
pub mod web;

pub use anyhow;
pub use jiff;
