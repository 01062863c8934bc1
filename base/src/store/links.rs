//! What joins two subjects.
use crate::{
    db::{Reads, Tx},
    ids::{LinkId, PersonId},
    links::LinkKind,
    row, sql,
    subject::{Kind, Subject},
    values,
};
use anyhow::Result;
use jiff::Timestamp;

row! {
    /// Two subjects that belong together, and how.
    #[derive(Debug, Clone)]
    pub struct LinkRow {
        pub id: LinkId,
        pub from_kind: Kind,
        pub from_id: i64,
        pub to_kind: Kind,
        pub to_id: i64,
        pub kind: LinkKind,
        pub reason: Option<String>,
        /// With an end that nobody may read yet.
        pub waits: bool,
    }
}

impl LinkRow {
    /// The end that is not `subject`.
    pub fn other_end(&self, subject: Subject) -> Subject {
        let from = Subject::new(self.from_kind, self.from_id);
        if from == subject { Subject::new(self.to_kind, self.to_id) } else { from }
    }
}

/// False when the two are joined in this way already.
pub async fn insert_link(
    tx: &mut Tx,
    link: &LinkRow,
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
            "INSERT INTO links (id, from_kind, from_id, to_kind, to_id, kind, reason, at, person_id, waits)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING"
        ),
            values![
                link.id,
                link.from_kind,
                link.from_id,
                link.to_kind,
                link.to_id,
                link.kind,
                &link.reason,
                at,
                by,
                i64::from(link.waits)
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes away a link that the subject is one end of, and hands over what it was.
pub async fn delete_link(tx: &mut Tx, id: LinkId, subject: Subject) -> Result<Option<LinkRow>> {
    tx.optional(
        sql!(
            "DELETE FROM links WHERE id = $1
             AND ((from_kind = $2 AND from_id = $3) OR (to_kind = $2 AND to_id = $3))
             RETURNING id, from_kind, from_id, to_kind, to_id, kind, reason, waits <> 0"
        ),
        values![id, subject.kind, subject.id],
    )
    .await
}

/// The oldest thousand: more than one thing leads to or comes of. Those that wait are left out.
pub async fn links_of(db: impl Reads, subject: Subject) -> Result<Vec<LinkRow>> {
    db.all(
        sql!(
            "SELECT id, from_kind, from_id, to_kind, to_id, kind, reason, waits <> 0 FROM links
             WHERE (from_kind = $1 AND from_id = $2 AND waits = 0) OR (to_kind = $1 AND to_id = $2 AND waits = 0)
             ORDER BY id LIMIT 1000"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

/// Those that wait; a thousand at most.
pub async fn waiting_links_of(db: impl Reads, subject: Subject) -> Result<Vec<LinkRow>> {
    db.all(
        sql!(
            "SELECT id, from_kind, from_id, to_kind, to_id, kind, reason, waits <> 0 FROM links
             WHERE waits = 1 AND ((from_kind = $1 AND from_id = $2) OR (to_kind = $1 AND to_id = $2))
             ORDER BY id LIMIT 1000"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

/// One of them, if there is any.
pub async fn any_link(db: impl Reads, subject: Subject) -> Result<Option<(LinkId,)>> {
    db.optional(
        sql!(
            "SELECT id FROM links WHERE (from_kind = $1 AND from_id = $2) OR (to_kind = $1 AND to_id = $2) LIMIT 1"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

/// The links of a subject that may be read from now on.
pub async fn show_links(tx: &mut Tx, subject: Subject) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE links SET waits = 0
             WHERE waits = 1 AND ((from_kind = $1 AND from_id = $2) OR (to_kind = $1 AND to_id = $2))"
        ),
        values![subject.kind, subject.id],
    )
    .await?;
    Ok(())
}
