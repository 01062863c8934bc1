//! One of the house's own pages: which there are, and what a text must be to stand on one.
use base::{
    config::House,
    ids::PersonId,
    refusal::{FieldErrors, Refusal},
    text_enum,
    web::Fields,
};

text_enum! {
    /// The pages that the footer names. Their addresses are these words.
    pub enum Slug {
        /// Who makes the paper and who answers for it (Law 40 of 1999, article 12).
        Redaksi = "redaksi",
        Pedoman = "pedoman",
        /// What people agree to when they take part.
        Syarat = "syarat",
        Privasi = "privasi",
        Kontak = "kontak",
        /// What newsroom and public bodies of a shared house promise each other.
        Piagam = "piagam",
        /// What a reporter and the house promise each other.
        Perjanjian = "perjanjian-pewarta",
    }
}

impl Slug {
    /// From the root, without language.
    pub fn path(self) -> &'static str {
        match self {
            Slug::Redaksi => "/redaksi",
            Slug::Pedoman => "/pedoman",
            Slug::Syarat => "/syarat",
            Slug::Privasi => "/privasi",
            Slug::Kontak => "/kontak",
            Slug::Piagam => "/piagam",
            Slug::Perjanjian => "/perjanjian-pewarta",
        }
    }

    /// The key of the name that the footer and the desk call it by.
    pub fn name_key(self) -> &'static str {
        match self {
            Slug::Redaksi => "page-redaksi",
            Slug::Pedoman => "page-pedoman",
            Slug::Syarat => "page-syarat",
            Slug::Privasi => "page-privasi",
            Slug::Kontak => "page-kontak",
            Slug::Piagam => "page-piagam",
            Slug::Perjanjian => "page-perjanjian",
        }
    }

    /// Whether this kind of house has the page.
    pub fn stands_in(self, house: House) -> bool {
        match self {
            Slug::Piagam => house == House::RumahBersama,
            // A public body has officers, no reporters.
            Slug::Perjanjian => house != House::Instansi,
            _ => true,
        }
    }
}

const TITLE_LETTERS_MAX: usize = 120;
const DESCRIPTION_LETTERS_MAX: usize = 300;
const BODY_LETTERS_MAX: usize = 60_000;
const WHY_LETTERS_MAX: usize = 300;

/// A version as an administrator writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageDraft {
    pub title: String,
    pub description: String,
    /// As `markup` reads it.
    pub body: String,
    /// Redaksi only: the full name of the person who answers for what is published.
    pub responsible: String,
    /// Why this version, in words that readers see.
    pub why: String,
    /// The version that the writer saw; 0 when there was none.
    pub after_version: i64,
}

impl PageDraft {
    /// What was typed, and what is wrong with it.
    pub fn read(fields: &Fields) -> (PageDraft, FieldErrors) {
        let mut errors = FieldErrors::default();
        let draft = PageDraft {
            title: fields.required_line("title", TITLE_LETTERS_MAX, &mut errors),
            description: fields.required_line("description", DESCRIPTION_LETTERS_MAX, &mut errors),
            body: fields.required_text("body", BODY_LETTERS_MAX, &mut errors),
            responsible: fields.line("responsible"),
            why: fields.line("why"),
            after_version: fields.line("after").parse().unwrap_or(0),
        };
        if draft.responsible.chars().count() > TITLE_LETTERS_MAX {
            errors.add("responsible", "error-house-name-too-long");
        }
        (draft, errors)
    }

    /// A saved version says why it is there.
    pub fn check_reason(&self) -> Result<(), Refusal> {
        match self.why.chars().count() {
            0 => Err(Refusal::Invalid(FieldErrors::one("why", "error-empty"))),
            1..=WHY_LETTERS_MAX => Ok(()),
            _ => Err(Refusal::Invalid(FieldErrors::one("why", "error-house-why-too-long"))),
        }
    }
}

/// A version that comes with an import or with the demonstration.
#[derive(Debug, Clone)]
pub struct NewPage {
    pub slug: Slug,
    pub language: String,
    pub title: String,
    pub description: String,
    pub body: String,
    /// Redaksi only.
    pub responsible: Option<String>,
    pub by: Option<PersonId>,
    pub why: String,
}
