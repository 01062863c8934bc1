//! Bringing in bodies from a table that is pasted.
use crate::{
    import::{self, Imported},
    table::COLUMNS,
};
use askama::Template;
use axum::http::StatusCode;
use base::{
    refusal::FieldErrors,
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/import.html")]
pub(crate) struct ImportPage {
    pub f: Frame,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub imported: Option<Imported>,
    /// Line and reasons.
    pub rejected: Vec<(u64, Vec<String>)>,
    pub columns: String,
}

/// GET /pengelola/instansi/impor
pub(crate) async fn form(visit: Visit) -> Answer {
    let f = visit.frame(visit.words().t("agency-import")).await?;
    visit.page(&ImportPage::new(f, Fields::default(), None))
}

/// POST /pengelola/instansi/impor
pub(crate) async fn bring_in(visit: Visit, fields: Fields) -> Answer {
    crate::actions::must_administer(visit.person()?)?;
    let f = visit.frame(visit.words().t("agency-import")).await?;
    if !fields.filled("table") {
        let mut page = ImportPage::new(f, fields, None);
        page.errors = FieldErrors::one("table", "error-empty");
        return visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let table = fields.text("table");
    let imported = import::import(&visit.app, &table, visit.visitor.id()).await?;
    // Nothing to mend: the field is empty for the next table.
    let (status, kept) = match imported.rejected_count {
        0 => (StatusCode::OK, Fields::default()),
        _ => (StatusCode::UNPROCESSABLE_ENTITY, fields),
    };
    visit.page_with(status, &ImportPage::new(f, kept, Some(imported)))
}

impl ImportPage {
    pub(super) fn new(f: Frame, fields: Fields, imported: Option<Imported>) -> ImportPage {
        let lines = imported.iter().flat_map(|imported| &imported.rejected);
        let rejected = lines.map(|line| (line.line, line.reasons(&f.words))).collect();
        let columns = COLUMNS.join(", ");
        ImportPage { f, fields, errors: FieldErrors::default(), imported, rejected, columns }
    }

    fn became(&self, imported: &Imported) -> String {
        let [added, changed, unchanged] = [imported.added, imported.changed, imported.unchanged]
            .map(|count| self.f.words.number(i64::try_from(count).unwrap_or(i64::MAX)));
        self.f.words.fill(
            "import-became",
            &[("added", &added), ("changed", &changed), ("unchanged", &unchanged)],
        )
    }
}
