//! /pengelola/rubrik: names in both languages, order, a new section.
use crate::{
    actions,
    section::{NewSection, SectionName, name_problem},
    sections::Sections,
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
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
    /// Of the form for a new one.
    pub errors: FieldErrors,
}

/// One section as its form shows it.
pub(crate) struct Line {
    pub id: SectionId,
    pub path: String,
    pub name: String,
    /// As it stands in the field.
    pub place: String,
    pub names: Vec<SectionName>,
    /// No story stands in it.
    pub is_empty: bool,
}

/// GET /pengelola/rubrik
pub(crate) async fn form(visit: Visit) -> Answer {
    let page = SectionsPage::load(&visit).await?;
    visit.page(&page)
}

/// POST /pengelola/rubrik: names and order of all
pub(crate) async fn save(visit: Visit, fields: Fields) -> Answer {
    let mut page = SectionsPage::load(&visit).await?;
    for line in &mut page.lines {
        line.read(&fields);
    }
    if !page.wrong().is_empty() {
        return visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    page.lines.sort_by_key(|line| line.place.parse::<i64>().unwrap_or(i64::MAX));
    let wanted: Vec<_> = page.lines.into_iter().map(|line| (line.id, line.names)).collect();
    actions::save_sections(&visit.app, &wanted, visit.person_id()?).await?;
    visit.go_with_notice("/pengelola/rubrik", "sections-saved")
}

/// POST /pengelola/rubrik/{id}/hapus
pub(crate) async fn remove(visit: Visit, Path(id): Path<SectionId>) -> Answer {
    actions::remove_section(&visit.app, id, visit.person_id()?).await?;
    visit.go_with_notice("/pengelola/rubrik", "section-removed")
}

impl Line {
    /// Takes what was typed in the place of what is kept; a field that was not sent stays as it is.
    fn read(&mut self, fields: &Fields) {
        let sent = |field: String, kept: &mut String| {
            if fields.raw(&field).is_some() {
                *kept = fields.line(&field);
            }
        };
        sent(format!("place-{}", self.id), &mut self.place);
        for name in &mut self.names {
            sent(format!("name-{}-{}", self.id, name.lang), &mut name.name);
            let mut about = name.about.take().unwrap_or_default();
            sent(format!("about-{}-{}", self.id, name.lang), &mut about);
            name.about = Some(about).filter(|about| !about.is_empty());
        }
    }

    /// The key of what is wrong with a name; only the Indonesian one must be there.
    fn problem(&self, name: &SectionName) -> Option<&'static str> {
        let needless = name.name.is_empty() && name.lang != "id";
        name_problem(&name.name).filter(|_| !needless)
    }

    fn is_wrong(&self) -> bool {
        self.names.iter().any(|name| self.problem(name).is_some())
    }

    fn field(&self, name: &SectionName) -> String {
        format!("name-{}-{}", self.id, name.lang)
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
    /// Where something is wrong with the sections that are there, and what.
    fn wrong(&self) -> Vec<(String, String)> {
        let names = self.lines.iter().flat_map(|line| line.names.iter().map(move |n| (line, n)));
        let found = names.filter_map(|(line, name)| {
            let sentence = self.f.t(line.problem(name)?);
            Some((line.field(name), format!("{}: {sentence}", line.name)))
        });
        found.collect()
    }

    fn has_empty(&self) -> bool {
        self.lines.iter().any(|line| line.is_empty)
    }

    /// What the language of a name is called.
    fn language(&self, name: &SectionName) -> String {
        self.f.t(&format!("language-name-{}", name.lang))
    }

    async fn load(visit: &Visit) -> Outcome<SectionsPage> {
        let sections = Sections::load(&visit.app).await?;
        let empty = store::empty_sections(&visit.app.db).await?;
        let in_order = (1..).zip(sections.in_language(visit.lang));
        let lines = in_order.map(|(place, section): (i64, _)| Line {
            id: section.id,
            path: section.path(),
            place: place.to_string(),
            names: all_languages(visit, sections.names_of(section.id)),
            is_empty: empty.contains(&(section.id,)),
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
