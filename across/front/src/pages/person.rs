//! A person as readers know them: the public name, a few words, the wide area, what they published.
use crate::{blocks::Blocks, mixed::MixedList};
use areas::Areas;
use askama::Template;
use axum::extract::Path;
use base::{
    feature::By,
    ids::{AreaCode, PersonId},
    refusal::OrNotFound,
    web::{Answer, Frame, Visit},
};
use people::Profile;

#[derive(Template)]
#[template(path = "pages/person.html")]
pub(crate) struct PersonPage {
    pub f: Frame,
    pub profile: Profile,
    /// Of a kabupaten or wider.
    pub area: Option<(AreaCode, String)>,
    pub list: MixedList,
    pub blocks: Blocks,
}

/// GET /pewarta/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let app = &visit.app;
    let profile = people::profile(&app.db, id).await?.or_not_found()?;
    let list = MixedList::load(&visit, By::Person(id)).await?;
    let f = visit.frame(profile.public_name.clone()).await?;
    let about = profile.about.as_deref().and_then(|about| about.lines().next());
    let f = Frame {
        description: about.map(str::to_owned),
        // Who published nothing has not asked to be found.
        noindex: list.cards.is_empty(),
        ..f
    };
    let blocks = Blocks::load(app, &f, &By::Person(id)).await?;
    let areas = app.keeper::<Areas>();
    let area = profile.area.filter(|code| areas.exists(*code));
    let area = area.map(|code| (code, areas.name(code)));
    visit.page(&PersonPage { f, profile, area, list, blocks })
}

impl PersonPage {
    /// "November 2026".
    fn since(&self) -> String {
        self.f.words.month_year(self.f.zone.date(self.profile.since))
    }

    fn paragraphs(&self) -> Vec<&str> {
        let lines = self.profile.about.as_deref().unwrap_or_default().lines();
        lines.map(str::trim).filter(|line| !line.is_empty()).collect()
    }

    fn is_own(&self) -> bool {
        self.f.visitor.is(self.profile.id)
    }
}
