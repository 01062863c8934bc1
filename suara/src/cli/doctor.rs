//! `suara doctor`: what is wrong with this installation, and how to mend it.
use crate::assemble;
use anyhow::{Result, bail};
use base::{
    app::App,
    audit::{self, Fault},
    clock::Clock,
    config::Config,
    db::{Db, Engine},
    rules::Rules,
    store, vault,
};
use std::{fmt::Display, net::TcpListener, path::Path};

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
    findings.push(dictionary(&config));
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
        Ok(_) if is_open_to_others(&config.data) => Mind(format!(
            "anyone on this machine can look into the data folder {folder}, where people's addresses are: chmod 700 it"
        )),
        Ok(_) => Good(format!("the data folder {folder} can be written to")),
        Err(error) => Bad(format!(
            "the data folder {folder} cannot be written to ({error}): check its owner and the disk"
        )),
    }
}

fn is_open_to_others(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(folder).is_ok_and(|about| about.permissions().mode() & 0o007 != 0)
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
            "holidays of {wanted} are not known: working-day deadlines count them as working days; a newer Suara \
             brings them once the decree is out; whoever builds Suara adds rules/holidays-{wanted}.toml"
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

/// The site works without it.
fn dictionary(config: &Config) -> Finding {
    let folder = config.dictionaries.display();
    match stories::Spelling::read(&config.dictionaries) {
        Ok(_) => Good(format!("the dictionary for spelling in {folder} can be read")),
        Err(error) => Mind(format!(
            "spelling is not checked: {error:#}; install Debian's package hunspell-id, or name the folder with \
             SUARA_DICTIONARIES"
        )),
    }
}

/// Changes nothing: the schema is brought up to date by `suara serve`, after the operator made a backup.
async fn database(config: Config) -> Vec<Finding> {
    if config.database.is_none() && !config.sqlite_path().exists() {
        return vec![Mind(
            "the embedded database is not there yet; `suara serve` makes it".to_owned(),
        )];
    }
    let db = match assemble::connect(&config).await {
        Ok(db) => db,
        Err(error) => return vec![Bad(format!("the database does not open: {error:#}"))],
    };
    let mut findings = match db.engine() {
        Engine::Sqlite => vec![whole(&db).await],
        Engine::Postgres => durable(&db).await,
    };
    findings.extend(name(&db, &config).await);
    match schema(&db).await {
        Err(not_now) => findings.push(not_now),
        // Nothing is left to migrate, so that this only looks whether everything comes up.
        Ok(well) => match assemble::open(config).await {
            Err(error) => findings.push(Bad(format!("the program does not start: {error:#}"))),
            Ok(app) => {
                findings.extend([well, jobs(&app).await, log(&app).await]);
                findings.extend(sealed(&app).await);
            }
        },
    }
    findings
}

/// A database without its tables knows no name yet.
async fn name(db: &Db, config: &Config) -> Option<Finding> {
    assemble::other_name(db, config).await.ok().flatten().map(Mind)
}

/// Whether the schema is this version's.
async fn schema(db: &Db) -> Result<Finding, Finding> {
    let unreadable = |error| Bad(format!("the schema could not be read: {error:#}"));
    let fresh = db.tables().await.map_err(unreadable)?.is_empty();
    if fresh {
        return Err(Mind(format!("{} is empty; `suara serve` fills it", db.engine())));
    }
    let applied = db.migrations_applied().await.map_err(unreadable)?;
    let known = base::db::migrations().map_err(unreadable)?;
    let is_applied = |name: &str| applied.iter().any(|(other, _)| other == name);
    let waiting = known.iter().filter(|step| !is_applied(&step.name)).count();
    if let Some((newer, _)) =
        applied.iter().find(|(name, _)| !known.iter().any(|step| step.name == *name))
    {
        return Err(Bad(format!(
            "a newer Suara made this database (it has {newer}): start that version"
        )));
    }
    if waiting > 0 {
        return Err(Mind(format!(
            "changes to the schema that wait: {waiting}; make a backup, then `suara serve` applies them"
        )));
    }
    Ok(Good(format!("{} answers and every migration is applied", db.engine())))
}

async fn whole(db: &Db) -> Finding {
    match db.verify().await {
        Ok(problems) if problems.is_empty() => Good("the database file is whole".to_owned()),
        Ok(problems) => {
            Bad(format!("the database file is damaged: {}; restore a backup", problems.join("; ")))
        }
        Err(error) => Bad(format!("the database file could not be checked: {error:#}")),
    }
}

/// With these off PostgreSQL says "written" before it is, and a power cut takes what readers were told is kept.
async fn durable(db: &Db) -> Vec<Finding> {
    match db.settings_that_lose_writes().await {
        Ok(off) if off.is_empty() => {
            vec![Good("PostgreSQL answers when a change is on disk".to_owned())]
        }
        Ok(off) => off
            .iter()
            .map(|name| {
                Mind(format!(
                    "PostgreSQL runs with {name} off: a power cut may take changes that were answered with \
                     success; turn it on in postgresql.conf"
                ))
            })
            .collect(),
        Err(error) => vec![Bad(format!("PostgreSQL's settings could not be read: {error:#}"))],
    }
}

async fn jobs(app: &App) -> Finding {
    match store::count_jobs(&app.db).await {
        Ok((waiting, 0)) => Good(format!("jobs waiting: {waiting}; none has stopped")),
        Ok((_, dead)) => Bad(format!(
            "jobs that failed and stopped: {dead}; see {}/pengelola/pekerjaan",
            app.config.address
        )),
        Err(error) => Bad(format!("the jobs could not be counted: {error:#}")),
    }
}

/// Whether the log of what was done is as it was sealed.
async fn log(app: &App) -> Finding {
    let seen = match audit::verify(&app.db).await {
        Ok(seen) => seen,
        Err(error) => return Bad(format!("the sealed log could not be read: {error:#}")),
    };
    let Some(broken) = seen.broken else {
        let Some(hash) = seen.last_hash else {
            return Good("nothing of the log is sealed yet".to_owned());
        };
        return Good(format!(
            "the log is as it was sealed: batches {}, rows {}; keep the newest seal elsewhere: {hash}",
            seen.batches, seen.rows
        ));
    };
    let what = match broken.fault {
        Fault::Chain => "it does not follow the batch before".to_owned(),
        Fault::Count { sealed, found } => {
            format!("it sealed rows {sealed}, and {found} stand there")
        }
        Fault::Rows => "a row does not say any more what it said".to_owned(),
    };
    Bad(format!(
        "the sealed log was changed: batch {} of {} is broken ({what}); compare a backup from before that day",
        broken.number, broken.sealed_at
    ))
}

/// Whether the vault's key is there, who can read it, and whether it opens what is kept.
async fn sealed(app: &App) -> Vec<Finding> {
    let file = app.vault.path().display();
    let mut findings = vec![];
    if let Some(why) = app.vault.trouble() {
        findings.push(Bad(format!(
            "the vault is closed: {why}. Copy the file from where it was kept; if it is lost for good, `suara new-key` \
             makes another, and what was sealed stays closed"
        )));
    } else if app.vault.is_open_to_others() {
        findings.push(Bad(format!(
            "others on this machine can read the vault's key: chmod 600 {file}"
        )));
    } else {
        findings.push(Good(format!(
            "the vault's key is in {file}, readable by its owner only; no backup holds it: keep a copy elsewhere"
        )));
    }
    findings.push(match vault::inspect(app).await {
        Err(error) => Bad(format!("what the vault holds could not be read: {error:#}")),
        Ok(seen) if seen.without_key + seen.not_as_sealed > 0 => Bad(format!(
            "of what the vault holds {} open; {} were sealed with a key that is not here, {} are not as they were sealed",
            seen.open, seen.without_key, seen.not_as_sealed
        )),
        Ok(seen) if seen.plain > 0 => Mind(format!(
            "the vault opens what it holds ({}); {} are not sealed yet, `suara serve` does it within the hour",
            seen.open, seen.plain
        )),
        Ok(seen) => Good(format!("the vault opens everything that it holds ({})", seen.open)),
    });
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{
        config::Choices,
        testing::{postgres_of_its_own, postgres_url_of_its_own},
    };

    fn texts(findings: &[Finding]) -> String {
        findings.iter().map(|finding| format!("{finding}\n")).collect()
    }

    #[tokio::test]
    async fn doctor_says_that_the_schema_waits_and_leaves_it_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let choices = Choices { data: Some(folder.path().to_owned()), ..Choices::default() };
        let config = choices.settle().unwrap();
        let db = assemble::connect(&config).await.unwrap();
        let empty = texts(&database(config.clone()).await);
        assert!(empty.contains("is empty"), "{empty}");
        db.migrate_as(&[]).await.unwrap();
        let waiting = texts(&database(config.clone()).await);
        assert!(waiting.contains("[note] changes to the schema that wait"), "{waiting}");
        assert_eq!(db.migrations_applied().await.unwrap(), []);
        db.migrate(0).await.unwrap();
        let well = texts(&database(config).await);
        assert!(well.contains("every migration is applied"), "{well}");
        assert!(well.contains("[ ok ] the vault's key is in "), "{well}");
        assert!(well.contains("[ ok ] the vault opens everything that it holds (0)"), "{well}");
    }

    #[tokio::test]
    async fn a_vault_whose_key_is_gone_or_lies_open_is_named() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let choices = Choices { data: Some(folder.path().to_owned()), ..Choices::default() };
        let config = choices.settle().unwrap();
        let app = assemble::open(config.clone()).await.unwrap();
        let key = config.vault_key();
        let well = texts(&sealed(&app).await);
        assert!(well.starts_with("[ ok ] the vault's key is in "), "{well}");
        std::fs::set_permissions(&key, PermissionsExt::from_mode(0o644)).unwrap();
        let open = texts(&sealed(&app).await);
        assert!(open.contains("[FAIL] others on this machine can read the vault's key"), "{open}");
        std::fs::remove_file(&key).unwrap();
        let gone = texts(&database(config).await);
        assert!(gone.contains("[FAIL] the vault is closed"), "{gone}");
        assert!(gone.contains("suara new-key") && !key.exists(), "{gone}");
    }

    #[tokio::test]
    async fn postgresql_that_answers_before_the_disk_does_is_named() {
        let Some(db) = postgres_of_its_own().await else { return };
        assert_eq!(
            texts(&durable(&db).await),
            "[ ok ] PostgreSQL answers when a change is on disk\n"
        );
        let url = postgres_url_of_its_own().await.unwrap();
        let hasty = format!("{url}%20-csynchronous_commit%3Doff");
        let hasty = texts(&durable(&Db::postgres(&hasty, 2).await.unwrap()).await);
        assert!(hasty.starts_with("[note] PostgreSQL runs with synchronous_commit off"), "{hasty}");
    }

    #[test]
    fn a_dictionary_that_is_missing_is_named_and_breaks_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let choices =
            Choices { dictionaries: Some(folder.path().to_owned()), ..Choices::default() };
        let said = dictionary(&choices.settle().unwrap()).to_string();
        assert!(said.starts_with("[note] spelling is not checked: cannot read "), "{said}");
        assert!(said.contains("hunspell-id"), "{said}");
    }

    #[test]
    fn a_data_folder_that_others_may_read_is_named() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let choices = Choices { data: Some(folder.path().to_owned()), ..Choices::default() };
        let config = choices.settle().unwrap();
        for (mode, said) in [(0o700, "[ ok ]"), (0o755, "[note]")] {
            std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(mode)).unwrap();
            assert!(data_folder(&config).to_string().starts_with(said), "{mode:o}");
        }
    }
}
