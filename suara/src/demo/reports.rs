//! The reports of the demonstration, with everything that followed.
use super::{Loaded, code, data, known, ours, say};
use ::reports::{
    Act, AnswerKind, Class, Report, ReportDraft, Said, Saying, Sending, Visibility, Way,
    close_by_rule, deliver, file, give_back, judge, receive, refuse, reopen, reply, tell_overdue,
    verify,
};
use anyhow::{Context, Result, bail};
use base::{
    app::App,
    db::Tx,
    ids::ReportId,
    jiff::{Timestamp, civil::Date},
    languages::Lang,
    links::{self, LinkKind},
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Written {
    key: String,
    title: String,
    text: String,
    category: String,
    class: String,
    area: String,
    landmark: Option<String>,
    happened_on: Option<Date>,
    by: Option<String>,
    visibility: Option<String>,
    sent_at: Timestamp,
    #[serde(default)]
    stories: Vec<String>,
    steps: Vec<Step>,
    #[serde(default)]
    comments: Vec<data::Comment>,
}

#[derive(Deserialize)]
struct Step {
    at: Timestamp,
    does: String,
    by: Option<String>,
    /// The key of a body.
    to: Option<String>,
    text: Option<String>,
    reason: Option<String>,
    on: Option<Date>,
    until: Option<Date>,
    link: Option<String>,
    #[serde(default)]
    letter: bool,
}

/// Reports by the keys of their file, after the people, the bodies and the stories.
pub(super) async fn load(app: &App, tx: &mut Tx, loaded: &mut Loaded) -> Result<()> {
    for written in data::list::<Written>("reports.toml", "report")? {
        let id = tell(app, tx, &written, loaded).await;
        let id = id.with_context(|| format!("demo/reports.toml: {}", written.key))?;
        loaded.reports.insert(written.key, id);
    }
    Ok(())
}

async fn tell(app: &App, tx: &mut Tx, written: &Written, loaded: &Loaded) -> Result<ReportId> {
    let by = written.by.as_ref().map(|key| known(&loaded.people, key)).transpose()?;
    let sent = Act::reporter(written.sent_at).imported();
    let made = ours(file(app, tx, by, (&draft(app, written)?, &sent)).await)?;
    let mut report = made.context("the same report stands twice")?;
    for step in &written.steps {
        let taken = take(app, tx, &report, (step, loaded)).await;
        taken.with_context(|| format!("{} at {}", step.does, step.at))?;
        report = ours(::reports::find(tx, report.id).await)?;
    }
    for story in &written.stories {
        let ends = (known(&loaded.stories, story)?.into(), report.id.into());
        links::join(app, tx, ends, (LinkKind::Evidence, None), None).await?;
    }
    for comment in &written.comments {
        say(app, tx, (report.id.into(), None), (comment, loaded)).await?;
    }
    Ok(report.id)
}

fn draft(app: &App, written: &Written) -> Result<ReportDraft> {
    let visibility = match &written.visibility {
        Some(word) => Visibility::parse(word).with_context(|| format!("visibility {word}"))?,
        None => Visibility::Open,
    };
    Ok(ReportDraft {
        title: written.title.clone(),
        text: written.text.trim().to_owned(),
        category: written.category.clone(),
        class: Class::parse(&written.class).with_context(|| format!("class {}", written.class))?,
        area: code(&written.area)?,
        landmark: written.landmark.clone(),
        happened_on: written.happened_on,
        wanted: None,
        visibility,
        contact: None,
        lang: Lang::INDONESIAN,
        // Nobody knows the codes of the demonstration either.
        mark: app.random.token(),
        story: None,
    })
}

async fn take(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    (step, loaded): (&Step, &Loaded),
) -> Result<()> {
    let by = step.by.as_ref().map(|key| known(&loaded.people, key)).transpose()?;
    let desk = Act::desk(step.at, by).imported();
    let body = if step.letter { desk } else { Act::body(step.at, by).imported() };
    let reporter = Act::reporter(step.at).imported();
    let words = || step.text.clone().context("a step without its words");
    ours(match step.does.as_str() {
        "verify" => verify(app, tx, report, &desk, (report.class, step.text.clone())).await,
        "refuse" => {
            let reason = step.reason.as_deref().context("a refusal without its reason")?;
            refuse(app, tx, report, &desk, (reason, step.text.clone())).await
        }
        "deliver" => {
            let to = step.to.as_deref().context("a delivery to nobody")?;
            let agency = known(&loaded.agencies, to)?;
            let to = Sending { agency, way: Way::Letter, words: step.text.clone() };
            deliver(app, tx, report, &desk, &to).await
        }
        "receive" => receive(app, tx, report, &body).await,
        "return" => give_back(app, tx, report, &body, words()?).await,
        "reply" => reply(app, tx, report, &reporter, words()?).await,
        "satisfied" => judge(app, tx, report, &reporter, (true, step.text.clone())).await,
        "unsatisfied" => judge(app, tx, report, &reporter, (false, step.text.clone())).await,
        "reopen" => reopen(app, tx, report, &reporter, words()?).await,
        "close" => close_by_rule(app, tx, report, &Act::rule(step.at).imported()).await,
        "overdue" => tell_overdue(app, tx, report, &Act::rule(step.at).imported()).await,
        said => {
            let saying = saying(said, step)?;
            return ours(::reports::say(app, tx, report, &body, saying).await).map(|_| ());
        }
    })?;
    Ok(())
}

fn saying(does: &str, step: &Step) -> Result<Saying> {
    let Some(kind) = AnswerKind::parse(does) else { bail!("nobody does {does:?}") };
    let said = Said {
        text: step.text.clone().context("a body that says nothing")?,
        on: step.on,
        until: step.until,
        link: step.link.clone(),
    };
    let way = if step.letter { Way::Letter } else { Way::Here };
    Ok(Saying { kind, way, said, files: String::new() })
}
