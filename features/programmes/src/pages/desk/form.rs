//! One form for everything that the desk adds and changes: what it asks is data.
use askama::Template;
use axum::http::StatusCode;
use base::{
    anyhow::Result,
    ids::AreaCode,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit, once},
};

/// What a field looks like.
pub(super) enum Control {
    Line,
    Text,
    Date,
    Time,
    Number,
    /// Values with their words; the first is the empty choice where there is one.
    Select(Vec<(String, String)>),
    Radios(Vec<(String, String)>),
    /// Finished HTML of a field with a name of its own.
    Ready(String),
}

/// One field. The label is the sentence of `key`, the hint that of `{key}-hint`.
pub(super) struct Field {
    name: &'static str,
    key: &'static str,
    hint: bool,
    control: Control,
    value: String,
}

/// A form: what it is called, what it asks, where it is sent and where "cancel" leads, both without language.
pub(super) struct Sheet {
    pub heading: String,
    pub intro: Option<String>,
    pub action: String,
    pub back: String,
    pub fields: Vec<Field>,
    /// Where the line is taken off, when it can be.
    pub remove: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/desk/form.html")]
pub(crate) struct FormPage {
    f: Frame,
    sheet: Sheet,
    errors: FieldErrors,
    /// Sent twice, it acts once.
    form_key: String,
}

impl Field {
    /// What was typed stands in it again.
    pub(super) fn of(
        name: &'static str,
        key: &'static str,
        control: Control,
        typed: &Fields,
    ) -> Field {
        let value = match control {
            Control::Text => typed.text(name),
            _ => typed.line(name),
        };
        Field { name, key, hint: false, control, value }
    }

    pub(super) fn hinted(self) -> Field {
        Field { hint: true, ..self }
    }

    fn chosen(&self, value: &str) -> bool {
        self.value == value
    }

    fn attributes(&self) -> &'static str {
        match self.control {
            Control::Date => "type=\"date\"",
            Control::Time => "type=\"time\"",
            Control::Number => {
                "type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" maxlength=\"7\""
            }
            Control::Text => "rows=\"5\" maxlength=\"4000\"",
            _ => "type=\"text\" autocomplete=\"off\" maxlength=\"200\"",
        }
    }
}

/// Shows the form.
pub(super) async fn show(visit: &Visit, sheet: Sheet) -> Answer {
    let f = visit.frame(sheet.title()).await?;
    let form_key = once::fresh(visit);
    visit.page(&FormPage { f, sheet, errors: FieldErrors::default(), form_key })
}

/// Leads on to the path, or shows the form again with what was typed and what is wrong with it.
pub(super) async fn answer(visit: &Visit, done: Outcome<String>, sheet: Sheet) -> Answer {
    let errors = match done {
        Ok(path) => return visit.go_with_notice(&path, "programme-saved"),
        Err(Failure::Refused(Refusal::Invalid(errors))) => errors,
        Err(failure) => return Err(failure),
    };
    let mut f = visit.frame(sheet.title()).await?;
    f.count_errors(errors.0.len());
    let form_key = once::fresh(visit);
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &FormPage { f, sheet, errors, form_key })
}

/// Pairs of what a row holds, as fields of its form.
pub(super) fn filled(pairs: &[(&str, Option<&str>)]) -> Fields {
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (*name, value.unwrap_or_default())).collect();
    Fields::from_pairs(&pairs)
}

impl Sheet {
    /// What the form does, and to what: the line that it changes, or what it adds to.
    fn title(&self) -> String {
        let line = self.fields.iter().find(|field| matches!(field.control, Control::Line));
        let line = line.map(|field| field.value.as_str()).filter(|value| !value.is_empty());
        match line.or(self.intro.as_deref()) {
            Some(what) => format!("{}: {what}", self.heading),
            None => self.heading.clone(),
        }
    }
}

impl FormPage {
    /// Each field with the key of its label.
    fn labels(&self) -> Vec<(&'static str, &'static str)> {
        self.sheet.fields.iter().map(|field| (field.name, field.key)).collect()
    }

    pub(super) fn sample(f: Frame, sheet: Sheet, errors: FieldErrors) -> FormPage {
        let f = Frame { title: sheet.heading.clone(), ..f };
        FormPage { f, sheet, errors, form_key: "0abc".to_owned() }
    }
}

/// The bodies that may be chosen: those of the area, of the areas above it, and national ones.
pub(super) async fn bodies(visit: &Visit, area: Option<AreaCode>) -> Result<Vec<(String, String)>> {
    let mut choices = vec![(String::new(), visit.words().t("programme-no-body"))];
    let known = agencies::choices(&visit.app, area).await?;
    choices.extend(known.into_iter().map(|body| {
        let words = match body.note {
            Some(note) => format!("{} ({note})", body.name),
            None => body.name,
        };
        (body.id.to_string(), words)
    }));
    Ok(choices)
}
