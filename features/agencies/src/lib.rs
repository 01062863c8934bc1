//! Public bodies: what they answer for, where they serve, who holds which office and held it before, what was promised.
//!
//! ```text
//! added (by hand, from CSV) ─► stands ─► ended (when, successor)
//!     office ─► term ─► ended, the next one's begins          what is true of a day stays true of it
//!     promise (who, what, until when) ─► kept, with proof and day │ overdue, in days
//! ```
//!
//! Anyone reads. Administrators change bodies and say who speaks for them: officers, people with `Role::Officer` in the
//! scope of one body. Reports and programmes note promises in their own transactions.
mod actions;
mod affairs;
mod agency;
mod import;
mod office;
mod open_data;
mod pages;
mod promise;
mod services;
mod store;
mod table;
#[cfg(test)]
mod tests;

pub use actions::{
    add, add_office, add_service, add_term, add_unit, answers_for, change, choices,
    correct_promise, has_account, keep_promise, names, names_of, officers, page, promise,
    strike_promise,
};
pub use affairs::{AffairGroup, affair_key, affairs, affairs_basis, is_affair};
pub use agency::{Agency, AgencyChoice, AgencyKind, AgencyName, Contact, NewAgency, slug_of};
pub use import::{Imported, Rejected, import};
pub use office::{Holder, NewTerm, Office, Term};
pub use pages::former_promises;
pub use promise::{NewPromise, PROMISE_YEARS_MAX, Promise, PromiseState, last_promised, too_far};
pub use services::{NewService, NewUnit, Service, ServiceUnit};
pub use store::{
    Stood, StoodGroup, by_code, by_slug, count, count_stood, find, holders_on, offices,
    promises_by, promises_of, service, services, set_hidden, set_proof_hidden, stood, terms, unit,
    units, with_those_above,
};
pub use table::{COLUMNS, rows};

use anyhow::Result;
use base::{
    app::App,
    feature::{Describe, Feature},
    ids::AgencyId,
    languages::Lang,
    subject::{Card, Kind, Subject},
};

/// Bodies and their pages.
pub fn feature() -> Feature {
    Feature {
        routes: pages::routes(),
        describe: Some(Describe {
            kinds: &[Kind::Agency],
            card: |app, lang, subject| Box::pin(card(app, lang, subject)),
        }),
        tables: &[
            "agencies",
            "agency_areas",
            "agency_affairs",
            "service_units",
            "services",
            "offices",
            "office_terms",
            "promises",
            "promise_versions",
        ],
        open_data: open_data::TABLES,
        footer: &[("agencies-heading", "/instansi")],
        blocks: Some(|app, f, by| Box::pin(pages::blocks(app, f, by))),
        gallery: pages::gallery,
        ..Feature::named("agencies")
    }
}

/// How a body is named in lists and links.
async fn card(app: &App, lang: Lang, subject: Subject) -> Result<Option<Card>> {
    let Some(agency) = store::find(&app.db, AgencyId(subject.id)).await? else { return Ok(None) };
    let kind = app.words(lang).t(&agency.kind.key());
    let listed = format!("/instansi?jenis={}", agency.kind);
    let path = agency.path();
    Ok(Some(Card {
        label: Some((kind, listed)),
        area: agency.area,
        ..Card::named(subject, agency.name, path)
    }))
}
