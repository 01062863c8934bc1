//! What became of an archive.
use base::languages::Words;

/// Counts, and what was wrong with which line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArchiveReport {
    /// Lines and bytes read so far.
    pub lines: u64,
    pub bytes: u64,
    pub imported: u64,
    /// Here already with the same content.
    pub skipped: u64,
    /// Not brought in: each is among the problems, up to `PROBLEMS_KEPT`.
    pub bad: u64,
    pub sections_made: Vec<String>,
    /// By number of the line.
    pub problems: Vec<(u64, Problem)>,
}

/// More than these are counted but not kept.
const PROBLEMS_KEPT: usize = 10_000;

/// What was wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Not UTF-8.
    Broken,
    /// Not JSON, or a field of another type; the reader's message.
    Json(String),
    /// A field that is empty, too long, or holds what cannot be kept.
    Field(&'static str),
    /// This legacy number is here with other content.
    Conflict(i64),
    /// Nobody knows this area; the story was brought in without it.
    Area(String),
    /// No such outlet; the story was brought in without it.
    Outlet(String),
}

impl Problem {
    /// For the operator.
    pub fn sentence(&self, line: u64, words: &Words) -> String {
        let line = line.to_string();
        let say = |key: &str, text: &str| words.fill(key, &[("line", &line), ("text", text)]);
        match self {
            Problem::Broken => words.with("archive-line-broken", "line", &line),
            Problem::Json(message) => say("archive-line-json", message),
            Problem::Field(field) => say("archive-line-field", field),
            Problem::Conflict(id) => say("archive-line-conflict", &id.to_string()),
            Problem::Area(name) => say("archive-line-area", name),
            Problem::Outlet(slug) => say("archive-line-outlet", slug),
        }
    }
}

impl ArchiveReport {
    pub(super) fn note(&mut self, line: u64, problem: Problem) {
        if self.problems.len() < PROBLEMS_KEPT {
            self.problems.push((line, problem));
        }
    }

    pub(super) fn note_bad(&mut self, line: u64, problem: Problem) {
        self.bad += 1;
        self.note(line, problem);
    }
}
