//! The desk of a public story: the next edition, a retraction, a seal.
use super::show::title_of;
use crate::{
    actions,
    answering::{NextEdition, RetractionGround, SealGround},
    diff::{self, Part, Piece},
    lists,
    store::{self, EditionLine, StoryRow},
    story::Text,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::{DraftId, StoryId},
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::Role,
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/answering.html")]
pub(crate) struct AnsweringPage {
    pub f: Frame,
    pub story: StoryRow,
    pub title: String,
    pub path: String,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub editions: Vec<EditionLine>,
    pub draft: Option<DraftId>,
    /// From the newest edition to what was typed, when somebody else made one meanwhile.
    pub changed: Vec<Part>,
    /// Taking back and sealing are the chief editor's.
    pub chief: bool,
}

/// GET /meja/terbit/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<StoryId>) -> Answer {
    let page = AnsweringPage::load(&visit, id, Fields::default()).await?;
    visit.page(&page)
}

/// POST /meja/terbit/{id}/edisi
pub(crate) async fn edition(visit: Visit, Path(id): Path<StoryId>, fields: Fields) -> Answer {
    let row = store::find(&visit.app.db, id).await?.or_not_found()?;
    let (Some(title), Some(body)) = (row.title, row.body) else { return Err(Refusal::Gone.into()) };
    let before = Text { title, deck: row.deck, body, format: row.format };
    let done = match NextEdition::read(&fields, &before) {
        Ok(next) => actions::add_edition(&visit.app, visit.person()?, id, next).await,
        Err(errors) => Err(Refusal::Invalid(errors).into()),
    };
    back(&visit, id, (fields, "story-edited"), done).await
}

/// POST /meja/terbit/{id}/cabut
pub(crate) async fn retract(visit: Visit, Path(id): Path<StoryId>, fields: Fields) -> Answer {
    let reason = fields.text("reason");
    let done = match RetractionGround::parse(&fields.line("ground")) {
        Some(ground) => {
            let words = (ground, reason.as_str());
            actions::retract_for(&visit.app, visit.person()?, id, words).await
        }
        None => Err(invalid("ground", "error-ground")),
    };
    back(&visit, id, (fields, "story-retracted"), done).await
}

/// POST /meja/terbit/{id}/segel
pub(crate) async fn seal(visit: Visit, Path(id): Path<StoryId>, fields: Fields) -> Answer {
    let numbers: Vec<i64> =
        fields.all("edition").iter().filter_map(|typed| typed.parse().ok()).collect();
    let done = match SealGround::parse(&fields.line("seal_ground")) {
        Some(ground) => {
            let asked = (numbers.as_slice(), ground);
            actions::seal_editions(&visit.app, visit.person()?, id, asked).await
        }
        None => Err(invalid("seal_ground", "error-ground")),
    };
    back(&visit, id, (fields, "story-sealed"), done).await
}

fn invalid(field: &'static str, key: &'static str) -> Failure {
    Refusal::Invalid(FieldErrors::one(field, key)).into()
}

/// To the story with what was done, or the page again with what was typed and what is wrong.
async fn back(
    visit: &Visit,
    id: StoryId,
    (fields, notice): (Fields, &str),
    done: Outcome<()>,
) -> Answer {
    match done {
        Ok(()) => visit.go_with_notice(&format!("/meja/terbit/{id}"), notice),
        Err(Failure::Refused(Refusal::Invalid(errors))) => {
            let mut page = AnsweringPage::load(visit, id, fields).await?;
            page.f.count_errors(errors.0.len());
            page.errors = errors;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(failure) => Err(failure),
    }
}

impl AnsweringPage {
    async fn load(visit: &Visit, id: StoryId, fields: Fields) -> Outcome<AnsweringPage> {
        let story = store::find(&visit.app.db, id).await?.or_not_found()?;
        if !actions::may_edit_story(visit.person()?, &story) {
            return Err(Refusal::NotAllowed("refusal-other-area").into());
        }
        let title = title_of(visit, &story);
        let saved = story.body.as_deref().unwrap_or_default();
        let newer = fields.filled("seen") && fields.line("seen") != story.number.to_string();
        let changed = if newer { diff::words(saved, &fields.text("body")) } else { vec![] };
        Ok(AnsweringPage {
            f: visit.frame(visit.words().t("answer-desk")).await?.about(&title),
            path: lists::path(id, &title),
            editions: store::editions(&visit.app.db, id).await?,
            draft: store::draft_of_story(&visit.app.db, id).await?,
            chief: visit.visitor.has(Role::ChiefEditor),
            errors: FieldErrors::default(),
            changed,
            title,
            fields,
            story,
        })
    }

    /// What was typed, or what stands.
    fn typed(&self, name: &str, stands: Option<&String>) -> String {
        let stands = || stands.cloned().unwrap_or_default();
        self.fields.raw(name).map_or_else(stands, |typed| typed.trim().to_owned())
    }

    /// May be corrected: public, and its newest text not sealed.
    fn open(&self) -> bool {
        self.story.public() && self.story.body.is_some()
    }

    fn is_chosen(&self, field: &str, value: &str) -> bool {
        self.fields.line(field) == value
    }

    fn grounds(&self) -> &'static [RetractionGround] {
        RetractionGround::ALL
    }

    fn seal_grounds(&self) -> &'static [SealGround] {
        SealGround::ALL
    }
}
