//! Activities with their days and states.
use crate::activity::{Activity, ActivityWords, Days, NewActivity, State};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{ActivityId, PersonId, ProgrammeId},
    jiff::{Timestamp, civil::Date},
    row, sql, values,
};

row! {
    /// The days that an activity was set to, some time.
    #[derive(Debug, Clone)]
    pub struct DatesRow {
        pub starts: Date,
        pub ends: Date,
        pub why: Option<String>,
        pub at: Timestamp,
    }
}

row! {
    /// A state that an activity was in.
    #[derive(Debug, Clone)]
    pub struct StateRow {
        pub state: State,
        pub note: Option<String>,
        pub at: Timestamp,
    }
}

pub async fn insert_activity(
    tx: &mut Tx,
    id: ActivityId,
    new: &NewActivity,
    at: Timestamp,
) -> Result<()> {
    let words = &new.words;
    tx.execute(
        sql!(
            "INSERT INTO activities (id, programme_id, component_id, kind, level, name, summary, venue, budget, source, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        values![
            id,
            new.programme,
            words.component,
            words.kind,
            words.level,
            &words.name,
            &words.summary,
            &words.venue,
            &words.budget,
            &words.source,
            at
        ],
    )
    .await?;
    Ok(())
}

pub async fn update_activity(tx: &mut Tx, id: ActivityId, words: &ActivityWords) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE activities SET component_id = $2, kind = $3, level = $4, name = $5, summary = $6, venue = $7,
               budget = $8, source = $9
             WHERE id = $1"
        ),
        values![
            id,
            words.component,
            words.kind,
            words.level,
            &words.name,
            &words.summary,
            &words.venue,
            &words.budget,
            &words.source
        ],
    )
    .await?;
    Ok(())
}

pub async fn insert_dates(
    tx: &mut Tx,
    (id, activity): (i64, ActivityId),
    (days, why): (Days, &Option<String>),
    (at, by): (Timestamp, Option<PersonId>),
) -> Result<()> {
    let (starts, ends) = (days.starts.to_string(), days.ends.to_string());
    tx.execute(
        sql!(
            "INSERT INTO activity_dates (id, activity_id, starts, ends, why, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![id, activity, &starts, &ends, why, at, by],
    )
    .await?;
    Ok(())
}

pub async fn insert_state(
    tx: &mut Tx,
    (id, activity): (i64, ActivityId),
    (state, note): (State, &Option<String>),
    (at, by): (Timestamp, Option<PersonId>),
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO activity_states (id, activity_id, state, note, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        values![id, activity, state, note, at, by],
    )
    .await?;
    Ok(())
}

pub async fn activity(db: impl Reads, id: ActivityId) -> Result<Option<Activity>> {
    db.optional(
        sql!(
            "SELECT a.id, a.programme_id, a.component_id, a.kind, a.level, a.name, a.summary, a.venue, a.budget,
               a.source, s.state, d.starts, d.ends, a.at
             FROM activities a
             JOIN activity_states s ON s.id = (SELECT MAX(id) FROM activity_states WHERE activity_id = a.id)
             LEFT JOIN activity_dates d ON d.id = (SELECT MAX(id) FROM activity_dates WHERE activity_id = a.id)
             WHERE a.id = $1"
        ),
        values![id],
    )
    .await
}

pub async fn activities_by_ids(db: impl Reads, ids: &[i64]) -> Result<Vec<Activity>> {
    db.all(
        sql!(
            "SELECT a.id, a.programme_id, a.component_id, a.kind, a.level, a.name, a.summary, a.venue, a.budget,
               a.source, s.state, d.starts, d.ends, a.at
             FROM activities a
             JOIN activity_states s ON s.id = (SELECT MAX(id) FROM activity_states WHERE activity_id = a.id)
             LEFT JOIN activity_dates d ON d.id = (SELECT MAX(id) FROM activity_dates WHERE activity_id = a.id)
             WHERE a.id IN {ids:1}"
        ),
        values![ids],
    )
    .await
}

/// Of a programme, in the order in which they were added.
pub async fn activities_of(
    db: impl Reads,
    programme: ProgrammeId,
    after: ActivityId,
    limit: i64,
) -> Result<Vec<Activity>> {
    db.all(
        sql!(
            "SELECT a.id, a.programme_id, a.component_id, a.kind, a.level, a.name, a.summary, a.venue, a.budget,
               a.source, s.state, d.starts, d.ends, a.at
             FROM activities a
             JOIN activity_states s ON s.id = (SELECT MAX(id) FROM activity_states WHERE activity_id = a.id)
             LEFT JOIN activity_dates d ON d.id = (SELECT MAX(id) FROM activity_dates WHERE activity_id = a.id)
             WHERE a.programme_id = $1 AND a.id > $2 ORDER BY a.id LIMIT $3"
        ),
        values![programme, after, limit],
    )
    .await
}

/// Of every programme, by id.
pub async fn activities_after(db: impl Reads, after: i64, limit: i64) -> Result<Vec<Activity>> {
    db.all(
        sql!(
            "SELECT a.id, a.programme_id, a.component_id, a.kind, a.level, a.name, a.summary, a.venue, a.budget,
               a.source, s.state, d.starts, d.ends, a.at
             FROM activities a
             JOIN activity_states s ON s.id = (SELECT MAX(id) FROM activity_states WHERE activity_id = a.id)
             LEFT JOIN activity_dates d ON d.id = (SELECT MAX(id) FROM activity_dates WHERE activity_id = a.id)
             WHERE a.id > $1 ORDER BY a.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// Activities whose days, as they were set last, hold this one.
pub async fn activities_on(db: impl Reads, day: Date, limit: i64) -> Result<Vec<Activity>> {
    let day = day.to_string();
    db.all(
        sql!(
            "SELECT a.id, a.programme_id, a.component_id, a.kind, a.level, a.name, a.summary, a.venue, a.budget,
               a.source, s.state, d.starts, d.ends, a.at
             FROM activity_dates d
             JOIN activities a ON a.id = d.activity_id
             JOIN activity_states s ON s.id = (SELECT MAX(id) FROM activity_states WHERE activity_id = a.id)
             WHERE d.starts <= $1 AND d.ends >= $1
               AND d.id = (SELECT MAX(id) FROM activity_dates WHERE activity_id = a.id)
             ORDER BY a.id LIMIT $2"
        ),
        values![&day, limit],
    )
    .await
}

/// Newest first.
pub async fn dates(db: impl Reads, activity: ActivityId) -> Result<Vec<DatesRow>> {
    db.all(
        sql!(
            "SELECT starts, ends, why, at FROM activity_dates WHERE activity_id = $1
             ORDER BY id DESC LIMIT 100"
        ),
        values![activity],
    )
    .await
}

/// Oldest first.
pub async fn states(db: impl Reads, activity: ActivityId) -> Result<Vec<StateRow>> {
    db.all(
        sql!(
            "SELECT state, note, at FROM activity_states WHERE activity_id = $1 ORDER BY id LIMIT 100"
        ),
        values![activity],
    )
    .await
}

/// The first days of all activities that have one, each once.
pub async fn days(db: impl Reads) -> Result<Vec<Date>> {
    let sql = sql!("SELECT DISTINCT starts FROM activity_dates ORDER BY starts LIMIT 10000");
    Ok(db.all::<(Date,)>(sql, values![]).await?.into_iter().map(|(day,)| day).collect())
}

pub async fn delete_dates(tx: &mut Tx, id: ActivityId) -> Result<()> {
    tx.execute(sql!("DELETE FROM activity_dates WHERE activity_id = $1"), values![id]).await?;
    Ok(())
}

pub async fn delete_states(tx: &mut Tx, id: ActivityId) -> Result<()> {
    tx.execute(sql!("DELETE FROM activity_states WHERE activity_id = $1"), values![id]).await?;
    Ok(())
}

/// One in which nothing was noted; its days and states go first.
pub async fn delete_activity(tx: &mut Tx, id: ActivityId) -> Result<()> {
    tx.execute(sql!("DELETE FROM activities WHERE id = $1"), values![id]).await?;
    Ok(())
}

/// Whether anything was noted in it: agenda, people, offices, speakers, decisions.
pub async fn has_lines(db: impl Reads, id: ActivityId) -> Result<bool> {
    let found: (i64,) = db
        .one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM activity_agenda WHERE activity_id = $1)
                      + (SELECT COUNT(*) FROM activity_participants WHERE activity_id = $1)
                      + (SELECT COUNT(*) FROM activity_offices WHERE activity_id = $1)
                      + (SELECT COUNT(*) FROM activity_speakers WHERE activity_id = $1)
                      + (SELECT COUNT(*) FROM activity_decisions WHERE activity_id = $1)"
            ),
            values![id],
        )
        .await?;
    Ok(found.0 > 0)
}
