//! The pages of writing with their states, for the gallery.
use super::{
    draft_desk::{DeskPage, WorkPage},
    draft_view::Shown,
    drafts::{DraftPage, FormPage, OwnPage},
};
use crate::{
    body,
    draft::DraftState,
    section::Section,
    store::{DraftRow, DraftStep},
    story::Format,
};
use base::{
    feature::{Gallery, Sample},
    ids::{AreaCode, DraftId, PersonId, SectionId},
    refusal::FieldErrors,
    web::{Fields, Frame},
};

const BODY: &str =
    "Jembatan Lembah Suri putus sejak 27 September.\n\n## Anak sekolah memutar\n\n- 143 anak";

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = |title: &str| gallery.titled(title);
    let sent = || DraftState::Sent;
    let back = || DraftState::Returned;
    let public = || DraftState::Published;
    vec![
        Sample::of("draft-form", &FormPage::sample(f("Kirim tulisan"), FieldErrors::default())),
        Sample::of("draft-form-errors", &FormPage::sample(f("Kirim tulisan"), errors())),
        Sample::of("drafts", &OwnPage { drafts: vec![row(&f(""), sent())], f: f("Naskah saya") }),
        Sample::of("drafts-none", &OwnPage { drafts: vec![], f: f("Naskah saya") }),
        Sample::of("draft-returned", &DraftPage::sample(f("Jembatan putus"), back())),
        Sample::of("draft-published", &DraftPage::sample(f("Jembatan putus"), public())),
        Sample::of("draft-desk", &DeskPage::sample(f("Meja tulisan"))),
        Sample::of("draft-desk-empty", &DeskPage { drafts: vec![], f: f("Meja tulisan") }),
        Sample::of("draft-work", &WorkPage::sample(f("Jembatan putus"), sent())),
        Sample::of("draft-work-errors", &WorkPage::sample_errors(f("Jembatan putus"))),
        Sample::of("draft-work-done", &WorkPage::sample(f("Jembatan putus"), public())),
    ]
}

fn errors() -> FieldErrors {
    let mut errors = FieldErrors::one("title", "error-empty");
    errors.add("area", "error-draft-area");
    errors.add("occasion_date", "error-draft-date");
    errors
}

fn row(f: &Frame, state: DraftState) -> DraftRow {
    DraftRow {
        id: DraftId(7),
        person: PersonId(1),
        lang: "id".into(),
        section: SectionId(1),
        title: "Jembatan putus, anak sekolah memutar".into(),
        body: BODY.into(),
        written_from: Some(AreaCode(5208)),
        occasion_date: None,
        state,
        sent_at: f.now,
        story: None,
    }
}

fn shown(f: &Frame, state: DraftState) -> Shown {
    let step = |state, words: Option<&str>| {
        let words = words.map(str::to_owned);
        let done = DraftStep { at: f.now, person: PersonId(1), state, words };
        (done, "Ketut".to_owned())
    };
    let why = (state == DraftState::Returned).then_some("Tanyakan juga kepada kepala dusun.");
    Shown {
        row: row(f, state),
        writer: "Sari".into(),
        section: "Berita".into(),
        area: "Kabupaten Lombok Utara".into(),
        body: body::html(BODY, Format::Marks, (None, None)),
        steps: vec![step(DraftState::Sent, None), step(state, why)],
        story_path: (state == DraftState::Published).then(|| "/tulisan/7/jembatan".to_owned()),
    }
}

impl FormPage {
    fn sample(f: Frame, errors: FieldErrors) -> FormPage {
        let section =
            Section { id: SectionId(1), slug: "berita".into(), name: "Berita".into(), about: None };
        FormPage {
            f,
            action: "/tulisan/baru".into(),
            sections: vec![section],
            fields: Fields::from_pairs(&[("body", BODY), ("section", "berita")]),
            errors,
            picker: String::new(),
        }
    }
}

impl DraftPage {
    fn sample(f: Frame, state: DraftState) -> DraftPage {
        DraftPage { shown: shown(&f, state), f }
    }
}

impl DeskPage {
    fn sample(f: Frame) -> DeskPage {
        DeskPage { drafts: vec![(row(&f, DraftState::Sent), "Sari".into())], f }
    }
}

impl WorkPage {
    fn sample(f: Frame, state: DraftState) -> WorkPage {
        let (fields, errors) = (Fields::default(), FieldErrors::default());
        WorkPage { shown: shown(&f, state), fields, errors, f }
    }

    fn sample_errors(f: Frame) -> WorkPage {
        let mut errors = FieldErrors::one("notice", "error-empty");
        errors.add("why", "error-empty");
        WorkPage { errors, ..WorkPage::sample(f, DraftState::Sent) }
    }
}
