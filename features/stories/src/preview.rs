//! The story's own page, made of a draft.
use crate::{
    body,
    lists::zone_of,
    pages::{beside::Beside, show::ShowPage},
    sections::Sections,
    store::{self, DraftRow, StoryRow},
    story::{EditionKind, Format, Status},
};
use areas::Areas;
use base::{
    ids::StoryId,
    refusal::Outcome,
    web::{Frame, Visit},
};
use comments::CommentsBlock;
use media::Attached;

impl ShowPage {
    /// As it would stand if it were published now.
    pub(crate) async fn of_draft(visit: &Visit, draft: DraftRow) -> Outcome<ShowPage> {
        let app = &visit.app;
        let areas = app.keeper::<Areas>();
        let title = crate::pages::drafts::titled(visit, &draft);
        let section = Sections::load(app).await?.find(draft.section, visit.lang);
        let mut ids = vec![draft.person];
        ids.extend(store::co_writers(&app.db, draft.id).await?);
        let mut names = people::names(&app.db, &ids).await?;
        let bylines = ids.into_iter().map(|id| (Some(id), names.remove(&id).unwrap_or_default()));
        let questions = store::questions(&app.db, draft.id).await?;
        let pending = store::pending(&app.db, draft.id).await?;
        let link = |code| (areas.name(code), format!("/daerah/{code}"));
        let f = visit.frame(title.clone()).await?;
        let proof = crate::pages::proof::block(visit, &f, &draft).await?;
        let attached = media::list(&app.db, draft.id.into()).await?;
        let (pictures, recordings): (Vec<_>, Vec<_>) =
            attached.iter().map(Attached::for_few).partition(Attached::is_picture);
        let html = |attached: Vec<Attached>| attached.iter().map(|one| one.html(&f)).collect();
        Ok(ShowPage {
            preview: Some((format!("/naskah/{}", draft.id), proof)),
            zone: zone_of(areas, draft.written_from, app.config.zone),
            section: section.map(|section| (section.name.clone(), section.path())),
            bylines: bylines.collect(),
            figures: html(pictures),
            body: body::html(&draft.body, Format::Marks, (None, None)),
            recordings: html(recordings),
            written_from: draft.written_from.map(link),
            happened_at: None,
            about: draft.written_from.into_iter().map(link).collect(),
            outlet: None,
            tags: vec![],
            beside: Beside { questions, ..Beside::default() },
            chain: String::new(),
            pieces: vec![],
            comments: CommentsBlock { count: 0, html: String::new(), empty_html: None },
            takes_flags: false,
            report_path: None,
            f: Frame { noindex: true, ..f },
            title,
            story: as_story(visit, (draft, pending.map(|pending| pending.notice))),
        })
    }
}

fn as_story(visit: &Visit, (draft, unverified_notice): (DraftRow, Option<String>)) -> StoryRow {
    let now = visit.app.now();
    let areas = visit.app.keeper::<Areas>();
    StoryRow {
        id: StoryId(0),
        lang: draft.lang,
        section: draft.section,
        status: Status::Published,
        shown: true,
        posted_at: Some(now),
        listed_at: now,
        occasion: None,
        occasion_name: None,
        occasion_date: draft.occasion_date,
        occasion_date_written: None,
        dateline: draft.written_from.map(|code| areas.short_name(code)),
        signature: None,
        written_from: draft.written_from,
        happened_at: None,
        venue: None,
        outlet: None,
        licence: Some(crate::actions::LICENCE.to_owned()),
        verified_at: draft.verified_at,
        unverified_notice,
        hidden_at: None,
        hidden_reason: None,
        retracted_at: None,
        retraction_reason: None,
        legacy_id: None,
        number: 1,
        kind: EditionKind::First,
        title: Some(draft.title),
        deck: None,
        body: Some(draft.body),
        format: Format::Marks,
        edited_at: now,
    }
}
