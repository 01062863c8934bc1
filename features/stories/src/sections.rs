//! All sections at once: they are few, and every page needs some of them.
use crate::{
    section::{Section, SectionName},
    store::{self, SectionRow},
};
use anyhow::Result;
use base::{app::App, db::Reads, feature::MenuItem, ids::SectionId, languages::Lang};

/// Every section with its names, in the order of the menu.
pub struct Sections(Vec<SectionRow>);

impl Sections {
    pub async fn load(app: &App) -> Result<Sections> {
        Sections::read(&app.db).await
    }

    pub async fn read(db: impl Reads) -> Result<Sections> {
        Ok(Sections(store::sections(db).await?))
    }

    /// In one language, falling back to Indonesian.
    pub fn in_language(&self, lang: Lang) -> Vec<Section> {
        let mut found: Vec<Section> = vec![];
        for row in &self.0 {
            let section = Section {
                id: row.id,
                slug: row.slug.clone(),
                name: row.name.clone(),
                about: row.about.clone(),
            };
            match found.last_mut().filter(|last| last.id == row.id) {
                None => found.push(section),
                // The Indonesian name gives way to the language's own; any name is better than none.
                Some(last) if row.lang == lang.code() => *last = section,
                Some(last) if row.lang == "id" && !self.has(row.id, lang) => *last = section,
                Some(_) => {}
            }
        }
        found
    }

    fn has(&self, id: SectionId, lang: Lang) -> bool {
        self.0.iter().any(|row| row.id == id && row.lang == lang.code())
    }

    pub fn find(&self, id: SectionId, lang: Lang) -> Option<Section> {
        self.in_language(lang).into_iter().find(|section| section.id == id)
    }

    pub fn by_slug(&self, slug: &str, lang: Lang) -> Option<Section> {
        self.in_language(lang).into_iter().find(|section| section.slug == slug)
    }

    /// The id behind the word in its address.
    pub fn by_slug_id(&self, slug: &str) -> Option<SectionId> {
        self.0.iter().find(|row| row.slug == slug).map(|row| row.id)
    }

    /// The first of the menu.
    pub fn first_id(&self) -> Option<SectionId> {
        self.0.first().map(|row| row.id)
    }

    /// The section of a name, in whatever language and letters it is written.
    pub fn by_name(&self, name: &str) -> Option<SectionId> {
        let wanted = base::web::clean_line(name).to_lowercase();
        self.0
            .iter()
            .find(|row| row.name.to_lowercase() == wanted || row.slug == wanted)
            .map(|row| row.id)
    }

    /// Every name of every section.
    pub fn names(&self) -> Vec<String> {
        self.0.iter().map(|row| row.name.clone()).collect()
    }

    /// The names of one section, as they stand.
    pub fn names_of(&self, id: SectionId) -> Vec<SectionName> {
        let rows = self.0.iter().filter(|row| row.id == id);
        rows.map(|row| SectionName {
            lang: row.lang.clone(),
            name: row.name.clone(),
            about: row.about.clone(),
        })
        .collect()
    }

    /// The place after the last.
    pub fn next_position(&self) -> i64 {
        self.0.iter().map(|row| row.position).max().unwrap_or(0) + 1
    }
}

/// The masthead's menu.
pub async fn menu(app: &App, lang: Lang) -> Result<Vec<MenuItem>> {
    let sections = Sections::load(app).await?.in_language(lang);
    Ok(sections
        .into_iter()
        .map(|section| MenuItem { path: section.path(), title: section.name })
        .collect())
}
