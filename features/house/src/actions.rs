//! What is done to the house's pages and its work: a save is always a new version.
use crate::{
    defaults,
    page::{NewPage, PageDraft, Slug},
    store::{self, PageRow, VersionRow},
    word::{self, WORDS_MAX},
};
use anyhow::Result;
use base::{
    app::App,
    db::{Reads, Tx},
    events::{self, Happening},
    ids::{HousePageId, JobId},
    refusal::{OrNotFound, Outcome, Refusal},
    subject::{Kind, Subject},
    visitor::{Role, Scope, SignedIn},
};
use std::collections::BTreeSet;

/// Words that one form takes out.
const WORDS_AT_ONCE: usize = 200;

/// The language whose text binds; others are translations.
pub(crate) const BINDING: &str = "id";

/// The version of the terms that people agree to now; never below 1.
pub async fn terms_version(db: impl Reads) -> Result<i64> {
    Ok(store::newest_version(db, Slug::Syarat, BINDING).await?.max(1))
}

/// The version of the reporters' agreement that holds now; never below 1.
pub async fn agreement_version(db: impl Reads) -> Result<i64> {
    Ok(store::newest_version(db, Slug::Perjanjian, BINDING).await?.max(1))
}

/// The versions of the binding terms that came after this one, newest first.
pub async fn terms_after(db: impl Reads, version: i64) -> Result<Vec<VersionRow>> {
    let all = store::versions(db, Slug::Syarat, BINDING).await?;
    Ok(all.into_iter().filter(|row| row.version > version).collect())
}

/// The full name of the person who answers for what is published, once an administrator has named them.
pub async fn responsible(db: impl Reads) -> Result<Option<String>> {
    Ok(store::responsible(db, Slug::Redaksi).await?.filter(|name| !name.is_empty()))
}

/// Puts the default text wherever a page has none.
pub async fn fill_defaults(app: &App) -> Result<()> {
    let there = store::newest_of_all(&app.db).await?;
    let pages = defaults::all(&app.config.name)?;
    let missing: Vec<_> = pages
        .into_iter()
        .filter(|page| !there.iter().any(|t| t.slug == page.slug && t.language == page.language))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.begin().await?;
    for page in missing {
        let row = PageRow {
            id: app.make_id(),
            slug: page.slug,
            language: page.language,
            version: 1,
            title: page.title,
            description: page.description,
            body: page.body,
            responsible: None,
            at: app.now(),
            person: None,
            why: None,
        };
        store::insert_page(&mut tx, &row).await?;
    }
    tx.commit().await
}

/// Adds a version, for the demonstration and for imports. A default text that stands alone makes room: it was nobody's
/// word yet.
pub async fn add_page(app: &App, tx: &mut Tx, page: NewPage) -> Result<HousePageId> {
    store::delete_lone_default(tx, page.slug, &page.language).await?;
    let version = store::newest_version(&mut *tx, page.slug, &page.language).await? + 1;
    let row = PageRow {
        id: app.make_id(),
        slug: page.slug,
        language: page.language,
        version,
        title: page.title,
        description: page.description,
        body: page.body,
        responsible: page.responsible,
        at: app.now(),
        person: page.by,
        why: Some(page.why),
    };
    anyhow::ensure!(store::insert_page(tx, &row).await?, "{} was changed meanwhile", row.slug);
    record(app, tx, &row).await?;
    Ok(row.id)
}

/// An administrator saves a page: the version after the one they saw.
pub(crate) async fn save_page(
    app: &App,
    by: &SignedIn,
    (slug, language): (Slug, &str),
    draft: &PageDraft,
) -> Outcome<HousePageId> {
    must_administer(by)?;
    draft.check_reason()?;
    app.languages.by_code(language).or_not_found()?;
    let row = PageRow {
        id: app.make_id(),
        slug,
        language: language.to_owned(),
        version: draft.after_version + 1,
        title: draft.title.clone(),
        description: draft.description.clone(),
        body: draft.body.clone(),
        responsible: (slug == Slug::Redaksi).then(|| draft.responsible.clone()),
        at: app.now(),
        person: Some(by.id),
        why: Some(draft.why.clone()),
    };
    let mut tx = app.db.begin().await?;
    let newest = store::newest_version(&mut tx, slug, language).await?;
    if newest != draft.after_version || !store::insert_page(&mut tx, &row).await? {
        return Err(Refusal::Conflict("conflict-house-page").into());
    }
    record(app, &mut tx, &row).await?;
    tx.commit().await?;
    Ok(row.id)
}

async fn record(app: &App, tx: &mut Tx, row: &PageRow) -> Result<()> {
    let happening = Happening {
        subject: Subject::new(Kind::HousePage, row.id.0),
        verb: "house-page.saved",
        by: row.person,
        detail: Some(format!("{} {} {}", row.slug, row.language, row.version)),
    };
    events::record(app, tx, happening).await.map(drop)
}

/// Gives a job that gave up new life.
pub(crate) async fn revive_job(app: &App, by: &SignedIn, id: JobId) -> Outcome<()> {
    must_administer(by)?;
    let mut tx = app.db.begin().await?;
    let revived = base::store::revive_job(&mut tx, id, app.now()).await?;
    if !revived {
        return Err(Refusal::Conflict("conflict-job").into());
    }
    tx.commit().await?;
    app.job_added.notify_waiters();
    Ok(())
}

/// The words that the house vouches for, in small letters.
pub async fn words(db: impl Reads) -> Result<BTreeSet<String>> {
    Ok(store::words(db).await?.into_iter().map(|(word,)| word).collect())
}

/// An editor vouches for a word; a second time changes nothing.
pub async fn add_word(app: &App, by: &SignedIn, typed: &str) -> Outcome<()> {
    let word = word::checked(typed).map_err(Refusal::Invalid)?;
    let mut tx = app.db.begin().await?;
    if store::count_words(&mut tx).await? >= WORDS_MAX {
        return Err(Refusal::Conflict("refusal-house-words-many").into());
    }
    store::put_word(&mut tx, &word, (by.id, app.now())).await?;
    tx.commit().await?;
    Ok(())
}

/// Editors think better of it: the assistant marks these again.
pub(crate) async fn take_words_out(app: &App, by: &SignedIn, words: &[String]) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    for word in words.iter().take(WORDS_AT_ONCE) {
        store::take_word_out(&mut tx, word, (by.id, app.now())).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// A house has one set of pages: an administrator of a part may not change them.
fn must_administer(by: &SignedIn) -> Outcome<()> {
    if by.may(Role::Administrator, Scope::House) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed("refusal-role").into())
    }
}
