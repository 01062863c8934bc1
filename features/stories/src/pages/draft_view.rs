//! A draft as its writer and its editors see it: the text as it will stand, and what became of it.
use crate::{
    body, lists,
    sections::Sections,
    store::{self, DraftRow, DraftStep},
    story::Format,
};
use anyhow::Result;
use areas::Areas;
use base::{app::App, web::Frame};

/// A draft with everything that its page says.
pub(crate) struct Shown {
    pub row: DraftRow,
    pub writer: String,
    pub section: String,
    pub area: String,
    /// As safe HTML.
    pub body: String,
    pub steps: Vec<(DraftStep, String)>,
    /// Once it is public.
    pub story_path: Option<String>,
}

pub(crate) async fn shown(app: &App, f: &Frame, row: DraftRow) -> Result<Shown> {
    let steps = store::draft_steps(&app.db, row.id).await?;
    let mut ids: Vec<_> = steps.iter().map(|step| step.person).collect();
    ids.push(row.person);
    let names = people::names(&app.db, &ids).await?;
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    let section = Sections::load(app).await?.find(row.section, f.words.lang());
    Ok(Shown {
        writer: name(row.person),
        section: section.map(|section| section.name).unwrap_or_default(),
        area: row.written_from.map(|code| app.keeper::<Areas>().name(code)).unwrap_or_default(),
        body: body::html(&row.body, Format::Marks, (None, None)),
        steps: steps.into_iter().map(|step| (step.clone(), name(step.person))).collect(),
        story_path: row.story.map(|story| lists::path(story, &row.title)),
        row,
    })
}

impl Shown {
    /// The newest words that came with it: why it is back.
    pub fn last_words(&self) -> Option<&str> {
        self.steps.last().and_then(|(step, _)| step.words.as_deref())
    }

    pub fn state_key(&self) -> String {
        state_key(&self.row)
    }

    pub fn state_class(&self) -> &'static str {
        state_class(&self.row)
    }
}

pub(crate) fn state_key(row: &DraftRow) -> String {
    format!("draft-state-{}", row.state)
}

pub(crate) fn state_class(row: &DraftRow) -> &'static str {
    use crate::draft::DraftState::{Published, Returned, Sent, Withdrawn};
    match row.state {
        Sent => "wait",
        Returned => "note",
        Published => "good",
        Withdrawn => "bad",
    }
}

/// "Ketut mengembalikannya".
pub(crate) fn step_key(step: &DraftStep) -> String {
    format!("draft-step-{}", step.state)
}
