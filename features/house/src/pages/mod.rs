//! What the house shows: its pages to everyone, their forms and the work that waits to administrators, its words to
//! editors.
mod desk;
mod edit;
mod jobs;
mod show;
mod words;

pub(crate) use desk::desk;
pub(crate) use edit::{edit, list, save};
pub(crate) use jobs::{jobs, revive};
pub(crate) use show::{card, show};
pub(crate) use words::{add as add_word, list as word_list, take_out as take_words_out};

use base::feature::{Gallery, Sample};

/// Every page with a sample of each state.
pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let frame = || gallery.titled("Redaksi");
    vec![
        Sample::of("page", &show::ShowPage::sample(frame())),
        Sample::of("page-nobody-named", &show::ShowPage::sample_unnamed(frame())),
        Sample::of("page-old-untranslated", &show::ShowPage::sample_old(frame())),
        Sample::of("pages", &edit::ListPage::sample(frame())),
        Sample::of("page-form", &edit::FormPage::sample(frame())),
        Sample::of("page-form-errors", &edit::FormPage::sample_errors(frame())),
        Sample::of("page-form-conflict", &edit::FormPage::sample_conflict(frame())),
        Sample::of("desk", &desk::DeskPage::sample(frame())),
        Sample::of("jobs", &jobs::JobsPage::sample(frame())),
        Sample::of("jobs-none", &jobs::JobsPage::sample_none(frame())),
        Sample::of("words", &words::WordsPage::sample(frame())),
        Sample::of("words-errors", &words::WordsPage::sample_errors(frame())),
    ]
}
