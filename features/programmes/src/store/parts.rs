//! What a programme is built of: partners, outcomes, components.
use crate::programme::{NewComponent, NewOutcome, NewPartner, PartnerRole};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AgencyId, ComponentId, OutcomeId, ProgrammeId, ProgrammeLineId},
    row, sql, values,
};

row! {
    /// Who carries a programme.
    #[derive(Debug, Clone)]
    pub struct PartnerRow {
        pub id: ProgrammeLineId,
        pub position: i64,
        pub role: PartnerRole,
        pub name: String,
        pub agency: Option<AgencyId>,
    }
}

row! {
    /// What shall be reached.
    #[derive(Debug, Clone)]
    pub struct OutcomeRow {
        pub id: OutcomeId,
        pub parent: Option<OutcomeId>,
        pub position: i64,
        pub number: String,
        pub name: String,
        pub source: Option<String>,
    }
}

row! {
    /// A part of the work.
    #[derive(Debug, Clone)]
    pub struct ComponentRow {
        pub id: ComponentId,
        pub outcome: Option<OutcomeId>,
        pub position: i64,
        pub number: String,
        pub name: String,
        pub note: Option<String>,
        pub source: Option<String>,
    }
}

pub async fn partners(db: impl Reads, programme: ProgrammeId) -> Result<Vec<PartnerRow>> {
    db.all(
        sql!(
            "SELECT id, position, role, name, agency_id FROM programme_partners WHERE programme_id = $1
             ORDER BY position, id"
        ),
        values![programme],
    )
    .await
}

pub async fn insert_partner(
    tx: &mut Tx,
    (id, programme): (ProgrammeLineId, ProgrammeId),
    position: i64,
    new: &NewPartner,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO programme_partners (id, programme_id, position, role, name, agency_id)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        values![id, programme, position, new.role, &new.name, new.agency],
    )
    .await?;
    Ok(())
}

pub async fn update_partner(
    tx: &mut Tx,
    (id, programme): (ProgrammeLineId, ProgrammeId),
    new: &NewPartner,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE programme_partners SET role = $3, name = $4, agency_id = $5
                 WHERE id = $1 AND programme_id = $2"
            ),
            values![id, programme, new.role, &new.name, new.agency],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn delete_partner(
    tx: &mut Tx,
    (id, programme): (ProgrammeLineId, ProgrammeId),
) -> Result<bool> {
    let sql = sql!("DELETE FROM programme_partners WHERE id = $1 AND programme_id = $2");
    Ok(tx.execute(sql, values![id, programme]).await? == 1)
}

pub async fn outcomes(db: impl Reads, programme: ProgrammeId) -> Result<Vec<OutcomeRow>> {
    db.all(
        sql!(
            "SELECT id, parent_id, position, number, name, source FROM programme_outcomes
             WHERE programme_id = $1 ORDER BY position, id"
        ),
        values![programme],
    )
    .await
}

pub async fn insert_outcome(
    tx: &mut Tx,
    (id, programme): (OutcomeId, ProgrammeId),
    position: i64,
    new: &NewOutcome,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO programme_outcomes (id, programme_id, parent_id, position, number, name, source)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![id, programme, new.parent, position, &new.number, &new.name, &new.source],
    )
    .await?;
    Ok(())
}

pub async fn update_outcome(
    tx: &mut Tx,
    (id, programme): (OutcomeId, ProgrammeId),
    new: &NewOutcome,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE programme_outcomes SET parent_id = $3, number = $4, name = $5, source = $6
                 WHERE id = $1 AND programme_id = $2"
            ),
            values![id, programme, new.parent, &new.number, &new.name, &new.source],
        )
        .await?;
    Ok(rows == 1)
}

/// False while another outcome or a component stands under it.
pub async fn delete_outcome(
    tx: &mut Tx,
    (id, programme): (OutcomeId, ProgrammeId),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "DELETE FROM programme_outcomes WHERE id = $1 AND programme_id = $2
                   AND NOT EXISTS (SELECT 1 FROM programme_outcomes AS o WHERE o.parent_id = $1)
                   AND NOT EXISTS (SELECT 1 FROM programme_components AS c WHERE c.outcome_id = $1)"
            ),
            values![id, programme],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn components(db: impl Reads, programme: ProgrammeId) -> Result<Vec<ComponentRow>> {
    db.all(
        sql!(
            "SELECT id, outcome_id, position, number, name, note, source FROM programme_components
             WHERE programme_id = $1 ORDER BY position, id"
        ),
        values![programme],
    )
    .await
}

pub async fn insert_component(
    tx: &mut Tx,
    (id, programme): (ComponentId, ProgrammeId),
    position: i64,
    new: &NewComponent,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO programme_components (id, programme_id, outcome_id, position, number, name, note, source)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        values![
            id,
            programme,
            new.outcome,
            position,
            &new.number,
            &new.name,
            &new.note,
            &new.source
        ],
    )
    .await?;
    Ok(())
}

pub async fn update_component(
    tx: &mut Tx,
    (id, programme): (ComponentId, ProgrammeId),
    new: &NewComponent,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE programme_components SET outcome_id = $3, number = $4, name = $5, note = $6, source = $7
                 WHERE id = $1 AND programme_id = $2"
            ),
            values![id, programme, new.outcome, &new.number, &new.name, &new.note, &new.source],
        )
        .await?;
    Ok(rows == 1)
}

/// False while an activity stands under it.
pub async fn delete_component(
    tx: &mut Tx,
    (id, programme): (ComponentId, ProgrammeId),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "DELETE FROM programme_components WHERE id = $1 AND programme_id = $2
                   AND NOT EXISTS (SELECT 1 FROM activities AS a WHERE a.component_id = $1)"
            ),
            values![id, programme],
        )
        .await?;
    Ok(rows == 1)
}
