//! Every page of this feature with its states, for the gallery.
use super::{
    archive::ArchivePage,
    beside::{Beside, Headline},
    draft_samples::question,
    editions::{EditionPage, EditionsPage},
    hidden::HiddenPage,
    lead::LeadPage,
    list::ListPage,
    sections::{Line, SectionsPage},
    show::ShowPage,
};
use crate::{
    body,
    front::{Column, ColumnsBlock, Lead, LeadBlock},
    section::{Section, SectionName},
    store::{EditionLine, EditionRow, MendedRow, StoryRow},
    story::{EditionKind, Format, Status},
};
use askama::Template;
use base::{
    clock::Zone,
    feature::{Gallery, Key, Sample},
    ids::{AreaCode, EditionId, OccasionId, PersonId, SectionId, StoryId},
    refusal::FieldErrors,
    subject::{Card, Kind, Subject},
    web::Frame,
};
use comments::CommentsBlock;

const BODY: &str = "Karang Jati (SK) Jembatan Lembah Suri putus sejak 27 September. Anak-anak menyeberang lewat batu.\n\n\
    Camat berjanji memasang jembatan darurat sebelum Desember. Kami akan menanyakannya lagi. ( Sari )";
const TITLE: &str = "Lima Puluh Enam Hari Tanpa Jembatan";

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let mut samples = stories(gallery);
    samples.extend(lists(gallery));
    samples.extend(desks(gallery));
    samples.extend(super::draft_samples::gallery(gallery));
    samples.extend(super::answering_samples::gallery(gallery));
    samples
}

fn sample(name: &'static str, page: &impl Template) -> Sample {
    let html = page.render().unwrap_or_else(|error| unreachable!("{name}: {error}"));
    Sample { name, html }
}

fn stories(gallery: &Gallery) -> Vec<Sample> {
    let page = || ShowPage::sample(gallery.titled(TITLE));
    let changed = |name, change: fn(&mut ShowPage)| {
        let mut page = page();
        change(&mut page);
        sample(name, &page)
    };
    vec![
        changed("story", |_| {}),
        changed("story-without-comments", |page| {
            page.comments = CommentsBlock {
                count: 0,
                html: "<aside id=\"komentar\" aria-labelledby=\"komentar-t\"><h2 id=\"komentar-t\">Komentar (0)</h2></aside>".into(),
                empty_html: Some(format!("<p class=\"empty\">{}</p>", page.f.t("list-empty"))),
            };
        }),
        changed("story-retracted", |page| {
            page.story.status = Status::Retracted;
            page.story.retracted_at = Some(page.f.now);
            page.story.retraction_reason = Some("dua narasumber ternyata orang yang sama.".into());
        }),
        sample("story-hidden", &HiddenPage::sample(gallery.titled("Tulisan ini disembunyikan"))),
        changed("story-sealed", |page| page.story.body = None),
        changed("story-unverified", |page| {
            page.story.verified_at = None;
            page.story.unverified_notice = Some("Redaksi masih memeriksa penyebabnya.".into());
        }),
        changed("story-of-an-archive", |page| {
            page.story.posted_at = None;
            page.story.verified_at = None;
            page.story.occasion_date_written = Some("14-06-16".into());
        }),
        changed("story-in-english", |page| {
            page.story.lang = "en".into();
            page.title = "The Radio That Reads Out the Price of Fish".into();
        }),
        changed("story-long-with-several-bylines", |page| {
            page.bylines =
                ["Sari", "Daeng Baso", "Nadia"].map(|name| (None, name.to_owned())).into();
            page.title = "Judul yang panjang sekali ".repeat(8);
            page.body = page.body.repeat(20);
        }),
        sample("editions", &EditionsPage::sample(gallery.titled(TITLE))),
        sample("edition", &EditionPage::sample(gallery.titled(TITLE))),
    ]
}

fn lists(gallery: &Gallery) -> Vec<Sample> {
    let page = || ListPage::sample(gallery.titled("Layanan Publik"));
    let f = gallery.titled("Contoh halaman");
    let front = front_blocks(&f);
    // A block is a piece of a page: the gallery checks whole pages.
    let html = page().render().unwrap_or_default();
    let whole = html.split_once("<h1>").map_or_else(String::new, |(head, _)| {
        let tail = html.split_once("</main>").map_or("", |(_, tail)| tail);
        format!("{head}<h1 class=\"vh\">{}</h1>{front}</main>{tail}", f.house)
    });
    vec![
        sample("section", &page()),
        sample("section-empty", &ListPage { cards: vec![], next: None, further: false, ..page() }),
        sample("occasion", &ListPage::sample_occasion(gallery.titled("Banjir Kali Suri"))),
        sample(
            "archive",
            &ArchivePage::of(gallery.titled("Arsip"), &[(202611, 7), (201606, 1234), (0, 3)]),
        ),
        sample("archive-empty", &ArchivePage::of(gallery.titled("Arsip"), &[])),
        Sample { name: "front-stories", html: whole },
    ]
}

fn desks(gallery: &Gallery) -> Vec<Sample> {
    let sections = || SectionsPage::sample(gallery.titled("Rubrik"));
    let errors = FieldErrors::one("name_id", "error-section-taken");
    vec![
        sample("administration-sections", &sections()),
        sample("administration-sections-error", &SectionsPage { errors, ..sections() }),
        sample("administration-lead", &LeadPage::sample(gallery.titled("Tulisan utama"))),
    ]
}

fn card(f: &Frame) -> Card {
    Card {
        deck: Some("Camat berjanji memasang jembatan darurat sebelum Desember.".into()),
        label: Some(("Layanan Publik".into(), "/rubrik/layanan-publik".into())),
        byline: Some("Sari".into()),
        dateline: Some("Lembah Suri".into()),
        at: Some(f.now),
        comments: Some(6),
        ..Card::named(
            Subject::new(Kind::Story, 7),
            TITLE,
            "/tulisan/7/lima-puluh-enam-hari-tanpa-jembatan",
        )
    }
}

impl StoryRow {
    pub(super) fn sample(f: &Frame) -> StoryRow {
        StoryRow {
            id: StoryId(7),
            lang: "id".into(),
            section: SectionId(1),
            status: Status::Published,
            shown: true,
            posted_at: Some(f.now),
            listed_at: f.now,
            occasion: Some(OccasionId(3)),
            occasion_name: Some("Banjir Kali Suri, September 2026".into()),
            occasion_date: jiff::civil::Date::new(2026, 9, 27).ok(),
            occasion_date_written: None,
            dateline: Some("Karang Jati (SK)".into()),
            signature: Some("( Sari )".into()),
            written_from: Some(AreaCode(5208)),
            happened_at: Some(AreaCode(520801)),
            venue: Some("Kali Suri".into()),
            outlet: None,
            licence: Some("CC BY-NC 4.0".into()),
            verified_at: Some(f.now),
            unverified_notice: None,
            hidden_at: None,
            hidden_reason: None,
            retracted_at: None,
            retraction_reason: None,
            legacy_id: None,
            number: 2,
            kind: EditionKind::Correction,
            title: Some(TITLE.into()),
            deck: Some("Camat berjanji memasang jembatan darurat sebelum Desember.".into()),
            body: Some(BODY.into()),
            format: Format::Plain,
            edited_at: f.now,
        }
    }
}

impl EditionLine {
    pub(super) fn sample(f: &Frame, number: i64, kind: EditionKind) -> EditionLine {
        EditionLine {
            number,
            kind,
            at: f.now,
            person: Some(PersonId(1)),
            why: (number > 1).then(|| "Semula tertulis 65 hari. Yang benar 56 hari.".to_owned()),
            hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            sealed_at: None,
            sealed_reason: None,
            sealed_ground: None,
        }
    }
}

fn recordings(f: &Frame) -> Vec<String> {
    let attached = media::Attached::samples();
    attached.iter().filter(|one| !one.is_picture()).map(|one| one.html(f)).collect()
}

impl ShowPage {
    fn sample(f: Frame) -> ShowPage {
        let link = |name: &str, path: &str| (name.to_owned(), path.to_owned());
        let comments = comments::sample_block(&f).unwrap_or_else(|error| unreachable!("{error}"));
        ShowPage {
            preview: None,
            beside: Beside {
                questions: vec![question(&f, None), question(&f, Some("Masih dianggarkan."))],
                corrections: vec![(
                    EditionLine::sample(&f, 2, EditionKind::Correction),
                    Some(MendedRow {
                        number: 2,
                        was: "65 hari".into(),
                        became: "56 hari".into(),
                        apology: "Kami mohon maaf.".into(),
                    }),
                )],
                updated_by: None,
                update_of: Some(("Jembatan putus".into(), "/tulisan/8/jembatan".into())),
                others: vec![Headline {
                    title: "Satu bidan untuk 1.940 orang".into(),
                    path: "/tulisan/9/satu-bidan".into(),
                    lang: Some("id".into()),
                    at: Some(f.now),
                }],
            },
            story: StoryRow::sample(&f),
            title: TITLE.into(),
            zone: Zone::Wita,
            section: Some(link("Layanan Publik", "/rubrik/layanan-publik")),
            bylines: vec![(Some(PersonId(1)), "Sari".into()), (None, "Nurhayati".into())],
            figures: vec![],
            recordings: recordings(&f),
            body: body::html(BODY, Format::Plain, (Some("Karang Jati (SK)"), Some("( Sari )"))),
            written_from: Some(link("Kabupaten Lombok Utara", "/daerah/52.08")),
            happened_at: Some(link("Kecamatan Tanjung", "/daerah/52.08.01")),
            about: vec![link("Kabupaten Lombok Utara", "/daerah/52.08")],
            outlet: Some((
                "Radio Komunitas Swara Muara".into(),
                Some("/media-komunitas/swara-muara".into()),
            )),
            tags: vec![link("jembatan", "/label/jembatan")],
            chain: base::chain::sample_block(&f),
            pieces: vec![],
            comments,
            takes_flags: true,
            report_path: Some("/laporan/baru?tulisan=story-1".to_owned()),
            f,
        }
    }
}

impl EditionsPage {
    fn sample(f: Frame) -> EditionsPage {
        let mut first = EditionLine::sample(&f, 1, EditionKind::First);
        first.sealed_at = Some(f.now);
        first.sealed_reason = Some("Memuat nama anak.".into());
        EditionsPage {
            editions: vec![
                (EditionLine::sample(&f, 2, EditionKind::Correction), Some("Ketut".into())),
                (first, None),
            ],
            story: StoryRow::sample(&f),
            title: TITLE.into(),
            path: "/tulisan/7/x".into(),
            f,
        }
    }
}

impl EditionPage {
    fn sample(f: Frame) -> EditionPage {
        let edition = EditionRow {
            id: EditionId(1),
            number: 1,
            kind: EditionKind::First,
            title: Some(TITLE.into()),
            deck: None,
            body: Some(BODY.into()),
            format: Format::Plain,
            at: f.now,
            person: None,
            why: None,
            hash: String::new(),
            sealed_at: None,
            sealed_reason: None,
            sealed_ground: None,
        };
        EditionPage {
            body: body::html(BODY, Format::Plain, (None, None)),
            story: StoryRow::sample(&f),
            title: TITLE.into(),
            path: "/tulisan/7/x".into(),
            edition,
            f,
        }
    }
}

impl ListPage {
    fn sample(f: Frame) -> ListPage {
        ListPage {
            kick: None,
            title: f.title.clone(),
            about: Some("Jalan, air, surat-surat, loket dan petugas.".into()),
            facts: vec![],
            lead: LeadBlock { f: &f, lead: Some(Lead { card: card(&f), figure: None }) }
                .render()
                .ok(),
            cards: vec![card(&f), Card { lang: Some("en".into()), ..card(&f) }],
            further: true,
            next: Some(Key { at_us: 1, id: 7 }),
            f,
        }
    }

    fn sample_occasion(f: Frame) -> ListPage {
        let facts = vec![
            ("Minggu, 27 September 2026".to_owned(), None),
            ("Desa Lembah Suri".to_owned(), Some("/daerah/99.01.01.2002".to_owned())),
        ];
        ListPage {
            kick: Some(f.t("occasion-kick")),
            facts,
            further: false,
            next: None,
            ..ListPage::sample(f)
        }
    }
}

impl SectionsPage {
    fn sample(f: Frame) -> SectionsPage {
        let name = |lang: &str, name: &str| SectionName {
            lang: lang.into(),
            name: name.into(),
            about: None,
        };
        let line = Line {
            id: SectionId(1),
            path: "/rubrik/berita".into(),
            name: "Berita".into(),
            place: "1".into(),
            names: vec![name("id", "Berita"), name("en", "News")],
            is_empty: false,
        };
        let empty = Line {
            id: SectionId(2),
            path: "/rubrik/opini".into(),
            name: "Opini".into(),
            place: "2".into(),
            names: vec![name("id", ""), name("en", "...")],
            is_empty: true,
        };
        SectionsPage {
            f,
            lines: vec![line, empty],
            name_id: "Berita".into(),
            name_en: String::new(),
            errors: FieldErrors::default(),
        }
    }
}

impl LeadPage {
    fn sample(f: Frame) -> LeadPage {
        LeadPage { cards: vec![card(&f)], chosen: Some(StoryId(7)), f }
    }
}

fn front_blocks(f: &Frame) -> String {
    let section =
        Section { id: SectionId(1), slug: "berita".into(), name: "Berita".into(), about: None };
    let columns = vec![Column { section, cards: vec![card(f), card(f)] }];
    let lead = LeadBlock { f, lead: Some(Lead { card: card(f), figure: None }) };
    let columns = ColumnsBlock { f, columns };
    [lead.render(), columns.render()].into_iter().flatten().collect()
}
