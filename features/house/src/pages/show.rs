//! A page of the house as anyone reads it, today's version or an older one.
use crate::{
    actions::{self, BINDING},
    page::Slug,
    store::{self, PageRow, VersionRow},
};
use anyhow::Result;
use askama::Template;
use base::{
    app::App,
    db::Db,
    ids::{HousePageId, PersonId},
    jiff::Timestamp,
    refusal::{OrNotFound, Outcome},
    subject::{Card, Subject},
    web::{Answer, Frame, Visit},
};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "pages/show.html")]
pub(crate) struct ShowPage {
    f: Frame,
    slug: Slug,
    title: String,
    html: String,
    /// Of the text, which may not be that of the page around it.
    lang: Option<String>,
    version: i64,
    at: Timestamp,
    /// There is a newer version in this language.
    is_old: bool,
    /// It translates a binding text that was changed since.
    is_behind: bool,
    /// Shown on Redaksi only.
    responsible: Option<String>,
    /// Newest first.
    versions: Vec<Version>,
    may_edit: bool,
}

/// One line of the list of versions.
struct Version {
    number: i64,
    at: Timestamp,
    why: String,
    /// Of the reason, which its writer gave in the language of the text.
    lang: Option<String>,
    by: Option<String>,
}

/// GET /redaksi and its sisters
pub(crate) async fn show(visit: Visit) -> Answer {
    let house = visit.app.config.house;
    let slug = Slug::parse(visit.path.trim_matches('/')).filter(|slug| slug.stands_in(house));
    let slug = slug.or_not_found()?;
    let row = wanted(&visit, slug).await?;
    let page = ShowPage::of(&visit, row).await?;
    visit.page(&page)
}

/// The version that was asked for, in the visitor's language or, where there is none, in Indonesian.
async fn wanted(visit: &Visit, slug: Slug) -> Outcome<PageRow> {
    let db = &visit.app.db;
    let asked: Option<i64> = match visit.query_value("versi") {
        Some(text) => Some(text.parse().ok().or_not_found()?),
        None => None,
    };
    for language in [visit.lang.code(), BINDING] {
        let found = match asked {
            Some(version) => store::version(db, (slug, language), version).await?,
            None => store::newest(db, slug, language).await?,
        };
        if let Some(row) = found {
            return Ok(row);
        }
    }
    None.or_not_found()
}

/// Who wrote the versions, by their public names.
async fn names(visit: &Visit, versions: &[VersionRow]) -> Result<HashMap<PersonId, String>> {
    let mut names = HashMap::new();
    for person in versions.iter().filter_map(|version| version.person) {
        if !names.contains_key(&person) {
            let card = visit.app.describe(visit.lang, person.into()).await?;
            names.extend(card.map(|card| (person, card.title)));
        }
    }
    Ok(names)
}

impl Version {
    fn of(
        row: VersionRow,
        names: &HashMap<PersonId, String>,
        (f, lang): (&Frame, &str),
    ) -> Version {
        Version {
            lang: row.why.is_some().then(|| lang.to_owned()),
            number: row.version,
            at: row.at,
            why: row.why.unwrap_or_else(|| f.t("house-default-text")),
            by: row.person.and_then(|person| names.get(&person).cloned()),
        }
    }
}

/// Whether this translates a binding text that was changed since.
async fn is_behind(db: &Db, row: &PageRow) -> Result<bool> {
    let binding = store::newest(db, row.slug, BINDING).await?;
    Ok(binding.is_some_and(|binding| row.language != BINDING && binding.at > row.at))
}

/// How a version is named in lists, logs and links.
pub(crate) async fn card(app: &App, subject: Subject) -> Result<Option<Card>> {
    let Some(row) = store::by_id(&app.db, HousePageId(subject.id)).await? else {
        return Ok(None);
    };
    let newest = store::newest_version(&app.db, row.slug, &row.language).await?;
    let version =
        if newest > row.version { format!("?versi={}", row.version) } else { String::new() };
    let path = format!("{}{version}", row.slug.path());
    let mut card = Card::named(subject, row.title, path);
    card.lang = Some(row.language);
    card.deck = Some(row.description);
    card.at = Some(row.at);
    Ok(Some(card))
}

impl ShowPage {
    async fn of(visit: &Visit, row: PageRow) -> Outcome<ShowPage> {
        let db = &visit.app.db;
        let versions = store::versions(db, row.slug, &row.language).await?;
        let names = names(visit, &versions).await?;
        let is_old = versions.first().is_some_and(|newest| newest.version > row.version);
        let is_behind = is_behind(db, &row).await?;
        let mut f = visit.frame(row.title.clone()).await?;
        f.description = Some(row.description);
        f.noindex = is_old;
        let version = |line| Version::of(line, &names, (&f, &row.language));
        Ok(ShowPage {
            slug: row.slug,
            html: markup::html(&row.body),
            title: row.title,
            version: row.version,
            at: row.at,
            is_old,
            is_behind,
            responsible: actions::responsible(db).await?,
            versions: versions.into_iter().map(version).collect(),
            lang: Some(row.language),
            may_edit: f.is_administrator(),
            f,
        })
    }

    /// Redaksi as a complete house shows it.
    pub(crate) fn sample(f: Frame) -> ShowPage {
        let at = f.now;
        let line = |number: i64, why: &str, by: Option<&str>| Version {
            number,
            at,
            why: why.to_owned(),
            lang: Some("id".to_owned()),
            by: by.map(str::to_owned),
        };
        ShowPage {
            slug: Slug::Redaksi,
            title: "Redaksi".into(),
            html: markup::html(
                "Ditulis warga, diperiksa penyunting.\n\n## Alamat\n\n- Balai Desa Karang Jati",
            ),
            lang: Some("id".into()),
            version: 2,
            at,
            is_old: false,
            is_behind: false,
            responsible: Some("Ratna Kusumawardani".into()),
            versions: vec![
                line(2, "Alamat baru", Some("Bagus Prasetya")),
                line(1, "Teks bawaan", None),
            ],
            may_edit: true,
            f,
        }
    }

    pub(crate) fn sample_unnamed(f: Frame) -> ShowPage {
        let mut page = ShowPage::sample(f);
        page.responsible = None;
        page.versions.truncate(1);
        page.may_edit = false;
        page
    }

    /// An old version of the terms, not in the language of the page around it.
    pub(crate) fn sample_old(f: Frame) -> ShowPage {
        let lang = if f.lang() == BINDING { "en" } else { BINDING };
        let sample = ShowPage::sample(f);
        ShowPage {
            slug: Slug::Syarat,
            lang: Some(lang.into()),
            version: 1,
            is_old: true,
            is_behind: true,
            ..sample
        }
    }
}
