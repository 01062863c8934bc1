//! The form of a body: add one, change one.
use super::{asked, with_errors};
use crate::{
    actions,
    affairs::{AffairGroup, affair_key, affairs, affairs_basis},
    agency::{Agency, AgencyKind, Contact, NewAgency},
    store,
    table::{as_new, other},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    jiff::civil::Date,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/form.html")]
pub(crate) struct FormPage {
    pub f: Frame,
    pub heading: String,
    /// Where the form is sent, without language.
    pub action: String,
    /// Where "cancel" leads, without language.
    pub back: String,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub groups: Vec<AffairGroup>,
    pub basis: String,
    pub picker: String,
    pub is_new: bool,
}

/// GET /pengelola/instansi/baru
pub(crate) async fn add_form(visit: Visit) -> Answer {
    let fields = Fields::from_pairs(&[("kind", AgencyKind::RegionalOffice.as_str())]);
    let page = FormPage::new(&visit, None, fields, FieldErrors::default()).await?;
    visit.page(&page)
}

/// POST /pengelola/instansi/baru
pub(crate) async fn create(visit: Visit, fields: Fields) -> Answer {
    if areas::searching(&fields) {
        let page = FormPage::new(&visit, None, fields, FieldErrors::default()).await?;
        return visit.page(&page);
    }
    match add_from(&visit, &fields).await {
        Ok(agency) => {
            let path = format!("/pengelola/instansi/{}", agency.slug);
            visit.go_with_notice(&path, "agency-added")
        }
        Err(failure) => again(&visit, None, fields, failure).await,
    }
}

async fn add_from(visit: &Visit, fields: &Fields) -> Outcome<Agency> {
    let new = read(visit, fields, None).await?;
    let id = actions::create(&visit.app, visit.person()?, new).await?;
    let added = store::find(&visit.app.db, id).await?;
    added.ok_or(Refusal::NotFound.into())
}

/// GET /pengelola/instansi/{slug}/ubah
pub(crate) async fn edit(visit: Visit, Path(slug): Path<String>) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let fields = fields_of(&visit, &agency).await?;
    let page = FormPage::new(&visit, Some(&agency), fields, FieldErrors::default()).await?;
    visit.page(&page)
}

/// POST /pengelola/instansi/{slug}/ubah
pub(crate) async fn save(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let agency = asked(&visit, &slug).await?;
    if areas::searching(&fields) {
        let page = FormPage::new(&visit, Some(&agency), fields, FieldErrors::default()).await?;
        return visit.page(&page);
    }
    let saved = match read(&visit, &fields, Some(&agency)).await {
        Ok(new) => actions::rewrite(&visit.app, visit.person()?, (agency.id, new)).await,
        Err(failure) => Err(failure),
    };
    match saved {
        Ok(()) => visit.go_with_notice(&format!("/pengelola/instansi/{slug}"), "agency-saved"),
        Err(failure) => again(&visit, Some(&agency), fields, failure).await,
    }
}

/// The form with what was typed and what is wrong with it.
async fn again(visit: &Visit, agency: Option<&Agency>, fields: Fields, failure: Failure) -> Answer {
    let errors = failure.of_form()?;
    let page = FormPage::new(visit, agency, fields, errors).await?;
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// The body that the form describes; other bodies are named by their word in the address or their code.
async fn read(visit: &Visit, fields: &Fields, old: Option<&Agency>) -> Outcome<NewAgency> {
    let (db, mut errors) = (&visit.app.db, FieldErrors::default());
    let parent = other(db, ("parent", &fields.line("parent")), &mut errors).await?;
    let successor = other(db, ("successor", &fields.line("successor")), &mut errors).await?;
    let area = areas::picked(&visit.app, fields, "area").filter(|_| !fields.ticked("whole"));
    if area.is_none() && !fields.ticked("whole") {
        errors.add("area", "error-agency-where");
    }
    // A former area comes from an import; it stays until another area is chosen.
    let former_area = old.filter(|old| old.area == area).and_then(|old| old.former_area.clone());
    let new = NewAgency { parent, successor, area, former_area, ..plain(fields, &mut errors) };
    errors.check()?;
    Ok(new)
}

/// What can be read without looking anything up.
fn plain(fields: &Fields, errors: &mut FieldErrors) -> NewAgency {
    let kind = AgencyKind::parse(&fields.line("kind")).unwrap_or_else(|| {
        errors.add("kind", "error-agency-kind");
        AgencyKind::Other
    });
    NewAgency {
        slug: fields.line("slug"),
        code: line(fields, "code"),
        valid_from: date(fields, "valid_from", errors),
        valid_to: date(fields, "valid_to", errors),
        affairs: fields.all("affairs[]"),
        contact: Contact {
            address: line(fields, "address"),
            phone: line(fields, "phone"),
            email: line(fields, "email"),
            site: line(fields, "site"),
            hours: line(fields, "hours"),
        },
        source: line(fields, "source"),
        ..NewAgency::named(fields.line("name"), kind)
    }
}

fn line(fields: &Fields, name: &str) -> Option<String> {
    Some(fields.line(name)).filter(|line| !line.is_empty())
}

pub(super) fn date(fields: &Fields, name: &'static str, errors: &mut FieldErrors) -> Option<Date> {
    fields.optional_date(name, "error-agency-date", errors)
}

/// The fields of the form as the body stands; bodies are named by their word in the address.
async fn fields_of(visit: &Visit, agency: &Agency) -> Outcome<Fields> {
    let db = &visit.app.db;
    let new = as_new(db, agency).await?;
    let mut slugs = vec![];
    for id in [new.parent, new.successor] {
        let other = match id {
            Some(id) => store::find(db, id).await?,
            None => None,
        };
        slugs.push(other.map(|agency| agency.slug).unwrap_or_default());
    }
    Ok(pairs_of(&new, &slugs))
}

pub(super) fn pairs_of(new: &NewAgency, others: &[String]) -> Fields {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let whole = if new.area.is_none() { "1" } else { "" };
    let mut pairs = vec![
        ("name", new.name.clone()),
        ("slug", new.slug.clone()),
        ("kind", new.kind.to_string()),
        ("code", text(&new.code)),
        ("area", new.area.map(|area| area.to_string()).unwrap_or_default()),
        ("whole", whole.to_owned()),
        ("parent", others.first().cloned().unwrap_or_default()),
        ("valid_from", day(new.valid_from)),
        ("valid_to", day(new.valid_to)),
        ("successor", others.get(1).cloned().unwrap_or_default()),
        ("address", text(&new.contact.address)),
        ("phone", text(&new.contact.phone)),
        ("email", text(&new.contact.email)),
        ("site", text(&new.contact.site)),
        ("hours", text(&new.contact.hours)),
        ("source", text(&new.source)),
    ];
    pairs.extend(new.affairs.iter().map(|affair| ("affairs[]", affair.clone())));
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Fields::from_pairs(&pairs)
}

/// What the form is called, where it is sent, where "cancel" leads.
fn place(agency: Option<&Agency>) -> (&'static str, String, String) {
    match agency {
        Some(agency) => {
            let page = format!("/pengelola/instansi/{}", agency.slug);
            ("agency-edit", format!("{page}/ubah"), page)
        }
        None => ("agency-add", "/pengelola/instansi/baru".into(), "/pengelola/instansi".into()),
    }
}

impl FormPage {
    async fn new(
        visit: &Visit,
        agency: Option<&Agency>,
        fields: Fields,
        errors: FieldErrors,
    ) -> Outcome<FormPage> {
        let (heading, action, back) = place(agency);
        let heading = visit.words().t(heading);
        let f = visit.frame(heading.clone()).await?;
        let f = f.about(agency.map_or("", |agency| agency.name.as_str()));
        let f = with_errors(f, &errors);
        Ok(FormPage {
            picker: areas::picker(&visit.app, &f, "area", (&fields, &errors)),
            groups: affairs(&visit.app)?,
            basis: affairs_basis(&visit.app)?,
            is_new: agency.is_none(),
            f,
            heading,
            action,
            back,
            fields,
            errors,
        })
    }

    /// Each field with the key of its label.
    fn labels(&self) -> [(&'static str, &'static str); 14] {
        [
            ("name", "agency-field-name"),
            ("slug", "agency-field-slug"),
            ("kind", "agency-kind"),
            ("area", "area-legend"),
            ("parent", "agency-field-parent"),
            ("code", "agency-field-code"),
            ("affairs", "agency-affairs"),
            ("address", "agency-field-address"),
            ("phone", "agency-field-phone"),
            ("email", "agency-field-email"),
            ("site", "agency-field-site"),
            ("hours", "agency-field-hours"),
            ("valid_from", "agency-field-from"),
            ("valid_to", "agency-field-to"),
        ]
    }

    fn kinds(&self) -> Vec<(AgencyKind, bool)> {
        let chosen = self.fields.line("kind");
        AgencyKind::ALL.iter().map(|kind| (*kind, chosen == kind.as_str())).collect()
    }

    fn chosen(&self, affair: &str) -> bool {
        self.fields.all("affairs[]").iter().any(|chosen| chosen == affair)
    }

    fn affair(&self, affair: &str) -> String {
        self.f.t(&affair_key(affair))
    }

    fn group(&self, group: &str) -> String {
        self.f.t(&format!("affairs-{group}"))
    }
}
