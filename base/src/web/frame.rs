//! Everything around a page's content: head, masthead, menu, footer.
use super::Visit;
use crate::{
    app::App,
    chain::days_between,
    clock::Zone,
    config::House,
    desks,
    feature::{Gallery, MenuItem},
    languages::{Lang, Words},
    measures, notices,
    refusal::FieldErrors,
    visitor::{Role, Visitor},
};
use anyhow::Result;
use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use std::{sync::OnceLock, time::Duration};

/// The one stylesheet; inlined, so that a page is readable after the first window of a slow line.
pub const STYLE: &str = include_str!("../../../assets/css/suara.css");

/// Where the layout leaves room for the time that the page took.
pub(super) const PAGE_TIME_MARK: &str = "\u{1}page-time\u{1}";

/// A whole number as templates hand it over: by value or by reference, of any size.
pub trait Count {
    fn count(&self) -> i64;
}

macro_rules! counts {
    ($($kind:ty),*) => { $(impl Count for $kind {
        fn count(&self) -> i64 { i64::try_from(*self).unwrap_or(i64::MAX) }
    })* };
}
counts!(i64, i32, u16, u32, u64, usize);

impl<T: Count> Count for &T {
    fn count(&self) -> i64 {
        (*self).count()
    }
}

/// What the layout template shows. Its methods are what templates call for words, dates and addresses.
#[derive(Clone)]
pub struct Frame {
    pub words: Words,
    pub title: String,
    pub description: Option<String>,
    pub house: String,
    pub tagline: String,
    pub zone: Zone,
    pub now: Timestamp,
    pub path: String,
    pub query: String,
    pub address: String,
    pub visitor: Visitor,
    pub menu: Vec<MenuItem>,
    /// Pages beside the sections that the foot names.
    pub footer: Vec<MenuItem>,
    /// Where work waits for this visitor.
    pub desks: Vec<MenuItem>,
    /// The entry of the menu that this page stands under, by its path.
    pub under: Option<String>,
    pub other_languages: Vec<Lang>,
    /// A shared house shows its charter.
    pub has_charter: bool,
    pub offers_reports: bool,
    pub offers_writing: bool,
    pub offers_search: bool,
    /// The sentence that the last act left, already in words.
    pub notice: Option<String>,
    /// What the visitor has yet to read of what was decided about their own.
    pub news: i64,
    /// Pages that must not be found by search engines.
    pub noindex: bool,
}

impl Frame {
    pub(super) async fn of(visit: &Visit, title: String) -> Result<Frame> {
        let mut frame = Frame::bare(visit, title);
        for menu in visit.app.features.iter().filter_map(|feature| feature.menu) {
            frame.menu.extend(menu(&visit.app, visit.lang).await?);
        }
        frame.news = notices::of_visitor(visit).await?;
        Ok(frame)
    }

    /// Without anything that needs the database: for the page that says the database is gone.
    pub(super) fn bare(visit: &Visit, title: String) -> Frame {
        let app = &visit.app;
        let words = visit.words();
        let notice = visit
            .notice
            .as_ref()
            .map(|key| format!("notice-{key}"))
            .filter(|key| words.has(key))
            .map(|key| words.t(&key));
        Frame {
            title,
            description: None,
            house: app.config.name.clone(),
            tagline: app.config.tagline.clone(),
            zone: app.config.zone,
            now: app.now(),
            path: visit.path.clone(),
            query: visit.query.clone(),
            address: app.config.address.clone(),
            visitor: visit.visitor.clone(),
            menu: vec![],
            footer: footer(app, &words),
            desks: desks(app, &words, &visit.visitor),
            under: None,
            other_languages: app.languages.all().filter(|lang| *lang != visit.lang).collect(),
            has_charter: app.config.house == House::RumahBersama,
            offers_reports: app.stands("/laporan/baru"),
            offers_writing: app.stands("/tulisan/baru"),
            offers_search: app.stands("/cari"),
            notice,
            news: 0,
            noindex: false,
            words,
        }
    }

    /// The sentence of a locale key.
    pub fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    /// The sentence of a locale key with a number.
    pub fn n(&self, key: &str, number: impl Count) -> String {
        self.words.n(key, number.count())
    }

    /// The sentence of a locale key with one value.
    pub fn with(&self, key: &str, name: &str, value: &str) -> String {
        self.words.with(key, name, value)
    }

    /// Says in the title how much is wrong with a form, where a screen reader says it first; nothing wrong: nothing.
    pub fn count_errors(&mut self, wrong: usize) {
        if wrong > 0 {
            self.title = format!("{} - {}", self.n("errors-heading", wrong), self.title);
        }
    }

    /// With what the page is about after what it does: two forms of one kind are told apart in a row of tabs, in a
    /// history, by a screen reader. Nothing is said of what has no name yet.
    pub fn about(self, what: &str) -> Frame {
        if what.is_empty() {
            return self;
        }
        Frame { title: format!("{}: {what}", self.title), ..self }
    }

    /// A path of this site in the page's language.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.words.lang().prefix())
    }

    /// This page in another language.
    pub fn in_language(&self, lang: &Lang) -> String {
        format!("{}{}", lang.prefix(), self.path)
    }

    /// The hint that belongs to a field's label.
    pub fn hint(&self, key: &str) -> String {
        self.words.t(&format!("{key}-hint"))
    }

    /// What a role is called.
    pub fn role(&self, role: &Role) -> String {
        self.words.t(&format!("role-{role}"))
    }

    /// A language's name in that language.
    pub fn language_name(&self, lang: &Lang) -> String {
        self.words.t(&format!("language-name-{}", lang.code()))
    }

    /// Whether the page stands under this entry of the menu without being its page.
    pub fn stands_under(&self, path: &str) -> bool {
        self.under.as_deref() == Some(path)
    }

    /// A language to mark a text with, when it is not the page's own.
    pub fn other_lang<'a>(&self, lang: &'a Option<String>) -> Option<&'a str> {
        lang.as_deref().filter(|lang| *lang != self.lang())
    }

    /// The page's one public address.
    pub fn canonical(&self) -> String {
        format!("{}{}{}", self.address, self.words.lang().prefix(), self.path)
    }

    /// The public address as a person would write it down.
    pub fn spoken_address(&self) -> String {
        self.canonical().split_once("://").map_or(String::new(), |(_, rest)| rest.to_owned())
    }

    pub fn lang(&self) -> &'static str {
        self.words.lang().code()
    }

    pub fn today(&self) -> String {
        self.words.date(self.zone.date(self.now))
    }

    pub fn today_machine(&self) -> String {
        self.zone.date(self.now).to_string()
    }

    /// A moment in the house's zone, in words.
    pub fn moment(&self, at: &Timestamp) -> String {
        self.words.moment(*at, self.zone)
    }

    /// The same, without the weekday.
    pub fn short_moment(&self, at: &Timestamp) -> String {
        self.words.short_moment(*at, self.zone)
    }

    pub fn machine(&self, at: &Timestamp) -> String {
        self.words.machine(*at, self.zone)
    }

    /// How long ago, in the largest unit that fits: "3 jam yang lalu".
    pub fn ago(&self, at: &Timestamp) -> String {
        let seconds = self.now.duration_since(*at).as_secs().max(0);
        let (key, count) = match seconds {
            0..60 => ("ago-now", 0),
            60..3_600 => ("ago-minutes", seconds / 60),
            3_600..86_400 => ("ago-hours", seconds / 3_600),
            86_400..2_592_000 => {
                ("ago-days", days_between(self.zone.date(*at), self.zone.date(self.now)))
            }
            _ => return self.words.day_month_year(self.zone.date(*at)),
        };
        self.words.n(key, count)
    }

    /// Class and words of the time that is left or was missed: "Sisa 3 jam".
    pub fn due(&self, at: &Timestamp) -> (&'static str, String) {
        self.due_within(at, SignedDuration::from_hours(24))
    }

    /// The same, pressing when less than `near` is left.
    pub fn due_within(&self, at: &Timestamp, near: SignedDuration) -> (&'static str, String) {
        let left_s = at.duration_since(self.now).as_secs();
        let (class, ahead) = match left_s {
            ..0 => (" bad", "due-late"),
            _ if left_s < near.as_secs() => (" wait", "due-left"),
            _ => ("", "due-left"),
        };
        let minutes = left_s.abs() / 60;
        let (unit, count) =
            if minutes < 60 { ("minutes", minutes) } else { ("hours", minutes / 60) };
        (class, self.words.n(&format!("{ahead}-{unit}"), count))
    }

    /// The message of a field, if something is wrong with it.
    pub fn error(&self, errors: &FieldErrors, field: &str) -> Option<String> {
        errors.0.iter().find(|error| error.field == field).map(|error| self.words.error(error))
    }

    /// Every message with its field, for the summary.
    pub fn errors(&self, errors: &FieldErrors) -> Vec<(&'static str, String)> {
        errors.0.iter().map(|error| (error.field, self.words.error(error))).collect()
    }

    /// The same, each beginning with what its field is called; `labels`: field and key of its label.
    pub fn errors_named<K: AsRef<str>>(
        &self,
        errors: &FieldErrors,
        labels: impl AsRef<[(&'static str, K)]>,
    ) -> Vec<(&'static str, String)> {
        let named = |(field, message): (&'static str, String)| {
            let label = labels.as_ref().iter().find(|(name, _)| *name == field);
            let message = match label {
                Some((_, key)) => {
                    let label = self.t(key.as_ref());
                    // Without "(boleh kosong)".
                    let label = label.split(" (").next().unwrap_or_default();
                    format!("{label}: {}", lower_first(&message))
                }
                None => message,
            };
            (field, message)
        };
        self.errors(errors).into_iter().map(named).collect()
    }

    pub fn signed_in_name(&self) -> Option<&str> {
        self.visitor.signed_in.as_ref().map(|person| person.name.as_str())
    }

    pub fn is_administrator(&self) -> bool {
        self.visitor.has(Role::Administrator)
    }

    pub fn is_moderator(&self) -> bool {
        self.visitor.has(Role::Moderator) || self.visitor.has(Role::ChiefEditor)
    }

    /// Where `news` is told.
    pub fn news_path(&self) -> &'static str {
        measures::PAGE
    }

    pub fn style(&self) -> &'static str {
        STYLE
    }

    pub fn page_time_mark(&self) -> &'static str {
        PAGE_TIME_MARK
    }

    /// A frame for the gallery: a signed-out reader of a house with everything on.
    pub fn sample(words: Words, now: Timestamp) -> Frame {
        let berita = MenuItem { title: "Berita".to_owned(), path: "/rubrik/berita".to_owned() };
        Frame {
            words,
            title: "Contoh halaman".to_owned(),
            description: Some("Contoh".to_owned()),
            house: "Suara Tirtawana".to_owned(),
            tagline: "Saatnya warga bersuara, tidak hanya disuarakan".to_owned(),
            zone: Zone::Wita,
            now,
            path: "/contoh".to_owned(),
            query: String::new(),
            address: "https://suara.example".to_owned(),
            visitor: Visitor::anonymous(),
            menu: vec![berita],
            footer: vec![],
            desks: vec![],
            under: None,
            other_languages: vec![Lang::ENGLISH],
            has_charter: true,
            offers_reports: true,
            offers_writing: true,
            offers_search: true,
            notice: None,
            news: 0,
            noindex: false,
        }
    }
}

impl Gallery {
    /// The frame under another title.
    pub fn titled(&self, title: &str) -> Frame {
        Frame { title: title.to_owned(), ..self.frame.clone() }
    }
}

fn footer(app: &App, words: &Words) -> Vec<MenuItem> {
    let pages = app.features.iter().flat_map(|feature| feature.footer);
    pages.map(|(key, path)| MenuItem { title: words.t(key), path: (*path).to_owned() }).collect()
}

/// A sentence that goes on after a colon.
fn lower_first(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// The page of all desks and the desks whose routes let the visitor in.
fn desks(app: &App, words: &Words, visitor: &Visitor) -> Vec<MenuItem> {
    let item = |key: &str, path: &str| MenuItem { title: words.t(key), path: path.to_owned() };
    let list = visitor.signed_in.is_some() && app.stands(DESKS);
    let open = desks::all(app).filter(|placed| placed.lets_in(visitor));
    let open = open.map(|placed| item(placed.desk.key, placed.desk.path));
    list.then(|| item("desks-heading", DESKS)).into_iter().chain(open).collect()
}

/// Where all of them stand.
const DESKS: &str = "/meja";

/// "Halaman ini dibuat dalam 0,00312 detik."
pub(super) fn page_time(words: &Words, took: Duration) -> String {
    let hundred_thousandths = i64::try_from(took.as_micros() / 10).unwrap_or(i64::MAX);
    words.with("page-time", "seconds", words.decimal(hundred_thousandths, 5))
}

/// The policy that every page carries: our own pictures and forms, the one inlined style, and nothing else.
pub(super) fn content_security_policy() -> &'static str {
    static POLICY: OnceLock<String> = OnceLock::new();
    POLICY.get_or_init(|| {
        let hash = STANDARD.encode(Sha256::digest(STYLE.as_bytes()));
        format!(
            "default-src 'none'; style-src 'sha256-{hash}'; img-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; \
             base-uri 'none'; frame-ancestors 'none'"
        )
    })
}
