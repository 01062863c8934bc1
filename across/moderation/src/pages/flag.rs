//! Flagging, without an account too, and what became of it by its number.
use super::{desk::paragraphs, frame};
use crate::{
    actions::{self, levers},
    decision::reaches,
    flag::{FlagDraft, FlagState, spoken, typed},
    store::{self, FlagRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::short,
    limits::Limited,
    offences::Offence,
    refusal::{FieldErrors, OrNotFound, Outcome},
    subject::{Card, Kind, Subject},
    web::{Answer, Fields, Frame, Visit},
};

/// The form to flag one thing.
#[derive(Template)]
#[template(path = "pages/flag.html")]
pub(crate) struct FlagPage {
    pub f: Frame,
    pub subject: Subject,
    pub title: String,
    pub path: String,
    /// The text itself, where it is short: a comment's.
    pub said: Vec<String>,
    /// Whether the reader may decide at once.
    pub may_act: bool,
    pub typed: Typed,
    pub errors: FieldErrors,
}

/// What stands in the form.
#[derive(Default)]
pub(crate) struct Typed {
    pub reason: String,
    pub words: String,
    pub email: String,
    pub once: String,
}

impl FlagPage {
    pub(crate) fn reasons(&self) -> impl Iterator<Item = (&'static str, String, bool)> {
        Offence::ALL.iter().map(|offence| {
            let word = offence.as_str();
            (word, self.f.t(&format!("offence-{word}")), self.typed.reason == word)
        })
    }
}

/// What became of a flag.
#[derive(Template)]
#[template(path = "pages/outcome.html")]
pub(crate) struct OutcomePage {
    pub f: Frame,
    /// As typed, or as it is spoken when it was found.
    pub number: String,
    pub flag: Option<FlagRow>,
    /// What it is about, where that is public.
    pub about: Option<(String, String)>,
    /// Why it was hidden.
    pub reason: Option<Offence>,
    pub errors: FieldErrors,
}

impl OutcomePage {
    pub(crate) fn offence(&self, offence: &Offence) -> String {
        self.f.t(&format!("offence-{offence}"))
    }

    /// Class, state and sentence.
    pub(crate) fn state(&self, flag: &FlagRow) -> (&'static str, String, String) {
        let class = match flag.state {
            FlagState::Open => "wait",
            FlagState::Acted => "good",
            FlagState::Kept => "note",
        };
        let state = self.f.t(&format!("flag-state-{}", flag.state));
        let due = self.f.moment(&flag.due_at);
        (class, state, self.f.with(&format!("flag-state-{}-text", flag.state), "due", &due))
    }
}

pub async fn form(visit: Visit, Path(subject): Path<String>) -> Answer {
    let subject = Subject::parse(&subject).or_not_found()?;
    let card = actions::flaggable(&visit.app, visit.lang, subject).await?;
    let once = short(i64::try_from(visit.app.random.number() >> 1).unwrap_or_default());
    let typed = Typed { once, ..Typed::default() };
    visit.page(&page(&visit, card, typed, FieldErrors::default()).await?)
}

async fn page(visit: &Visit, card: Card, typed: Typed, errors: FieldErrors) -> Outcome<FlagPage> {
    let f = frame(visit, visit.words().t("flag-heading"), &errors).await?.about(&card.title);
    let said = said(visit, card.subject).await?;
    let may_act = visit.visitor.signed_in.as_ref().is_some_and(|by| reaches(by, card.area));
    let (subject, title, path) = (card.subject, card.title, card.path);
    Ok(FlagPage { f, subject, title, path, said, may_act, typed, errors })
}

/// A story has a page that says it all; of a comment the form says which one it is.
async fn said(visit: &Visit, subject: Subject) -> Outcome<Vec<String>> {
    let Some(levers) = levers(&visit.app, subject).filter(|_| subject.kind == Kind::Comment) else {
        return Ok(vec![]);
    };
    let text = (levers.text)(&visit.app, subject).await?.filter(|text| text.shown);
    Ok(text.map(|text| paragraphs(&text.text)).unwrap_or_default())
}

pub async fn create(visit: Visit, Path(subject): Path<String>, fields: Fields) -> Answer {
    let subject = Subject::parse(&subject).or_not_found()?;
    match FlagDraft::from_fields(&fields) {
        Ok(draft) => {
            let about = (subject, visit.lang);
            let number = actions::flag(&visit.app, visit.visitor.id(), about, draft).await?;
            let path = format!("/tandai/nomor?nomor={}", spoken(&number));
            visit.go_with_notice(&path, "flag-received")
        }
        Err(errors) => {
            let card = actions::flaggable(&visit.app, visit.lang, subject).await?;
            let typed = Typed {
                reason: fields.line("reason"),
                words: fields.text("words"),
                email: fields.line("email"),
                once: fields.line("once"),
            };
            let page = page(&visit, card, typed, errors).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// Why a moderator hid what was flagged.
async fn hidden_for(visit: &Visit, flag: Option<&FlagRow>) -> Outcome<Option<Offence>> {
    let Some(decision) = flag.and_then(|flag| flag.decision) else { return Ok(None) };
    let decision = store::decision(&visit.app.db, decision).await?;
    Ok(decision.and_then(|decision| decision.reason))
}

pub async fn outcome(visit: Visit) -> Answer {
    let mut errors = FieldErrors::default();
    let asked = visit.query_value("nomor").unwrap_or_default();
    let mut flag = None;
    if !asked.is_empty() {
        visit.limit(Limited::Look)?;
        if let Some(number) = typed(&asked) {
            flag = store::flag_by_number(&visit.app.db, &number).await?;
        }
        if flag.is_none() {
            errors.add("nomor", "error-flag-number");
        }
    }
    let card = match &flag {
        Some(flag) => visit.app.describe(visit.lang, flag.subject()).await?,
        None => None,
    };
    let reason = hidden_for(&visit, flag.as_ref()).await?;
    let about = card.filter(|card| card.public).map(|card| (card.title, card.path));
    let number = flag.as_ref().map_or(asked, |flag| spoken(&flag.number));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let f = frame(&visit, visit.words().t("flag-outcome-heading"), &errors).await?;
    visit.page_with(status, &OutcomePage { f, number, flag, about, reason, errors })
}
