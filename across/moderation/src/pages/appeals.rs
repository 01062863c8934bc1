//! Appeals: the form for whoever was moderated with what became of it, and the desk that decides.
use super::{desk::paragraphs, frame, person::standing};
use crate::{
    actions::{
        self,
        appeals::{self, Against, Matter},
    },
    appeal::{Appeal, AppealState},
    store,
};
use anyhow::Result;
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::AppealId,
    refusal::{FieldErrors, OrNotFound, Outcome},
    subject::{Kind, Subject},
    web::{Answer, Fields, Frame, Visit},
};
use jiff::Timestamp;

const ROWS: i64 = 100;

/// What was decided against someone.
pub(crate) struct Decided {
    /// "Komentar", or what was done to the account.
    pub what: String,
    pub reason: Option<String>,
    pub at: Timestamp,
    /// The text, or the moderator's words.
    pub paragraphs: Vec<String>,
    pub path: Option<String>,
}

/// One's own appeal.
#[derive(Template)]
#[template(path = "pages/appeal_own.html")]
pub(crate) struct OwnAppealPage {
    pub f: Frame,
    pub subject: Subject,
    pub decided: Decided,
    pub until: Timestamp,
    pub appeal: Option<Appeal>,
    pub fields: Fields,
    pub errors: FieldErrors,
}

impl OwnAppealPage {
    /// Whether an appeal may still be sent.
    pub(crate) fn is_in_time(&self) -> bool {
        self.until >= self.f.now
    }
}

/// Appeals, the first due first.
#[derive(Template)]
#[template(path = "pages/appeals.html")]
pub(crate) struct AppealsPage {
    pub f: Frame,
    pub decided: bool,
    pub appeals: Vec<(Appeal, String)>,
}

/// One appeal at the desk.
#[derive(Template)]
#[template(path = "pages/appeal.html")]
pub(crate) struct AppealPage {
    pub f: Frame,
    pub appeal: Appeal,
    pub decided: Decided,
    /// Whoever acted reads it and does not decide it.
    pub own: bool,
    /// Nobody else can: the same person decides, and it is marked so.
    pub alone: bool,
    pub pause_h: i64,
    pub fields: Fields,
    pub errors: FieldErrors,
}

/// Class and words of how an appeal stands.
pub(crate) fn state(f: &Frame, appeal: &Appeal) -> (&'static str, String) {
    let class = match appeal.state {
        AppealState::Open => "wait",
        AppealState::Restored => "good",
        AppealState::Kept => "note",
    };
    (class, f.t(&format!("appeal-state-{}", appeal.state)))
}

fn decided(f: &Frame, against: Against) -> Decided {
    let reason = against.decision.reason.map(|reason| f.t(&format!("offence-{reason}")));
    let at = against.decision.at;
    match against.matter {
        Matter::Text(text) => Decided {
            what: f.t(&format!("kind-{}", against.decision.kind)),
            paragraphs: paragraphs(&text.text),
            path: Some(text.path),
            reason,
            at,
        },
        Matter::Measure(row) => Decided {
            what: standing(f, &row).1,
            paragraphs: paragraphs(&row.words),
            path: None,
            reason,
            at,
        },
    }
}

/// GET /akun/sanggahan/{subject}
pub async fn form(visit: Visit, Path(subject): Path<String>) -> Answer {
    let subject = Subject::parse(&subject).or_not_found()?;
    visit.page(&own(&visit, subject, (Fields::default(), FieldErrors::default())).await?)
}

async fn own(
    visit: &Visit,
    subject: Subject,
    (fields, errors): (Fields, FieldErrors),
) -> Outcome<OwnAppealPage> {
    let mut against = appeals::against(&visit.app, visit.person_id()?, subject).await?;
    let f = frame(visit, visit.words().t("appeal-own-heading"), &errors).await?;
    let (until, appeal) = (against.until, against.appeal.take());
    let decided = decided(&f, against);
    let f = f.about(&decided.what);
    Ok(OwnAppealPage { f, subject, decided, until, appeal, fields, errors })
}

/// POST /akun/sanggahan/{subject}
pub async fn send(visit: Visit, Path(subject): Path<String>, fields: Fields) -> Answer {
    let subject = Subject::parse(&subject).or_not_found()?;
    let mut errors = FieldErrors::default();
    let words = fields.required_text("words", actions::words_max(&visit.app)?, &mut errors);
    if !errors.is_empty() {
        let page = own(&visit, subject, (fields, errors)).await?;
        return visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    appeals::appeal(&visit.app, visit.person_id()?, subject, words).await?;
    visit.go_with_notice(&appeals::path(subject), "appeal-sent")
}

/// GET /moderasi/sanggahan
pub async fn list(visit: Visit) -> Answer {
    let db = &visit.app.db;
    let decided = visit.query_value("lihat").as_deref() == Some("selesai");
    let rows = match decided {
        true => store::decided_appeals(db, ROWS).await?,
        false => store::open_appeals(db, ROWS).await?,
    };
    let mut appeals = vec![];
    for appeal in rows {
        if appeals::find(&visit.app, visit.person()?, appeal.id).await.is_ok() {
            let title = title(&visit, &appeal).await?;
            appeals.push((appeal, title));
        }
    }
    let f = frame(&visit, visit.words().t("appeal-desk"), &FieldErrors::default()).await?;
    visit.page(&AppealsPage { f, decided, appeals })
}

async fn title(visit: &Visit, appeal: &Appeal) -> Result<String> {
    let card = visit.app.describe(visit.lang, appeal.subject()).await?;
    let kind = || visit.words().t(&format!("kind-{}", appeal.kind));
    Ok(card.map_or_else(kind, |card| card.title))
}

/// GET /moderasi/sanggahan/{id}
pub async fn show(visit: Visit, Path(id): Path<AppealId>) -> Answer {
    visit.page(&page(&visit, id, (Fields::default(), FieldErrors::default())).await?)
}

async fn page(
    visit: &Visit,
    id: AppealId,
    (fields, errors): (Fields, FieldErrors),
) -> Outcome<AppealPage> {
    let (app, by) = (&visit.app, visit.person()?);
    let appeal = appeals::find(app, by, id).await?;
    let against = appeals::against(app, appeal.person, appeal.subject()).await?;
    let may = appeals::may_decide(app, by, &appeal).await;
    let f = frame(visit, visit.words().t("appeal-heading"), &errors).await?;
    let f = f.about(&title(visit, &appeal).await?);
    Ok(AppealPage {
        decided: decided(&f, against),
        f,
        own: may.is_err(),
        alone: may.unwrap_or(false),
        pause_h: actions::alone_pause(app)?.as_hours(),
        appeal,
        fields,
        errors,
    })
}

/// POST /moderasi/sanggahan/{id}
pub async fn decide(visit: Visit, Path(id): Path<AppealId>, fields: Fields) -> Answer {
    let mut errors = FieldErrors::default();
    let answer = fields.required_text("answer", actions::words_max(&visit.app)?, &mut errors);
    let restore = match fields.line("verdict").as_str() {
        "restore" => Some(true),
        "keep" => Some(false),
        _ => None,
    };
    match restore.filter(|_| errors.is_empty()) {
        Some(restore) => {
            appeals::decide(&visit.app, visit.person()?, id, (restore, &answer)).await?;
            visit.go_with_notice(&format!("/moderasi/sanggahan/{id}"), "appeal-decided")
        }
        None => {
            if restore.is_none() {
                errors.add("verdict", "error-choose");
            }
            let page = page(&visit, id, (fields, errors)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

impl AppealPage {
    pub(crate) fn chose(&self, verdict: &str) -> bool {
        self.fields.line("verdict") == verdict
    }

    /// The key of what taking back means here.
    pub(crate) fn restore_key(&self) -> &'static str {
        match self.appeal.kind {
            Kind::Measure => "appeal-verdict-lift",
            _ => "appeal-verdict-restore",
        }
    }
}
