//! The form of a report: two minutes, no script, no map.
use super::titled;
use crate::{
    actions,
    draft::{ReportDraft, TIE_LETTERS_MAX, Tie},
    report::Visibility,
    rules::ReportRules,
    store, subjects,
};
use agencies::AgencyChoice;
use askama::Template;
use axum::http::StatusCode;
use base::{
    ids::AreaCode,
    jiff::civil::Date,
    limits::Limited,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    subject::{Card, Kind, Subject},
    web::{Answer, Fields, Form, Frame, Visit, scripts},
};
use media::Taken;

#[derive(Template)]
#[template(path = "pages/new.html")]
pub(crate) struct NewPage {
    pub f: Frame,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub picker: String,
    /// Finished HTML: what was sent already, and a field for more.
    pub attachments: String,
    pub categories: Vec<String>,
    pub bodies: Vec<AgencyChoice>,
    /// Reports that may be about the same; `Some` when they are to be looked at before sending.
    pub similar: Vec<Card>,
    pub story: Option<Card>,
    pub once: String,
    pub today: Date,
    pub text_max: usize,
    pub signed_in: bool,
    pub verify_days: i64,
}

impl NewPage {
    async fn load(
        visit: &Visit,
        Taken { fields, errors, refused }: Taken,
        similar: Vec<Card>,
    ) -> Outcome<NewPage> {
        let (app, rules) = (&visit.app, ReportRules::now(&visit.app)?);
        let f = titled(visit, "report-new-heading", &errors).await?;
        let (story, once, fields) = begin(visit, fields).await?;
        Ok(NewPage {
            attachments: attachments(visit, &f, (&once, &fields, &refused)).await?,
            picker: areas::picker(app, &f, "area", (&fields, &errors)),
            categories: rules.categories().to_vec(),
            bodies: bodies(visit, areas::picked(app, &fields, "area")).await?,
            similar,
            story,
            once,
            today: f.zone.date(f.now),
            text_max: rules.text_chars_max()?,
            signed_in: visit.visitor.signed_in.is_some(),
            verify_days: rules.working_days(crate::rules::VERIFY).unwrap_or_default(),
            f,
            fields,
            errors,
        })
    }

    /// What others shall see; the account's name only where there is an account.
    fn visibilities(&self) -> Vec<(Visibility, bool)> {
        let first = if self.signed_in { Visibility::Open } else { Visibility::Anonymous };
        let chosen = Visibility::parse(&self.fields.line("visibility")).unwrap_or(first);
        let offered = Visibility::ALL.iter().copied();
        let offered = offered.filter(|one| self.signed_in || *one != Visibility::Open);
        offered.map(|one| (one, one == chosen)).collect()
    }

    fn visibility_key(&self, one: &Visibility) -> String {
        let side = if self.signed_in { "member" } else { "letter" };
        format!("report-visibility-{side}-{one}")
    }

    /// How the report belongs to the story; the word that claims less stands first.
    fn ties(&self) -> Vec<(Tie, bool)> {
        let chosen = Tie::parse(&self.fields.line("tie")).unwrap_or(Tie::Came);
        Tie::ALL.iter().map(|one| (*one, *one == chosen)).collect()
    }

    fn tie_key(&self, one: &Tie) -> String {
        format!("report-tie-{one}")
    }

    fn chosen(&self, name: &str, value: &str) -> bool {
        self.fields.line(name) == value
    }

    /// Somebody pressed the button and is shown what is there already.
    fn seen(&self) -> bool {
        !self.similar.is_empty() || self.fields.ticked("seen")
    }

    fn story_subject(&self) -> Option<String> {
        self.story.as_ref().map(|card| card.subject.to_string())
    }
}

/// The part of the form for files.
async fn attachments(
    visit: &Visit,
    f: &Frame,
    (mark, fields, refused): (&str, &Fields, &[media::Refused]),
) -> Outcome<String> {
    let waiting = media::waiting(&visit.app.db, mark).await?;
    Ok(media::picker(f, &waiting, refused, fields))
}

/// Bodies to choose from once the area is known; without one the list would be the whole country's.
async fn bodies(visit: &Visit, area: Option<AreaCode>) -> Outcome<Vec<AgencyChoice>> {
    match area {
        Some(area) => Ok(agencies::choices(&visit.app, Some(area)).await?),
        None => Ok(vec![]),
    }
}

/// The public story that led here.
async fn story(visit: &Visit, fields: &Fields) -> Outcome<Option<Card>> {
    let asked = visit.query_value("tulisan").unwrap_or_else(|| fields.line("tulisan"));
    let subject = Subject::parse(&asked).filter(|subject| subject.kind == Kind::Story);
    let Some(subject) = subject else { return Ok(None) };
    let card = visit.app.describe(visit.lang, subject).await?;
    Ok(card.filter(|card| card.public))
}

/// The story that led here, the mark of the form, and its fields.
async fn begin(visit: &Visit, fields: Fields) -> Outcome<(Option<Card>, String, Fields)> {
    let (story, once) = (story(visit, &fields).await?, once(visit, &fields));
    let fields = near(story.as_ref(), fields);
    Ok((story, once, fields))
}

/// A new form begins where the story lies; what was chosen or cleared since stays.
fn near(story: Option<&Card>, fields: Fields) -> Fields {
    let area = story.and_then(|card| card.area).filter(|_| fields.raw("once").is_none());
    area.map_or(fields, |area| Fields::from_pairs(&[("area", &area.to_string())]))
}

/// The form's mark: from it comes the code that its sender gets, so it is as good as a secret.
fn once(visit: &Visit, fields: &Fields) -> String {
    let sent = fields.line("once");
    if sent.is_empty() { visit.app.random.token() } else { sent }
}

/// GET /laporan/baru
pub(crate) async fn form(visit: Visit) -> Answer {
    let page = NewPage::load(&visit, Taken::default(), vec![]).await?;
    visit.page_with_script(StatusCode::OK, &page, scripts::UPLOADING)
}

/// POST /laporan/baru
pub(crate) async fn create(visit: Visit, form: Form) -> Answer {
    let typed = media::take_form(&visit, form).await?;
    if !typed.all_well() {
        return again(&visit, typed).await;
    }
    if areas::searching(&typed.fields) || media::uploading(&typed.fields) {
        let page = NewPage::load(&visit, typed, vec![]).await?;
        return visit.page_with_script(StatusCode::OK, &page, scripts::UPLOADING);
    }
    let signed_in = visit.visitor.signed_in.is_some();
    match ReportDraft::read(&visit.app, (&typed.fields, visit.lang), signed_in) {
        Err(Failure::Refused(Refusal::Invalid(errors))) => {
            again(&visit, Taken { errors, ..typed }).await
        }
        Err(failure) => Err(failure),
        Ok(draft) => look_first(visit, typed, draft).await,
    }
}

async fn again(visit: &Visit, typed: Taken) -> Answer {
    let page = NewPage::load(visit, typed, vec![]).await?;
    visit.page_with_script(StatusCode::UNPROCESSABLE_ENTITY, &page, scripts::UPLOADING)
}

/// What may be the same is shown once before a report is sent; what this very form made is not "similar".
async fn look_first(visit: Visit, typed: Taken, draft: ReportDraft) -> Answer {
    let again = store::by_form(&visit.app.db, &draft.once_hash()).await?.is_some();
    let similar = match again || typed.fields.ticked("seen") {
        true => vec![],
        false => similar(&visit, &draft).await?,
    };
    if !similar.is_empty() {
        let page = NewPage::load(&visit, typed, similar).await?;
        return visit.page_with_script(StatusCode::OK, &page, scripts::UPLOADING);
    }
    if let Some(door) = visit.agree_first(&typed.fields).await? {
        return Ok(door);
    }
    if visit.visitor.signed_in.is_none() {
        visit.limit(Limited::Account)?;
    }
    let sent = actions::send(&visit.app, visit.visitor.id(), &draft).await?;
    let path = format!("/laporan/{}/rahasia?kode={}", sent.id, sent.code);
    visit.go_with_notice(&path, "report-sent")
}

async fn similar(visit: &Visit, draft: &ReportDraft) -> Outcome<Vec<Card>> {
    let app = &visit.app;
    let since = app.now() - ReportRules::now(app)?.similar_for()?;
    let found = store::similar(&app.db, draft.area, &draft.category, since).await?;
    let cards = subjects::keyed(app, visit.lang, found).await?;
    Ok(cards.into_iter().map(|(_, card)| card).collect())
}
