//! A draft read through by the machine: its spelling, and what tells too much about somebody. Sending goes on from here.
use super::drafts::titled;
use crate::{
    actions,
    proof::{self, Proof, Quote, Unknown},
    store::DraftRow,
};
use askama::Template;
use axum::extract::Path;
use base::{
    ids::DraftId,
    refusal::{Failure, Outcome, Refusal},
    visitor::Role,
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/proof.html")]
pub(crate) struct ProofPage {
    pub f: Frame,
    pub id: DraftId,
    pub title: String,
    /// The text that was read.
    pub version: i64,
    pub proof: Proof,
    /// Whether the visitor may send it on now.
    pub sends: bool,
    /// Whether they may change the text now.
    pub open: bool,
    /// Whether they may say that a word is one.
    pub vouches: bool,
}

/// The same words as a block of another page, which lays them down as they are.
#[derive(Template)]
#[template(path = "pages/proof_block.html")]
struct Block<'a> {
    f: &'a Frame,
    id: DraftId,
    proof: Proof,
    vouches: bool,
}

pub(crate) fn vouches(visit: &Visit) -> bool {
    visit.visitor.has(Role::Editor) || visit.visitor.has(Role::ChiefEditor)
}

/// For the preview.
pub(crate) async fn block(visit: &Visit, f: &Frame, row: &DraftRow) -> Outcome<String> {
    let proof = proof::of_draft(&visit.app, row).await?;
    let block = Block { f, id: row.id, proof, vouches: vouches(visit) };
    Ok(block.render().map_err(anyhow::Error::from)?)
}

/// GET /naskah/{id}/periksa
pub(crate) async fn show(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    let row = actions::draft_for(&visit.app, visit.person()?, id).await?;
    let open = actions::is_open_to(visit.person()?, &row);
    let writes = actions::writes(&visit.app, visit.person()?, &row).await?;
    let f = visit.frame(visit.words().t("proof-heading")).await?;
    visit.page(&ProofPage {
        f: Frame { noindex: true, ..f },
        id,
        title: titled(&visit, &row),
        version: row.version,
        proof: proof::of_draft(&visit.app, &row).await?,
        sends: writes && is_ready(&row),
        open,
        vouches: vouches(&visit),
    })
}

/// With the writer, and nothing is missing.
fn is_ready(row: &DraftRow) -> bool {
    let is_whole = !row.title.trim().is_empty() && !row.body.trim().is_empty();
    row.state.is_with_writer() && is_whole && row.written_from.is_some()
}

/// POST /naskah/{id}/kirim: the text whose warnings were seen; another one is shown first.
pub(crate) async fn send(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let row = actions::draft_for(&visit.app, visit.person()?, id).await?;
    if row.state.is_with_writer() && !is_ready(&row) {
        return visit.go_with_notice(&format!("/naskah/{id}/ubah"), "draft-not-whole");
    }
    let seen = fields.line("version") == row.version.to_string();
    if !seen && proof::warns(&visit.app, &row) {
        return visit.go_with_notice(&format!("/naskah/{id}/periksa"), "draft-look-first");
    }
    let id = actions::send_draft(&visit.app, visit.person()?, id).await?;
    visit.go_with_notice(&format!("/naskah/{id}"), "draft-sent")
}

/// POST /naskah/{id}/kata: "this word is one".
pub(crate) async fn vouch(visit: Visit, Path(id): Path<DraftId>, fields: Fields) -> Answer {
    let by = visit.person()?;
    actions::draft_for(&visit.app, by, id).await?;
    match house::add_word(&visit.app, by, &fields.line("word")).await {
        Err(Failure::Refused(Refusal::Invalid(_))) => visit.go("/meja/kata"),
        done => {
            done?;
            visit.go_with_notice(&format!("/naskah/{id}/periksa"), "house-word-added")
        }
    }
}

impl ProofPage {
    pub(super) fn sample(f: Frame) -> ProofPage {
        let quote = |before: &str, words: &str, after: &str| Quote {
            before: before.into(),
            words: words.into(),
            after: after.into(),
        };
        let unknown = |word: &str, suggestions: &[&str]| Unknown {
            quote: quote("Warga mendapatkan ", word, " dari jembatan baru."),
            count: 2,
            suggestions: suggestions.iter().map(|other| other.to_string()).collect(),
        };
        let proof = Proof {
            unknown: Some(vec![unknown("mamfaat", &["manfaat"]), unknown("begawe", &[])]),
            warnings: vec![
                ("proof-phone", quote("Hubungi ", "0812-3456-7890", " sebelum siang.")),
                ("proof-child", quote("Korban ", "Rina", " (9) dibawa ke puskesmas.")),
            ],
            lang: "id".into(),
        };
        ProofPage { proof, ..ProofPage::clean(f) }
    }

    /// Nothing to say; the text is in a language that has no dictionary here.
    pub(super) fn clean(f: Frame) -> ProofPage {
        ProofPage {
            id: DraftId(1),
            title: "Jembatan putus".into(),
            version: 3,
            proof: Proof { lang: "id".into(), ..Proof::default() },
            sends: true,
            open: true,
            vouches: true,
            f,
        }
    }
}
