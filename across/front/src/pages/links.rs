//! Joining a subject with others, and undoing it: for editors, and for officers within what is their own body's.
use super::chain::linkable;
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    chain,
    ids::LinkId,
    links::{self, LinkKind, Linked},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    subject::{Card, Subject},
    web::{Answer, Fields, Frame, Visit},
};

const REASON_LETTERS_MAX: usize = 300;
const ADDRESS_LETTERS_MAX: usize = 500;

#[derive(Template)]
#[template(path = "pages/links.html")]
pub(crate) struct LinksPage {
    pub f: Frame,
    pub card: Card,
    pub linked: Vec<Linked>,
    pub fields: Fields,
    pub errors: FieldErrors,
}

/// GET /tautan/{subject}
pub(crate) async fn form(visit: Visit, Path(written): Path<String>) -> Answer {
    let page = LinksPage::load(&visit, &written, Fields::default()).await?;
    visit.page(&page)
}

/// POST /tautan/{subject}
pub(crate) async fn join(visit: Visit, Path(written): Path<String>, fields: Fields) -> Answer {
    let mut page = LinksPage::load(&visit, &written, fields).await?;
    let wanted = Wanted::read(&visit, &page).await?;
    let wanted = match wanted {
        Ok(wanted) => wanted,
        Err(errors) => {
            page.f.count_errors(errors.0.len());
            page.errors = errors;
            return visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let app = &visit.app;
    let mut tx = app.db.begin().await?;
    let by = Some(visit.person_id()?);
    links::join(app, &mut tx, wanted.ends, (wanted.kind, wanted.reason), by).await?;
    tx.commit().await?;
    visit.go_with_notice(&format!("/tautan/{written}"), "link-made")
}

/// POST /tautan/{subject}/lepas
pub(crate) async fn part(visit: Visit, Path(written): Path<String>, fields: Fields) -> Answer {
    let page = LinksPage::load(&visit, &written, Fields::default()).await?;
    let id: LinkId = fields.line("link").parse().ok().or_not_found()?;
    // What is undone already stays so.
    if let Some(link) = page.linked.iter().find(|link| link.id == id) {
        if !page.undoes(link) {
            return Err(Refusal::NotAllowed("refusal-role").into());
        }
        let mut tx = visit.app.db.begin().await?;
        let ends = (page.card.subject, id);
        links::part(&visit.app, &mut tx, ends, Some(visit.person_id()?)).await?;
        tx.commit().await?;
    }
    visit.go_with_notice(&format!("/tautan/{written}"), "link-undone")
}

/// What the form asks for, once it is right.
struct Wanted {
    ends: (Subject, Subject),
    kind: LinkKind,
    reason: Option<String>,
}

impl Wanted {
    async fn read(visit: &Visit, page: &LinksPage) -> Outcome<Result<Wanted, FieldErrors>> {
        let (fields, mut errors) = (&page.fields, FieldErrors::default());
        let address = fields.required_line("address", ADDRESS_LETTERS_MAX, &mut errors);
        let reason = fields.required_line("reason", REASON_LETTERS_MAX, &mut errors);
        let (word, backwards) = match fields.line("kind").strip_suffix("-back") {
            Some(word) => (word.to_owned(), true),
            None => (fields.line("kind"), false),
        };
        let kind = LinkKind::parse(&word);
        if kind.is_none() {
            errors.add("kind", "error-link-kind");
        }
        let other = other_page(visit, page, &address).await?;
        if other.is_none() && !address.is_empty() {
            errors.add("address", "error-link-address");
        } else if other.as_ref().is_some_and(|other| !links::may_join(&visit.visitor, other)) {
            errors.add("address", "error-link-body");
        }
        let (Some(kind), Some(other), true) = (kind, other, errors.is_empty()) else {
            return Ok(Err(errors));
        };
        let (here, there) = (page.card.subject, other.subject);
        let ends = if backwards { (there, here) } else { (here, there) };
        Ok(Ok(Wanted { ends, kind, reason: Some(reason) }))
    }
}

/// The public page that an address names, unless it is this one.
async fn other_page(visit: &Visit, page: &LinksPage, address: &str) -> Outcome<Option<Card>> {
    let other = chain::at_address(&visit.app, address);
    let Some(other) = other.filter(|other| *other != page.card.subject) else { return Ok(None) };
    Ok(visit.app.describe(visit.lang, other).await?.filter(|card| card.public))
}

impl LinksPage {
    async fn load(visit: &Visit, written: &str, fields: Fields) -> Outcome<LinksPage> {
        let subject = linkable(&visit.app, written).or_not_found()?;
        let card = visit.app.describe(visit.lang, subject).await?.or_not_found()?;
        if !card.public {
            return Err(Refusal::NotFound.into());
        }
        if !links::may_join(&visit.visitor, &card) {
            return Err(Refusal::NotAllowed("refusal-role").into());
        }
        let linked = links::of(&visit.app, visit.lang, subject).await?;
        let f = visit.frame(visit.words().with("links-title", "title", &card.title)).await?;
        let f = Frame { noindex: true, ..f };
        Ok(LinksPage { f, card, linked, fields, errors: FieldErrors::default() })
    }

    /// Officers part nothing from what is another's.
    fn undoes(&self, link: &Linked) -> bool {
        links::may_join(&self.f.visitor, &link.card)
    }

    /// Each kind in both directions: the value of the choice and its words.
    fn kinds(&self) -> Vec<(String, String)> {
        let mut kinds = vec![];
        for kind in LinkKind::ALL {
            for end in ["", "-back"] {
                let value = format!("{kind}{end}");
                if value != "related-back" {
                    kinds.push((value.clone(), self.f.t(&format!("link-{value}"))));
                }
            }
        }
        kinds
    }

    fn is_chosen(&self, value: &str) -> bool {
        self.fields.line("kind") == value
    }
}
