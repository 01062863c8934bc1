//! Every page with a sample of each state.
use super::{
    activity::{ActivityPage, Held, Moved, Office, Promise, Speaker, Went},
    desk,
    list::ListPage,
    parts::{AreaLine, Badge, Line, Named, Partner, Source, told_in},
    show::ShowPage,
    tree::{self, ComponentNode},
};
use crate::{
    ActivityKind, Calendar, Counted, Headcount, Level, State,
    activity::Activity,
    former::Part,
    headcount::Seen,
    programme::Programme,
    store::{ComponentRow, OutcomeRow, WordsRow},
};
use base::{
    chain,
    feature::{Gallery, Sample},
    ids::{ActivityId, ComponentId, OutcomeId, ProgrammeId},
    jiff::civil::date,
    web::Frame,
};

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let frame = || gallery.titled("Program Layanan Dekat Warga");
    let mut samples = vec![
        Sample::of("programmes", &ListPage::sample(frame())),
        Sample::of("programmes-none", &ListPage::sample_none(frame())),
        Sample::of("programme", &ShowPage::sample(frame())),
        Sample::of("programme-bare", &ShowPage::sample_bare(frame())),
        Sample::of("activity", &ActivityPage::sample(frame())),
        Sample::of("activity-planned", &ActivityPage::sample_planned(frame())),
        Sample::of("activity-uncounted", &ActivityPage::sample_uncounted(frame())),
    ];
    samples.extend(desk::samples(&frame));
    samples
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn dinas() -> Named {
    Named { name: "Dinas Kesehatan".to_owned(), path: some("/instansi/dinkes-tirtawana") }
}

pub(super) fn sample_places() -> Vec<AreaLine> {
    let place = |name: &str, path: Option<&str>, was: Option<&str>| AreaLine {
        named: Named { name: name.to_owned(), path: path.map(str::to_owned) },
        was: was.map(str::to_owned),
    };
    vec![
        place("Kabupaten Tirtawana", Some("/daerah/99.01"), None),
        place("Papua Barat", None, Some("(2016; kini Papua Barat dan Papua Barat Daya)")),
    ]
}

impl Programme {
    pub(crate) fn sample(f: &Frame) -> Programme {
        Programme {
            id: ProgrammeId(7),
            name: "Layanan Dekat Warga".to_owned(),
            acronym: some("LADANG"),
            purpose: "Surat penting bisa diurus di kecamatan.".to_owned(),
            begins: Calendar::parse("2026-01"),
            ends: Calendar::parse("2028"),
            funding: some("APBD"),
            source: some("Keputusan bupati"),
            added_at: f.now,
        }
    }
}

impl Activity {
    pub(crate) fn sample(f: &Frame) -> Activity {
        Activity {
            id: ActivityId(7),
            programme: ProgrammeId(7),
            component: Some(ComponentId(7)),
            kind: ActivityKind::Workshop,
            level: Level::Regency,
            name: "Lokakarya surat lahir di pulau".to_owned(),
            summary: some("Apa yang menghambat.\n\nApa yang bisa diubah."),
            venue: some("Aula kantor kecamatan"),
            budget: some("Rp12.000.000"),
            source: some("Berita acara, https://suara.example/berita-acara"),
            state: State::Reported,
            starts: Some(date(2026, 10, 8)),
            ends: Some(date(2026, 10, 9)),
            added_at: f.now,
        }
    }
}

impl ShowPage {
    pub(super) fn sample(f: Frame) -> ShowPage {
        let outcome = |id, parent, name: &str| OutcomeRow {
            id: OutcomeId(id),
            parent,
            position: id,
            number: id.to_string(),
            name: name.to_owned(),
            source: some("Rencana, https://suara.example/rencana"),
        };
        let outcomes =
            [outcome(1, None, "Layanan dekat"), outcome(2, Some(OutcomeId(1)), "Loket buka")];
        let component = ComponentNode {
            row: ComponentRow {
                id: ComponentId(7),
                outcome: Some(OutcomeId(1)),
                position: 1,
                number: "01".to_owned(),
                name: "Loket keliling".to_owned(),
                note: some("Dengan perahu."),
                source: None,
            },
            source: Source::of(&some("Rencana")),
            outcome: some("1 Layanan dekat"),
            activities: vec![Line::of(&f, &Activity::sample(&f))],
        };
        ShowPage {
            told_in: told_in(&f),
            row: Programme::sample(&f),
            period: some("Januari 2026 sampai 2028"),
            source: Source::of(&some("Keputusan bupati")),
            partners: vec![Partner { role: f.t("partner-role-lead"), named: dinas() }],
            places: sample_places(),
            groups: tree::groups(&outcomes),
            components: vec![component],
            loose: vec![Line::of(&f, &Activity::sample(&f))],
            next: Some(ActivityId(7)),
            is_first: true,
            chain: chain::sample_block(&f),
            former: vec![],
            may_manage: true,
            f,
        }
    }

    pub(super) fn sample_bare(f: Frame) -> ShowPage {
        ShowPage {
            period: None,
            source: None,
            partners: vec![],
            places: vec![],
            groups: vec![],
            components: vec![],
            loose: vec![],
            next: None,
            chain: String::new(),
            may_manage: false,
            ..ShowPage::sample(f)
        }
    }
}

impl Held {
    fn sample(f: &Frame) -> Held {
        let promise = |what: &str, class, state: String, proof| Promise {
            who: "Kepala Dinas".to_owned(),
            body: Some(dinas()),
            what: what.to_owned(),
            class,
            state,
            proof,
            before: vec![f.t("promise-no-day")],
        };
        Held {
            agenda: vec![
                (some("09.00 WITA"), "Pembukaan".to_owned()),
                (None, "Diskusi".to_owned()),
            ],
            speakers: vec![Speaker {
                name: "Baiq Hartini".to_owned(),
                office: some("Kader posyandu"),
                body: Some(dinas()),
                said: some("Warga menunggu dua bulan."),
            }],
            count: Headcount::of([
                (Counted::Women, 23),
                (Counted::Men, 16),
                (Counted::Unnoted, 0),
                (Counted::Disability, 3),
                (Counted::Youth, 9),
            ]),
            offices: vec![
                Office {
                    office: "Camat".to_owned(),
                    body: Some(dinas()),
                    note: some("dari tiga kecamatan"),
                    people: Seen::Hidden,
                },
                Office {
                    office: "Kepala desa".to_owned(),
                    body: None,
                    note: None,
                    people: Seen::Uncounted,
                },
            ],
            decisions: vec!["Loket buka dua kali sebulan.".to_owned()],
            promises: vec![
                promise(
                    "Perahu siap",
                    "badge good",
                    f.with("activity-promise-kept-on", "day", "1 November 2026"),
                    some("Foto perahu"),
                ),
                promise(
                    "Meja ramah kursi roda",
                    "due bad",
                    f.n("activity-promise-overdue", 9),
                    None,
                ),
                promise(
                    "Jadwal terpasang",
                    "due",
                    f.with("activity-promise-until", "day", "5 Desember 2026"),
                    None,
                ),
                promise("Laporan dibagikan", "badge wait", f.t("activity-promise-open"), None),
            ],
        }
    }
}

impl ActivityPage {
    pub(super) fn sample(f: Frame) -> ActivityPage {
        let row = Activity::sample(&f);
        ActivityPage {
            told_in: told_in(&f),
            kind: f.t("activity-kind-workshop"),
            state: Badge::of(&f, row.state),
            when: some("8 Oktober 2026 sampai 9 Oktober 2026"),
            programme: Named { name: "LADANG".to_owned(), path: some("/program/7/ladang") },
            component: some("01 Loket keliling"),
            places: sample_places(),
            source: Source::of(&row.source),
            held: Held::sample(&f),
            moved: vec![Moved {
                when: "1 Oktober 2026".to_owned(),
                at: f.now,
                why: some("Ombak tinggi."),
            }],
            went: [State::Done, State::Reported]
                .map(|state| Went {
                    state: Badge::of(&f, state),
                    at: f.now,
                    note: some("Berita acara dibagikan."),
                })
                .into(),
            chain: chain::sample_block(&f),
            former: vec![WordsRow {
                at: f.now,
                part: Part::Venue,
                stood: "Aula kantor bupati".to_owned(),
            }],
            may_manage: true,
            row,
            f,
        }
    }

    /// Nothing but a name.
    pub(super) fn sample_planned(f: Frame) -> ActivityPage {
        let page = ActivityPage::sample(f);
        let row = Activity {
            summary: None,
            venue: None,
            budget: None,
            state: State::Planned,
            starts: None,
            ends: None,
            ..page.row
        };
        ActivityPage {
            state: Badge::of(&page.f, row.state),
            when: None,
            component: None,
            places: vec![],
            source: None,
            held: Held::default(),
            moved: vec![],
            went: vec![],
            chain: String::new(),
            may_manage: false,
            row,
            ..page
        }
    }

    /// Held, and nobody counted.
    pub(super) fn sample_uncounted(f: Frame) -> ActivityPage {
        let mut page = ActivityPage::sample(f);
        page.held.count = Headcount::default();
        page
    }
}
