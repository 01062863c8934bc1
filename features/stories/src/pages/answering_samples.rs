//! The pages of answering for what was published, for the gallery.
use super::{
    amends::{CorrectionsPage, RetractionsPage},
    answering::AnsweringPage,
    editions::DifferencePage,
};
use crate::{
    answering::RetractionGround,
    diff,
    store::{CorrectionLine, EditionLine, RetractionLine, StoryRow},
    story::EditionKind,
};
use base::{
    feature::{Gallery, Key, Sample},
    ids::{DraftId, EditionId, StoryId},
    refusal::FieldErrors,
    web::{Fields, Frame},
};

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = |title: &str| gallery.titled(title);
    let none = |f| CorrectionsPage { f, lines: vec![], older: None };
    let nothing = |f| RetractionsPage { f, lines: vec![], older: None };
    vec![
        Sample::of("story-answering", &AnsweringPage::sample(f("Meja tulisan yang sudah terbit"))),
        Sample::of("story-answering-errors", &AnsweringPage::sample_errors(f("Meja terbit"))),
        Sample::of("story-difference", &DifferencePage::sample(f("Beda dua edisi"))),
        Sample::of("corrections", &CorrectionsPage::sample(f("Ralat"))),
        Sample::of("corrections-none", &none(f("Ralat"))),
        Sample::of("retractions", &RetractionsPage::sample(f("Pencabutan"))),
        Sample::of("retractions-none", &nothing(f("Pencabutan"))),
    ]
}

impl AnsweringPage {
    fn sample(f: Frame) -> AnsweringPage {
        AnsweringPage {
            story: StoryRow::sample(&f),
            title: "Jembatan putus".into(),
            path: "/tulisan/7/jembatan-putus".into(),
            fields: Fields::default(),
            errors: FieldErrors::default(),
            editions: vec![EditionLine::sample(&f, 1, EditionKind::First)],
            draft: Some(DraftId(7)),
            changed: vec![],
            chief: true,
            f,
        }
    }

    fn sample_errors(f: Frame) -> AnsweringPage {
        let mut errors = FieldErrors::one("body", "error-edition-newer");
        for (field, key) in [
            ("kind", "error-edition-kind"),
            ("was", "error-empty"),
            ("ground", "error-ground"),
            ("edition", "error-seal-none"),
            ("seal_ground", "error-ground"),
        ] {
            errors.add(field, key);
        }
        let changed = diff::words("41 rumah terendam.", "43 rumah terendam.");
        AnsweringPage { errors, changed, ..AnsweringPage::sample(f) }
    }
}

impl DifferencePage {
    fn sample(f: Frame) -> DifferencePage {
        DifferencePage {
            story: StoryRow::sample(&f),
            title: "Jembatan putus".into(),
            path: "/tulisan/7/jembatan-putus".into(),
            from: 1,
            to: 2,
            parts: diff::words("41 rumah terendam.", "43 rumah terendam."),
            f,
        }
    }
}

impl CorrectionsPage {
    fn sample(f: Frame) -> CorrectionsPage {
        let line = CorrectionLine {
            edition: EditionId(2),
            at: f.now,
            number: 2,
            why: Some("Jumlah rumah keliru.".into()),
            story: StoryId(7),
            lang: "id".into(),
            title: Some("Banjir Kali Suri".into()),
            was: Some("41 rumah".into()),
            became: Some("43 rumah".into()),
            apology: Some("Kami mohon maaf.".into()),
        };
        CorrectionsPage { f, lines: vec![line], older: Some(Key { at_us: 1, id: 1 }) }
    }
}

impl RetractionsPage {
    fn sample(f: Frame) -> RetractionsPage {
        let line = RetractionLine {
            story: StoryId(7),
            at: f.now,
            lang: "id".into(),
            title: Some("Anak hilang ditemukan".into()),
            reason: Some("Foto memperlihatkan wajah anak.".into()),
            ground: Some(RetractionGround::ChildFuture),
        };
        RetractionsPage { f, lines: vec![line], older: Some(Key { at_us: 1, id: 1 }) }
    }
}
