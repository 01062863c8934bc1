//! The story page.
use super::{
    beside::{self, Beside},
    hidden,
};
use crate::{
    body,
    lists::{self, byline_names, zone_of},
    section::Section,
    sections::Sections,
    store::{self, StoryRow},
    story::Status,
    subjects::occasion_path,
};
use anyhow::Result;
use areas::Areas;
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    app::App,
    chain,
    clock::Zone,
    feature::By,
    ids::{PersonId, StoryId},
    refusal::{OrNotFound, Outcome},
    subject::Subject,
    web::{Answer, Frame, Visit},
};
use comments::CommentsBlock;

/// A name that leads somewhere.
pub(crate) type Link = (String, String);

#[derive(Template)]
#[template(path = "pages/show.html")]
pub(crate) struct ShowPage {
    pub f: Frame,
    /// A draft's page, as it would stand: where the draft is.
    pub preview: Option<(String, String)>,
    pub story: StoryRow,
    pub title: String,
    pub zone: Zone,
    pub section: Option<Link>,
    pub bylines: Vec<(Option<PersonId>, String)>,
    /// Finished HTML; the first picture is loaded at once.
    pub figures: Vec<String>,
    pub body: String,
    /// Finished HTML: players, after the text.
    pub recordings: Vec<String>,
    pub written_from: Option<Link>,
    pub happened_at: Option<Link>,
    pub about: Vec<Link>,
    /// Its name and, in a house that shows outlets, its page.
    pub outlet: Option<(String, Option<String>)>,
    pub tags: Vec<Link>,
    pub beside: Beside,
    /// Finished HTML: the ribbon and the links.
    pub chain: String,
    /// Finished HTML: what other features put beside the story.
    pub pieces: Vec<String>,
    pub comments: CommentsBlock,
    pub takes_flags: bool,
    /// Where a reader reports a problem like the one told here, in a house that takes reports.
    pub report_path: Option<String>,
}

/// GET /tulisan/{id}/{slug}
pub(crate) async fn show(visit: Visit, Path((id, slug)): Path<(StoryId, String)>) -> Answer {
    let story = store::find(&visit.app.db, id).await?.or_not_found()?;
    if !story.shown {
        return hidden::page(&visit, &story).await;
    }
    let title = title_of(&visit, &story);
    if slug != crate::story::slug(&title) {
        return visit.moved(&visit.with_query(&lists::path(id, &title)));
    }
    let status = match story.status {
        Status::Published => StatusCode::OK,
        Status::Retracted => StatusCode::GONE,
    };
    let page = ShowPage::load(&visit, story, title).await?;
    visit.page_with(status, &page)
}

/// GET /tulisan/{id}
pub(crate) async fn short(visit: Visit, Path(id): Path<StoryId>) -> Answer {
    let story = store::find(&visit.app.db, id).await?.or_not_found()?;
    if !story.shown {
        return hidden::page(&visit, &story).await;
    }
    visit.moved(&lists::path(id, &title_of(&visit, &story)))
}

/// The newest title, or what stands there when it was sealed.
pub(crate) fn title_of(visit: &Visit, story: &StoryRow) -> String {
    let sealed = || visit.words().t("story-sealed-title");
    story.title.clone().unwrap_or_else(sealed)
}

impl ShowPage {
    async fn load(visit: &Visit, story: StoryRow, title: String) -> Outcome<ShowPage> {
        let app = &visit.app;
        let subject = Subject::from(story.id);
        let areas = app.keeper::<Areas>();
        let section = Sections::load(app).await?.find(story.section, visit.lang);
        let f = framed(visit, &story, (&title, section.as_ref())).await?;
        let link = |code| (areas.name(code), format!("/daerah/{code}"));
        Ok(ShowPage {
            preview: None,
            zone: zone_of(areas, story.written_from, app.config.zone),
            section: section.map(|section| (section.name.clone(), section.path())),
            bylines: byline_names(app, &[story.id.0]).await?.remove(&story.id).unwrap_or_default(),
            figures: figures(visit, &f, &story).await?,
            body: body_html(&story),
            recordings: recordings(visit, &f, &story).await?,
            written_from: story.written_from.map(link),
            happened_at: story.happened_at.map(link),
            about: store::about(&app.db, story.id).await?.into_iter().map(link).collect(),
            outlet: outlet(visit, &story).await?,
            tags: tags(visit, story.id).await?,
            beside: beside::of(visit, &story).await?,
            chain: chain::block(app, &f, subject, &story.lang).await?,
            pieces: pieces(app, &f, &story).await?,
            comments: comments::block(visit, &f, subject, story.public()).await?,
            takes_flags: app.stands("/tandai/{subject}"),
            report_path: report_path(app, &story),
            f,
            title,
            story,
        })
    }

    fn person_path(&self, id: &PersonId) -> String {
        format!("/pewarta/{id}")
    }

    fn editions_path(&self) -> String {
        format!("/tulisan/{}/edisi", self.story.id)
    }

    fn flag_path(&self) -> String {
        format!("/tandai/{}", Subject::from(self.story.id))
    }

    /// Whether the text may be read.
    pub(crate) fn open(&self) -> bool {
        self.story.public() && self.story.body.is_some()
    }

    /// The retraction in a sentence.
    fn retraction(&self) -> Option<String> {
        let at = self.story.retracted_at?;
        let date = self.f.words.day_month_year(self.zone.date(at));
        let reason = self.story.retraction_reason.as_deref().unwrap_or_default();
        Some(self.f.words.fill("story-retracted-text", &[("date", &date), ("reason", reason)]))
    }

    fn is_corrected(&self) -> bool {
        !self.beside.corrections.is_empty()
    }

    /// While it is not verified: what still is, told at the end of the text (Pedoman 2012, 2c).
    fn unverified(&self) -> Option<String> {
        let notice = self.story.unverified_notice.as_deref()?;
        let open = self.story.verified_at.is_none() && self.beside.updated_by.is_none();
        open.then(|| self.f.with("story-unverified-end", "notice", notice))
    }

    /// Whether the reader edits what was written there.
    fn may_answer(&self) -> bool {
        let person = self.f.visitor.signed_in.as_ref();
        person.is_some_and(|person| crate::actions::may_edit_story(person, &self.story))
    }

    fn posted(&self) -> Option<(String, String)> {
        let at = self.story.posted_at?;
        let words = &self.f.words;
        Some((words.machine(at, self.zone), words.moment(at, self.zone)))
    }

    fn day(&self, at: &jiff::Timestamp) -> String {
        self.f.words.day_month_year(self.zone.date(*at))
    }

    fn short_moment(&self, at: &jiff::Timestamp) -> String {
        self.f.words.short_moment(*at, self.zone)
    }

    fn occasion_day(&self) -> Option<(String, String)> {
        let date = self.story.occasion_date?;
        Some((date.to_string(), self.f.words.date(date)))
    }

    fn occasion_link(&self) -> Option<Link> {
        let (id, name) = self.story.occasion.zip(self.story.occasion_name.clone())?;
        let path = occasion_path(id, &name);
        Some((name, path))
    }

    fn licence_path(&self) -> Option<&'static str> {
        match self.story.licence.as_deref()? {
            "CC BY-NC 4.0" => Some("https://creativecommons.org/licenses/by-nc/4.0/"),
            "CC BY 4.0" => Some("https://creativecommons.org/licenses/by/4.0/"),
            "CC BY-SA 4.0" => Some("https://creativecommons.org/licenses/by-sa/4.0/"),
            _ => None,
        }
    }

    /// What machines read: schema.org's NewsArticle. `<` is written so that no text can end the element.
    pub(crate) fn json_ld(&self) -> String {
        let words = &self.f.words;
        let persons: Vec<_> = self
            .bylines
            .iter()
            .map(|(_, name)| serde_json::json!({"@type": "Person", "name": name}))
            .collect();
        let mut article = serde_json::json!({
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": self.title,
            "inLanguage": self.story.lang,
            "author": persons,
            "publisher": {"@type": "NewsMediaOrganization", "name": self.f.house, "url": self.f.address},
            "mainEntityOfPage": self.f.canonical(),
            "commentCount": self.comments.count,
        });
        if let Some(at) = self.story.posted_at {
            article["datePublished"] = words.machine(at, self.zone).into();
            if self.story.number > 1 {
                article["dateModified"] = words.machine(self.story.edited_at, self.zone).into();
            }
        }
        article.to_string().replace('<', "\\u003c")
    }
}

async fn framed(
    visit: &Visit,
    story: &StoryRow,
    (title, section): (&str, Option<&Section>),
) -> Outcome<Frame> {
    let f = visit.frame(title.to_owned()).await?;
    let description = f.description.clone().or_else(|| description(story));
    let under = section.map(Section::path);
    Ok(Frame { noindex: !story.public(), description, under, ..f })
}

/// The text; nothing when it may not be read.
fn body_html(story: &StoryRow) -> String {
    let Some(text) = story.body.as_deref().filter(|_| story.public()) else { return String::new() };
    body::html(text, story.format, (story.dateline.as_deref(), story.signature.as_deref()))
}

fn description(story: &StoryRow) -> Option<String> {
    if !story.public() {
        return None;
    }
    let body = || Some(body::excerpt(story.body.as_deref()?, story.format, 160));
    story.deck.clone().or_else(body)
}

async fn figures(visit: &Visit, f: &Frame, story: &StoryRow) -> Result<Vec<String>> {
    if !story.public() {
        return Ok(vec![]);
    }
    let ids = store::pictures(&visit.app.db, story.id).await?;
    let figures = media::figures(&visit.app.db, &ids).await?;
    let html = figures.iter().enumerate().map(|(index, figure)| match index {
        0 => figure.first_html(f),
        _ => figure.html(f),
    });
    Ok(html.collect())
}

async fn recordings(visit: &Visit, f: &Frame, story: &StoryRow) -> Result<Vec<String>> {
    if !story.public() {
        return Ok(vec![]);
    }
    let attached = media::list(&visit.app.db, story.id.into()).await?;
    Ok(attached.iter().filter(|one| !one.is_picture()).map(|one| one.html(f)).collect())
}

async fn outlet(visit: &Visit, story: &StoryRow) -> Result<Option<(String, Option<String>)>> {
    let Some(id) = story.outlet else { return Ok(None) };
    let mut names = outlets::names(&visit.app.db, &[id]).await?;
    let has_page = visit.app.stands("/media-komunitas/{slug}");
    let named = names.remove(&id);
    Ok(named.map(|(name, slug)| (name, has_page.then(|| format!("/media-komunitas/{slug}")))))
}

async fn tags(visit: &Visit, id: StoryId) -> Result<Vec<Link>> {
    let tags = store::tags(&visit.app.db, id).await?;
    Ok(tags.into_iter().map(|(_, name)| (name.clone(), super::list::tag_path(&name))).collect())
}

/// What other features have for this very story; of one that is hidden nothing is told.
async fn pieces(app: &App, f: &Frame, story: &StoryRow) -> Result<Vec<String>> {
    if !story.public() {
        return Ok(vec![]);
    }
    let blocks = app.blocks(f, &By::Subject(story.id.into())).await?;
    Ok(blocks.into_iter().map(|block| block.html).collect())
}

/// From what is hidden or retracted nothing new begins.
fn report_path(app: &App, story: &StoryRow) -> Option<String> {
    let open = story.public() && story.retracted_at.is_none() && app.stands("/laporan/baru");
    open.then(|| format!("/laporan/baru?tulisan={}", Subject::from(story.id)))
}
