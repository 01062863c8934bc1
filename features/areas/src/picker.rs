//! Choosing an area in a form without script: type a part of the name, press "Cari daerah", pick one of those found.
//!
//! The form is sent to its own address; the handler asks `searching` first, shows the form again with everything that
//! was typed, and the picker has found areas in it. `picked` reads the choice.
use crate::Areas;
use askama::Template;
use base::{
    app::App,
    feature::{Gallery, Sample},
    ids::AreaCode,
    refusal::FieldErrors,
    web::{Fields, Frame},
};

/// More do not help: who sees none of theirs types another letter.
const FOUND_MAX: usize = 8;

#[derive(Template)]
#[template(path = "_picker.html")]
struct Picker<'a> {
    f: &'a Frame,
    name: &'a str,
    typed: String,
    nothing_found: bool,
    /// What is wrong with the choice.
    error: Option<String>,
    choices: Vec<Choice>,
}

struct Choice {
    code: AreaCode,
    name: String,
    /// "Bayan, Lombok Utara, Nusa Tenggara Barat".
    lies_in: String,
    checked: bool,
}

impl<'a> Picker<'a> {
    fn of(
        areas: &Areas,
        f: &'a Frame,
        name: &'a str,
        (fields, errors): (&Fields, &FieldErrors),
    ) -> Picker<'a> {
        let typed = fields.line(&query_name(name));
        let chosen = chosen(areas, fields, name);
        let found = areas.search(&typed, FOUND_MAX);
        let nothing_found = !typed.is_empty() && found.is_empty();
        // One that was found alone is what was meant.
        let checked = chosen.or(found.first().copied().filter(|_| found.len() == 1));
        let others = found.into_iter().filter(|code| Some(*code) != chosen);
        let choices = chosen.into_iter().chain(others).map(|code| Choice {
            code,
            name: areas.name(code),
            lies_in: areas.lies_in(code),
            checked: Some(code) == checked,
        });
        let error = f.error(errors, name);
        Picker { f, name, typed, nothing_found, error, choices: choices.collect() }
    }

    fn html(&self) -> String {
        self.render().unwrap_or_else(|error| error.to_string())
    }
}

/// The picker's HTML for the field `name`, with what is wrong with it; what was typed stands in `{name}_q`, the choice in
/// `name`.
pub fn picker(app: &App, f: &Frame, name: &str, given: (&Fields, &FieldErrors)) -> String {
    Picker::of(app.keeper::<Areas>(), f, name, given).html()
}

/// The area that was chosen; `None` when none was, or when nobody knows it.
pub fn picked(app: &App, fields: &Fields, name: &str) -> Option<AreaCode> {
    chosen(app.keeper::<Areas>(), fields, name)
}

fn chosen(areas: &Areas, fields: &Fields, name: &str) -> Option<AreaCode> {
    let code = fields.line(name).parse().ok()?;
    areas.exists(code).then_some(code)
}

/// "Cari daerah" was pressed with a name typed: show the form again. With nothing typed it was the Enter key in some
/// other field, which presses a form's first button, so the form was meant to be sent.
pub fn searching(fields: &Fields) -> bool {
    let typed = |(name, value): (&str, &str)| name.ends_with("_q") && !value.trim().is_empty();
    fields.line("act") == "find-area" && fields.pairs().any(typed)
}

fn query_name(name: &str) -> String {
    format!("{name}_q")
}

/// A form with a picker in each of its states: nothing typed, some found, none found, none chosen.
#[derive(Template)]
#[template(path = "picker_sample.html")]
struct PickerSample {
    f: Frame,
    pickers: [String; 4],
}

pub(crate) fn sample(areas: &Areas, gallery: &Gallery) -> Sample {
    let f = gallery.titled("Daerah");
    let states =
        [("area", "", ""), ("from", "bayan", "52.08"), ("about", "zzz", ""), ("missing", "", "")];
    let errors = FieldErrors::one("missing", "error-choose");
    let pickers = states.map(|(name, typed, chosen)| {
        let fields = Fields::from_pairs(&[(&query_name(name), typed), (name, chosen)]);
        Picker::of(areas, &f, name, (&fields, &errors)).html()
    });
    Sample::of("area-picker", &PickerSample { pickers, f })
}
