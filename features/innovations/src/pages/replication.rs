//! The page of a replication: who copies what, on which paper, what differs, and what both sides say.
use crate::{
    actions,
    replication::{Said, Side},
    store::{self, AnswerRow, InnovationRow, ProgressRow, ReplicationRow},
    view::Badge,
};
use agencies::AgencyName;
use askama::Template;
use axum::extract::Path;
use base::{
    app::App,
    chain,
    ids::{PersonId, ReplicationId},
    jiff::civil::Date,
    refusal::{OrNotFound, Outcome},
    web::{Answer, Frame, Visit},
};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "pages/replication.html")]
pub(crate) struct ReplicationPage {
    pub f: Frame,
    pub row: ReplicationRow,
    pub title: String,
    pub origin: InnovationRow,
    pub origin_agency: AgencyName,
    pub agency: AgencyName,
    pub own: Option<InnovationRow>,
    pub badge: Badge,
    pub sides: Vec<SideLine>,
    /// All answers but those that hold, and every step.
    pub earlier: Vec<AnswerRow>,
    pub progress: Vec<ProgressRow>,
    pub people: HashMap<PersonId, String>,
    pub may: MayNote,
    pub chain: String,
}

/// What the visitor may note: an officer of a side answers, the desk notes letters, the side that copies its progress.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MayNote {
    pub answer: bool,
    pub letter: bool,
    pub progress: bool,
}

impl MayNote {
    fn of(visit: &Visit, row: &ReplicationRow) -> MayNote {
        let speaks = actions::sides_of(&visit.visitor, row);
        let letter = actions::is_desk(&visit.visitor);
        let progress = speaks.contains(&Side::Adopter) || letter;
        MayNote { answer: !speaks.is_empty(), letter, progress }
    }
}

/// What a side says now.
pub(crate) struct SideLine {
    pub side: Side,
    pub agency: String,
    pub answer: Option<AnswerRow>,
}

/// GET /replikasi/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<ReplicationId>) -> Answer {
    let row = store::replication(&visit.app.db, id).await?.or_not_found()?;
    let page = ReplicationPage::load(&visit, row).await?;
    visit.page(&page)
}

impl ReplicationPage {
    async fn load(visit: &Visit, row: ReplicationRow) -> Outcome<ReplicationPage> {
        let app = &visit.app;
        let (origin, own) = innovations(app, &row).await?;
        let (origin_agency, agency) = names(app, &row).await?;
        let title = title(visit, &agency, &origin);
        let f = visit.frame(title.clone()).await?;
        let (answers, progress, people) = said(app, &row).await?;
        Ok(ReplicationPage {
            badge: super::show::counted_badge(&f, &row),
            sides: sides_of(&answers, (&origin_agency, &agency)),
            earlier: earlier(&answers),
            may: MayNote::of(visit, &row),
            chain: chain::block(app, &f, row.id.into(), f.lang()).await?,
            f: Frame { under: Some("/inovasi".to_owned()), ..f },
            title,
            people,
            progress,
            origin,
            origin_agency,
            agency,
            own,
            row,
        })
    }

    fn day(&self, date: &Date) -> String {
        self.f.words.day_month_year(*date)
    }

    fn name_of(&self, person: &Option<PersonId>) -> Option<&String> {
        person.as_ref().and_then(|id| self.people.get(id))
    }

    fn desk(&self, act: &str) -> String {
        format!("/meja/replikasi/{}/{act}", self.row.id)
    }

    /// The key of a value's word: `replication-mode-adoption`.
    fn key(&self, what: &str, value: &str) -> String {
        format!("replication-{what}-{value}")
    }

    fn said_badge(&self, side: &SideLine) -> Badge {
        let (class, key) = match side.answer.as_ref().map(|answer| answer.said) {
            Some(Said::Yes) => ("good", "replication-said-yes"),
            Some(Said::No) => ("bad", "replication-said-no"),
            None => ("wait", "replication-said-nothing"),
        };
        Badge { class, word: self.f.t(key) }
    }

    /// "Surat nomor 12, 3 Mei 2026".
    fn letter(&self, answer: &AnswerRow) -> Option<String> {
        let letter = answer.letter.as_deref()?;
        let day = answer.letter_on.map(|on| self.day(&on)).unwrap_or_default();
        let given = [("letter", letter), ("day", day.as_str())];
        Some(self.f.words.fill("replication-by-letter", &given))
    }

    fn basis(&self) -> Option<String> {
        let basis = self.row.basis?;
        let kind = self.f.t(&format!("replication-basis-{basis}"));
        let number = self.row.basis_number.clone();
        let on = self.row.basis_on.map(|on| self.day(&on));
        let parts: Vec<String> = [Some(kind), number, on].into_iter().flatten().collect();
        Some(parts.join(", "))
    }
}

/// What is copied, and what the copy is called here.
async fn innovations(
    app: &App,
    row: &ReplicationRow,
) -> Outcome<(InnovationRow, Option<InnovationRow>)> {
    let origin = store::find(&app.db, row.origin).await?.or_not_found()?;
    let own = match row.own {
        Some(own) => store::find(&app.db, own).await?,
        None => None,
    };
    Ok((origin, own))
}

/// The body of origin and the one that copies.
async fn names(app: &App, row: &ReplicationRow) -> Outcome<(AgencyName, AgencyName)> {
    let sides = [row.origin_agency, row.agency];
    let mut names = agencies::names_of(app, sides).await?;
    let agency = names.remove(&row.agency).unwrap_or_else(AgencyName::unknown);
    Ok((names.remove(&row.origin_agency).unwrap_or_else(AgencyName::unknown), agency))
}

type SaidAndDone = (Vec<AnswerRow>, Vec<ProgressRow>, HashMap<PersonId, String>);

/// What the sides said, how far it is, and who noted that.
async fn said(app: &App, row: &ReplicationRow) -> Outcome<SaidAndDone> {
    let answers = store::answers(&app.db, row.id).await?;
    let progress = store::progress_of(&app.db, row.id).await?;
    let spoke = answers.iter().filter_map(|answer| answer.person);
    let people: Vec<PersonId> =
        spoke.chain(progress.iter().filter_map(|step| step.person)).collect();
    let people = people::names(&app.db, &people).await?;
    Ok((answers, progress, people))
}

/// "Rantau Damar meniru Kentungan Kali Suri".
pub(crate) fn title(visit: &Visit, agency: &AgencyName, origin: &InnovationRow) -> String {
    let given = [("agency", agency.name.as_str()), ("name", origin.name.as_str())];
    visit.words().fill("replication-title", &given)
}

fn sides_of(answers: &[AnswerRow], names: (&AgencyName, &AgencyName)) -> Vec<SideLine> {
    let newest = actions::newest(answers);
    let line = |side: &Side| SideLine {
        side: *side,
        agency: match side {
            Side::Origin => names.0.name.clone(),
            Side::Adopter => names.1.name.clone(),
        },
        answer: newest.iter().find(|answer| answer.side == *side).map(|answer| (*answer).clone()),
    };
    Side::ALL.iter().map(line).collect()
}

/// What a side said before its newest answer.
fn earlier(answers: &[AnswerRow]) -> Vec<AnswerRow> {
    let newest = actions::newest(answers);
    let holds = |answer: &&AnswerRow| newest.iter().any(|held| std::ptr::eq(*held, *answer));
    answers.iter().filter(|answer| !holds(answer)).cloned().collect()
}
