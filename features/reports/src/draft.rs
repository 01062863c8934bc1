//! What a form sent: a new report, to whom one goes; and what is wrong with it. No I/O but areas by name.
use crate::{
    report::{Class, Visibility, Way},
    rules::ReportRules,
    said::{past_day, today},
};
use base::{
    app::App,
    cases,
    ids::{AgencyId, AreaCode},
    jiff::civil::Date,
    languages::Lang,
    links::LinkKind,
    refusal::{FieldErrors, Outcome},
    subject::{Kind, Subject},
    text_enum,
    web::Fields,
};

const TITLE_LETTERS_MAX: usize = 120;
const LANDMARK_LETTERS_MAX: usize = 200;
pub(crate) const TIE_LETTERS_MAX: usize = 300;
pub(crate) const WORDS_LETTERS_MAX: usize = 1000;
/// A mark that our form made has this many letters; another makes no code.
const MARK_LETTERS: usize = 43;

/// How a sender without an account is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    Email(String),
    Phone(String),
}

/// A report that is to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportDraft {
    pub title: String,
    pub text: String,
    pub category: String,
    pub class: Class,
    pub area: AreaCode,
    pub landmark: Option<String>,
    pub happened_on: Option<Date>,
    pub wanted: Option<AgencyId>,
    pub visibility: Visibility,
    pub contact: Option<Contact>,
    /// Of letters to the sender.
    pub lang: Lang,
    /// Made with the form and known to its sender only.
    pub mark: String,
    pub story: Option<FromStory>,
}

text_enum! {
    /// How a report belongs to the story from which its form was opened.
    pub enum Tie {
        /// The like of it, elsewhere: the story made them tell of it.
        Came = "came",
        /// The very trouble that the story tells of.
        Same = "same",
        /// Another trouble: the form was only at hand. It has nothing of the story, not even a link.
        Other = "other",
    }
}

/// The story that led here, and the sender's own sentence on what they have to do with each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromStory {
    pub story: Subject,
    pub tie: Tie,
    pub reason: Option<String>,
}

impl FromStory {
    fn read(fields: &Fields, errors: &mut FieldErrors) -> Option<FromStory> {
        let story = Subject::parse(&fields.line("tulisan")).filter(|s| s.kind == Kind::Story)?;
        let tie = Tie::parse(&fields.line("tie")).unwrap_or(Tie::Came);
        let reason = fields.optional_line("tie_reason", TIE_LETTERS_MAX, errors);
        Some(FromStory { story, tie, reason })
    }

    /// The link's ends, from the first to the second, and its kind; none where one has nothing of the other.
    pub(crate) fn link(&self, report: Subject) -> Option<((Subject, Subject), LinkKind)> {
        match self.tie {
            Tie::Came => Some(((report, self.story), LinkKind::CameOf)),
            Tie::Same => Some(((self.story, report), LinkKind::Evidence)),
            Tie::Other => None,
        }
    }
}

impl ReportDraft {
    pub fn read(
        app: &App,
        (fields, lang): (&Fields, Lang),
        signed_in: bool,
    ) -> Outcome<ReportDraft> {
        let rules = ReportRules::now(app)?;
        let mut errors = FieldErrors::default();
        let title = fields.required_line("title", TITLE_LETTERS_MAX, &mut errors);
        let text = fields.required_text("text", rules.text_chars_max()?, &mut errors);
        let category = fields.line("category");
        if !rules.categories().contains(&category) {
            errors.add("category", "error-choose");
        }
        let area = areas::picked(app, fields, "area");
        if area.is_none() {
            errors.add("area", "error-report-area");
        }
        let today = today(app, area.unwrap_or(AreaCode(0)));
        let draft = ReportDraft {
            class: rules.class_of(&category),
            area: area.unwrap_or(AreaCode(0)),
            landmark: fields.optional_line("landmark", LANDMARK_LETTERS_MAX, &mut errors),
            happened_on: past_day(today, fields, "happened_on", &mut errors),
            wanted: fields.line("agency").parse().ok(),
            visibility: visibility(fields, signed_in),
            contact: if signed_in { None } else { contact(fields, &mut errors) },
            lang,
            mark: mark(app, fields),
            story: FromStory::read(fields, &mut errors),
            title,
            text,
            category,
        };
        errors.check()?;
        Ok(draft)
    }

    /// A second text on the same form, after going back, is a second report; so the text counts too.
    pub(crate) fn once_hash(&self) -> String {
        cases::hash(&format!("once {}", self.whole_mark()))
    }

    /// The code of this report: its sender's browser can ask for it again, nobody else can.
    pub(crate) fn code(&self) -> String {
        cases::code_of("report", &self.whole_mark())
    }

    fn whole_mark(&self) -> String {
        let (category, area) = (&self.category, self.area);
        cases::hash(
            &[&self.mark, &self.title, &self.text, category, &area.to_string()]
                .map(String::as_str)
                .join("\0"),
        )
    }
}

/// The mark of the form; one that no form of ours made is as good as none.
fn mark(app: &App, fields: &Fields) -> String {
    let sent = fields.line("once");
    if sent.len() == MARK_LETTERS { sent } else { app.random.token() }
}

/// Without an account there is no name to show.
fn visibility(fields: &Fields, signed_in: bool) -> Visibility {
    let chosen = Visibility::parse(&fields.line("visibility"));
    let chosen = chosen.unwrap_or(if signed_in { Visibility::Open } else { Visibility::Anonymous });
    if chosen == Visibility::Open && !signed_in { Visibility::Anonymous } else { chosen }
}

fn contact(fields: &Fields, errors: &mut FieldErrors) -> Option<Contact> {
    let typed = fields.line("contact");
    if typed.is_empty() {
        return None;
    }
    let read = if typed.contains('@') {
        read_email(&typed).map(Contact::Email)
    } else {
        read_phone(&typed).map(Contact::Phone)
    };
    if read.is_none() {
        errors.add("contact", "error-contact");
    }
    read
}

fn read_email(typed: &str) -> Option<String> {
    let text = typed.to_lowercase();
    let (name, host) = text.rsplit_once('@')?;
    let odd = |letter: char| letter.is_whitespace() || ",;<>()\"".contains(letter);
    let plausible = !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && text.len() <= 254
        && !text.chars().any(odd);
    plausible.then_some(text)
}

fn read_phone(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|letter| !" -.()+".contains(*letter)).collect();
    let right =
        (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    right.then_some(digits)
}

/// To whom a report goes, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    pub agency: AgencyId,
    pub way: Way,
    /// What the desk passes on of a secret report.
    pub words: Option<String>,
}

impl Sending {
    pub fn read(fields: &Fields, secret: bool) -> Outcome<Sending> {
        let mut errors = FieldErrors::default();
        let agency: Option<AgencyId> = fields.line("agency").parse().ok();
        if agency.is_none() {
            errors.add("agency", "error-choose");
        }
        let words = if secret {
            Some(fields.required_text("words", WORDS_LETTERS_MAX, &mut errors))
        } else {
            None
        };
        errors.check()?;
        let way = Way::parse(&fields.line("way")).unwrap_or(Way::Here);
        Ok(Sending { agency: agency.unwrap_or(AgencyId(0)), way, words })
    }
}

/// A sentence that must be there.
pub(crate) fn required_words(fields: &Fields, name: &'static str) -> Outcome<String> {
    let mut errors = FieldErrors::default();
    let words = fields.required_text(name, WORDS_LETTERS_MAX, &mut errors);
    errors.check()?;
    Ok(words)
}

/// A sentence that may be there.
pub(crate) fn some_words(fields: &Fields, name: &'static str) -> Outcome<Option<String>> {
    if !fields.filled(name) {
        return Ok(None);
    }
    required_words(fields, name).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_an_address_or_a_number_or_nothing() {
        let read = |typed: &str| {
            let mut errors = FieldErrors::default();
            let found = contact(&Fields::from_pairs(&[("contact", typed)]), &mut errors);
            (found, errors.0.len())
        };
        assert_eq!(read(""), (None, 0));
        assert_eq!(read("Ani@Contoh.id"), (Some(Contact::Email("ani@contoh.id".into())), 0));
        assert_eq!(read("0812-3456 789"), (Some(Contact::Phone("08123456789".into())), 0));
        assert_eq!(read("ani@contoh"), (None, 1));
        assert_eq!(read("rahasia"), (None, 1));
    }

    #[test]
    fn a_name_is_shown_only_of_an_account() {
        let open = Fields::from_pairs(&[("visibility", "open")]);
        assert_eq!(visibility(&open, false), Visibility::Anonymous);
        assert_eq!(visibility(&open, true), Visibility::Open);
        let secret = Fields::from_pairs(&[("visibility", "secret")]);
        assert_eq!(visibility(&secret, false), Visibility::Secret);
    }
}
