//! One form for all that is noted at the desk: what it asks is told as data, what was typed is kept.
use askama::Template;
use axum::http::StatusCode;
use base::{
    refusal::{Failure, FieldErrors, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

/// How something is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Control {
    Line,
    /// So many rows high.
    Text(u8),
    Day,
    /// Values and their words; the first may be the empty one.
    Choice(Vec<(String, String)>),
    Hidden,
}

/// One thing that the form asks.
#[derive(Debug, Clone)]
pub(crate) struct Input {
    pub name: &'static str,
    /// Of its label.
    pub key: String,
    pub label: String,
    pub hint: Option<String>,
    pub control: Control,
    /// A heading above it, where a new matter begins.
    pub heading: Option<String>,
}

/// A form that stands alone on its page.
#[derive(Template)]
#[template(path = "form.html")]
pub(crate) struct Form {
    pub f: Frame,
    pub heading: String,
    pub intro: Option<String>,
    /// Where it is sent, without language.
    pub action: String,
    /// Where "cancel" leads, without language.
    pub back: String,
    pub button: String,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub inputs: Vec<Input>,
}

impl Input {
    /// `key` is its label's; `{key}-hint` stands below it if there is such a sentence.
    pub fn new(f: &Frame, name: &'static str, key: &str, control: Control) -> Input {
        let hint = format!("{key}-hint");
        let hint = f.words.has(&hint).then(|| f.t(&hint));
        Input { name, key: key.to_owned(), label: f.t(key), hint, control, heading: None }
    }

    pub fn under(self, heading: String) -> Input {
        Input { heading: Some(heading), ..self }
    }
}

/// A choice for each value of a list, with an empty one before them when nothing need be chosen.
pub(crate) fn choices<T: Copy + std::fmt::Display>(
    all: &[T],
    empty: Option<String>,
    word: impl Fn(T) -> String,
) -> Control {
    let empty = empty.map(|word| (String::new(), word));
    let values = all.iter().map(|value| (value.to_string(), word(*value)));
    Control::Choice(empty.into_iter().chain(values).collect())
}

impl Form {
    /// Each field with the key of its label.
    pub fn labels(&self) -> Vec<(&'static str, &str)> {
        self.inputs.iter().map(|input| (input.name, input.key.as_str())).collect()
    }

    pub fn value(&self, input: &Input) -> String {
        self.fields.text(input.name)
    }

    pub fn is_chosen(&self, input: &Input, value: &str) -> bool {
        self.fields.line(input.name) == value
    }

    pub fn error_of(&self, input: &Input) -> Option<String> {
        self.f.error(&self.errors, input.name)
    }

    /// The ids of hint and message, for those who hear the page.
    pub fn described(&self, input: &Input) -> Option<String> {
        let hint = input.hint.as_ref().map(|_| format!("{}-h", input.name));
        let error = self.error_of(input).map(|_| format!("{}-e", input.name));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The form again, with what is wrong with it; any other failure goes on.
    pub fn again(mut self, visit: &Visit, failure: Failure) -> Answer {
        let Failure::Refused(Refusal::Invalid(errors)) = failure else { return Err(failure) };
        self.f.count_errors(errors.0.len());
        self.errors = errors;
        visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &self)
    }
}
