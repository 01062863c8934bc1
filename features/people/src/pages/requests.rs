//! Asking about one's own data, coming back with number and code, and the desk that answers.
use super::{errors_or, frame};
use crate::{
    actions::{self, Received, outcome_in_words},
    requests::{ActRow, AnswerDraft, Request, RequestAct, RequestDraft, RequestKind, RequestState},
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    feature::{Gallery, Sample},
    ids::{DataRequestId, PersonId},
    jiff::Timestamp,
    limits::Limited,
    refusal::{FieldErrors, OrNotFound},
    web::{Answer, Fields, Frame, Visit},
};
use std::fmt::Display;

/// What one may ask, and the form.
#[derive(Template)]
#[template(path = "pages/request_ask.html")]
pub(crate) struct AskPage {
    f: Frame,
    errors: FieldErrors,
    draft: RequestDraft,
    is_member: bool,
    own: Vec<Request>,
}

/// Number and code, once.
#[derive(Template)]
#[template(path = "pages/request_kept.html")]
pub(crate) struct KeptPage {
    f: Frame,
    number: String,
    code: String,
}

/// How a request stands, for whoever sent it.
#[derive(Template)]
#[template(path = "pages/request_follow.html")]
pub(crate) struct FollowPage {
    f: Frame,
    errors: FieldErrors,
    number: String,
    found: Option<(Request, Vec<ActRow>)>,
}

/// The desk: those due first first.
#[derive(Template)]
#[template(path = "pages/request_desk.html")]
pub(crate) struct DeskPage {
    f: Frame,
    answered: bool,
    requests: Vec<Request>,
}

/// One request on the desk.
#[derive(Template)]
#[template(path = "pages/request_work.html")]
pub(crate) struct WorkPage {
    f: Frame,
    errors: FieldErrors,
    request: Request,
    acts: Vec<(ActRow, String)>,
    draft: AnswerDraft,
    grounds: Vec<String>,
    rule: String,
}

/// What a state is called and the class that colours it.
fn standing(f: &Frame, request: &Request) -> (&'static str, String) {
    let class = match request.state {
        RequestState::Open => "wait",
        RequestState::Done => "good",
        RequestState::Refused => "bad",
    };
    (class, f.t(&format!("request-state-{}", request.state)))
}

/// The word for a kind, an act or a ground.
fn word(f: &Frame, list: &str, word: impl Display) -> String {
    f.t(&format!("request-{list}-{word}"))
}

fn said(f: &Frame, act: &ActRow) -> String {
    outcome_in_words(&f.words, act.act, act.ground.as_deref())
}

/// GET /data-pribadi
pub(crate) async fn show(visit: Visit) -> Answer {
    ask_page(&visit, (StatusCode::OK, FieldErrors::default()), RequestDraft::default()).await
}

async fn ask_page(
    visit: &Visit,
    (status, errors): (StatusCode, FieldErrors),
    draft: RequestDraft,
) -> Answer {
    let own = match visit.visitor.id() {
        Some(person) => store::requests_of(&visit.app.db, person).await?,
        None => vec![],
    };
    let is_member = visit.visitor.signed_in.is_some();
    let f = visit.frame(visit.words().t("request-heading")).await?;
    visit.page_with(status, &AskPage { f, errors, draft, is_member, own })
}

/// POST /data-pribadi
pub(crate) async fn ask(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Account)?;
    let draft = RequestDraft::read(&fields);
    let sender = (visit.visitor.signed_in.as_ref(), visit.lang);
    match errors_or(actions::ask_about_data(&visit.app, sender, &draft).await)? {
        Ok(Received { number, code: Some(code) }) => {
            visit.page(&KeptPage { f: frame(&visit, "request-kept").await?, number, code })
        }
        Ok(_) => visit.go_with_notice("/data-pribadi", "request-received"),
        Err(errors) => ask_page(&visit, (StatusCode::UNPROCESSABLE_ENTITY, errors), draft).await,
    }
}

/// GET /data-pribadi/cek
pub(crate) async fn show_follow(visit: Visit) -> Answer {
    let f = frame(&visit, "request-follow").await?;
    let (errors, number) = (FieldErrors::default(), String::new());
    visit.page(&FollowPage { f, errors, number, found: None })
}

/// POST /data-pribadi/cek
pub(crate) async fn follow(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Guess)?;
    let (number, code) = (fields.line("number"), fields.line("code"));
    let f = frame(&visit, "request-follow").await?;
    match errors_or(actions::look_up_request(&visit.app, &number, &code).await)? {
        Ok(found) => {
            let errors = FieldErrors::default();
            visit.page(&FollowPage { f, errors, number, found: Some(found) })
        }
        Err(errors) => {
            let page = FollowPage { f, errors, number, found: None };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// GET /meja/data-pribadi
pub(crate) async fn desk(visit: Visit) -> Answer {
    let answered = visit.query_value("lihat").as_deref() == Some("selesai");
    let requests = if answered {
        store::requests_answered(&visit.app.db).await?
    } else {
        store::requests_in(&visit.app.db, RequestState::Open).await?
    };
    visit.page(&DeskPage { f: frame(&visit, "data-desk").await?, answered, requests })
}

/// GET /meja/data-pribadi/{id}
pub(crate) async fn work(visit: Visit, Path(id): Path<DataRequestId>) -> Answer {
    work_page(&visit, id, (StatusCode::OK, FieldErrors::default()), AnswerDraft::default()).await
}

async fn work_page(
    visit: &Visit,
    id: DataRequestId,
    (status, errors): (StatusCode, FieldErrors),
    draft: AnswerDraft,
) -> Answer {
    let db = &visit.app.db;
    let request = store::request(db, id).await?.or_not_found()?;
    let acts = store::acts(db, id).await?;
    let by: Vec<PersonId> = acts.iter().filter_map(|act| act.person).collect();
    let names = crate::names(db, &by).await?;
    let name = |act: &ActRow| act.person.and_then(|by| names.get(&by).cloned());
    let rules = actions::rules(&visit.app)?;
    let page = WorkPage {
        f: frame(visit, "data-desk").await?,
        errors,
        acts: acts.into_iter().map(|act| (act.clone(), name(&act).unwrap_or_default())).collect(),
        request,
        draft,
        grounds: rules.lists.get("refusal").cloned().unwrap_or_default(),
        rule: rules.basis.clone(),
    };
    visit.page_with(status, &page)
}

/// POST /meja/data-pribadi/{id}
pub(crate) async fn answer(visit: Visit, Path(id): Path<DataRequestId>, fields: Fields) -> Answer {
    let draft = AnswerDraft::read(&fields);
    let done = actions::answer_about_data(&visit.app, visit.person()?, id, &draft).await;
    match errors_or(done)? {
        Ok(()) => visit.go_with_notice(&format!("/meja/data-pribadi/{id}"), "request-noted"),
        Err(errors) => {
            work_page(&visit, id, (StatusCode::UNPROCESSABLE_ENTITY, errors), draft).await
        }
    }
}

fn sample_request(now: Timestamp, state: RequestState) -> Request {
    Request {
        id: DataRequestId(1),
        number: "D-261124-7KQ2M".into(),
        person: None,
        name: "Baso Tahir".into(),
        email: Some("baso@suara.example".into()),
        lang: "id".into(),
        kind: RequestKind::Access,
        words: "Apa saja yang disimpan tentang saya?".into(),
        received_at: now,
        due_at: now,
        state,
        answered_at: (state != RequestState::Open).then_some(now),
    }
}

fn sample_act(at: Timestamp, act: RequestAct, ground: Option<&str>) -> ActRow {
    let words = Some("Kami sudah memeriksa.".to_owned());
    ActRow { at, person: Some(PersonId(7)), act, ground: ground.map(str::to_owned), words }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let mut samples = asked_samples(gallery);
    samples.extend(desk_samples(gallery));
    samples
}

fn asked_samples(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Data pribadi");
    let now = gallery.frame.now;
    let ask = |errors, is_member, own| AskPage {
        f: f(),
        errors,
        draft: RequestDraft { kind: "access".into(), ..RequestDraft::default() },
        is_member,
        own,
    };
    let number = "D-261124-7KQ2M".to_owned();
    let follow = |errors, found| FollowPage { f: f(), errors, number: number.clone(), found };
    let code = "7KQ2-M9XD-7KQ2-M9XD-7KQ2".to_owned();
    let kept = KeptPage { f: f(), number: number.clone(), code };
    let (none, empty) = (FieldErrors::default, FieldErrors::one("words", "error-empty"));
    let (open, done) = (RequestState::Open, RequestState::Done);
    let own = vec![sample_request(now, open), sample_request(now, done)];
    let wrong = FieldErrors::one("code", "error-request-code");
    let found = (sample_request(now, done), vec![sample_act(now, RequestAct::Done, None)]);
    vec![
        Sample::of("request-ask", &ask(none(), false, vec![])),
        Sample::of("request-ask-wrong", &ask(empty, false, vec![])),
        Sample::of("request-ask-member", &ask(none(), true, own)),
        Sample::of("request-kept", &kept),
        Sample::of("request-follow", &follow(none(), None)),
        Sample::of("request-follow-wrong", &follow(wrong, None)),
        Sample::of("request-followed", &follow(none(), Some(found))),
    ]
}

fn desk_samples(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Meja data pribadi");
    let now = gallery.frame.now;
    let (open, done) = (RequestState::Open, RequestState::Done);
    let desk = |answered, requests| DeskPage { f: f(), answered, requests };
    let refused = || sample_act(now, RequestAct::Refused, Some("another-person"));
    let work = |errors, state| WorkPage {
        f: f(),
        errors,
        request: sample_request(now, state),
        acts: vec![
            (sample_act(now, RequestAct::Noted, None), "Maria Goreti".into()),
            (refused(), "Maria Goreti".into()),
        ],
        draft: AnswerDraft { act: "refused".into(), ..AnswerDraft::default() },
        grounds: vec!["another-person".into(), "endangers".into()],
        rule: "UU 27/2022".into(),
    };
    let wrong = FieldErrors::one("ground", "error-request-ground");
    vec![
        Sample::of("request-desk", &desk(false, vec![sample_request(now, open)])),
        Sample::of("request-desk-done", &desk(true, vec![sample_request(now, done)])),
        Sample::of("request-desk-empty", &desk(false, vec![])),
        Sample::of("request-work", &work(FieldErrors::default(), open)),
        Sample::of("request-work-wrong", &work(wrong, open)),
        Sample::of("request-work-done", &work(FieldErrors::default(), done)),
    ]
}
