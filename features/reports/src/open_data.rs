//! Public lists that anyone may carry away: reports, what bodies said of them.
use crate::{
    report::Report,
    rules::zone_of,
    store::{self, OpenAnswer},
};
use anyhow::Result;
use base::{
    app::App,
    feature::{OPEN_ROWS, OpenRows, OpenTable},
    ids::AgencyId,
    jiff::{Timestamp, civil::Date},
    languages::Lang,
};

pub(crate) const TABLES: &[OpenTable] = &[
    OpenTable {
        name: "reports",
        columns: &[
            "number",
            "title",
            "category",
            "class",
            "area_code",
            "area",
            "state",
            "sent_at",
            "verified_at",
            "agency",
            "delivered_at",
            "received_at",
            "due_at",
            "answered_at",
            "promised_until",
            "repaired_at",
            "closed_at",
            "verdict",
            "address",
        ],
        rows: |app, after| Box::pin(report_rows(app, after)),
    },
    OpenTable {
        name: "answers",
        columns: &[
            "id", "report", "agency", "kind", "at", "on", "text", "link", "until", "address",
        ],
        rows: |app, after| Box::pin(answer_rows(app, after)),
    },
];

async fn report_rows(app: &App, after: i64) -> Result<OpenRows> {
    let ids = store::public_after(&app.db, after, OPEN_ROWS).await?;
    let reports = store::reports(&app.db, &ids).await?;
    let bodies: Vec<AgencyId> = reports.iter().filter_map(|report| report.agency).collect();
    let names = agencies::names(&app.db, &bodies).await?;
    let row = |report: &Report| {
        let body = report.agency.and_then(|id| names.get(&id));
        report_row(app, report, body.map_or("", |name| name.name.as_str()))
    };
    Ok(reports.iter().map(|report| (report.id.0, row(report))).collect())
}

fn report_row(app: &App, report: &Report, body: &str) -> Vec<String> {
    let words = app.words(Lang::INDONESIAN);
    let zone = zone_of(app, report.area);
    let moment = |at: Option<Timestamp>| at.map_or_else(String::new, |at| words.machine(at, zone));
    vec![
        report.number.clone(),
        report.title.clone(),
        report.category.clone(),
        report.class.to_string(),
        report.area.to_string(),
        app.keeper::<areas::Areas>().name(report.area),
        report.state.to_string(),
        moment(Some(report.sent_at)),
        moment(report.verified_at),
        body.to_owned(),
        moment(report.delivered_at),
        moment(report.received_at),
        moment(report.due_at.filter(|_| report.waits_for_body())),
        moment(report.answered_at),
        report.promised_until.map_or_else(String::new, |day| day.to_string()),
        moment(report.repaired_at),
        moment(report.closed_at),
        report.verdict.map_or_else(String::new, |verdict| verdict.to_string()),
        app.link(Lang::INDONESIAN, &report.path()),
    ]
}

async fn answer_rows(app: &App, after: i64) -> Result<OpenRows> {
    let answers = store::open_answers(&app.db, after, OPEN_ROWS).await?;
    let names = agencies::names_of(app, answers.iter().map(|answer| answer.agency)).await?;
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let row = |answer: OpenAnswer| {
        let cells = vec![
            answer.id.to_string(),
            answer.number,
            names.get(&answer.agency).map_or_else(String::new, |name| name.name.clone()),
            answer.kind.to_string(),
            answer.at.to_string(),
            day(answer.on),
            answer.text,
            answer.link.unwrap_or_default(),
            day(answer.until),
            app.link(Lang::INDONESIAN, &format!("/jawaban/{}", answer.id)),
        ];
        (answer.id.0, cells)
    };
    Ok(answers.into_iter().map(row).collect())
}
