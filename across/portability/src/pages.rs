//! The page that names every public list, and the lists themselves.
use crate::open_data::{self, Reached};
use askama::Template;
use axum::{body::Body, extract::Path, http::header, response::IntoResponse};
use base::{
    feature::{Gallery, OpenTable, Sample},
    refusal::OrNotFound,
    web::{Answer, Frame, Visit},
};
use futures_util::stream;

#[derive(Template)]
#[template(path = "data.html")]
struct DataPage {
    f: Frame,
    tables: Vec<OpenTable>,
}

/// GET /data
pub(crate) async fn list(visit: Visit) -> Answer {
    let tables = open_data::tables(&visit.app);
    let f = visit.frame(visit.words().t("open-data-heading")).await?;
    visit.page(&DataPage { f, tables })
}

/// GET /data/{file}: one list, written while it is read, so that a long one needs no memory.
pub(crate) async fn download(visit: Visit, Path(file): Path<String>) -> Answer {
    let name = file.strip_suffix(".csv").or_not_found()?;
    let found = open_data::tables(&visit.app).into_iter().find(|table| table.name == name);
    let table = found.or_not_found()?;
    let app = visit.app.clone();
    let pieces = stream::try_unfold(Reached::Start, move |place| {
        let app = app.clone();
        async move {
            if place == Reached::End {
                return Ok(None);
            }
            let piece = open_data::piece(&app, &table, place).await;
            piece.map(Some).map_err(std::io::Error::other)
        }
    });
    let head = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")),
    ];
    Ok((head, Body::from_stream(pieces)).into_response())
}

impl DataPage {
    fn title(&self, table: &OpenTable) -> String {
        self.f.t(&format!("open-data-{}", table.name))
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let table = OpenTable {
        name: "agencies",
        columns: &["slug", "name", "area"],
        rows: |_, _| Box::pin(async { Ok(vec![]) }),
    };
    let f = || gallery.titled("Data terbuka");
    vec![
        Sample::of("open-data", &DataPage { f: f(), tables: vec![table] }),
        Sample::of("open-data-none", &DataPage { f: f(), tables: vec![] }),
    ]
}
