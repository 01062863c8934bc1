//! What joins two subjects of different features: one row, shown on both pages.
use crate::{
    app::App,
    db::{Reads, Tx},
    events::{self, Happening},
    ids::{LinkId, PersonId},
    languages::Lang,
    store::{self, LinkRow},
    subject::{Card, Subject},
    text_enum,
    visitor::{Role, Scope, Visitor},
};
use anyhow::Result;

text_enum! {
    /// How two subjects belong together; read from the first to the second.
    pub enum LinkKind {
        /// They resemble each other; a chain does not go on here.
        Related = "related",
        /// A story shows what a report says.
        Evidence = "evidence",
        /// A story tells of an activity.
        Witness = "witness",
        /// An innovation came of a report or an activity, a report of a story that was read.
        CameOf = "came-of",
        /// An answer, a promise or an innovation answers a story.
        Answers = "answers",
        /// A replication copies an innovation.
        Replicates = "replicates",
        /// A survey round measures what an innovation or a repair changed.
        Measures = "measures",
    }
}

impl LinkKind {
    /// Whether one led to the other, so that a chain goes on along it.
    pub fn leads(self) -> bool {
        self != LinkKind::Related
    }
}

/// Who joins and parts subjects by hand; officers only what is their own body's on both ends.
pub const LINKERS: &[Role] = &[Role::Editor, Role::ChiefEditor, Role::Administrator, Role::Officer];

/// Whether the visitor may make or undo links with this end.
pub fn may_join(visitor: &Visitor, end: &Card) -> bool {
    let officer = |agency| visitor.may(Role::Officer, Scope::Agency(agency));
    joins_all(visitor) || end.agency.is_some_and(officer)
}

fn joins_all(visitor: &Visitor) -> bool {
    LINKERS.iter().any(|role| *role != Role::Officer && visitor.has(*role))
}

/// Whether the page of a subject offers the visitor to make links.
pub async fn offers(app: &App, lang: Lang, (visitor, end): (&Visitor, Subject)) -> Result<bool> {
    if !visitor.has(Role::Officer) {
        return Ok(joins_all(visitor));
    }
    Ok(app.describe(lang, end).await?.is_some_and(|card| may_join(visitor, &card)))
}

/// One end of a link as seen from the other.
#[derive(Debug, Clone)]
pub struct Linked {
    pub id: LinkId,
    pub kind: LinkKind,
    pub backwards: bool,
    pub reason: Option<String>,
    pub card: Card,
}

impl Linked {
    /// The key of the sentence: `link-{kind}` or, seen from the far end, `link-{kind}-back`.
    pub fn key(&self) -> String {
        format!("link-{}{}", self.kind, if self.backwards { "-back" } else { "" })
    }
}

/// Joins two subjects; a second time changes nothing.
pub async fn join(
    app: &App,
    tx: &mut Tx,
    ends: (Subject, Subject),
    told: (LinkKind, Option<String>),
    by: Option<PersonId>,
) -> Result<()> {
    make(app, tx, (ends, false), told, by).await
}

/// The same for an end that nobody may read yet: no page looks at the link until `show`.
pub async fn join_waiting(
    app: &App,
    tx: &mut Tx,
    ends: (Subject, Subject),
    told: (LinkKind, Option<String>),
    by: Option<PersonId>,
) -> Result<()> {
    make(app, tx, (ends, true), told, by).await
}

/// The subject may be read from now on, and its links with it.
pub async fn show(tx: &mut Tx, subject: Subject) -> Result<()> {
    store::show_links(tx, subject).await
}

async fn make(
    app: &App,
    tx: &mut Tx,
    ((from, to), waits): ((Subject, Subject), bool),
    (kind, reason): (LinkKind, Option<String>),
    by: Option<PersonId>,
) -> Result<()> {
    let link = LinkRow {
        id: app.make_id(),
        from_kind: from.kind,
        from_id: from.id,
        to_kind: to.kind,
        to_id: to.id,
        kind,
        reason,
        waits,
    };
    if store::insert_link(tx, &link, app.now(), by).await? {
        let detail = Some(format!("{kind} {to}"));
        events::record(app, tx, Happening { subject: from, verb: "link.made", by, detail }).await?;
    }
    Ok(())
}

/// Undoes a link of the subject; false when there is none with this id. Who made it and why stays in the log of events.
pub async fn part(
    app: &App,
    tx: &mut Tx,
    (subject, id): (Subject, LinkId),
    by: Option<PersonId>,
) -> Result<bool> {
    let Some(link) = store::delete_link(tx, id, subject).await? else { return Ok(false) };
    let from = Subject::new(link.from_kind, link.from_id);
    let to = Subject::new(link.to_kind, link.to_id);
    let detail = Some(format!("{} {to}", link.kind));
    events::record(app, tx, Happening { subject: from, verb: "link.undone", by, detail }).await?;
    Ok(true)
}

/// Whether anything is linked with the subject, whoever may see it.
pub async fn has_any(db: impl Reads, subject: Subject) -> Result<bool> {
    Ok(store::any_link(db, subject).await?.is_some())
}

/// What the subject is linked with, whoever may see it: the caller's page decides.
pub async fn ends_of(db: impl Reads, subject: Subject) -> Result<Vec<Subject>> {
    let links = store::links_of(db, subject).await?;
    Ok(links.iter().map(|link| link.other_end(subject)).collect())
}

/// Ends that a page names.
const SHOWN_MAX: usize = 100;

/// What the subject is linked with, as anyone may see it. What nobody may read takes no room from the rest.
pub async fn of(app: &App, lang: Lang, subject: Subject) -> Result<Vec<Linked>> {
    let links = store::links_of(&app.db, subject).await?;
    named(app, lang, (subject, links)).await
}

/// What a subject that waits will be linked with, for those who may read it now.
pub async fn waiting_of(app: &App, lang: Lang, subject: Subject) -> Result<Vec<Linked>> {
    let links = store::waiting_links_of(&app.db, subject).await?;
    named(app, lang, (subject, links)).await
}

async fn named(
    app: &App,
    lang: Lang,
    (subject, links): (Subject, Vec<LinkRow>),
) -> Result<Vec<Linked>> {
    let mut linked = vec![];
    for link in links {
        let other = link.other_end(subject);
        let backwards = other == Subject::new(link.from_kind, link.from_id);
        if let Some(card) = app.describe(lang, other).await?.filter(|card| card.public) {
            let LinkRow { id, kind, reason, .. } = link;
            linked.push(Linked { id, kind, backwards, reason, card });
        }
        if linked.len() == SHOWN_MAX {
            break;
        }
    }
    Ok(linked)
}
