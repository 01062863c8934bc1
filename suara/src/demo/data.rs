//! The demonstration newsroom as its files tell it: the named cast of tests, pictures and screenshots.
use anyhow::{Context, Result};
use base::jiff::{Timestamp, civil::Date};
use rust_embed::RustEmbed;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(RustEmbed)]
#[folder = "demo"]
#[exclude = "pictures/src/*"]
pub(super) struct Files;

/// Everything that the folder `demo/` holds, but for the pictures' bytes.
pub(super) struct Newsroom {
    pub areas: Vec<Area>,
    pub people: Vec<Person>,
    pub outlets: Vec<Outlet>,
    pub sections: Vec<Section>,
    pub occasions: Vec<Occasion>,
    pub pictures: BTreeMap<String, Picture>,
    pub stories: Vec<Story>,
    pub pages: Vec<Page>,
}

#[derive(Deserialize)]
pub(super) struct Area {
    pub code: String,
    pub name: String,
    pub kind: String,
    pub zone: String,
}

#[derive(Deserialize)]
pub(super) struct Person {
    pub key: String,
    pub name: String,
    pub pen_name: Option<String>,
    pub email: String,
    pub age_band: String,
    pub area: Option<String>,
    pub about: Option<String>,
    pub joined_at: Timestamp,
    #[serde(default)]
    pub roles: Vec<Granted>,
}

#[derive(Deserialize)]
pub(super) struct Granted {
    pub role: String,
    pub scope: String,
}

#[derive(Deserialize)]
pub(super) struct Outlet {
    pub key: String,
    pub name: String,
    pub kind: String,
    pub frequency: Option<String>,
    pub range: Option<String>,
    pub founded: Option<Date>,
    pub area: String,
    pub network: Option<String>,
    pub legal_form: Option<String>,
    pub responsible: Option<String>,
    pub address: Option<String>,
    pub on_air: String,
    pub silent_since: Option<Date>,
    pub silent_reason: Option<String>,
    pub about: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Section {
    pub slug: String,
    pub name_id: String,
    pub name_en: String,
    pub about_id: Option<String>,
    pub about_en: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Occasion {
    pub key: String,
    pub name: String,
    pub dates: Vec<Date>,
    pub area: Option<String>,
    pub venue: Option<String>,
    pub about: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Picture {
    pub name: String,
    pub credit: String,
    pub licence: String,
    pub width: i64,
    pub height: i64,
}

#[derive(Deserialize)]
pub(super) struct Story {
    pub key: String,
    pub title: String,
    pub section: String,
    pub language: String,
    pub dateline: String,
    pub written_from: Option<String>,
    pub happened_at: Option<String>,
    pub venue: Option<String>,
    #[serde(default)]
    pub about: Vec<String>,
    pub bylines: Vec<String>,
    pub signature: Option<String>,
    pub occasion: Option<String>,
    pub occasion_date: Option<Date>,
    pub posted_at: Timestamp,
    pub outlet: Option<String>,
    pub licence: String,
    #[serde(default)]
    pub tags: Vec<String>,
    pub deck: Option<String>,
    pub body: String,
    #[serde(default)]
    pub lead: bool,
    pub state: Option<State>,
    #[serde(default)]
    pub pictures: Vec<Shown>,
    pub correction: Option<Correction>,
    #[serde(default)]
    pub comments: Vec<Comment>,
}

#[derive(Deserialize)]
pub(super) struct State {
    pub verified: bool,
    /// Published before it could be verified: what is being checked.
    pub notice: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Shown {
    pub file: String,
    pub alt: String,
    pub caption: String,
}

/// The edition before a correction differs from today's by one passage.
#[derive(Deserialize)]
pub(super) struct Correction {
    pub at: Timestamp,
    pub text: String,
    pub by: String,
    pub before: String,
    pub after: String,
}

#[derive(Deserialize)]
pub(super) struct Comment {
    pub by: String,
    pub at: Timestamp,
    pub text: String,
    #[serde(default)]
    pub replies: Vec<Comment>,
}

/// One of the house's own pages.
pub(super) struct Page {
    pub slug: String,
    pub language: String,
    pub title: String,
    pub description: String,
    pub responsible: Option<String>,
    pub body: String,
}

/// Reads the folder; a mistake in it is told with the file's name.
pub(super) fn read() -> Result<Newsroom> {
    let pictures: Vec<Picture> = list("pictures.toml", "picture")?;
    Ok(Newsroom {
        areas: list("areas.toml", "area")?,
        people: list("people.toml", "person")?,
        outlets: list("outlets.toml", "outlet")?,
        sections: list("sections.toml", "section")?,
        occasions: list("occasions.toml", "occasion")?,
        pictures: pictures.into_iter().map(|picture| (picture.name.clone(), picture)).collect(),
        stories: stories()?,
        pages: pages()?,
    })
}

fn text(path: &str) -> Result<String> {
    let file = Files::get(path).with_context(|| format!("demo/{path} is missing"))?;
    Ok(String::from_utf8(file.data.into_owned())?)
}

/// The `[[name]]` tables of one file.
pub(super) fn list<T: for<'de> Deserialize<'de>>(path: &str, name: &str) -> Result<Vec<T>> {
    let mut tables: BTreeMap<String, Vec<T>> =
        toml::from_str(&text(path)?).with_context(|| format!("demo/{path}"))?;
    tables.remove(name).with_context(|| format!("demo/{path} has no [[{name}]]"))
}

/// Oldest first, as they came in.
fn stories() -> Result<Vec<Story>> {
    let mut stories = vec![];
    for path in Files::iter().filter(|path| path.starts_with("stories/")) {
        let story: Story = toml::from_str(&text(&path)?).with_context(|| format!("demo/{path}"))?;
        stories.push(story);
    }
    stories.sort_by_key(|story| story.posted_at);
    Ok(stories)
}

/// `pages/redaksi.id.toml` and so on.
fn pages() -> Result<Vec<Page>> {
    #[derive(Deserialize)]
    struct Written {
        title: String,
        description: String,
        responsible: Option<String>,
        body: String,
    }
    let mut pages = vec![];
    for path in Files::iter().filter(|path| path.starts_with("pages/")) {
        let name = path.trim_start_matches("pages/").trim_end_matches(".toml");
        let (slug, language) = name.split_once('.').context("a page without language")?;
        let written: Written =
            toml::from_str(&text(&path)?).with_context(|| format!("demo/{path}"))?;
        pages.push(Page {
            slug: slug.to_owned(),
            language: language.to_owned(),
            title: written.title,
            description: written.description,
            responsible: written.responsible,
            body: written.body,
        });
    }
    // A translation comes after the text that binds, or it would be said to be older.
    pages.sort_by_key(|page| page.language != "id");
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_demonstration_reads_and_names_only_what_is_there() {
        let newsroom = read().unwrap();
        let people: Vec<&str> = newsroom.people.iter().map(|p| p.key.as_str()).collect();
        let sections: Vec<&str> = newsroom.sections.iter().map(|s| s.slug.as_str()).collect();
        for story in &newsroom.stories {
            assert!(sections.contains(&story.section.as_str()), "{}: section", story.key);
            for picture in &story.pictures {
                let name = super::super::pictures::picture_name(&picture.file);
                assert!(newsroom.pictures.contains_key(name), "{}: {name}", story.key);
            }
            for comment in &story.comments {
                assert!(people.contains(&comment.by.as_str()), "{}: {}", story.key, comment.by);
            }
            if let Some(correction) = &story.correction {
                assert!(story.body.contains(&correction.after), "{}: correction", story.key);
            }
        }
    }
}
