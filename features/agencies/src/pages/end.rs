//! Ending something of a body on a day, and noting that a promise was kept: one question, one button.
use super::{asked, correct::piece, form::date, with_errors};
use crate::{
    actions::{self, Piece},
    agency::Agency,
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::PromiseId,
    jiff::civil::Date,
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/end.html")]
pub(crate) struct EndPage {
    pub f: Frame,
    pub heading: String,
    /// What will happen, and what stays.
    pub about: String,
    pub agency: Agency,
    /// Where the form is sent, without language.
    pub action: String,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// A promise is kept with a proof.
    pub asks_proof: bool,
    pub button: String,
}

/// What is ended: its word in the address, and its id.
type What = (String, String, String);

/// GET /pengelola/instansi/{slug}/akhiri/{what}/{id}
pub(crate) async fn ask(visit: Visit, Path(what): Path<What>) -> Answer {
    let page = end_page(&visit, &what, Fields::default(), FieldErrors::default()).await?;
    visit.page(&page)
}

/// POST /pengelola/instansi/{slug}/akhiri/{what}/{id}
pub(crate) async fn end(visit: Visit, Path(what): Path<What>, fields: Fields) -> Answer {
    match end_from(&visit, &what, &fields).await {
        Ok(()) => {
            let path = format!("/pengelola/instansi/{}", what.0);
            visit.go_with_notice(&path, "agency-ended")
        }
        Err(failure) => {
            let errors = failure.of_form()?;
            let page = end_page(&visit, &what, fields, errors).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

async fn end_from(visit: &Visit, (slug, what, id): &What, fields: &Fields) -> Outcome<()> {
    let agency = asked(visit, slug).await?;
    let ending = ending(what, id).or_not_found()?;
    let on = required_day(fields)?;
    actions::end(&visit.app, visit.person()?, (agency.id, ending), on).await
}

/// An office has no end of its own: its holders' terms have.
fn ending(what: &str, id: &str) -> Option<Piece> {
    piece(what, id).filter(|piece| !matches!(piece, Piece::Office(_)))
}

fn required_day(fields: &Fields) -> Result<Date, Failure> {
    let mut errors = FieldErrors::default();
    let day = date(fields, "on", &mut errors);
    if day.is_none() && errors.is_empty() {
        errors.add("on", "error-empty");
    }
    errors.check()?;
    day.ok_or(Refusal::NotFound.into())
}

async fn end_page(
    visit: &Visit,
    (slug, what, id): &What,
    fields: Fields,
    errors: FieldErrors,
) -> Outcome<EndPage> {
    let agency = asked(visit, slug).await?;
    let db = &visit.app.db;
    let name = match ending(what, id).or_not_found()? {
        Piece::Term(id) => {
            let terms = store::terms(db, agency.id).await?;
            terms.into_iter().find(|term| term.id == id).map(|term| term.name)
        }
        Piece::Unit(id) => store::unit(db, id).await?.map(|unit| unit.name),
        Piece::Service(id) => store::service(db, id).await?.map(|service| service.name),
        Piece::Office(_) => None,
    };
    let name = name.or_not_found()?;
    let heading = visit.words().with(&format!("agency-end-{what}"), "name", &name);
    let action = format!("/pengelola/instansi/{slug}/akhiri/{what}/{id}");
    let (about, button) = (visit.words().t("agency-end-about"), visit.words().t("agency-end"));
    let f = with_errors(visit.frame(heading.clone()).await?, &errors);
    Ok(EndPage { f, heading, about, agency, action, fields, errors, asks_proof: false, button })
}

/// GET /pengelola/instansi/{slug}/janji/{id}
pub(crate) async fn ask_kept(visit: Visit, Path((slug, id)): Path<(String, PromiseId)>) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let page = kept_page(&visit, (agency, id), Fields::default(), FieldErrors::default()).await?;
    visit.page(&page)
}

/// POST /pengelola/instansi/{slug}/janji/{id}
pub(crate) async fn kept(
    visit: Visit,
    Path((slug, id)): Path<(String, PromiseId)>,
    fields: Fields,
) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let done = match required_day(&fields) {
        Ok(on) => {
            let (proof, what) = (fields.text("proof"), (agency.id, id));
            actions::note_kept(&visit.app, visit.person()?, what, (&proof, on)).await
        }
        Err(failure) => Err(failure),
    };
    match done {
        Ok(()) => visit.go_with_notice(&format!("/pengelola/instansi/{slug}"), "promise-kept"),
        Err(failure) => {
            let page = kept_page(&visit, (agency, id), fields, failure.of_form()?).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

async fn kept_page(
    visit: &Visit,
    (agency, id): (Agency, PromiseId),
    fields: Fields,
    errors: FieldErrors,
) -> Outcome<EndPage> {
    let promise = store::find_promise(&visit.app.db, id).await?;
    let own = promise.filter(|promise| promise.agency == Some(agency.id));
    let promise = own.or_not_found()?;
    let heading = visit.words().t("promise-note-kept");
    let f = with_errors(visit.frame(heading.clone()).await?.about(&promise.what), &errors);
    Ok(EndPage {
        about: promise.what,
        action: format!("/pengelola/instansi/{}/janji/{id}", agency.slug),
        asks_proof: true,
        button: f.t("promise-note-kept"),
        f,
        heading,
        agency,
        fields,
        errors,
    })
}
