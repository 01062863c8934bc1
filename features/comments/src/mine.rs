//! /akun/komentar: what one wrote oneself, and what became of it.
use crate::{
    comment::State,
    store::{self, CommentRow},
    text,
};
use askama::Template;
use base::{
    ids::CommentId,
    refusal::Outcome,
    web::{Answer, Frame, Visit},
};
use jiff::Timestamp;

const ON_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "mine.html")]
pub(crate) struct MinePage {
    pub f: Frame,
    pub lines: Vec<Line>,
    pub next: Option<String>,
}

/// One comment in short.
pub(crate) struct Line {
    pub id: CommentId,
    pub excerpt: String,
    /// Class and words.
    pub state: (&'static str, String),
    pub at: Option<Timestamp>,
    /// Title and path of what it stands under, where that is public.
    pub under: Option<(String, String)>,
}

pub(crate) async fn show(visit: Visit) -> Answer {
    let before = visit.query_value("sebelum").and_then(|id| id.parse().ok());
    let before = before.unwrap_or(CommentId(i64::MAX));
    let limit = i64::try_from(ON_PAGE).unwrap_or(i64::MAX) + 1;
    let (db, person) = (&visit.app.db, visit.person_id()?);
    let mut rows = store::written_by(db, person, before, limit).await?;
    let more = rows.len() > ON_PAGE;
    rows.truncate(ON_PAGE);
    let next = rows.last().filter(|_| more).map(|row| format!("/akun/komentar?sebelum={}", row.id));
    let f = visit.frame(visit.words().t("my-comments")).await?;
    let f = Frame { noindex: true, ..f };
    let mut lines = vec![];
    for row in &rows {
        lines.push(Line::of(&visit, &f, row).await?);
    }
    visit.page(&MinePage { f, lines, next })
}

impl Line {
    async fn of(visit: &Visit, f: &Frame, row: &CommentRow) -> Outcome<Line> {
        let under = visit.app.describe(visit.lang, row.subject()).await?;
        Ok(Line {
            id: row.id,
            excerpt: text::excerpt(&row.text, 200),
            state: state(f, row),
            at: row.at,
            under: under.filter(|card| card.public).map(|card| (card.title, card.path)),
        })
    }
}

fn state(f: &Frame, row: &CommentRow) -> (&'static str, String) {
    match row.state {
        State::Waiting => ("wait", f.t("comment-badge-waiting")),
        State::Shown => ("good", f.t("my-comment-shown")),
        State::Withdrawn => ("note", f.t("my-comment-withdrawn")),
        State::Hidden => {
            let reason = row.reason.map(|reason| f.t(&format!("offence-{reason}")));
            ("bad", f.with("my-comment-hidden", "reason", &reason.unwrap_or_default()))
        }
    }
}

impl MinePage {
    pub(crate) fn sample(f: Frame, rows: &[CommentRow]) -> MinePage {
        let line = |row: &CommentRow| Line {
            id: row.id,
            excerpt: text::excerpt(&row.text, 200),
            state: state(&f, row),
            at: row.at,
            under: Some(("Jembatan dibuka".to_owned(), "/tulisan/7".to_owned())),
        };
        let lines = rows.iter().map(line).collect();
        MinePage { lines, next: Some("/akun/komentar?sebelum=1".to_owned()), f }
    }
}
