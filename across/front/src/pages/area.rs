//! An area: where it lies, what lies in it, and everything public from there.
use crate::{blocks::Blocks, mixed::MixedList};
use areas::Areas;
use askama::Template;
use axum::extract::Path;
use base::{
    app::App,
    feature::By,
    ids::AreaCode,
    refusal::OrNotFound,
    web::{Answer, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/area.html")]
pub(crate) struct AreaPage {
    pub f: Frame,
    pub facts: AreaFacts,
    pub list: MixedList,
    pub blocks: Blocks,
}

/// What the registry tells of an area.
pub(crate) struct AreaFacts {
    pub code: AreaCode,
    pub name: String,
    pub kind: String,
    /// "WITA"; an area that nobody dated to a zone has none.
    pub zone: Option<String>,
    /// What it lies in, province first.
    pub above: Vec<(AreaCode, String)>,
    pub children: Vec<(AreaCode, String)>,
    /// What stood on its ground before: the key of the page, the name, until when in words.
    pub formers: Vec<(&'static str, &'static str, String)>,
    pub source: String,
}

/// GET /daerah/{code}
pub(crate) async fn show(visit: Visit, Path(written): Path<String>) -> Answer {
    let code: AreaCode = written.parse().ok().or_not_found()?;
    visit.app.keeper::<Areas>().exists(code).then_some(()).or_not_found()?;
    if written != code.to_string() {
        return visit.moved(&format!("/daerah/{code}"));
    }
    let list = MixedList::load(&visit, By::Area(code)).await?;
    let f = visit.frame(visit.app.keeper::<Areas>().name(code)).await?;
    let facts = AreaFacts::of(&visit.app, &f, code);
    let f = Frame { description: Some(facts.description(&f)), ..f };
    let blocks = Blocks::load(&visit.app, &f, &By::Area(code)).await?;
    visit.page(&AreaPage { f, facts, list, blocks })
}

impl AreaFacts {
    fn of(app: &App, f: &Frame, code: AreaCode) -> AreaFacts {
        let areas = app.keeper::<Areas>();
        let mut above = areas.trail(code);
        above.pop();
        let formers = areas.formers(code).into_iter().map(|former| {
            let until = f.words.day_month_year(former.until);
            (former.key, former.full_name, f.with("area-once-until", "until", &until))
        });
        AreaFacts {
            code,
            name: areas.name(code),
            kind: areas.kind(code),
            zone: areas.zone(code).map(|zone| zone.to_string()),
            above,
            children: areas.children(code),
            formers: formers.collect(),
            source: areas::attribution(f),
        }
    }

    /// "Kabupaten Lombok Utara, Provinsi Nusa Tenggara Barat".
    fn whole_name(&self) -> String {
        let above = self.above.iter().rev().map(|(_, name)| name.as_str());
        std::iter::once(self.name.as_str()).chain(above).collect::<Vec<_>>().join(", ")
    }

    fn description(&self, f: &Frame) -> String {
        f.with("front-area-description", "area", &self.whole_name())
    }

    /// The area one level up.
    fn parent(&self) -> Option<&(AreaCode, String)> {
        self.above.last()
    }
}
