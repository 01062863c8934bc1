//! `suara import …`: what an older portal left behind, a table of public bodies, the examples that come with the program.
use crate::{assemble, examples, witnesses};
use agencies::Imported;
use anyhow::{Context, Result, anyhow, bail};
use areas::Areas;
use base::{
    app::App,
    config::Config,
    ids::StoryId,
    languages::{Lang, Words},
    refusal::{Failure, FieldError, Refusal},
};
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
    process::ExitCode,
};
use stories::{
    Sections,
    import::{
        archive::{self, ArchiveReport},
        page,
    },
};

/// Bring in an old page or a whole archive.
#[derive(Args)]
pub struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// The text of one page of an older portal.
    Page {
        file: PathBuf,
        /// The number in its old address, /baca/NUMBER/SLUG/, when you know it
        #[arg(long, value_name = "NUMBER")]
        legacy_id: Option<i64>,
        /// The words in its old address
        #[arg(long, default_value = "", value_name = "SLUG")]
        slug: String,
    },
    /// An archive, one story a line; can be stopped and started again.
    Stories { file: PathBuf },
    /// A table of public bodies (CSV); the same file twice changes nothing.
    Agencies { file: PathBuf },
    /// Real bodies, programmes and innovations with their sources, as examples.
    Examples,
}

/// What the command ends with when some lines came in and others did not; 1: nothing did.
const SOME_LINES: u8 = 2;

/// What of a file did not come in.
#[derive(Debug, PartialEq, Eq)]
enum Rejected {
    Nothing,
    SomeLines,
}

impl Import {
    pub async fn run(self, config: Config) -> Result<ExitCode> {
        let rejected = match self.what {
            What::Page { file, legacy_id, slug } => {
                one_page(config, &file, legacy_id.map(|id| (id, slug))).await?;
                Rejected::Nothing
            }
            What::Stories { file } => whole_archive(config, &file).await?,
            What::Agencies { file } => table_of_agencies(config, &file).await?,
            What::Examples => the_examples(config).await?,
        };
        Ok(match rejected {
            Rejected::Nothing => ExitCode::SUCCESS,
            Rejected::SomeLines => ExitCode::from(SOME_LINES),
        })
    }
}

async fn one_page(config: Config, file: &Path, address: Option<(i64, String)>) -> Result<()> {
    page_into(&assemble::open(config).await?, file, address).await.map(|_| ())
}

/// `suara import page` into a house that is open: says what it read and keeps it.
pub async fn page_into(app: &App, file: &Path, address: Option<(i64, String)>) -> Result<StoryId> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let words = app.words(Lang::ENGLISH);
    let mut known = Sections::load(app).await?.names();
    // A house without sections still understands the page of a portal.
    known.push("Berita".to_owned());
    let mut read = page::read(&text, &known, app.keeper::<Areas>());
    read.address = address;
    println!("Title: {}\nSection: {}", read.title, read.section.as_deref().unwrap_or("-"));
    println!("Paragraphs: {}, comments: {}", read.paragraphs.len(), read.comments.len());
    for unplaced in &read.unplaced {
        println!("Not placed: {}", unplaced.sentence(&words));
    }
    let id = page::keep(app, read).await.map_err(|failure| match failure {
        Failure::Fault(error) => error,
        Failure::Refused(refusal) => anyhow!(told(&refusal, &words)),
    })?;
    let day = stories::happened_on(&app.db, id).await?;
    let joined = witnesses::join(app, day.as_slice()).await?;
    println!("Read it at {}", app.link(Lang::INDONESIAN, &format!("/tulisan/{id}")));
    if joined > 0 {
        println!("Joined with an activity of that day.");
    }
    if app.config.address == format!("http://{}", app.config.listen) {
        println!("If readers reach the site elsewhere, set --address or SUARA_ADDRESS.");
    }
    Ok(id)
}

/// A refusal in sentences, as a page would show it.
fn told(refusal: &Refusal, words: &Words) -> String {
    match refusal {
        Refusal::Conflict(key) | Refusal::NotAllowed(key) | Refusal::Malformed(key) => words.t(key),
        Refusal::Invalid(errors) => {
            let line = |error: &FieldError| format!("{}: {}", error.field, words.error(error));
            let lines: Vec<String> = errors.0.iter().map(line).collect();
            format!("the page cannot be kept. {}", lines.join(" "))
        }
        Refusal::NotFound | Refusal::Gone => words.t("not-found-text"),
        Refusal::SignInFirst | Refusal::Measured { .. } => words.t("sign-in-first-text"),
        Refusal::Busy => words.t("busy-text"),
        Refusal::TooMany { .. } | Refusal::TooLarge { .. } => words.t("invalid-text"),
    }
}

async fn table_of_agencies(config: Config, file: &Path) -> Result<Rejected> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let app = assemble::open(config).await?;
    let words = app.words(Lang::ENGLISH);
    let done = agencies::import(&app, &text, None).await?;
    for line in &done.rejected {
        println!("Line {}: {}", line.line, line.reasons(&words).join(" "));
    }
    println!("{}", counts(&done));
    let came = done.added + done.changed + done.unchanged;
    outcome(came > 0, done.rejected_count > 0, "bodies")
}

fn counts(done: &Imported) -> String {
    format!(
        "Added: {}, changed: {}, the same already: {}. Lines that could not be brought in: {}.",
        done.added, done.changed, done.unchanged, done.rejected_count
    )
}

async fn the_examples(config: Config) -> Result<Rejected> {
    let done = examples::load(&assemble::open(config).await?).await?;
    println!("Public bodies. {}", counts(&done.agencies));
    println!("Programmes added: {}. Innovations added: {}.", done.programmes, done.innovations);
    println!("Stories joined with activities, now and before: {}.", done.joined);
    Ok(Rejected::Nothing)
}

async fn whole_archive(config: Config, file: &Path) -> Result<Rejected> {
    let opened = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    let bar = ProgressBar::new(opened.metadata()?.len());
    bar.set_style(ProgressStyle::with_template(
        "{bar:40} {percent}% · {msg} · {elapsed} of about {duration}",
    )?);
    let app = assemble::open(config).await?;
    let progress = |report: &ArchiveReport| {
        bar.set_position(report.bytes);
        bar.set_message(format!("{} stories", report.imported + report.skipped));
    };
    let report = archive::load(&app, BufReader::new(opened), progress).await?;
    bar.finish_and_clear();
    tell(&report, &app.words(Lang::ENGLISH));
    let joined = witnesses::join_all(&app).await?;
    println!("Stories joined with activities, now and before: {joined}.");
    outcome(report.imported + report.skipped > 0, report.bad > 0, "stories")
}

fn tell(report: &ArchiveReport, words: &Words) {
    for (line, problem) in &report.problems {
        println!("{}", problem.sentence(*line, words));
    }
    for section in &report.sections_made {
        println!("New section: {section}");
    }
    println!(
        "Lines read: {}. Stories brought in: {}, already here: {}. Lines that could not be brought in: {}.",
        report.lines, report.imported, report.skipped, report.bad
    );
}

/// A file of which nothing came in is a mistake, and of one that came in with gaps a script must hear.
fn outcome(something_came: bool, some_rejected: bool, what: &str) -> Result<Rejected> {
    match (something_came, some_rejected) {
        (true, false) => Ok(Rejected::Nothing),
        (true, true) => Ok(Rejected::SomeLines),
        (false, false) => {
            bail!("the file holds no {what}; docs/guides/import.md says what a line looks like")
        }
        (false, true) => bail!(
            "no line could be brought in: see above what each lacks; docs/guides/import.md says what a line looks like"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{languages::Languages, refusal::FieldErrors};

    #[test]
    fn a_file_of_which_nothing_came_in_is_a_failure_and_one_with_gaps_is_told_apart() {
        let told = |came, rejected| match outcome(came, rejected, "stories") {
            Ok(rejected) => format!("{rejected:?}"),
            Err(error) => error.to_string(),
        };
        assert_eq!(
            (told(true, false).as_str(), told(true, true).as_str()),
            ("Nothing", "SomeLines")
        );
        assert!(told(false, true).contains("no line") && told(false, false).contains("no stories"));
    }

    #[test]
    fn a_page_that_cannot_be_kept_is_told_in_sentences() {
        let words = Languages::load().unwrap().words(Lang::ENGLISH);
        let refusal = Refusal::Invalid(FieldErrors::one("title", "error-empty"));
        assert_eq!(told(&refusal, &words), "the page cannot be kept. title: Please fill this in.");
    }
}
