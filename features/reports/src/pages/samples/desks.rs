//! The desks' pages, busy and empty.
use super::{TITLE, note, report, view};
use crate::{
    deeds::Deed,
    pages::{
        desk::{DeskPage, DeskRow, Tab, WorkPage},
        inbox::{Inbox, InboxPage, InboxRow, OfficerPage},
        view::{Due, For},
    },
    report::{Report, State, Turn, Visibility},
};
use base::{
    clock::Zone,
    feature::{Gallery, Sample},
    ids::{AgencyId, LinkId, ReportId},
    jiff::SignedDuration,
    links::{LinkKind, Linked},
    subject::{Card, Kind, Subject},
    web::Frame,
};

pub(super) fn desks(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Meja laporan");
    let tab = |f: &Frame, current| Tab {
        name: f.t("report-part-desk"),
        href: "/meja/laporan".into(),
        current,
    };
    let row = |f: &Frame| DeskRow {
        id: ReportId(7),
        due: Due::of(f, Zone::Wita, f.now - SignedDuration::from_hours(30)),
        title: TITLE.into(),
        state: State::Sent,
        visibility: Visibility::Anonymous,
        facts: "L-261112-7KQ2M · Listrik".into(),
        excerpt: "Tikungan di depan pasar gelap.".into(),
        first: Some(Deed::Verify),
    };
    let desk = |full: bool| {
        let f = f();
        let rows = if full { vec![row(&f)] } else { vec![] };
        DeskPage { tabs: vec![tab(&f, true), tab(&f, false)], rows, f }
    };
    let work = {
        let f = f();
        WorkPage {
            report: view(&f, report(&f, State::Answered), For::Whole),
            deeds: vec![Deed::Verify, Deed::Refuse],
            waits: true,
            notes: vec![note(&f)],
            told: true,
            reach: f.t("report-reach-account"),
            public: true,
            attachments: media::shown_to_few(&f, &media::Attached::samples()),
            stories: vec![story_link()],
            f,
        }
    };
    vec![
        Sample::of("report-desk", &desk(true)),
        Sample::of("report-desk-none", &desk(false)),
        Sample::of("report-work", &work),
        Sample::of("report-inbox", &inbox(f(), true)),
        Sample::of("report-inbox-none", &inbox(f(), false)),
        Sample::of("report-officer", &officer(f())),
    ]
}

pub(super) fn story_link() -> Linked {
    Linked {
        id: LinkId(1),
        kind: LinkKind::CameOf,
        backwards: false,
        reason: Some("Di loket kami juga begitu.".into()),
        card: Card::named(Subject::new(Kind::Story, 1), "Pasar gelap", "/tulisan/1/pasar"),
    }
}

fn inbox(f: Frame, full: bool) -> InboxPage {
    let row = |state| InboxRow {
        id: ReportId(7),
        due: Due::of(&f, Zone::Wita, f.now + SignedDuration::from_hours(30)),
        title: TITLE.into(),
        state,
        facts: "L-261112-7KQ2M · Listrik".into(),
        excerpt: Some("Tiga lampu di tikungan mati sejak awal November.".into()),
        first: (state != State::Answered).then_some(Deed::Answer),
        replied: state == State::Replied,
    };
    let inbox = Inbox {
        body: "Dinas Perhubungan".into(),
        path: "/instansi/dishub".into(),
        owes: if full { vec![row(State::Delivered), row(State::Replied)] } else { vec![] },
        answered: if full { vec![row(State::Answered)] } else { vec![] },
    };
    InboxPage { inboxes: vec![inbox], f }
}

fn officer(f: Frame) -> OfficerPage {
    let report = Report { turn: Turn::Body, ..report(&f, State::Delivered) };
    OfficerPage {
        report: view(&f, report, For::Body(AgencyId(1))),
        deeds: vec![Deed::Answer, Deed::Promise, Deed::Repair, Deed::Receive, Deed::GiveBack],
        f,
    }
}
