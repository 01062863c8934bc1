//! What was promised.
use crate::promise::{NewPromise, Promise, PromiseVersion};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AgencyId, PersonId, PromiseId},
    jiff::{Timestamp, civil::Date},
    sql,
    subject::Subject,
    values,
};

pub async fn insert_promise(
    tx: &mut Tx,
    (id, new): (PromiseId, &NewPromise),
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<()> {
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    let (until, said_on) = (day(new.until), day(new.said_on));
    tx.execute(
        sql!(
            "INSERT INTO promises (id, subject_kind, subject_id, agency_id, who, what, until_day, said_on, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        values![
            id,
            new.subject.kind,
            new.subject.id,
            new.agency,
            &new.who,
            &new.what,
            &until,
            &said_on,
            at,
            by
        ],
    )
    .await?;
    Ok(())
}

/// False when it was kept already.
pub async fn keep_promise(
    tx: &mut Tx,
    id: PromiseId,
    (proof, on): (&str, Date),
    by: Option<PersonId>,
) -> Result<bool> {
    let on = on.to_string();
    let rows = tx
        .execute(
            sql!(
                "UPDATE promises SET kept_on = $2, proof = $3, kept_by = $4
                 WHERE id = $1 AND kept_on IS NULL"
            ),
            values![id, &on, proof, by],
        )
        .await?;
    Ok(rows == 1)
}

/// False when it was kept: what was shown to be done is not rewritten.
pub async fn update_promise(tx: &mut Tx, id: PromiseId, new: &NewPromise) -> Result<bool> {
    let until = new.until.map(|day| day.to_string());
    let rows = tx
        .execute(
            sql!(
                "UPDATE promises SET agency_id = $2, who = $3, what = $4, until_day = $5
                 WHERE id = $1 AND kept_on IS NULL"
            ),
            values![id, new.agency, &new.who, &new.what, &until],
        )
        .await?;
    Ok(rows == 1)
}

/// Keeps how a promise reads, before it is corrected.
pub async fn insert_version(
    tx: &mut Tx,
    (id, promise): (i64, &Promise),
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<()> {
    let until = promise.until.map(|day| day.to_string());
    tx.execute(
        sql!(
            "INSERT INTO promise_versions (id, promise_id, at, person_id, who, what, until_day)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![id, promise.id, at, by, &promise.who, &promise.what, &until],
    )
    .await?;
    Ok(())
}

/// How these promises read before, oldest first.
pub async fn promise_versions(db: impl Reads, promises: &[i64]) -> Result<Vec<PromiseVersion>> {
    db.all(
        sql!(
            "SELECT promise_id, at, who, what, until_day FROM promise_versions
             WHERE promise_id IN {ids:1} ORDER BY id LIMIT 500"
        ),
        values![promises],
    )
    .await
}

pub async fn delete_versions(tx: &mut Tx, promise: PromiseId) -> Result<()> {
    let sql = sql!("DELETE FROM promise_versions WHERE promise_id = $1");
    tx.execute(sql, values![promise]).await?;
    Ok(())
}

/// Holds the row until the transaction ends, and reads it after that.
pub async fn hold_promise(tx: &mut Tx, id: PromiseId) -> Result<Option<Promise>> {
    tx.execute(sql!("UPDATE promises SET what = what WHERE id = $1"), values![id]).await?;
    find_promise(tx, id).await
}

/// False when it was kept.
pub async fn delete_promise(tx: &mut Tx, id: PromiseId) -> Result<bool> {
    let sql = sql!("DELETE FROM promises WHERE id = $1 AND kept_on IS NULL");
    Ok(tx.execute(sql, values![id]).await? == 1)
}

pub async fn find_promise(db: impl Reads, id: PromiseId) -> Result<Option<Promise>> {
    db.optional(
        sql!(
            "SELECT id, subject_kind, subject_id, agency_id, who, what, until_day, said_on, kept_on,
                    CASE WHEN proof_hidden_at IS NULL THEN proof END, hidden_at
             FROM promises WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// In the order in which they were noted.
pub async fn promises_of(db: impl Reads, subject: Subject) -> Result<Vec<Promise>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, agency_id, who, what, until_day, said_on, kept_on,
                    CASE WHEN proof_hidden_at IS NULL THEN proof END, hidden_at
             FROM promises WHERE subject_kind = $1 AND subject_id = $2 ORDER BY id LIMIT 200"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

/// By id, from the first after `after`.
pub async fn promises_page(db: impl Reads, after: PromiseId, limit: i64) -> Result<Vec<Promise>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, agency_id, who, what, until_day, said_on, kept_on,
                    CASE WHEN proof_hidden_at IS NULL THEN proof END, hidden_at
             FROM promises WHERE id > $1 ORDER BY id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// Those that are not kept first, by their last day; then the kept ones, the latest first.
pub async fn promises_by(db: impl Reads, agency: AgencyId) -> Result<Vec<Promise>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, agency_id, who, what, until_day, said_on, kept_on,
                    CASE WHEN proof_hidden_at IS NULL THEN proof END, hidden_at
             FROM promises WHERE agency_id = $1
             ORDER BY CASE WHEN kept_on IS NULL THEN 0 ELSE 1 END,
               CASE WHEN kept_on IS NULL THEN COALESCE(until_day, '9999-12-31') END, kept_on DESC, id DESC
             LIMIT 200"
        ),
        values![agency],
    )
    .await
}

/// Takes a promise from sight, or shows it.
pub async fn set_hidden(
    tx: &mut Tx,
    promise: PromiseId,
    hidden_at: Option<Timestamp>,
) -> Result<()> {
    let sql = sql!("UPDATE promises SET hidden_at = $2 WHERE id = $1");
    tx.execute(sql, values![promise, hidden_at]).await?;
    Ok(())
}

/// The same of what shows that a body's promises on a subject were kept, in these words.
pub async fn set_proof_hidden(
    tx: &mut Tx,
    (subject, agency, proof): (Subject, AgencyId, &str),
    hidden_at: Option<Timestamp>,
) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE promises SET proof_hidden_at = $5
             WHERE subject_kind = $1 AND subject_id = $2 AND agency_id = $3 AND proof = $4"
        ),
        values![subject.kind, subject.id, agency, proof, hidden_at],
    )
    .await?;
    Ok(())
}
