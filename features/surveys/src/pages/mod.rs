//! What is shown of surveys: to residents who fill them in and read them, to those who look after them.
mod correct;
mod desk;
mod edit;
mod fill;
mod import;
mod list;
mod samples;
mod show;

pub(crate) use correct::{correct, correct_form, discard};
pub(crate) use desk::{close, desk, manage, open, publish};
pub(crate) use edit::{add_form, create, edit_form, save};
pub(crate) use fill::{fill, fill_form, paper, paper_form, take_back};
pub(crate) use import::{bring_in, import_form};
pub(crate) use list::{TOP, list};
pub(crate) use samples::gallery;
pub(crate) use show::show;

use crate::{
    actions,
    round::{Round, State},
    store,
};
use base::{
    ids::SurveyRoundId,
    refusal::{OrNotFound, Outcome, Refusal},
    web::Visit,
};

/// A round that residents may know of.
async fn public(visit: &Visit, id: SurveyRoundId) -> Outcome<Round> {
    let round = store::find(&visit.app.db, id).await?;
    round.filter(|round| round.state != State::Draft).or_not_found()
}

/// A round that the visitor looks after.
async fn managed(visit: &Visit, id: SurveyRoundId) -> Outcome<Round> {
    let round = store::find(&visit.app.db, id).await?.or_not_found()?;
    match actions::may_manage(&visit.visitor, round.agency, round.provider) {
        true => Ok(round),
        false => Err(Refusal::NotAllowed("refusal-not-yours").into()),
    }
}
