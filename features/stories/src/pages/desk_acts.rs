//! What editors do with a draft: approve, verify, note, ask, add a writer, give back, let out, settle later.
use super::draft_desk::back;
use crate::{
    actions,
    checking::{CheckWay, NewCheck, NewPending, NewQuestion, Release},
    draft::DraftState,
    embargo::NewEmbargo,
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    clock::Zone,
    ids::{DraftId, StoryId, parse_short},
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};
use jiff::{Timestamp, civil::DateTime};

#[derive(Template)]
#[template(path = "pages/check_form.html")]
pub(crate) struct CheckForm {
    pub f: Frame,
    pub id: DraftId,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// A question to be answered later; else what was asked and answered already.
    pub question: bool,
}

/// POST /meja/tulisan/{id}/setujui
pub(crate) async fn approve(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let done = actions::approve_draft(&visit.app, visit.person()?, id).await;
    back(&visit, id, (fields, "draft-approved"), done).await
}

/// POST /meja/tulisan/{id}/verifikasi
pub(crate) async fn verify(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let done = actions::verify_draft(&visit.app, visit.person()?, id).await;
    back(&visit, id, (fields, "draft-verified"), done).await
}

/// POST /meja/tulisan/{id}/catatan
pub(crate) async fn note(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let paragraph = fields.line("paragraph").parse().ok();
    let words = fields.text("note");
    let done = actions::add_note(&visit.app, visit.person()?, id, (paragraph, &words)).await;
    back(&visit, id, (fields, "draft-noted"), done).await
}

/// POST /meja/tulisan/{id}/catatan/{note}: settled.
pub(crate) async fn settle_note(
    visit: Visit,
    Path((id, note)): Path<(DraftId, String)>,
    fields: Fields,
) -> Answer {
    let note = parse_short(&note).or_not_found()?;
    let done = actions::settle_note(&visit.app, visit.person()?, (id, note)).await;
    back(&visit, id, (fields, "draft-note-settled"), done).await
}

/// POST /naskah/{id}/catatan/{note}: a word back, from either side.
pub(crate) async fn answer_note(
    visit: Visit,
    Path((id, note)): Path<(DraftId, String)>,
    fields: Fields,
) -> Answer {
    let note = parse_short(&note).or_not_found()?;
    let person = visit.person()?;
    actions::answer_note(&visit.app, person, (id, note), &fields.text("note")).await?;
    let row = store::draft(&visit.app.db, id).await?.or_not_found()?;
    let own = actions::writes(&visit.app, person, &row).await?;
    let place = if own { "/naskah" } else { "/meja/tulisan" };
    visit.go_with_notice(&format!("{place}/{id}"), "draft-noted")
}

/// POST /meja/tulisan/{id}/penulis
pub(crate) async fn add_writer(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let found = people::found(&visit.app.db, &fields.line("writer"), 2).await?;
    let done = match found.as_slice() {
        [(person, _)] => actions::add_byline(&visit.app, visit.person()?, id, *person).await,
        [] => Err(invalid("writer", "error-writer-none")),
        _ => Err(invalid("writer", "error-writer-many")),
    };
    back(&visit, id, (fields, "draft-writer-added"), done).await
}

fn invalid(field: &'static str, key: &'static str) -> Failure {
    Refusal::Invalid(FieldErrors::one(field, key)).into()
}

/// POST /meja/tulisan/{id}/kembalikan
pub(crate) async fn give_back(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let done = actions::return_draft(&visit.app, visit.person()?, id, &fields.text("why")).await;
    back(&visit, id, (fields, "draft-returned"), done).await
}

/// POST /meja/tulisan/{id}/terbitkan
pub(crate) async fn publish(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let done = let_out(&visit, id, &fields).await;
    if let Ok(Some(story)) = done {
        return visit.go_with_notice(&format!("/tulisan/{story}"), "draft-published");
    }
    back(&visit, id, (fields, "draft-scheduled"), done).await
}

async fn let_out(visit: &Visit, id: DraftId, fields: &Fields) -> Outcome<Option<StoryId>> {
    let row = store::draft(&visit.app.db, id).await?.or_not_found()?;
    let mut errors = FieldErrors::default();
    let at = hour(fields, "publish_at", visit.app.config.zone);
    if at.is_none() && !fields.line("publish_at").is_empty() {
        errors.add("publish_at", "error-publish-at");
    }
    let pending = match row.verified_at {
        Some(_) => None,
        None => NewPending::read(fields).map_err(|more| errors.0.extend(more.0)).ok(),
    };
    if row.approved_at.is_none() && row.state == DraftState::Sent {
        errors.add("approve", "error-not-approved");
    }
    let by = visit.person()?;
    if actions::may_edit(by, &row) && row.person != by.id {
        errors.check()?;
    }
    actions::publish_draft(&visit.app, visit.person()?, id, Release { pending, at }).await
}

/// The moment at which the house's clocks show what was typed, if anything readable was.
fn hour(fields: &Fields, name: &str, zone: Zone) -> Option<Timestamp> {
    let local = fields.line(name).parse::<DateTime>().ok()?;
    Some(local.to_zoned_datetime(zone.time_zone()).ok()?.timestamp())
}

/// POST /meja/tulisan/{id}/embargo
pub(crate) async fn embargo(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let until = hour(&fields, "embargo_until", visit.app.config.zone);
    let done = match NewEmbargo::read(&fields, until, visit.app.now()) {
        Ok(new) => actions::set_embargo(&visit.app, visit.person()?, id, &new).await,
        Err(errors) => Err(Refusal::Invalid(errors).into()),
    };
    back(&visit, id, (fields, "draft-embargoed"), done).await
}

/// POST /meja/tulisan/{id}/akhiri-embargo
pub(crate) async fn end_embargo(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let why = fields.text("embargo_end");
    let done = actions::end_embargo(&visit.app, visit.person()?, id, &why).await;
    back(&visit, id, (fields, "draft-embargo-ended"), done).await
}

/// POST /meja/tulisan/{id}/batal-jadwal
pub(crate) async fn unschedule(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let done = actions::unschedule_draft(&visit.app, visit.person()?, id).await;
    back(&visit, id, (fields, "draft-unscheduled"), done).await
}

/// GET /meja/tulisan/{id}/periksa
pub(crate) async fn check_form(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    CheckForm::of(&visit, id, (Fields::default(), false)).await?.answer(&visit)
}

/// POST /meja/tulisan/{id}/periksa: before it is out a record, afterwards also what settles the open task.
pub(crate) async fn check(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let mut page = CheckForm::of(&visit, id, (fields, false)).await?;
    let new = match NewCheck::read(&page.fields, visit.app.today()) {
        Ok(new) => new,
        Err(errors) => {
            page.errors = errors;
            return page.answer(&visit);
        }
    };
    let row = store::draft(&visit.app.db, id).await?.or_not_found()?;
    let by = visit.person()?;
    match row.story {
        Some(_) => actions::settle_pending(&visit.app, by, id, (Some(new), None)).await?,
        None => actions::add_check(&visit.app, by, id, &new).await?,
    }
    visit.go_with_notice(&format!("/meja/tulisan/{id}"), "draft-checked")
}

/// GET /meja/tulisan/{id}/pertanyaan
pub(crate) async fn question_form(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    CheckForm::of(&visit, id, (Fields::default(), true)).await?.answer(&visit)
}

/// POST /meja/tulisan/{id}/pertanyaan
pub(crate) async fn question(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let mut page = CheckForm::of(&visit, id, (fields, true)).await?;
    match NewQuestion::read(&page.fields, visit.app.today()) {
        Ok(new) => actions::ask_before(&visit.app, visit.person()?, id, &new).await?,
        Err(errors) => {
            page.errors = errors;
            return page.answer(&visit);
        }
    }
    visit.go_with_notice(&format!("/meja/tulisan/{id}"), "draft-asked")
}

/// POST /meja/tulisan/{id}/pertanyaan/{question}
pub(crate) async fn answer(
    visit: Visit,
    Path((id, question)): Path<(DraftId, String)>,
    fields: Fields,
) -> Answer {
    let question = parse_short(&question).or_not_found()?;
    let words = fields.text("reply");
    let done = actions::answer_question(&visit.app, visit.person()?, (id, question), &words).await;
    back(&visit, id, (fields, "draft-answered"), done).await
}

/// POST /meja/tulisan/{id}/lengkapi: the later story that tells what was found.
pub(crate) async fn settle(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let done = match story_in(&fields.line("update")) {
        Some(story) => {
            actions::settle_pending(&visit.app, visit.person()?, id, (None, Some(story))).await
        }
        None => Err(invalid("update", "error-update-story")),
    };
    back(&visit, id, (fields, "draft-settled"), done).await
}

/// The story of an address, or of its short form alone.
fn story_in(typed: &str) -> Option<StoryId> {
    let after = typed.split_once("/tulisan/").map_or(typed, |(_, rest)| rest);
    after.split(['/', '?', '#']).next()?.parse().ok()
}

impl CheckForm {
    async fn of(
        visit: &Visit,
        id: DraftId,
        (fields, question): (Fields, bool),
    ) -> Outcome<CheckForm> {
        let row = store::draft(&visit.app.db, id).await?.or_not_found()?;
        if !actions::may_edit(visit.person()?, &row) {
            return Err(Refusal::NotAllowed("refusal-other-area").into());
        }
        let key = if question { "question-add" } else { "draft-check-add" };
        let f = visit.frame(visit.words().t(key)).await?;
        Ok(CheckForm { f, id, fields, errors: FieldErrors::default(), question })
    }

    fn answer(mut self, visit: &Visit) -> Answer {
        if self.errors.is_empty() {
            return visit.page(&self);
        }
        self.f.count_errors(self.errors.0.len());
        visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &self)
    }

    fn path(&self) -> String {
        let last = if self.question { "pertanyaan" } else { "periksa" };
        format!("/meja/tulisan/{}/{last}", self.id)
    }

    fn ways(&self) -> &'static [CheckWay] {
        CheckWay::ALL
    }

    fn day(&self, until_today: bool) -> String {
        let side = if until_today { "max" } else { "min" };
        format!("type=\"date\" {side}=\"{}\" required", self.f.today_machine())
    }
}
