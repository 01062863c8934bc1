//! The words that the house vouches for: editors add them and take them out.
use crate::actions;
use askama::Template;
use axum::http::StatusCode;
use base::{
    refusal::{Failure, FieldErrors, Refusal},
    web::{Answer, Fields, Frame, Visit},
};
use std::collections::BTreeSet;

const HERE: &str = "/meja/kata";

#[derive(Template)]
#[template(path = "pages/words.html")]
pub(crate) struct WordsPage {
    f: Frame,
    words: BTreeSet<String>,
    typed: String,
    errors: FieldErrors,
}

/// GET /meja/kata
pub(crate) async fn list(visit: Visit) -> Answer {
    let words = actions::words(&visit.app.db).await?;
    let f = visit.frame(visit.words().t("house-words")).await?;
    visit.page(&WordsPage { f, words, typed: String::new(), errors: FieldErrors::default() })
}

/// POST /meja/kata
pub(crate) async fn add(visit: Visit, fields: Fields) -> Answer {
    let typed = fields.line("word");
    match actions::add_word(&visit.app, visit.person()?, &typed).await {
        Ok(()) => visit.go_with_notice(HERE, "house-word-added"),
        Err(Failure::Refused(Refusal::Invalid(errors))) => {
            let words = actions::words(&visit.app.db).await?;
            let f = visit.frame(visit.words().t("house-words")).await?;
            let page = WordsPage { f, words, typed, errors };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(other) => Err(other),
    }
}

/// POST /meja/kata/buang
pub(crate) async fn take_out(visit: Visit, fields: Fields) -> Answer {
    actions::take_words_out(&visit.app, visit.person()?, &fields.all("word")).await?;
    visit.go_with_notice(HERE, "house-words-taken-out")
}

impl WordsPage {
    pub(crate) fn sample(f: Frame) -> WordsPage {
        let words = ["begawe", "berugak", "subak"].map(str::to_owned).into();
        WordsPage { f, words, typed: String::new(), errors: FieldErrors::default() }
    }

    pub(crate) fn sample_errors(f: Frame) -> WordsPage {
        let errors = FieldErrors::one("word", "error-house-word");
        WordsPage { typed: "dua kata".into(), errors, words: BTreeSet::new(), f }
    }
}
