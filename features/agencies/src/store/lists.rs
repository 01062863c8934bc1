//! Bodies by id, by what belongs to what, by area, kind and name.
use crate::agency::{Agency, AgencyKind};
use anyhow::Result;
use base::{
    db::Reads,
    ids::{AgencyId, AreaCode},
    jiff::civil::Date,
    sql, values,
};

/// By id, from the first after `after`.
pub async fn page(db: impl Reads, after: AgencyId, limit: i64) -> Result<Vec<Agency>> {
    db.all(
        sql!(
            "SELECT id, slug, name, kind, code, parent_id, area, former_area, valid_from, valid_to, successor_id,
               address, phone, email, site, hours, source
             FROM agencies WHERE id > $1 ORDER BY id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// Affairs of the bodies with these ids.
pub async fn affairs_of_all(db: impl Reads, ids: &[i64]) -> Result<Vec<(AgencyId, String)>> {
    db.all(
        sql!(
            "SELECT agency_id, affair FROM agency_affairs WHERE agency_id IN {ids:1}
             ORDER BY agency_id, affair"
        ),
        values![ids],
    )
    .await
}

/// Bodies that belong to this one, by name.
pub async fn children(db: impl Reads, parent: AgencyId, limit: i64) -> Result<Vec<Agency>> {
    db.all(
        sql!(
            "SELECT id, slug, name, kind, code, parent_id, area, former_area, valid_from, valid_to, successor_id,
               address, phone, email, site, hours, source
             FROM agencies WHERE parent_id = $1 ORDER BY name_key, id LIMIT $2"
        ),
        values![parent, limit],
    )
    .await
}

/// Bodies whose work this one took over, by name.
pub async fn predecessors(db: impl Reads, id: AgencyId) -> Result<Vec<Agency>> {
    db.all(
        sql!(
            "SELECT id, slug, name, kind, code, parent_id, area, former_area, valid_from, valid_to, successor_id,
               address, phone, email, site, hours, source
             FROM agencies WHERE successor_id = $1 ORDER BY name_key, id LIMIT 50"
        ),
        values![id],
    )
    .await
}

/// Bodies that stand today in these areas or for the whole country, the nearest first: id, name, the name of what they
/// belong to.
pub async fn choices(
    db: impl Reads,
    (areas, today): (&[i64], Date),
    limit: i64,
) -> Result<Vec<(AgencyId, String, Option<String>)>> {
    db.all(
        sql!(
            "SELECT a.id, a.name, p.name FROM agencies AS a LEFT JOIN agencies AS p ON p.id = a.parent_id
             WHERE (a.valid_from IS NULL OR a.valid_from <= $3) AND (a.valid_to IS NULL OR a.valid_to >= $3)
               AND (a.area IS NULL OR a.id IN (SELECT agency_id FROM agency_areas WHERE area IN {ids:1}))
             ORDER BY COALESCE(a.area, 0) DESC, a.name_key, a.id LIMIT $2"
        ),
        values![areas, limit, &today.to_string()],
    )
    .await
}

/// Every body that stands today, the whole country's first: where no area is known yet.
pub async fn choices_anywhere(
    db: impl Reads,
    today: Date,
    limit: i64,
) -> Result<Vec<(AgencyId, String, Option<String>)>> {
    db.all(
        sql!(
            "SELECT a.id, a.name, p.name FROM agencies AS a LEFT JOIN agencies AS p ON p.id = a.parent_id
             WHERE (a.valid_from IS NULL OR a.valid_from <= $2) AND (a.valid_to IS NULL OR a.valid_to >= $2)
             ORDER BY COALESCE(a.area, 0), a.name_key, a.id LIMIT $1"
        ),
        values![limit, &today.to_string()],
    )
    .await
}

/// What a list is narrowed to; nothing: every body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowed {
    pub kind: Option<AgencyKind>,
    /// The area and all areas in it.
    pub area: Option<AreaCode>,
    /// A part of the name.
    pub name: String,
}

/// Bodies by name, from the first after `(name, id)`.
pub async fn by_name(
    db: impl Reads,
    narrowed: &Narrowed,
    (after, after_id): (&str, AgencyId),
    limit: i64,
) -> Result<Vec<Agency>> {
    let kind = narrowed.kind.map_or("", AgencyKind::as_str);
    let area = narrowed.area.map_or(0, |area| area.0);
    let (first, last) = ends(narrowed.area);
    let pattern = format!("%{}%", like(&super::name_key(&narrowed.name)));
    db.all(
        sql!(
            "SELECT id, slug, name, kind, code, parent_id, area, former_area, valid_from, valid_to, successor_id,
               address, phone, email, site, hours, source
             FROM agencies
             WHERE (name_key, id) > ($1, $2) AND ($3 = '' OR kind = $3) AND name_key LIKE $4 ESCAPE '!'
               AND ($5 = 0 OR id IN (SELECT agency_id FROM agency_areas
                 WHERE area = $5 OR area BETWEEN $6 AND $7 OR area BETWEEN $8 AND $9 OR area BETWEEN $10 AND $11))
             ORDER BY name_key, id LIMIT $12"
        ),
        values![
            after, after_id, kind, &pattern, area, first[0], last[0], first[1], last[1], first[2],
            last[2], limit
        ],
    )
    .await
}

/// The kinds of which there is a body.
pub async fn kinds(db: impl Reads) -> Result<Vec<(AgencyKind,)>> {
    db.all(sql!("SELECT DISTINCT kind FROM agencies"), values![]).await
}

/// The provinces of bodies (`within` a province: its kabupaten and kota), as far as they have any.
pub async fn areas_with_bodies(
    db: impl Reads,
    within: Option<AreaCode>,
) -> Result<Vec<(AreaCode,)>> {
    let (first, last) = ends(within);
    db.all(
        sql!(
            "SELECT DISTINCT CASE WHEN $1 = 0 THEN
                 CASE WHEN area < 100 THEN area WHEN area < 10000 THEN area / 100
                   WHEN area < 1000000 THEN area / 10000 ELSE area / 100000000 END
               ELSE CASE WHEN area < 10000 THEN area WHEN area < 1000000 THEN area / 100
                   ELSE area / 1000000 END END AS found
             FROM agency_areas
             WHERE $1 = 0 OR area BETWEEN $2 AND $3 OR area BETWEEN $4 AND $5 OR area BETWEEN $6 AND $7
             ORDER BY found LIMIT 600"
        ),
        values![
            within.map_or(0, |area| area.0),
            first[0],
            last[0],
            first[1],
            last[1],
            first[2],
            last[2]
        ],
    )
    .await
}

/// The codes of the areas within an area, one range a level; a range that is not needed is empty.
fn ends(area: Option<AreaCode>) -> ([i64; 3], [i64; 3]) {
    let (mut first, mut last) = ([1; 3], [0; 3]);
    let Some(AreaCode(code)) = area else { return (first, last) };
    let (mut low, mut high, mut level) = (code, code, 0);
    // Two digits a level, the last level four: 52, 52.08, 52.08.01, 52.08.01.2001.
    while low < 1_000_000 && level < 3 {
        let widened = if low < 10_000 { 100 } else { 10_000 };
        (low, high) = (low * widened, high * widened + widened - 1);
        (first[level], last[level]) = (low, high);
        level += 1;
    }
    (first, last)
}

/// A text for LIKE that stands for itself.
fn like(text: &str) -> String {
    text.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_reaches_down_to_its_villages() {
        let (first, last) = ends(Some(AreaCode(52)));
        assert_eq!(first, [5_200, 520_000, 5_200_000_000]);
        assert_eq!(last, [5_299, 529_999, 5_299_999_999]);
        let (first, last) = ends(Some(AreaCode(520_801)));
        assert_eq!((first[0], last[0], first[1] > last[1]), (5_208_010_000, 5_208_019_999, true));
        assert_eq!(ends(None), ([1; 3], [0; 3]));
    }

    #[test]
    fn signs_of_the_pattern_language_stand_for_themselves() {
        assert_eq!(like("100%_!"), "100!%!_!!");
    }
}
