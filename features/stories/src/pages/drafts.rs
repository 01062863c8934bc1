//! Writing a story and following it: the form, one's own drafts, one draft.
use super::draft_view::{self, Shown};
use crate::{
    actions,
    draft::{DRAFT_TITLE_CHARS_MAX, DraftState, StoryDraft},
    section::Section,
    sections::Sections,
    store::{self, DraftRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::DraftId,
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

/// Drafts on a writer's own page.
const OWN: i64 = 100;

#[derive(Template)]
#[template(path = "pages/draft_form.html")]
pub(crate) struct FormPage {
    pub f: Frame,
    /// Where the form is sent, without language.
    pub action: String,
    pub sections: Vec<Section>,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub picker: String,
}

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
}

/// GET /tulisan/baru
pub(crate) async fn form(visit: Visit) -> Answer {
    let page = FormPage::of(&visit, "/tulisan/baru".to_owned(), Fields::default()).await?;
    visit.page(&page)
}

/// POST /tulisan/baru
pub(crate) async fn create(visit: Visit, fields: Fields) -> Answer {
    let (page, draft) = read(&visit, "/tulisan/baru".to_owned(), fields).await?;
    let Some(draft) = draft else { return page.again(&visit) };
    let id = actions::send_draft(&visit.app, visit.person()?, visit.lang, &draft).await?;
    visit.go_with_notice(&format!("/naskah/{id}"), "draft-sent")
}

/// GET /naskah
pub(crate) async fn own(visit: Visit) -> Answer {
    let drafts = store::drafts_of(&visit.app.db, visit.person_id()?, OWN).await?;
    let f = visit.frame(visit.words().t("drafts-heading")).await?;
    visit.page(&OwnPage { f: Frame { noindex: true, ..f }, drafts })
}

/// GET /naskah/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    let row = own_row(&visit, id).await?;
    let f = visit.frame(row.title.clone()).await?;
    let shown = draft_view::shown(&visit.app, &f, row).await?;
    visit.page(&DraftPage { f: Frame { noindex: true, ..f }, shown })
}

/// GET /naskah/{id}/ubah
pub(crate) async fn edit(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    let row = own_row(&visit, id).await?;
    if row.state != DraftState::Returned {
        return visit.go(&format!("/naskah/{id}"));
    }
    let section = Sections::load(&visit.app).await?.find(row.section, visit.lang);
    let slug = section.map(|section| section.slug).unwrap_or_default();
    let area = row.written_from.map(|code| code.to_string()).unwrap_or_default();
    let date = row.occasion_date.map(|date| date.to_string()).unwrap_or_default();
    let fields = Fields::from_pairs(&[
        ("section", &slug),
        ("title", &row.title),
        ("body", &row.body),
        ("area", &area),
        ("occasion_date", &date),
    ]);
    let page = FormPage::of(&visit, format!("/naskah/{id}/ubah"), fields).await?;
    visit.page(&page)
}

/// POST /naskah/{id}/ubah
pub(crate) async fn resend(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    own_row(&visit, id).await?;
    let (mut page, draft) = read(&visit, format!("/naskah/{id}/ubah"), fields).await?;
    let Some(draft) = draft else { return page.again(&visit) };
    match actions::resend_draft(&visit.app, visit.person()?, id, &draft).await {
        Ok(()) => visit.go_with_notice(&format!("/naskah/{id}"), "draft-sent"),
        Err(Failure::Refused(Refusal::Invalid(errors))) => {
            page.is_wrong(&visit, errors);
            page.again(&visit)
        }
        Err(other) => Err(other),
    }
}

/// POST /naskah/{id}/tarik
pub(crate) async fn withdraw(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    actions::withdraw_draft(&visit.app, visit.person()?, id).await?;
    visit.go_with_notice("/naskah", "draft-withdrawn")
}

async fn own_row(visit: &Visit, id: DraftId) -> Outcome<DraftRow> {
    let row = store::draft(&visit.app.db, id).await?.or_not_found()?;
    if visit.visitor.is(row.person) {
        Ok(row)
    } else {
        Err(Refusal::NotAllowed("refusal-not-yours").into())
    }
}

/// The form with what was typed and, when nothing is wrong and no area is being looked for, the draft.
async fn read(
    visit: &Visit,
    action: String,
    fields: Fields,
) -> Outcome<(FormPage, Option<StoryDraft>)> {
    let mut page = FormPage::of(visit, action, fields).await?;
    if areas::searching(&page.fields) {
        return Ok((page, None));
    }
    let area = areas::picked(&visit.app, &page.fields, "area");
    let today = visit.app.config.zone.date(visit.app.now());
    let sections = Sections::load(&visit.app).await?;
    match StoryDraft::check(&page.fields, &sections, (area, today)) {
        Ok(draft) => Ok((page, Some(draft))),
        Err(errors) => {
            page.is_wrong(visit, errors);
            Ok((page, None))
        }
    }
}

impl FormPage {
    async fn of(visit: &Visit, action: String, fields: Fields) -> Outcome<FormPage> {
        let f = visit.frame(visit.words().t("send-a-story")).await?;
        Ok(FormPage {
            sections: Sections::load(&visit.app).await?.in_language(visit.lang),
            picker: areas::picker(&visit.app, &f, "area", (&fields, &FieldErrors::default())),
            errors: FieldErrors::default(),
            f,
            action,
            fields,
        })
    }

    fn is_wrong(&mut self, visit: &Visit, errors: FieldErrors) {
        self.picker = areas::picker(&visit.app, &self.f, "area", (&self.fields, &errors));
        self.errors = errors;
    }

    /// The same form with its errors; without errors an area was looked for.
    fn again(mut self, visit: &Visit) -> Answer {
        if self.errors.is_empty() {
            return visit.page(&self);
        }
        let heading = self.f.n("errors-heading", self.errors.0.len());
        self.f.title = format!("{heading} - {}", self.f.title);
        visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &self)
    }

    fn is_chosen(&self, section: &Section) -> bool {
        self.fields.line("section") == section.slug
    }

    fn title_attributes(&self) -> String {
        format!("type=\"text\" required maxlength=\"{DRAFT_TITLE_CHARS_MAX}\"")
    }

    /// The latest day that the date field takes.
    fn date_attributes(&self) -> String {
        format!("type=\"date\" max=\"{}\"", self.f.today_machine())
    }
}
