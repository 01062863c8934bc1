//! /pengelola/rubrik: names in both languages, order, a new section.
use crate::{
    actions,
    section::{NewSection, SectionName},
    sections::Sections,
};
use askama::Template;
use axum::http::StatusCode;
use base::{
    ids::SectionId,
    languages::Lang,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/sections.html")]
pub(crate) struct SectionsPage {
    pub f: Frame,
    pub lines: Vec<Line>,
    pub name_id: String,
    pub name_en: String,
    pub errors: FieldErrors,
}

/// One section as its form shows it.
pub(crate) struct Line {
    pub id: SectionId,
    pub path: String,
    pub name: String,
    pub names: Vec<SectionName>,
}

/// GET /pengelola/rubrik
pub(crate) async fn form(visit: Visit) -> Answer {
    let page = SectionsPage::load(&visit).await?;
    visit.page(&page)
}

/// POST /pengelola/rubrik: names and order of all
pub(crate) async fn save(visit: Visit, fields: Fields) -> Answer {
    let sections = Sections::load(&visit.app).await?;
    let langs: Vec<Lang> = visit.app.languages.all().collect();
    let mut wanted: Vec<(i64, SectionId, Vec<SectionName>)> = vec![];
    for (place, section) in (1..).zip(sections.in_language(visit.lang)) {
        let names = langs.iter().map(|lang| read_name(&fields, section.id, *lang)).collect();
        let place = fields.line(&format!("place-{}", section.id)).parse().unwrap_or(place);
        wanted.push((place, section.id, names));
    }
    let nameless =
        |names: &[SectionName]| names.iter().any(|n| n.lang == "id" && n.name.is_empty());
    if wanted.iter().any(|(_, _, names)| nameless(names)) {
        return Err(Refusal::Invalid(FieldErrors::one("name_id", "error-section-nameless")).into());
    }
    wanted.sort_by_key(|(place, _, _)| *place);
    let wanted: Vec<_> = wanted.into_iter().map(|(_, id, names)| (id, names)).collect();
    actions::save_sections(&visit.app, &wanted, visit.person_id()?).await?;
    visit.go_with_notice("/pengelola/rubrik", "sections-saved")
}

fn read_name(fields: &Fields, id: SectionId, lang: Lang) -> SectionName {
    let field = |what: &str| fields.line(&format!("{what}-{id}-{}", lang.code()));
    let about = field("about");
    SectionName {
        lang: lang.code().to_owned(),
        name: field("name").chars().take(crate::section::NAME_CHARS_MAX).collect(),
        about: (!about.is_empty()).then_some(about),
    }
}

/// POST /pengelola/rubrik/baru
pub(crate) async fn create(visit: Visit, fields: Fields) -> Answer {
    let position = Sections::load(&visit.app).await?.next_position();
    let mut new = NewSection::named(&fields.line("name_id"), position);
    let english = fields.line("name_en");
    if !english.is_empty() {
        new.names.push(SectionName { lang: "en".into(), name: english, about: None });
    }
    let by = Some(visit.person_id()?);
    match add(&visit, new, by).await {
        Ok(()) => visit.go_with_notice("/pengelola/rubrik", "section-added"),
        Err(Failure::Refused(Refusal::Invalid(errors))) => {
            let page = SectionsPage::load(&visit).await?;
            let (name_id, name_en) = (fields.line("name_id"), fields.line("name_en"));
            let page = SectionsPage { errors, name_id, name_en, ..page };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(other) => Err(other),
    }
}

async fn add(visit: &Visit, new: NewSection, by: Option<base::ids::PersonId>) -> Outcome<()> {
    new.check()?;
    let mut tx = visit.app.db.begin().await?;
    actions::add_section(&visit.app, &mut tx, new, by).await?;
    tx.commit().await?;
    Ok(())
}

impl SectionsPage {
    /// What the language of a name is called.
    fn language(&self, name: &SectionName) -> String {
        self.f.t(&format!("language-name-{}", name.lang))
    }

    async fn load(visit: &Visit) -> Outcome<SectionsPage> {
        let sections = Sections::load(&visit.app).await?;
        let lines = sections.in_language(visit.lang).into_iter().map(|section| Line {
            id: section.id,
            path: section.path(),
            names: all_languages(visit, sections.names_of(section.id)),
            name: section.name,
        });
        Ok(SectionsPage {
            f: visit.frame(visit.words().t("admin-rubrik")).await?,
            lines: lines.collect(),
            name_id: String::new(),
            name_en: String::new(),
            errors: FieldErrors::default(),
        })
    }
}

/// A name for each language, empty where there is none.
fn all_languages(visit: &Visit, names: Vec<SectionName>) -> Vec<SectionName> {
    let of = |lang: Lang| {
        let found = names.iter().find(|name| name.lang == lang.code()).cloned();
        found.unwrap_or_else(|| SectionName { lang: lang.code().to_owned(), ..Default::default() })
    };
    visit.app.languages.all().map(of).collect()
}
