//! Forms of the gallery: as they are opened, and with what is wrong with them.
use crate::{
    form::{Control, Form, Input},
    pages::{copy, note},
};
use base::{
    refusal::FieldErrors,
    web::{Fields, Frame},
};

/// Forms around given inputs.
pub(super) struct Forms<'a>(pub &'a Frame);

impl Forms<'_> {
    pub fn of(&self, inputs: Vec<Input>) -> Form {
        let f = self.0.clone();
        Form {
            heading: f.t("innovation-add"),
            intro: Some(f.t("innovation-form-intro")),
            action: "/meja/inovasi/7/tahap".into(),
            back: "/inovasi/7".into(),
            button: f.t("innovation-save"),
            fields: Fields::from_pairs(&[("stage", "trial"), ("edition", "2")]),
            errors: FieldErrors::default(),
            inputs,
            f,
        }
    }

    pub fn wrong(&self, mut inputs: Vec<Input>) -> Form {
        let hidden = Input::new(self.0, "edition", "innovation-field-why", Control::Hidden);
        inputs.insert(0, hidden.under(self.0.t("innovation-form-told")));
        let mut errors = FieldErrors::one("stage", "error-innovation-choose");
        errors.add("document_link", "error-innovation-link");
        Form { errors, ..self.of(inputs) }
    }

    pub fn letter(&self) -> Vec<Input> {
        let sides = Control::Choice(vec![("origin".into(), "Tirtawana".into())]);
        copy::answer_inputs(self.0, sides, true)
    }

    pub fn results(&self) -> note::ResultsPage {
        let values = vec![("7".to_owned(), "Waktu (menit)".to_owned())];
        note::ResultsPage {
            f: self.0.clone(),
            heading: self.0.t("innovation-observe-heading"),
            observe: Some(self.of(note::observe_inputs(self.0, values))),
            begin: self.of(note::begin_inputs(self.0)),
        }
    }
}
