//! The front page: what the features put there, the area finder, and what to do first in a house that is still empty.
use crate::blocks::Blocks;
use askama::Template;
use base::{
    app::App,
    feature::{Asked, By},
    web::{Answer, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/home.html")]
pub(crate) struct HomePage {
    pub f: Frame,
    pub blocks: Blocks,
    /// There while nothing is public.
    pub start: Option<Start>,
    pub finder: String,
}

/// What to do in an empty house: an administrator sets it up, anyone else joins.
pub(crate) enum Start {
    SetUp(Vec<Step>),
    Join,
}

/// One thing to do: the locale key of its link (`{key}-why` says what for) and where.
pub(crate) struct Step {
    pub key: &'static str,
    pub path: &'static str,
}

impl Step {
    fn why(&self) -> String {
        format!("{}-why", self.key)
    }
}

pub(crate) const STEPS: [Step; 4] = [
    Step { key: "front-step-pages", path: "/pengelola/halaman" },
    Step { key: "front-step-sections", path: "/pengelola/rubrik" },
    Step { key: "front-step-people", path: "/pengelola/orang" },
    Step { key: "front-step-outlets", path: "/pengelola/media" },
];

/// GET /
pub(crate) async fn show(visit: Visit) -> Answer {
    let app = &visit.app;
    let f = visit.frame(app.config.name.clone()).await?;
    let f = Frame { description: Some(f.tagline.clone()), ..f };
    let newest = Asked { lang: visit.lang, by: By::House, before: None, limit: 1 };
    let is_empty = app.list(newest).await?.is_empty();
    let mut blocks = Blocks::load(app, &f, &By::House).await?;
    let start = is_empty.then(|| Start::of(app, &f));
    if start.is_some() {
        blocks.main.clear();
    }
    visit.page(&HomePage { finder: areas::find_form(&f, ""), blocks, start, f })
}

impl Start {
    fn of(app: &App, f: &Frame) -> Start {
        if !f.is_administrator() {
            return Start::Join;
        }
        Start::SetUp(STEPS.into_iter().filter(|step| app.stands(step.path)).collect())
    }
}
