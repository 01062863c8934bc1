//! What stories put on the front page: one leads with its picture, then a column of headlines for each section.
use crate::{
    actions::LEAD,
    lists,
    section::Section,
    sections::Sections,
    store::{self, CardRow, List},
};
use anyhow::Result;
use askama::Template;
use base::{
    app::App,
    feature::{Block, BlockPlace, By, Later},
    ids::StoryId,
    settings,
    subject::Card,
    web::Frame,
};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "_lead.html")]
pub(crate) struct LeadBlock<'a> {
    pub f: &'a Frame,
    pub lead: Option<Lead>,
}

#[derive(Template)]
#[template(path = "_columns.html")]
pub(crate) struct ColumnsBlock<'a> {
    pub f: &'a Frame,
    pub columns: Vec<Column>,
}

pub(crate) struct Lead {
    pub card: Card,
    /// The whole `<figure>`.
    pub figure: Option<String>,
}

pub(crate) struct Column {
    pub section: Section,
    pub cards: Vec<Card>,
}

/// Stories that a column may hold, and how many of them a picture takes the room of.
const IN_COLUMN: i64 = 5;
const PICTURE_IS: usize = 2;
/// Among so many of the newest a lead with a picture is looked for.
const LOOKED_THROUGH: i64 = 20;

pub(crate) fn blocks<'a>(app: &'a App, f: &'a Frame, by: By) -> Later<'a, Vec<Block>> {
    Box::pin(async move {
        if by != By::House {
            return Ok(vec![]);
        }
        let (lead, columns) = load(app, f).await?;
        let main = |weight, html| Block { weight, place: BlockPlace::Main, html };
        Ok(vec![main(10, lead.render()?), main(11, columns.render()?)])
    })
}

async fn load<'a>(app: &'a App, f: &'a Frame) -> Result<(LeadBlock<'a>, ColumnsBlock<'a>)> {
    let lang = f.words.lang();
    let lead = lead_row(app).await?;
    let lead_id = lead.as_ref().map(|row| row.id);
    let sections = Sections::load(app).await?.in_language(lang);
    // All cards are made at once, so that their names, pictures and counts are asked for once.
    let mut rows: Vec<CardRow> = lead.into_iter().collect();
    for section in &sections {
        let list = (List::Section, section.id.0);
        let newest = store::page_of_list(&app.db, list, TOP, IN_COLUMN + 1).await?;
        let others = newest.into_iter().filter(|row| Some(row.id) != lead_id);
        rows.extend(others.take(usize::try_from(IN_COLUMN)?));
    }
    let of_section: HashMap<i64, _> = rows.iter().map(|row| (row.id.0, row.section)).collect();
    let mut cards: Vec<Card> =
        lists::cards(app, lang, rows).await?.into_iter().map(|(_, card)| card).collect();
    let lead = match lead_id {
        Some(_) => Some(lead_of(app, f, cards.remove(0)).await?),
        None => None,
    };
    let mut columns: Vec<Column> =
        sections.into_iter().map(|section| Column { section, cards: vec![] }).collect();
    // No picture stands on the page twice, whatever each story says of it.
    let of_lead = lead.as_ref().and_then(|lead| lead.card.picture.as_ref());
    let mut shown: Vec<String> = of_lead.iter().map(|picture| picture.jpeg.clone()).collect();
    for card in cards {
        let section = of_section.get(&card.subject.id);
        let column = columns.iter_mut().find(|column| Some(&column.section.id) == section);
        let Some(column) = column else { continue };
        let card = match column.cards.is_empty() {
            true => opener(card, &mut shown),
            false => headline(card),
        };
        column.cards.push(card);
    }
    columns.retain(|column| !column.cards.is_empty());
    for column in columns.iter_mut().filter(|column| column.cards[0].picture.is_some()) {
        column.cards.truncate(usize::try_from(IN_COLUMN)? - PICTURE_IS);
    }
    Ok((LeadBlock { f, lead }, ColumnsBlock { f, columns }))
}

/// The first of a column is shown whole.
fn opener(card: Card, shown: &mut Vec<String>) -> Card {
    let picture = card.picture.filter(|picture| !shown.contains(&picture.jpeg));
    shown.extend(picture.iter().map(|picture| picture.jpeg.clone()));
    Card { label: None, picture, ..card }
}

/// Of the others the headline and the day.
fn headline(card: Card) -> Card {
    let comments = card.comments.filter(|comments| *comments > 0);
    let card = Card { label: None, picture: None, deck: None, comments, ..card };
    Card { dateline: None, byline: None, ..card }
}

const TOP: (i64, i64) = (i64::MAX, i64::MAX);

/// The story that an administrator chose, if it is still public; else the newest with a picture; else the newest.
async fn lead_row(app: &App) -> Result<Option<CardRow>> {
    if let Some(id) = chosen_lead(app).await? {
        let chosen = store::cards(&app.db, &[id.0]).await?.pop();
        let public = |row: &CardRow| row.shown && row.status == crate::story::Status::Published;
        if let Some(row) = chosen.filter(public) {
            return Ok(Some(row));
        }
    }
    let mut newest = store::page_of_list(&app.db, (List::House, 0), TOP, LOOKED_THROUGH).await?;
    let ids: Vec<i64> = newest.iter().map(|row| row.id.0).collect();
    let pictures: HashMap<StoryId, _> =
        store::first_pictures(&app.db, &ids).await?.into_iter().collect();
    let at = newest.iter().position(|row| pictures.contains_key(&row.id)).unwrap_or(0);
    Ok((at < newest.len()).then(|| newest.swap_remove(at)))
}

/// What an administrator chose.
pub(crate) async fn chosen_lead(app: &App) -> Result<Option<StoryId>> {
    let chosen = settings::text(&app.db, LEAD).await?;
    Ok(chosen.and_then(|id| id.parse().ok()))
}

/// A story as a page opens with it.
pub(crate) async fn large(app: &App, f: &Frame, card: Card) -> Result<String> {
    let lead = Some(lead_of(app, f, card).await?);
    Ok(LeadBlock { f, lead }.render()?)
}

async fn lead_of(app: &App, f: &Frame, card: Card) -> Result<Lead> {
    let pictures = store::pictures(&app.db, StoryId(card.subject.id)).await?;
    let first = &pictures[..pictures.len().min(1)];
    let figure = media::figures(&app.db, first).await?.pop();
    Ok(Lead { figure: figure.map(|figure| figure.first_html(f)), card })
}
