//! Writing a story: the form, what is saved by hand or by the script, and two who wrote at once.
use super::conflict::ConflictPage;
use crate::{
    actions::{self, Save, Saved},
    draft::{DRAFT_TITLE_CHARS_MAX, StoryDraft},
    proof,
    section::Section,
    sections::Sections,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::DraftId,
    links::{self, LinkKind},
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    subject::Subject,
    web::{Answer, Fields, Form, Frame, Visit, scripts},
};
use media::Taken;

#[derive(Template)]
#[template(path = "pages/draft_form.html")]
pub(crate) struct FormPage {
    pub f: Frame,
    /// Where the form is sent, without language.
    pub action: String,
    /// Empty: not begun yet.
    pub id: Option<DraftId>,
    pub version: i64,
    /// What this open form is known by.
    pub form: String,
    /// The open form that saved last.
    pub saved_form: Option<String>,
    pub sections: Vec<Section>,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub picker: String,
    /// The mark under which files wait.
    pub once: String,
    /// Finished HTML: what hangs on the draft or waits, and a field for more.
    pub attachments: String,
    /// An editor at work on somebody's draft: sending is not theirs.
    pub edits: bool,
}

/// What the pressed button asks for. Enter in a field presses the first, which is the picker's: that saves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Save,
    Preview,
    Send,
}

impl Act {
    fn of(fields: &Fields) -> Act {
        match fields.line("act").as_str() {
            "save" | "find-area" | "attach" => Act::Save,
            "preview" => Act::Preview,
            _ => Act::Send,
        }
    }
}

/// GET /tulisan/baru
pub(crate) async fn form(visit: Visit) -> Answer {
    let page = FormPage::of(&visit, None, Taken::default()).await?;
    page.answer(&visit)
}

/// POST /tulisan/baru
pub(crate) async fn create(visit: Visit, form: Form) -> Answer {
    keep(visit, None, form).await
}

/// GET /naskah/{id}/ubah
pub(crate) async fn edit(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    let row = actions::draft_for(&visit.app, visit.person()?, id).await?;
    if !actions::is_open_to(visit.person()?, &row) {
        return visit.go(&format!("/naskah/{id}"));
    }
    let fields = typed_as(&visit, &row.draft()).await?;
    let typed = Taken { fields, ..Taken::default() };
    let mut page = FormPage::of(&visit, Some(id), typed).await?;
    page.edits = !actions::writes(&visit.app, visit.person()?, &row).await?;
    (page.version, page.saved_form) = (row.version, row.saved_form);
    page.answer(&visit)
}

/// POST /naskah/{id}/ubah
pub(crate) async fn change(visit: Visit, Path(id): Path<DraftId>, form: Form) -> Answer {
    actions::draft_for(&visit.app, visit.person()?, id).await?;
    keep(visit, Some(id), form).await
}

/// POST /naskah/otomatis: what the script saves while its writer writes; the answer is for the script.
pub(crate) async fn autosave(visit: Visit, fields: Fields) -> Answer {
    let Some(by) = visit.visitor.signed_in.clone() else {
        return said(StatusCode::UNAUTHORIZED, serde_json::json!({}));
    };
    let id = fields.line("draft").parse().ok();
    let sections = Sections::load(&visit.app).await?;
    let area = areas::picked(&visit.app, &fields, "area");
    let Ok(draft) = StoryDraft::so_far(&fields, &sections, area) else {
        return said(StatusCode::UNPROCESSABLE_ENTITY, serde_json::json!({}));
    };
    match actions::save_draft(&visit.app, &by, &asked(&visit, id, &fields, draft)).await {
        Ok(Saved::Kept { id, version }) => {
            let words = visit.words();
            let at = words.short_moment(visit.app.now(), visit.app.config.zone);
            let sentence = words.with("draft-saved-at", "time", &at);
            let action = format!("{}/naskah/{id}/ubah", visit.lang.prefix());
            let body = serde_json::json!({"draft": id.to_string(), "version": version, "action": action, "said": sentence});
            said(StatusCode::OK, body)
        }
        Ok(Saved::Conflict(_)) | Err(Failure::Refused(_)) => {
            said(StatusCode::CONFLICT, serde_json::json!({}))
        }
        Err(fault) => Err(fault),
    }
}

fn said(status: StatusCode, body: serde_json::Value) -> Answer {
    use axum::response::IntoResponse;
    let headers = [("content-type", "application/json"), ("cache-control", "no-store")];
    Ok((status, headers, body.to_string()).into_response())
}

fn asked(visit: &Visit, id: Option<DraftId>, fields: &Fields, draft: StoryDraft) -> Save {
    let form = Some(fields.line("form")).filter(|form| !form.is_empty() && form.len() <= 64);
    let seen = fields.line("version").parse().unwrap_or(0);
    Save { id, draft, seen, form, lang: visit.lang }
}

/// Saves what was typed, then does what was asked for.
async fn keep(visit: Visit, id: Option<DraftId>, form: Form) -> Answer {
    let typed = media::take_form(&visit, form).await?;
    let well = typed.all_well();
    let page = FormPage::of(&visit, id, typed).await?;
    if !well {
        return page.refused(&visit);
    }
    if areas::searching(&page.fields) {
        return page.answer(&visit);
    }
    match page.draft(&visit).await {
        Err(Failure::Refused(Refusal::Invalid(errors))) => page.again(&visit, errors),
        draft => page.save(&visit, id, draft?).await,
    }
}

/// A draft as its form has it.
pub(super) async fn typed_as(visit: &Visit, row: &StoryDraft) -> Outcome<Fields> {
    let section = Sections::load(&visit.app).await?.find(row.section, visit.lang);
    let slug = section.map(|section| section.slug).unwrap_or_default();
    let area = row.written_from.map(|code| code.to_string()).unwrap_or_default();
    let date = row.occasion_date.map(|date| date.to_string()).unwrap_or_default();
    Ok(Fields::from_pairs(&[
        ("section", &slug),
        ("title", &row.title),
        ("body", &row.body),
        ("area", &area),
        ("occasion_date", &date),
    ]))
}

/// The part of the form for files.
async fn attachments(
    visit: &Visit,
    f: &Frame,
    (id, mark): (Option<DraftId>, &str),
    (fields, refused): (&Fields, &[media::Refused]),
) -> Outcome<String> {
    let db = &visit.app.db;
    let mut attached = match id {
        Some(id) => media::list(db, id.into()).await?,
        None => vec![],
    };
    attached.extend(media::waiting(db, mark).await?);
    Ok(media::picker(f, &attached, refused, fields))
}

impl FormPage {
    async fn of(
        visit: &Visit,
        id: Option<DraftId>,
        Taken { fields, errors, refused }: Taken,
    ) -> Outcome<FormPage> {
        let f = visit.frame(visit.words().t("send-a-story")).await?;
        let mark = |typed: String| if typed.is_empty() { visit.app.random.token() } else { typed };
        let (form, once) = (mark(fields.line("form")), mark(fields.line("once")));
        Ok(FormPage {
            sections: Sections::load(&visit.app).await?.in_language(visit.lang),
            picker: areas::picker(&visit.app, &f, "area", (&fields, &FieldErrors::default())),
            attachments: attachments(visit, &f, (id, &once), (&fields, &refused)).await?,
            errors,
            once,
            action: id.map_or("/tulisan/baru".to_owned(), |id| format!("/naskah/{id}/ubah")),
            version: fields.line("version").parse().unwrap_or(0),
            edits: fields.ticked("edits"),
            saved_form: None,
            f,
            id,
            form,
            fields,
        })
    }

    /// Keeps text and files, then does what was asked for.
    async fn save(self, visit: &Visit, id: Option<DraftId>, draft: StoryDraft) -> Answer {
        let act = Act::of(&self.fields);
        let by = visit.person()?.clone();
        if let (Act::Send, None) = (act, id)
            && let Some(twin) = actions::sent_before(&visit.app, &by, &draft).await?
        {
            return visit.go_with_notice(&format!("/naskah/{twin}"), "draft-sent");
        }
        let asked = asked(visit, id, &self.fields, draft);
        let id = match actions::save_draft(&visit.app, &by, &asked).await? {
            Saved::Kept { id, .. } => id,
            Saved::Conflict(row) => {
                let typed = (asked.draft, self.once);
                return ConflictPage::answer(visit, *row, typed).await;
            }
        };
        self.join_source(visit, id).await?;
        match actions::keep_files(&visit.app, &by, (id, &self.fields)).await {
            Err(Failure::Refused(Refusal::Invalid(errors))) => return self.again(visit, errors),
            kept => kept?,
        }
        self.go_on(visit, act, id).await
    }

    /// What led to this draft is joined with it, for those who may join things with it.
    async fn join_source(&self, visit: &Visit, id: DraftId) -> Outcome<()> {
        let Some(source) = Subject::parse(&self.fields.line("dari")) else { return Ok(()) };
        let card = visit.app.describe(visit.lang, source).await?;
        if !card.is_some_and(|card| links::may_join(&visit.visitor, &card)) {
            return Ok(());
        }
        let mut tx = visit.app.db.begin().await?;
        let ends = (id.into(), source);
        let by = Some(visit.person_id()?);
        links::join(&visit.app, &mut tx, ends, (LinkKind::CameOf, None), by).await?;
        Ok(tx.commit().await?)
    }

    /// What was typed; all of it must be there when it is sent.
    async fn draft(&self, visit: &Visit) -> Outcome<StoryDraft> {
        let area = areas::picked(&visit.app, &self.fields, "area");
        let sections = Sections::load(&visit.app).await?;
        let draft = StoryDraft::so_far(&self.fields, &sections, area).map_err(Refusal::Invalid)?;
        if Act::of(&self.fields) == Act::Send {
            let today = visit.app.today();
            draft.check(&self.fields, today).map_err(Refusal::Invalid)?;
        }
        Ok(draft)
    }

    /// After it was saved.
    async fn go_on(self, visit: &Visit, act: Act, id: DraftId) -> Answer {
        match act {
            Act::Save => {
                let notice = if self.edits { "draft-edited" } else { "draft-saved" };
                visit.go_with_notice(&format!("/naskah/{id}/ubah"), notice)
            }
            Act::Preview => visit.go(&format!("/naskah/{id}/pratinjau")),
            Act::Send if self.warns(visit, id).await? => {
                visit.go_with_notice(&format!("/naskah/{id}/periksa"), "draft-look-first")
            }
            Act::Send => match actions::send_draft(&visit.app, visit.person()?, id).await {
                Ok(id) => visit.go_with_notice(&format!("/naskah/{id}"), "draft-sent"),
                Err(Failure::Refused(Refusal::Invalid(errors))) => self.again(visit, errors),
                Err(other) => Err(other),
            },
        }
    }

    /// Whether there is something that its writer must see first.
    async fn warns(&self, visit: &Visit, id: DraftId) -> Outcome<bool> {
        let row = actions::draft_for(&visit.app, visit.person()?, id).await?;
        Ok(row.state.is_with_writer() && proof::warns(&visit.app, &row))
    }

    fn answer(&self, visit: &Visit) -> Answer {
        visit.page_with_script(StatusCode::OK, self, scripts::WRITING_WITH_FILES)
    }

    /// Files were not taken, or too much was said of them: nothing else was done.
    fn refused(mut self, visit: &Visit) -> Answer {
        let errors = std::mem::take(&mut self.errors);
        self.again(visit, errors)
    }

    /// The same form with its errors.
    fn again(mut self, visit: &Visit, errors: FieldErrors) -> Answer {
        self.f.count_errors(errors.0.len().max(1));
        self.picker = areas::picker(&visit.app, &self.f, "area", (&self.fields, &errors));
        self.errors = errors;
        visit.page_with_script(StatusCode::UNPROCESSABLE_ENTITY, &self, scripts::WRITING_WITH_FILES)
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

    fn script(&self) -> &'static str {
        scripts::WRITING_WITH_FILES
    }

    /// Whose copies in this browser the script looks after; empty: nobody is signed in.
    fn owner(&self) -> String {
        self.f.visitor.id().map(|id| id.to_string()).unwrap_or_default()
    }

    fn id_text(&self) -> String {
        self.id.map(|id| id.to_string()).unwrap_or_default()
    }
}
