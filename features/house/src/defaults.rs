//! The texts that an empty house begins with: they say what is missing instead of pretending.
use crate::page::Slug;
use anyhow::{Context, Result};
use serde::Deserialize;

macro_rules! defaults {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../defaults/", $name, ".toml")))),*]
    };
}

/// `{slug}.{language}` and the file.
const FILES: &[(&str, &str)] = defaults![
    "redaksi.id",
    "redaksi.en",
    "pedoman.id",
    "pedoman.en",
    "syarat.id",
    "syarat.en",
    "privasi.id",
    "privasi.en",
    "kontak.id",
    "kontak.en",
    "piagam.id",
    "piagam.en",
    "perjanjian-pewarta.id",
    "perjanjian-pewarta.en",
];

/// A default text, with the house's name in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DefaultPage {
    pub slug: Slug,
    pub language: String,
    pub title: String,
    pub description: String,
    pub body: String,
}

#[derive(Deserialize)]
struct Written {
    title: String,
    description: String,
    body: String,
}

pub(crate) fn all(house: &str) -> Result<Vec<DefaultPage>> {
    FILES.iter().map(|(name, text)| read(name, text, house)).collect()
}

fn read(name: &str, text: &str, house: &str) -> Result<DefaultPage> {
    let (slug, language) = name.split_once('.').context("a default without language")?;
    let slug = Slug::parse(slug).with_context(|| format!("{name} is no page of the house"))?;
    let written: Written = toml::from_str(text).with_context(|| format!("defaults/{name}.toml"))?;
    let filled = |text: String| text.replace("{house}", house).trim().to_owned();
    Ok(DefaultPage {
        slug,
        language: language.to_owned(),
        title: filled(written.title),
        description: filled(written.description),
        body: filled(written.body),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_a_default_in_both_languages_with_the_house_s_name() {
        let pages = all("Suara Tirtawana").unwrap();
        for slug in Slug::ALL {
            for language in ["id", "en"] {
                let page =
                    pages.iter().find(|p| p.slug == *slug && p.language == language).unwrap();
                assert!(!page.body.contains("{house}") && !page.title.is_empty());
            }
        }
        assert!(pages.iter().any(|page| page.body.contains("Suara Tirtawana")));
    }
}
