//! Somebody else saved while this text was written: both texts, what differs, and a form to join them.
use super::writing::typed_as;
use crate::{
    actions,
    diff::{self, Part, Piece},
    draft::{DRAFT_TITLE_CHARS_MAX, StoryDraft},
    store::{self, DraftRow},
};
use askama::Template;
use axum::http::StatusCode;
use base::{
    refusal::FieldErrors,
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/conflict.html")]
pub(crate) struct ConflictPage {
    pub f: Frame,
    pub row: DraftRow,
    /// Who saved last.
    pub by: String,
    /// What was typed.
    pub fields: Fields,
    pub errors: FieldErrors,
    /// From what is saved to what was typed.
    pub title: Vec<Part>,
    pub body: Vec<Part>,
    pub form: String,
    /// The mark under which files wait for the text that is chosen.
    pub once: String,
    /// False: it has left their hands; the text stays beside.
    pub may_save: bool,
}

impl ConflictPage {
    /// 409, with both texts. The one that was typed is kept beside the draft already.
    pub async fn answer(
        visit: &Visit,
        row: DraftRow,
        (typed, once): (StoryDraft, String),
    ) -> Answer {
        let app = &visit.app;
        let newest = store::newest_version(&app.db, row.id, false).await?;
        let person = newest.map_or(row.person, |version| version.person);
        let by = people::names(&app.db, &[person]).await?.remove(&person).unwrap_or_default();
        let f = visit.frame(visit.words().t("draft-conflict")).await?;
        let page = ConflictPage {
            f: Frame { noindex: true, ..f },
            by,
            title: diff::words(&row.title, &typed.title),
            body: diff::words(&row.body, &typed.body),
            fields: typed_as(visit, &typed).await?,
            errors: FieldErrors::default(),
            form: app.random.token(),
            once,
            may_save: actions::is_open_to(visit.person()?, &row),
            row,
        };
        visit.page_with(StatusCode::CONFLICT, &page)
    }

    fn title_attributes(&self) -> String {
        format!("type=\"text\" maxlength=\"{DRAFT_TITLE_CHARS_MAX}\"")
    }
}
