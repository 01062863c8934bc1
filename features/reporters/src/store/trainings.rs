//! Trainings, and who comes to them.
use crate::{
    reporter::State,
    training::{NewTraining, Training},
};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{PersonId, TrainingId},
    jiff::Timestamp,
    row, sql, values,
};

row! {
    /// Someone who comes, or came, and where they stand now.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct ParticipantRow {
        pub person: PersonId,
        pub state: State,
        pub attended_at: Option<Timestamp>,
    }
}

pub async fn insert_training(
    tx: &mut Tx,
    (id, by): (TrainingId, PersonId),
    new: &NewTraining,
    at: Timestamp,
) -> Result<()> {
    let (first, last) = (new.starts_on.to_string(), new.ends_on.to_string());
    tx.execute(
        sql!(
            "INSERT INTO trainings (id, title, starts_on, ends_on, area, place, organiser, curriculum, at, made_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        values![
            id,
            &new.title,
            &first,
            &last,
            new.area,
            &new.place,
            &new.organiser,
            &new.curriculum,
            at,
            by
        ],
    )
    .await?;
    Ok(())
}

/// False when it is closed.
pub async fn change_training(tx: &mut Tx, id: TrainingId, new: &NewTraining) -> Result<bool> {
    let (first, last) = (new.starts_on.to_string(), new.ends_on.to_string());
    let rows = tx
        .execute(
            sql!(
                "UPDATE trainings SET title = $2, starts_on = $3, ends_on = $4, area = $5, place = $6,
                   organiser = $7, curriculum = $8
                 WHERE id = $1 AND closed_at IS NULL"
            ),
            values![
                id,
                &new.title,
                &first,
                &last,
                new.area,
                &new.place,
                &new.organiser,
                &new.curriculum
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// False when it was closed before.
pub async fn close_training(
    tx: &mut Tx,
    id: TrainingId,
    (by, at): (PersonId, Timestamp),
) -> Result<bool> {
    let sql = sql!(
        "UPDATE trainings SET closed_at = $2, closed_by = $3 WHERE id = $1 AND closed_at IS NULL"
    );
    Ok(tx.execute(sql, values![id, at, by]).await? == 1)
}

pub async fn training(db: impl Reads, id: TrainingId) -> Result<Option<Training>> {
    db.optional(
        sql!(
            "SELECT id, title, starts_on, ends_on, area, place, organiser, curriculum, closed_at
             FROM trainings WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// The newest first.
pub async fn trainings(db: impl Reads, limit: i64) -> Result<Vec<Training>> {
    db.all(
        sql!(
            "SELECT id, title, starts_on, ends_on, area, place, organiser, curriculum, closed_at
             FROM trainings ORDER BY starts_on DESC, id DESC LIMIT $1"
        ),
        values![limit],
    )
    .await
}

/// False when they come already.
pub async fn add_participant(
    tx: &mut Tx,
    (training, person): (TrainingId, PersonId),
    (by, at): (PersonId, Timestamp),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO training_people (training_id, person_id, at, added_by) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (training_id, person_id) DO NOTHING"
            ),
            values![training, person, at, by],
        )
        .await?;
    Ok(rows == 1)
}

/// They do not come after all.
pub async fn drop_participant(tx: &mut Tx, training: TrainingId, person: PersonId) -> Result<()> {
    let sql = sql!(
        "DELETE FROM training_people WHERE training_id = $1 AND person_id = $2 AND attended_at IS NULL"
    );
    tx.execute(sql, values![training, person]).await?;
    Ok(())
}

/// False when they were not to come.
pub async fn note_attended(
    tx: &mut Tx,
    (training, person): (TrainingId, PersonId),
    at: Timestamp,
) -> Result<bool> {
    let sql = sql!(
        "UPDATE training_people SET attended_at = $3 WHERE training_id = $1 AND person_id = $2"
    );
    Ok(tx.execute(sql, values![training, person, at]).await? == 1)
}

/// In the order in which they were added.
pub async fn participants(db: impl Reads, training: TrainingId) -> Result<Vec<ParticipantRow>> {
    db.all(
        sql!(
            "SELECT p.person_id, r.state, p.attended_at
             FROM training_people p JOIN reporters r ON r.person_id = p.person_id
             WHERE p.training_id = $1 ORDER BY p.at, p.person_id LIMIT 500"
        ),
        values![training],
    )
    .await
}

/// The trainings to which somebody comes or came.
pub async fn trainings_of(db: impl Reads, person: PersonId) -> Result<Vec<TrainingId>> {
    let found: Vec<(TrainingId,)> = db
        .all(
            sql!(
                "SELECT training_id FROM training_people WHERE person_id = $1 ORDER BY training_id LIMIT 200"
            ),
            values![person],
        )
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
