//! What stays of a story that a moderator hid, at every address that it has: that it was hidden, since when and why.
//! Its title may be what was wrong with it.
use crate::{lists::zone_of, store::StoryRow};
use areas::Areas;
use askama::Template;
use axum::http::StatusCode;
use base::web::{Answer, Frame, Visit};

#[derive(Template)]
#[template(path = "pages/hidden.html")]
pub(crate) struct HiddenPage {
    f: Frame,
    sentence: String,
    /// Whether the house has a public log of what moderators did.
    logged: bool,
}

pub(super) async fn page(visit: &Visit, story: &StoryRow) -> Answer {
    let page = HiddenPage::load(visit, story).await?;
    visit.page_with(StatusCode::FORBIDDEN, &page)
}

impl HiddenPage {
    async fn load(visit: &Visit, story: &StoryRow) -> Result<HiddenPage, base::refusal::Failure> {
        let f = visit.frame(visit.words().t("story-hidden-heading")).await?;
        let zone = zone_of(visit.app.keeper::<Areas>(), story.written_from, visit.app.config.zone);
        let sentence = match (story.hidden_at, story.hidden_reason) {
            (Some(at), Some(offence)) => {
                let date = f.words.day_month_year(zone.date(at));
                let reason = f.t(&format!("offence-{offence}"));
                f.words.fill("story-hidden-because", &[("date", &date), ("reason", &reason)])
            }
            _ => f.t("story-hidden-text"),
        };
        let logged = visit.app.stands("/catatan-moderasi");
        // Nor does the page name an address of its own with the title in it.
        let path = crate::lists::path_if(false, story.id, "");
        Ok(HiddenPage { f: Frame { noindex: true, path, ..f }, sentence, logged })
    }

    pub(crate) fn sample(f: Frame) -> HiddenPage {
        let given = [("date", "21 November 2026"), ("reason", "berita bohong")];
        HiddenPage { sentence: f.words.fill("story-hidden-because", &given), logged: true, f }
    }
}
