//! The pages: flagging and its outcome, the desk, a person and what is done to them, the public log, the rules of the queue.
pub(crate) mod appeals;
pub(crate) mod complaints;
pub(crate) mod desk;
pub(crate) mod flag;
pub(crate) mod legal;
pub(crate) mod log;
pub(crate) mod news;
pub(crate) mod person;
pub(crate) mod restore;
pub(crate) mod rules;

use base::{
    refusal::{FieldErrors, Outcome},
    web::{Frame, Visit},
};

/// The number of errors stands in the title, where a screen reader says it first; none of these pages is for search
/// engines.
async fn frame(visit: &Visit, title: String, errors: &FieldErrors) -> Outcome<Frame> {
    let mut f = visit.frame(title).await?;
    f.count_errors(errors.0.len());
    Ok(Frame { noindex: true, ..f })
}
