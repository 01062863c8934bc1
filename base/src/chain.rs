//! The way of a voice from a story to the body that must act, and on: what each linked subject did, in one ribbon and one
//! chain. Features tell the steps of their own subjects; links tell which subjects belong together.
use crate::{
    app::App,
    feature::Later,
    languages::Lang,
    links, store,
    subject::{Card, Kind, Subject, Thumbnail},
    text_enum,
    web::Frame,
};
use anyhow::Result;
use askama::Template;
use jiff::civil::Date;

text_enum! {
    /// The steps of the ribbon, in its order.
    pub enum Stage {
        Voiced = "voiced",
        Verified = "verified",
        Answered = "answered",
        Repaired = "repaired",
        Innovation = "innovation",
        Replicated = "replicated",
        Measured = "measured",
    }
}

/// How far a step is. One that does not apply is not told at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Since when, if that is known.
    Done(Option<Date>),
    /// Somebody's turn since that day; `overdue`: the rule's time for it is over.
    Waiting { since: Date, overdue: bool },
    /// Comes later.
    Ahead,
}

/// What a subject did, or waits for.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// `None`: worth telling in the chain, no step of the ribbon (a workshop was held).
    pub stage: Option<Stage>,
    pub progress: Progress,
    /// A whole sentence for the chain page: "Dinas Pekerjaan Umum menjawab, 12 hari sesudah laporan diteruskan."
    pub sentence: String,
    /// Where it can be read, from the root, without language.
    pub path: String,
    /// What shows that it was done.
    pub picture: Option<Thumbnail>,
}

impl Step {
    /// The day on which it was done, when that is known.
    pub fn done_on(&self) -> Option<Date> {
        match self.progress {
            Progress::Done(at) => at,
            Progress::Waiting { .. } | Progress::Ahead => None,
        }
    }
}

/// What a feature tells of its subjects in a chain.
#[derive(Clone, Copy)]
pub struct Chain {
    /// How the addresses of its linkable kinds begin, up to the id: `("/laporan/", Kind::Report)`. Reads an address that
    /// someone pasted back into the subject.
    pub addresses: &'static [(&'static str, Kind)],
    /// Only what anyone may see; nothing for a subject that is not public.
    pub steps: for<'a> fn(&'a App, Lang, Subject) -> Later<'a, Vec<Step>>,
}

impl Chain {
    fn knows(&self, kind: Kind) -> bool {
        self.addresses.iter().any(|(_, known)| *known == kind)
    }
}

/// Longest chain that is followed: what lies further off is another matter.
const SUBJECTS_MAX: usize = 40;
/// Subjects that are looked at for it, those included that nobody may read: letters to the desk take no room from the rest.
const LOOKED_AT_MAX: usize = 1_000;

/// A subject of a chain: its card and what it did.
#[derive(Debug, Clone)]
pub struct Member {
    pub card: Card,
    pub steps: Vec<Step>,
}

/// The subject and what is linked with it, step by step outwards, public ones only. Links of the kind `related` end here:
/// they say that two things resemble each other, not that one led to the other.
pub async fn members(app: &App, lang: Lang, subject: Subject) -> Result<Vec<Member>> {
    let mut met = vec![subject];
    let mut members = vec![];
    let mut next = 0;
    while let Some(subject) = met.get(next).copied() {
        next += 1;
        if members.len() == SUBJECTS_MAX {
            break;
        }
        let Some(card) = app.describe(lang, subject).await?.filter(|card| card.public) else {
            continue;
        };
        members.push(Member { card, steps: steps(app, lang, subject).await? });
        for link in store::links_of(&app.db, subject).await? {
            let other = link.other_end(subject);
            if link.kind.leads() && met.len() < LOOKED_AT_MAX && !met.contains(&other) {
                met.push(other);
            }
        }
    }
    Ok(members)
}

async fn steps(app: &App, lang: Lang, subject: Subject) -> Result<Vec<Step>> {
    for chain in app.features.iter().filter_map(|feature| feature.chain) {
        if chain.knows(subject.kind) {
            return (chain.steps)(app, lang, subject).await;
        }
    }
    Ok(vec![])
}

/// Whether subjects of this kind stand in chains, so that links may be made to them.
pub fn takes(app: &App, kind: Kind) -> bool {
    app.features.iter().filter_map(|feature| feature.chain).any(|chain| chain.knows(kind))
}

/// The subject that an address of this site is about: `https://…/en/laporan/0abc/judul` or only its path.
pub fn at_address(app: &App, address: &str) -> Option<Subject> {
    let path = address.strip_prefix(&app.config.address).unwrap_or(address).trim();
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    let lang = app.languages.by_code(first).filter(|lang| !lang.prefix().is_empty());
    let path = lang.and_then(|lang| path.strip_prefix(lang.prefix().as_str())).unwrap_or(path);
    let chains = app.features.iter().filter_map(|feature| feature.chain);
    chains.flat_map(|chain| chain.addresses).find_map(|(start, kind)| {
        let id = path.strip_prefix(start)?.split('/').next()?;
        Some(Subject::new(*kind, crate::ids::parse_short(id)?))
    })
}

/// The ribbon, in its order: of each stage the nearest step that is not later than what follows it; where there is none
/// such, the nearest. A story that was written after the answer did not give rise to it. `told` goes from the subject
/// outwards.
pub fn ribbon<'a>(told: impl IntoIterator<Item = &'a Step>) -> Vec<(Stage, &'a Step)> {
    let told: Vec<(Stage, &Step)> =
        told.into_iter().filter_map(|step| Some((step.stage?, step))).collect();
    let mut ribbon = vec![];
    let mut follows = Date::MAX;
    for stage in Stage::ALL.iter().rev() {
        let of_stage = || told.iter().filter(|(known, _)| known == stage);
        let in_time = of_stage().find(|(_, step)| step.done_on().is_none_or(|on| on <= follows));
        if let Some(nearest) = in_time.or_else(|| of_stage().next()) {
            follows = nearest.1.done_on().unwrap_or(follows).min(follows);
            ribbon.insert(0, *nearest);
        }
    }
    ribbon
}

#[derive(Template)]
#[template(path = "_chain.html")]
struct ChainBlock<'a> {
    f: &'a Frame,
    ribbon: Vec<(Stage, &'a Step)>,
    linked: Vec<links::Linked>,
    /// The chain page, when the chain is more than this subject.
    whole: Option<String>,
    /// Where links of this subject are made and undone, for those who may.
    edit: Option<String>,
    /// The language of the page, when it is not that of the text around the block.
    lang: Option<&'a str>,
}

/// The ribbon and the links of a subject as they stand on its page. `around` is the language of the element that the
/// block stands in. Most subjects lead nowhere: their own steps are the whole ribbon, and nothing else is asked for.
pub async fn block(app: &App, f: &Frame, subject: Subject, around: &str) -> Result<String> {
    let lang = f.words.lang();
    let linked = links::of(app, lang, subject).await?;
    let leads = linked.iter().any(|link| link.kind.leads());
    let told: Vec<Step> = if leads {
        let members = members(app, lang, subject).await?;
        members.into_iter().flat_map(|member| member.steps).collect()
    } else {
        steps(app, lang, subject).await?
    };
    let offers_links =
        app.stands("/tautan/{subject}") && links::offers(app, lang, (&f.visitor, subject)).await?;
    let block = ChainBlock {
        f,
        ribbon: ribbon(&told),
        linked,
        whole: leads.then(|| format!("/rantai/{subject}")),
        edit: offers_links.then(|| format!("/tautan/{subject}")),
        lang: (around != f.lang()).then(|| f.lang()),
    };
    Ok(block.render()?)
}

/// The block as pages of the gallery show it: voiced, answered late, a repair that is awaited.
pub fn sample_block(f: &Frame) -> String {
    let today = f.zone.date(f.now);
    let step = |stage, progress| Step {
        stage: Some(stage),
        progress,
        sentence: String::new(),
        path: "/laporan/7".to_owned(),
        picture: None,
    };
    let steps = [
        step(Stage::Voiced, Progress::Done(Some(today))),
        step(Stage::Verified, Progress::Done(None)),
        step(Stage::Repaired, Progress::Waiting { since: today, overdue: true }),
        step(Stage::Measured, Progress::Ahead),
    ];
    let subject = Subject::new(Kind::Report, 7);
    let block = ChainBlock {
        f,
        ribbon: steps.iter().filter_map(|step| Some((step.stage?, step))).collect(),
        linked: vec![links::Linked {
            id: crate::ids::LinkId(1),
            kind: links::LinkKind::Evidence,
            backwards: true,
            reason: Some("Tempat dan hari yang sama.".to_owned()),
            card: Card::named(subject, "Lampu jalan mati", "/laporan/7"),
        }],
        whole: Some("/rantai/report-7".to_owned()),
        edit: Some("/tautan/report-7".to_owned()),
        lang: None,
    };
    block.render().unwrap_or_else(|error| error.to_string())
}

impl ChainBlock<'_> {
    fn days(&self, since: &Date) -> i64 {
        days_between(*since, self.f.zone.date(self.f.now))
    }

    fn is_empty(&self) -> bool {
        self.ribbon.is_empty() && self.linked.is_empty() && self.edit.is_none()
    }
}

/// Whole days from one date to another; 0 when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days()).max(0)
}

impl Stage {
    /// The key of its name in the ribbon.
    pub fn key(self) -> String {
        format!("chain-stage-{self}")
    }

    /// The key of "Sudah 12 hari belum dijawab".
    pub fn waiting_key(self) -> String {
        format!("chain-waiting-{self}")
    }
}
