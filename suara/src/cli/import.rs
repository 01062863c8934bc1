//! `suara import page FILE` and `suara import stories FILE.jsonl`: what an older portal left behind.
use crate::assemble;
use anyhow::{Context, Result, anyhow};
use areas::Areas;
use base::{config::Config, languages::Lang, refusal::Failure};
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
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
}

impl Import {
    pub async fn run(self, config: Config) -> Result<()> {
        match self.what {
            What::Page { file, legacy_id, slug } => {
                one_page(config, &file, legacy_id.map(|id| (id, slug))).await
            }
            What::Stories { file } => whole_archive(config, &file).await,
        }
    }
}

async fn one_page(config: Config, file: &Path, address: Option<(i64, String)>) -> Result<()> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let app = assemble::open(config).await?;
    let words = app.words(Lang::ENGLISH);
    let mut known = Sections::load(&app).await?.names();
    // A house without sections still understands the page of a portal.
    known.push("Berita".to_owned());
    let mut read = page::read(&text, &known, app.keeper::<Areas>());
    read.address = address;
    println!("Title: {}\nSection: {}", read.title, read.section.as_deref().unwrap_or("-"));
    println!("Paragraphs: {}, comments: {}", read.paragraphs.len(), read.comments.len());
    for unplaced in &read.unplaced {
        println!("Not placed: {}", unplaced.sentence(&words));
    }
    let id = page::keep(&app, read).await.map_err(|failure| match failure {
        Failure::Fault(error) => error,
        Failure::Refused(base::refusal::Refusal::Conflict(key)) => anyhow!(words.t(key)),
        Failure::Refused(refusal) => anyhow!("the page cannot be kept: {refusal}"),
    })?;
    println!("Read it at {}", app.link(Lang::INDONESIAN, &format!("/tulisan/{id}")));
    Ok(())
}

async fn whole_archive(config: Config, file: &Path) -> Result<()> {
    let opened = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    let bar = ProgressBar::new(opened.metadata()?.len());
    bar.set_style(ProgressStyle::with_template(
        "{bar:40} {percent}% · {msg} · {elapsed} of about {duration}",
    )?);
    let app = assemble::open(config).await?;
    let words = app.words(Lang::ENGLISH);
    let progress = |report: &ArchiveReport| {
        bar.set_position(report.bytes);
        bar.set_message(format!("{} stories", report.imported + report.skipped));
    };
    let report = archive::load(&app, BufReader::new(opened), progress).await?;
    bar.finish_and_clear();
    for (line, problem) in &report.problems {
        println!("{}", problem.sentence(*line, &words));
    }
    for section in &report.sections_made {
        println!("New section: {section}");
    }
    println!(
        "Lines read: {}. Stories brought in: {}, already here: {}. Lines that could not be brought in: {}.",
        report.lines, report.imported, report.skipped, report.bad
    );
    Ok(())
}
