//! Samples of the pages of trainings, for the gallery.
use super::trainings::{FormPage, ListPage, ShowPage, TrainingView, WorkPage};
use crate::{reporter::State, store::ParticipantRow, training::Training};
use base::{
    feature::{Gallery, Sample},
    ids::{AreaCode, PersonId, TrainingId},
    jiff::{Timestamp, civil::date},
    refusal::FieldErrors,
    web::Fields,
};

fn view(closed_at: Option<Timestamp>) -> TrainingView {
    let day = if closed_at.is_some() { 17 } else { 28 };
    TrainingView {
        training: Training {
            id: TrainingId(1),
            title: "Pelatihan pewarta Muara Ketapang".into(),
            starts_on: date(2026, 11, 17),
            ends_on: date(2026, 11, day),
            area: AreaCode(990_102),
            place: "Rumah panggung di belakang tempat pelelangan ikan".into(),
            organiser: "Radio Komunitas Swara Muara".into(),
            curriculum: "## Hari pertama\n\n- Memilih kabar\n- Memeriksa kabar".into(),
            closed_at,
        },
        area: "Kecamatan Muara Ketapang".into(),
        days: "17 November 2026".into(),
        people: 3,
        active: 1,
    }
}

fn came(id: i64, name: &str, attended_at: Option<Timestamp>) -> (ParticipantRow, String) {
    (ParticipantRow { person: PersonId(id), state: State::Trained, attended_at }, name.into())
}

pub(crate) fn samples(gallery: &Gallery) -> Vec<Sample> {
    let f = |title| gallery.titled(title);
    let now = gallery.frame.now;
    let list = |desk, trainings| ListPage { f: f("Pelatihan"), trainings, desk };
    let both = || vec![view(None), view(Some(now))];
    let show = |comes| ShowPage { f: f("Pelatihan"), shown: view(None), comes };
    let mut errors = FieldErrors::one("area", "error-training-area");
    errors.add("ends_on", "error-training-order");
    let form = FormPage {
        f: f("Pelatihan baru"),
        action: "/meja/pelatihan/baru".into(),
        fields: Fields::from_pairs(&[("title", "Pelatihan pewarta")]),
        errors,
        picker: String::new(),
        form_key: "k".into(),
    };
    let work = |closed: bool| WorkPage {
        f: f("Meja pelatihan"),
        shown: view(closed.then_some(now)),
        participants: vec![came(1, "La Ode Idrus", closed.then_some(now)), came(2, "Sari", None)],
        candidates: if closed { vec![] } else { vec![(PersonId(3), "Abdul Gani Kotta".into())] },
        ticked: vec![PersonId(1)],
        errors: match closed {
            true => FieldErrors::default(),
            false => FieldErrors::one("sure", "error-training-sure"),
        },
    };
    vec![
        Sample::of("trainings", &list(false, both())),
        Sample::of("trainings-none", &list(false, vec![])),
        Sample::of("training-desk", &list(true, both())),
        Sample::of("training", &show(None)),
        Sample::of("training-join", &show(Some(false))),
        Sample::of("training-joined", &show(Some(true))),
        Sample::of("training-form", &form),
        Sample::of("training-work", &work(false)),
        Sample::of("training-closed", &work(true)),
    ]
}
