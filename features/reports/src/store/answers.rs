//! What bodies say: answers, promises, repairs.
use crate::report::{AnswerKind, Way};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AgencyId, AnswerId, PersonId, PromiseId, ReportId},
    jiff::civil::Date,
    offences::Offence,
    row, sql, values,
};
use jiff::Timestamp;

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct AnswerRow {
        pub id: AnswerId,
        pub report: ReportId,
        pub agency: AgencyId,
        pub kind: AnswerKind,
        pub at: Timestamp,
        /// The officer who wrote it, or who noted it at the desk.
        pub person: Option<PersonId>,
        pub way: Way,
        pub on: Option<Date>,
        pub text: String,
        pub link: Option<String>,
        pub until: Option<Date>,
        /// When a moderator took it from sight, and why.
        pub hidden_at: Option<Timestamp>,
        pub hidden_reason: Option<Offence>,
        /// The same on the body's own page.
        pub promise: Option<PromiseId>,
    }
}

/// False when the same words were said before.
pub async fn insert_answer(tx: &mut Tx, answer: &AnswerRow, once_hash: &str) -> Result<bool> {
    let day = |date: Option<Date>| date.map(|day| day.to_string());
    let (on, until) = (day(answer.on), day(answer.until));
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO report_answers (id, report_id, agency_id, kind, at, person_id, way, on_day, text, link,
                                             until, once_hash)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                 ON CONFLICT (report_id, once_hash) DO NOTHING"
            ),
            values![
                answer.id,
                answer.report,
                answer.agency,
                answer.kind,
                answer.at,
                answer.person,
                answer.way,
                &on,
                &answer.text,
                &answer.link,
                &until,
                once_hash
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Which promise on the body's page an answer made.
pub async fn set_promise(tx: &mut Tx, id: AnswerId, promise: PromiseId) -> Result<()> {
    let sql = sql!("UPDATE report_answers SET promise_id = $2 WHERE id = $1");
    tx.execute(sql, values![id, promise]).await?;
    Ok(())
}

/// What was said on a report, oldest first.
pub async fn answers(db: impl Reads, report: ReportId) -> Result<Vec<AnswerRow>> {
    db.all(
        sql!(
            "SELECT id, report_id, agency_id, kind, at, person_id, way, on_day, text, link, until,
                    hidden_at, hidden_reason, promise_id
             FROM report_answers WHERE report_id = $1 ORDER BY at, id LIMIT 100"
        ),
        values![report],
    )
    .await
}

pub async fn answer(db: impl Reads, id: AnswerId) -> Result<Option<AnswerRow>> {
    db.optional(
        sql!(
            "SELECT id, report_id, agency_id, kind, at, person_id, way, on_day, text, link, until,
                    hidden_at, hidden_reason, promise_id
             FROM report_answers WHERE id = $1"
        ),
        values![id],
    )
    .await
}

pub async fn count_answers(db: impl Reads, report: ReportId) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!("SELECT COUNT(*) FROM report_answers WHERE report_id = $1"),
            values![report],
        )
        .await?;
    Ok(count)
}

/// Shows an answer; false when it is shown.
pub async fn show_answer(tx: &mut Tx, id: AnswerId) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE report_answers SET hidden_at = NULL, hidden_reason = NULL
                 WHERE id = $1 AND hidden_at IS NOT NULL"
            ),
            values![id],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes an answer from sight; false when it is hidden.
pub async fn hide_answer(
    tx: &mut Tx,
    id: AnswerId,
    (at, reason): (Timestamp, Offence),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE report_answers SET hidden_at = $2, hidden_reason = $3
                 WHERE id = $1 AND hidden_at IS NULL"
            ),
            values![id, at, reason],
        )
        .await?;
    Ok(rows == 1)
}

row! {
    /// An answer that anyone may read, with the number of its report.
    pub struct OpenAnswer {
        pub id: AnswerId,
        pub number: String,
        pub agency: AgencyId,
        pub kind: AnswerKind,
        pub at: Timestamp,
        pub on: Option<Date>,
        pub text: String,
        pub link: Option<String>,
        pub until: Option<Date>,
    }
}

/// Of public reports, what moderators took from sight left out.
pub async fn open_answers(db: impl Reads, after: i64, limit: i64) -> Result<Vec<OpenAnswer>> {
    db.all(
        sql!(
            "SELECT a.id, r.number, a.agency_id, a.kind, a.at, a.on_day, a.text, a.link, a.until
             FROM report_answers a JOIN reports r ON r.id = a.report_id
             WHERE a.id > $1 AND a.hidden_at IS NULL AND r.listed_at IS NOT NULL AND r.state <> 'refused'
             ORDER BY a.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}
