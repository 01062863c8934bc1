//! Public lists that anyone may carry away: innovations, replications, stages, results.
use crate::{
    innovation,
    store::{self, InnovationRow, ReplicationRow},
};
use agencies::AgencyName;
use anyhow::Result;
use base::{
    app::App,
    feature::{OPEN_ROWS, OpenRows, OpenTable},
    ids::InnovationId,
    languages::Lang,
    open_data::{self, OpenLine},
};

pub(crate) const TABLES: &[OpenTable] = &[
    OpenTable {
        name: "innovations",
        columns: &[
            "id",
            "name",
            "summary",
            "agency",
            "area",
            "year_begun",
            "affair",
            "stage",
            "state",
            "verified_at",
            "replications_counted",
            "is_example",
            "registered_at",
            "url",
        ],
        rows: |app, after| Box::pin(innovation_rows(app, after)),
    },
    OpenTable {
        name: "replications",
        columns: &[
            "id",
            "origin_id",
            "origin",
            "origin_agency",
            "agency",
            "mode",
            "extent",
            "state",
            "started_on",
            "counted_at",
            "registered_at",
            "url",
        ],
        rows: |app, after| Box::pin(replication_rows(app, after)),
    },
    OpenTable {
        name: "innovation_stages",
        columns: &[
            "id",
            "innovation_id",
            "innovation",
            "stage",
            "on",
            "document",
            "document_number",
            "document_url",
            "note",
            "url",
        ],
        rows: |app, after| Box::pin(stage_rows(app, after)),
    },
    OpenTable {
        name: "innovation_indicators",
        columns: &[
            "id",
            "innovation_id",
            "innovation",
            "indicator",
            "unit",
            "baseline",
            "baseline_on",
            "baseline_source",
            "target",
            "url",
        ],
        rows: |app, after| Box::pin(indicator_rows(app, after)),
    },
    OpenTable {
        name: "innovation_observations",
        columns: &[
            "id",
            "innovation_id",
            "innovation",
            "indicator",
            "unit",
            "value",
            "on",
            "source",
            "url",
        ],
        rows: |app, after| Box::pin(observation_rows(app, after)),
    },
];

async fn innovation_rows(app: &App, after: i64) -> Result<OpenRows> {
    let rows = store::after(&app.db, after, OPEN_ROWS).await?;
    let names = agencies::names_of(app, rows.iter().map(|row| row.agency)).await?;
    let numbers: Vec<i64> = rows.iter().map(|row| row.id.0).collect();
    let counted = store::counted(&app.db, &numbers).await?;
    let line = |row: InnovationRow| {
        let copies = counted.iter().find(|(id, _)| *id == row.id).map_or(0, |(_, count)| *count);
        let cells = vec![
            row.id.to_string(),
            row.name.clone(),
            row.summary.clone(),
            names.get(&row.agency).cloned().unwrap_or_else(AgencyName::unknown).name,
            text(row.area),
            text(row.year_begun),
            row.affair.clone().unwrap_or_default(),
            text(row.stage),
            text(row.state),
            text(row.verified_at),
            copies.to_string(),
            row.is_example.to_string(),
            row.at.to_string(),
            app.link(Lang::INDONESIAN, &row.path()),
        ];
        (row.id.0, cells)
    };
    Ok(rows.into_iter().map(line).collect())
}

async fn replication_rows(app: &App, after: i64) -> Result<OpenRows> {
    let rows = store::replications_after(&app.db, after, OPEN_ROWS).await?;
    let sides = rows.iter().flat_map(|row| [row.agency, row.origin_agency]);
    let names = agencies::names_of(app, sides).await?;
    let name = |id| names.get(&id).cloned().unwrap_or_else(AgencyName::unknown).name;
    let mut lines = vec![];
    for row in rows {
        let origin = store::find(&app.db, row.origin).await?;
        let ReplicationRow { id, mode, extent, progress, started_on, counted_at, at, .. } = &row;
        let cells = vec![
            id.to_string(),
            row.origin.to_string(),
            origin.map(|origin| origin.name).unwrap_or_default(),
            name(row.origin_agency),
            name(row.agency),
            mode.to_string(),
            extent.to_string(),
            progress.to_string(),
            text(*started_on),
            text(*counted_at),
            at.to_string(),
            app.link(Lang::INDONESIAN, &row.path()),
        ];
        lines.push((row.id.0, cells));
    }
    Ok(lines)
}

async fn stage_rows(app: &App, after: i64) -> Result<OpenRows> {
    Ok(shown(app, store::open_stages(&app.db, after, OPEN_ROWS).await?))
}

async fn indicator_rows(app: &App, after: i64) -> Result<OpenRows> {
    Ok(shown(app, store::open_indicators(&app.db, after, OPEN_ROWS).await?))
}

async fn observation_rows(app: &App, after: i64) -> Result<OpenRows> {
    Ok(shown(app, store::open_observations(&app.db, after, OPEN_ROWS).await?))
}

/// With the page of the innovation, whose name is the first text.
fn shown(app: &App, lines: Vec<OpenLine>) -> OpenRows {
    open_data::rows(app, lines, |line| innovation::path(InnovationId(line.of), line.first()))
}

/// Empty when it is not known.
fn text(value: Option<impl std::fmt::Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
