//! The questionnaire as its rule set has it: elements, printed codes, what respondents may say of themselves, grades.
use crate::score::{COUNT, Grades, Weight, sample};
use anyhow::{Context, Result, ensure};
use base::{
    app::App,
    jiff::civil::Date,
    rules::{RuleSet, Rules},
};

/// The name of the rule sets of surveys.
pub const RULES: &str = "survey";

/// The elements by their words, in the order in which their marks are kept.
pub const ELEMENTS: [&str; COUNT] = [
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarana",
];

/// What respondents may say of themselves, beside the kind of service.
pub const ABOUT: [&str; 5] = ["sex", "age", "education", "occupation", "slot"];

/// One question of the nine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element {
    pub slug: &'static str,
    /// Where its marks are kept.
    pub place: usize,
}

/// A version of the questionnaire.
#[derive(Debug, Clone)]
pub struct Instrument {
    pub rules: RuleSet,
    /// In the printed order, with the printed codes.
    pub elements: Vec<(Element, String)>,
    pub grades: Grades,
    pub cell_min: i64,
}

impl Instrument {
    /// The one in force.
    pub fn in_force(app: &App) -> Result<Instrument> {
        Instrument::of(app.rules.at(RULES, app.today())?)
    }

    /// The one that a round keeps: `survey@2017-05-09`.
    pub fn kept(app: &App, id: &str) -> Result<Instrument> {
        let (name, day) = id.split_once('@').with_context(|| format!("{id:?} is no rule set"))?;
        Instrument::of(app.rules.at(name, day.parse::<Date>()?)?)
    }

    /// The one in force, for pages that are shown without a program around them.
    pub fn built_in() -> Result<Instrument> {
        Instrument::of(Rules::load()?.newest(RULES)?)
    }

    fn of(rules: &RuleSet) -> Result<Instrument> {
        let list = |name: &str| {
            rules.lists.get(name).with_context(|| format!("{}: no list {name}", rules.id()))
        };
        let number = |name: &str| {
            rules.numbers.get(name).copied().with_context(|| format!("{}: no {name}", rules.id()))
        };
        let (slugs, codes) = (list("elements")?, list("codes")?);
        ensure!(slugs.len() == COUNT && codes.len() == COUNT, "{}: nine elements", rules.id());
        let mut elements = vec![];
        for (slug, code) in slugs.iter().zip(codes) {
            let place = ELEMENTS.iter().position(|known| known == slug);
            let place = place.with_context(|| format!("{}: {slug} is unknown", rules.id()))?;
            elements.push((Element { slug: ELEMENTS[place], place }, code.clone()));
        }
        for name in ABOUT.iter().chain(&["weights"]) {
            list(name)?;
        }
        let grades = Grades { c: number("grade-c")?, b: number("grade-b")?, a: number("grade-a")? };
        let cell_min = number("cell-min")?;
        for name in ["mark-max", "lambda-squared-thousandths", "error-hundredths"] {
            number(name)?;
        }
        Ok(Instrument { rules: rules.clone(), elements, grades, cell_min })
    }

    pub fn options(&self, about: &str) -> &[String] {
        self.rules.lists.get(about).map_or(&[], Vec::as_slice)
    }

    pub fn mark_max(&self) -> i64 {
        self.rules.numbers["mark-max"]
    }

    pub fn weights(&self) -> Vec<Weight> {
        self.options("weights").iter().filter_map(|weight| Weight::parse(weight)).collect()
    }

    /// How many of so many people must answer.
    pub fn sample(&self, population: i64) -> i64 {
        let number = |name: &str| self.rules.numbers[name];
        sample(population, number("lambda-squared-thousandths"), number("error-hundredths"))
    }

    /// Whether the wording of an element is taken from a source.
    pub fn has_unverified(&self) -> bool {
        !self.options("unverified").is_empty()
    }
}

impl Element {
    /// The key of its name.
    pub fn key(&self) -> String {
        format!("survey-element-{}", self.slug)
    }

    /// The key of its question.
    pub fn question(&self) -> String {
        format!("survey-question-{}", self.slug)
    }

    /// The key of one of its answers.
    pub fn answer(&self, mark: &i64) -> String {
        format!("survey-answer-{}-{mark}", self.slug)
    }
}
