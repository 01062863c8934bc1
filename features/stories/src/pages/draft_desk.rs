//! The editors' desk: what waits, longest first; one draft with what can be done with it.
use super::draft_view::{self, Shown};
use crate::{
    actions,
    draft::{DraftState, Verification},
    store::{self, DraftRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::DraftId,
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

/// Drafts on the desk's first page; who has more has editors to find first.
const WAITING: i64 = 200;

#[derive(Template)]
#[template(path = "pages/draft_desk.html")]
pub(crate) struct DeskPage {
    pub f: Frame,
    pub drafts: Vec<(DraftRow, String)>,
}

#[derive(Template)]
#[template(path = "pages/draft_work.html")]
pub(crate) struct WorkPage {
    pub f: Frame,
    pub shown: Shown,
    pub fields: Fields,
    pub errors: FieldErrors,
}

/// GET /meja/tulisan
pub(crate) async fn desk(visit: Visit) -> Answer {
    let person = visit.person()?;
    let mut waiting = store::drafts_waiting(&visit.app.db, WAITING).await?;
    waiting.retain(|row| actions::may_edit(person, row));
    let writers: Vec<_> = waiting.iter().map(|row| row.person).collect();
    let names = people::names(&visit.app.db, &writers).await?;
    let named = waiting.into_iter().map(|row| {
        let name = names.get(&row.person).cloned().unwrap_or_default();
        (row, name)
    });
    let f = visit.frame(visit.words().t("draft-desk")).await?;
    visit.page(&DeskPage { drafts: named.collect(), f })
}

/// GET /meja/tulisan/{id}
pub(crate) async fn work(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    let page = WorkPage::load(&visit, id, Fields::default()).await?;
    visit.page(&page)
}

/// POST /meja/tulisan/{id}/terbitkan
pub(crate) async fn publish(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let verification = match fields.ticked("verified") {
        true => Verification::Verified,
        false => Verification::Pending(fields.text("notice")),
    };
    let by = visit.person()?.clone();
    match actions::publish_draft(&visit.app, &by, id, verification).await {
        Ok(story) => visit.go_with_notice(&format!("/tulisan/{story}"), "draft-published"),
        Err(failure) => again(&visit, id, fields, failure).await,
    }
}

/// POST /meja/tulisan/{id}/kembalikan
pub(crate) async fn give_back(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let by = visit.person()?.clone();
    match actions::return_draft(&visit.app, &by, id, &fields.text("why")).await {
        Ok(()) => visit.go_with_notice("/meja/tulisan", "draft-returned"),
        Err(failure) => again(&visit, id, fields, failure).await,
    }
}

/// The page again with what was typed and what is wrong.
async fn again(visit: &Visit, id: DraftId, fields: Fields, failure: Failure) -> Answer {
    let Failure::Refused(Refusal::Invalid(errors)) = failure else { return Err(failure) };
    let mut page = WorkPage::load(visit, id, fields).await?;
    page.f.title = format!("{} - {}", page.f.n("errors-heading", errors.0.len()), page.f.title);
    page.errors = errors;
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

impl WorkPage {
    async fn load(visit: &Visit, id: DraftId, fields: Fields) -> Outcome<WorkPage> {
        let row = store::draft(&visit.app.db, id).await?.or_not_found()?;
        if !actions::may_edit(visit.person()?, &row) {
            return Err(Refusal::NotAllowed("refusal-other-area").into());
        }
        let f = visit.frame(row.title.clone()).await?;
        let shown = draft_view::shown(&visit.app, &f, row).await?;
        Ok(WorkPage { f, shown, fields, errors: FieldErrors::default() })
    }
}
