//! An innovation of a public body: what it is, how far it is, what of it is told; no I/O.
use base::{
    ids::{AgencyId, InnovationId, ServiceUnitId},
    refusal::FieldErrors,
    text_enum,
    web::Fields,
};
use std::collections::BTreeMap;

text_enum! {
    /// Whose idea it was (PP 38/2017: an innovation of a region may come of a resident).
    pub enum Initiator {
        Head = "head",
        Council = "council",
        Body = "body",
        Officer = "officer",
        Residents = "residents",
    }
}

text_enum! {
    /// Thought of here, or taken over and changed: both are innovations.
    pub enum Origin {
        Original = "original",
        Adaptation = "adaptation",
    }
}

text_enum! {
    pub enum Medium {
        Digital = "digital",
        NotDigital = "not-digital",
    }
}

text_enum! {
    /// How far it is. A step back is a new row, so any may follow any.
    pub enum Stage {
        Idea = "idea",
        Trial = "trial",
        Applied = "applied",
        Institutional = "institutional",
        Stopped = "stopped",
    }
}

text_enum! {
    /// What somebody found who looked whether it still runs.
    pub enum State {
        Continuing = "continuing",
        Growing = "growing",
        Stopped = "stopped",
    }
}

text_enum! {
    /// How far an award or a competition reaches.
    pub enum Level {
        International = "international",
        National = "national",
        Province = "province",
        Regency = "regency",
    }
}

text_enum! {
    /// The parts of what is told of an innovation, in the order of the page.
    pub enum Part {
        Problem = "problem",
        Steps = "steps",
        People = "people",
        Money = "money",
        Tools = "tools",
        Rules = "rules",
        LegalBasis = "legal-basis",
        BenefitDirect = "benefit-direct",
        BenefitIndirect = "benefit-indirect",
        Contact = "contact",
        /// The five criteria; what the rule set calls them stands in `rules/innovation-criteria-*.toml`.
        Criterion1 = "criterion-1",
        Criterion2 = "criterion-2",
        Criterion3 = "criterion-3",
        Criterion4 = "criterion-4",
        Criterion5 = "criterion-5",
    }
}

impl Part {
    pub const NEEDS: [Part; 4] = [Part::People, Part::Money, Part::Tools, Part::Rules];
    pub const CRITERIA: [Part; 5] =
        [Part::Criterion1, Part::Criterion2, Part::Criterion3, Part::Criterion4, Part::Criterion5];

    /// The key of its heading and of its field's label; criteria are called what their rule set says.
    pub fn key(self) -> String {
        format!("innovation-part-{self}")
    }

    /// Most letters that it takes.
    pub fn letters_max(self) -> usize {
        match self {
            Part::Problem | Part::Steps => 6000,
            Part::LegalBasis | Part::Contact => 1000,
            _ => 2000,
        }
    }
}

impl Stage {
    /// Residents can use it.
    pub fn in_use(self) -> bool {
        matches!(self, Stage::Applied | Stage::Institutional)
    }

    /// The class that gives its badge a shape.
    pub fn class(self) -> &'static str {
        match self {
            Stage::Idea | Stage::Trial => "wait",
            Stage::Applied | Stage::Institutional => "good",
            Stage::Stopped => "bad",
        }
    }

    pub fn key(self) -> String {
        format!("innovation-stage-{self}")
    }
}

impl State {
    pub fn class(self) -> &'static str {
        if self == State::Stopped { "bad" } else { "good" }
    }

    pub fn key(self) -> String {
        format!("innovation-state-{self}")
    }
}

/// What an adaptation was made of: an innovation of this registry, or one that stands elsewhere, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AdaptedFrom {
    pub here: Option<InnovationId>,
    pub elsewhere: Option<String>,
}

/// Everything that is told of an innovation and kept as editions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telling {
    pub name: String,
    /// In one or two sentences, for lists.
    pub summary: String,
    pub year_begun: Option<i64>,
    pub initiator: Option<Initiator>,
    pub origin: Option<Origin>,
    pub adapted: AdaptedFrom,
    /// A key of the list of affairs.
    pub affair: Option<String>,
    pub medium: Option<Medium>,
    /// What is not known is absent.
    pub texts: BTreeMap<Part, String>,
}

/// An innovation that is to be registered.
#[derive(Debug, Clone)]
pub struct NewInnovation {
    pub agency: AgencyId,
    pub unit: Option<ServiceUnitId>,
    pub telling: Telling,
    /// For what the house copied from public sources: where it can be read.
    pub sources: Vec<SourceLine>,
    pub is_example: bool,
}

/// Where something can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLine {
    pub title: String,
    pub link: Option<String>,
}

pub(crate) const NAME_LETTERS_MAX: usize = 160;
pub(crate) const SUMMARY_LETTERS_MAX: usize = 300;
pub(crate) const LINE_LETTERS_MAX: usize = 200;
const SLUG_LETTERS_MAX: usize = 60;
/// Nothing in the registry is older than the republic.
const YEAR_MIN: i64 = 1945;

impl Telling {
    /// What was typed; what is wrong with it is added to `errors`. The form has name, summary, affair, initiator and the
    /// parts a copy needs; the rest may stay empty.
    pub fn read(fields: &Fields, this_year: i64, errors: &mut FieldErrors) -> Telling {
        let name = fields.required_line("name", NAME_LETTERS_MAX, errors);
        let summary = fields.required_line("summary", SUMMARY_LETTERS_MAX, errors);
        let origin = choice(Origin::parse, fields, "origin", errors);
        let elsewhere = optional_line(fields, "adapted_from", errors);
        Telling {
            name,
            summary,
            year_begun: year(fields, "year_begun", this_year, errors),
            initiator: choice(Initiator::parse, fields, "initiator", errors),
            adapted: AdaptedFrom {
                here: None,
                elsewhere: elsewhere.filter(|_| origin == Some(Origin::Adaptation)),
            },
            origin,
            affair: Some(fields.line("affair")).filter(|affair| !affair.is_empty()),
            medium: choice(Medium::parse, fields, "medium", errors),
            texts: texts(fields, errors),
        }
    }

    pub fn text(&self, part: Part) -> Option<&str> {
        self.texts.get(&part).map(String::as_str)
    }
}

fn texts(fields: &Fields, errors: &mut FieldErrors) -> BTreeMap<Part, String> {
    let mut texts = BTreeMap::new();
    for part in Part::ALL {
        let text = fields.text(part.as_str());
        let letters = text.chars().count();
        if letters > part.letters_max() {
            let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            let numbers = [("max", number(part.letters_max())), ("got", number(letters))];
            errors.add_with(part.as_str(), "error-too-long", &numbers);
        }
        if !text.is_empty() {
            texts.insert(*part, text);
        } else if matches!(part, Part::Problem | Part::Steps) {
            errors.add(part.as_str(), "error-empty");
        }
    }
    texts
}

/// One of the values of a list; notes an error when it is none of them.
pub(crate) fn choice<T>(
    parse: fn(&str) -> Option<T>,
    fields: &Fields,
    name: &'static str,
    errors: &mut FieldErrors,
) -> Option<T> {
    let chosen = parse(&fields.line(name));
    if chosen.is_none() {
        errors.add(name, "error-innovation-choose");
    }
    chosen
}

pub(crate) fn optional_line(
    fields: &Fields,
    name: &'static str,
    errors: &mut FieldErrors,
) -> Option<String> {
    fields.optional_line(name, LINE_LETTERS_MAX, errors)
}

pub(crate) fn year(
    fields: &Fields,
    name: &'static str,
    this_year: i64,
    errors: &mut FieldErrors,
) -> Option<i64> {
    let written = fields.line(name);
    if written.is_empty() {
        return None;
    }
    let year = written.parse().ok().filter(|year| (YEAR_MIN..=this_year).contains(year));
    if year.is_none() {
        errors.add(name, "error-innovation-year");
    }
    year
}

/// An address's word from a name: "Kentungan Kali Suri" becomes `kentungan-kali-suri`.
pub fn slug(name: &str) -> String {
    let slug = base::web::slug(name, SLUG_LETTERS_MAX);
    if slug.is_empty() { "inovasi".to_owned() } else { slug }
}

/// From the root, without language.
pub fn path(id: InnovationId, name: &str) -> String {
    format!("/inovasi/{id}/{}", slug(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telling_asks_for_what_a_copy_needs() {
        let mut errors = FieldErrors::default();
        let fields = Fields::from_pairs(&[("name", "Kentungan"), ("year_begun", "2031")]);
        Telling::read(&fields, 2026, &mut errors);
        let wrong: Vec<&str> = errors.0.iter().map(|error| error.field).collect();
        let asked = ["summary", "origin", "year_begun", "initiator", "medium", "problem", "steps"];
        assert_eq!(wrong, asked);
    }

    #[test]
    fn what_an_original_was_adapted_from_is_not_kept() {
        let pairs = [("origin", "original"), ("adapted_from", "Desa lain")];
        let telling = Telling::read(&Fields::from_pairs(&pairs), 2026, &mut FieldErrors::default());
        assert_eq!(telling.adapted, AdaptedFrom::default());
    }

    #[test]
    fn a_name_becomes_a_word_for_addresses() {
        assert_eq!(slug("Kentungan Kali Suri: satu bunyi"), "kentungan-kali-suri-satu-bunyi");
        assert_eq!(slug("ꦱꦸꦮꦫ"), "inovasi");
    }
}
