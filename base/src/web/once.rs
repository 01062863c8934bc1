//! A form that adds something carries a key of its own: sent twice with the same words (a double click, a page sent again,
//! a line that broke after the answer left) it adds once, and the second time leads where the first did.
//!
//! ```text
//! form: <input type="hidden" name="form_key" value="{{ form_key }}">    `fresh`
//! act:  begin ─► `led_to`: sent before? go there ─► write ─► `leads_to` ─► commit
//! ```
use super::{Fields, Visit};
use crate::{db::Tx, refusal::Outcome, store};
use anyhow::Result;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};

/// The hidden field of the form.
const FIELD: &str = "form_key";
/// Nobody sends a page again that is older.
pub(super) const KEPT_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A key for a form that is shown.
pub fn fresh(visit: &Visit) -> String {
    crate::ids::short(visit.app.random.number().cast_signed() & i64::MAX)
}

/// Notes in the act's transaction that the form is sent; when it was before, where that led. A form that lost its key
/// counts as another.
pub async fn led_to(visit: &Visit, tx: &mut Tx, fields: &Fields) -> Outcome<Option<String>> {
    let Some(mark) = mark(visit, fields) else { return Ok(None) };
    let person = visit.person_id()?;
    if store::note_sent(tx, (person, &mark), "", visit.app.now()).await? {
        return Ok(None);
    }
    Ok(store::sent_path(tx, person, &mark).await?.map(|(path,)| path))
}

/// Where the act leads, for a form that is sent again; in the same transaction.
pub async fn leads_to(visit: &Visit, tx: &mut Tx, fields: &Fields, path: &str) -> Outcome<()> {
    if let Some(mark) = mark(visit, fields) {
        store::put_sent_path(tx, (visit.person_id()?, &mark), path).await?;
    }
    Ok(())
}

/// Other words in the same form are another act: who goes back and writes something else means it.
fn mark(visit: &Visit, fields: &Fields) -> Option<String> {
    if !fields.filled(FIELD) {
        return None;
    }
    let mut hash = Sha256::new();
    hash.update(visit.path.as_bytes());
    for (name, value) in fields.pairs() {
        for part in [name, value] {
            hash.update([0]);
            hash.update(part.as_bytes());
        }
    }
    Some(URL_SAFE_NO_PAD.encode(hash.finalize()))
}

/// Forgets forms that nobody sends again.
pub(super) async fn sweep(tx: &mut Tx, now: jiff::Timestamp) -> Result<()> {
    store::delete_old_sent(tx, now - KEPT_FOR).await?;
    Ok(())
}
