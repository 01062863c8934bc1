//! A legacy archive: one story a line, as docs/guides/import.md has it.
//!
//! Lines are read in batches, each batch is one transaction. A line that is here already is skipped, so that a load that
//! was cut off is simply started again; a bad line is told by its number and skipped.
mod line;
mod report;

pub use report::{ArchiveReport, Problem};

use crate::{
    actions::{self, Tags},
    section::NewSection,
    sections::Sections,
    store,
    story::{Legacy, NewStory},
};
use anyhow::{Result, anyhow};
use areas::Areas;
use base::{
    app::App,
    db::Tx,
    ids::{CommentId, OutletId, SectionId, StoryId},
    refusal::Failure,
};
use comments::ImportedComment;
use line::{LegacyComment, LegacyStory};
use std::{collections::HashMap, io::BufRead};

/// Lines that share a transaction: few enough that readers and writers hardly wait, enough that a commit hardly counts.
const BATCH_LINES: usize = 200;

/// Loads an archive. `progress` is told after each batch.
pub async fn load(
    app: &App,
    mut reader: impl BufRead,
    mut progress: impl FnMut(&ArchiveReport),
) -> Result<ArchiveReport> {
    let mut loading = Loading {
        app,
        tags: Tags::default(),
        sections: Sections::load(app).await?,
        outlets: HashMap::new(),
        report: ArchiveReport::default(),
    };
    loop {
        let lines = read_batch(&mut reader)?;
        if lines.is_empty() {
            return Ok(loading.report);
        }
        loading.batch(&lines).await?;
        progress(&loading.report);
    }
}

fn read_batch(reader: &mut impl BufRead) -> Result<Vec<Vec<u8>>> {
    let mut lines = vec![];
    while lines.len() < BATCH_LINES {
        let mut line = vec![];
        if reader.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        lines.push(line);
    }
    Ok(lines)
}

/// What a load knows from one batch to the next.
struct Loading<'a> {
    app: &'a App,
    tags: Tags,
    sections: Sections,
    outlets: HashMap<String, Option<OutletId>>,
    report: ArchiveReport,
}

/// A line that was understood.
struct Understood {
    number: u64,
    story: LegacyStory,
    hash: String,
}

impl Loading<'_> {
    async fn batch(&mut self, lines: &[Vec<u8>]) -> Result<()> {
        let mut understood = vec![];
        for line in lines {
            self.report.lines += 1;
            self.report.bytes += u64::try_from(line.len())?;
            let number = self.report.lines;
            match LegacyStory::read(line) {
                Ok(Some((story, hash))) => understood.push(Understood { number, story, hash }),
                Ok(None) => {}
                Err(problem) => self.report.note_bad(number, problem),
            }
        }
        let fresh = self.without_known(understood).await?;
        if fresh.is_empty() {
            return Ok(());
        }
        // Everything that is not the database's affair is done before the transaction begins.
        let mut stories = vec![];
        for line in fresh {
            let outlet = self.outlet(&line).await?;
            let new = self.new_story(&line, outlet);
            stories.push((line, new));
        }
        let mut tx = self.app.db.begin().await?;
        for (line, new) in &mut stories {
            new.section = self.section(&mut tx, &line.story.section).await?;
            let id = actions::publish_with(self.app, &mut tx, new, &mut self.tags).await;
            self.comments(&mut tx, id.map_err(fault)?, &line.story.comments).await?;
        }
        tx.commit().await?;
        self.report.imported += u64::try_from(stories.len())?;
        Ok(())
    }

    /// Leaves out what is here already, and tells where it is here with other content.
    async fn without_known(&mut self, lines: Vec<Understood>) -> Result<Vec<Understood>> {
        let ids: Vec<i64> = lines.iter().map(|line| line.story.legacy_id).collect();
        let mut known: HashMap<i64, String> =
            store::legacy_hashes(&self.app.db, &ids).await?.into_iter().collect();
        let mut fresh = vec![];
        for line in lines {
            match known.get(&line.story.legacy_id) {
                None => {
                    known.insert(line.story.legacy_id, line.hash.clone());
                    fresh.push(line);
                }
                Some(hash) if *hash == line.hash => self.report.skipped += 1,
                Some(_) => {
                    self.report.note_bad(line.number, Problem::Conflict(line.story.legacy_id));
                }
            }
        }
        Ok(fresh)
    }

    fn new_story(&mut self, line: &Understood, outlet: Option<OutletId>) -> NewStory {
        let areas = self.app.keeper::<Areas>();
        let day = line.story.day();
        let mut unknown = vec![];
        let mut find = |name: &str| {
            let found = line::areas_named(areas, name, day);
            if found.is_empty() {
                unknown.push(name.to_owned());
            }
            found
        };
        let asked = line.story.areas.clone().unwrap_or_default();
        let written_from =
            asked.written_from.as_deref().and_then(|name| find(name).first().copied());
        let happened_at = asked.happened_at.as_deref().and_then(|name| find(name).first().copied());
        let about = asked.about.iter().flat_map(|name| find(name)).collect();
        for name in unknown {
            self.report.note(line.number, Problem::Area(name));
        }
        let address = Some((line.story.legacy_id, line.story.slug.clone()));
        let legacy = Some(Legacy { address, hash: line.hash.clone() });
        // The section is found, or made, in the transaction.
        let new = line.story.as_new(SectionId(0));
        NewStory { written_from, happened_at, about, outlet, legacy, ..new }
    }

    async fn outlet(&mut self, line: &Understood) -> Result<Option<OutletId>> {
        let Some(slug) = line.story.outlet.as_deref() else { return Ok(None) };
        if !self.outlets.contains_key(slug) {
            let found = outlets::by_slug(&self.app.db, slug).await?;
            self.outlets.insert(slug.to_owned(), found);
        }
        let found = self.outlets.get(slug).copied().flatten();
        if found.is_none() {
            self.report.note(line.number, Problem::Outlet(slug.to_owned()));
        }
        Ok(found)
    }

    /// The section of that name; it is made when there is none, and told.
    async fn section(&mut self, tx: &mut Tx, name: &str) -> Result<SectionId> {
        if let Some(id) = self.sections.by_name(name) {
            return Ok(id);
        }
        let new = NewSection::named(name, self.sections.next_position());
        let id = actions::add_section(self.app, tx, new, None).await.map_err(fault)?;
        self.sections = Sections::read(&mut *tx).await?;
        self.report.sections_made.push(name.to_owned());
        Ok(id)
    }

    async fn comments(
        &self,
        tx: &mut Tx,
        story: StoryId,
        comments: &[LegacyComment],
    ) -> Result<()> {
        // Answers are put below what they answer without calling ourselves: a stack of (comment, parent).
        let mut waiting: Vec<(&LegacyComment, Option<CommentId>)> =
            comments.iter().rev().map(|comment| (comment, None)).collect();
        while let Some((comment, parent)) = waiting.pop() {
            let imported = ImportedComment {
                subject: story.into(),
                name: comment.name.clone(),
                person: None,
                at: comment.at,
                text: comment.text.clone(),
                parent,
            };
            let id = comments::import(self.app, tx, imported).await?;
            waiting.extend(comment.replies.iter().rev().map(|reply| (reply, Some(id))));
        }
        Ok(())
    }
}

/// Lines were checked before: what is still refused is nobody's typing error.
fn fault(failure: Failure) -> anyhow::Error {
    match failure {
        Failure::Fault(error) => error,
        Failure::Refused(refusal) => anyhow!("an archive's story was refused: {refusal}"),
    }
}
