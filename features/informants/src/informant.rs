//! A record of somebody who must not be known: what it is about, who they are, what is wrong with a form. No I/O.
use base::{
    attribution::Attribution,
    ids::{InformantId, PersonId},
    jiff::{Timestamp, civil::Date},
    refusal::FieldErrors,
    row,
    subject::{Kind, Subject},
    text_enum,
    vault::Slot,
    web::Fields,
};
use serde::{Deserialize, Serialize};

const NAME_LETTERS_MAX: usize = 120;
const CONTACT_LETTERS_MAX: usize = 300;
const NOTES_LETTERS_MAX: usize = 6000;
/// How the addresses of what a record can be about begin.
const ADDRESSES: [(&str, Kind); 2] = [("/naskah/", Kind::Draft), ("/tulisan/", Kind::Story)];

text_enum! {
    /// What a keeper did with a record.
    pub enum Act {
        Recorded = "recorded",
        Opened = "opened",
        Changed = "changed",
        /// Named another keeper.
        Named = "named",
        /// Took every word out of it.
        Erased = "erased",
    }
}

row! {
    /// As it is kept.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Row {
        pub id: InformantId,
        pub about: String,
        pub who: String,
        pub version: i64,
        pub at: Timestamp,
    }
}

row! {
    /// Something that a keeper did.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Reading {
        pub at: Timestamp,
        pub person: PersonId,
        pub act: Act,
    }
}

pub const fn slot(id: InformantId, column: &'static str) -> Slot {
    Slot { table: "informants", column, row: id.0 }
}

impl Row {
    pub fn is_erased(&self) -> bool {
        self.who.is_empty()
    }
}

/// What keepers see before they open a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// `story-0abc…` or `draft-0abc…`.
    subject: String,
    /// The word of an `Attribution`.
    attribution: String,
    pub embargo_until: Option<Date>,
}

impl About {
    pub fn new(subject: Subject, attribution: Attribution, embargo_until: Option<Date>) -> About {
        let (subject, attribution) = (subject.to_string(), attribution.to_string());
        About { subject, attribution, embargo_until }
    }

    /// Where the draft or the story stands.
    pub fn path(&self) -> String {
        let subject = Subject::parse(&self.subject);
        let known = subject.and_then(|subject| {
            let (start, _) = ADDRESSES.iter().find(|(_, kind)| *kind == subject.kind)?;
            Some(format!("{start}{}", base::ids::short(subject.id)))
        });
        known.unwrap_or_else(|| "/".to_owned())
    }

    /// What was kept is one of ours; else the word that protects most.
    pub fn attribution(&self) -> Attribution {
        Attribution::parse(&self.attribution).unwrap_or(Attribution::OffRecord)
    }

    /// The embargo is over, and somebody has to look.
    pub fn embargo_passed(&self, today: Date) -> bool {
        self.embargo_until.is_some_and(|until| until < today)
    }
}

/// Who they are. It does not print itself.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    pub name: String,
    pub contact: Option<String>,
    pub notes: Option<String>,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity(…)")
    }
}

/// What a keeper writes down, nothing wrong in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub about: About,
    pub identity: Identity,
}

impl Record {
    /// `house`: the public address, which a pasted one may begin with.
    pub fn read(fields: &Fields, house: &str) -> Result<Record, FieldErrors> {
        let mut errors = FieldErrors::default();
        let subject = at_address(&fields.line("about"), house);
        if subject.is_none() {
            errors.add("about", "error-informant-about");
        }
        let attribution = Attribution::parse(&fields.line("attribution"));
        if attribution.is_none() {
            errors.add("attribution", "error-choose");
        }
        let until = fields.optional_date("embargo_until", "error-informant-day", &mut errors);
        let until = until.filter(|_| attribution == Some(Attribution::Embargo));
        if attribution == Some(Attribution::Embargo)
            && until.is_none()
            && !errors.0.iter().any(|error| error.field == "embargo_until")
        {
            errors.add("embargo_until", "error-informant-day");
        }
        let identity = Identity {
            name: fields.required_line("name", NAME_LETTERS_MAX, &mut errors),
            contact: fields.optional_line("contact", CONTACT_LETTERS_MAX, &mut errors),
            notes: match fields.filled("notes") {
                true => Some(fields.required_text("notes", NOTES_LETTERS_MAX, &mut errors)),
                false => None,
            },
        };
        match (subject, attribution) {
            (Some(subject), Some(attribution)) if errors.is_empty() => {
                Ok(Record { about: About::new(subject, attribution, until), identity })
            }
            _ => Err(errors),
        }
    }

    /// The form as it was filled in.
    pub fn fields(&self) -> Fields {
        let until = self.about.embargo_until.map(|day| day.to_string()).unwrap_or_default();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Fields::from_pairs(&[
            ("about", &self.about.path()),
            ("attribution", &self.about.attribution),
            ("embargo_until", &until),
            ("name", &self.identity.name),
            ("contact", &text(&self.identity.contact)),
            ("notes", &text(&self.identity.notes)),
        ])
    }
}

/// The draft or story of an address of this site, in any language, with or without its host.
fn at_address(typed: &str, house: &str) -> Option<Subject> {
    let path = typed.trim();
    let path = path.strip_prefix(house).unwrap_or(path);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    ADDRESSES.iter().find_map(|(start, kind)| {
        let (before, rest) = path.split_once(start)?;
        let language = before.strip_prefix('/').unwrap_or(before);
        let right = language.len() <= 3 && language.bytes().all(|b| b.is_ascii_lowercase());
        let id = rest.split('/').next().filter(|_| right)?;
        Some(Subject::new(*kind, base::ids::parse_short(id)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_is_copied_from_the_browser() {
        let house = "http://suara.example";
        let story = Some(Subject::new(Kind::Story, 7));
        for typed in [
            "/tulisan/7",
            "http://suara.example/tulisan/7/ktp-berbiaya?x=1#komentar",
            "http://suara.example/en/tulisan/7/ktp-berbiaya",
        ] {
            assert_eq!(at_address(typed, house), story, "{typed}");
        }
        assert_eq!(at_address("/naskah/7/ubah", house), Some(Subject::new(Kind::Draft, 7)));
        for typed in ["", "7", "/laporan/7", "http://lain.example/tulisan/7", "/tulisan/baru!"] {
            assert_eq!(at_address(typed, house), None, "{typed}");
        }
    }

    #[test]
    fn an_embargo_names_its_day_and_nothing_else_has_one() {
        let read = |attribution: &str, until: &str| {
            let fields = Fields::from_pairs(&[
                ("about", "/naskah/7"),
                ("attribution", attribution),
                ("embargo_until", until),
                ("name", "Inaq Sari"),
            ]);
            Record::read(&fields, "http://suara.example")
        };
        let kept = read("embargo", "2026-12-01").unwrap().about;
        let day = base::jiff::civil::date(2026, 12, 1);
        assert_eq!(kept.embargo_until, Some(day));
        assert!(!kept.embargo_passed(day) && kept.embargo_passed(day.tomorrow().unwrap()));
        assert_eq!(read("background", "2026-12-01").unwrap().about.embargo_until, None);
        assert_eq!(read("embargo", "").unwrap_err().0[0].field, "embargo_until");
        assert_eq!(read("", "").unwrap_err().0[0].field, "attribution");
    }
}
