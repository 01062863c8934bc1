//! Public lists of what bodies have: offices and who held them, places of service, services.
use anyhow::Result;
use base::{db::Reads, open_data::OpenLine, sql, values};

/// Who held which office: slug of the body, office, name, days, source.
pub async fn open_terms(db: impl Reads, after: i64, limit: i64) -> Result<Vec<OpenLine>> {
    db.all(
        sql!(
            "SELECT t.id, o.id, a.slug, o.title, t.name, t.from_day, t.until_day, t.known_on, t.source
             FROM office_terms t JOIN offices o ON o.id = t.office_id JOIN agencies a ON a.id = o.agency_id
             WHERE t.id > $1 ORDER BY t.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// Places of service: slug of the body, name, address, hours, the day on which it closed.
pub async fn open_units(db: impl Reads, after: i64, limit: i64) -> Result<Vec<OpenLine>> {
    db.all(
        sql!(
            "SELECT u.id, u.agency_id, a.slug, u.name, u.address, u.hours, u.closed_on
             FROM service_units u JOIN agencies a ON a.id = u.agency_id
             WHERE u.id > $1 ORDER BY u.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// Services: slug of the body, name, affair, the place that gives it, the day on which it ended.
pub async fn open_services(db: impl Reads, after: i64, limit: i64) -> Result<Vec<OpenLine>> {
    db.all(
        sql!(
            "SELECT s.id, s.agency_id, a.slug, s.name, s.affair, u.name, s.ended_on
             FROM services s JOIN agencies a ON a.id = s.agency_id LEFT JOIN service_units u ON u.id = s.unit_id
             WHERE s.id > $1 ORDER BY s.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}
