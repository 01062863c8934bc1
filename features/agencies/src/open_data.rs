//! Public lists that anyone may carry away: bodies, promises, offices, places of service, services.
use crate::{store, table};
use anyhow::Result;
use base::{
    app::App,
    feature::{OPEN_ROWS, OpenRows, OpenTable},
    open_data::{self, OpenLine},
};

pub(crate) const TABLES: &[OpenTable] = &[
    OpenTable {
        name: "agencies",
        columns: table::COLUMNS,
        rows: |app, after| Box::pin(table::open_rows(app, after)),
    },
    OpenTable {
        name: "promises",
        columns: table::PROMISE_COLUMNS,
        rows: |app, after| Box::pin(table::promise_rows(app, after)),
    },
    OpenTable {
        name: "office_terms",
        columns: &[
            "id",
            "office_id",
            "agency",
            "office",
            "name",
            "from",
            "until",
            "known_on",
            "source",
            "url",
        ],
        rows: |app, after| Box::pin(term_rows(app, after)),
    },
    OpenTable {
        name: "service_units",
        columns: &["id", "agency_id", "agency", "name", "address", "hours", "closed_on", "url"],
        rows: |app, after| Box::pin(unit_rows(app, after)),
    },
    OpenTable {
        name: "services",
        columns: &["id", "agency_id", "agency", "name", "affair", "unit", "ended_on", "url"],
        rows: |app, after| Box::pin(service_rows(app, after)),
    },
];

async fn term_rows(app: &App, after: i64) -> Result<OpenRows> {
    Ok(rows(app, store::open_terms(&app.db, after, OPEN_ROWS).await?))
}

async fn unit_rows(app: &App, after: i64) -> Result<OpenRows> {
    Ok(rows(app, store::open_units(&app.db, after, OPEN_ROWS).await?))
}

async fn service_rows(app: &App, after: i64) -> Result<OpenRows> {
    Ok(rows(app, store::open_services(&app.db, after, OPEN_ROWS).await?))
}

/// With the page of the body, whose word in addresses is the first text.
fn rows(app: &App, lines: Vec<OpenLine>) -> OpenRows {
    open_data::rows(app, lines, |line| format!("/instansi/{}", line.first()))
}
