//! Bringing in responses from a table that is pasted.
use super::managed;
use crate::{
    import::{self, Imported, columns},
    round::{Round, State},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::SurveyRoundId,
    refusal::{FieldErrors, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/import.html")]
pub(crate) struct ImportPage {
    pub f: Frame,
    pub round: Round,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub imported: Option<Imported>,
    /// Line and reason.
    pub rejected: Vec<(u64, String)>,
    pub columns: String,
}

/// GET /meja/survei/{id}/impor
pub(crate) async fn import_form(visit: Visit, Path(id): Path<SurveyRoundId>) -> Answer {
    let round = open(&visit, id).await?;
    let f = visit.frame(visit.words().t("survey-import")).await?.about(&round.title);
    visit.page(&ImportPage::new(f, round, (Fields::default(), None)))
}

/// POST /meja/survei/{id}/impor
pub(crate) async fn bring_in(
    visit: Visit,
    Path(id): Path<SurveyRoundId>,
    fields: Fields,
) -> Answer {
    let round = open(&visit, id).await?;
    let f = visit.frame(visit.words().t("survey-import")).await?.about(&round.title);
    if !fields.filled("table") {
        let mut page = ImportPage::new(f, round, (fields, None));
        page.errors = FieldErrors::one("table", "error-empty");
        return visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let table = fields.text("table");
    let imported = import::import(&visit.app, visit.person()?, id, &table).await?;
    // Nothing to mend: the field is empty for the next table.
    let (status, kept) = match imported.rejected_count {
        0 => (StatusCode::OK, Fields::default()),
        _ => (StatusCode::UNPROCESSABLE_ENTITY, fields),
    };
    visit.page_with(status, &ImportPage::new(f, round, (kept, Some(imported))))
}

async fn open(visit: &Visit, id: SurveyRoundId) -> Outcome<Round> {
    let round = managed(visit, id).await?;
    match round.state {
        State::Open => Ok(round),
        _ => Err(Refusal::Conflict("refusal-survey-closed").into()),
    }
}

impl ImportPage {
    pub(super) fn new(
        f: Frame,
        round: Round,
        (fields, imported): (Fields, Option<Imported>),
    ) -> ImportPage {
        let rejected = imported.iter().flat_map(|imported| imported.reasons(&f.words)).collect();
        let columns = columns().join(", ");
        ImportPage { f, round, fields, errors: FieldErrors::default(), imported, rejected, columns }
    }

    fn became(&self, imported: &Imported) -> String {
        let [added, known] = [imported.added, imported.known]
            .map(|count| self.f.words.number(i64::try_from(count).unwrap_or(i64::MAX)));
        self.f.words.fill("survey-imported", &[("added", &added), ("known", &known)])
    }
}
