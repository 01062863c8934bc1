//! Who sent a report. Read by the sender's own page, by letters to them, and by the desk; never for a body.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    feature::Leaving,
    ids::{PersonId, ReportId},
    row, sql, values,
};
use jiff::Timestamp;

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct SenderRow {
        pub report: ReportId,
        pub person: Option<PersonId>,
        pub email: Option<String>,
        pub phone: Option<String>,
        /// The language of letters.
        pub lang: String,
        pub code_hash: Option<String>,
        pub code_expires_at: Option<Timestamp>,
        pub code_tries: i64,
        pub confirmed_at: Option<Timestamp>,
        pub terms_version: Option<i64>,
    }
}

impl SenderRow {
    /// Whether they agreed to the terms: with their account, or with the code.
    pub fn consented(&self) -> bool {
        self.person.is_some() || self.confirmed_at.is_some()
    }
}

pub async fn insert_sender(tx: &mut Tx, sender: &SenderRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO report_senders (report_id, person_id, email, phone, lang, code_hash, code_expires_at,
                                         code_tries)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 0)"
        ),
        values![
            sender.report,
            sender.person,
            &sender.email,
            &sender.phone,
            &sender.lang,
            &sender.code_hash,
            sender.code_expires_at
        ],
    )
    .await?;
    Ok(())
}

pub async fn sender(db: impl Reads, report: ReportId) -> Result<Option<SenderRow>> {
    db.optional(
        sql!(
            "SELECT report_id, person_id, email, phone, lang, code_hash, code_expires_at, code_tries, confirmed_at,
                    terms_version
             FROM report_senders WHERE report_id = $1"
        ),
        values![report],
    )
    .await
}

/// A new code, tried never.
pub async fn set_code(
    tx: &mut Tx,
    report: ReportId,
    (code_hash, expires_at): (&str, Timestamp),
) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE report_senders SET code_hash = $2, code_expires_at = $3, code_tries = 0
             WHERE report_id = $1 AND confirmed_at IS NULL"
        ),
        values![report, code_hash, expires_at],
    )
    .await?;
    Ok(())
}

pub async fn count_try(tx: &mut Tx, report: ReportId) -> Result<()> {
    tx.execute(
        sql!("UPDATE report_senders SET code_tries = code_tries + 1 WHERE report_id = $1"),
        values![report],
    )
    .await?;
    Ok(())
}

/// False when it was confirmed before.
pub async fn confirm(
    tx: &mut Tx,
    report: ReportId,
    (at, terms_version): (Timestamp, i64),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE report_senders SET confirmed_at = $2, terms_version = $3, code_hash = NULL,
                        code_expires_at = NULL
                 WHERE report_id = $1 AND confirmed_at IS NULL"
            ),
            values![report, at, terms_version],
        )
        .await?;
    Ok(rows == 1)
}

/// How many public reports came from an account or, without one, from a confirmed address; counting stops at 51.
pub async fn shown_of(
    db: impl Reads,
    person: Option<PersonId>,
    email: Option<&str>,
) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!(
                "SELECT COUNT(*) FROM (
                   SELECT r.id FROM report_senders s JOIN reports r ON r.id = s.report_id
                   WHERE r.listed_at IS NOT NULL
                     AND (s.person_id = $1 OR (s.email = $2 AND s.confirmed_at IS NOT NULL)) LIMIT 51) AS few"
            ),
            values![person, email],
        )
        .await?;
    Ok(count)
}

/// What a person sent, newest first.
pub async fn sent_by(db: impl Reads, person: PersonId) -> Result<Vec<ReportId>> {
    let found: Vec<(ReportId,)> = db
        .all(
            sql!(
                "SELECT report_id FROM report_senders WHERE person_id = $1 ORDER BY report_id DESC LIMIT 50"
            ),
            values![person],
        )
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Forgets who sent the reports that ended before a moment; how many. Only the name that stands on the report stays.
pub async fn forget_contacts(tx: &mut Tx, before: Timestamp) -> Result<u64> {
    tx.execute(
        sql!(
            "UPDATE report_senders SET email = NULL, phone = NULL,
                    person_id = (SELECT r.person_id FROM reports r WHERE r.id = report_senders.report_id)
             WHERE report_id IN (
               SELECT r.id FROM reports r WHERE r.turn = 'nobody' AND r.turn_since < $1
                 AND (report_senders.email IS NOT NULL OR report_senders.phone IS NOT NULL
                      OR (report_senders.person_id IS NOT NULL AND r.person_id IS NULL)))"
        ),
        values![before],
    )
    .await
}

/// Someone's account ends: nobody is written to any more, and nothing says who sent it.
pub async fn forget_sender(tx: &mut Tx, gone: &Leaving) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE report_senders SET email = NULL, phone = NULL, person_id = NULL
             WHERE person_id = $1 OR email = $2 OR phone = $3"
        ),
        values![gone.person, &gone.email, &gone.phone],
    )
    .await?;
    Ok(())
}
