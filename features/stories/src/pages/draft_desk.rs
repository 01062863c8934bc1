//! The editors' desk: what lies before them by area, where each draft is, and why it went back; what is public and not
//! verified yet.
use crate::{
    actions,
    draft::DraftState,
    shown::{self, Note, Shown},
    store::{self, DraftRow, OpenTask},
};
use anyhow::Result;
use areas::Areas;
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    app::App,
    feature::Later,
    ids::{AreaCode, DraftId, short},
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::{Role, Scope, SignedIn},
    web::{Answer, Fields, Frame, Visit},
};
use std::collections::{BTreeMap, HashMap};

/// Drafts on the desk's first page; who has more has editors to find first.
const WAITING: i64 = 200;

/// A draft in the queue.
pub(crate) struct Line {
    pub row: DraftRow,
    pub name: String,
    pub area: String,
    /// Why it went back.
    pub why: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/draft_desk.html")]
pub(crate) struct DeskPage {
    pub f: Frame,
    pub drafts: Vec<Line>,
    /// Kabupaten and kota with their number of drafts.
    pub areas: Vec<(AreaCode, String, usize)>,
    pub chosen: Option<AreaCode>,
    pub tasks: Vec<OpenTask>,
}

#[derive(Template)]
#[template(path = "pages/draft_work.html")]
pub(crate) struct WorkPage {
    pub f: Frame,
    pub shown: Shown,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// Whether the visitor may change the text now.
    pub open: bool,
    /// Nobody decides about their own.
    pub own: bool,
}

/// GET /meja/tulisan
pub(crate) async fn desk(visit: Visit) -> Answer {
    let person = visit.person()?;
    let app = &visit.app;
    let mut waiting = store::drafts_at_desk(&app.db, WAITING).await?;
    waiting.retain(|row| actions::may_edit(person, row));
    let mut tasks = store::open_tasks(&app.db, WAITING).await?;
    tasks.retain(|task| edits_in(person, task.written_from));
    let areas = by_area(app, &waiting);
    let chosen: Option<AreaCode> = visit.query_value("daerah").and_then(|code| code.parse().ok());
    if let Some(chosen) = chosen {
        waiting.retain(|row| row.written_from.is_some_and(|code| code.within(chosen)));
    }
    let drafts = lines(app, waiting).await?;
    let f = visit.frame(visit.words().t("draft-desk")).await?;
    visit.page(&DeskPage { f, drafts, areas, chosen, tasks })
}

/// How many drafts wait for someone's eyes.
pub(crate) fn count<'a>(app: &'a App, person: &'a SignedIn) -> Later<'a, Vec<(&'static str, i64)>> {
    Box::pin(async move {
        let mut waiting = store::drafts_at_desk(&app.db, WAITING).await?;
        waiting.retain(|row| actions::may_edit(person, row));
        Ok(vec![("/meja/tulisan", i64::try_from(waiting.len())?)])
    })
}

fn edits_in(person: &SignedIn, area: Option<AreaCode>) -> bool {
    let scope = area.map_or(Scope::House, Scope::Area);
    person.may(Role::ChiefEditor, Scope::House) || person.may(Role::Editor, scope)
}

/// The kabupaten and kota from which drafts came.
fn by_area(app: &App, rows: &[DraftRow]) -> Vec<(AreaCode, String, usize)> {
    let mut counts: BTreeMap<AreaCode, usize> = BTreeMap::new();
    for code in rows.iter().filter_map(|row| row.written_from) {
        let kabupaten =
            code.with_ancestors().into_iter().find(|code| (100..10_000).contains(&code.0));
        *counts.entry(kabupaten.unwrap_or(code)).or_default() += 1;
    }
    let areas = app.keeper::<Areas>();
    counts.into_iter().map(|(code, count)| (code, areas.name(code), count)).collect()
}

async fn lines(app: &App, rows: Vec<DraftRow>) -> Result<Vec<Line>> {
    let writers: Vec<_> = rows.iter().map(|row| row.person).collect();
    let names = people::names(&app.db, &writers).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.id.0).collect();
    let whys: HashMap<DraftId, String> =
        store::reasons_of(&app.db, &ids).await?.into_iter().collect();
    let areas = app.keeper::<Areas>();
    let line = |row: DraftRow| Line {
        name: names.get(&row.person).cloned().unwrap_or_default(),
        area: row.written_from.map(|code| areas.short_name(code)).unwrap_or_default(),
        why: whys.get(&row.id).cloned(),
        row,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// GET /meja/tulisan/{id}
pub(crate) async fn work(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    let page = WorkPage::load(&visit, id, Fields::default()).await?;
    visit.page(&page)
}

/// After an act at the desk: back to the draft with what was done, or with what was typed and what is wrong.
pub(super) async fn back<T>(
    visit: &Visit,
    id: DraftId,
    (fields, notice): (Fields, &str),
    done: Outcome<T>,
) -> Answer {
    match done {
        Ok(_) => visit.go_with_notice(&format!("/meja/tulisan/{id}"), notice),
        Err(Failure::Refused(Refusal::Invalid(errors))) => {
            let mut page = WorkPage::load(visit, id, fields).await?;
            page.f.count_errors(errors.0.len());
            page.errors = errors;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(failure) => Err(failure),
    }
}

impl DeskPage {
    fn is_chosen(&self, code: &AreaCode) -> bool {
        self.chosen == Some(*code)
    }
}

impl WorkPage {
    async fn load(visit: &Visit, id: DraftId, fields: Fields) -> Outcome<WorkPage> {
        let row = store::draft(&visit.app.db, id).await?.or_not_found()?;
        let person = visit.person()?;
        if !actions::may_edit(person, &row) || row.state == DraftState::Working {
            return Err(Refusal::NotAllowed("refusal-other-area").into());
        }
        let f = visit.frame(visit.words().t("draft-desk")).await?.about(&row.title);
        let own = row.person == person.id;
        let open = row.state == DraftState::Sent && !own;
        let shown = shown::shown(&visit.app, &f, row).await?;
        Ok(WorkPage { f, shown, fields, errors: FieldErrors::default(), open, own })
    }

    /// Whether it lies before the editors and this one may decide.
    fn at_work(&self) -> bool {
        matches!(self.shown.row.state, DraftState::Sent | DraftState::Scheduled) && !self.own
    }

    fn embargoed(&self) -> bool {
        self.shown.embargoes.iter().any(|(embargo, _)| embargo.holds(self.f.now))
    }

    /// Whether the form of an embargo was sent and came back.
    fn embargo_typed(&self) -> bool {
        self.errors.0.iter().any(|error| error.field.starts_with("embargo_"))
    }

    fn open_notes(&self) -> Vec<&Note> {
        let on_paragraphs = self.shown.paragraphs.iter().flat_map(|paragraph| &paragraph.notes);
        let all = on_paragraphs.chain(&self.shown.loose);
        all.filter(|note| note.row.settled_at.is_none()).collect()
    }

    fn short(&self, id: &i64) -> String {
        short(*id)
    }
}
