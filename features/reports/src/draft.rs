//! What a form sent: a new report, an answer, a repair; and what is wrong with it. No I/O but areas by name.
use crate::{
    actions::PROMISE_LETTERS_MAX,
    report::{AnswerKind, Class, Report, Visibility, Way},
    rules::{ReportRules, zone_of},
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

/// What a body says, written by its officer or noted at the desk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    /// The day of the letter, of the repair.
    pub on: Option<Date>,
    pub until: Option<Date>,
    pub link: Option<String>,
}

impl Said {
    /// `days`: those on which it can have been said; the last is today, where the report lies.
    pub fn read(app: &App, fields: &Fields, (kind, days): (AnswerKind, Days)) -> Outcome<Said> {
        let max = match kind {
            AnswerKind::Promise => PROMISE_LETTERS_MAX,
            AnswerKind::Answer | AnswerKind::Repair => ReportRules::now(app)?.answer_chars_max()?,
        };
        let mut errors = FieldErrors::default();
        let said = Said {
            text: fields.required_text("text", max, &mut errors),
            on: days.read(fields, "on", &mut errors),
            until: day(fields, "until", &mut errors),
            link: web_address(fields, &mut errors),
        };
        if said.until.is_some_and(|until| until < days.today) {
            errors.add("until", "error-report-until");
        }
        if said.until.is_some_and(|until| until > agencies::last_promised(days.today)) {
            agencies::too_far(&mut errors);
        }
        errors.check()?;
        Ok(said)
    }

    pub fn words(text: impl Into<String>) -> Said {
        Said { text: text.into(), ..Said::default() }
    }

    /// The same words twice are said once.
    pub(crate) fn once_hash(&self, kind: AnswerKind) -> String {
        cases::hash(&format!("{kind} {:?} {:?} {}", self.on, self.until, self.text))
    }
}

fn web_address(fields: &Fields, errors: &mut FieldErrors) -> Option<String> {
    let typed = fields.line("link");
    if typed.is_empty() {
        return None;
    }
    let rest = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://"));
    if rest.is_none_or(str::is_empty) || typed.contains(' ') || typed.len() > 500 {
        errors.add("link", "error-report-link");
    }
    Some(typed)
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

fn day(fields: &Fields, name: &'static str, errors: &mut FieldErrors) -> Option<Date> {
    fields.optional_date(name, "error-report-day", errors)
}

/// The day that it is where a report lies.
fn today(app: &App, area: AreaCode) -> Date {
    zone_of(app, area).date(app.now())
}

/// The days on which a body can have done something about a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// When the report was sent: nobody answered or mended it before.
    pub sent: Date,
    pub today: Date,
}

impl Days {
    /// In the zone of the report's area.
    pub fn of(app: &App, report: &Report) -> Days {
        let zone = zone_of(app, report.area);
        Days { sent: zone.date(report.sent_at), today: zone.date(app.now()) }
    }

    /// A day among them.
    pub(crate) fn read(
        self,
        fields: &Fields,
        name: &'static str,
        errors: &mut FieldErrors,
    ) -> Option<Date> {
        let day = past_day(self.today, fields, name, errors)?;
        if day < self.sent {
            errors.add(name, "error-report-before");
        }
        Some(day)
    }
}

/// A day that has come.
fn past_day(
    today: Date,
    fields: &Fields,
    name: &'static str,
    errors: &mut FieldErrors,
) -> Option<Date> {
    let day = day(fields, name, errors)?;
    if day > today {
        errors.add(name, "error-report-future");
    }
    Some(day)
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

    #[test]
    fn a_proof_is_an_address_that_browsers_open() {
        for (typed, wrong) in [("https://contoh.id/foto", 0), ("javascript:alert(1)", 1), ("", 0)] {
            let mut errors = FieldErrors::default();
            web_address(&Fields::from_pairs(&[("link", typed)]), &mut errors);
            assert_eq!(errors.0.len(), wrong, "{typed}");
        }
    }
}
