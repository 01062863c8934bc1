//! What every handler, action and job is handed: the database, the clock, the words, the features.
use crate::{
    audit::Seal,
    blobs::Blobs,
    clock::Clock,
    config::Config,
    db::Db,
    events::{Deliver, Subscriber},
    feature::{Asked, Block, By, Feature, Key},
    ids::{Ids, PersonId},
    jobs::{Job, JobType},
    languages::{Lang, Languages, Words},
    limits::Limits,
    mail::{Mailer, SendMail},
    random::Random,
    rules::Rules,
    subject::{Card, Subject},
    vault::Vault,
    visitor::Visitor,
    web::{Frame, parked::SweepParked},
};
use anyhow::Result;
use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp, civil::Date};
use std::{
    any::{Any, TypeId},
    collections::HashMap,
    ops::Deref,
    sync::Arc,
};
use tokio::sync::Notify;

/// The running program. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// Finds who a session cookie belongs to; `people` gives it.
pub type Identify = for<'a> fn(&'a App, &'a str) -> BoxFuture<'a, Result<Visitor>>;

/// What has to come first: agreeing to the terms before writing, a second factor before a desk; `people` gives it.
#[derive(Clone, Copy)]
pub struct Agreement {
    /// Where they are asked.
    pub path: &'static str,
    /// Whether it has yet to be done.
    pub is_due: for<'a> fn(&'a App, PersonId) -> BoxFuture<'a, Result<bool>>,
}

/// What an app is made of.
pub struct Parts {
    pub config: Config,
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub ids: Ids,
    pub languages: Languages,
    pub rules: Rules,
    pub mailer: Mailer,
    pub limits: Limits,
    pub blobs: Blobs,
    /// What is sealed with a key outside the database.
    pub vault: Vault,
    /// Those that the operator did not switch off, in the order of the product's table of contents.
    pub features: Vec<Feature>,
    /// Jobs of those that are off, by kind: they wait until it is on again.
    pub asleep: Vec<&'static str>,
    pub subscribers: Vec<Subscriber>,
    pub identify: Identify,
    /// `None`: nothing has to be agreed to.
    pub agreement: Option<Agreement>,
    /// What those who hold a role must have done before it opens their desks; `None`: nothing.
    pub desk_key: Option<Agreement>,
    /// What a feature keeps in memory for as long as the program runs, by type.
    pub kept: Kept,
    pub job_added: Notify,
}

/// One value of each type.
#[derive(Default)]
pub struct Kept(HashMap<TypeId, Box<dyn Any + Send + Sync>>);

impl Kept {
    pub fn put<T: Any + Send + Sync>(&mut self, value: T) {
        self.0.insert(TypeId::of::<T>(), Box::new(value));
    }

    pub fn get<T: Any>(&self) -> Option<&T> {
        self.0.get(&TypeId::of::<T>()).and_then(|value| value.downcast_ref())
    }
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    pub fn new(parts: Parts) -> App {
        App(Arc::new(parts))
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The day that it is in the house.
    pub fn today(&self) -> Date {
        self.config.zone.date(self.now())
    }

    /// A new id: `let id: StoryId = app.make_id()`.
    pub fn make_id<T: From<i64>>(&self) -> T {
        self.ids.make(&self.clock)
    }

    pub fn words(&self, lang: Lang) -> Words {
        self.languages.words(lang)
    }

    /// What a feature keeps in memory; it was put there when the program started.
    pub fn keeper<T: Any>(&self) -> &T {
        self.kept.get().unwrap_or_else(|| {
            unreachable!("{} is kept from the start", std::any::type_name::<T>())
        })
    }

    /// Title, address and visibility of any subject; `None` when there is no such thing (any more).
    pub async fn describe(&self, lang: Lang, subject: Subject) -> Result<Option<Card>> {
        for describe in self.features.iter().filter_map(|feature| feature.describe) {
            if describe.kinds.contains(&subject.kind) {
                return (describe.card)(self, lang, subject).await;
            }
        }
        Ok(None)
    }

    /// Public subjects of all features, newest first: one page of a mixed list.
    pub async fn list(&self, asked: Asked) -> Result<Vec<(Key, Card)>> {
        let mut found = vec![];
        for listing in self.features.iter().filter_map(|feature| feature.listing) {
            found.extend((listing.page)(self, asked.clone()).await?);
        }
        found.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
        found.truncate(usize::try_from(asked.limit).unwrap_or(0));
        Ok(found)
    }

    /// The finished pieces that every feature has for a page, in their order.
    pub async fn blocks(&self, f: &Frame, by: &By) -> Result<Vec<Block>> {
        let mut found = vec![];
        for blocks in self.features.iter().filter_map(|feature| feature.blocks) {
            found.extend(blocks(self, f, by.clone()).await?);
        }
        found.sort_by_key(|block| block.weight);
        Ok(found)
    }

    /// Every kind of job that this program can do.
    pub fn job_types(&self) -> impl Iterator<Item = JobType> + '_ {
        let own = [
            JobType::of::<SendMail>(),
            JobType::of::<Deliver>(),
            JobType::every::<SweepParked>(SignedDuration::from_hours(1)),
            JobType::every::<Seal>(SignedDuration::from_mins(10)),
            JobType::every::<Checkpoint>(SignedDuration::from_mins(5)),
        ];
        own.into_iter().chain(self.features.iter().flat_map(|feature| feature.jobs.iter().copied()))
    }

    /// Whether some feature that is switched on answers at this route's path.
    pub fn stands(&self, path: &str) -> bool {
        self.features.iter().flat_map(|feature| &feature.routes).any(|route| route.path == path)
    }

    /// The public address of a path, for mails, feeds and canonical links.
    pub fn link(&self, lang: Lang, path: &str) -> String {
        format!("{}{}{path}", self.config.address, lang.prefix())
    }
}

/// Keeps the embedded database's write-ahead log short.
#[derive(serde::Serialize, serde::Deserialize)]
struct Checkpoint;

impl Job for Checkpoint {
    const KIND: &'static str = "base.checkpoint";

    async fn run(self, app: &App) -> Result<(), crate::jobs::JobError> {
        let done = app.db.checkpoint().await?;
        if let Some(done) = done.filter(|done| done.log_pages > 50_000) {
            tracing::warn!(done.log_pages, done.moved_pages, "the write-ahead log is long");
        }
        Ok(())
    }
}
