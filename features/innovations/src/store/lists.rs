//! The lists that innovations stand in: by filter, by area, by body, by id, by year.
use crate::{innovation::Stage, store::InnovationRow};
use anyhow::Result;
use base::{
    db::Reads,
    feature::Key,
    ids::{AgencyId, AreaCode},
    jiff::civil::Date,
    sql, values,
};

/// What a list is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub area: Option<AreaCode>,
    pub affair: Option<String>,
    pub stage: Option<Stage>,
    pub agency: Option<AgencyId>,
}

/// Older than `before`, newest first, as far as the filter lets through.
pub async fn matching(
    db: impl Reads,
    filter: &Filter,
    before: Key,
    limit: i64,
) -> Result<Vec<InnovationRow>> {
    db.all(
        sql!(
            "SELECT i.id, i.at, i.person_id, i.agency_id, i.unit_id, i.area, i.is_example, i.edition, i.name, i.affair,
               i.year_begun, i.stage, i.state, i.verified_at, i.verified_by, e.summary
             FROM innovations i JOIN innovation_editions e ON e.innovation_id = i.id AND e.number = i.edition
             WHERE (i.at, i.id) < ($1, $2)
               AND (CAST($3 AS TEXT) IS NULL OR i.affair = $3)
               AND (CAST($4 AS TEXT) IS NULL OR i.stage = $4)
               AND (CAST($5 AS BIGINT) IS NULL OR i.agency_id = $5)
               AND (CAST($6 AS BIGINT) IS NULL OR EXISTS (
                 SELECT 1 FROM innovation_areas a WHERE a.area = $6 AND a.at = i.at AND a.innovation_id = i.id))
             ORDER BY i.at DESC, i.id DESC LIMIT $7"
        ),
        values![
            before.at_us,
            before.id,
            &filter.affair,
            filter.stage,
            filter.agency,
            filter.area,
            limit
        ],
    )
    .await
}

/// The newest that bodies registered themselves.
pub async fn newest(db: impl Reads, before: Key, limit: i64) -> Result<Vec<InnovationRow>> {
    db.all(
        sql!(
            "SELECT i.id, i.at, i.person_id, i.agency_id, i.unit_id, i.area, i.is_example, i.edition, i.name, i.affair,
               i.year_begun, i.stage, i.state, i.verified_at, i.verified_by, e.summary
             FROM innovations i JOIN innovation_editions e ON e.innovation_id = i.id AND e.number = i.edition
             WHERE (i.at, i.id) < ($1, $2) AND NOT i.is_example
             ORDER BY i.at DESC, i.id DESC LIMIT $3"
        ),
        values![before.at_us, before.id, limit],
    )
    .await
}

/// Of bodies of the area and of all areas in it.
pub async fn of_area(
    db: impl Reads,
    area: AreaCode,
    before: Key,
    limit: i64,
) -> Result<Vec<InnovationRow>> {
    db.all(
        sql!(
            "SELECT i.id, i.at, i.person_id, i.agency_id, i.unit_id, i.area, i.is_example, i.edition, i.name, i.affair,
               i.year_begun, i.stage, i.state, i.verified_at, i.verified_by, e.summary
             FROM innovation_areas a JOIN innovations i ON i.id = a.innovation_id
               JOIN innovation_editions e ON e.innovation_id = i.id AND e.number = i.edition
             WHERE a.area = $1 AND (a.at, a.innovation_id) < ($2, $3)
             ORDER BY a.at DESC, a.innovation_id DESC LIMIT $4"
        ),
        values![area, before.at_us, before.id, limit],
    )
    .await
}

/// Of some bodies, newest first.
pub async fn of_agencies(
    db: impl Reads,
    agencies: &[i64],
    before: Key,
    limit: i64,
) -> Result<Vec<InnovationRow>> {
    db.all(
        sql!(
            "SELECT i.id, i.at, i.person_id, i.agency_id, i.unit_id, i.area, i.is_example, i.edition, i.name, i.affair,
               i.year_begun, i.stage, i.state, i.verified_at, i.verified_by, e.summary
             FROM innovations i JOIN innovation_editions e ON e.innovation_id = i.id AND e.number = i.edition
             WHERE i.agency_id IN {ids:1} AND (i.at, i.id) < ($2, $3)
             ORDER BY i.at DESC, i.id DESC LIMIT $4"
        ),
        values![agencies, before.at_us, before.id, limit],
    )
    .await
}

/// In the order of their ids, for the open data.
pub async fn after(db: impl Reads, after: i64, limit: i64) -> Result<Vec<InnovationRow>> {
    db.all(
        sql!(
            "SELECT i.id, i.at, i.person_id, i.agency_id, i.unit_id, i.area, i.is_example, i.edition, i.name, i.affair,
               i.year_begun, i.stage, i.state, i.verified_at, i.verified_by, e.summary
             FROM innovations i JOIN innovation_editions e ON e.innovation_id = i.id AND e.number = i.edition
             WHERE i.id > $1 ORDER BY i.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// Provinces, kabupaten and kota that have some, and how many.
pub async fn areas_with_some(db: impl Reads) -> Result<Vec<(AreaCode, i64)>> {
    db.all(
        sql!(
            "SELECT area, COUNT(*) FROM innovation_areas WHERE area < 10000 GROUP BY area ORDER BY area LIMIT 600"
        ),
        values![],
    )
    .await
}

/// Bodies that began or applied one in the year, and how many.
pub async fn begun_or_applied(db: impl Reads, year: i16) -> Result<Vec<(AgencyId, i64)>> {
    let first = Date::constant(year, 1, 1).to_string();
    let last = Date::constant(year, 12, 31).to_string();
    db.all(
        sql!(
            "SELECT i.agency_id, COUNT(*) FROM innovations i
             WHERE i.year_begun = $1 OR EXISTS (
               SELECT 1 FROM innovation_stages s WHERE s.innovation_id = i.id AND s.stage = 'applied'
                 AND s.on_date BETWEEN $2 AND $3)
             GROUP BY i.agency_id ORDER BY i.agency_id"
        ),
        values![i64::from(year), &first, &last],
    )
    .await
}
