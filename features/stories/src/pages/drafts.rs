//! One's own drafts: the list, one draft with what became of it, its preview.
use super::show::ShowPage;
use crate::{
    actions,
    draft::DraftState,
    shown::{self, Shown},
    store::{self, DraftRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::DraftId,
    web::{Answer, Frame, Visit, scripts},
};

/// Drafts on a writer's own page.
const OWN: i64 = 100;

#[derive(Template)]
#[template(path = "pages/draft_list.html")]
pub(crate) struct OwnPage {
    pub f: Frame,
    pub drafts: Vec<DraftRow>,
}

#[derive(Template)]
#[template(path = "pages/draft.html")]
pub(crate) struct DraftPage {
    pub f: Frame,
    pub shown: Shown,
    /// Whose copies in this browser the script looks after.
    pub owner: String,
    /// Whether the visitor may change the text now.
    pub open: bool,
    /// Whether it is theirs to send.
    pub sends: bool,
}

/// GET /naskah
pub(crate) async fn own(visit: Visit) -> Answer {
    let drafts = store::drafts_of(&visit.app.db, visit.person_id()?, OWN).await?;
    let f = visit.frame(visit.words().t("drafts-heading")).await?;
    visit.page(&OwnPage { f: Frame { noindex: true, ..f }, drafts })
}

/// GET /naskah/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    let row = actions::draft_for(&visit.app, visit.person()?, id).await?;
    let f = visit.frame(visit.words().t("drafts-heading")).await?.about(&titled(&visit, &row));
    let owner = visit.person_id()?.to_string();
    let open = actions::is_open_to(visit.person()?, &row);
    let writes = actions::writes(&visit.app, visit.person()?, &row).await?;
    let sends = writes && row.state.is_with_writer();
    let shown = shown::shown(&visit.app, &f, row).await?;
    let page = DraftPage { f: Frame { noindex: true, ..f }, shown, owner, open, sends };
    visit.page_with_script(StatusCode::OK, &page, scripts::WRITING)
}

/// GET /naskah/{id}/pratinjau: the story's own page, as it would stand today.
pub(crate) async fn preview(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    let row = actions::draft_for(&visit.app, visit.person()?, id).await?;
    let page = ShowPage::of_draft(&visit, row).await?;
    visit.page(&page)
}

/// POST /naskah/{id}/tarik
pub(crate) async fn withdraw(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    actions::withdraw_draft(&visit.app, visit.person()?, id).await?;
    visit.go_with_notice("/naskah", "draft-withdrawn")
}

/// A draft's title, or what stands for it while it has none.
pub(crate) fn titled(visit: &Visit, row: &DraftRow) -> String {
    if row.title.is_empty() { visit.words().t("draft-untitled") } else { row.title.clone() }
}

impl DraftPage {
    fn script(&self) -> &'static str {
        scripts::WRITING
    }
}
