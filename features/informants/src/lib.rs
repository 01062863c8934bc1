//! Informants: who stands behind a story and must not be known.
//!
//! ```text
//! recorded by a keeper, about a draft or a story ─► further keepers named ─► opened (each time is noted) ─► changed
//!                                                          erased: no word is left, who read it stays ◄─┘
//! ```
//!
//! A record is seen by people who are named on it and hold the role of a keeper; to everyone else, the administrator
//! included, there is none. Everything in it lies in the vault, also what it is about. No event is recorded, no subject
//! described, nothing linked: what was done stands on the record itself.
mod actions;
mod informant;
mod pages;
mod store;
#[cfg(test)]
mod tests;

use base::feature::{Desk, Feature};

pub fn feature() -> Feature {
    Feature {
        routes: pages::routes(),
        desks: &[Desk { key: "informant-desk", path: "/meja/narasumber" }],
        tables: &["informants", "informant_keepers", "informant_readings"],
        sealed: Some(|app, after| Box::pin(actions::sealed(app, after))),
        gallery: pages::gallery,
        ..Feature::named("informants")
    }
}
