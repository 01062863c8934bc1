//! A report on the way of a voice: which steps of the ribbon it took, and which wait.
use crate::{
    report::{AnswerKind, Report, State, StepKind},
    rules::zone_of,
    store::{self, AnswerRow, DeliveryRow, StepRow},
};
use anyhow::Result;
use base::{
    app::App,
    chain::{Chain, Progress, Stage, Step},
    clock::Zone,
    feature::Later,
    ids::{AnswerId, ReportId},
    jiff::{Timestamp, civil::Date},
    languages::{Lang, Words},
    subject::{Kind, Subject, Thumbnail},
};
use std::collections::HashMap;

pub(crate) const CHAIN: Chain =
    Chain { addresses: &[("/laporan/", Kind::Report), ("/jawaban/", Kind::Answer)], steps };

/// An answer is a part of its report and tells the same steps, so that a chain that reaches it is whole.
fn steps(app: &App, lang: Lang, subject: Subject) -> Later<'_, Vec<Step>> {
    Box::pin(async move {
        let id = match subject.kind {
            Kind::Answer => match store::answer(&app.db, AnswerId(subject.id)).await? {
                Some(answer) => answer.report,
                None => return Ok(vec![]),
            },
            _ => ReportId(subject.id),
        };
        let report = store::find(&app.db, id).await?.filter(Report::public);
        match report {
            Some(report) => Told::load(app, lang, report).await.map(|told| told.steps()),
            None => Ok(vec![]),
        }
    })
}

/// "12 hari sesudah laporan diteruskan dan 5 hari sesudah diterima": how long a body said nothing before this answer.
pub(crate) fn silence(
    words: &Words,
    deliveries: &[DeliveryRow],
    answer: &AnswerRow,
    zone: Zone,
) -> String {
    let delivery = store::answered(deliveries, answer.agency, answer.at);
    let silent = delivery.map(|delivery| delivery.silent_days(answer.at, zone));
    let (sent, received) = silent.unwrap_or_default();
    let days = |days| words.n("report-days", days);
    match received {
        None => words.with("report-silent", "days", days(sent)),
        Some(received) => {
            let values = [("days", days(sent)), ("received", days(received))];
            let values = values.each_ref().map(|(name, days)| (*name, days.as_str()));
            words.fill("report-silent-received", &values)
        }
    }
}

async fn proofs(app: &App, answers: &[AnswerRow]) -> Result<HashMap<AnswerId, Thumbnail>> {
    let mut proofs = HashMap::new();
    for repair in answers.iter().filter(|answer| answer.kind == AnswerKind::Repair) {
        let attached = media::list(&app.db, repair.id.into()).await?;
        let first = attached.iter().find_map(media::Attached::thumbnail);
        proofs.extend(first.map(|picture| (repair.id, picture)));
    }
    Ok(proofs)
}

/// What the steps are told from.
struct Told {
    report: Report,
    answers: Vec<AnswerRow>,
    taken: Vec<StepRow>,
    deliveries: Vec<DeliveryRow>,
    /// Of each repair the first picture.
    proofs: HashMap<AnswerId, Thumbnail>,
    body: String,
    words: Words,
    zone: Zone,
    now: Timestamp,
}

impl Told {
    async fn load(app: &App, lang: Lang, report: Report) -> Result<Told> {
        let body = match report.agency {
            Some(id) => agencies::names(&app.db, &[id]).await?.remove(&id),
            None => None,
        };
        let words = app.words(lang);
        let answers = store::answers(&app.db, report.id).await?;
        Ok(Told {
            proofs: proofs(app, &answers).await?,
            answers,
            taken: store::steps(&app.db, report.id).await?,
            deliveries: store::deliveries(&app.db, report.id).await?,
            body: body.map_or_else(|| words.t("report-some-body"), |name| name.name),
            zone: zone_of(app, report.area),
            now: app.now(),
            report,
            words,
        })
    }

    fn day(&self, at: Timestamp) -> Date {
        self.zone.date(at)
    }

    fn step(&self, stage: Option<Stage>, progress: Progress, sentence: String) -> Step {
        Step { stage, progress, sentence, path: self.report.path(), picture: None }
    }

    fn waiting(&self, since: Timestamp) -> Progress {
        Progress::Waiting { since: self.day(since), overdue: self.report.overdue(self.now) }
    }

    fn steps(&self) -> Vec<Step> {
        let sent = Progress::Done(Some(self.day(self.report.sent_at)));
        let mut steps = vec![
            self.step(Some(Stage::Voiced), sent, self.words.t("report-way-voiced")),
            self.verified(),
        ];
        steps.extend(self.delivered());
        steps.extend(self.answered());
        steps.extend(self.promised());
        steps.extend(self.claims());
        steps.extend(self.repaired());
        steps.extend(self.ends());
        steps
    }

    fn verified(&self) -> Step {
        let (progress, key) = match self.report.verified_at {
            Some(at) => (Progress::Done(Some(self.day(at))), "report-way-verified"),
            None => (self.waiting(self.report.sent_at), "report-way-unverified"),
        };
        self.step(Some(Stage::Verified), progress, self.words.t(key))
    }

    fn delivered(&self) -> Option<Step> {
        if matches!(self.report.state, State::Verified | State::Returned) {
            let waiting = self.waiting(self.report.turn_since);
            return Some(self.step(None, waiting, self.words.t("report-way-undelivered")));
        }
        let done = Progress::Done(Some(self.day(self.report.delivered_at?)));
        let sentence = self.words.with("report-way-delivered", "agency", &self.body);
        Some(self.step(None, done, sentence))
    }

    fn answered(&self) -> Vec<Step> {
        let stage = Some(Stage::Answered);
        let first = self.answers.iter().find(|answer| Some(answer.agency) == self.report.agency);
        let delivered = self.report.delivered_at;
        if let Some(answer) = first {
            let sentence = self.silence(answer);
            let again = self.waits_again();
            // Where nothing is to be repaired the ribbon waits for another answer.
            let stage = stage.filter(|_| again.is_none());
            let step = self.step(stage, Progress::Done(Some(self.day(answer.at))), sentence);
            let step = Step { path: format!("/jawaban/{}", answer.id), ..step };
            return [Some(step), again].into_iter().flatten().collect();
        }
        if self.report.state == State::Closed {
            return vec![];
        }
        let sentence = self.words.with("report-way-unanswered", "agency", &self.body);
        let progress = delivered.map_or(Progress::Ahead, |since| self.waiting(since));
        vec![self.step(stage, progress, sentence)]
    }

    /// The reporter answered or opened it again, and the body has not spoken since.
    fn waits_again(&self) -> Option<Step> {
        let asked = matches!(self.report.state, State::Replied | State::Reopened);
        if !asked || self.report.class.is_repaired() {
            return None;
        }
        let sentence = self.words.with("report-way-unanswered-again", "agency", &self.body);
        let progress = self.waiting(self.report.turn_since);
        Some(self.step(Some(Stage::Answered), progress, sentence))
    }

    fn silence(&self, answer: &AnswerRow) -> String {
        let silence = silence(&self.words, &self.deliveries, answer, self.zone);
        let values = [("agency", self.body.as_str()), ("silence", &silence)];
        self.words.fill("report-way-answered", &values)
    }

    fn promised(&self) -> Option<Step> {
        let promise = self.answers.iter().rfind(|answer| answer.kind == AnswerKind::Promise)?;
        let sentence = match promise.until {
            Some(until) => {
                let until = self.words.day_month_year(until);
                let values = [("agency", self.body.as_str()), ("until", &until)];
                self.words.fill("report-way-promised-until", &values)
            }
            None => self.words.with("report-way-promised", "agency", &self.body),
        };
        let step = self.step(None, Progress::Done(Some(self.day(promise.at))), sentence);
        Some(Step { path: format!("/jawaban/{}", promise.id), ..step })
    }

    fn repairs(&self) -> impl DoubleEndedIterator<Item = &AnswerRow> {
        self.answers.iter().filter(|answer| answer.kind == AnswerKind::Repair)
    }

    /// A step that a repair tells, with the picture that shows it.
    fn shown(&self, repair: &AnswerRow, step: Step) -> Step {
        let seen = self.proofs.get(&repair.id).filter(|_| repair.hidden_at.is_none());
        Step { path: format!("/jawaban/{}", repair.id), picture: seen.cloned(), ..step }
    }

    /// The repair that nobody has denied.
    fn standing_repair(&self) -> Option<&AnswerRow> {
        self.repairs().next_back().filter(|_| self.report.repaired_at.is_some())
    }

    /// Repairs that the body told of and that were none, or did not last: that it said so stays told.
    fn claims(&self) -> impl Iterator<Item = Step> + '_ {
        let standing = self.standing_repair().map(|repair| repair.id);
        self.repairs().filter(move |repair| Some(repair.id) != standing).map(|repair| {
            let done = Progress::Done(Some(self.day(repair.at)));
            let own = Some(repair.agency) == self.report.agency;
            let body = if own { self.body.clone() } else { self.words.t("report-some-body") };
            let sentence = self.words.with("report-way-claimed", "agency", &body);
            self.shown(repair, self.step(None, done, sentence))
        })
    }

    /// A question is answered and not repaired; then this step is absent.
    fn repaired(&self) -> Option<Step> {
        let stage = Some(Stage::Repaired);
        if let Some(repair) = self.standing_repair() {
            let done = Progress::Done(Some(repair.on.unwrap_or_else(|| self.day(repair.at))));
            let sentence = self.words.with("report-way-repaired", "agency", &self.body);
            let step = self.step(stage, done, sentence);
            return Some(self.shown(repair, step));
        }
        if !self.report.class.is_repaired() || self.report.state == State::Closed {
            return None;
        }
        let progress = match self.report.state {
            State::Promised | State::Replied | State::Reopened => {
                self.waiting(self.report.turn_since)
            }
            _ => Progress::Ahead,
        };
        let sentence = self.words.with("report-way-unrepaired", "agency", &self.body);
        Some(self.step(stage, progress, sentence))
    }

    /// How it ended, and that it was opened again.
    fn ends(&self) -> impl Iterator<Item = Step> + '_ {
        let ends = [
            StepKind::Satisfied,
            StepKind::Unsatisfied,
            StepKind::ClosedByRule,
            StepKind::Reopened,
            StepKind::NotRepaired,
        ];
        self.taken.iter().filter(move |step| ends.contains(&step.kind)).map(|step| {
            let done = Progress::Done(Some(self.day(step.at)));
            self.step(None, done, self.words.t(&format!("report-step-{}", step.kind)))
        })
    }
}
