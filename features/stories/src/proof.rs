//! What a machine says of a text before somebody reads it: words that no dictionary knows, and what tells too much about
//! somebody. It says and never changes; names are left alone.
use crate::store::DraftRow;
use anyhow::{Context, Result};
use areas::Areas;
use base::{app::App, ids::AreaCode, languages::Lang};
use privacy_check::{Country, Kind};
use spelling::{Dictionary, Vouched};
use std::{
    collections::{BTreeSet, HashSet},
    ops::Range,
    path::Path,
    sync::{Arc, PoisonError, RwLock},
};

/// Letters of a sentence that are shown on either side.
const AROUND: usize = 90;

/// The dictionary, read at the first text that asks for it; `app.keeper::<Spelling>()`.
#[derive(Default)]
pub struct Spelling(RwLock<Option<Arc<Dictionary>>>);

impl Spelling {
    /// Whether the folder holds a dictionary that can be read.
    pub fn read(folder: &Path) -> Result<Dictionary> {
        Dictionary::read(folder)
    }

    /// Absent where the machine has none; one that comes later is found without a restart.
    fn dictionary(&self, folder: &Path) -> Option<Arc<Dictionary>> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        kept.or_else(|| {
            let read = Arc::new(Spelling::read(folder).ok()?);
            *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(read.clone());
            Some(read)
        })
    }
}

/// A place in a text with its sentence, shortened: what stands before, the words, what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quote {
    pub before: String,
    pub words: String,
    pub after: String,
}

/// A word that no dictionary knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unknown {
    pub quote: Quote,
    pub count: usize,
    pub suggestions: Vec<String>,
}

/// Everything that is said of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Proof {
    /// `None`: there is no dictionary for the language of the text.
    pub unknown: Option<Vec<Unknown>>,
    pub warnings: Vec<(&'static str, Quote)>,
    /// The language of the text.
    pub lang: String,
}

/// Reads a draft through.
pub(crate) async fn of_draft(app: &App, row: &DraftRow) -> Result<Proof> {
    let text = format!("{}\n\n{}", row.title, row.body);
    let warnings = warnings(app, &text, row.written_from);
    Ok(Proof { unknown: unknown(app, row, text).await?, warnings, lang: row.lang.clone() })
}

/// What a writer must have seen before the text leaves them.
pub(crate) fn warns(app: &App, row: &DraftRow) -> bool {
    let text = format!("{}\n\n{}", row.title, row.body);
    !warnings(app, &text, row.written_from).is_empty()
}

fn warnings(app: &App, text: &str, from: Option<AreaCode>) -> Vec<(&'static str, Quote)> {
    let areas = app.keeper::<Areas>();
    let places = names_of_places(areas, from, false);
    let country = Country {
        is_regency: &|code| areas.exists(AreaCode(code.into())),
        is_place: &|word| places.contains(word),
    };
    let found = privacy_check::check(text, &country).into_iter();
    found.map(|finding| (key(finding.kind), quote(text, &finding.at, &finding.sentence))).collect()
}

/// The locale key of the sentence that says why.
fn key(kind: Kind) -> &'static str {
    match kind {
        Kind::Nik => "proof-nik",
        Kind::Phone => "proof-phone",
        Kind::Address => "proof-address",
        Kind::Child => "proof-child",
    }
}

/// The words of names: of provinces and regencies, and of the districts, and the villages, around the draft.
pub(crate) fn names_of_places(
    areas: &Areas,
    from: Option<AreaCode>,
    villages: bool,
) -> HashSet<String> {
    let mut named: Vec<(AreaCode, String)> = areas.provinces();
    let regencies: Vec<_> = named.iter().flat_map(|(code, _)| areas.children(*code)).collect();
    let home = from.and_then(|code| {
        let above = code.with_ancestors();
        above.into_iter().find(|code| (1_000..10_000).contains(&code.0))
    });
    let districts = home.map(|code| areas.children(code)).unwrap_or_default();
    if villages {
        named.extend(districts.iter().flat_map(|(code, _)| areas.children(*code)));
    }
    named.extend(regencies.into_iter().chain(districts));
    let words =
        named.iter().flat_map(|(_, name)| name.split(|letter: char| !letter.is_alphabetic()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Looking for what a word meant takes a while: on a thread of its own.
async fn unknown(app: &App, row: &DraftRow, text: String) -> Result<Option<Vec<Unknown>>> {
    if row.lang != Lang::INDONESIAN.code() {
        return Ok(None);
    }
    let words = house::words(&app.db).await?;
    let (app, from) = (app.clone(), row.written_from);
    let read = move || {
        let dictionary = app.keeper::<Spelling>().dictionary(&app.config.dictionaries)?;
        let places = names_of_places(app.keeper::<Areas>(), from, true);
        Some(marks(&dictionary, &text, (&words, &places)))
    };
    tokio::task::spawn_blocking(read).await.context("the spelling of a draft")
}

pub(crate) fn marks(
    dictionary: &Dictionary,
    text: &str,
    (words, places): (&BTreeSet<String>, &HashSet<String>),
) -> Vec<Unknown> {
    let vouched =
        Vouched { word: &|word| words.contains(word), name: &|name| places.contains(name) };
    let found = dictionary.marks(text, &vouched).into_iter();
    found
        .map(|mark| Unknown {
            quote: quote(text, &mark.at, &mark.sentence),
            count: mark.count,
            suggestions: mark.suggestions,
        })
        .collect()
}

fn quote(text: &str, at: &Range<usize>, sentence: &Range<usize>) -> Quote {
    let before = &text[sentence.start..at.start];
    let after = &text[at.end..sentence.end.max(at.end)];
    let (left, right) = (before.chars().count(), after.chars().count());
    let last: String = before.chars().skip(left.saturating_sub(AROUND)).collect();
    let first: String = after.chars().take(AROUND).collect();
    Quote {
        before: if left > AROUND { format!("…{last}") } else { last },
        words: text[at.clone()].to_owned(),
        after: if right > AROUND { format!("{first}…") } else { first },
    }
}
