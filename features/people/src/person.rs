//! Who someone is to the house: what they told it, and what is wrong with what they typed. No I/O.
use crate::pages::safe_path;
use base::{
    ids::{AreaCode, PersonId},
    jiff::Timestamp,
    refusal::FieldErrors,
    row, text_enum,
    web::Fields,
};
use serde::{Deserialize, Serialize};

text_enum! {
    /// How old someone says they are; nobody is asked for a birthday.
    pub enum AgeBand {
        Adult = "adult",
        /// 13 to 17: a guardian agrees first (PP 17/2025 article 9).
        Minor = "minor",
    }
}

row! {
    /// An account as its owner and an administrator see it.
    #[derive(Debug, Clone)]
    pub struct Account {
        pub id: PersonId,
        pub name: String,
        pub pen_name: Option<String>,
        pub about: Option<String>,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub age_band: AgeBand,
        pub area: Option<AreaCode>,
        pub joined_at: Timestamp,
        /// Since when nobody stands behind it any more.
        pub ended_at: Option<Timestamp>,
    }
}

impl Account {
    /// The name under which the person is known to readers.
    pub fn public_name(&self) -> &str {
        self.pen_name.as_deref().unwrap_or(&self.name)
    }
}

/// What every reader may know of a person.
#[derive(Debug, Clone)]
pub struct Profile {
    pub id: PersonId,
    pub public_name: String,
    pub about: Option<String>,
    /// Never finer than a kabupaten or kota.
    pub area: Option<AreaCode>,
    pub since: Timestamp,
}

/// Where someone can be reached: an e-mail address or a phone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Contact {
    Email(String),
    Phone(String),
}

impl Contact {
    /// Reads an e-mail address or an Indonesian phone number; `None` when it is neither.
    pub fn read(text: &str) -> Option<Contact> {
        if text.contains('@') {
            read_email(text).map(Contact::Email)
        } else {
            read_phone(text).map(Contact::Phone)
        }
    }
}

/// An address in lower case, when it looks like one.
pub fn read_email(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (name, host) = text.rsplit_once('@')?;
    let plausible = !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && text.len() <= 254
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || ",;<>()\"".contains(c));
    plausible.then_some(text)
}

/// A number as digits with the country's code: `0812 3456 789` and `+62 812-3456-789` are the same.
pub fn read_phone(text: &str) -> Option<String> {
    let decoration = [' ', '-', '.', '(', ')'];
    let digits: String = text.trim().chars().filter(|c| !decoration.contains(c)).collect();
    let digits = digits.strip_prefix('+').unwrap_or(&digits);
    let digits = match digits.strip_prefix('0') {
        Some(rest) => format!("62{rest}"),
        None => digits.to_owned(),
    };
    let plausible = (9..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plausible.then_some(digits)
}

/// What the sign-up form holds.
#[derive(Debug, Clone, Default)]
pub struct SignUpDraft {
    pub name: String,
    pub contact: String,
    pub age: String,
    pub guardian_name: String,
    pub guardian_email: String,
    pub agrees: bool,
    pub password: String,
    /// Where the visitor wanted to go, once they have an account.
    pub next: String,
}

/// A sign-up in which nothing is wrong.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignUp {
    pub name: String,
    pub contact: Contact,
    pub minor: bool,
    pub guardian: Option<(String, String)>,
    pub terms_version: i64,
    pub next: String,
}

const NAME_LETTERS_MAX: usize = 80;

impl SignUpDraft {
    pub fn read(fields: &Fields) -> SignUpDraft {
        SignUpDraft {
            name: fields.line("name"),
            contact: fields.line("contact"),
            age: fields.line("age"),
            guardian_name: fields.line("guardian_name"),
            guardian_email: fields.line("guardian_email"),
            agrees: fields.ticked("agrees"),
            password: fields.raw("password").unwrap_or_default().to_owned(),
            next: safe_path(Some(fields.line("next"))),
        }
    }

    /// Everything that is wrong, or the sign-up.
    pub fn check(&self, terms_version: i64) -> Result<SignUp, FieldErrors> {
        let mut errors = FieldErrors::default();
        check_name(&self.name, &mut errors);
        let contact = Contact::read(&self.contact);
        if contact.is_none() {
            errors.add("contact", "error-contact");
        }
        if let Some(problem) =
            crate::password::problem(&self.password, &[&self.name, &self.contact])
        {
            errors.add("password", problem);
        }
        let minor = match self.age.as_str() {
            "adult" => false,
            "minor" => true,
            "child" => {
                errors.add("age", "error-too-young");
                false
            }
            _ => {
                errors.add("age", "error-choose");
                false
            }
        };
        let guardian = minor.then(|| self.guardian(&mut errors));
        if !self.agrees {
            errors.add("agrees", "error-agree");
        }
        match contact {
            Some(contact) if errors.is_empty() => Ok(SignUp {
                name: self.name.clone(),
                contact,
                minor,
                guardian,
                terms_version,
                next: self.next.clone(),
            }),
            _ => Err(errors),
        }
    }

    fn guardian(&self, errors: &mut FieldErrors) -> (String, String) {
        let letters = self.guardian_name.chars().count();
        if letters == 0 {
            errors.add("guardian_name", "error-empty");
        } else if letters > NAME_LETTERS_MAX {
            errors.add_with("guardian_name", "error-longer-than", &[("max", 80)]);
        }
        let email = read_email(&self.guardian_email);
        if email.is_none() {
            errors.add("guardian_email", "error-email");
        }
        if email.as_deref() == read_email(&self.contact).as_deref() && email.is_some() {
            errors.add("guardian_email", "error-guardian-is-you");
        }
        (self.guardian_name.clone(), email.unwrap_or_default())
    }
}

/// A name is there and not endless.
pub fn check_name(name: &str, errors: &mut FieldErrors) {
    let letters = name.chars().count();
    if letters == 0 {
        errors.add("name", "error-empty");
    } else if letters > NAME_LETTERS_MAX {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let numbers = [("max", number(NAME_LETTERS_MAX)), ("got", number(letters))];
        errors.add_with("name", "error-too-long", &numbers);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_or_a_number_is_recognised_and_nothing_else() {
        let email = |text: &str| Some(Contact::Email(text.into()));
        let phone = |text: &str| Some(Contact::Phone(text.into()));
        let cases = [
            ("Sari@Suara.Example", email("sari@suara.example")),
            (" 0812 3456-789 ", phone("628123456789")),
            ("+62 (812) 3456 789", phone("628123456789")),
            ("sari@", None),
            ("sari@suara", None),
            ("a@b.example, c@d.example", None),
            ("08x12345678", None),
            ("112", None),
            ("", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(Contact::read(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_sign_up_tells_everything_that_is_wrong_at_once() {
        let errors = SignUpDraft::default().check(1).unwrap_err();
        let fields: Vec<&str> = errors.0.iter().map(|error| error.field).collect();
        assert_eq!(fields, ["name", "contact", "password", "age", "agrees"]);
    }

    #[test]
    fn nadia_who_is_seventeen_names_a_guardian_who_is_somebody_else() {
        let draft = SignUpDraft {
            name: "Nadia Siregar".into(),
            contact: "nadia@suara.example".into(),
            age: "minor".into(),
            guardian_name: "Rosma".into(),
            guardian_email: "nadia@suara.example".into(),
            agrees: true,
            password: "perahu kertas di muara".into(),
            next: "/".into(),
        };
        let errors = draft.check(1).unwrap_err();
        assert_eq!(errors.0[0].key, "error-guardian-is-you");
        let mended = SignUpDraft { guardian_email: "rosma@suara.example".into(), ..draft };
        assert!(mended.check(1).unwrap().minor);
    }
}
