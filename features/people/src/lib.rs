//! People: accounts, sessions, consents, and roles in scopes.
//!
//! ```text
//! form ─► code by mail ─────────────► account        number ─► recovery codes shown once ─► account
//!              under 18: guardian's yes ┘
//!
//! password ─► second factor, where one is set up ─► session ─► letter, when the browser is new
//! ```
//!
//! Everyone reads; whoever signs up is a member; an administrator grants the other roles, each within a scope, and ends
//! them. Addresses and numbers are seen by their owner only (and leave through mail); readers see a public name.
mod actions;
mod jobs;
mod names;
mod own_data;
mod pages;
mod passkey;
mod password;
mod person;
mod requests;
mod second;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    AGREEMENT, DESK_KEY, NewPerson, RightsChanged, add_consent, add_person, end_role,
    first_administrator_path, grant, grant_role, hash_password, identify, open_session, take_role,
};
pub use jobs::EndAccounts;
pub use own_data::names_a_person;
pub use person::{Contact, Profile};
pub use store::{Holding, holding};

use anyhow::Result;
use base::{
    app::App,
    db::{Db, Reads},
    feature::{Describe, Desk, Feature},
    ids::PersonId,
    jiff::SignedDuration,
    jobs::JobType,
    subject::{Card, Kind, Subject},
    visitor::{Role, Scope},
};
use std::collections::HashMap;

/// The public names of several people.
pub async fn names(db: impl Reads, ids: &[PersonId]) -> Result<HashMap<PersonId, String>> {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(store::public_names(db, &ids).await?.into_iter().collect())
}

/// People whose name, or whose whole address or number, is what was typed; for administrators who look for someone.
pub async fn found(db: impl Reads, typed: &str, limit: i64) -> Result<Vec<(PersonId, String)>> {
    let contact = match Contact::read(typed) {
        Some(Contact::Email(contact) | Contact::Phone(contact)) => contact,
        None => String::new(),
    };
    let found = store::search(db, (typed, &contact), ("", PersonId(0)), limit).await?;
    Ok(found.into_iter().map(|account| (account.id, account.name)).collect())
}

/// The role that stands beside the name of each who has one: the one with the widest say.
pub async fn badges(db: impl Reads, ids: &[PersonId]) -> Result<HashMap<PersonId, Role>> {
    // Who keeps informants is nobody else's business, and a member is everyone.
    const BY_SAY: [Role; 9] = [
        Role::ChiefEditor,
        Role::Administrator,
        Role::Moderator,
        Role::Editor,
        Role::ComplaintDesk,
        Role::DataDesk,
        Role::OutletManager,
        Role::Officer,
        Role::Reporter,
    ];
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let held = store::roles_of(db, &ids).await?;
    let mut badges = HashMap::new();
    for role in BY_SAY {
        for (person, _) in held.iter().filter(|(_, held)| *held == role) {
            badges.entry(*person).or_insert(role);
        }
    }
    Ok(badges)
}

/// Whether somebody else holds one of these roles where it reaches that far: who could decide instead.
pub async fn others_hold(db: &Db, roles: &[Role], (scope, but): (Scope, PersonId)) -> Result<bool> {
    for role in roles {
        for (kind, id) in store::scopes_of_others(db, *role, but).await? {
            if Scope::from_parts(&kind, id).is_some_and(|held| held.reaches(scope)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// What every reader may know of a person.
pub async fn profile(db: impl Reads, id: PersonId) -> Result<Option<Profile>> {
    let account = store::find(db, id).await?.filter(|account| account.ended_at.is_none());
    Ok(account.map(|account| Profile {
        id: account.id,
        public_name: account.public_name().to_owned(),
        about: account.about.clone(),
        area: account.area,
        since: account.joined_at,
    }))
}

/// Where letters to a person go, if there is such a place; for notices, never for a page.
pub async fn address_of(db: impl Reads, id: PersonId) -> Result<Option<String>> {
    Ok(store::find(db, id).await?.and_then(|account| account.email))
}

/// Accounts, sessions, roles.
pub fn feature() -> Feature {
    Feature {
        routes: pages::routes(),
        jobs: vec![
            JobType::every::<jobs::Sweep>(SignedDuration::from_hours(1)),
            JobType::every::<jobs::EndAccounts>(SignedDuration::from_hours(1)),
        ],
        describe: Some(Describe {
            kinds: &[Kind::Person],
            card: |app, _, subject| Box::pin(describe(app, subject)),
        }),
        tables: &[
            "people",
            "consents",
            "recovery_codes",
            "grants",
            "second_factors",
            "spare_codes",
            "passkeys",
            "devices",
            "account_endings",
            "data_requests",
            "data_request_acts",
        ],
        sealed: Some(|app, after| Box::pin(actions::sealed_secrets(app, after))),
        desks: &[Desk { key: "data-desk", path: "/meja/data-pribadi" }],
        waiting: Some(|app, _| {
            Box::pin(async move {
                let open = store::requests_in(&app.db, requests::RequestState::Open).await?;
                Ok(vec![("/meja/data-pribadi", i64::try_from(open.len())?)])
            })
        }),
        footer: &[("request-heading", "/data-pribadi")],
        gallery: pages::gallery,
        ..Feature::named("people")
    }
}

async fn describe(app: &App, subject: Subject) -> Result<Option<Card>> {
    let profile = profile(&app.db, PersonId(subject.id)).await?;
    Ok(profile.map(|profile| {
        Card::named(subject, profile.public_name, format!("/pewarta/{}", profile.id))
    }))
}
