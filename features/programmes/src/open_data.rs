//! Public lists that anyone may carry away: programmes, what they aim at, activities, what was said and decided.
use crate::{
    headcount::{Counted, Headcount, Seen},
    programme::{NamedArea, slug},
    store,
};
use anyhow::Result;
use base::{
    app::App,
    feature::{OPEN_ROWS, OpenRows, OpenTable},
    ids,
    languages::Lang,
    open_data::{self, OpenLine},
};

pub(crate) const TABLES: &[OpenTable] = &[
    OpenTable {
        name: "programmes",
        columns: &[
            "id", "name", "acronym", "purpose", "begins", "ends", "partners", "areas", "funding",
            "source", "page",
        ],
        rows: |app, after| Box::pin(programme_rows(app, after)),
    },
    OpenTable {
        name: "activities",
        columns: &[
            "id",
            "programme",
            "kind",
            "level",
            "name",
            "starts",
            "ends",
            "state",
            "venue",
            "areas",
            "participants",
            "women",
            "men",
            "unnoted",
            "source",
            "page",
        ],
        rows: |app, after| Box::pin(activity_rows(app, after)),
    },
    OpenTable {
        name: "programme_outcomes",
        columns: &["id", "programme_id", "programme", "number", "name", "part_of", "source", "url"],
        rows: |app, after| Box::pin(outcome_rows(app, after)),
    },
    OpenTable {
        name: "programme_components",
        columns: &[
            "id",
            "programme_id",
            "programme",
            "number",
            "name",
            "outcome",
            "note",
            "source",
            "url",
        ],
        rows: |app, after| Box::pin(component_rows(app, after)),
    },
    OpenTable {
        name: "activity_speakers",
        columns: &["id", "activity_id", "activity", "name", "office", "said", "url"],
        rows: |app, after| Box::pin(speaker_rows(app, after)),
    },
    OpenTable {
        name: "activity_decisions",
        columns: &["id", "activity_id", "activity", "decision", "url"],
        rows: |app, after| Box::pin(decision_rows(app, after)),
    },
];

fn names(areas: &[(i64, NamedArea)]) -> String {
    areas.iter().map(|(_, area)| area.name.as_str()).collect::<Vec<_>>().join("; ")
}

async fn programme_rows(app: &App, after: i64) -> Result<OpenRows> {
    let mut rows = vec![];
    for row in store::programmes_after(&app.db, after, OPEN_ROWS).await? {
        let partners = store::partners(&app.db, row.id).await?;
        let partners: Vec<&str> = partners.iter().map(|partner| partner.name.as_str()).collect();
        let areas = store::areas(&app.db, row.id.into()).await?;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let day =
            |known: Option<crate::Calendar>| known.map_or(String::new(), |day| day.to_string());
        rows.push((
            row.id.0,
            vec![
                row.id.to_string(),
                row.name.clone(),
                text(&row.acronym),
                row.purpose.clone(),
                day(row.begins),
                day(row.ends),
                partners.join("; "),
                names(&areas),
                text(&row.funding),
                text(&row.source),
                app.link(Lang::INDONESIAN, &row.path()),
            ],
        ));
    }
    Ok(rows)
}

async fn activity_rows(app: &App, after: i64) -> Result<OpenRows> {
    let mut rows = vec![];
    for row in store::activities_after(&app.db, after, OPEN_ROWS).await? {
        let areas = store::areas(&app.db, row.id.into()).await?;
        let count = Headcount::of(store::headcount(&app.db, row.id).await?);
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let day =
            |day: Option<base::jiff::civil::Date>| day.map_or(String::new(), |day| day.to_string());
        let people = |seen: Seen| match seen {
            Seen::Number(people) => people.to_string(),
            Seen::Hidden => "<5".to_owned(),
            Seen::Uncounted => String::new(),
        };
        rows.push((
            row.id.0,
            vec![
                row.id.to_string(),
                row.programme.to_string(),
                row.kind.to_string(),
                row.level.to_string(),
                row.name.clone(),
                day(row.starts),
                day(row.ends),
                row.state.to_string(),
                text(&row.venue),
                names(&areas),
                people(count.total_seen()),
                people(count.seen(Counted::Women)),
                people(count.seen(Counted::Men)),
                people(count.seen(Counted::Unnoted)),
                text(&row.source),
                app.link(Lang::INDONESIAN, &row.path()),
            ],
        ));
    }
    Ok(rows)
}

async fn outcome_rows(app: &App, after: i64) -> Result<OpenRows> {
    Ok(shown(app, "/program/", store::open_outcomes(&app.db, after, OPEN_ROWS).await?))
}

async fn component_rows(app: &App, after: i64) -> Result<OpenRows> {
    Ok(shown(app, "/program/", store::open_components(&app.db, after, OPEN_ROWS).await?))
}

async fn speaker_rows(app: &App, after: i64) -> Result<OpenRows> {
    Ok(shown(app, "/kegiatan/", store::open_speakers(&app.db, after, OPEN_ROWS).await?))
}

async fn decision_rows(app: &App, after: i64) -> Result<OpenRows> {
    Ok(shown(app, "/kegiatan/", store::open_decisions(&app.db, after, OPEN_ROWS).await?))
}

/// With the page of the programme or activity, whose name is the first text.
fn shown(app: &App, before: &str, lines: Vec<OpenLine>) -> OpenRows {
    let path = |line: &OpenLine| format!("{before}{}/{}", ids::short(line.of), slug(line.first()));
    open_data::rows(app, lines, path)
}
