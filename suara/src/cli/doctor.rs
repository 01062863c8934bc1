//! `suara doctor`: what is wrong with this installation, and how to mend it.
use crate::assemble;
use anyhow::{Result, bail};
use base::{clock::Clock, config::Config, db::Engine, rules::Rules, store};
use std::{fmt::Display, net::TcpListener};

/// How a check went.
enum Finding {
    Good(String),
    /// Works, but the operator should know.
    Mind(String),
    Bad(String),
}

use Finding::{Bad, Good, Mind};

impl Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Good(text) => write!(f, "[ ok ] {text}"),
            Mind(text) => write!(f, "[note] {text}"),
            Bad(text) => write!(f, "[FAIL] {text}"),
        }
    }
}

/// Prints every finding; fails when one is bad.
pub async fn run(config: Config) -> Result<()> {
    let mut findings = vec![data_folder(&config), address(&config), listening(&config)];
    findings.extend(holidays());
    findings.push(mail(&config));
    findings.extend(database(config).await);
    for finding in &findings {
        println!("{finding}");
    }
    let bad = findings.iter().filter(|finding| matches!(finding, Bad(_))).count();
    if bad > 0 {
        bail!("{bad} of {} checks failed", findings.len());
    }
    Ok(())
}

fn data_folder(config: &Config) -> Finding {
    let folder = config.data.display();
    if !config.data.is_dir() {
        return Mind(format!("the data folder {folder} is not there yet; `suara serve` makes it"));
    }
    match tempfile::NamedTempFile::new_in(&config.data) {
        Ok(_) => Good(format!("the data folder {folder} can be written to")),
        Err(error) => Bad(format!(
            "the data folder {folder} cannot be written to ({error}): check its owner and the disk"
        )),
    }
}

fn address(config: &Config) -> Finding {
    if config.https() {
        Good(format!("the public address is {}", config.address))
    } else if config.address.contains("127.0.0.1") || config.address.contains("localhost") {
        Mind(format!(
            "the public address is {}: links in e-mails work on this machine only; set --address",
            config.address
        ))
    } else {
        Mind(format!(
            "{} is plain http: passwords cross the line unprotected, and browsers offer neither passkeys nor the \
             app; put a proxy with a certificate in front",
            config.address
        ))
    }
}

fn listening(config: &Config) -> Finding {
    match TcpListener::bind(config.listen) {
        Ok(_) => Good(format!("{} is free to listen on", config.listen)),
        Err(error) => Mind(format!(
            "{} is taken ({error}); fine if Suara is running there now",
            config.listen
        )),
    }
}

/// The decree for a year comes out in the year before.
fn holidays() -> Vec<Finding> {
    let year = base::clock::Zone::Wib.date(Clock::System.now()).year();
    let known = match Rules::load() {
        Ok(rules) => rules.years_known(),
        Err(error) => return vec![Bad(format!("the rule sets do not load: {error:#}"))],
    };
    let missing = |wanted: i16| {
        format!(
            "holidays of {wanted} are not known: working-day deadlines count them as working days; add rules/holidays-{wanted}.toml"
        )
    };
    [year, year + 1]
        .into_iter()
        .map(|wanted| match known.contains(&wanted) {
            true => Good(format!("holidays of {wanted} are known")),
            false => Mind(missing(wanted)),
        })
        .collect()
}

fn mail(config: &Config) -> Finding {
    match (base::mail::Mailer::from_config(config), &config.smtp) {
        (Err(error), _) => Bad(format!("e-mail: {error:#}")),
        (Ok(_), Some(_)) => Good("e-mails leave by SMTP".to_owned()),
        (Ok(_), None) => Mind(format!(
            "e-mails are kept as files in {}, not sent: set SUARA_SMTP so that people get their codes",
            config.data.join("outbox").display()
        )),
    }
}

async fn database(config: Config) -> Vec<Finding> {
    let embedded = config.database.is_none();
    if embedded && !config.sqlite_path().exists() {
        return vec![Mind(
            "the embedded database is not there yet; `suara serve` makes it".to_owned(),
        )];
    }
    let app = match assemble::open(config).await {
        Ok(app) => app,
        Err(error) => return vec![Bad(format!("the database does not open: {error:#}"))],
    };
    let mut findings =
        vec![Good(format!("{} answers and every migration is applied", app.db.engine()))];
    if app.db.engine() == Engine::Sqlite {
        findings.push(match app.db.verify().await {
            Ok(problems) if problems.is_empty() => Good("the database file is whole".to_owned()),
            Ok(problems) => Bad(format!(
                "the database file is damaged: {}; restore a backup",
                problems.join("; ")
            )),
            Err(error) => Bad(format!("the database file could not be checked: {error:#}")),
        });
    }
    findings.push(match store::count_jobs(&app.db).await {
        Ok((waiting, 0)) => Good(format!("jobs waiting: {waiting}; none has stopped")),
        Ok((_, dead)) => Bad(format!(
            "jobs that failed and stopped: {dead}; see {}/pengelola/pekerjaan",
            app.config.address
        )),
        Err(error) => Bad(format!("the jobs could not be counted: {error:#}")),
    });
    findings
}
