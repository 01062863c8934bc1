//! What may be put right of a round that was opened, and a draft that goes.
use super::managed;
use crate::{
    actions,
    round::{Correction, Round, State},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::SurveyRoundId,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/correct.html")]
pub(crate) struct CorrectPage {
    pub f: Frame,
    pub round: Round,
    pub fields: Fields,
    pub errors: FieldErrors,
}

/// GET /meja/survei/{id}/perbaiki
pub(crate) async fn correct_form(visit: Visit, Path(id): Path<SurveyRoundId>) -> Answer {
    let round = correctable(&visit, id).await?;
    let f = visit.frame(visit.words().t("survey-correct")).await?;
    let fields = fields_of(&round);
    visit.page(&CorrectPage { f, round, fields, errors: FieldErrors::default() })
}

/// POST /meja/survei/{id}/perbaiki
pub(crate) async fn correct(visit: Visit, Path(id): Path<SurveyRoundId>, fields: Fields) -> Answer {
    let round = correctable(&visit, id).await?;
    match correct_from(&visit, id, &fields).await {
        Ok(()) => visit.go_with_notice(&round.desk(), "survey-corrected"),
        Err(Failure::Refused(Refusal::Invalid(errors))) => {
            let mut f = visit.frame(visit.words().t("survey-correct")).await?;
            f.count_errors(errors.0.len());
            let page = CorrectPage { f, round, fields, errors };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(failure) => Err(failure),
    }
}

async fn correct_from(visit: &Visit, id: SurveyRoundId, fields: &Fields) -> Outcome<()> {
    let mut errors = FieldErrors::default();
    match Correction::read(fields, &mut errors).filter(|_| errors.is_empty()) {
        Some(right) => actions::correct(&visit.app, visit.person()?, id, &right).await,
        None => Err(Refusal::Invalid(errors).into()),
    }
}

/// Opened and not published: a draft is changed whole, a published result not at all.
async fn correctable(visit: &Visit, id: SurveyRoundId) -> Outcome<Round> {
    let round = managed(visit, id).await?;
    match round.state {
        State::Open | State::Closed => Ok(round),
        State::Draft | State::Published => Err(Refusal::Conflict("refusal-survey-state").into()),
    }
}

fn fields_of(round: &Round) -> Fields {
    let population = round.population.map(|number| number.to_string()).unwrap_or_default();
    let to = round.to.to_string();
    Fields::from_pairs(&[("title", &round.title), ("to", &to), ("population", &population)])
}

/// POST /meja/survei/{id}/hapus
pub(crate) async fn discard(visit: Visit, Path(id): Path<SurveyRoundId>) -> Answer {
    actions::discard(&visit.app, visit.person()?, id).await?;
    visit.go_with_notice("/meja/survei", "survey-discarded")
}
