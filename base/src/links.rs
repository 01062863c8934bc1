//! What joins two subjects of different features: one row, shown on both pages.
use crate::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::PersonId,
    languages::Lang,
    store::{self, LinkRow},
    subject::{Card, Subject},
};
use anyhow::Result;

/// One end of a link as seen from the other.
#[derive(Debug, Clone)]
pub struct Linked {
    /// `related`, `follows` …; the sentence is `link-{kind}` or, seen from the far end, `link-{kind}-back`.
    pub kind: String,
    pub backwards: bool,
    pub reason: Option<String>,
    pub card: Card,
}

/// Joins two subjects; a second time changes nothing.
pub async fn join(
    app: &App,
    tx: &mut Tx,
    (from, to): (Subject, Subject),
    (kind, reason): (&str, Option<String>),
    by: Option<PersonId>,
) -> Result<()> {
    let link = LinkRow {
        id: app.make_id(),
        from_kind: from.kind,
        from_id: from.id,
        to_kind: to.kind,
        to_id: to.id,
        kind: kind.to_owned(),
        reason,
    };
    store::insert_link(tx, &link, app.now(), by).await?;
    let detail = Some(format!("{kind} {to}"));
    events::record(app, tx, Happening { subject: from, verb: "link.made", by, detail }).await?;
    Ok(())
}

/// What the subject is linked with, as anyone may see it.
pub async fn of(app: &App, lang: Lang, subject: Subject) -> Result<Vec<Linked>> {
    let mut linked = vec![];
    for link in store::links_of(&app.db, subject).await? {
        let from = Subject::new(link.from_kind, link.from_id);
        let backwards = from != subject;
        let other = if backwards { from } else { Subject::new(link.to_kind, link.to_id) };
        if let Some(card) = app.describe(lang, other).await?.filter(|card| card.public) {
            linked.push(Linked { kind: link.kind, backwards, reason: link.reason, card });
        }
    }
    Ok(linked)
}
