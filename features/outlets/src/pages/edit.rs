//! The form of an outlet: a new one, or the words of one that is there.
use super::asked_to_manage;
use crate::{
    actions::{self, OutletChange},
    outlet::{NewAiring, NewOutlet, OutletKind, OutletWords, PressCouncil, slug_of},
    store::OutletRow,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::OutletId,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    visitor::{Role, Scope},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/form.html")]
pub(crate) struct FormPage {
    f: Frame,
    heading: String,
    /// Where the form is sent, without language.
    action: String,
    /// Where "cancel" leads, without language.
    back: String,
    fields: Fields,
    errors: FieldErrors,
    /// The fields that the house establishes are shown to those who may change them.
    by_house: bool,
    picker: String,
}

/// GET /pengelola/media/baru
pub(crate) async fn add_form(visit: Visit) -> Answer {
    let fields = Fields::from_pairs(&[("kind", "radio"), ("press_council", "unverified")]);
    let page = FormPage::new(&visit, None, (fields, FieldErrors::default())).await?;
    visit.page(&page)
}

/// POST /pengelola/media/baru
pub(crate) async fn create(visit: Visit, fields: Fields) -> Answer {
    if areas::searching(&fields) {
        let page = FormPage::new(&visit, None, (fields, FieldErrors::default())).await?;
        return visit.page(&page);
    }
    match add_from(&visit, &fields).await {
        Ok(slug) => visit.go_with_notice(&format!("/media-komunitas/{slug}"), "outlet-added"),
        Err(failure) => again(&visit, None, fields, failure).await,
    }
}

/// Adds what the form says; the word in its address.
async fn add_from(visit: &Visit, fields: &Fields) -> Outcome<String> {
    let change = read(visit, fields, None)?;
    let slug = match slug_of(&change.words.name) {
        // A name without Latin letters or digits still needs an address.
        empty if empty.is_empty() => format!("media-{}", visit.app.make_id::<OutletId>()),
        slug => slug,
    };
    let new = NewOutlet {
        slug: slug.clone(),
        kind: change.kind,
        area: change.area,
        press_council: change.press_council,
        words: change.words,
        airing: NewAiring::on_air(),
        by: visit.visitor.id(),
    };
    actions::create(&visit.app, visit.person()?, new).await?;
    Ok(slug)
}

/// GET /media-komunitas/{slug}/ubah
pub(crate) async fn edit(visit: Visit, Path(slug): Path<String>) -> Answer {
    let outlet = asked_to_manage(&visit, &slug).await?;
    let fields = fields_of(&outlet);
    let page = FormPage::new(&visit, Some(&outlet), (fields, FieldErrors::default())).await?;
    visit.page(&page)
}

/// POST /media-komunitas/{slug}/ubah
pub(crate) async fn save(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let outlet = asked_to_manage(&visit, &slug).await?;
    if areas::searching(&fields) {
        let page = FormPage::new(&visit, Some(&outlet), (fields, FieldErrors::default())).await?;
        return visit.page(&page);
    }
    let saved = match read(&visit, &fields, Some(&outlet)) {
        Ok(change) => actions::change(&visit.app, visit.person()?, outlet.id, &change).await,
        Err(refusal) => Err(refusal.into()),
    };
    match saved {
        Ok(()) => visit.go_with_notice(&format!("/media-komunitas/{slug}"), "outlet-saved"),
        Err(failure) => again(&visit, Some(&outlet), fields, failure).await,
    }
}

/// The form with what was typed and what is wrong with it.
async fn again(
    visit: &Visit,
    outlet: Option<&OutletRow>,
    fields: Fields,
    failure: Failure,
) -> Answer {
    let Failure::Refused(Refusal::Invalid(errors)) = failure else { return Err(failure) };
    let mut page = FormPage::new(visit, outlet, (fields, errors)).await?;
    page.f.count_errors(page.errors.0.len());
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Kind, area and Press Council come from the form only for those who may change them.
fn read(
    visit: &Visit,
    fields: &Fields,
    outlet: Option<&OutletRow>,
) -> Result<OutletChange, Refusal> {
    let mut errors = FieldErrors::default();
    let words = OutletWords::read(fields, &mut errors);
    let (kind, area, press_council) = match outlet.filter(|_| !by_house(visit)) {
        Some(outlet) => (Some(outlet.kind), Some(outlet.area), Some(outlet.press_council)),
        None => (
            OutletKind::parse(&fields.line("kind")),
            areas::picked(&visit.app, fields, "area"),
            PressCouncil::parse(&fields.line("press_council")),
        ),
    };
    if kind.is_none() {
        errors.add("kind", "error-outlet-choose");
    }
    if area.is_none() {
        errors.add("area", "error-outlet-area");
    }
    if press_council.is_none() {
        errors.add("press_council", "error-outlet-choose");
    }
    match (kind, area, press_council) {
        (Some(kind), Some(area), Some(press_council)) if errors.is_empty() => {
            Ok(OutletChange { kind, area, press_council, words })
        }
        _ => Err(Refusal::Invalid(errors)),
    }
}

fn by_house(visit: &Visit) -> bool {
    visit.visitor.may(Role::Administrator, Scope::House)
}

fn fields_of(outlet: &OutletRow) -> Fields {
    let words = &outlet.words;
    let founded = words.founded.map(|date| date.to_string());
    let area = outlet.area.to_string();
    let text = |value: &'_ Option<String>| value.clone().unwrap_or_default();
    let optional = [
        ("frequency", text(&words.frequency)),
        ("reach", text(&words.reach)),
        ("founded", text(&founded)),
        ("network", text(&words.network)),
        ("legal_form", text(&words.legal_form)),
        ("deed_number", text(&words.deed_number)),
        ("responsible", text(&words.responsible)),
        ("address", text(&words.address)),
        ("about", text(&words.about)),
        ("licence", text(&words.licence)),
    ];
    let mut pairs = vec![
        ("name", words.name.as_str()),
        ("kind", outlet.kind.as_str()),
        ("area", &area),
        ("press_council", outlet.press_council.as_str()),
    ];
    pairs.extend(optional.iter().map(|(name, value)| (*name, value.as_str())));
    Fields::from_pairs(&pairs)
}

impl FormPage {
    async fn new(
        visit: &Visit,
        outlet: Option<&OutletRow>,
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<FormPage> {
        let (heading, action, back) = match outlet {
            Some(outlet) => {
                let page = format!("/media-komunitas/{}", outlet.slug);
                ("outlet-edit", format!("{page}/ubah"), page)
            }
            None => ("outlet-add", "/pengelola/media/baru".into(), "/pengelola/media".into()),
        };
        let heading = visit.words().t(heading);
        let f = visit.frame(heading.clone()).await?;
        let f = f.about(outlet.map_or("", |outlet| outlet.words.name.as_str()));
        let by_house = by_house(visit);
        let picker = match by_house {
            true => areas::picker(&visit.app, &f, "area", (&fields, &errors)),
            false => String::new(),
        };
        Ok(FormPage { f, heading, action, back, fields, errors, by_house, picker })
    }

    fn kinds(&self) -> Vec<(OutletKind, bool)> {
        let chosen = self.fields.line("kind");
        OutletKind::ALL.iter().map(|kind| (*kind, chosen == kind.as_str())).collect()
    }

    fn councils(&self) -> Vec<(PressCouncil, bool)> {
        let chosen = self.fields.line("press_council");
        PressCouncil::ALL.iter().map(|state| (*state, chosen == state.as_str())).collect()
    }

    pub(crate) fn sample(f: Frame) -> FormPage {
        FormPage {
            heading: f.t("outlet-edit"),
            action: "/media-komunitas/swara-muara/ubah".into(),
            back: "/media-komunitas/swara-muara".into(),
            fields: fields_of(&OutletRow::sample(&f)),
            errors: FieldErrors::default(),
            by_house: false,
            picker: String::new(),
            f,
        }
    }

    pub(crate) fn sample_errors(f: Frame) -> FormPage {
        let mut errors = FieldErrors::one("name", "error-empty");
        errors.add("founded", "error-outlet-date");
        errors.add("kind", "error-outlet-choose");
        FormPage { errors, by_house: true, fields: Fields::default(), ..FormPage::sample(f) }
    }
}
