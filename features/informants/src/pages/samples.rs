//! Samples of the pages, for the gallery.
use super::{
    list::{ClosedView, ListPage},
    new::NewPage,
    one::{ErasePage, ShowPage},
};
use crate::informant::{About, Act, Identity, Reading, Record, Row};
use base::{
    attribution::Attribution,
    feature::{Gallery, Sample},
    ids::{InformantId, PersonId},
    jiff::{Timestamp, civil::date},
    refusal::FieldErrors,
    subject::{Kind, Subject},
    web::Fields,
};
use std::collections::HashMap;

fn record(attribution: Attribution) -> Record {
    let until = (attribution == Attribution::Embargo).then(|| date(2026, 11, 20));
    Record {
        about: About::new(Subject::new(Kind::Draft, 7), attribution, until),
        identity: Identity {
            name: "Inaq Rini".into(),
            contact: Some("Lewat keponakannya, 0812 3456 7890".into()),
            notes: Some(
                "Melihat sendiri benih dibawa ke gudang.\nTakut kepada ketua kelompok.".into(),
            ),
        },
    }
}

fn closed(now: Timestamp, about: Option<About>) -> ClosedView {
    let who = if about.is_some() { "v1.0" } else { "" };
    let row =
        Row { id: InformantId(7), about: String::new(), who: who.into(), version: 1, at: now };
    ClosedView { row, about, today: date(2026, 11, 24) }
}

fn show(
    gallery: &Gallery,
    (about, opened): (Option<About>, Option<Record>),
    errors: FieldErrors,
) -> ShowPage {
    let now = gallery.frame.now;
    let reading = |act: &Act| Reading { at: now, person: PersonId(7), act: *act };
    ShowPage {
        f: gallery.titled("Catatan sumber rahasia"),
        one: closed(now, about),
        fields: opened.as_ref().map(Record::fields).unwrap_or_default(),
        identity: opened.map(|record| record.identity),
        keepers: vec![PersonId(7), PersonId(8)],
        readings: Act::ALL.iter().map(reading).collect(),
        names: HashMap::from([(PersonId(7), "Ratna Dewi".to_owned())]),
        errors,
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let now = gallery.frame.now;
    let none = FieldErrors::default;
    let list = |records| ListPage { f: gallery.titled("Sumber rahasia"), records };
    let all = Attribution::ALL.iter().map(|one| closed(now, Some(record(*one).about)));
    let new = |errors| NewPage {
        f: gallery.titled("Catat sumber rahasia"),
        fields: Fields::from_pairs(&[("about", "/naskah/7")]),
        errors,
        form_key: "contoh".into(),
    };
    let about = || Some(record(Attribution::Background).about);
    let opened = || Some(record(Attribution::Background));
    let wrong = |field| FieldErrors::one(field, "error-empty");
    let erase = ErasePage { f: gallery.titled("Hapus isi catatan"), one: closed(now, about()) };
    vec![
        Sample::of("informants", &list(all.chain([closed(now, None)]).collect())),
        Sample::of("informants-none", &list(vec![])),
        Sample::of("informant-new", &new(none())),
        Sample::of("informant-new-wrong", &new(wrong("name"))),
        Sample::of("informant-closed", &show(gallery, (about(), None), none())),
        Sample::of("informant-opened", &show(gallery, (about(), opened()), none())),
        Sample::of("informant-keeper-wrong", &show(gallery, (about(), None), wrong("keeper"))),
        Sample::of("informant-erased", &show(gallery, (None, None), none())),
        Sample::of("informant-erase", &erase),
    ]
}
