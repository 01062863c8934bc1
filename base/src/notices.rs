//! What the site has to tell someone about their own things, until they say that they have read it. Letters say the same
//! to those who have an address.
use crate::{
    app::App,
    db::{Reads, Tx},
    ids::PersonId,
    offences::Offence,
    store::{self, NoticeRow},
    subject::Kind,
    web::Visit,
};
use anyhow::Result;

/// The sentence is `person-notice-{word}`, with `$what` and `$reason`.
#[derive(Debug, Clone)]
pub struct Notice<'a> {
    pub word: &'static str,
    /// What it is about.
    pub kind: Kind,
    pub reason: Option<Offence>,
    /// Where more stands.
    pub path: &'a str,
}

/// So many are kept for each; the oldest make room.
const KEPT: i64 = 100;

/// Leaves a notice in the transaction that does what it tells of.
pub async fn tell(app: &App, tx: &mut Tx, person: PersonId, notice: Notice<'_>) -> Result<()> {
    let row = NoticeRow {
        id: app.make_id(),
        person,
        word: notice.word.to_owned(),
        kind: notice.kind,
        reason: notice.reason,
        path: notice.path.to_owned(),
        at: app.now(),
        seen_at: None,
    };
    store::insert_notice(tx, &row).await?;
    store::delete_old_notices(tx, person, KEPT).await
}

/// The newest fifty.
pub async fn of(db: impl Reads, person: PersonId) -> Result<Vec<NoticeRow>> {
    store::notices_of(db, person).await
}

/// How many the visitor has yet to read.
pub(crate) async fn of_visitor(visit: &Visit) -> Result<i64> {
    match visit.visitor.id() {
        Some(person) => store::count_unseen_notices(&visit.app.db, person).await,
        None => Ok(0),
    }
}

pub async fn note_read(app: &App, tx: &mut Tx, person: PersonId) -> Result<()> {
    store::note_notices_read(tx, person, app.now()).await
}

/// An account ends.
pub async fn forget(tx: &mut Tx, person: PersonId) -> Result<()> {
    store::delete_old_notices(tx, person, 0).await
}
