//! What is shown of innovations: to readers who might copy one, to officers, to the newsroom.
mod copy;
mod coverage;
mod desk;
mod editions;
mod list;
mod note;
mod replication;
mod samples;
mod show;
mod tell;

pub(crate) use copy::{
    answer, answer_form, copy, copy_form, letter, letter_form, progress, progress_form,
};
pub(crate) use coverage::coverage;
pub(crate) use desk::desk;
pub(crate) use editions::editions;
pub(crate) use list::{TOP, list};
pub(crate) use note::{
    award, award_form, check, check_form, indicator, observation, results_form, stage, stage_form,
};
pub(crate) use replication::show as replication;
pub(crate) use samples::gallery;
pub(crate) use show::{counted_badge, short, show};
pub(crate) use tell::{add_form, create, edit_form, save};

use crate::store::{self, InnovationRow};
use base::{
    ids::InnovationId,
    refusal::{OrNotFound, Outcome, Refusal},
    web::Visit,
};

async fn asked(visit: &Visit, id: InnovationId) -> Outcome<InnovationRow> {
    store::find(&visit.app.db, id).await?.or_not_found()
}

/// The same, for those who may tell of it.
async fn asked_to_tell(visit: &Visit, id: InnovationId) -> Outcome<InnovationRow> {
    let row = asked(visit, id).await?;
    if crate::actions::may_tell(&visit.visitor, row.agency) {
        Ok(row)
    } else {
        Err(Refusal::NotAllowed("refusal-not-yours").into())
    }
}
