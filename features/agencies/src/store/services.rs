//! Places of service and services.
use crate::services::{NewService, NewUnit, Service, ServiceUnit};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AgencyId, PersonId, ServiceId, ServiceUnitId},
    jiff::{Timestamp, civil::Date},
    sql, values,
};

pub async fn insert_unit(
    tx: &mut Tx,
    (id, new): (ServiceUnitId, &NewUnit),
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO service_units (id, agency_id, name, address, hours, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![id, new.agency, &new.name, &new.address, &new.hours, at, by],
    )
    .await?;
    Ok(())
}

/// False when it was closed already or is another body's.
pub async fn close_unit(
    tx: &mut Tx,
    (id, agency): (ServiceUnitId, AgencyId),
    on: Date,
) -> Result<bool> {
    let on = on.to_string();
    let rows = tx
        .execute(
            sql!(
                "UPDATE service_units SET closed_on = $3
                 WHERE id = $1 AND agency_id = $2 AND closed_on IS NULL"
            ),
            values![id, agency, &on],
        )
        .await?;
    Ok(rows == 1)
}

/// False when it is another body's.
pub async fn update_unit(
    tx: &mut Tx,
    (id, new): (ServiceUnitId, &NewUnit),
    closed_on: Option<Date>,
) -> Result<bool> {
    let closed_on = closed_on.map(|day| day.to_string());
    let rows = tx
        .execute(
            sql!(
                "UPDATE service_units SET name = $3, address = $4, hours = $5, closed_on = $6
                 WHERE id = $1 AND agency_id = $2"
            ),
            values![id, new.agency, &new.name, &new.address, &new.hours, &closed_on],
        )
        .await?;
    Ok(rows == 1)
}

/// False while a service is given there.
pub async fn delete_unit(tx: &mut Tx, id: ServiceUnitId) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "DELETE FROM service_units
                 WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM services WHERE unit_id = $1)"
            ),
            values![id],
        )
        .await?;
    Ok(rows == 1)
}

/// Open ones, then closed ones.
pub async fn all_units(db: impl Reads, agency: AgencyId) -> Result<Vec<ServiceUnit>> {
    db.all(
        sql!(
            "SELECT id, agency_id, name, address, hours, closed_on FROM service_units
             WHERE agency_id = $1 ORDER BY COALESCE(closed_on, ''), id LIMIT 400"
        ),
        values![agency],
    )
    .await
}

/// Those that are open.
pub async fn units(db: impl Reads, agency: AgencyId) -> Result<Vec<ServiceUnit>> {
    db.all(
        sql!(
            "SELECT id, agency_id, name, address, hours, closed_on FROM service_units
             WHERE agency_id = $1 AND closed_on IS NULL ORDER BY id LIMIT 200"
        ),
        values![agency],
    )
    .await
}

/// Open or closed.
pub async fn unit(db: impl Reads, id: ServiceUnitId) -> Result<Option<ServiceUnit>> {
    db.optional(
        sql!(
            "SELECT id, agency_id, name, address, hours, closed_on FROM service_units WHERE id = $1"
        ),
        values![id],
    )
    .await
}

pub async fn insert_service(
    tx: &mut Tx,
    (id, new): (ServiceId, &NewService),
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO services (id, agency_id, unit_id, affair, name, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![id, new.agency, new.unit, &new.affair, &new.name, at, by],
    )
    .await?;
    Ok(())
}

/// False when it ended already or is another body's.
pub async fn end_service(
    tx: &mut Tx,
    (id, agency): (ServiceId, AgencyId),
    on: Date,
) -> Result<bool> {
    let on = on.to_string();
    let rows = tx
        .execute(
            sql!(
                "UPDATE services SET ended_on = $3
                 WHERE id = $1 AND agency_id = $2 AND ended_on IS NULL"
            ),
            values![id, agency, &on],
        )
        .await?;
    Ok(rows == 1)
}

/// False when it is another body's.
pub async fn update_service(
    tx: &mut Tx,
    (id, new): (ServiceId, &NewService),
    ended_on: Option<Date>,
) -> Result<bool> {
    let ended_on = ended_on.map(|day| day.to_string());
    let rows = tx
        .execute(
            sql!(
                "UPDATE services SET name = $3, unit_id = $4, affair = $5, ended_on = $6
                 WHERE id = $1 AND agency_id = $2"
            ),
            values![id, new.agency, &new.name, new.unit, &new.affair, &ended_on],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn delete_service(tx: &mut Tx, id: ServiceId) -> Result<bool> {
    Ok(tx.execute(sql!("DELETE FROM services WHERE id = $1"), values![id]).await? == 1)
}

/// Offered ones, then ended ones.
pub async fn all_services(db: impl Reads, agency: AgencyId) -> Result<Vec<Service>> {
    db.all(
        sql!(
            "SELECT id, agency_id, name, unit_id, affair, ended_on FROM services
             WHERE agency_id = $1 ORDER BY COALESCE(ended_on, ''), id LIMIT 400"
        ),
        values![agency],
    )
    .await
}

/// Those that are offered.
pub async fn services(db: impl Reads, agency: AgencyId) -> Result<Vec<Service>> {
    db.all(
        sql!(
            "SELECT id, agency_id, name, unit_id, affair, ended_on FROM services
             WHERE agency_id = $1 AND ended_on IS NULL ORDER BY id LIMIT 200"
        ),
        values![agency],
    )
    .await
}

/// Offered or ended.
pub async fn service(db: impl Reads, id: ServiceId) -> Result<Option<Service>> {
    db.optional(
        sql!("SELECT id, agency_id, name, unit_id, affair, ended_on FROM services WHERE id = $1"),
        values![id],
    )
    .await
}
