//! What several pages show of a tip: its words out of the vault, where it stands, what was said.
use crate::{
    store::{self, StepRow},
    tip::{State, Step, Tip},
};
use base::{app::App, ids::PersonId, jiff::Timestamp, refusal::Outcome, web::Frame};
use std::collections::HashMap;

/// A tip, opened.
pub(crate) struct TipView {
    pub tip: Tip,
    pub what: String,
    pub happened: Option<String>,
    /// A conversation that was sent along, a line a message.
    pub chat: Option<String>,
    /// "Desa Bayan, Bayan, Lombok Utara".
    pub area: Option<String>,
}

impl TipView {
    pub fn open(app: &App, tip: Tip) -> Outcome<TipView> {
        let unseal = |column, sealed: &str| {
            app.unseal(Tip::slot(tip.id, column), sealed).map(|plain| plain.into_string())
        };
        let areas = app.keeper::<areas::Areas>();
        Ok(TipView {
            what: unseal("what", &tip.what)?,
            happened: tip.happened.as_deref().map(|text| unseal("happened", text)).transpose()?,
            chat: tip.chat.as_deref().map(|text| unseal("chat", text)).transpose()?,
            area: tip.area.map(|area| areas.name(area)),
            tip,
        })
    }

    /// As a list shows it: one that does not open any more closes no others.
    pub fn listed(app: &App, f: &Frame, tip: Tip) -> TipView {
        TipView::open(app, tip.clone()).unwrap_or_else(|_| TipView {
            what: f.t("tip-unopened"),
            happened: None,
            chat: None,
            area: None,
            tip,
        })
    }

    pub fn badge(&self, f: &Frame) -> (&'static str, String) {
        let class = match self.tip.state {
            State::Received | State::Asked => "wait",
            State::Closed => "good",
        };
        (class, f.t(&format!("tip-state-{}", self.tip.state)))
    }

    /// Whether the sender may be named, in words.
    pub fn attribution(&self, f: &Frame) -> String {
        f.t(&format!("tip-attribution-{}", self.tip.attribution))
    }

    /// Its words in paragraphs.
    pub fn paragraphs(&self) -> Vec<&str> {
        let parts = self.what.split("\n\n").map(str::trim);
        parts.filter(|part| !part.is_empty()).collect()
    }

    /// How a list names it: its first words.
    pub fn beginning(&self) -> String {
        let line = self.what.lines().next().unwrap_or_default();
        let mut short: String = line.chars().take(100).collect();
        if short.len() < line.len() {
            short.push('…');
        }
        short
    }

    /// The language of its words, when it is not the page's.
    pub fn other_lang(&self, f: &Frame) -> Option<&str> {
        Some(self.tip.lang.as_str()).filter(|lang| *lang != f.lang())
    }
}

/// One thing that was done.
pub(crate) struct StepView {
    pub sentence: String,
    pub who: String,
    pub at: Timestamp,
    pub words: Option<String>,
}

/// `inner`: with what only the desk reads, and with names.
pub(crate) async fn steps(
    app: &App,
    f: &Frame,
    (tip, inner): (&Tip, bool),
) -> Outcome<Vec<StepView>> {
    let mut rows = store::steps(&app.db, tip.id).await?;
    rows.retain(|row| inner || row.step != Step::Noted);
    let persons: Vec<PersonId> = rows.iter().filter_map(|row| row.person).collect();
    let names = if inner { people::names(&app.db, &persons).await? } else { HashMap::new() };
    rows.into_iter().map(|row| step_view(app, (f, &names), row)).collect()
}

fn step_view(
    app: &App,
    (f, names): (&Frame, &HashMap<PersonId, String>),
    row: StepRow,
) -> Outcome<StepView> {
    let words = row.words.as_deref();
    let words = words.map(|words| app.unseal(Tip::slot_of_words(row.id), words)).transpose()?;
    let who = match row.person {
        Some(person) => names.get(&person).cloned().unwrap_or_else(|| f.t("tip-by-desk")),
        None => f.t("tip-by-sender"),
    };
    Ok(StepView {
        sentence: f.t(&format!("tip-step-{}", row.step)),
        who,
        at: row.at,
        words: words.map(|plain| plain.into_string()),
    })
}
