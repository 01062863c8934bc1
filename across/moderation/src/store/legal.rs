//! The register of what authorities order and ask.
use crate::legal::{LegalMatter, MatterKind, MatterState, Verdict};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{LegalRequestId, PersonId},
    row, sql, values,
};
use jiff::Timestamp;

row! {
    /// How many of one kind ended in one way, and how many of them after their hours.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct CountRow {
        pub kind: MatterKind,
        pub state: MatterState,
        pub count: i64,
        pub late: i64,
    }
}

pub async fn insert_matter(tx: &mut Tx, matter: &LegalMatter) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO legal_matters (id, number, kind, authority, reference, basis, asked, received_at, due_at,
                                        entered_at, entered_by, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        values![
            matter.id,
            &matter.number,
            matter.kind,
            &matter.authority,
            &matter.reference,
            &matter.basis,
            &matter.asked,
            matter.received_at,
            matter.due_at,
            matter.entered_at,
            matter.entered_by,
            matter.state
        ],
    )
    .await?;
    Ok(())
}

pub async fn matter(db: impl Reads, id: LegalRequestId) -> Result<Option<LegalMatter>> {
    db.optional(
        sql!(
            "SELECT id, number, kind, authority, reference, basis, asked, received_at, due_at, entered_at, entered_by,
                    state, given, reason, decided_at, decided_by
             FROM legal_matters WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// The first due first; what has no clock stands last.
pub async fn open_matters(db: impl Reads, limit: i64) -> Result<Vec<LegalMatter>> {
    db.all(
        sql!(
            "SELECT id, number, kind, authority, reference, basis, asked, received_at, due_at, entered_at, entered_by,
                    state, given, reason, decided_at, decided_by
             FROM legal_matters WHERE state = 'open'
             ORDER BY CASE WHEN due_at IS NULL THEN 1 ELSE 0 END, due_at, id LIMIT $1"
        ),
        values![limit],
    )
    .await
}

/// The newest first.
pub async fn decided_matters(db: impl Reads, limit: i64) -> Result<Vec<LegalMatter>> {
    db.all(
        sql!(
            "SELECT id, number, kind, authority, reference, basis, asked, received_at, due_at, entered_at, entered_by,
                    state, given, reason, decided_at, decided_by
             FROM legal_matters WHERE state <> 'open' ORDER BY id DESC LIMIT $1"
        ),
        values![limit],
    )
    .await
}

/// False when somebody decided meanwhile.
pub async fn decide_matter(
    tx: &mut Tx,
    id: LegalRequestId,
    verdict: &Verdict,
    (by, at): (PersonId, Timestamp),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE legal_matters SET state = $2, given = $3, reason = $4, decided_at = $5, decided_by = $6
                 WHERE id = $1 AND state = 'open'"
            ),
            values![id, verdict.state, &verdict.given, &verdict.reason, at, by],
        )
        .await?;
    Ok(rows == 1)
}

/// When the first one came in.
pub async fn first_received(db: impl Reads) -> Result<Option<Timestamp>> {
    let found = db
        .optional::<(Timestamp,)>(
            sql!("SELECT received_at FROM legal_matters ORDER BY received_at LIMIT 1"),
            values![],
        )
        .await?;
    Ok(found.map(|(at,)| at))
}

/// What came in within a span, by kind and by how it ended; late are those past their hours now, or when they ended.
pub async fn count_matters(
    db: impl Reads,
    (from, until): (Timestamp, Timestamp),
    now: Timestamp,
) -> Result<Vec<CountRow>> {
    db.all(
        sql!(
            "SELECT kind, state, COUNT(*),
                    CAST(SUM(CASE WHEN due_at IS NOT NULL AND COALESCE(decided_at, $3) > due_at THEN 1 ELSE 0 END) AS BIGINT)
             FROM legal_matters WHERE received_at >= $1 AND received_at < $2
             GROUP BY kind, state ORDER BY kind, state"
        ),
        values![from, until, now],
    )
    .await
}

/// How many wait for a decision.
pub async fn count_open_matters(db: impl Reads) -> Result<i64> {
    let count = sql!("SELECT COUNT(*) FROM legal_matters WHERE state = 'open'");
    let (count,) = db.one::<(i64,)>(count, values![]).await?;
    Ok(count)
}
