//! Who is signed in, on which browser, until when.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{PersonId, SessionId},
    jiff::{Timestamp, civil::Date},
    row, sql, values,
};

row! {
    /// A session as its owner sees it.
    #[derive(Debug, Clone)]
    pub struct SessionRow {
        pub id: SessionId,
        pub person: PersonId,
        pub started_at: Timestamp,
        /// A day: anything finer would be a diary of reading habits.
        pub seen_on: Date,
        pub expires_at: Timestamp,
        pub browser: String,
        /// Since when this browser is known; `None`: from before browsers were.
        pub device_since: Option<Date>,
    }
}

pub async fn insert_session(tx: &mut Tx, session: &SessionRow, token_hash: &str) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO sessions (id, token_hash, person_id, started_at, seen_on, expires_at, browser)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![
            session.id,
            token_hash,
            session.person,
            session.started_at,
            &session.seen_on.to_string(),
            session.expires_at,
            &session.browser
        ],
    )
    .await?;
    Ok(())
}

row! {
    /// A live session, its person, and one of the roles held (a row for each; none: nulls).
    #[derive(Debug, Clone)]
    pub struct IdentityRow {
        pub session: SessionId,
        pub seen_on: Date,
        pub person: PersonId,
        pub name: String,
        pub role: Option<String>,
        pub scope_kind: Option<String>,
        pub scope_id: Option<i64>,
        /// Since when a second factor is asked for.
        pub second_at: Option<Timestamp>,
    }
}

/// The live session with this token, its person and roles: one question for each request.
pub async fn identity(
    db: impl Reads,
    token_hash: &str,
    now: Timestamp,
) -> Result<Vec<IdentityRow>> {
    db.all(
        sql!(
            "SELECT s.id, s.seen_on, p.id, COALESCE(p.pen_name, p.name), g.role, g.scope_kind, g.scope_id,
               COALESCE(f.confirmed_at, (SELECT MIN(k.added_at) FROM passkeys k WHERE k.person_id = p.id))
             FROM sessions s JOIN people p ON p.id = s.person_id
             LEFT JOIN grants g ON g.person_id = p.id AND g.ended_at IS NULL
             LEFT JOIN second_factors f ON f.person_id = p.id
             WHERE s.token_hash = $1 AND s.expires_at > $2"
        ),
        values![token_hash, now],
    )
    .await
}

/// Notes the day of a visit, once.
pub async fn touch_session(
    tx: &mut Tx,
    id: SessionId,
    seen_on: Date,
    expires_at: Timestamp,
) -> Result<()> {
    tx.execute(
        sql!("UPDATE sessions SET seen_on = $2, expires_at = $3 WHERE id = $1 AND seen_on < $2"),
        values![id, &seen_on.to_string(), expires_at],
    )
    .await?;
    Ok(())
}

/// Gives a session another token; the old one opens nothing any more.
pub async fn set_token(tx: &mut Tx, id: SessionId, token_hash: &str) -> Result<()> {
    tx.execute(sql!("UPDATE sessions SET token_hash = $2 WHERE id = $1"), values![id, token_hash])
        .await?;
    Ok(())
}

/// A person's live sessions, newest first.
pub async fn sessions_of(
    db: impl Reads,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<SessionRow>> {
    db.all(
        sql!(
            "SELECT s.id, s.person_id, s.started_at, s.seen_on, s.expires_at, s.browser, d.first_seen_on
             FROM sessions s LEFT JOIN devices d ON d.id = s.device_id
             WHERE s.person_id = $1 AND s.expires_at > $2 ORDER BY s.id DESC LIMIT 100"
        ),
        values![person, now],
    )
    .await
}

/// Ends one session of this person; false when it is not theirs.
pub async fn delete_session(tx: &mut Tx, id: SessionId, person: PersonId) -> Result<bool> {
    let rows = tx
        .execute(sql!("DELETE FROM sessions WHERE id = $1 AND person_id = $2"), values![id, person])
        .await?;
    Ok(rows == 1)
}

/// Ends all sessions of a person but one, if one is named.
pub async fn delete_sessions_of(
    tx: &mut Tx,
    person: PersonId,
    but: Option<SessionId>,
) -> Result<u64> {
    let but = but.unwrap_or(SessionId(0));
    tx.execute(sql!("DELETE FROM sessions WHERE person_id = $1 AND id <> $2"), values![person, but])
        .await
}

pub async fn delete_expired_sessions(tx: &mut Tx, now: Timestamp) -> Result<u64> {
    tx.execute(sql!("DELETE FROM sessions WHERE expires_at <= $1"), values![now]).await
}
