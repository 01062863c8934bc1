//! The finished pieces that features put on a page, in their order.
use anyhow::Result;
use base::{
    app::App,
    feature::{Block, BlockPlace, By},
    web::Frame,
};

/// HTML of the pieces for each of the two columns.
#[derive(Default)]
pub(crate) struct Blocks {
    pub main: Vec<String>,
    pub aside: Vec<String>,
}

impl Blocks {
    /// Asks every feature what it has for this page.
    pub async fn load(app: &App, f: &Frame, by: &By) -> Result<Blocks> {
        Ok(Blocks::of(app.blocks(f, by).await?))
    }

    /// They come in their order.
    pub fn of(all: Vec<Block>) -> Blocks {
        let mut blocks = Blocks::default();
        for block in all {
            match block.place {
                BlockPlace::Main => blocks.main.push(block.html),
                BlockPlace::Aside => blocks.aside.push(block.html),
            }
        }
        blocks
    }
}
