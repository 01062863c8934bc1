//! Bodies that stood in a period, counted and page by page: a country of them has more than a page can hold.
use crate::agency::{Agency, AgencyKind};
use anyhow::Result;
use base::{
    db::Reads,
    ids::{AgencyId, AreaCode},
    jiff::civil::Date,
    row, sql, values,
};

/// Which bodies: those that stood on a day from `first` to `last`, of this kind and province if those are given.
#[derive(Debug, Clone, Copy)]
pub struct Stood {
    pub first: Date,
    pub last: Date,
    pub kind: Option<AgencyKind>,
    pub province: Option<AreaCode>,
}

row! {
    /// How many bodies of a kind stood in a province; `province` is empty for those of the whole country.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct StoodGroup {
        pub kind: AgencyKind,
        pub province: Option<AreaCode>,
        pub all: i64,
        pub among: i64,
    }
}

/// Bodies that stood from `first` to `last`, by kind and province; `among`: how many of them are among `ids`.
pub async fn count_stood(
    db: impl Reads,
    (first, last): (Date, Date),
    ids: &[i64],
) -> Result<Vec<StoodGroup>> {
    db.all(
        sql!(
            "SELECT kind, CASE WHEN area < 100 THEN area WHEN area < 10000 THEN area / 100
                 WHEN area < 1000000 THEN area / 10000 ELSE area / 100000000 END AS province,
               COUNT(*), SUM(CASE WHEN id IN {ids:3} THEN 1 ELSE 0 END)
             FROM agencies
             WHERE (valid_from IS NULL OR valid_from <= $2) AND (valid_to IS NULL OR valid_to >= $1)
             GROUP BY kind, province ORDER BY kind, province"
        ),
        values![&first.to_string(), &last.to_string(), ids],
    )
    .await
}

/// Bodies that stood, by name: those that are among `ids`, or those that are not.
pub async fn stood(
    db: impl Reads,
    which: Stood,
    (ids, among): (&[i64], bool),
    (skip, limit): (i64, i64),
) -> Result<Vec<Agency>> {
    let kind = which.kind.map_or("", AgencyKind::as_str);
    let province = which.province.map_or(0, |area| area.0);
    db.all(
        sql!(
            "SELECT id, slug, name, kind, code, parent_id, area, former_area, valid_from, valid_to, successor_id,
               address, phone, email, site, hours, source
             FROM agencies
             WHERE (valid_from IS NULL OR valid_from <= $2) AND (valid_to IS NULL OR valid_to >= $1)
               AND ($4 = '' OR kind = $4)
               AND ($5 = 0 OR area = $5 OR area / 100 = $5 OR area / 10000 = $5 OR area / 100000000 = $5)
               AND CASE WHEN id IN {ids:3} THEN 1 ELSE 0 END = $6
             ORDER BY name_key, id LIMIT $8 OFFSET $7"
        ),
        values![
            &which.first.to_string(),
            &which.last.to_string(),
            ids,
            kind,
            province,
            i64::from(among),
            skip,
            limit
        ],
    )
    .await
}

/// Each of these bodies with itself and with what it belongs to, step by step, twelve at most: more than any government
/// has, and the end of a ring, should there be one.
pub async fn with_those_above(db: impl Reads, ids: &[i64]) -> Result<Vec<(AgencyId, AgencyId)>> {
    db.all(
        sql!(
            "WITH RECURSIVE up (own, id, steps) AS (
               SELECT id, id, 1 FROM agencies WHERE id IN {ids:1}
               UNION ALL
               SELECT up.own, a.parent_id, up.steps + 1 FROM up JOIN agencies a ON a.id = up.id
               WHERE a.parent_id IS NOT NULL AND up.steps < 12
             )
             SELECT DISTINCT own, id FROM up"
        ),
        values![ids],
    )
    .await
}
