//! Sections (rubrik) and occasions (peristiwa): the two shelves that stories stand on.
use base::{
    ids::{AreaCode, SectionId},
    refusal::{FieldErrors, Refusal},
    web::clean_line,
};
use jiff::civil::Date;

/// A section in one language, falling back to Indonesian.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub id: SectionId,
    pub slug: String,
    pub name: String,
    pub about: Option<String>,
}

impl Section {
    pub fn path(&self) -> String {
        format!("/rubrik/{}", self.slug)
    }
}

/// A name and a sentence in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SectionName {
    pub lang: String,
    pub name: String,
    pub about: Option<String>,
}

/// A section that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSection {
    pub slug: String,
    pub position: i64,
    /// Indonesian must be among them.
    pub names: Vec<SectionName>,
}

pub const NAME_CHARS_MAX: usize = 40;

/// What is wrong with a section's Indonesian name: the key of the sentence.
pub fn name_problem(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        Some("error-section-nameless")
    } else if !name.chars().any(char::is_alphanumeric) {
        Some("error-section-letters")
    } else if name.chars().count() > NAME_CHARS_MAX {
        Some("error-section-name")
    } else {
        None
    }
}

impl NewSection {
    /// A section that has a name in Indonesian only; its address is made of that.
    pub fn named(name: &str, position: i64) -> NewSection {
        let name = clean_line(name);
        NewSection {
            slug: crate::story::slug(&name),
            position,
            names: vec![SectionName { lang: "id".into(), name, about: None }],
        }
    }

    pub fn check(&self) -> Result<(), Refusal> {
        let mut errors = FieldErrors::default();
        let of = |lang: &str| self.names.iter().find(|name| name.lang == lang);
        let indonesian = of("id").map_or("", |name| name.name.as_str());
        if let Some(problem) = name_problem(indonesian) {
            errors.add("name_id", problem);
        }
        if let Some(problem) = of("en").and_then(|name| name_problem(&name.name)) {
            errors.add("name_en", problem);
        }
        errors.check()
    }
}

/// A happening that several stories are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOccasion {
    pub name: String,
    pub first_date: Option<Date>,
    pub last_date: Option<Date>,
    pub area: Option<AreaCode>,
    pub venue: Option<String>,
    pub about: Option<String>,
}
