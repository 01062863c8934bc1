//! What makes new text wait: numbers that moderators set.
use super::frame;
use crate::actions;
use askama::Template;
use axum::http::StatusCode;
use base::{
    holds::{self, SETTINGS},
    refusal::{FieldErrors, Outcome},
    settings::Setting,
    web::{Answer, Fields, Frame, Visit},
};

/// A few hundred words: the whole list is read for every text.
const WORDS_CHARS_MAX: usize = 4_000;

/// The settings of the queue.
#[derive(Template)]
#[template(path = "pages/rules.html")]
pub(crate) struct RulesPage {
    pub f: Frame,
    /// Each with what is or was typed in it.
    pub settings: Vec<(Setting, String)>,
    /// One a line.
    pub words: String,
    pub errors: FieldErrors,
}

impl RulesPage {
    pub(crate) fn label(&self, setting: &Setting) -> String {
        self.f.t(&format!("setting-{}", setting.name))
    }

    /// Each setting with the key of its label.
    pub(crate) fn labels(&self) -> Vec<(&'static str, String)> {
        let label =
            |(setting, _): &(Setting, String)| (setting.name, format!("setting-{}", setting.name));
        let words = ("words", "rules-words".to_owned());
        self.settings.iter().map(label).chain([words]).collect()
    }

    pub(crate) fn is_switch(&self, setting: &Setting) -> bool {
        is_switch(setting)
    }

    pub(crate) fn hint(&self, setting: &Setting) -> String {
        let range = format!("{}-{}", setting.min, setting.max);
        self.f.with(&format!("setting-{}-hint", setting.name), "range", &range)
    }
}

/// On or off: a box to tick.
fn is_switch(setting: &Setting) -> bool {
    (setting.min, setting.max) == (0, 1)
}

pub async fn form(visit: Visit) -> Answer {
    let mut settings = vec![];
    for setting in SETTINGS {
        settings.push((setting, setting.get(&visit.app.db).await?.to_string()));
    }
    let words = holds::words(&visit.app.db).await?.join("\n");
    visit.page(&page(&visit, (settings, words), FieldErrors::default()).await?)
}

async fn page(
    visit: &Visit,
    (settings, words): (Vec<(Setting, String)>, String),
    errors: FieldErrors,
) -> Outcome<RulesPage> {
    let f = frame(visit, visit.words().t("rules-heading"), &errors).await?;
    Ok(RulesPage { f, settings, words, errors })
}

/// What is typed in the numbers, as far as it is right.
fn numbers(fields: &Fields, errors: &mut FieldErrors) -> Vec<(Setting, i64)> {
    let mut values = vec![];
    for setting in SETTINGS {
        let value = match is_switch(&setting) {
            true => i64::from(fields.line(setting.name) == "1"),
            false => fields.number(setting.name, errors),
        };
        let known = errors.0.iter().any(|error| error.field == setting.name);
        if !known && !(setting.min..=setting.max).contains(&value) {
            let bounds = [("min", setting.min), ("max", setting.max)];
            errors.add_with(setting.name, "error-out-of-bounds", &bounds);
        }
        values.push((setting, value));
    }
    values
}

pub async fn save(visit: Visit, fields: Fields) -> Answer {
    let mut errors = FieldErrors::default();
    let values = numbers(&fields, &mut errors);
    let words = fields.text("words");
    if !words.is_empty() {
        fields.required_text("words", WORDS_CHARS_MAX, &mut errors);
    }
    if errors.is_empty() {
        actions::set_rules(&visit.app, visit.person_id()?, (&values, &words)).await?;
        return visit.go_with_notice("/moderasi/aturan", "moderation-rules-saved");
    }
    let typed = SETTINGS.iter().map(|setting| (*setting, fields.line(setting.name))).collect();
    let page = page(&visit, (typed, words), errors).await?;
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
