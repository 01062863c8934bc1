//! Makes a view from rows.
use super::{
    AnswerView, Due, For, Link, Moment, Names, ReportView, Rows, Silence, StepView, paragraphs,
};
use crate::{
    report::{Actor, AnswerKind, Report, State, StepKind, Visibility, Way},
    store::{AnswerRow, StepRow},
    way,
};
use base::{chain::days_between, clock::Zone, jiff::Timestamp, subject::Subject, web::Frame};
use media::Attached;
use std::collections::HashSet;

/// Makes a view from rows, in one language for one reader.
pub(crate) struct Made<'a> {
    pub f: &'a Frame,
    pub zone: Zone,
    pub reader: For,
    pub names: &'a Names,
}

impl Made<'_> {
    pub fn view(&self, rows: &Rows, area: Link) -> ReportView {
        let (f, report) = (self.f, &rows.report);
        let (title, text) = self.words_of(rows);
        let happened = report.happened_on.map(|day| (f.words.date(day), day.to_string()));
        let category = f.t(&format!("report-category-{}", report.category));
        let category = (category, format!("/laporan?jenis={}", report.category));
        let reason = report.refusal.as_ref().map(|key| f.t(&format!("report-refusal-{key}")));
        let own = matches!(self.reader, For::Body(_));
        let secret_to_body = own && report.visibility == Visibility::Secret;
        ReportView {
            id: report.id,
            number: report.number.clone(),
            title,
            paragraphs: paragraphs(&text),
            category: match secret_to_body {
                true => (f.t("report-mark-secret"), "/laporan".to_owned()),
                false => category,
            },
            area,
            landmark: report.landmark.clone().filter(|_| !secret_to_body),
            happened_on: happened.filter(|_| !secret_to_body),
            sent: match secret_to_body {
                true => Moment::day(f, self.zone, report.sent_at),
                false => Moment::of(f, self.zone, report.sent_at),
            },
            byline: if own { None } else { self.byline(report) },
            standing: report.standing(),
            verified: report.verified_at.is_some(),
            class_word: f.t(&format!("report-class-{}", report.class)),
            visibility: report.visibility,
            refusal: reason,
            body: report.agency.and_then(|id| self.names.agency(id)),
            wanted: report.wanted.and_then(|id| self.names.agency(id)).filter(|_| !own),
            due: Due::of_report(f, self.zone, report),
            silence: self.silence(report),
            answers: self.answers(rows),
            steps: rows.steps.iter().map(|step| self.step(step, report)).collect(),
        }
    }

    /// Title and text; to a body, of a secret report, the number and what the desk passed on.
    fn words_of(&self, rows: &Rows) -> (String, String) {
        let report = &rows.report;
        match self.reader {
            For::Body(agency) if report.visibility == Visibility::Secret => {
                let to = rows.deliveries.iter().rfind(|delivery| delivery.agency == agency);
                let words = to.and_then(|delivery| delivery.words.clone()).unwrap_or_default();
                (report.number.clone(), words)
            }
            _ => (report.title.clone(), report.text.clone()),
        }
    }

    fn byline(&self, report: &Report) -> Option<Link> {
        let person = report.person?;
        let name = self.names.person(Some(person))?;
        Some((name.clone(), format!("/pewarta/{person}")))
    }

    fn days(&self, since: Timestamp) -> String {
        self.f.n("report-days", days_between(self.zone.date(since), self.zone.date(self.f.now)))
    }

    fn silence(&self, report: &Report) -> Option<Silence> {
        let delivered = report.delivered_at.filter(|_| report.waits_for_body())?;
        let again = match report.state {
            State::Replied => Some("report-silence-reply"),
            State::Reopened => Some("report-silence-reopened"),
            State::Promised => return None,
            _ => None,
        };
        Some(Silence {
            days: self.days(report.turn_since),
            again: again.map(|key| self.f.with(key, "days", &self.days(report.turn_since))),
            since_delivery: self.days(delivered),
            since_receipt: report.received_at.map(|at| self.days(at)),
            due: report.due_at.map(|due| Due::of(self.f, self.zone, due)),
        })
    }

    fn step(&self, step: &StepRow, report: &Report) -> StepView {
        let f = self.f;
        let body = step.agency.and_then(|id| self.names.agency(id));
        let body = body.map_or_else(|| f.t("report-some-body"), |(name, _)| name);
        let reason = report.refusal.as_ref().map(|key| f.t(&format!("report-refusal-{key}")));
        let values = [("agency", body.as_str()), ("reason", reason.as_deref().unwrap_or_default())];
        let key = match (step.kind, step.actor) {
            // The desk wrote down what came by letter, and says so.
            (StepKind::Answered | StepKind::Promised | StepKind::Repaired, Actor::Desk) => {
                format!("report-step-noted-{}", step.kind)
            }
            (kind, _) => format!("report-step-{kind}"),
        };
        let hidden = step.words.is_some() && step.hidden_at.is_some();
        let whole = self.reader == For::Whole;
        let words = match hidden {
            true if step.words_wait() && !whole => Some(f.t("report-words-wait")),
            true if !whole => Some(match step.hidden_reason {
                Some(offence) => {
                    f.with("report-words-hidden-for", "reason", &f.t(&format!("offence-{offence}")))
                }
                None => f.t("report-words-hidden"),
            }),
            _ => step.words.clone(),
        };
        // Of a secret report a body reads what was passed on to it and what it wrote itself; the rest stays at the desk.
        let secret = report.visibility == Visibility::Secret;
        let reporters = step.actor == Actor::Reporter && step.words.is_some();
        let withheld = secret && !whole && !self.is_of_reader(step);
        StepView {
            id: step.id,
            when: match withheld {
                true => Moment::day(f, self.zone, step.at),
                false => Moment::of(f, self.zone, step.at),
            },
            who: self.who(step, (report, &body)),
            sentence: f.words.fill(&key, &values),
            words: if withheld { step.passed.clone() } else { words },
            passed: step.passed.clone().filter(|_| whole),
            hideable: reporters && (step.words_wait() || (!hidden && !secret)),
            showable: hidden && !secret,
            passable: reporters && secret && step.passed.is_none(),
        }
    }

    /// Whether the body that reads took this step, or the desk noted it for that body.
    fn is_of_reader(&self, step: &StepRow) -> bool {
        let For::Body(own) = self.reader else { return false };
        step.agency == Some(own) && step.kind.of_body()
    }

    fn who(&self, step: &StepRow, (report, body): (&Report, &str)) -> String {
        let name = self.names.person(step.person);
        let with_name = |office: String| match name {
            Some(name) => format!("{office} ({name})"),
            None => office,
        };
        match step.actor {
            Actor::Reporter => {
                let open = matches!(self.reader, For::Anyone | For::Whole);
                let named = self.byline(report).filter(|_| open);
                named.map_or_else(|| self.f.t("report-actor-reporter"), |(name, _)| name)
            }
            Actor::Desk => with_name(self.f.t("report-actor-desk")),
            Actor::Body => with_name(body.to_owned()),
            Actor::Rule => self.f.t("report-actor-rule"),
        }
    }

    /// With the first word of a body stands how long it was silent.
    fn answers(&self, rows: &Rows) -> Vec<AnswerView> {
        let secret = rows.report.visibility == Visibility::Secret;
        let reads = |row: &&AnswerRow| match self.reader {
            For::Body(own) => !secret || row.agency == own,
            For::Anyone | For::Whole => true,
        };
        let mut spoke = HashSet::new();
        let view = |row: &AnswerRow| {
            let mut view = self.answer((row, rows.attached.get(&row.id)));
            if spoke.insert(row.agency) {
                let silence = way::silence(&self.f.words, &rows.deliveries, row, self.zone);
                view.facts.push(self.f.with("report-answer-waited", "silence", &silence));
            }
            view
        };
        rows.answers.iter().filter(reads).map(view).collect()
    }

    fn reads_hidden(&self, row: &AnswerRow) -> bool {
        match self.reader {
            For::Anyone => false,
            For::Body(own) => row.agency == own,
            For::Whole => true,
        }
    }

    fn answer(&self, (row, attached): (&AnswerRow, Option<&Vec<Attached>>)) -> AnswerView {
        let (f, attached) = (self.f, attached.map_or(&[][..], Vec::as_slice));
        let body = self.names.agency(row.agency).map_or_else(String::new, |(name, _)| name);
        let (class, key) = match row.kind {
            AnswerKind::Answer => ("box good", "report-answer-heading"),
            AnswerKind::Promise => ("box wait", "report-promise-heading"),
            AnswerKind::Repair => ("box good", "report-repair-heading"),
        };
        let date = f.words.day_month_year(self.zone.date(row.at));
        let values = [("agency", body.as_str()), ("date", &date)];
        let writer = self.names.person(row.person).cloned().unwrap_or_default();
        let written = [("name", writer.as_str()), ("agency", &body)];
        let by = match (row.way, writer.is_empty()) {
            (Way::Here, false) => f.words.fill("report-answer-by", &written),
            (Way::Here, true) => body.clone(),
            (Way::Letter | Way::Counter, _) => f.t("report-answer-noted"),
        };
        let day = |key: &str, day: base::jiff::civil::Date| {
            f.with(key, "date", &f.words.day_month_year(day))
        };
        let on = match row.kind {
            AnswerKind::Repair => "report-repaired-on",
            AnswerKind::Answer | AnswerKind::Promise => "report-letter-of",
        };
        let mut facts: Vec<String> = row.on.map(|date| day(on, date)).into_iter().collect();
        facts.extend(row.until.map(|date| day("report-promised-until", date)));
        // Its body and the desk read on what a moderator took from sight.
        let hidden = row.hidden_reason.map(|offence| {
            f.with("report-answer-hidden", "reason", &f.t(&format!("offence-{offence}")))
        });
        let gone = hidden.is_some() && !self.reads_hidden(row);
        facts.extend(hidden);
        AnswerView {
            id: row.id,
            flag: format!("/tandai/{}", Subject::from(row.id)),
            class,
            heading: f.words.fill(key, &values),
            paragraphs: if gone { vec![] } else { paragraphs(&row.text) },
            by,
            facts,
            link: row.link.clone().filter(|_| !gone),
            attachments: match self.reader {
                _ if gone => String::new(),
                For::Anyone => media::shown(f, attached),
                For::Body(_) | For::Whole => media::shown_to_few(f, attached),
            },
        }
    }
}
