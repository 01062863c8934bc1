//! What someone asks about their own data (UU 27/2022): kinds, states, grounds to refuse, what is wrong with a form.
use base::{
    ids::{DataRequestId, PersonId},
    jiff::Timestamp,
    refusal::FieldErrors,
    row, text_enum,
    web::Fields,
};

text_enum! {
    /// What is asked; also the name of its clock in rules/personal-data-2022.toml.
    pub enum RequestKind {
        /// Article 32.
        Access = "access",
        /// Article 30.
        Correction = "correction",
        /// Articles 43 and 44.
        Deletion = "deletion",
        /// Article 40.
        Withdrawal = "withdrawal",
        /// Article 41.
        Restriction = "restriction",
    }
}

text_enum! {
    pub enum RequestState {
        Open = "open",
        Done = "done",
        Refused = "refused",
    }
}

text_enum! {
    /// What the desk did.
    pub enum RequestAct {
        Received = "received",
        Noted = "noted",
        Done = "done",
        Refused = "refused",
    }
}

row! {
    /// A request as the desk and its sender see it.
    #[derive(Debug, Clone)]
    pub struct Request {
        pub id: DataRequestId,
        pub number: String,
        pub person: Option<PersonId>,
        pub name: String,
        pub email: Option<String>,
        pub lang: String,
        pub kind: RequestKind,
        pub words: String,
        pub received_at: Timestamp,
        pub due_at: Timestamp,
        pub state: RequestState,
        pub answered_at: Option<Timestamp>,
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct ActRow {
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub act: RequestAct,
        pub ground: Option<String>,
        pub words: Option<String>,
    }
}

/// What the form holds.
#[derive(Debug, Clone, Default)]
pub struct RequestDraft {
    pub kind: String,
    pub words: String,
    pub name: String,
    pub email: String,
}

/// A request in which nothing is wrong.
#[derive(Debug)]
pub struct Asked {
    pub kind: RequestKind,
    pub words: String,
    pub name: String,
    pub email: Option<String>,
}

impl RequestDraft {
    pub fn read(fields: &Fields) -> RequestDraft {
        RequestDraft {
            kind: fields.line("kind"),
            words: fields.text("words"),
            name: fields.line("name"),
            email: fields.line("email"),
        }
    }

    /// Everything that is wrong, or the request. Members are known by their account and give no name.
    pub fn check(&self, is_member: bool, letters_max: i64) -> Result<Asked, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = RequestKind::parse(&self.kind);
        if kind.is_none() {
            errors.add("kind", "error-choose");
        }
        let letters = i64::try_from(self.words.chars().count()).unwrap_or(i64::MAX);
        if letters == 0 {
            errors.add("words", "error-empty");
        } else if letters > letters_max {
            errors.add_with("words", "error-longer-than", &[("max", letters_max)]);
        }
        let email = crate::person::read_email(&self.email);
        if !is_member {
            crate::person::check_name(&self.name, &mut errors);
            if email.is_none() && !self.email.is_empty() {
                errors.add("email", "error-email");
            }
        }
        match kind {
            Some(kind) if errors.is_empty() => {
                let (words, name) = (self.words.clone(), self.name.clone());
                Ok(Asked { kind, words, name, email: email.filter(|_| !is_member) })
            }
            _ => Err(errors),
        }
    }
}

/// What the desk decides.
#[derive(Debug, Clone, Default)]
pub struct AnswerDraft {
    /// `done`, `refused` or `noted`.
    pub act: String,
    pub ground: String,
    pub words: String,
}

/// A decision in which nothing is wrong.
#[derive(Debug)]
pub struct Decided {
    pub act: RequestAct,
    pub ground: Option<String>,
    pub words: String,
}

impl AnswerDraft {
    pub fn read(fields: &Fields) -> AnswerDraft {
        AnswerDraft {
            act: fields.line("act"),
            ground: fields.line("ground"),
            words: fields.text("words"),
        }
    }

    /// A refusal names one of the grounds that there are; every act has words.
    pub fn check(&self, grounds: &[String], letters_max: i64) -> Result<Decided, FieldErrors> {
        let mut errors = FieldErrors::default();
        let act = RequestAct::parse(&self.act).filter(|act| *act != RequestAct::Received);
        if act.is_none() {
            errors.add("act", "error-choose");
        }
        let refuses = act == Some(RequestAct::Refused);
        if refuses && !grounds.contains(&self.ground) {
            errors.add("ground", "error-request-ground");
        }
        let letters = i64::try_from(self.words.chars().count()).unwrap_or(i64::MAX);
        if letters == 0 {
            errors.add("words", "error-empty");
        } else if letters > letters_max {
            errors.add_with("words", "error-longer-than", &[("max", letters_max)]);
        }
        match act {
            Some(act) if errors.is_empty() => Ok(Decided {
                act,
                ground: refuses.then(|| self.ground.clone()),
                words: self.words.clone(),
            }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_no_account_gives_a_name_and_a_refusal_gives_its_ground() {
        let draft =
            RequestDraft { kind: "access".into(), words: "Apa saja?".into(), ..Default::default() };
        assert!(draft.check(true, 2000).is_ok());
        assert_eq!(draft.check(false, 2000).unwrap_err().0[0].field, "name");
        let grounds = ["another-person".to_owned()];
        let answer = |act: &str, ground: &str| AnswerDraft {
            act: act.into(),
            ground: ground.into(),
            words: "Tidak dapat.".into(),
        };
        assert!(answer("refused", "another-person").check(&grounds, 4000).is_ok());
        let without = answer("refused", "malas").check(&grounds, 4000).unwrap_err();
        assert_eq!(without.0[0].key, "error-request-ground");
        assert!(answer("received", "").check(&grounds, 4000).is_err());
    }
}
