//! Requests about personal data and what the desk did with them.
use crate::requests::{ActRow, Request, RequestAct, RequestState};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{DataRequestId, PersonId},
    jiff::Timestamp,
    sql, values,
};

pub async fn insert_request(tx: &mut Tx, request: &Request, code_hash: Option<&str>) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO data_requests (id, number, code_hash, person_id, name, email, lang, kind, words,
               received_at, due_at, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        values![
            request.id,
            &request.number,
            code_hash,
            request.person,
            &request.name,
            &request.email,
            &request.lang,
            request.kind,
            &request.words,
            request.received_at,
            request.due_at,
            request.state
        ],
    )
    .await?;
    Ok(())
}

pub async fn request(db: impl Reads, id: DataRequestId) -> Result<Option<Request>> {
    db.optional(
        sql!(
            "SELECT id, number, person_id, name, email, lang, kind, words, received_at, due_at, state, answered_at
             FROM data_requests WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// In one state, those due first first.
pub async fn requests_in(db: impl Reads, state: RequestState) -> Result<Vec<Request>> {
    db.all(
        sql!(
            "SELECT id, number, person_id, name, email, lang, kind, words, received_at, due_at, state, answered_at
             FROM data_requests WHERE state = $1 ORDER BY due_at, id LIMIT 200"
        ),
        values![state],
    )
    .await
}

/// Those that were answered, newest first.
pub async fn requests_answered(db: impl Reads) -> Result<Vec<Request>> {
    db.all(
        sql!(
            "SELECT id, number, person_id, name, email, lang, kind, words, received_at, due_at, state, answered_at
             FROM data_requests WHERE state <> 'open' ORDER BY id DESC LIMIT 100"
        ),
        values![],
    )
    .await
}

pub async fn requests_of(db: impl Reads, person: PersonId) -> Result<Vec<Request>> {
    db.all(
        sql!(
            "SELECT id, number, person_id, name, email, lang, kind, words, received_at, due_at, state, answered_at
             FROM data_requests WHERE person_id = $1 ORDER BY id DESC LIMIT 50"
        ),
        values![person],
    )
    .await
}

/// Requests that a member has open.
pub async fn count_open_of(db: impl Reads, person: PersonId) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!("SELECT COUNT(*) FROM data_requests WHERE person_id = $1 AND state = 'open'"),
            values![person],
        )
        .await?;
    Ok(count)
}

/// By number and code, as its sender comes back.
pub async fn request_by_code(
    db: impl Reads,
    number: &str,
    code_hash: &str,
) -> Result<Option<Request>> {
    db.optional(
        sql!(
            "SELECT id, number, person_id, name, email, lang, kind, words, received_at, due_at, state, answered_at
             FROM data_requests WHERE number = $1 AND code_hash = $2"
        ),
        values![number, code_hash],
    )
    .await
}

/// False when it was answered meanwhile.
pub async fn answer_request(
    tx: &mut Tx,
    id: DataRequestId,
    state: RequestState,
    at: Timestamp,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE data_requests SET state = $2, answered_at = $3 WHERE id = $1 AND state = 'open'"
            ),
            values![id, state, at],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn insert_act(
    tx: &mut Tx,
    (id, request): (i64, DataRequestId),
    act: &ActRow,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO data_request_acts (id, request_id, at, person_id, act, ground, words)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![id, request, act.at, act.person, act.act, &act.ground, &act.words],
    )
    .await?;
    Ok(())
}

/// Everything that was done with a request, in order.
pub async fn acts(db: impl Reads, request: DataRequestId) -> Result<Vec<ActRow>> {
    db.all(
        sql!(
            "SELECT at, person_id, act, ground, words FROM data_request_acts
             WHERE request_id = $1 ORDER BY id LIMIT 200"
        ),
        values![request],
    )
    .await
}

/// What its sender may see: the answers, not the desk's notes.
pub async fn answers(db: impl Reads, request: DataRequestId) -> Result<Vec<ActRow>> {
    let acts = acts(db, request).await?;
    Ok(acts.into_iter().filter(|act| act.act != RequestAct::Noted).collect())
}

/// Someone's contact leaves requests that were answered; an open one keeps where its answer goes until it is.
pub async fn forget_requester(tx: &mut Tx, person: PersonId, email: Option<&str>) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE data_requests SET person_id = NULL, name = '', email = NULL, code_hash = NULL
             WHERE person_id = $1 OR email = $2"
        ),
        values![person, email],
    )
    .await?;
    Ok(())
}

/// What was answered before a day is kept without who asked.
pub async fn forget_old_requesters(tx: &mut Tx, answered_before: Timestamp) -> Result<u64> {
    tx.execute(
        sql!(
            "UPDATE data_requests SET name = '', email = NULL, code_hash = NULL
             WHERE answered_at < $1 AND (name <> '' OR email IS NOT NULL OR code_hash IS NOT NULL)"
        ),
        values![answered_before],
    )
    .await
}
