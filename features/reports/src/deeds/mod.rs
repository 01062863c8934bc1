//! What may be done with a report on a page of its own: which deeds stand open to whom, what each asks, how it is done.
pub(crate) mod perform;

use crate::{
    actions::{self, Act},
    draft::WORDS_LETTERS_MAX,
    may,
    report::{Class, Report, State, StepKind, Turn, Visibility, Way, after},
    rules::ReportRules,
    store::SenderRow,
};
use base::{app::App, offences::Offence, refusal::Outcome, text_enum, web::Frame};

text_enum! {
    /// As it stands in addresses.
    pub enum Deed {
        Verify = "periksa",
        Refuse = "tolak",
        Deliver = "teruskan",
        Receive = "terima",
        GiveBack = "kembalikan",
        Answer = "jawab",
        Promise = "janji",
        Repair = "perbaikan",
        Ask = "tanya",
        Note = "catatan",
        HideWords = "sembunyikan",
        ShowWords = "tayangkan",
        /// Of a secret report, to the body.
        PassOn = "sampaikan",
        /// The desk has read what the sender wrote.
        Seen = "dibaca",
        Reopen = "buka",
        NotRepaired = "belum-diperbaiki",
        Confirm = "konfirmasi",
        RenewCode = "kode-baru",
        Reply = "balas",
        Satisfied = "selesai",
        Unsatisfied = "tidak-puas",
        Tell = "pesan",
    }
}

impl Deed {
    /// The key of the words on its button.
    pub fn key(self) -> String {
        format!("report-deed-{self}")
    }

    /// The same on a report in a state: whoever is asked whether a thing was mended says that it was, or not.
    pub fn key_in(self, state: State) -> String {
        match (self, state) {
            (Deed::Satisfied, State::Repaired) => "report-deed-sudah-diperbaiki".to_owned(),
            _ => self.key(),
        }
    }

    /// The step that it takes, if it takes one.
    fn step(self) -> Option<StepKind> {
        Some(match self {
            Deed::Verify => StepKind::Verified,
            Deed::Refuse => StepKind::Refused,
            Deed::Deliver => StepKind::Delivered,
            Deed::Receive => StepKind::Received,
            Deed::GiveBack => StepKind::Returned,
            Deed::Answer => StepKind::Answered,
            Deed::Promise => StepKind::Promised,
            Deed::Repair => StepKind::Repaired,
            Deed::Reopen => StepKind::Reopened,
            Deed::NotRepaired => StepKind::NotRepaired,
            Deed::Reply => StepKind::Replied,
            Deed::Satisfied => StepKind::Satisfied,
            Deed::Unsatisfied => StepKind::Unsatisfied,
            Deed::Ask
            | Deed::Note
            | Deed::HideWords
            | Deed::ShowWords
            | Deed::PassOn
            | Deed::Seen
            | Deed::Confirm
            | Deed::RenewCode
            | Deed::Tell => return None,
        })
    }

    /// A body shows what it says: a letter, a street that is mended.
    pub fn takes_files(self) -> bool {
        matches!(self, Deed::Answer | Deed::Promise | Deed::Repair)
    }

    fn follows(self, report: &Report) -> bool {
        self.step().is_some_and(|step| after(report.state, step).is_some())
    }
}

/// For the desk, the likeliest first.
pub(crate) fn for_desk(report: &Report) -> Vec<Deed> {
    let own = [Deed::Verify, Deed::Deliver, Deed::Refuse, Deed::Reopen];
    let of_body = [Deed::Receive, Deed::Answer, Deed::Promise, Deed::Repair, Deed::GiveBack];
    // While the body has it, the desk notes what came from there by letter.
    let all = match report.turn {
        Turn::Body => [&of_body[..], &own].concat(),
        _ => [&own[..], &of_body].concat(),
    };
    let open = all.into_iter().filter(|deed| deed.follows(report));
    let open = open.filter(|deed| *deed != Deed::Receive || report.received_at.is_none());
    open.chain([Deed::Ask, Deed::Note]).collect()
}

/// What the desk does with words of the sender: those of a secret report go to its body or to nobody.
pub(crate) fn on_words(report: &Report) -> [Deed; 3] {
    match report.visibility {
        Visibility::Secret => [Deed::HideWords, Deed::PassOn, Deed::Seen],
        _ => [Deed::HideWords, Deed::ShowWords, Deed::Seen],
    }
}

/// For an officer of the body that has it, the likeliest first: what was promised is repaired next.
pub(crate) fn for_body(report: &Report) -> Vec<Deed> {
    let all = match report.state {
        State::Promised => {
            [Deed::Repair, Deed::Answer, Deed::Promise, Deed::Receive, Deed::GiveBack]
        }
        _ => [Deed::Answer, Deed::Promise, Deed::Repair, Deed::Receive, Deed::GiveBack],
    };
    let open = all.into_iter().filter(|deed| deed.follows(report));
    open.filter(|deed| *deed != Deed::Receive || report.received_at.is_none()).collect()
}

/// For its sender.
pub(crate) fn for_sender(app: &App, report: &Report, sender: &SenderRow) -> Outcome<Vec<Deed>> {
    let act = Act::reporter(app.now());
    let mut open = vec![];
    if report.state == State::Sent && sender.code_hash.is_some() && !sender.consented() {
        open.extend([Deed::Confirm, Deed::RenewCode]);
    }
    for deed in [Deed::Satisfied, Deed::NotRepaired, Deed::Reply, Deed::Unsatisfied] {
        let late = deed == Deed::Reply && !actions::in_time(report, &act);
        // Of a repair is asked whether it was one: an answer to it says yes or no.
        let besides = deed == Deed::Reply && report.state == State::Repaired;
        if deed.follows(report) && !late && !besides {
            open.push(deed);
        }
    }
    if Deed::Reopen.follows(report) && actions::reopens(app, report, &act)? {
        open.push(Deed::Reopen);
    }
    open.push(Deed::Tell);
    Ok(open)
}

/// One field of a deed's form.
pub(crate) struct Ask {
    pub name: &'static str,
    /// The key of its label; the hint is `{key}-hint`.
    pub key: &'static str,
    pub hint: bool,
    pub kind: AskKind,
}

pub(crate) enum AskKind {
    Text(usize),
    Line,
    Day,
    Choice(Vec<(String, String)>),
    Tick,
}

fn ask(name: &'static str, key: &'static str, kind: AskKind) -> Ask {
    Ask { name, key, hint: false, kind }
}

fn hinted(name: &'static str, key: &'static str, kind: AskKind) -> Ask {
    Ask { hint: true, ..ask(name, key, kind) }
}

/// What a deed asks.
pub(crate) async fn asks(app: &App, f: &Frame, deed: Deed, report: &Report) -> Outcome<Vec<Ask>> {
    let rules = ReportRules::now(app)?;
    let long = rules.answer_chars_max()?;
    Ok(match deed {
        Deed::Deliver => {
            let bodies = agencies::choices(app, Some(report.area)).await?;
            let bodies = bodies.into_iter().map(|body| {
                let note = body.note.map(|note| format!(" ({note})")).unwrap_or_default();
                (body.id.to_string(), format!("{}{note}", body.name))
            });
            let mut asks = vec![
                hinted("agency", "report-ask-agency", AskKind::Choice(bodies.collect())),
                ask("way", "report-ask-way", AskKind::Choice(ways(f))),
            ];
            if report.visibility == Visibility::Secret {
                let kind = AskKind::Text(WORDS_LETTERS_MAX);
                asks.push(hinted("words", "report-ask-pass-on", kind));
            }
            asks
        }
        Deed::Refuse => {
            let name = |key: &String| (key.clone(), f.t(&format!("report-refusal-{key}")));
            let reasons = rules.refusals().iter().map(name).collect();
            vec![
                hinted("reason", "report-ask-reason", AskKind::Choice(reasons)),
                ask("words", "report-ask-public-words", AskKind::Text(WORDS_LETTERS_MAX)),
            ]
        }
        other => plain_asks(f, other, long),
    })
}

fn plain_asks(f: &Frame, deed: Deed, long: usize) -> Vec<Ask> {
    let short = || AskKind::Text(WORDS_LETTERS_MAX);
    match deed {
        Deed::Verify => vec![
            hinted("class", "report-ask-class", AskKind::Choice(classes(f))),
            ask("words", "report-ask-public-words", short()),
        ],
        Deed::Receive => vec![hinted("on", "report-ask-received-on", AskKind::Day)],
        Deed::GiveBack => vec![hinted("words", "report-ask-not-ours", short())],
        Deed::Answer => vec![
            hinted("text", "report-ask-answer", AskKind::Text(long)),
            ask("on", "report-ask-letter-day", AskKind::Day),
        ],
        Deed::Promise => vec![
            hinted("text", "report-ask-promise", AskKind::Text(actions::PROMISE_LETTERS_MAX)),
            hinted("until", "report-ask-until", AskKind::Day),
            ask("on", "report-ask-letter-day", AskKind::Day),
        ],
        Deed::Repair => vec![
            hinted("text", "report-ask-repair", AskKind::Text(long)),
            ask("on", "report-ask-repaired-on", AskKind::Day),
            hinted("link", "report-ask-link", AskKind::Line),
        ],
        Deed::Ask => vec![hinted("words", "report-ask-question", short())],
        Deed::Note => vec![hinted("words", "report-ask-note", short())],
        Deed::Reopen => vec![hinted("words", "report-ask-reopen", short())],
        Deed::NotRepaired => vec![hinted("words", "report-ask-not-repaired", short())],
        Deed::Confirm => vec![
            hinted("code", "report-ask-code", AskKind::Line),
            ask("terms", "report-ask-terms", AskKind::Tick),
        ],
        Deed::Reply => vec![hinted("words", "report-ask-reply", short())],
        Deed::Satisfied | Deed::Unsatisfied => {
            vec![hinted("words", "report-ask-verdict", short())]
        }
        Deed::Tell => vec![hinted("words", "report-ask-tell", short())],
        Deed::PassOn => vec![hinted("words", "report-ask-pass-on", short())],
        Deed::HideWords => {
            vec![hinted("reason", "report-ask-words-reason", AskKind::Choice(offences(f)))]
        }
        Deed::RenewCode | Deed::ShowWords | Deed::Seen | Deed::Deliver | Deed::Refuse => vec![],
    }
}

fn offences(f: &Frame) -> Vec<(String, String)> {
    let name = |offence: &Offence| (offence.to_string(), f.t(&format!("offence-{offence}")));
    Offence::ALL.iter().map(name).collect()
}

fn ways(f: &Frame) -> Vec<(String, String)> {
    Way::ALL.iter().map(|way| (way.to_string(), f.t(&format!("report-way-of-{way}")))).collect()
}

fn classes(f: &Frame) -> Vec<(String, String)> {
    let name = |class: &Class| (class.to_string(), f.t(&format!("report-class-{class}")));
    Class::ALL.iter().map(name).collect()
}

/// Whether a letter to the Ombudsman stands ready.
pub(crate) fn offers_ombudsman(report: &Report) -> bool {
    may::may_go_further(report)
}
