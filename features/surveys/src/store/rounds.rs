//! Rounds, their states, and the lists that they stand in.
use crate::round::{Correction, NewRound, Round, State};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    feature::Key,
    ids::{AgencyId, AreaCode, PersonId, ServiceId, SurveyRoundId},
    jiff::Timestamp,
    sql, values,
};

pub async fn insert_round(
    tx: &mut Tx,
    (id, new): (SurveyRoundId, &NewRound),
    (area, rules): (Option<AreaCode>, &str),
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<()> {
    let kinds = new.kinds.join("\n");
    let (from, to) = (new.from.to_string(), new.to.to_string());
    tx.execute(
        sql!(
            "INSERT INTO survey_rounds (id, at, person_id, agency_id, area, title, service_id, service, kinds, provider,
               from_on, to_on, population, rules, weight, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'draft')"
        ),
        values![
            id,
            at,
            by,
            new.agency,
            area,
            &new.title,
            new.service_id,
            &new.service,
            &kinds,
            new.provider,
            &from,
            &to,
            new.population,
            rules,
            new.weight
        ],
    )
    .await?;
    Ok(())
}

/// Changes a draft; false when it is none any more.
pub async fn change_draft(tx: &mut Tx, id: SurveyRoundId, new: &NewRound) -> Result<bool> {
    let kinds = new.kinds.join("\n");
    let (from, to) = (new.from.to_string(), new.to.to_string());
    let rows = tx
        .execute(
            sql!(
                "UPDATE survey_rounds SET title = $2, service_id = $3, service = $4, kinds = $5, from_on = $6, to_on = $7,
                   population = $8, weight = $9
                 WHERE id = $1 AND state = 'draft'"
            ),
            values![
                id,
                &new.title,
                new.service_id,
                &new.service,
                &kinds,
                &from,
                &to,
                new.population,
                new.weight
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Puts right what may be while a round runs or before it is published; false when it is neither.
pub async fn correct_round(tx: &mut Tx, id: SurveyRoundId, right: &Correction) -> Result<bool> {
    let to = right.to.to_string();
    let rows = tx
        .execute(
            sql!(
                "UPDATE survey_rounds SET title = $2, to_on = $3, population = $4
                 WHERE id = $1 AND state IN ('open', 'closed')"
            ),
            values![id, &right.title, &to, right.population],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn delete_areas(tx: &mut Tx, id: SurveyRoundId) -> Result<()> {
    tx.execute(sql!("DELETE FROM survey_areas WHERE round_id = $1"), values![id]).await?;
    Ok(())
}

pub async fn delete_states(tx: &mut Tx, id: SurveyRoundId) -> Result<()> {
    tx.execute(sql!("DELETE FROM survey_states WHERE round_id = $1"), values![id]).await?;
    Ok(())
}

/// A draft; what hangs on it goes first.
pub async fn delete_round(tx: &mut Tx, id: SurveyRoundId) -> Result<()> {
    let sql = sql!("DELETE FROM survey_rounds WHERE id = $1 AND state = 'draft'");
    tx.execute(sql, values![id]).await?;
    Ok(())
}

pub async fn insert_area(tx: &mut Tx, area: AreaCode, id: SurveyRoundId) -> Result<()> {
    tx.execute(
        sql!("INSERT INTO survey_areas (area, round_id) VALUES ($1, $2)"),
        values![area, id],
    )
    .await?;
    Ok(())
}

pub async fn insert_state(
    tx: &mut Tx,
    (id, round, state): (i64, SurveyRoundId, State),
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO survey_states (id, round_id, state, at, person_id) VALUES ($1, $2, $3, $4, $5)"
        ),
        values![id, round, state, at, by],
    )
    .await?;
    Ok(())
}

/// Brings a round from one state to the next; false when someone else was quicker. `listed_at` stays where none is given.
pub async fn turn(
    tx: &mut Tx,
    id: SurveyRoundId,
    (from, to): (State, State),
    listed_at: Option<Timestamp>,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE survey_rounds SET state = $3, listed_at = COALESCE($4, listed_at) WHERE id = $1 AND state = $2"
            ),
            values![id, from, to, listed_at],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn states(
    db: impl Reads,
    id: SurveyRoundId,
) -> Result<Vec<(State, Timestamp, Option<PersonId>)>> {
    db.all(
        sql!("SELECT state, at, person_id FROM survey_states WHERE round_id = $1 ORDER BY id"),
        values![id],
    )
    .await
}

pub async fn find(db: impl Reads, id: SurveyRoundId) -> Result<Option<Round>> {
    db.optional(
        sql!(
            "SELECT id, at, person_id, agency_id, area, title, service_id, service, kinds, provider, from_on, to_on,
               population, rules, weight, state, listed_at
             FROM survey_rounds WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// The same, kept from changing its state until the transaction ends.
pub async fn hold(tx: &mut Tx, id: SurveyRoundId) -> Result<Option<Round>> {
    tx.execute(sql!("UPDATE survey_rounds SET state = state WHERE id = $1"), values![id]).await?;
    find(tx, id).await
}

/// Rounds that anyone may see, of a body and of an area if given, newest first.
pub async fn listed(
    db: impl Reads,
    (agency, area): (Option<AgencyId>, Option<AreaCode>),
    before: Key,
    limit: i64,
) -> Result<Vec<Round>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, agency_id, area, title, service_id, service, kinds, provider, from_on, to_on,
               population, rules, weight, state, listed_at
             FROM survey_rounds
             WHERE listed_at IS NOT NULL AND (listed_at < $1 OR (listed_at = $1 AND id < $2))
               AND (CAST($3 AS BIGINT) = 0 OR agency_id = $3)
               AND (CAST($4 AS BIGINT) = 0 OR EXISTS (SELECT 1 FROM survey_areas a WHERE a.area = $4 AND a.round_id = survey_rounds.id))
             ORDER BY listed_at DESC, id DESC LIMIT $5"
        ),
        values![
            before.at_us,
            before.id,
            agency.map_or(0, |id| id.0),
            area.map_or(0, |code| code.0),
            limit
        ],
    )
    .await
}

/// Every round, for those who look after all.
pub async fn all(db: impl Reads, before: SurveyRoundId, limit: i64) -> Result<Vec<Round>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, agency_id, area, title, service_id, service, kinds, provider, from_on, to_on,
               population, rules, weight, state, listed_at
             FROM survey_rounds WHERE id < $1 ORDER BY id DESC LIMIT $2"
        ),
        values![before, limit],
    )
    .await
}

/// The citizens' rounds.
pub async fn of_citizens(db: impl Reads, before: SurveyRoundId, limit: i64) -> Result<Vec<Round>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, agency_id, area, title, service_id, service, kinds, provider, from_on, to_on,
               population, rules, weight, state, listed_at
             FROM survey_rounds WHERE provider = 'citizens' AND id < $1 ORDER BY id DESC LIMIT $2"
        ),
        values![before, limit],
    )
    .await
}

/// The own rounds of some bodies.
pub async fn own_of(
    db: impl Reads,
    agencies: &[i64],
    before: SurveyRoundId,
    limit: i64,
) -> Result<Vec<Round>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, agency_id, area, title, service_id, service, kinds, provider, from_on, to_on,
               population, rules, weight, state, listed_at
             FROM survey_rounds WHERE provider = 'own' AND agency_id IN {ids:1} AND id < $2 ORDER BY id DESC LIMIT $3"
        ),
        values![agencies, before, limit],
    )
    .await
}

/// Published rounds by id, for those who carry the list away.
pub async fn published_after(db: impl Reads, after: i64, limit: i64) -> Result<Vec<Round>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, agency_id, area, title, service_id, service, kinds, provider, from_on, to_on,
               population, rules, weight, state, listed_at
             FROM survey_rounds WHERE state = 'published' AND id > $1 ORDER BY id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// Published rounds of the same service, the latest period first.
pub async fn of_service(db: impl Reads, round: &Round, limit: i64) -> Result<Vec<Round>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, agency_id, area, title, service_id, service, kinds, provider, from_on, to_on,
               population, rules, weight, state, listed_at
             FROM survey_rounds
             WHERE state = 'published' AND agency_id = $1 AND provider = $2
               AND ((service_id IS NOT NULL AND service_id = $3) OR service = $4)
             ORDER BY to_on DESC, id DESC LIMIT $5"
        ),
        values![
            round.agency,
            round.provider,
            round.service_id.unwrap_or(ServiceId(0)),
            &round.service,
            limit
        ],
    )
    .await
}
