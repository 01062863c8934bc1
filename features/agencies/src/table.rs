//! Bodies as a table: what leaves as open data comes back as an import, column by column.
use crate::{
    agency::{Agency, AgencyKind, NewAgency, is_slug, slug_of},
    promise::Promise,
    store,
};
use anyhow::Result;
use area_codes::Codes;
use base::{
    app::App,
    db::{Reads, Tx},
    feature::{OPEN_ROWS, OpenRows},
    ids::{AgencyId, AreaCode, PromiseId},
    jiff::civil::Date,
    languages::Lang,
    refusal::{FieldErrors, Outcome, Refusal},
    subject::Card,
    web::clean_line,
};
use std::collections::{BTreeMap, HashMap};

/// Names of the columns; `docs/guides/import.md` tells what stands in them.
pub const COLUMNS: &[&str] = &[
    "slug",
    "code",
    "name",
    "kind",
    "parent",
    "area",
    "valid_from",
    "valid_to",
    "successor",
    "affairs",
    "address",
    "phone",
    "email",
    "site",
    "hours",
    "source",
];

/// At most `limit` bodies by id as rows of the table.
pub async fn rows(db: &base::db::Db, after: i64, limit: i64) -> Result<Vec<(i64, Vec<String>)>> {
    let agencies = store::page(db, AgencyId(after), limit).await?;
    let ids: Vec<i64> = agencies.iter().map(|agency| agency.id.0).collect();
    let mut affairs: HashMap<AgencyId, Vec<String>> = HashMap::new();
    for (id, affair) in store::affairs_of_all(db, &ids).await? {
        affairs.entry(id).or_default().push(affair);
    }
    let others = agencies.iter().flat_map(|agency| [agency.parent, agency.successor]);
    let others: Vec<i64> = others.flatten().map(|id| id.0).collect();
    let slugs = slugs_of(db, &others).await?;
    let row = |agency: Agency| {
        let slug =
            |id: Option<AgencyId>| id.and_then(|id| slugs.get(&id).cloned()).unwrap_or_default();
        let affairs = affairs.get(&agency.id).map(|all| all.join(" ")).unwrap_or_default();
        (agency.id.0, cells(&agency, affairs, (slug(agency.parent), slug(agency.successor))))
    };
    Ok(agencies.into_iter().map(row).collect())
}

async fn slugs_of(db: &base::db::Db, ids: &[i64]) -> Result<HashMap<AgencyId, String>> {
    Ok(store::names(db, ids).await?.into_iter().map(|(id, _, slug)| (id, slug)).collect())
}

fn cells(agency: &Agency, affairs: String, (parent, successor): (String, String)) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let today = agency.area.map(|area| area.to_string()).unwrap_or_default();
    vec![
        agency.slug.clone(),
        text(&agency.code),
        agency.name.clone(),
        agency.kind.to_string(),
        parent,
        agency.former_area.clone().unwrap_or(today),
        day(agency.valid_from),
        day(agency.valid_to),
        successor,
        affairs,
        text(&agency.contact.address),
        text(&agency.contact.phone),
        text(&agency.contact.email),
        text(&agency.contact.site),
        text(&agency.contact.hours),
        text(&agency.source),
    ]
}

/// One line of an import: the columns that the file has, by name.
pub(crate) struct Cells(pub BTreeMap<&'static str, String>);

impl Cells {
    /// The cells of one record under the header's columns.
    pub fn of(header: &[&'static str], record: &csv::StringRecord) -> Cells {
        let cells = header.iter().zip(record.iter());
        Cells(cells.map(|(column, cell)| (*column, clean_line(cell))).collect())
    }

    fn get(&self, column: &str) -> Option<&str> {
        self.0.get(column).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    /// The body that the line is about: by its word in the address, else by its code, else by the word made of its name.
    pub async fn meant(&self, tx: &mut Tx) -> Outcome<Option<Agency>> {
        let slug = self.slug();
        let by_slug = match slug.is_empty() {
            true => None,
            false => store::by_slug(&mut *tx, &slug).await?,
        };
        let by_code = match self.get("code") {
            Some(code) => store::by_code(&mut *tx, code).await?,
            None => None,
        };
        match (by_slug, by_code) {
            (Some(one), Some(other)) if one.id != other.id => {
                Err(Refusal::Invalid(FieldErrors::one("code", "error-agency-code-taken")).into())
            }
            (one, other) => Ok(one.or(other)),
        }
    }

    fn slug(&self) -> String {
        match (self.get("slug"), self.get("code"), self.get("name")) {
            (Some(slug), _, _) => slug.to_owned(),
            // Its code tells who it is, so that a corrected name stays the same body.
            (None, Some(_), _) | (None, None, None) => String::new(),
            (None, None, Some(name)) => slug_of(name),
        }
    }

    /// The body as the line describes it. Columns that the file lacks stay as they are; an empty cell empties.
    pub async fn read(&self, tx: &mut Tx, old: Option<&NewAgency>) -> Outcome<NewAgency> {
        let mut errors = FieldErrors::default();
        let fresh = NewAgency::named("", AgencyKind::Other);
        let mut new = old.cloned().unwrap_or(NewAgency { slug: self.slug(), ..fresh });
        for (column, cell) in &self.0 {
            let text = Some(cell.clone()).filter(|cell| !cell.is_empty());
            match *column {
                "name" => new.name.clone_from(cell),
                "code" => new.code = text,
                "address" => new.contact.address = text,
                "phone" => new.contact.phone = text,
                "email" => new.contact.email = text,
                "site" => new.contact.site = text,
                "hours" => new.contact.hours = text,
                "source" => new.source = text,
                "affairs" => new.affairs = sorted(cell),
                "valid_from" => new.valid_from = day("valid_from", cell, &mut errors),
                "valid_to" => new.valid_to = day("valid_to", cell, &mut errors),
                "area" => read_area(cell, &mut new, &mut errors),
                "kind" => match AgencyKind::parse(cell) {
                    Some(kind) => new.kind = kind,
                    None => errors.add("kind", "error-agency-kind"),
                },
                "parent" => new.parent = other(&mut *tx, ("parent", cell), &mut errors).await?,
                "successor" => {
                    new.successor = other(&mut *tx, ("successor", cell), &mut errors).await?
                }
                _ => {}
            }
        }
        if !new.slug.is_empty() && !is_slug(&new.slug) {
            errors.add("slug", "error-agency-slug");
        }
        errors.check()?;
        Ok(new)
    }
}

fn sorted(cell: &str) -> Vec<String> {
    let mut affairs: Vec<String> = cell.split_whitespace().map(str::to_owned).collect();
    affairs.sort();
    affairs.dedup();
    affairs
}

fn day(column: &'static str, cell: &str, errors: &mut FieldErrors) -> Option<Date> {
    if cell.is_empty() {
        return None;
    }
    let day = cell.parse().ok();
    if day.is_none() {
        errors.add(column, "error-agency-date");
    }
    day
}

/// A code of today, or the key of an area that is no more.
fn read_area(cell: &str, new: &mut NewAgency, errors: &mut FieldErrors) {
    (new.area, new.former_area) = (None, None);
    if let Ok(code) = cell.parse::<AreaCode>() {
        new.area = Some(code);
    } else if let Some(former) = Codes::official().former(cell) {
        new.area = former.successors.first().map(|code| AreaCode(code.number()));
        new.former_area = Some(cell.to_owned());
    } else if !cell.is_empty() {
        errors.add("area", "error-agency-area");
    }
}

/// Another body, by its word in the address or its code.
pub(crate) async fn other(
    db: impl Reads,
    (field, written): (&'static str, &str),
    errors: &mut FieldErrors,
) -> Result<Option<AgencyId>> {
    if written.is_empty() {
        return Ok(None);
    }
    let found = store::by_slug_or_code(db, written).await?;
    if found.is_none() {
        errors.add(field, "error-agency-unknown");
    }
    Ok(found.map(|(id,)| id))
}

/// A body as it stands, in the shape in which it is changed.
pub(crate) async fn as_new(db: impl Reads, agency: &Agency) -> Result<NewAgency> {
    let affairs = store::affairs_of(db, agency.id).await?;
    let agency = agency.clone();
    Ok(NewAgency {
        slug: agency.slug,
        name: agency.name,
        kind: agency.kind,
        code: agency.code,
        parent: agency.parent,
        area: agency.area,
        former_area: agency.former_area,
        valid_from: agency.valid_from,
        valid_to: agency.valid_to,
        successor: agency.successor,
        affairs,
        contact: agency.contact,
        source: agency.source,
    })
}

/// What the open list holds.
pub(crate) async fn open_rows(app: &App, after: i64) -> Result<Vec<(i64, Vec<String>)>> {
    rows(&app.db, after, base::feature::OPEN_ROWS).await
}

pub(crate) const PROMISE_COLUMNS: &[&str] =
    &["id", "agency", "who", "what", "said_on", "until", "kept_on", "proof", "url"];

/// Promises under things that anyone may read.
pub(crate) async fn promise_rows(app: &App, mut after: i64) -> Result<OpenRows> {
    let full = usize::try_from(OPEN_ROWS)?;
    let mut rows = vec![];
    loop {
        let page = store::promises_page(&app.db, PromiseId(after), OPEN_ROWS).await?;
        let is_last = page.len() < full;
        let bodies: Vec<i64> = page.iter().filter_map(|row| row.agency).map(|id| id.0).collect();
        let slugs = slugs_of(&app.db, &bodies).await?;
        for promise in page {
            after = promise.id.0;
            if promise.hidden_at.is_some() {
                continue;
            }
            let about = app.describe(Lang::INDONESIAN, promise.subject()).await?;
            if let Some(card) = about.filter(|card| card.public) {
                let body = promise.agency.and_then(|id| slugs.get(&id).cloned());
                rows.push((after, promise_cells(app, promise, (body, &card))));
            }
            if rows.len() == full {
                return Ok(rows);
            }
        }
        if is_last {
            return Ok(rows);
        }
    }
}

fn promise_cells(
    app: &App,
    promise: Promise,
    (body, about): (Option<String>, &Card),
) -> Vec<String> {
    let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    vec![
        promise.id.to_string(),
        body.unwrap_or_default(),
        promise.who,
        // What a moderator took from sight is carried away by nobody.
        if promise.hidden_at.is_some() { String::new() } else { promise.what },
        day(promise.said_on),
        day(promise.until),
        day(promise.kept_on),
        promise.proof.unwrap_or_default(),
        format!("{}{}", app.config.address, about.path),
    ]
}
