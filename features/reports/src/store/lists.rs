//! Which public reports stand where. Each list hands over ids with the moment they are ordered by.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    feature::Key,
    ids::{AgencyId, AreaCode, PersonId, ReportId},
    offences::Offence,
    sql, values,
};
use jiff::Timestamp;

/// An id and the moment in microseconds by which its list is ordered.
pub type Listed = (i64, i64);

/// The area that holds everything.
pub const EVERYWHERE: AreaCode = AreaCode(0);

pub async fn insert_area(tx: &mut Tx, report: ReportId, area: AreaCode) -> Result<()> {
    tx.execute(
        sql!("INSERT INTO report_areas (area, report_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"),
        values![area, report],
    )
    .await?;
    Ok(())
}

/// Shows a report; false when it is shown already. What a moderator hid is shown again.
pub async fn list(tx: &mut Tx, report: ReportId, at: Timestamp) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE reports SET listed_at = $2, hidden_at = NULL, hidden_reason = NULL
                 WHERE id = $1 AND listed_at IS NULL AND visibility <> 'secret' AND state <> 'refused'"
            ),
            values![report, at],
        )
        .await?;
    if rows == 1 {
        set_areas(tx, report, Some(at)).await?;
    }
    Ok(rows == 1)
}

/// Takes a report from sight; false when it is hidden already. One that was never shown will not be either.
pub async fn unlist(
    tx: &mut Tx,
    report: ReportId,
    (at, reason): (Timestamp, Offence),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE reports SET listed_at = NULL, hidden_at = $2, hidden_reason = $3
                 WHERE id = $1 AND hidden_at IS NULL"
            ),
            values![report, at, reason],
        )
        .await?;
    if rows == 1 {
        set_areas(tx, report, None).await?;
    }
    Ok(rows == 1)
}

/// Out of every list or back, without a word on the report itself: refused, or verified after all.
pub async fn set_areas(tx: &mut Tx, report: ReportId, listed_at: Option<Timestamp>) -> Result<()> {
    tx.execute(
        sql!("UPDATE report_areas SET listed_at = $2 WHERE report_id = $1"),
        values![report, listed_at],
    )
    .await?;
    Ok(())
}

pub async fn in_area(
    db: impl Reads,
    area: AreaCode,
    before: Key,
    limit: i64,
) -> Result<Vec<Listed>> {
    db.all(
        sql!(
            "SELECT report_id, listed_at FROM report_areas
             WHERE area = $1 AND listed_at IS NOT NULL AND (listed_at, report_id) < ($2, $3)
             ORDER BY listed_at DESC, report_id DESC LIMIT $4"
        ),
        values![area, before.at_us, before.id, limit],
    )
    .await
}

pub async fn of_person(
    db: impl Reads,
    person: PersonId,
    before: Key,
    limit: i64,
) -> Result<Vec<Listed>> {
    db.all(
        sql!(
            "SELECT id, listed_at FROM reports
             WHERE person_id = $1 AND listed_at IS NOT NULL AND state <> 'refused' AND (listed_at, id) < ($2, $3)
             ORDER BY listed_at DESC, id DESC LIMIT $4"
        ),
        values![person, before.at_us, before.id, limit],
    )
    .await
}

pub async fn of_agency(
    db: impl Reads,
    agency: AgencyId,
    before: Key,
    limit: i64,
) -> Result<Vec<Listed>> {
    db.all(
        sql!(
            "SELECT id, listed_at FROM reports
             WHERE agency_id = $1 AND listed_at IS NOT NULL AND state <> 'refused' AND (listed_at, id) < ($2, $3)
             ORDER BY listed_at DESC, id DESC LIMIT $4"
        ),
        values![agency, before.at_us, before.id, limit],
    )
    .await
}

/// What the public list is narrowed to; an empty text and 0 mean: any.
#[derive(Debug, Clone, Default)]
pub struct Narrowed {
    pub state: String,
    pub category: String,
    pub area: i64,
    pub agency: i64,
    /// 1: only those whose body owes a word.
    pub waiting: i64,
    /// 1: only those whose body's time is over.
    pub overdue: i64,
    pub now_us: i64,
}

pub async fn narrowed(
    db: impl Reads,
    by: &Narrowed,
    before: Key,
    limit: i64,
) -> Result<Vec<Listed>> {
    db.all(
        sql!(
            "SELECT a.report_id, a.listed_at FROM report_areas a JOIN reports r ON r.id = a.report_id
             WHERE a.area = $1 AND a.listed_at IS NOT NULL AND (a.listed_at, a.report_id) < ($2, $3)
               AND ($4 = '' OR r.state = $4) AND ($5 = '' OR r.category = $5)
               AND (CAST($6 AS BIGINT) = 0 OR r.agency_id = $6)
               AND (CAST($7 AS BIGINT) = 0 OR (r.turn = 'body' AND (r.due_at < $8 OR r.overdue_at IS NOT NULL)))
               AND (CAST($9 AS BIGINT) = 0 OR (r.turn = 'body' AND (r.state <> 'promised' OR r.promised_until IS NULL
                                                                    OR r.overdue_at IS NOT NULL)))
             ORDER BY a.listed_at DESC, a.report_id DESC LIMIT $10"
        ),
        values![
            by.area,
            before.at_us,
            before.id,
            &by.state,
            &by.category,
            by.agency,
            by.overdue,
            by.now_us,
            by.waiting,
            limit
        ],
    )
    .await
}

/// Public reports that a body owes a word on, a first one or another, the longest silence first; of one area, or
/// everywhere. What it promised for a day waits from that day on.
pub async fn unanswered(db: impl Reads, area: AreaCode, limit: i64) -> Result<Vec<Listed>> {
    db.all(
        sql!(
            "SELECT r.id, r.turn_since FROM reports r JOIN report_areas a ON a.report_id = r.id
             WHERE a.area = $1 AND a.listed_at IS NOT NULL AND r.turn = 'body' AND r.listed_at IS NOT NULL
               AND (r.state <> 'promised' OR r.promised_until IS NULL OR r.overdue_at IS NOT NULL)
             ORDER BY r.turn_since, r.id LIMIT $2"
        ),
        values![area, limit],
    )
    .await
}

/// The same of one body.
pub async fn unanswered_by(db: impl Reads, agency: AgencyId, limit: i64) -> Result<Vec<Listed>> {
    db.all(
        sql!(
            "SELECT id, turn_since FROM reports
             WHERE agency_id = $1 AND turn = 'body' AND listed_at IS NOT NULL
               AND (state <> 'promised' OR promised_until IS NULL OR overdue_at IS NOT NULL)
             ORDER BY turn_since, id LIMIT $2"
        ),
        values![agency, limit],
    )
    .await
}

/// Public reports of the same kind in an area since a moment, newest first.
pub async fn similar(
    db: impl Reads,
    area: AreaCode,
    category: &str,
    since: Timestamp,
) -> Result<Vec<Listed>> {
    db.all(
        sql!(
            "SELECT a.report_id, a.listed_at FROM report_areas a JOIN reports r ON r.id = a.report_id
             WHERE a.area = $1 AND a.listed_at IS NOT NULL AND r.category = $2 AND r.sent_at >= $3
             ORDER BY a.listed_at DESC, a.report_id DESC LIMIT 5"
        ),
        values![area, category, since],
    )
    .await
}

/// Public ones by id, for those who carry the list away.
pub async fn public_after(db: impl Reads, after: i64, limit: i64) -> Result<Vec<i64>> {
    let found: Vec<(i64,)> = db
        .all(
            sql!(
                "SELECT id FROM reports WHERE id > $1 AND listed_at IS NOT NULL AND state <> 'refused'
                 ORDER BY id LIMIT $2"
            ),
            values![after, limit],
        )
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
