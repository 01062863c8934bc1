//! The latest rounds on the page of a body and of an area.
use crate::{
    pages::TOP,
    store,
    view::{Item, items},
};
use anyhow::Result;
use askama::Template;
use base::{
    app::App,
    feature::{Block, BlockPlace, By, Later},
    web::Frame,
};

const SHOWN: i64 = 3;

#[derive(Template)]
#[template(path = "_block.html")]
pub(crate) struct SurveysBlock<'a> {
    pub f: &'a Frame,
    pub items: Vec<Item>,
    /// Where all of them stand, without language.
    pub all: String,
}

pub(crate) fn blocks<'a>(app: &'a App, f: &'a Frame, by: By) -> Later<'a, Vec<Block>> {
    Box::pin(async move {
        let (of, all, place) = match by {
            By::Agency(id) => {
                ((Some(id), None), format!("/survei?instansi={id}"), BlockPlace::Main)
            }
            By::Area(code) => {
                ((None, Some(code)), format!("/survei?daerah={code}"), BlockPlace::Aside)
            }
            By::House | By::Person(_) | By::Outlet(_) | By::Tag(_) | By::Subject(_) => {
                return Ok(vec![]);
            }
        };
        let rounds = store::listed(&app.db, of, TOP, SHOWN).await?;
        if rounds.is_empty() {
            return Ok(vec![]);
        }
        let block = SurveysBlock { f, items: items(app, rounds).await?, all };
        Ok(vec![rendered(&block, place)?])
    })
}

fn rendered(block: &SurveysBlock, place: BlockPlace) -> Result<Block> {
    Ok(Block { weight: 50, place, html: block.render()? })
}
