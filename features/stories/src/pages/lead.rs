//! /pengelola/utama: which story leads the front page.
use crate::{
    actions, front,
    lists::{self, PAGE},
    store::List,
};
use askama::Template;
use base::{
    ids::StoryId,
    refusal::OrNotFound,
    subject::Card,
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/lead.html")]
pub(crate) struct LeadPage {
    pub f: Frame,
    pub cards: Vec<Card>,
    pub chosen: Option<StoryId>,
}

/// GET /pengelola/utama
pub(crate) async fn form(visit: Visit) -> Answer {
    let newest = lists::page(&visit.app, visit.lang, (List::House, 0), None, PAGE).await?;
    let mut cards: Vec<Card> = newest.into_iter().map(|(_, card)| card).collect();
    let chosen = front::chosen_lead(&visit.app).await?;
    if let Some(id) = chosen.filter(|id| cards.iter().all(|card| card.subject.id != id.0)) {
        cards.extend(visit.app.describe(visit.lang, id.into()).await?);
    }
    let f = visit.frame(visit.words().t("admin-utama")).await?;
    visit.page(&LeadPage { f, cards, chosen })
}

/// POST /pengelola/utama
pub(crate) async fn save(visit: Visit, fields: Fields) -> Answer {
    let story = fields.line("story");
    let story: Option<StoryId> = match story.as_str() {
        "" => None,
        id => Some(id.parse().ok().or_not_found()?),
    };
    let by = Some(visit.person_id()?);
    let mut tx = visit.app.db.begin().await?;
    actions::choose_lead(&visit.app, &mut tx, story, by).await?;
    tx.commit().await?;
    visit.go_with_notice("/pengelola/utama", "lead-saved")
}

impl LeadPage {
    fn short(&self, card: &Card) -> String {
        StoryId(card.subject.id).to_string()
    }

    fn is_chosen(&self, card: &Card) -> bool {
        self.chosen.is_some_and(|id| id.0 == card.subject.id)
    }
}
