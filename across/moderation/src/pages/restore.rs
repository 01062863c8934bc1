//! Before something is shown again: what it says, and why it was hidden.
use super::{desk::paragraphs, frame};
use crate::{
    actions::{is_own, levers},
    decision::{Act, reaches},
    store,
};
use askama::Template;
use axum::extract::Path;
use base::{
    refusal::{FieldErrors, OrNotFound, Refusal},
    subject::Subject,
    web::{Answer, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/restore.html")]
pub(crate) struct RestorePage {
    pub f: Frame,
    pub subject: Subject,
    pub title: String,
    pub by_name: String,
    pub paragraphs: Vec<String>,
    pub reason: Option<String>,
}

/// GET /moderasi/pulihkan/{subject}
pub async fn show(visit: Visit, Path(subject): Path<String>) -> Answer {
    let subject = Subject::parse(&subject).or_not_found()?;
    let (app, person) = (&visit.app, visit.person()?);
    let card = app.describe(visit.lang, subject).await?.or_not_found()?;
    let levers = levers(app, subject).or_not_found()?;
    let text = (levers.text)(app, subject).await?.filter(|text| !text.shown).or_not_found()?;
    if !reaches(person, card.area) || is_own(person, &text) {
        return Err(Refusal::NotAllowed("refusal-role").into());
    }
    let decision = store::newest_against(&app.db, subject).await?;
    let decision = decision.filter(|decision| decision.act == Act::Hide).or_not_found()?;
    let words = visit.words();
    let f = frame(&visit, words.t("restore-heading"), &FieldErrors::default()).await?;
    let f = f.about(&card.title);
    visit.page(&RestorePage {
        f,
        subject,
        title: card.title,
        by_name: text.by_name,
        paragraphs: paragraphs(&text.text),
        reason: decision.reason.map(|reason| words.t(&format!("offence-{reason}"))),
    })
}
