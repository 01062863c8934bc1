//! The pages of writing with their states, for the gallery.
use super::{
    conflict::ConflictPage,
    desk_acts::CheckForm,
    draft_desk::{DeskPage, Line, WorkPage},
    drafts::{DraftPage, OwnPage},
    proof::ProofPage,
    versions::{VersionPage, VersionsPage},
    writing::FormPage,
};
use crate::{
    checking::CheckWay,
    diff,
    draft::DraftState,
    section::Section,
    shown::{self, Shown},
    store::{
        CheckRow, DraftRow, DraftStep, DraftVersion, EmbargoRow, NoteRow, OpenTask, PendingRow,
        QuestionRow,
    },
};
use base::{
    feature::{Gallery, Sample},
    ids::{AreaCode, DraftId, PersonId, SectionId},
    refusal::FieldErrors,
    web::{Fields, Frame},
};
use jiff::SignedDuration;
use std::collections::HashMap;

const BODY: &str =
    "Jembatan Lembah Suri putus sejak 27 September.\n\n## Anak sekolah memutar\n\n- 143 anak";

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = |title: &str| gallery.titled(title);
    let sent = || DraftState::Sent;
    let back = || DraftState::Returned;
    let scheduled = || DraftState::Scheduled;
    let public = || DraftState::Published;
    vec![
        Sample::of("draft-form", &FormPage::sample(f("Kirim tulisan"), FieldErrors::default())),
        Sample::of("draft-form-errors", &FormPage::sample(f("Kirim tulisan"), errors())),
        Sample::of("drafts", &OwnPage { drafts: vec![row(&f(""), sent())], f: f("Naskah saya") }),
        Sample::of("drafts-none", &OwnPage { drafts: vec![], f: f("Naskah saya") }),
        Sample::of("draft-returned", &DraftPage::sample(f("Jembatan putus"), back())),
        Sample::of("draft-published", &DraftPage::sample(f("Jembatan putus"), public())),
        Sample::of("draft-edit", &FormPage::sample_edit(f("Kirim tulisan"))),
        Sample::of("draft-conflict", &ConflictPage::sample(f("Orang lain menyimpan"))),
        Sample::of("draft-versions", &VersionsPage::sample(f("Semua versi tersimpan"))),
        Sample::of("draft-version", &VersionPage::sample(f("Jembatan putus"))),
        Sample::of("draft-proof", &ProofPage::sample(f("Periksa ejaan dan data pribadi"))),
        Sample::of("draft-proof-clean", &ProofPage::clean(f("Periksa ejaan dan data pribadi"))),
        Sample::of("draft-desk", &DeskPage::sample(f("Meja tulisan"))),
        Sample::of("draft-desk-empty", &DeskPage::empty(f("Meja tulisan"))),
        Sample::of("draft-work", &WorkPage::sample(f("Jembatan putus"), sent())),
        Sample::of("draft-work-errors", &WorkPage::sample_errors(f("Jembatan putus"))),
        Sample::of("draft-work-scheduled", &WorkPage::sample(f("Jembatan putus"), scheduled())),
        Sample::of("draft-check", &CheckForm::sample(f("Catat siapa yang ditanya"), false)),
        Sample::of("draft-question", &CheckForm::sample(f("Ajukan pertanyaan"), true)),
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
        version: 3,
        saved_at: f.now,
        saved_form: None,
        approved_at: None,
        approved_by: None,
        verified_at: None,
        verified_by: None,
        publish_at: None,
    }
}

fn shown(f: &Frame, state: DraftState) -> Shown {
    let step = |state, words: Option<&str>| {
        let words = words.map(str::to_owned);
        let done = DraftStep { at: f.now, person: PersonId(1), state, words };
        (done, "Ketut".to_owned())
    };
    let why = (state == DraftState::Returned).then_some("Tanyakan juga kepada kepala dusun.");
    let note = |id, answers, words: &str, anchor: Option<&str>| NoteRow {
        id,
        answers,
        person: PersonId(1),
        at: f.now,
        anchor: anchor.map(str::to_owned),
        words: words.into(),
        settled_at: None,
    };
    let notes = vec![
        note(1, None, "Siapa yang menghitung?", Some("- 143 anak")),
        note(2, Some(1), "Kepala sekolah.", None),
        note(3, None, "Judulnya terlalu panjang.", None),
    ];
    let (paragraphs, loose) = shown::with_notes(BODY, notes, &HashMap::new());
    let asked = CheckRow {
        person: PersonId(1),
        at: f.now,
        asked: "Kepala Desa Lembah Suri".into(),
        way: CheckWay::Phone,
        asked_on: "2026-11-23".parse().unwrap_or_default(),
        answer: "Benar, jembatan putus.".into(),
    };
    let embargo = EmbargoRow {
        id: 5,
        until_at: f.now + SignedDuration::from_hours(30),
        asked: "Puskesmas Karang Jati".into(),
        why: "Angkanya baru boleh disebut setelah diumumkan.".into(),
        at: f.now,
        person: PersonId(2),
        ended_at: None,
        ended_by: None,
        ended_why: None,
    };
    Shown {
        embargoes: vec![(embargo, "Ketut".into())],
        row: row(f, state),
        writers: "Sari".into(),
        section: "Berita".into(),
        area: "Kabupaten Lombok Utara".into(),
        paragraphs,
        attachments: media::shown_to_few(f, &media::Attached::samples()),
        loose,
        steps: vec![step(DraftState::Sent, None), step(state, why)],
        approved: (state == DraftState::Scheduled).then(|| ("Ketut".to_owned(), f.now)),
        verified: None,
        checks: vec![(asked, "Ketut".into())],
        questions: vec![question(f, None), question(f, Some("Masih dianggarkan."))],
        pending: (state == DraftState::Published).then(|| pending(f)),
        story_path: (state == DraftState::Published).then(|| "/tulisan/7/jembatan".to_owned()),
    }
}

fn pending(f: &Frame) -> PendingRow {
    PendingRow {
        draft: DraftId(7),
        urgent: "Air sungai naik.".into(),
        source: "Kepala dusun, di tempat.".into(),
        unreachable: "Kantor tutup.".into(),
        notice: "Jumlah korban masih diverifikasi.".into(),
        opened_at: Some(f.now),
        closed_at: None,
        update_story: None,
    }
}

pub(super) fn question(f: &Frame, answer: Option<&str>) -> QuestionRow {
    QuestionRow {
        id: if answer.is_some() { 5 } else { 4 },
        at: f.now,
        asked: "Dinas Pekerjaan Umum".into(),
        way: CheckWay::Letter,
        words: "Kapan jembatan diperbaiki?".into(),
        due_at: f.now,
        answer: answer.map(str::to_owned),
        answered_at: answer.map(|_| f.now),
    }
}

impl FormPage {
    fn sample(f: Frame, errors: FieldErrors) -> FormPage {
        let section =
            Section { id: SectionId(1), slug: "berita".into(), name: "Berita".into(), about: None };
        let attached = media::Attached::samples();
        FormPage {
            attachments: media::picker(&f, &attached, &[], &Fields::default()),
            once: "contoh".into(),
            f,
            action: "/tulisan/baru".into(),
            id: None,
            version: 0,
            form: "contoh".into(),
            saved_form: None,
            edits: false,
            sections: vec![section],
            fields: Fields::from_pairs(&[("body", BODY), ("section", "berita")]),
            errors,
            picker: String::new(),
        }
    }
}

impl FormPage {
    fn sample_edit(f: Frame) -> FormPage {
        let id = Some(DraftId(7));
        FormPage { id, edits: true, ..FormPage::sample(f, FieldErrors::default()) }
    }
}

fn newer() -> String {
    BODY.replace("143", "147")
}

fn version(f: &Frame, number: i64, aside: bool) -> DraftVersion {
    let (title, body) = ("Jembatan putus".into(), newer());
    let (began_at, at) = (f.now, f.now);
    DraftVersion { number, began_at, at, person: PersonId(1), form: None, aside, title, body }
}

impl ConflictPage {
    fn sample(f: Frame) -> ConflictPage {
        let row = row(&f, DraftState::Returned);
        ConflictPage {
            title: diff::words(&row.title, &row.title),
            body: diff::words(&row.body, &newer()),
            by: "Nadia".into(),
            fields: Fields::from_pairs(&[("title", &row.title), ("body", &newer())]),
            errors: FieldErrors::default(),
            form: "contoh".into(),
            once: "contoh".into(),
            may_save: true,
            row,
            f,
        }
    }
}

impl VersionsPage {
    fn sample(f: Frame) -> VersionsPage {
        let versions =
            vec![(version(&f, 3, true), "Nadia".into()), (version(&f, 2, false), "Sari".into())];
        VersionsPage { row: row(&f, DraftState::Working), versions, f }
    }
}

impl VersionPage {
    fn sample(f: Frame) -> VersionPage {
        let changed = diff::words(BODY, &newer());
        let (row, version) = (row(&f, DraftState::Working), version(&f, 2, false));
        VersionPage { row, version, by: "Sari".into(), changed, f }
    }
}

impl DraftPage {
    fn sample(f: Frame, state: DraftState) -> DraftPage {
        let open = state == DraftState::Returned;
        DraftPage { shown: shown(&f, state), owner: "7".into(), open, sends: open, f }
    }
}

impl DeskPage {
    fn sample(f: Frame) -> DeskPage {
        let line = |state, why: Option<&str>| Line {
            row: row(&f, state),
            name: "Sari".into(),
            area: "Lombok Utara".into(),
            why: why.map(str::to_owned),
        };
        let drafts =
            vec![line(DraftState::Sent, None), line(DraftState::Returned, Some("Tanya kadus."))];
        let task = OpenTask {
            draft: DraftId(7),
            title: "Jembatan putus".into(),
            written_from: None,
            opened_at: f.now,
            notice: "Jumlah korban masih diverifikasi.".into(),
        };
        let areas = vec![
            (AreaCode(5208), "Lombok Utara".into(), 1),
            (AreaCode(5203), "Lombok Timur".into(), 1),
        ];
        DeskPage { drafts, areas, chosen: Some(AreaCode(5208)), tasks: vec![task], f }
    }

    fn empty(f: Frame) -> DeskPage {
        DeskPage { drafts: vec![], areas: vec![], chosen: None, tasks: vec![], f }
    }
}

impl CheckForm {
    fn sample(f: Frame, question: bool) -> CheckForm {
        let mut errors = FieldErrors::one("asked", "error-empty");
        errors.add("way", "error-check-way");
        CheckForm { f, id: DraftId(7), fields: Fields::default(), errors, question }
    }
}

impl WorkPage {
    fn sample(f: Frame, state: DraftState) -> WorkPage {
        let (fields, errors) = (Fields::default(), FieldErrors::default());
        let open = state == DraftState::Sent;
        WorkPage { shown: shown(&f, state), fields, errors, open, own: false, f }
    }

    fn sample_errors(f: Frame) -> WorkPage {
        let mut errors = FieldErrors::one("notice", "error-empty");
        errors.add("why", "error-empty");
        errors.add("approve", "error-not-approved");
        WorkPage { errors, ..WorkPage::sample(f, DraftState::Sent) }
    }
}
