//! The pages: flagging and its outcome, the desk, the public log, the rules of the queue.
pub(crate) mod desk;
pub(crate) mod flag;
pub(crate) mod log;
pub(crate) mod restore;
pub(crate) mod rules;

use base::{
    refusal::{FieldErrors, Outcome},
    web::{Frame, Visit},
};

/// The number of errors stands in the title, where a screen reader says it first; none of these pages is for search
/// engines.
async fn frame(visit: &Visit, title: String, errors: &FieldErrors) -> Outcome<Frame> {
    let wrong = i64::try_from(errors.0.len()).unwrap_or(i64::MAX);
    let title = match wrong {
        0 => title,
        _ => format!("{} - {title}", visit.words().n("errors-heading", wrong)),
    };
    Ok(Frame { noindex: true, ..visit.frame(title).await? })
}
