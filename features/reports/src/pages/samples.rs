//! Every page with a sample of each state.
mod desks;

use super::{
    act::ActPage,
    files::FilesPage,
    follow::{AskPage, FollowPage, NoteView},
    list::{Filter, Line, ListPage},
    new::NewPage,
    ombudsman::OmbudsmanPage,
    show::{GonePage, ShowPage},
    view::{Due, For, Made, Moment, Names, ReportView, Rows},
};
use crate::{
    deeds::{Ask, AskKind, Deed},
    report::{Actor, AnswerKind, Class, Report, State, StepKind, Visibility, Way},
    store::{AnswerRow, StepRow},
};
use agencies::{AgencyChoice, AgencyName};
use base::{
    chain,
    clock::Zone,
    feature::{Gallery, Sample},
    ids::{AgencyId, AnswerId, AreaCode, PersonId, ReportId},
    jiff::SignedDuration,
    refusal::FieldErrors,
    subject::{Card, Kind, Subject},
    web::{Fields, Frame},
};
use comments::CommentsBlock;
use std::collections::HashMap;

const TITLE: &str = "Lampu jalan di tikungan pasar mati sejak dua minggu";

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let mut samples = forms(gallery);
    samples.extend(shown(gallery));
    samples.extend(desks::desks(gallery));
    samples
}

fn report(f: &Frame, state: State) -> Report {
    let days = |days: i64| f.now - SignedDuration::from_hours(24 * days);
    let body = !matches!(state, State::Sent | State::Verified | State::Refused | State::Returned);
    Report {
        id: ReportId(7),
        number: "L-261112-7KQ2M".into(),
        code_hash: String::new(),
        title: TITLE.into(),
        text: "Tikungan di depan pasar gelap.\n\nKemarin dua motor bersenggolan.".into(),
        category: "listrik".into(),
        class: Class::Complaint,
        area: AreaCode(9_901_012_003),
        landmark: Some("depan pasar ikan".into()),
        happened_on: "2026-11-10".parse().ok(),
        visibility: Visibility::Open,
        person: Some(PersonId(1)),
        state,
        turn: crate::report::turn(state, body),
        turn_since: days(12),
        due_at: Some(days(-2)).filter(|_| state != State::Closed),
        overdue_at: None,
        sent_at: days(14),
        verified_at: Some(days(13)).filter(|_| state != State::Sent),
        refusal: (state == State::Refused).then(|| "unclear".to_owned()),
        wanted: Some(AgencyId(1)),
        agency: Some(AgencyId(1)).filter(|_| body),
        delivered_at: Some(days(12)).filter(|_| body),
        received_at: Some(days(11)).filter(|_| state == State::Delivered),
        answered_at: Some(days(3)).filter(|_| state == State::Answered),
        promised_until: None,
        repaired_at: None,
        closed_at: None,
        verdict: None,
        listed_at: Some(days(14)),
        hidden_at: None,
        hidden_reason: None,
    }
}

fn step(f: &Frame, kind: StepKind, actor: Actor, words: Option<&str>) -> StepRow {
    StepRow {
        id: 1,
        report: ReportId(7),
        at: f.now,
        kind,
        actor,
        person: (actor != Actor::Reporter).then_some(PersonId(2)),
        agency: Some(AgencyId(1)),
        words: words.map(str::to_owned),
        hidden_at: None,
        hidden_reason: None,
        passed: None,
    }
}

fn answer(f: &Frame, kind: AnswerKind, way: Way) -> AnswerRow {
    AnswerRow {
        id: AnswerId(3),
        report: ReportId(7),
        agency: AgencyId(1),
        kind,
        at: f.now,
        person: Some(PersonId(2)),
        way,
        on: "2026-11-20".parse().ok(),
        text: "Lampu sudah diperiksa. Trafonya diganti.".into(),
        link: (kind == AnswerKind::Repair).then(|| "https://dishub.example/lampu".to_owned()),
        hidden_at: None,
        hidden_reason: None,
        promise: None,
        until: (kind == AnswerKind::Promise).then(|| "2026-12-12".parse().ok()).flatten(),
    }
}

fn view(f: &Frame, report: Report, reader: For) -> ReportView {
    let words = Some("Lampunya masih mati.");
    let answers = match report.state {
        State::Sent | State::Delivered => vec![],
        _ => vec![
            answer(f, AnswerKind::Answer, Way::Letter),
            answer(f, AnswerKind::Promise, Way::Here),
            answer(f, AnswerKind::Repair, Way::Here),
        ],
    };
    // Three answers on one page have three anchors.
    let answers =
        answers.into_iter().zip(3..).map(|(row, id)| AnswerRow { id: AnswerId(id), ..row });
    let rows = Rows {
        steps: StepKind::ALL
            .iter()
            .map(|kind| step(f, *kind, Actor::Desk, None))
            .chain([step(f, StepKind::Replied, Actor::Reporter, words)])
            .collect(),
        answers: answers.collect(),
        deliveries: vec![],
        attached: HashMap::from([(AnswerId(5), media::Attached::samples())]),
        report,
    };
    let body = AgencyName { name: "Dinas Perhubungan".into(), path: "/instansi/dishub".into() };
    let people = [(PersonId(1), "Sari".to_owned()), (PersonId(2), "Maria".to_owned())];
    let names = Names { agencies: [(AgencyId(1), body)].into(), people: people.into() };
    let made = Made { f, zone: Zone::Wita, reader, names: &names };
    made.view(&rows, ("Desa Pasar Lama".into(), "/daerah/52.08.01.2001".into()))
}

fn shown(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled(TITLE);
    let states = [
        ("report-sent", State::Sent),
        ("report-silent", State::Delivered),
        ("report-answered", State::Answered),
        ("report-closed", State::Closed),
    ];
    let mut samples: Vec<Sample> = states
        .into_iter()
        .map(|(name, state)| {
            let f = f();
            let page = ShowPage {
                report: view(&f, report(&f, state), For::Anyone),
                attachments: media::shown(&f, &media::Attached::samples()),
                chain: chain::sample_block(&f),
                comments: comments::sample_block(&f).unwrap_or_else(|_| CommentsBlock {
                    count: 0,
                    html: String::new(),
                    empty_html: None,
                }),
                takes_flags: true,
                ombudsman: state == State::Delivered,
                f,
            };
            Sample::of(name, &page)
        })
        .collect();
    let gone = GonePage {
        number: "L-261112-7KQ2M".into(),
        sentence: f().words.fill("report-gone-refused", &[("date", "1"), ("reason", "x")]),
        f: gallery.titled("Laporan"),
    };
    samples.push(Sample::of("report-gone", &gone));
    samples.push(Sample::of("reports", &list(gallery.titled("Laporan"), true)));
    samples.push(Sample::of("reports-none", &list(gallery.titled("Laporan"), false)));
    samples
}

fn list(f: Frame, full: bool) -> ListPage {
    let filter = |name: &str, current| Filter {
        name: name.to_owned(),
        href: "/laporan?jenis=air".into(),
        current,
    };
    let line = || Line {
        path: "/laporan/7".into(),
        title: TITLE.into(),
        category: "Listrik dan penerangan".into(),
        area: "Desa Pasar Lama".into(),
        body: Some("Dinas Perhubungan".into()),
        standing: report(&f, State::Delivered).standing(),
        due: Some(Due::since(&f, Zone::Wita, f.now)),
        waited_days: 12,
        sent: (f.machine(&f.now), f.ago(&f.now)),
    };
    ListPage {
        lines: if full { vec![line(), line()] } else { vec![] },
        states: vec![filter("Semua", true), filter("Menunggu jawaban", false)],
        categories: vec![filter("Semua jenis", true), filter("Air", false)],
        narrowed_to: vec![("Kabupaten Tirtawana".into(), "/laporan".into())],
        next: full.then(|| "/laporan?sebelum=1-1".to_owned()),
        first: full.then(|| "/laporan".to_owned()),
        f,
    }
}

fn forms(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Laporkan masalah");
    let mut wrong = FieldErrors::one("title", "error-empty");
    wrong.add("area", "error-report-area");
    wrong.add("contact", "error-contact");
    let similar = Card::named(Subject::new(Kind::Report, 8), TITLE, "/laporan/8");
    let refused = FieldErrors::one("code", "error-report-code");
    vec![
        Sample::of("report-new", &new(f(), FieldErrors::default(), vec![])),
        Sample::of("report-new-errors", &new(f(), wrong, vec![])),
        Sample::of("report-new-similar", &new(f(), FieldErrors::default(), vec![similar])),
        Sample::of("report-ask", &ask(f(), FieldErrors::default())),
        Sample::of("report-ask-errors", &ask(f(), refused)),
        Sample::of("report-follow", &follow(f(), State::Sent)),
        Sample::of("report-follow-answered", &follow(f(), State::Answered)),
        Sample::of("report-follow-repaired", &follow(f(), State::Repaired)),
        Sample::of("report-files", &FilesPage::sample(f(), true)),
        Sample::of("report-files-shown", &FilesPage::sample(f(), false)),
        Sample::of("report-deed", &act(f(), FieldErrors::default())),
        Sample::of("report-deed-errors", &act(f(), FieldErrors::one("words", "error-empty"))),
        Sample::of("report-ombudsman", &ombudsman(f())),
    ]
}

fn new(f: Frame, errors: FieldErrors, similar: Vec<Card>) -> NewPage {
    let body = AgencyChoice {
        id: AgencyId(1),
        name: "Dinas Perhubungan".into(),
        note: Some("Kabupaten Tirtawana".into()),
    };
    NewPage {
        fields: Fields::from_pairs(&[("title", TITLE), ("category", "listrik")]),
        errors,
        // The picker has samples of its own; here it needs the areas, which a gallery does not have.
        picker: String::new(),
        attachments: media::picker(&f, &media::Attached::samples(), &[], &Fields::default()),
        categories: vec!["jalan".into(), "listrik".into()],
        bodies: vec![body],
        similar,
        story: Some(Card::named(Subject::new(Kind::Story, 1), "Pasar gelap", "/tulisan/1/pasar")),
        once: "x".into(),
        today: f.zone.date(f.now),
        text_max: 4000,
        signed_in: false,
        verify_days: 3,
        f,
    }
}

fn ask(f: Frame, errors: FieldErrors) -> AskPage {
    let own = vec![(format!("L-261112-7KQ2M · {TITLE}"), "/laporan/7/rahasia".to_owned())];
    AskPage { fields: Fields::default(), errors, own, f }
}

fn note(f: &Frame) -> NoteView {
    NoteView {
        when: Moment::of(f, Zone::Wita, f.now),
        who: f.t("report-actor-desk"),
        text: "Lampu yang mana, di sebelah utara atau selatan?".into(),
    }
}

fn follow(f: Frame, state: State) -> FollowPage {
    let sent = state == State::Sent;
    FollowPage {
        report: view(&f, report(&f, state), For::Whole),
        code: if sent { "7KQ2-M9XD-AB12-CD34-EF56".into() } else { String::new() },
        next: f.t(if sent { "report-next-sent-desk" } else { "report-next-answered" }),
        due: (!sent).then(|| Due::of(&f, Zone::Wita, f.now + SignedDuration::from_hours(30))),
        public: !sent,
        deeds: vec![Deed::Satisfied, Deed::NotRepaired, Deed::Unsatisfied, Deed::Tell],
        notes: vec![note(&f)],
        ombudsman: true,
        attachments: media::shown_to_few(&f, &media::Attached::samples()),
        files_open: true,
        stories: vec![desks::story_link()],
        state,
        f,
    }
}

fn act(f: Frame, errors: FieldErrors) -> ActPage {
    let ask = |name, key, hint, kind| Ask { name, key, hint, kind };
    let classes = vec![("complaint".to_owned(), f.t("report-class-complaint"))];
    ActPage {
        deed: Deed::Verify,
        key: Deed::Verify.key(),
        hint: f.hint(&Deed::Verify.key()),
        about: format!("L-261112-7KQ2M · {TITLE}"),
        action: "/meja/laporan/7/periksa".into(),
        back: "/meja/laporan/7".into(),
        code: String::new(),
        step: "3".into(),
        form_key: "x".into(),
        once: "x".into(),
        files: media::picker(&f, &media::Attached::samples(), &[], &Fields::default()),
        asks: vec![
            ask("class", "report-ask-class", true, AskKind::Choice(classes)),
            ask("words", "report-ask-public-words", false, AskKind::Text(1000)),
            ask("on", "report-ask-letter-day", false, AskKind::Day),
            ask("link", "report-ask-link", true, AskKind::Line),
            ask("terms", "report-ask-terms", false, AskKind::Tick),
        ],
        fields: Fields::default(),
        errors,
        f,
    }
}

fn ombudsman(f: Frame) -> OmbudsmanPage {
    OmbudsmanPage {
        letter: f.clone(),
        back: "/laporan/7".into(),
        place: "Desa Pasar Lama, 24 November 2026".into(),
        paragraphs: vec!["Lampu mati.".into()],
        dates: vec!["Dikirim: 10 November 2026".into()],
        f,
    }
}
