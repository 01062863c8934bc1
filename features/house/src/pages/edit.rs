//! The forms with which administrators write the house's pages.
use crate::{
    actions::{self, BINDING},
    page::{PageDraft, Slug},
    store::{self, NewestRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    languages::Lang,
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/list.html")]
pub(crate) struct ListPage {
    f: Frame,
    lines: Vec<Line>,
}

/// A page in a language; `newest` is absent where nothing was written yet.
struct Line {
    slug: Slug,
    lang: Lang,
    newest: Option<NewestRow>,
}

/// GET /pengelola/halaman
pub(crate) async fn list(visit: Visit) -> Answer {
    let newest = store::newest_of_all(&visit.app.db).await?;
    let mut lines = vec![];
    let house = visit.app.config.house;
    for slug in Slug::ALL.iter().copied().filter(|slug| slug.stands_in(house)) {
        for lang in visit.app.languages.all() {
            let found = newest.iter().find(|n| n.slug == slug && n.language == lang.code());
            lines.push(Line { slug, lang, newest: found.cloned() });
        }
    }
    let f = visit.frame(visit.words().t("admin-halaman")).await?;
    visit.page(&ListPage { f, lines })
}

impl ListPage {
    pub(crate) fn sample(f: Frame) -> ListPage {
        let newest = |is_default: bool| NewestRow {
            slug: Slug::Redaksi,
            language: "id".into(),
            title: "Redaksi".into(),
            version: 2,
            at: f.now,
            is_default,
        };
        let line = |slug, lang, newest| Line { slug, lang, newest };
        let lines = vec![
            line(Slug::Redaksi, Lang::INDONESIAN, Some(newest(false))),
            line(Slug::Syarat, Lang::INDONESIAN, Some(newest(true))),
            line(Slug::Syarat, Lang::ENGLISH, None),
        ];
        ListPage { lines, f }
    }
}

#[derive(Template)]
#[template(path = "pages/form.html")]
pub(crate) struct FormPage {
    f: Frame,
    heading: String,
    slug: Slug,
    lang: Lang,
    draft: PageDraft,
    errors: FieldErrors,
    /// The page as it would look, when that was asked for.
    preview: Option<String>,
    /// Someone else saved meanwhile.
    conflict: bool,
}

/// GET /pengelola/halaman/{slug}/{language}
pub(crate) async fn edit(visit: Visit, Path(asked): Path<(String, String)>) -> Answer {
    let (slug, lang) = asked_page(&visit, &asked)?;
    let newest = store::newest(&visit.app.db, slug, lang.code()).await?;
    let mut draft = newest.map_or_else(PageDraft::default, |row| PageDraft {
        title: row.title,
        description: row.description,
        body: row.body,
        after_version: row.version,
        ..PageDraft::default()
    });
    draft.responsible = actions::responsible(&visit.app.db).await?.unwrap_or_default();
    let form = FormPage::of(&visit, (slug, lang), draft).await?;
    visit.page(&form)
}

/// POST /pengelola/halaman/{slug}/{language}
pub(crate) async fn save(
    visit: Visit,
    Path(asked): Path<(String, String)>,
    fields: Fields,
) -> Answer {
    let (slug, lang) = asked_page(&visit, &asked)?;
    let (draft, errors) = PageDraft::read(&fields);
    let mut form = FormPage::of(&visit, (slug, lang), draft).await?;
    if fields.line("act") == "preview" {
        form.preview = Some(markup::html(&form.draft.body));
        return visit.page(&form);
    }
    let saved = match errors.check() {
        Ok(()) => {
            let to = (slug, lang.code());
            actions::save_page(&visit.app, visit.person()?, to, &form.draft).await
        }
        Err(refusal) => Err(refusal.into()),
    };
    match saved {
        Ok(_) => visit.go_with_notice(slug.path(), "house-page-saved"),
        Err(failure) => again(&visit, form, failure).await,
    }
}

/// The form with what was typed and what stands in the way.
async fn again(visit: &Visit, mut form: FormPage, failure: Failure) -> Answer {
    match failure {
        Failure::Refused(Refusal::Invalid(errors)) => {
            form.errors = errors;
            form.f.count_errors(form.errors.0.len());
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &form)
        }
        Failure::Refused(Refusal::Conflict(_)) => {
            form.conflict = true;
            let (slug, code) = (form.slug, form.lang.code());
            form.draft.after_version = store::newest_version(&visit.app.db, slug, code).await?;
            visit.page_with(StatusCode::CONFLICT, &form)
        }
        other => Err(other),
    }
}

fn asked_page(visit: &Visit, (slug, language): &(String, String)) -> Outcome<(Slug, Lang)> {
    let slug = Slug::parse(slug).or_not_found()?;
    Ok((slug, visit.app.languages.by_code(language).or_not_found()?))
}

impl FormPage {
    async fn of(visit: &Visit, (slug, lang): (Slug, Lang), draft: PageDraft) -> Outcome<FormPage> {
        let words = visit.words();
        let heading = words.with("house-edit-heading", "page", words.t(slug.name_key()));
        let f = visit.frame(heading.clone()).await?;
        let errors = FieldErrors::default();
        Ok(FormPage { f, heading, slug, lang, draft, errors, preview: None, conflict: false })
    }

    /// Where the form is sent.
    fn action(&self) -> String {
        self.f.url(&format!("/pengelola/halaman/{}/{}", self.slug, self.lang.code()))
    }

    /// A new version of the terms asks every member to agree again.
    fn binds(&self) -> bool {
        self.slug == Slug::Syarat && self.lang.code() == BINDING
    }

    pub(crate) fn sample(f: Frame) -> FormPage {
        let draft = PageDraft {
            title: "Syarat keikutsertaan".into(),
            description: "Apa yang Anda setujui.".into(),
            body: "## Karya Anda\n\nKarya tetap milik Anda.".into(),
            responsible: "Ratna Kusumawardani".into(),
            why: "Menambah lisensi".into(),
            after_version: 1,
        };
        FormPage {
            heading: f.with("house-edit-heading", "page", &f.t("page-syarat")),
            preview: Some(markup::html(&draft.body)),
            slug: Slug::Syarat,
            lang: Lang::INDONESIAN,
            errors: FieldErrors::default(),
            conflict: false,
            draft,
            f,
        }
    }

    pub(crate) fn sample_errors(f: Frame) -> FormPage {
        let mut errors = FieldErrors::one("title", "error-empty");
        errors.add("why", "error-empty");
        let draft = PageDraft { body: "Teks".into(), ..PageDraft::default() };
        FormPage { preview: None, slug: Slug::Redaksi, errors, draft, ..FormPage::sample(f) }
    }

    pub(crate) fn sample_conflict(f: Frame) -> FormPage {
        FormPage { preview: None, conflict: true, ..FormPage::sample(f) }
    }
}
