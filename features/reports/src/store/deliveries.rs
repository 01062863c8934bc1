//! To whom a report went, when, and whether it was theirs.
use crate::report::Way;
use anyhow::Result;
use base::{
    chain::days_between,
    clock::Zone,
    db::{Reads, Tx},
    ids::{AgencyId, PersonId, ReportId},
    row, sql, values,
};
use jiff::Timestamp;

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct DeliveryRow {
        pub id: i64,
        pub report: ReportId,
        pub agency: AgencyId,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub way: Way,
        /// What the desk passes on of a secret report.
        pub words: Option<String>,
        pub due_at: Option<Timestamp>,
        pub rule: Option<String>,
        pub received_at: Option<Timestamp>,
        pub returned_at: Option<Timestamp>,
        pub return_words: Option<String>,
    }
}

impl DeliveryRow {
    /// Whole days until the body said something: since it was sent to it, and since the body said that it has it.
    pub fn silent_days(&self, until: Timestamp, zone: Zone) -> (i64, Option<i64>) {
        let days = |since| days_between(zone.date(since), zone.date(until));
        let received = self.received_at.filter(|at| *at <= until);
        (days(self.at), received.map(days))
    }
}

/// The delivery to a body on which it spoke first at this moment.
pub fn answered(
    deliveries: &[DeliveryRow],
    agency: AgencyId,
    at: Timestamp,
) -> Option<&DeliveryRow> {
    deliveries.iter().rfind(|delivery| delivery.agency == agency && delivery.at <= at)
}

pub async fn insert_delivery(tx: &mut Tx, delivery: &DeliveryRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO report_deliveries (id, report_id, agency_id, at, person_id, way, words, due_at, rule)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        values![
            delivery.id,
            delivery.report,
            delivery.agency,
            delivery.at,
            delivery.person,
            delivery.way,
            &delivery.words,
            delivery.due_at,
            &delivery.rule
        ],
    )
    .await?;
    Ok(())
}

/// Oldest first.
pub async fn deliveries(db: impl Reads, report: ReportId) -> Result<Vec<DeliveryRow>> {
    db.all(
        sql!(
            "SELECT id, report_id, agency_id, at, person_id, way, words, due_at, rule, received_at, returned_at,
                    return_words
             FROM report_deliveries WHERE report_id = $1 ORDER BY at, id LIMIT 100"
        ),
        values![report],
    )
    .await
}

/// The newest delivery to a body; what it may still see.
pub async fn delivery_to(
    db: impl Reads,
    report: ReportId,
    agency: AgencyId,
) -> Result<Option<DeliveryRow>> {
    db.optional(
        sql!(
            "SELECT id, report_id, agency_id, at, person_id, way, words, due_at, rule, received_at, returned_at,
                    return_words
             FROM report_deliveries WHERE report_id = $1 AND agency_id = $2 ORDER BY at DESC, id DESC LIMIT 1"
        ),
        values![report, agency],
    )
    .await
}

pub async fn receive(tx: &mut Tx, delivery: i64, at: Timestamp) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE report_deliveries SET received_at = $2 WHERE id = $1 AND received_at IS NULL"
            ),
            values![delivery, at],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn give_back(tx: &mut Tx, delivery: i64, at: Timestamp, words: &str) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE report_deliveries SET returned_at = $2, return_words = $3
                 WHERE id = $1 AND returned_at IS NULL"
            ),
            values![delivery, at, words],
        )
        .await?;
    Ok(rows == 1)
}
