//! The page of a replication: who copies what, on which paper, what differs, and what both sides say.
use crate::{
    actions,
    replication::{Said, Side},
    store::{self, AnswerRow, InnovationRow, ProgressRow, ReplicationRow},
    view::{Badge, agency_names, unknown},
};
use agencies::AgencyName;
use askama::Template;
use axum::extract::Path;
use base::{
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
    /// For officers of a side, and for the desk.
    pub may_answer: bool,
    pub may_note: bool,
    pub may_progress: bool,
    pub chain: String,
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
        let origin = store::find(&app.db, row.origin).await?.or_not_found()?;
        let own = match row.own {
            Some(own) => store::find(&app.db, own).await?,
            None => None,
        };
        let sides = [row.origin_agency, row.agency];
        let mut names = agency_names(app, sides.into_iter()).await?;
        let agency = names.remove(&row.agency).unwrap_or_else(unknown);
        let origin_agency = names.remove(&row.origin_agency).unwrap_or_else(unknown);
        let title = title(visit, &agency, &origin);
        let mut f = visit.frame(title.clone()).await?;
        f.under = Some("/inovasi".to_owned());
        let answers = store::answers(&app.db, row.id).await?;
        let progress = store::progress_of(&app.db, row.id).await?;
        let spoke = answers.iter().filter_map(|answer| answer.person);
        let people: Vec<PersonId> =
            spoke.chain(progress.iter().filter_map(|step| step.person)).collect();
        let speaks = actions::sides_of(&visit.visitor, &row);
        Ok(ReplicationPage {
            badge: super::show::counted_badge(&f, &row),
            sides: sides_of(&answers, (&origin_agency, &agency)),
            earlier: earlier(&answers),
            people: people::names(&app.db, &people).await?,
            may_answer: !speaks.is_empty(),
            may_note: actions::is_desk(&visit.visitor),
            may_progress: speaks.contains(&Side::Adopter) || actions::is_desk(&visit.visitor),
            chain: chain::block(app, &f, row.id.into(), f.lang()).await?,
            f,
            title,
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
