//! Requests about personal data: received with their clock, answered by the desk, looked up by their sender.
use super::{RULES, write_letter};
use crate::{
    requests::{
        ActRow, AnswerDraft, Asked, Decided, Request, RequestAct, RequestDraft, RequestState,
    },
    store,
};
use anyhow::{Context, Result};
use base::{
    app::App,
    cases,
    db::Tx,
    deadlines::{self, ClockName},
    events::{self, Happening},
    ids::{DataRequestId, PersonId},
    languages::{Lang, Words},
    limits::Limited,
    refusal::{OrNotFound, Outcome, Refusal},
    rules::RuleSet,
    visitor::SignedIn,
};

/// The letter of their numbers: `D-261124-7KQ2M`.
const NUMBER: char = 'D';

/// What its sender takes along; `code` for those without an account.
#[derive(Debug)]
pub struct Received {
    pub number: String,
    pub code: Option<String>,
}

pub(crate) fn rules(app: &App) -> Result<&RuleSet> {
    app.rules.at(RULES, app.today())
}

fn number(set: &RuleSet, name: &str) -> Result<i64> {
    set.numbers.get(name).copied().with_context(|| format!("{RULES} has no number {name}"))
}

/// Receives a request: its clock begins now.
pub async fn ask_about_data(
    app: &App,
    sender: (Option<&SignedIn>, Lang),
    draft: &RequestDraft,
) -> Outcome<Received> {
    let (member, lang) = sender;
    let set = rules(app)?;
    let asked = draft.check(member.is_some(), number(set, "text-chars-max")?);
    let asked = asked.map_err(Refusal::Invalid)?;
    if let Some(member) = member
        && store::count_open_of(&app.db, member.id).await? >= number(set, "open-max")?
    {
        return Err(Refusal::Conflict("refusal-requests-open").into());
    }
    let code = member.is_none().then(|| cases::code_of("data", &app.random.token()));
    let mut tx = app.db.begin().await?;
    let request = receive(app, &mut tx, (member, lang), asked, code.as_deref()).await?;
    tx.commit().await?;
    Ok(Received { number: request.number, code })
}

async fn receive(
    app: &App,
    tx: &mut Tx,
    (member, lang): (Option<&SignedIn>, Lang),
    asked: Asked,
    code: Option<&str>,
) -> Outcome<Request> {
    let id: DataRequestId = app.make_id();
    let clock = ClockName { rule_set: RULES, clock: asked.kind.as_str() };
    let request = Request {
        id,
        number: cases::make_number(&app.random, NUMBER, app.today()),
        person: member.map(|member| member.id),
        name: member.map_or(asked.name, |member| member.name.clone()),
        email: asked.email,
        lang: lang.code().to_owned(),
        kind: asked.kind,
        words: asked.words,
        received_at: app.now(),
        due_at: deadlines::start(app, tx, id.into(), clock).await?,
        state: RequestState::Open,
        answered_at: None,
    };
    let code_hash = code.map(cases::code_hash);
    store::insert_request(tx, &request, code_hash.as_deref()).await?;
    let act = (request.person, RequestAct::Received, None, None);
    record(app, tx, (id, "data-request.received"), act).await?;
    Ok(request)
}

/// Writes what was done into the request and into the log, which holds no words of it.
async fn record(
    app: &App,
    tx: &mut Tx,
    (request, verb): (DataRequestId, &str),
    (by, act, ground, words): (Option<PersonId>, RequestAct, Option<String>, Option<String>),
) -> Result<()> {
    let row = ActRow { at: app.now(), person: by, act, ground: ground.clone(), words };
    store::insert_act(tx, (app.make_id(), request), &row).await?;
    let happening = Happening { subject: request.into(), verb, by, detail: ground };
    events::record(app, tx, happening).await?;
    Ok(())
}

/// The desk notes, answers or refuses; an answer stops the clock and is told by letter where there is an address.
pub async fn answer_about_data(
    app: &App,
    by: &SignedIn,
    id: DataRequestId,
    draft: &AnswerDraft,
) -> Outcome<()> {
    let set = rules(app)?;
    let grounds = set.lists.get("refusal").cloned().unwrap_or_default();
    let decided = draft.check(&grounds, number(set, "answer-chars-max")?);
    let decided = decided.map_err(Refusal::Invalid)?;
    let request = store::request(&app.db, id).await?.or_not_found()?;
    let (state, verb) = match decided.act {
        RequestAct::Done => (RequestState::Done, "data-request.done"),
        RequestAct::Refused => (RequestState::Refused, "data-request.refused"),
        RequestAct::Noted | RequestAct::Received => (RequestState::Open, "data-request.noted"),
    };
    let mut tx = app.db.begin().await?;
    if state != RequestState::Open {
        if !store::answer_request(&mut tx, id, state, app.now()).await? {
            return Err(Refusal::Conflict("refusal-request-answered").into());
        }
        deadlines::meet(app, &mut tx, id.into(), request.kind.as_str()).await?;
        tell_answer(app, &mut tx, &request, &decided).await?;
    }
    let Decided { act, ground, words } = decided;
    record(app, &mut tx, (id, verb), (Some(by.id), act, ground, Some(words))).await?;
    tx.commit().await?;
    Ok(())
}

async fn tell_answer(app: &App, tx: &mut Tx, request: &Request, decided: &Decided) -> Result<()> {
    let own = match request.person {
        Some(person) => store::find(&mut *tx, person).await?.and_then(|account| account.email),
        None => request.email.clone(),
    };
    let Some(email) = own else { return Ok(()) };
    let words = app.words(app.languages.by_code(&request.lang).unwrap_or(Lang::INDONESIAN));
    let outcome = outcome_in_words(&words, decided.act, decided.ground.as_deref());
    let link = app.link(words.lang(), "/data-pribadi");
    let values = [
        ("house", app.config.name.as_str()),
        ("number", request.number.as_str()),
        ("outcome", outcome.as_str()),
        ("words", decided.words.as_str()),
        ("link", link.as_str()),
    ];
    let letter =
        (words.fill("mail-request-subject", &values), words.fill("mail-request-body", &values));
    write_letter(app, tx, &email, letter).await
}

/// "Ditolak: …".
pub(crate) fn outcome_in_words(words: &Words, act: RequestAct, ground: Option<&str>) -> String {
    let said = words.t(&format!("request-act-{act}"));
    match ground {
        Some(ground) => format!("{said}: {}", words.t(&format!("request-ground-{ground}"))),
        None => said,
    }
}

/// The request that this number and code open, with what its sender may see.
pub async fn look_up_request(
    app: &App,
    number: &str,
    code: &str,
) -> Outcome<(Request, Vec<ActRow>)> {
    let number = number.trim().to_uppercase();
    app.limits.check_name(Limited::Guess, &format!("data:{number}"), (&app.clock, &app.random))?;
    let found = match cases::read_number(NUMBER, &number) {
        Some(number) => store::request_by_code(&app.db, &number, &cases::code_hash(code)).await?,
        None => None,
    };
    let wrong = || base::refusal::FieldErrors::one("code", "error-request-code");
    let request = found.ok_or_else(|| Refusal::Invalid(wrong()))?;
    let answers = store::answers(&app.db, request.id).await?;
    Ok((request, answers))
}
