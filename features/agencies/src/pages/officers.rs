//! Who speaks for a body here: appointed from among the accounts, and released.
use super::asked;
use crate::{actions, agency::Agency};
use askama::Template;
use axum::extract::Path;
use base::{
    ids::{GrantId, PersonId},
    refusal::{OrNotFound, Outcome},
    web::{Answer, Fields, Frame, Visit},
};
use people::{Holding, RightsChanged};

const FOUND_MAX: i64 = 10;

#[derive(Template)]
#[template(path = "pages/officers.html")]
pub(crate) struct OfficersPage {
    pub f: Frame,
    pub agency: Agency,
    pub officers: Vec<Holding>,
    pub typed: String,
    /// People found under what was typed who do not speak for the body yet.
    pub found: Vec<(PersonId, String)>,
}

/// GET /pengelola/instansi/{slug}/petugas
pub(crate) async fn officers(visit: Visit, Path(slug): Path<String>) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let typed = visit.query_value("q").unwrap_or_default();
    let officers = actions::officers(&visit.app.db, agency.id).await?;
    let mut found = match typed.is_empty() {
        true => vec![],
        false => people::found(&visit.app.db, &typed, FOUND_MAX).await?,
    };
    found.retain(|(id, _)| officers.iter().all(|held| held.person != *id));
    let f = visit.frame(visit.words().with("officers-heading", "name", &agency.name)).await?;
    visit.page(&OfficersPage { f, agency, officers, typed, found })
}

/// POST /pengelola/instansi/{slug}/petugas
pub(crate) async fn appoint(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let person: PersonId = fields.line("person").parse().ok().or_not_found()?;
    let done = actions::appoint(&visit.app, visit.person()?, (agency.id, person)).await;
    back(&visit, &agency, (done, "officer-appointed"))
}

/// POST /pengelola/instansi/{slug}/petugas/{grant}/akhiri
pub(crate) async fn release(visit: Visit, Path((slug, grant)): Path<(String, GrantId)>) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let done = actions::release(&visit.app, visit.person()?, (agency.id, grant)).await;
    back(&visit, &agency, (done, "officer-released"))
}

/// An administrator who changed their own rights goes on with a new session.
fn back(visit: &Visit, agency: &Agency, (done, notice): (Outcome<RightsChanged>, &str)) -> Answer {
    let changed = done?;
    let path = format!("/pengelola/instansi/{}/petugas", agency.slug);
    let on = visit.go_with_notice(&path, notice)?;
    match changed.token {
        Some(token) => Ok(visit.with_session(on, Some(&token))),
        None => Ok(on),
    }
}
