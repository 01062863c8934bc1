//! Stages, indicators with their observations, checks and awards.
use crate::{
    figure::Figure,
    innovation::{Level, Stage, State},
    record::{NewAward, NewCheck, NewIndicator, NewObservation, NewStage},
};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{InnovationId, PersonId},
    jiff::{Timestamp, civil::Date},
    row, sql, values,
};

row! {
    #[derive(Debug, Clone)]
    pub struct StageRow {
        pub stage: Stage,
        pub on: Date,
        pub document: Option<String>,
        pub document_number: Option<String>,
        pub document_link: Option<String>,
        pub note: Option<String>,
        pub at: Timestamp,
        pub person: Option<PersonId>,
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct IndicatorRow {
        pub id: i64,
        pub innovation: InnovationId,
        pub name: String,
        pub unit: String,
        pub baseline: Option<Figure>,
        pub baseline_on: Option<Date>,
        pub baseline_source: Option<String>,
        pub target: Option<Figure>,
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct ObservationRow {
        pub indicator: i64,
        pub value: Figure,
        pub on: Date,
        pub source: String,
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct CheckRow {
        pub state: State,
        pub note: Option<String>,
        pub at: Timestamp,
        pub person: Option<PersonId>,
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct AwardRow {
        pub year: i64,
        pub level: Level,
        pub title: String,
        pub source: String,
        pub link: Option<String>,
    }
}

/// Who notes something, and when; `id` is the new row's.
#[derive(Clone, Copy)]
pub struct Noted {
    pub id: i64,
    pub at: Timestamp,
    pub by: Option<PersonId>,
}

/// False when the same stage was noted for the same day.
pub async fn insert_stage(
    tx: &mut Tx,
    innovation: InnovationId,
    new: &NewStage,
    noted: Noted,
) -> Result<bool> {
    let on = new.on.to_string();
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO innovation_stages (id, innovation_id, stage, on_date, document, document_number,
                   document_link, note, at, person_id)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING"
            ),
            values![
                noted.id,
                innovation,
                new.stage,
                &on,
                &new.document,
                &new.document_number,
                &new.document_link,
                &new.note,
                noted.at,
                noted.by
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// The stage of the latest day becomes what lists show.
pub async fn show_latest_stage(tx: &mut Tx, innovation: InnovationId) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE innovations SET stage = (SELECT stage FROM innovation_stages WHERE innovation_id = $1
               ORDER BY on_date DESC, id DESC LIMIT 1)
             WHERE id = $1"
        ),
        values![innovation],
    )
    .await?;
    Ok(())
}

/// Oldest first.
pub async fn stages(db: impl Reads, innovation: InnovationId) -> Result<Vec<StageRow>> {
    db.all(
        sql!(
            "SELECT stage, on_date, document, document_number, document_link, note, at, person_id
             FROM innovation_stages WHERE innovation_id = $1 ORDER BY on_date, id LIMIT 200"
        ),
        values![innovation],
    )
    .await
}

/// False when the innovation has an indicator of this name.
pub async fn insert_indicator(
    tx: &mut Tx,
    innovation: InnovationId,
    new: &NewIndicator,
    noted: Noted,
) -> Result<bool> {
    let baseline = new.baseline.as_ref();
    let value = baseline.map(|baseline| baseline.value.to_string());
    let on = baseline.map(|baseline| baseline.on.to_string());
    let source = baseline.map(|baseline| baseline.source.clone());
    let target = new.target.map(|target| target.to_string());
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO innovation_indicators (id, innovation_id, name, unit, baseline, baseline_on,
                   baseline_source, target, at, person_id)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING"
            ),
            values![
                noted.id, innovation, &new.name, &new.unit, &value, &on, &source, &target, noted.at,
                noted.by
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn indicators(db: impl Reads, innovation: InnovationId) -> Result<Vec<IndicatorRow>> {
    db.all(
        sql!(
            "SELECT id, innovation_id, name, unit, baseline, baseline_on, baseline_source, target
             FROM innovation_indicators WHERE innovation_id = $1 ORDER BY id LIMIT 50"
        ),
        values![innovation],
    )
    .await
}

pub async fn insert_observation(
    tx: &mut Tx,
    indicator: i64,
    new: &NewObservation,
    noted: Noted,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO innovation_observations (id, indicator_id, value, on_date, source, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![
            noted.id,
            indicator,
            &new.value.to_string(),
            &new.on.to_string(),
            &new.source,
            noted.at,
            noted.by
        ],
    )
    .await?;
    Ok(())
}

/// Of all indicators of the innovation, by day; on one day the one noted last stands last.
pub async fn observations(db: impl Reads, innovation: InnovationId) -> Result<Vec<ObservationRow>> {
    db.all(
        sql!(
            "SELECT o.indicator_id, o.value, o.on_date, o.source FROM innovation_observations o
             JOIN innovation_indicators i ON i.id = o.indicator_id
             WHERE i.innovation_id = $1 ORDER BY o.indicator_id, o.on_date, o.id LIMIT 2000"
        ),
        values![innovation],
    )
    .await
}

/// Notes that somebody looked; lists show the newest.
pub async fn insert_check(
    tx: &mut Tx,
    innovation: InnovationId,
    new: &NewCheck,
    noted: Noted,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO innovation_checks (id, innovation_id, state, note, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        values![noted.id, innovation, new.state, &new.note, noted.at, noted.by],
    )
    .await?;
    tx.execute(
        sql!("UPDATE innovations SET state = $2, verified_at = $3, verified_by = $4 WHERE id = $1"),
        values![innovation, new.state, noted.at, noted.by],
    )
    .await?;
    Ok(())
}

/// Newest first.
pub async fn checks(db: impl Reads, innovation: InnovationId) -> Result<Vec<CheckRow>> {
    db.all(
        sql!(
            "SELECT state, note, at, person_id FROM innovation_checks WHERE innovation_id = $1
             ORDER BY id DESC LIMIT 50"
        ),
        values![innovation],
    )
    .await
}

/// False when it stands there already.
pub async fn insert_award(
    tx: &mut Tx,
    innovation: InnovationId,
    new: &NewAward,
    noted: Noted,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO innovation_awards (id, innovation_id, year, level, title, source, link, at, person_id)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING"
            ),
            values![
                noted.id,
                innovation,
                new.year,
                new.level,
                &new.title,
                &new.source,
                &new.link,
                noted.at,
                noted.by
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn awards(db: impl Reads, innovation: InnovationId) -> Result<Vec<AwardRow>> {
    db.all(
        sql!(
            "SELECT year, level, title, source, link FROM innovation_awards WHERE innovation_id = $1
             ORDER BY year DESC, id LIMIT 50"
        ),
        values![innovation],
    )
    .await
}
