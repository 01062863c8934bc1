//! A community medium: what it is, who answers for it, whether it can be heard now.
use base::{
    ids::{AreaCode, PersonId},
    jiff::civil::Date,
    refusal::FieldErrors,
    text_enum,
    web::Fields,
};

text_enum! {
    /// How it reaches people.
    pub enum OutletKind {
        Radio = "radio",
        Bulletin = "bulletin",
        Web = "web",
        Wall = "wall",
        Tv = "tv",
    }
}

text_enum! {
    /// Whether it can be heard, read or seen now.
    pub enum AirStatus {
        OnAir = "on-air",
        /// For a while, for a reason.
        Silent = "silent",
        Closed = "closed",
    }
}

text_enum! {
    /// What the Press Council (Dewan Pers) has verified of it.
    pub enum PressCouncil {
        Unverified = "unverified",
        Administrative = "administrative",
        Factual = "factual",
    }
}

impl OutletKind {
    /// Heard or seen at a time, not read: other words fit.
    pub fn is_broadcast(self) -> bool {
        matches!(self, OutletKind::Radio | OutletKind::Tv)
    }

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            OutletKind::Radio => "outlet-kind-radio",
            OutletKind::Bulletin => "outlet-kind-bulletin",
            OutletKind::Web => "outlet-kind-web",
            OutletKind::Wall => "outlet-kind-wall",
            OutletKind::Tv => "outlet-kind-tv",
        }
    }
}

impl PressCouncil {
    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            PressCouncil::Unverified => "outlet-council-unverified",
            PressCouncil::Administrative => "outlet-council-administrative",
            PressCouncil::Factual => "outlet-council-factual",
        }
    }
}

/// The words of an outlet's page, as an administrator or its manager writes them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutletWords {
    pub name: String,
    /// As people say it: "107,8 MHz".
    pub frequency: Option<String>,
    /// How far it is heard, how many copies there are.
    pub reach: Option<String>,
    pub founded: Option<Date>,
    pub network: Option<String>,
    pub legal_form: Option<String>,
    pub deed_number: Option<String>,
    /// Full name of the person responsible (Law 40 of 1999, article 12).
    pub responsible: Option<String>,
    pub address: Option<String>,
    pub about: Option<String>,
    pub licence: Option<String>,
}

/// An outlet that is to be added.
#[derive(Debug, Clone)]
pub struct NewOutlet {
    /// Its place in the address: small letters, digits, hyphens.
    pub slug: String,
    pub kind: OutletKind,
    pub area: AreaCode,
    pub press_council: PressCouncil,
    pub words: OutletWords,
    pub airing: NewAiring,
    pub by: Option<PersonId>,
}

/// A change of what can be heard: since when, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAiring {
    pub status: AirStatus,
    pub since: Option<Date>,
    pub reason: Option<String>,
}

/// What article 12 of Law 40 of 1999 asks a medium to publish of itself: name, address, person responsible. A name
/// there always is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Address,
    Responsible,
}

impl OutletWords {
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = vec![];
        if self.responsible.is_none() {
            missing.push(Missing::Responsible);
        }
        if self.address.is_none() {
            missing.push(Missing::Address);
        }
        missing
    }

    /// What was typed; what is wrong with it is added to `errors`.
    pub fn read(fields: &Fields, errors: &mut FieldErrors) -> OutletWords {
        let about = fields.text("about");
        if about.chars().count() > ABOUT_LETTERS_MAX {
            errors.add("about", "error-outlet-too-long");
        }
        OutletWords {
            name: fields.required_line("name", LINE_LETTERS_MAX, errors),
            frequency: line(fields, "frequency", errors),
            reach: line(fields, "reach", errors),
            founded: date(fields, "founded", errors),
            network: line(fields, "network", errors),
            legal_form: line(fields, "legal_form", errors),
            deed_number: line(fields, "deed_number", errors),
            responsible: line(fields, "responsible", errors),
            address: line(fields, "address", errors),
            about: Some(about).filter(|text| !text.is_empty()),
            licence: line(fields, "licence", errors),
        }
    }
}

impl NewAiring {
    /// Silence without a reason or a date tells listeners nothing, so it asks for both.
    pub fn read(fields: &Fields, errors: &mut FieldErrors) -> NewAiring {
        let status = AirStatus::parse(&fields.line("status")).unwrap_or_else(|| {
            errors.add("status", "error-outlet-choose");
            AirStatus::OnAir
        });
        let airing = NewAiring {
            status,
            since: date(fields, "since", errors),
            reason: line(fields, "reason", errors),
        };
        if status == AirStatus::Silent && airing.reason.is_none() {
            errors.add("reason", "error-outlet-silent-reason");
        }
        airing
    }

    pub fn on_air() -> NewAiring {
        NewAiring { status: AirStatus::OnAir, since: None, reason: None }
    }
}

const LINE_LETTERS_MAX: usize = 200;
const SLUG_LETTERS_MAX: usize = 60;
const ABOUT_LETTERS_MAX: usize = 4000;

fn line(fields: &Fields, name: &'static str, errors: &mut FieldErrors) -> Option<String> {
    let line = fields.line(name);
    if line.chars().count() > LINE_LETTERS_MAX {
        errors.add(name, "error-outlet-too-long");
    }
    Some(line).filter(|line| !line.is_empty())
}

fn date(fields: &Fields, name: &'static str, errors: &mut FieldErrors) -> Option<Date> {
    fields.optional_date(name, "error-outlet-date", errors)
}

/// An address's word from a name: "Gema Serai FM" becomes `gema-serai-fm`.
pub fn slug_of(name: &str) -> String {
    base::web::slug(name, SLUG_LETTERS_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_word_for_addresses() {
        let cases = [
            ("Gema Serai FM", "gema-serai-fm"),
            ("  Radio «Swara» – Muara! ", "radio-swara-muara"),
            ("ꦱꦸꦮꦫ", ""),
        ];
        for (name, slug) in cases {
            assert_eq!(slug_of(name), slug);
        }
    }

    #[test]
    fn silence_asks_for_a_reason_and_the_air_does_not() {
        let cases = [
            (vec![("status", "silent")], vec!["reason"]),
            (vec![("status", "silent"), ("reason", "petir")], vec![]),
            (vec![("status", "on-air")], vec![]),
            (vec![("status", "?"), ("since", "kemarin")], vec!["status", "since"]),
        ];
        for (pairs, wrong) in cases {
            let mut errors = FieldErrors::default();
            NewAiring::read(&Fields::from_pairs(&pairs), &mut errors);
            let fields: Vec<&str> = errors.0.iter().map(|error| error.field).collect();
            assert_eq!(fields, wrong, "{pairs:?}");
        }
    }

    #[test]
    fn who_answers_and_where_they_are_found_must_be_known() {
        let mut words = OutletWords { name: "Mading Lembah Suri".into(), ..Default::default() };
        assert_eq!(words.missing(), [Missing::Responsible, Missing::Address]);
        words.responsible = Some("Baiq Hartini".into());
        words.address = Some("Posyandu Melati".into());
        assert_eq!(words.missing(), []);
    }
}
