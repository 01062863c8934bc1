//! Comments: what members say under anything public, in threads three deep.
//!
//! ```text
//! sent ──► waiting ──► shown ◄──► hidden (by a moderator, with a public reason; a stub stays)
//!    └──────────────────►│
//!          its writer may change it for ten minutes, every earlier text is kept;
//!          and withdraw it at any time (a stub stays)
//! ```
//!
//! Who may: members write, change and withdraw their own; moderators show and hide through the levers. The form stands
//! open to everyone: what a signed-out reader wrote is kept until they have signed in.
mod actions;
mod block;
mod comment;
mod mine;
mod pages;
mod samples;
mod store;
mod subjects;
#[cfg(test)]
mod tests;
mod text;
mod thread;

pub use actions::{ImportedComment, Posted, import, post};
pub use block::{CommentsBlock, LatestComment, are_on, block, count, counts, latest, sample_block};
pub use comment::{CommentDraft, State};
pub use store::CommentRow;

use base::feature::{Block, BlockPlace, By, Feature, Route, Who};

pub fn feature() -> Feature {
    Feature {
        routes: vec![
            Route::post("/komentar", Who::Member, pages::create),
            Route::get("/komentar/{id}", Who::Anyone, pages::find),
            Route::get("/komentar/di/{subject}", Who::Anyone, pages::list),
            Route::get("/komentar/{id}/ubah", Who::Own, pages::edit_form),
            Route::post("/komentar/{id}/ubah", Who::Own, pages::edit).that_speaks(),
            Route::get("/komentar/{id}/tarik", Who::Own, pages::withdraw_form),
            Route::post("/komentar/{id}/tarik", Who::Own, pages::withdraw),
            Route::get("/komentar/{id}/edisi", Who::Own, pages::editions),
            Route::get("/akun/komentar", Who::Own, mine::show),
        ],
        describe: Some(subjects::DESCRIBE),
        levers: Some(subjects::LEVERS),
        tables: &["comments", "comment_editions", "comment_counts"],
        blocks: Some(|app, f, by| {
            Box::pin(async move {
                let latest = if by == By::House { block::latest_html(app, f).await? } else { None };
                let latest =
                    latest.map(|html| Block { weight: 50, place: BlockPlace::Aside, html });
                Ok(latest.into_iter().collect())
            })
        }),
        gallery: samples::gallery,
        ..Feature::named("comments")
    }
}
