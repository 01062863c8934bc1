//! The demonstration newsroom: loads the named cast into an empty house, once.
mod agencies;
mod data;
mod innovations;
mod pictures;
mod programmes;
mod replies;
mod reporters;
mod reports;
mod surveys;

use anyhow::{Context, Result, anyhow};
use areas::LocalArea;
use base::{
    app::App,
    clock::Zone,
    config::Config,
    db::Tx,
    ids::{
        AgencyId, AreaCode, CommentId, InnovationId, OccasionId, OutletId, PersonId, PictureId,
        ReportId, SectionId, StoryId,
    },
    refusal::Failure,
    settings,
    subject::Subject,
    visitor::{Role, Scope},
};
use comments::ImportedComment;
use data::{Comment, Newsroom, Story};
use house::{NewPage, Slug};
use outlets::{AirStatus, NewAiring, NewOutlet, OutletKind, OutletWords, PressCouncil};
use people::NewPerson;
use std::collections::HashMap;
use stories::{
    Byline, EditionKind, Format as TextFormat, NewEdition, NewOccasion, NewSection, NewStory,
    SectionName, Text,
};

/// Set once the cast is in the house.
const LOADED: &str = "demonstration-loaded";
/// The password of everyone in the cast; printed when the demonstration is served.
pub const PASSWORD: &str = "warga tirtawana bersuara";

/// The demonstration has a name and a zone of its own, unless the operator chose others.
pub fn dress(config: &mut Config) {
    if config.name == "Suara Komunitas" {
        config.name = "Suara Tirtawana".to_owned();
    }
    config.zone = Zone::Wita;
}

/// What was loaded so far, by the keys of the files.
#[derive(Default)]
struct Loaded {
    people: HashMap<String, PersonId>,
    outlets: HashMap<String, OutletId>,
    agencies: HashMap<String, AgencyId>,
    sections: HashMap<String, SectionId>,
    occasions: HashMap<String, OccasionId>,
    pictures: HashMap<String, PictureId>,
    stories: HashMap<String, StoryId>,
    reports: HashMap<String, ReportId>,
    innovations: HashMap<String, InnovationId>,
}

/// When the invented newsroom opened its doors.
const OPENED: &str = "2025-08-17T08:00:00+08:00";

/// Loads everything, or nothing; a house that has it already is left alone.
pub async fn load(app: &App) -> Result<()> {
    if settings::text(&app.db, LOADED).await?.is_some() {
        return Ok(());
    }
    crate::examples::load_on(app, OPENED.parse()?).await?;
    let newsroom = data::read()?;
    let mut loaded =
        Loaded { pictures: pictures::load(app, &newsroom).await?, ..Loaded::default() };
    let password = people::hash_password(PASSWORD).await?;
    let mut tx = app.db.begin().await?;
    areas(app, &mut tx, &newsroom).await?;
    people_and_outlets(app, &mut tx, (&newsroom, &password), &mut loaded).await?;
    agencies::load(app, &mut tx, &mut loaded).await?;
    roles(app, &mut tx, &newsroom, &loaded).await?;
    pages(app, &mut tx, &newsroom).await?;
    for person in loaded.people.values() {
        people::add_consent(app, &mut tx, *person).await?;
    }
    sections_and_occasions(app, &mut tx, &newsroom, &mut loaded).await?;
    for story in &newsroom.stories {
        let placed = publish(app, &mut tx, story, &loaded).await;
        let id = placed.with_context(|| format!("demo/stories/{}.toml", story.key))?;
        loaded.stories.insert(story.key.clone(), id);
    }
    reports::load(app, &mut tx, &mut loaded).await?;
    programmes::load(app, &mut tx, &loaded).await?;
    innovations::load(app, &mut tx, &mut loaded).await?;
    surveys::load(app, &mut tx, &loaded).await?;
    replies::load(app, &mut tx, &loaded).await?;
    reporters::load(app, &mut tx, &loaded).await?;
    settings::put_text(app, &mut tx, (LOADED, "1"), None).await?;
    tx.commit().await
}

/// Failures of actions as errors of this program: the files are ours, so a refusal is our mistake.
fn ours<T>(outcome: Result<T, Failure>) -> Result<T> {
    outcome.map_err(|failure| match failure {
        Failure::Refused(refusal) => anyhow!("refused: {refusal}"),
        Failure::Fault(error) => error,
    })
}

fn code(text: &str) -> Result<AreaCode> {
    text.parse().map_err(|_| anyhow!("{text:?} is no area code"))
}

fn codes(texts: &[String]) -> Result<Vec<AreaCode>> {
    texts.iter().map(|text| code(text)).collect()
}

fn known<T: Copy>(map: &HashMap<String, T>, key: &str) -> Result<T> {
    map.get(key).copied().with_context(|| format!("nothing is called {key:?}"))
}

async fn areas(app: &App, tx: &mut Tx, newsroom: &Newsroom) -> Result<()> {
    let local = newsroom.areas.iter().map(|area| {
        Ok(LocalArea {
            code: code(&area.code)?,
            name: area.name.clone(),
            kind: area.kind.clone(),
            zone: Zone::parse(&area.zone).with_context(|| format!("zone {}", area.zone))?,
        })
    });
    let local: Vec<LocalArea> = local.collect::<Result<_>>()?;
    areas::add_local(app, tx, &local).await
}

async fn people_and_outlets(
    app: &App,
    tx: &mut Tx,
    (newsroom, password): (&Newsroom, &str),
    loaded: &mut Loaded,
) -> Result<()> {
    for person in &newsroom.people {
        let new = NewPerson {
            name: person.name.clone(),
            pen_name: person.pen_name.clone(),
            about: person.about.clone(),
            email: Some(person.email.clone()),
            minor: person.age_band == "remaja",
            area: person.area.as_deref().map(code).transpose()?,
            joined_at: person.joined_at,
        };
        let id = people::add_person(app, tx, new, Some(password)).await?;
        loaded.people.insert(person.key.clone(), id);
    }
    for outlet in &newsroom.outlets {
        let id = outlets::add(app, tx, new_outlet(newsroom, outlet)?).await?;
        loaded.outlets.insert(outlet.key.clone(), id);
    }
    Ok(())
}

/// Roles come after what they are held in.
async fn roles(app: &App, tx: &mut Tx, newsroom: &Newsroom, loaded: &Loaded) -> Result<()> {
    for person in &newsroom.people {
        for granted in &person.roles {
            let Some(role) = role(&granted.role) else { continue };
            let scope = scope(&granted.scope, loaded)?;
            let id = known(&loaded.people, &person.key)?;
            people::grant(app, tx, (id, role, scope), None).await?;
        }
    }
    Ok(())
}

/// The first administrator comes by the one-time link, also in the demonstration.
fn role(name: &str) -> Option<Role> {
    let role = match name {
        "chief" => Role::ChiefEditor,
        other => Role::parse(&other.replace('_', "-"))?,
    };
    Some(role).filter(|role| *role != Role::Administrator)
}

fn scope(text: &str, loaded: &Loaded) -> Result<Scope> {
    Ok(match text.split_once(':') {
        Some(("area", area)) => Scope::Area(code(area)?),
        Some(("outlet", key)) => Scope::Outlet(known(&loaded.outlets, key)?),
        Some(("agency", key)) => Scope::Agency(known(&loaded.agencies, key)?),
        _ => Scope::House,
    })
}

fn new_outlet(newsroom: &Newsroom, outlet: &data::Outlet) -> Result<NewOutlet> {
    let responsible = outlet.responsible.as_ref().map(|key| {
        let person = newsroom.people.iter().find(|person| person.key == *key);
        person.map_or_else(|| key.clone(), |person| person.name.clone())
    });
    let status = match outlet.on_air.as_str() {
        "silent" => AirStatus::Silent,
        "closed" => AirStatus::Closed,
        _ => AirStatus::OnAir,
    };
    Ok(NewOutlet {
        slug: outlet.key.clone(),
        kind: OutletKind::parse(&outlet.kind).with_context(|| format!("kind {}", outlet.kind))?,
        area: code(&outlet.area)?,
        press_council: PressCouncil::Unverified,
        words: OutletWords {
            name: outlet.name.clone(),
            frequency: outlet.frequency.clone(),
            reach: outlet.range.clone(),
            founded: outlet.founded,
            network: outlet.network.clone(),
            legal_form: outlet.legal_form.clone(),
            deed_number: None,
            responsible,
            address: outlet.address.clone(),
            about: outlet.about.clone(),
            licence: None,
        },
        airing: NewAiring {
            status,
            since: outlet.silent_since,
            reason: outlet.silent_reason.clone(),
        },
        by: None,
    })
}

async fn pages(app: &App, tx: &mut Tx, newsroom: &Newsroom) -> Result<()> {
    for page in &newsroom.pages {
        let slug = Slug::parse(&page.slug).with_context(|| format!("page {}", page.slug))?;
        let new = NewPage {
            slug,
            language: page.language.clone(),
            title: page.title.clone(),
            description: page.description.clone(),
            body: page.body.clone(),
            responsible: page.responsible.clone(),
            by: None,
            why: if page.language == "en" { "First version." } else { "Versi pertama." }.to_owned(),
        };
        house::add_page(app, tx, new).await?;
    }
    Ok(())
}

async fn sections_and_occasions(
    app: &App,
    tx: &mut Tx,
    newsroom: &Newsroom,
    loaded: &mut Loaded,
) -> Result<()> {
    for (position, section) in (1..).zip(&newsroom.sections) {
        let named = |lang: &str, name: &str, about: &Option<String>| SectionName {
            lang: lang.to_owned(),
            name: name.to_owned(),
            about: about.clone(),
        };
        let new = NewSection {
            slug: section.slug.clone(),
            position,
            names: vec![
                named("id", &section.name_id, &section.about_id),
                named("en", &section.name_en, &section.about_en),
            ],
        };
        let id = ours(stories::add_section(app, tx, new, None).await)?;
        loaded.sections.insert(section.slug.clone(), id);
    }
    for occasion in &newsroom.occasions {
        let new = NewOccasion {
            name: occasion.name.clone(),
            first_date: occasion.dates.first().copied(),
            last_date: occasion.dates.last().copied(),
            area: occasion.area.as_deref().map(code).transpose()?,
            venue: occasion.venue.clone(),
            about: occasion.about.clone(),
        };
        let id = ours(stories::add_occasion(app, tx, new).await)?;
        loaded.occasions.insert(occasion.key.clone(), id);
    }
    Ok(())
}

async fn publish(app: &App, tx: &mut Tx, story: &Story, loaded: &Loaded) -> Result<StoryId> {
    let new = new_story(story, loaded)?;
    let id = ours(stories::publish_imported(app, tx, new).await)?;
    if let Some(correction) = &story.correction {
        let edition = NewEdition {
            text: text(story, None),
            kind: EditionKind::Correction,
            at: correction.at,
            why: correction.text.clone(),
        };
        let by = loaded.people.get(&correction.by).copied();
        ours(stories::correct(app, tx, id, &edition, by).await)?;
    }
    if story.lead {
        ours(stories::choose_lead(app, tx, Some(id), None).await)?;
    }
    for comment in &story.comments {
        say(app, tx, (id.into(), None), (comment, loaded)).await?;
    }
    Ok(id)
}

/// The text as it stands today or, before its correction, as it first stood.
fn text(story: &Story, before: Option<&data::Correction>) -> Text {
    let body = story.body.trim();
    let body = match before {
        Some(correction) => body.replacen(&correction.after, &correction.before, 1),
        None => body.to_owned(),
    };
    Text { title: story.title.clone(), deck: story.deck.clone(), body, format: TextFormat::Plain }
}

fn new_story(story: &Story, loaded: &Loaded) -> Result<NewStory> {
    let text = text(story, story.correction.as_ref());
    let section = known(&loaded.sections, &story.section)?;
    let byline = |name: &String| match loaded.people.get(name) {
        Some(person) => Byline::Person(*person),
        None => Byline::Name(name.clone()),
    };
    let pictures = story.pictures.iter();
    let verified = story.state.as_ref().is_some_and(|state| state.verified);
    let key = |map: &HashMap<String, OccasionId>, key: &Option<String>| {
        key.as_deref().map(|key| known(map, key)).transpose()
    };
    Ok(NewStory {
        posted_at: Some(story.posted_at),
        occasion: key(&loaded.occasions, &story.occasion)?,
        occasion_date: story.occasion_date,
        dateline: Some(story.dateline.clone()),
        signature: story.signature.clone(),
        bylines: story.bylines.iter().map(byline).collect(),
        written_from: story.written_from.as_deref().map(code).transpose()?,
        happened_at: story.happened_at.as_deref().map(code).transpose()?,
        venue: story.venue.clone(),
        about: codes(&story.about)?,
        outlet: story.outlet.as_deref().map(|key| known(&loaded.outlets, key)).transpose()?,
        licence: Some(story.licence.clone()),
        tags: story.tags.clone(),
        pictures: pictures
            .map(|shown| known(&loaded.pictures, &pictures::shown_by(story, &shown.file)))
            .collect::<Result<_>>()?,
        approved: Some((story.posted_at, None)),
        verified: verified.then_some((story.posted_at, None)),
        unverified_notice: story.state.as_ref().and_then(|state| state.notice.clone()),
        ..NewStory::new(text, story.language.clone(), section)
    })
}

async fn say(
    app: &App,
    tx: &mut Tx,
    (subject, parent): (Subject, Option<CommentId>),
    (comment, loaded): (&Comment, &Loaded),
) -> Result<()> {
    let new = ImportedComment {
        subject,
        name: comment.by.clone(),
        person: loaded.people.get(&comment.by).copied(),
        at: Some(comment.at),
        text: comment.text.trim().to_owned(),
        parent,
    };
    let id = comments::import(app, tx, new).await?;
    for reply in &comment.replies {
        Box::pin(say(app, tx, (subject, Some(id)), (reply, loaded))).await?;
    }
    Ok(())
}
