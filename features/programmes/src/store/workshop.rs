//! What an activity holds: agenda, participants, offices invited, speakers, decisions.
use crate::{
    activity::{NewAgendaItem, NewOffice, NewSpeaker},
    headcount::Counted,
};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{ActivityId, AgencyId, ProgrammeLineId},
    row, sql, values,
};

row! {
    /// A point of the agenda.
    #[derive(Debug, Clone)]
    pub struct AgendaRow {
        pub id: ProgrammeLineId,
        pub position: i64,
        /// `09:30`
        pub starts: Option<String>,
        pub item: String,
    }
}

row! {
    /// An office that was invited.
    #[derive(Debug, Clone)]
    pub struct OfficeRow {
        pub id: ProgrammeLineId,
        pub position: i64,
        pub office: String,
        pub agency: Option<AgencyId>,
        pub note: Option<String>,
        pub people: Option<i64>,
    }
}

row! {
    /// Who spoke.
    #[derive(Debug, Clone)]
    pub struct SpeakerRow {
        pub id: ProgrammeLineId,
        pub position: i64,
        pub name: String,
        pub office: Option<String>,
        pub agency: Option<AgencyId>,
        pub said: Option<String>,
    }
}

row! {
    /// What was decided.
    #[derive(Debug, Clone)]
    pub struct DecisionRow {
        pub id: ProgrammeLineId,
        pub position: i64,
        pub decision: String,
    }
}

/// Which line of which activity.
pub type Of = (ProgrammeLineId, ActivityId);

/// In the order in which it was put together.
pub async fn agenda(db: impl Reads, activity: ActivityId) -> Result<Vec<AgendaRow>> {
    db.all(
        sql!(
            "SELECT id, position, starts, item FROM activity_agenda WHERE activity_id = $1
             ORDER BY position, id"
        ),
        values![activity],
    )
    .await
}

pub async fn insert_agenda(
    tx: &mut Tx,
    (id, activity): Of,
    position: i64,
    new: &NewAgendaItem,
) -> Result<()> {
    let starts = new.starts.map(|time| time.strftime("%H:%M").to_string());
    tx.execute(
        sql!(
            "INSERT INTO activity_agenda (id, activity_id, position, starts, item)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        values![id, activity, position, &starts, &new.item],
    )
    .await?;
    Ok(())
}

pub async fn update_agenda(tx: &mut Tx, (id, activity): Of, new: &NewAgendaItem) -> Result<bool> {
    let starts = new.starts.map(|time| time.strftime("%H:%M").to_string());
    let sql = sql!(
        "UPDATE activity_agenda SET starts = $3, item = $4 WHERE id = $1 AND activity_id = $2"
    );
    Ok(tx.execute(sql, values![id, activity, &starts, &new.item]).await? == 1)
}

pub async fn delete_agenda(tx: &mut Tx, (id, activity): Of) -> Result<bool> {
    let sql = sql!("DELETE FROM activity_agenda WHERE id = $1 AND activity_id = $2");
    Ok(tx.execute(sql, values![id, activity]).await? == 1)
}

pub async fn headcount(db: impl Reads, activity: ActivityId) -> Result<Vec<(Counted, i64)>> {
    db.all(
        sql!("SELECT counted, people FROM activity_participants WHERE activity_id = $1"),
        values![activity],
    )
    .await
}

pub async fn delete_headcount(tx: &mut Tx, activity: ActivityId) -> Result<()> {
    let sql = sql!("DELETE FROM activity_participants WHERE activity_id = $1");
    tx.execute(sql, values![activity]).await?;
    Ok(())
}

pub async fn insert_counted(
    tx: &mut Tx,
    activity: ActivityId,
    (counted, people): (Counted, i64),
) -> Result<()> {
    let sql = sql!(
        "INSERT INTO activity_participants (activity_id, counted, people) VALUES ($1, $2, $3)"
    );
    tx.execute(sql, values![activity, counted, people]).await?;
    Ok(())
}

pub async fn offices(db: impl Reads, activity: ActivityId) -> Result<Vec<OfficeRow>> {
    db.all(
        sql!(
            "SELECT id, position, office, agency_id, note, people FROM activity_offices
             WHERE activity_id = $1 ORDER BY position, id"
        ),
        values![activity],
    )
    .await
}

pub async fn insert_office(
    tx: &mut Tx,
    (id, activity): Of,
    position: i64,
    new: &NewOffice,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO activity_offices (id, activity_id, position, office, agency_id, note, people)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![id, activity, position, &new.office, new.agency, &new.note, new.people],
    )
    .await?;
    Ok(())
}

pub async fn update_office(tx: &mut Tx, (id, activity): Of, new: &NewOffice) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE activity_offices SET office = $3, agency_id = $4, note = $5, people = $6
                 WHERE id = $1 AND activity_id = $2"
            ),
            values![id, activity, &new.office, new.agency, &new.note, new.people],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn delete_office(tx: &mut Tx, (id, activity): Of) -> Result<bool> {
    let sql = sql!("DELETE FROM activity_offices WHERE id = $1 AND activity_id = $2");
    Ok(tx.execute(sql, values![id, activity]).await? == 1)
}

pub async fn speakers(db: impl Reads, activity: ActivityId) -> Result<Vec<SpeakerRow>> {
    db.all(
        sql!(
            "SELECT id, position, name, office, agency_id, said FROM activity_speakers
             WHERE activity_id = $1 ORDER BY position, id"
        ),
        values![activity],
    )
    .await
}

pub async fn insert_speaker(
    tx: &mut Tx,
    (id, activity): Of,
    position: i64,
    new: &NewSpeaker,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO activity_speakers (id, activity_id, position, name, office, agency_id, said)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![id, activity, position, &new.name, &new.office, new.agency, &new.said],
    )
    .await?;
    Ok(())
}

pub async fn update_speaker(tx: &mut Tx, (id, activity): Of, new: &NewSpeaker) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE activity_speakers SET name = $3, office = $4, agency_id = $5, said = $6
                 WHERE id = $1 AND activity_id = $2"
            ),
            values![id, activity, &new.name, &new.office, new.agency, &new.said],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn delete_speaker(tx: &mut Tx, (id, activity): Of) -> Result<bool> {
    let sql = sql!("DELETE FROM activity_speakers WHERE id = $1 AND activity_id = $2");
    Ok(tx.execute(sql, values![id, activity]).await? == 1)
}

pub async fn decisions(db: impl Reads, activity: ActivityId) -> Result<Vec<DecisionRow>> {
    db.all(
        sql!(
            "SELECT id, position, decision FROM activity_decisions WHERE activity_id = $1
             ORDER BY position, id"
        ),
        values![activity],
    )
    .await
}

pub async fn insert_decision(
    tx: &mut Tx,
    (id, activity): Of,
    position: i64,
    decision: &str,
) -> Result<()> {
    let sql = sql!(
        "INSERT INTO activity_decisions (id, activity_id, position, decision) VALUES ($1, $2, $3, $4)"
    );
    tx.execute(sql, values![id, activity, position, decision]).await?;
    Ok(())
}

pub async fn update_decision(tx: &mut Tx, (id, activity): Of, decision: &str) -> Result<bool> {
    let sql =
        sql!("UPDATE activity_decisions SET decision = $3 WHERE id = $1 AND activity_id = $2");
    Ok(tx.execute(sql, values![id, activity, decision]).await? == 1)
}

pub async fn delete_decision(tx: &mut Tx, (id, activity): Of) -> Result<bool> {
    let sql = sql!("DELETE FROM activity_decisions WHERE id = $1 AND activity_id = $2");
    Ok(tx.execute(sql, values![id, activity]).await? == 1)
}
