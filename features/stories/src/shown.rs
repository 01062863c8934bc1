//! A draft as its writers and its editors see it: the text with the notes on it, what is settled, what became of it.
use crate::{
    body,
    checking::{anchored, beginning},
    lists,
    sections::Sections,
    store::{self, CheckRow, DraftRow, DraftStep, EmbargoRow, NoteRow, PendingRow, QuestionRow},
    story::Format,
};
use anyhow::Result;
use areas::Areas;
use base::{
    app::App,
    ids::{PersonId, short},
    web::Frame,
};
use jiff::Timestamp;
use std::collections::HashMap;

/// A note with who made it and what was answered.
pub(crate) struct Note {
    pub row: NoteRow,
    pub name: String,
    pub answers: Vec<(NoteRow, String)>,
}

impl Note {
    pub fn id(&self) -> String {
        short(self.row.id)
    }
}

/// A paragraph of the text as safe HTML, and what is noted on it.
pub(crate) struct Paragraph {
    pub html: String,
    /// How it begins, for the list from which an editor chooses one.
    pub beginning: String,
    pub notes: Vec<Note>,
}

/// A draft with everything that its page says.
pub(crate) struct Shown {
    pub row: DraftRow,
    pub writers: String,
    pub section: String,
    pub area: String,
    pub paragraphs: Vec<Paragraph>,
    /// Finished HTML: pictures and recordings.
    pub attachments: String,
    /// On the whole, or on a paragraph that is no longer there.
    pub loose: Vec<Note>,
    pub steps: Vec<(DraftStep, String)>,
    pub approved: Option<(String, Timestamp)>,
    pub verified: Option<(String, Timestamp)>,
    pub checks: Vec<(CheckRow, String)>,
    pub questions: Vec<QuestionRow>,
    pub pending: Option<PendingRow>,
    /// Every hour that was agreed on, the newest first, with who noted it.
    pub embargoes: Vec<(EmbargoRow, String)>,
    /// Once it is public.
    pub story_path: Option<String>,
}

pub(crate) async fn shown(app: &App, f: &Frame, row: DraftRow) -> Result<Shown> {
    let steps = store::draft_steps(&app.db, row.id).await?;
    let notes = store::notes(&app.db, row.id).await?;
    let checks = store::checks(&app.db, row.id).await?;
    let others = store::co_writers(&app.db, row.id).await?;
    let embargoes = store::embargoes(&app.db, row.id).await?;
    let mut ids: Vec<PersonId> = steps.iter().map(|step| step.person).collect();
    ids.extend(notes.iter().map(|note| note.person).chain(checks.iter().map(|c| c.person)));
    ids.extend(others.iter().chain([&row.person]).chain(&row.approved_by).chain(&row.verified_by));
    ids.extend(embargoes.iter().map(|embargo| embargo.person));
    let names = people::names(&app.db, &ids).await?;
    let name = |id: PersonId| names.get(&id).cloned().unwrap_or_default();
    let flag = |by: Option<PersonId>, at: Option<Timestamp>| {
        at.map(|at| (by.map(name).unwrap_or_default(), at))
    };
    let section = Sections::load(app).await?.find(row.section, f.words.lang());
    let writers: Vec<_> =
        [row.person].into_iter().chain(others).map(|id| (Some(id), name(id))).collect();
    let (paragraphs, loose) = with_notes(&row.body, notes, &names);
    Ok(Shown {
        writers: lists::join(&writers, &f.words).unwrap_or_default(),
        section: section.map(|section| section.name).unwrap_or_default(),
        area: row.written_from.map(|code| app.keeper::<Areas>().name(code)).unwrap_or_default(),
        paragraphs,
        attachments: media::shown_to_few(f, &media::list(&app.db, row.id.into()).await?),
        loose,
        steps: steps.into_iter().map(|step| (step.clone(), name(step.person))).collect(),
        approved: flag(row.approved_by, row.approved_at),
        verified: flag(row.verified_by, row.verified_at),
        checks: checks.into_iter().map(|check| (check.clone(), name(check.person))).collect(),
        questions: store::questions(&app.db, row.id).await?,
        pending: store::pending(&app.db, row.id).await?,
        embargoes: embargoes.into_iter().map(|one| (one.clone(), name(one.person))).collect(),
        story_path: row.story.map(|story| lists::path(story, &row.title)),
        row,
    })
}

/// The text by paragraphs, each note at its own.
pub(crate) fn with_notes(
    text: &str,
    notes: Vec<NoteRow>,
    names: &HashMap<PersonId, String>,
) -> (Vec<Paragraph>, Vec<Note>) {
    let parts: Vec<&str> = body::paragraphs(text).collect();
    let paragraph = |part: &&str| Paragraph {
        html: body::html(part, Format::Marks, (None, None)),
        beginning: beginning(part).chars().take(60).collect(),
        notes: vec![],
    };
    let mut paragraphs: Vec<Paragraph> = parts.iter().map(paragraph).collect();
    let name = |id: PersonId| names.get(&id).cloned().unwrap_or_default();
    let (answers, roots): (Vec<_>, Vec<_>) =
        notes.into_iter().partition(|note| note.answers.is_some());
    let mut loose = vec![];
    for row in roots {
        let own = answers.iter().filter(|answer| answer.answers == Some(row.id));
        let answers = own.map(|answer| (answer.clone(), name(answer.person))).collect();
        let at = row.anchor.as_deref().and_then(|anchor| anchored(anchor, &parts));
        let note = Note { name: name(row.person), row, answers };
        match at.and_then(|at| paragraphs.get_mut(at)) {
            Some(paragraph) => paragraph.notes.push(note),
            None => loose.push(note),
        }
    }
    (paragraphs, loose)
}

impl Shown {
    /// The newest words that came with it: why it is back.
    pub fn last_words(&self) -> Option<&str> {
        self.steps.last().and_then(|(step, _)| step.words.as_deref())
    }

    /// The open form that saved last: its copy in the browser is no longer needed.
    pub fn saved_form(&self) -> &str {
        self.row.saved_form.as_deref().unwrap_or_default()
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
    use crate::draft::DraftState::{Published, Returned, Scheduled, Sent, Withdrawn, Working};
    match row.state {
        Working | Sent => "wait",
        Returned => "note",
        Scheduled | Published => "good",
        Withdrawn => "bad",
    }
}

/// "Ketut mengembalikannya".
pub(crate) fn step_key(step: &DraftStep) -> String {
    format!("draft-step-{}", step.state)
}

/// "Lewat telepon".
pub(crate) fn way_key(way: &crate::checking::CheckWay) -> String {
    format!("check-way-{way}")
}
