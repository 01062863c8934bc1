//! How a house answers for what it published: a correction with what was wrong, a retraction and a seal from closed lists.
use crate::story::{BODY_CHARS_MAX, EditionKind, TITLE_CHARS_MAX, Text};
use base::{refusal::FieldErrors, text_enum, web::Fields};

text_enum! {
    /// Why a story may be taken back. What somebody outside the newsroom wants is no reason (Pedoman 2012, 5a).
    pub enum RetractionGround {
        /// Hatred of tribe, religion, race or group.
        Hatred = "hatred",
        Decency = "decency",
        ChildFuture = "child-future",
        VictimTrauma = "victim-trauma",
        /// Another special consideration that the Press Council set.
        PressCouncil = "press-council",
        /// Wrong and not to be mended by a correction: the newsroom's own finding (Kode Etik Jurnalistik 10).
        Wrong = "wrong",
    }
}

text_enum! {
    /// Why the law outranks the archive.
    pub enum SealGround {
        Child = "child",
        Victim = "victim",
        PersonalData = "personal-data",
        /// Of a court or an authority.
        Order = "order",
    }
}

const WORDS_LETTERS_MAX: usize = 2_000;

/// Which words were wrong, what they became, and the apology (Kode Etik Jurnalistik 10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    pub was: String,
    pub became: String,
    pub apology: String,
}

/// What an editor sends for the next edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextEdition {
    /// The edition that the form showed.
    pub seen: i64,
    pub kind: EditionKind,
    pub text: Text,
    pub why: String,
    /// With a correction only.
    pub mended: Option<Mended>,
}

impl NextEdition {
    /// `before`: the newest edition, whose deck and way of writing stay.
    pub fn read(fields: &Fields, before: &Text) -> Result<NextEdition, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = match EditionKind::parse(&fields.line("kind")) {
            Some(kind) if kind != EditionKind::First => kind,
            _ => {
                errors.add("kind", "error-edition-kind");
                EditionKind::Update
            }
        };
        let text = Text {
            title: fields.required_line("title", TITLE_CHARS_MAX, &mut errors),
            body: fields.required_text("body", BODY_CHARS_MAX, &mut errors),
            ..before.clone()
        };
        if errors.is_empty() && text == *before {
            errors.add("body", "error-edition-same");
        }
        let mut words = |name| fields.required_text(name, WORDS_LETTERS_MAX, &mut errors);
        let why = words("why");
        let mended = (kind == EditionKind::Correction).then(|| Mended {
            was: words("was"),
            became: words("became"),
            apology: words("apology"),
        });
        let seen = fields.line("seen").parse().unwrap_or(0);
        if errors.is_empty() {
            Ok(NextEdition { seen, kind, text, why, mended })
        } else {
            Err(errors)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Format;

    #[test]
    fn a_correction_names_what_was_wrong_what_it_became_and_apologises() {
        let before =
            Text { title: "A".into(), deck: None, body: "41".into(), format: Format::Marks };
        let typed = |kind: &str, body: &str| {
            Fields::from_pairs(&[("kind", kind), ("title", "A"), ("body", body), ("why", "Salah.")])
        };
        let missing = NextEdition::read(&typed("correction", "43"), &before).unwrap_err();
        let missing: Vec<_> = missing.0.iter().map(|error| error.field).collect();
        assert_eq!(missing, ["was", "became", "apology"]);
        assert!(NextEdition::read(&typed("update", "43"), &before).is_ok());
        assert!(NextEdition::read(&typed("update", "41"), &before).is_err(), "nothing changed");
        assert!(NextEdition::read(&typed("first", "43"), &before).is_err());
    }
}
