//! The desk: what waits, due first, and the page on which one report is worked on.
use super::{
    follow::{NoteView, stories},
    view::{Due, For, Moment, ReportView, excerpt},
};
use crate::{
    deeds::{self, Deed},
    may,
    report::{Report, State, Turn, Visibility},
    rules::zone_of,
    store::{self, NoteKind},
};
use anyhow::Result;
use askama::Template;
use axum::extract::Path;
use base::{
    app::App,
    feature::Later,
    ids::{PersonId, ReportId},
    links::Linked,
    refusal::{OrNotFound, Outcome},
    visitor::SignedIn,
    web::{Answer, Frame, Visit},
};

const ROWS_MAX: i64 = 100;

/// A part of the desk, as it stands in addresses.
const PARTS: [(&str, &str); 6] = [
    ("meja", "report-part-desk"),
    ("instansi", "report-part-body"),
    ("pelapor", "report-part-reporter"),
    ("kata", "report-part-words"),
    ("pesan", "report-part-told"),
    ("selesai", "report-part-ended"),
];

pub(crate) struct DeskRow {
    pub id: ReportId,
    pub due: Due,
    pub title: String,
    pub state: State,
    pub visibility: Visibility,
    /// Number, kind, area, when it was sent.
    pub facts: String,
    pub excerpt: String,
    pub first: Option<Deed>,
}

pub(crate) struct Tab {
    pub name: String,
    pub href: String,
    pub current: bool,
}

#[derive(Template)]
#[template(path = "pages/desk.html")]
pub(crate) struct DeskPage {
    pub f: Frame,
    pub tabs: Vec<Tab>,
    pub rows: Vec<DeskRow>,
}

/// GET /meja/laporan
pub(crate) async fn desk(visit: Visit) -> Answer {
    let app = &visit.app;
    let areas = may::desk_areas(visit.person()?);
    let part = visit.query_value("bagian").unwrap_or_default();
    let ids = match part.as_str() {
        "instansi" => store::waiting(&app.db, &areas, Turn::Body, ROWS_MAX).await?,
        "pelapor" => store::waiting(&app.db, &areas, Turn::Reporter, ROWS_MAX).await?,
        "kata" => store::words_waiting(&app.db, &areas, ROWS_MAX).await?,
        "pesan" => store::told(&app.db, &areas, ROWS_MAX).await?,
        "selesai" => store::ended(&app.db, &areas, ROWS_MAX).await?,
        _ => store::waiting(&app.db, &areas, Turn::Desk, ROWS_MAX).await?,
    };
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let reports = store::reports(&app.db, &ids).await?;
    let f = visit.frame(visit.words().t("report-desk")).await?;
    let rows = reports.iter().map(|report| row(&visit, &f, report)).collect();
    let tabs = tabs(&visit, &areas, &part).await?;
    visit.page(&DeskPage { f: Frame { noindex: true, ..f }, tabs, rows })
}

/// What waits at the desk, reports and messages, and in the inboxes of the bodies that someone speaks for.
pub(crate) fn waiting<'a>(
    app: &'a App,
    person: &'a SignedIn,
) -> Later<'a, Vec<(&'static str, i64)>> {
    Box::pin(async move {
        let (db, areas) = (&app.db, may::desk_areas(person));
        let counts = store::count_waiting(db, &areas).await?;
        let own = counts.iter().find(|(turn, _)| *turn == Turn::Desk).map_or(0, |(_, n)| *n);
        let told = store::count_told(db, &areas).await?;
        let bodies = store::count_inbox(db, &may::bodies(person)).await?;
        Ok(vec![("/meja/laporan", own + told), ("/meja/instansi", bodies)])
    })
}

async fn tabs(visit: &Visit, areas: &[i64], part: &str) -> Result<Vec<Tab>> {
    let counts = store::count_waiting(&visit.app.db, areas).await?;
    let told = store::count_told(&visit.app.db, areas).await?;
    let words = visit.words();
    let of = |turn: Turn| counts.iter().find(|(one, _)| *one == turn).map_or(0, |(_, n)| *n);
    let mut tabs = vec![];
    for (index, (name, key)) in PARTS.into_iter().enumerate() {
        let count = match name {
            "meja" => Some(of(Turn::Desk)),
            "instansi" => Some(of(Turn::Body)),
            "pelapor" => Some(of(Turn::Reporter)),
            "pesan" => Some(told),
            _ => None,
        };
        let count = count.map(|n| format!(" ({})", words.number(n))).unwrap_or_default();
        let known = PARTS.iter().any(|(one, _)| *one == part);
        tabs.push(Tab {
            name: format!("{}{count}", words.t(key)),
            href: format!("/meja/laporan?bagian={name}"),
            current: name == part || (index == 0 && !known),
        });
    }
    Ok(tabs)
}

fn row(visit: &Visit, f: &Frame, report: &Report) -> DeskRow {
    let zone = zone_of(&visit.app, report.area);
    let area = visit.app.keeper::<areas::Areas>().name(report.area);
    let category = f.t(&format!("report-category-{}", report.category));
    let sent = f.words.short_moment(report.sent_at, zone);
    DeskRow {
        id: report.id,
        due: Due::of_report(f, zone, report),
        title: report.title.clone(),
        state: report.state,
        visibility: report.visibility,
        facts: format!("{} · {category} · {area} · {sent}", report.number),
        excerpt: excerpt(report),
        first: deeds::for_desk(report).first().copied().filter(|_| report.turn == Turn::Desk),
    }
}

/// One report, whole, with what may be done.
#[derive(Template)]
#[template(path = "pages/work.html")]
pub(crate) struct WorkPage {
    pub f: Frame,
    pub report: ReportView,
    pub deeds: Vec<Deed>,
    /// Whether the report waits for the desk: only then is the first deed the one to do.
    pub waits: bool,
    pub notes: Vec<NoteView>,
    /// Something that the sender wrote was not read yet.
    pub told: bool,
    /// How the sender can be reached; never more than the desk needs.
    pub reach: String,
    pub public: bool,
    /// Finished HTML: pictures and recordings, also while nobody else may see them.
    pub attachments: String,
    /// Stories that it belongs to, with the sender's own sentence: it shows with the report.
    pub stories: Vec<Linked>,
}

/// GET /meja/laporan/{id}
pub(crate) async fn work(visit: Visit, Path(id): Path<ReportId>) -> Answer {
    let app = &visit.app;
    let report = store::find(&app.db, id).await?.or_not_found()?;
    may::at_the_desk(app, visit.person()?, &report).await?;
    let f = visit.frame(visit.words().t("report-desk")).await?.about(&report.title);
    let f = Frame { noindex: true, ..f };
    let (notes, told) = notes(&visit, &f, &report).await?;
    let page = WorkPage {
        deeds: deeds::for_desk(&report),
        waits: report.turn == Turn::Desk,
        notes,
        told,
        reach: reach(&visit, &f, &report).await?,
        public: report.public(),
        attachments: media::shown_to_few(&f, &media::list(&app.db, id.into()).await?),
        stories: stories(app, &f, &report).await?,
        report: ReportView::load(app, &f, report, For::Whole).await?,
        f,
    };
    visit.page(&page)
}

/// The phone that a letter left, or only whether there is a way. An account's name stands in the byline where its
/// owner shows it, and nowhere else.
async fn reach(visit: &Visit, f: &Frame, report: &Report) -> Outcome<String> {
    let sender = store::sender(&visit.app.db, report.id).await?.or_not_found()?;
    Ok(match (&sender.phone, sender.person, &sender.email) {
        (Some(phone), ..) => f.with("report-reach-phone", "phone", phone),
        (None, Some(_), _) => f.t("report-reach-account"),
        (None, None, Some(_)) if sender.confirmed_at.is_some() => f.t("report-reach-email"),
        (None, None, Some(_)) => f.t("report-reach-unconfirmed"),
        (None, None, None) => f.t("report-reach-none"),
    })
}

/// What was written, and whether the sender's newest words were not read yet.
async fn notes(visit: &Visit, f: &Frame, report: &Report) -> Outcome<(Vec<NoteView>, bool)> {
    let rows = store::notes(&visit.app.db, report.id).await?;
    let persons: Vec<PersonId> = rows.iter().filter_map(|note| note.person).collect();
    let names = people::names(&visit.app.db, &persons).await?;
    let zone = zone_of(&visit.app, report.area);
    let view = |note: &store::NoteRow| {
        let name = note.person.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
        let who = match note.kind {
            NoteKind::Note => f.with("report-note-by", "name", &name),
            NoteKind::Question => f.with("report-question-by", "name", &name),
            NoteKind::Reply => f.t("report-actor-reporter"),
        };
        NoteView { when: Moment::of(f, zone, note.at), who, text: note.text.clone() }
    };
    let new = |note: &store::NoteRow| note.kind == NoteKind::Reply && note.seen_at.is_none();
    Ok((rows.iter().map(view).collect(), rows.iter().any(new)))
}
