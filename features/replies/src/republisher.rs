//! Who took a story over, and is told when it is corrected, retracted or answered (Pedoman 2012, 4d). No I/O.
use base::{
    ids::PersonId,
    jiff::{Timestamp, civil::Date},
    refusal::FieldErrors,
    row,
    subject::{Kind, Subject},
    text_enum,
    web::Fields,
};
use people::Contact;

const NAME_LETTERS_MAX: usize = 120;
const ADDRESS_LETTERS_MAX: usize = 300;

text_enum! {
    /// What they are told.
    pub enum News {
        Correction = "correction",
        Retraction = "retraction",
        Reply = "reply",
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct Republisher {
        pub id: i64,
        pub kind: Kind,
        pub subject_id: i64,
        pub name: String,
        /// Where the copy stands.
        pub address: Option<String>,
        pub email: Option<String>,
        pub since: Date,
        pub at: Timestamp,
        pub person: PersonId,
    }
}

impl Republisher {
    pub fn subject(&self) -> Subject {
        Subject::new(self.kind, self.subject_id)
    }
}

row! {
    /// That one of them was told; without an address: that somebody has to.
    #[derive(Debug, Clone)]
    pub struct Telling {
        pub id: i64,
        pub republisher: i64,
        pub news: News,
        pub at: Timestamp,
        pub mailed_at: Option<Timestamp>,
        /// Their copy was seen to follow.
        pub followed_at: Option<Timestamp>,
    }
}

/// What an editor notes.
#[derive(Debug, Clone)]
pub struct NewRepublisher {
    pub subject: Subject,
    pub name: String,
    pub address: Option<String>,
    pub email: Option<String>,
    pub since: Date,
}

impl NewRepublisher {
    pub fn read(fields: &Fields, subject: Subject, today: Date) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = fields.required_line("name", NAME_LETTERS_MAX, &mut errors);
        let address = web_address(fields, "address", &mut errors);
        let typed = fields.line("email");
        let email = match Contact::read(&typed) {
            Some(Contact::Email(email)) => Some(email),
            _ if typed.is_empty() => None,
            _ => {
                errors.add("email", "error-email");
                None
            }
        };
        if address.is_none() && email.is_none() && errors.is_empty() {
            errors.add("email", "error-republisher-reach");
        }
        let since = past_day(fields, "since", today, &mut errors);
        if errors.is_empty() {
            Ok(NewRepublisher { subject, name, address, email, since })
        } else {
            Err(errors)
        }
    }
}

/// An address that browsers open, or nothing.
pub(crate) fn web_address(
    fields: &Fields,
    name: &'static str,
    errors: &mut FieldErrors,
) -> Option<String> {
    let typed = fields.optional_line(name, ADDRESS_LETTERS_MAX, errors)?;
    if !typed.starts_with("https://") && !typed.starts_with("http://") {
        errors.add(name, "error-web-address");
    }
    Some(typed)
}

/// A day that must be there, and not ahead.
pub(crate) fn past_day(
    fields: &Fields,
    name: &'static str,
    today: Date,
    errors: &mut FieldErrors,
) -> Date {
    match fields.line(name).parse::<Date>() {
        Ok(day) if day <= today => day,
        Ok(_) => {
            errors.add(name, "error-reply-future");
            today
        }
        Err(_) => {
            errors.add(name, "error-reply-day");
            today
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::jiff::civil::date;

    #[test]
    fn a_republisher_has_an_address_or_a_mailbox_and_took_it_over_before_today() {
        let today = date(2026, 11, 24);
        let wrong = |pairs: &[(&str, &str)]| {
            let subject = Subject::new(Kind::Story, 7);
            match NewRepublisher::read(&Fields::from_pairs(pairs), subject, today) {
                Ok(_) => "",
                Err(errors) => errors.0[0].key,
            }
        };
        let name = ("name", "Koran Pesisir");
        let since = ("since", "2026-11-24");
        assert_eq!(wrong(&[name, since]), "error-republisher-reach");
        assert_eq!(wrong(&[name, since, ("email", "koran@suara.example")]), "");
        assert_eq!(wrong(&[name, since, ("address", "https://koran.example/ktp")]), "");
        assert_eq!(wrong(&[name, since, ("address", "javascript:alert(1)")]), "error-web-address");
        assert_eq!(wrong(&[name, since, ("email", "0812 3456 789")]), "error-email");
        let ahead = ("since", "2026-11-25");
        assert_eq!(wrong(&[name, ahead, ("email", "a@b.example")]), "error-reply-future");
    }
}
