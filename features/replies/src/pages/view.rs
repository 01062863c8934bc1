//! What several pages show of a case: what it is about, where it stands, what was done, in words.
use crate::{
    reply::{Reply, State, Step},
    rules::zone_of,
    store::{self, StepRow},
};
use anyhow::Result;
use base::{app::App, clock::Zone, ids::PersonId, subject::Card, web::Frame};
use std::collections::HashMap;

/// A case with what it is about.
pub(crate) struct CaseView {
    pub reply: Reply,
    /// `None`: what is disputed is gone, or hidden.
    pub card: Option<Card>,
    pub zone: Zone,
}

impl CaseView {
    pub async fn load(app: &App, f: &Frame, reply: Reply) -> Result<CaseView> {
        let card = app.describe(f.words.lang(), reply.subject()).await?;
        let zone = zone_of(app, reply.area);
        Ok(CaseView { card: card.filter(|card| card.public), zone, reply })
    }

    pub async fn all(app: &App, f: &Frame, replies: Vec<Reply>) -> Result<Vec<CaseView>> {
        let mut cases = vec![];
        for reply in replies {
            cases.push(CaseView::load(app, f, reply).await?);
        }
        Ok(cases)
    }

    /// "Hak jawab: Camat Tirtawana".
    pub fn heading(&self, f: &Frame) -> String {
        let what = f.t(&format!("reply-kind-{}", self.reply.asks));
        format!("{what}: {}", self.reply.name)
    }

    /// The class of its state, and its name.
    pub fn badge(&self, f: &Frame) -> (&'static str, String) {
        let class = match self.reply.state {
            State::Received | State::Weighed | State::Asked | State::Proposed => "wait",
            State::Accepted | State::Published | State::Closed => "good",
            State::Refused | State::Lapsed => "bad",
            State::Withdrawn | State::PressCouncil => "note",
        };
        (class, f.t(&format!("reply-state-{}", self.reply.state)))
    }

    /// When it was sent, published or lapses, where the story was written.
    pub fn moment(&self, f: &Frame, at: &base::jiff::Timestamp) -> String {
        f.words.short_moment(*at, self.zone)
    }

    pub fn machine(&self, f: &Frame, at: &base::jiff::Timestamp) -> String {
        f.words.machine(*at, self.zone)
    }

    /// The last day of the right, where one is known.
    pub fn window(&self, f: &Frame) -> Option<String> {
        let until = self.reply.window_until?;
        Some(f.words.day_month_year(self.zone.date(until)))
    }

    /// It came when the right was over.
    pub fn was_late(&self) -> bool {
        self.reply.window_until.is_some_and(|until| self.reply.sent_at > until)
    }

    /// The language of its words, when it is not the page's.
    pub fn other_lang(&self, f: &Frame) -> Option<&str> {
        Some(self.reply.lang.as_str()).filter(|lang| *lang != f.lang())
    }

    /// Its words in paragraphs.
    pub fn paragraphs(&self) -> Vec<&str> {
        let parts = self.reply.text.split("\n\n").map(str::trim);
        parts.filter(|part| !part.is_empty()).collect()
    }

    /// The story's edition that mends it.
    pub fn edition_path(&self) -> Option<String> {
        let number = self.reply.edition?;
        Some(format!("/tulisan/{}/edisi/{number}", base::ids::short(self.reply.subject_id)))
    }
}

/// One thing that was done.
pub(crate) struct StepView {
    pub sentence: String,
    pub who: String,
    pub at: base::jiff::Timestamp,
    pub words: Option<String>,
}

/// `inner`: with what only the desk reads.
pub(crate) async fn steps(
    app: &App,
    f: &Frame,
    (reply, inner): (&Reply, bool),
) -> Result<Vec<StepView>> {
    let mut rows = store::steps(&app.db, reply.id).await?;
    rows.retain(|row| inner || !row.step.is_inner());
    let persons: Vec<PersonId> = rows.iter().filter_map(|row| row.person).collect();
    let names = if inner { people::names(&app.db, &persons).await? } else { HashMap::new() };
    Ok(rows.into_iter().map(|row| step_view(f, &names, row)).collect())
}

pub(crate) fn step_view(f: &Frame, names: &HashMap<PersonId, String>, row: StepRow) -> StepView {
    let said = f.t(&format!("reply-step-{}", row.step));
    let ground = row.ground.as_ref().map(|ground| f.t(&format!("reply-ground-{ground}")));
    let by_sender =
        matches!(row.step, Step::Received | Step::Completed | Step::Withdrawn | Step::PressCouncil);
    let who = match row.person {
        Some(person) => names.get(&person).cloned().unwrap_or_else(|| f.t("reply-by-desk")),
        None if by_sender => f.t("reply-by-sender"),
        None => f.t("reply-by-rule"),
    };
    StepView {
        sentence: ground.map_or(said.clone(), |ground| format!("{said}: {ground}")),
        who,
        at: row.at,
        words: row.words,
    }
}
