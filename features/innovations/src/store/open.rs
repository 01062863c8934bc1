//! Public lists of what was done with innovations: stages, results.
use anyhow::Result;
use base::{db::Reads, open_data::OpenLine, sql, values};

/// Stages with their documents: name of the innovation, stage, day, document, its number and address, note.
pub async fn open_stages(db: impl Reads, after: i64, limit: i64) -> Result<Vec<OpenLine>> {
    db.all(
        sql!(
            "SELECT s.id, s.innovation_id, i.name, s.stage, s.on_date, s.document, s.document_number, s.document_link,
               s.note
             FROM innovation_stages s JOIN innovations i ON i.id = s.innovation_id
             WHERE s.id > $1 ORDER BY s.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// What is measured: name of the innovation, of the number, unit, baseline with its day and source, target.
pub async fn open_indicators(db: impl Reads, after: i64, limit: i64) -> Result<Vec<OpenLine>> {
    db.all(
        sql!(
            "SELECT n.id, n.innovation_id, i.name, n.name, n.unit, n.baseline, n.baseline_on, n.baseline_source, n.target
             FROM innovation_indicators n JOIN innovations i ON i.id = n.innovation_id
             WHERE n.id > $1 ORDER BY n.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// What was measured: name of the innovation, of the number, unit, value, day, source.
pub async fn open_observations(db: impl Reads, after: i64, limit: i64) -> Result<Vec<OpenLine>> {
    db.all(
        sql!(
            "SELECT o.id, n.innovation_id, i.name, n.name, n.unit, o.value, o.on_date, o.source
             FROM innovation_observations o JOIN innovation_indicators n ON n.id = o.indicator_id
               JOIN innovations i ON i.id = n.innovation_id
             WHERE o.id > $1 ORDER BY o.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}
