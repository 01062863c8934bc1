//! What the operator chooses: a file, then the environment, then the command line; read once.
use crate::{clock::Zone, text_enum};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

text_enum! {
    /// What kind of house this install is.
    pub enum House {
        Redaksi = "redaksi",
        Instansi = "instansi",
        RumahBersama = "rumah-bersama",
    }
}

text_enum! {
    /// How log lines are written.
    pub enum LogFormat {
        Text = "text",
        Json = "json",
    }
}

/// Everything the operator chose.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the embedded database, the pictures and the outbox live. `SUARA_DATA`, default `./data`.
    pub data: PathBuf,
    /// Where the server listens. `SUARA_LISTEN`, default `127.0.0.1:8080`.
    pub listen: SocketAddr,
    /// `postgres://…`; absent: SQLite in the data folder. `SUARA_DATABASE`.
    pub database: Option<String>,
    /// The public address for mails, feeds and canonical links; never the Host header. `SUARA_ADDRESS`.
    pub address: String,
    /// Which kind of house. `SUARA_HOUSE`, default `redaksi`.
    pub house: House,
    /// The name over every page. `SUARA_NAME`.
    pub name: String,
    /// The line under the name. `SUARA_TAGLINE`.
    pub tagline: String,
    /// The zone of the date in the masthead. `SUARA_ZONE`, default WIB.
    pub zone: Zone,
    /// Mail: `smtp://user:password@host:port` or `smtps://…`; absent: files in `data/outbox`. `SUARA_SMTP`.
    pub smtp: Option<String>,
    /// Who mails come from. `SUARA_MAIL_FROM`.
    pub mail_from: String,
    /// Whether a proxy in front tells the visitor's address in X-Forwarded-For. `SUARA_BEHIND_PROXY`.
    pub behind_proxy: bool,
    /// Features that are off, by name. `SUARA_OFF`, separated by commas.
    pub off: Vec<String>,
    /// Features that this kind of house leaves off and that are wanted all the same. `SUARA_ON`.
    pub on: Vec<String>,
    /// Connections to PostgreSQL at most. `SUARA_CONNECTIONS_MAX`, default 16.
    pub connections_max: usize,
    /// `SUARA_LOG_FORMAT`: `text` or `json`.
    pub log_format: LogFormat,
    /// Rate limits off, for measurements only. `SUARA_LIMITS_OFF`.
    pub limits_off: bool,
    /// Desks open only to those who sign in with a second factor. `SUARA_SECOND_FACTOR`.
    pub second_factor: bool,
    /// The folder of Hunspell's `id_ID.aff` and `id_ID.dic`. `SUARA_DICTIONARIES`, default `/usr/share/hunspell`.
    pub dictionaries: PathBuf,
    /// The file with the vault's keys, outside the database. `SUARA_VAULT_KEY`, default `vault.key` in the data folder.
    pub vault_key: Option<PathBuf>,
}

/// The same, each item optional: one source.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    pub data: Option<PathBuf>,
    pub listen: Option<String>,
    pub database: Option<String>,
    pub address: Option<String>,
    pub house: Option<String>,
    pub name: Option<String>,
    pub tagline: Option<String>,
    pub zone: Option<String>,
    pub smtp: Option<String>,
    pub mail_from: Option<String>,
    pub behind_proxy: Option<bool>,
    pub off: Option<Vec<String>>,
    pub on: Option<Vec<String>>,
    pub connections_max: Option<usize>,
    pub log_format: Option<String>,
    pub limits_off: Option<bool>,
    pub second_factor: Option<bool>,
    pub dictionaries: Option<PathBuf>,
    pub vault_key: Option<PathBuf>,
}

impl Choices {
    pub fn from_file(path: &Path) -> Result<Choices> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read the configuration {}", path.display()))?;
        toml::from_str(&text).with_context(|| format!("the configuration {}", path.display()))
    }

    pub fn from_environment() -> Result<Choices> {
        let flag = |name| match variable(name).as_deref() {
            None => Ok(None),
            Some("true" | "1" | "yes" | "ya") => Ok(Some(true)),
            Some("false" | "0" | "no" | "tidak") => Ok(Some(false)),
            Some(other) => bail!("{name} is {other:?}; write true or false"),
        };
        let names = |name| {
            let list = variable(name)?;
            let names = list.split(',').map(|name| name.trim().to_owned());
            Some(names.filter(|name| !name.is_empty()).collect::<Vec<_>>())
        };
        let number = |name| match variable(name) {
            None => Ok(None),
            Some(text) => text.parse().map(Some).with_context(|| format!("{name} is no number")),
        };
        Ok(Choices {
            data: variable("SUARA_DATA").map(PathBuf::from),
            listen: variable("SUARA_LISTEN"),
            database: variable("SUARA_DATABASE"),
            address: variable("SUARA_ADDRESS"),
            house: variable("SUARA_HOUSE"),
            name: variable("SUARA_NAME"),
            tagline: variable("SUARA_TAGLINE"),
            zone: variable("SUARA_ZONE"),
            smtp: variable("SUARA_SMTP"),
            mail_from: variable("SUARA_MAIL_FROM"),
            behind_proxy: flag("SUARA_BEHIND_PROXY")?,
            off: names("SUARA_OFF"),
            on: names("SUARA_ON"),
            connections_max: number("SUARA_CONNECTIONS_MAX")?,
            log_format: variable("SUARA_LOG_FORMAT"),
            limits_off: flag("SUARA_LIMITS_OFF")?,
            second_factor: flag("SUARA_SECOND_FACTOR")?,
            dictionaries: variable("SUARA_DICTIONARIES").map(PathBuf::from),
            vault_key: variable("SUARA_VAULT_KEY").map(PathBuf::from),
        })
    }

    /// What this source leaves open is taken from `other`.
    pub fn or(self, other: Choices) -> Choices {
        Choices {
            data: self.data.or(other.data),
            listen: self.listen.or(other.listen),
            database: self.database.or(other.database),
            address: self.address.or(other.address),
            house: self.house.or(other.house),
            name: self.name.or(other.name),
            tagline: self.tagline.or(other.tagline),
            zone: self.zone.or(other.zone),
            smtp: self.smtp.or(other.smtp),
            mail_from: self.mail_from.or(other.mail_from),
            behind_proxy: self.behind_proxy.or(other.behind_proxy),
            off: self.off.or(other.off),
            on: self.on.or(other.on),
            connections_max: self.connections_max.or(other.connections_max),
            log_format: self.log_format.or(other.log_format),
            limits_off: self.limits_off.or(other.limits_off),
            second_factor: self.second_factor.or(other.second_factor),
            dictionaries: self.dictionaries.or(other.dictionaries),
            vault_key: self.vault_key.or(other.vault_key),
        }
    }

    /// Fills in the defaults and checks what was chosen.
    pub fn settle(self) -> Result<Config> {
        let listen = self.listen.as_deref().unwrap_or("127.0.0.1:8080");
        let listen: SocketAddr = listen.parse().with_context(|| {
            format!("listen is {listen:?}; write ADDRESS:PORT, as 127.0.0.1:8080")
        })?;
        let address = self.address.unwrap_or_else(|| format!("http://{listen}"));
        if !address.starts_with("http://") && !address.starts_with("https://") {
            bail!("address is {address:?}; write it as https://suara.example");
        }
        let house =
            one_of(self.house, "house", "redaksi, instansi or rumah-bersama", House::parse)?;
        let zone = one_of(self.zone, "zone", "WIB, WITA or WIT", Zone::parse)?;
        let log_format = one_of(self.log_format, "log_format", "text or json", LogFormat::parse)?;
        Ok(Config {
            data: self.data.unwrap_or_else(|| PathBuf::from("data")),
            listen,
            database: self.database.filter(|url| !url.is_empty()),
            address: address.trim_end_matches('/').to_owned(),
            house: house.unwrap_or(House::Redaksi),
            name: self.name.unwrap_or_else(|| "Suara Komunitas".to_owned()),
            tagline: self
                .tagline
                .unwrap_or_else(|| "Saatnya warga bersuara, tidak hanya disuarakan".to_owned()),
            zone: zone.unwrap_or(Zone::Wib),
            smtp: self.smtp.filter(|url| !url.is_empty()),
            mail_from: self.mail_from.unwrap_or_else(|| "suara@localhost".to_owned()),
            behind_proxy: self.behind_proxy.unwrap_or(false),
            off: self.off.unwrap_or_default(),
            on: self.on.unwrap_or_default(),
            connections_max: self.connections_max.unwrap_or(16).max(2),
            log_format: log_format.unwrap_or(LogFormat::Text),
            limits_off: self.limits_off.unwrap_or(false),
            second_factor: self.second_factor.unwrap_or(false),
            dictionaries: self.dictionaries.unwrap_or_else(|| "/usr/share/hunspell".into()),
            vault_key: self.vault_key,
        })
    }
}

impl Config {
    /// Whether browsers reach us over https, so that cookies may be marked Secure.
    pub fn https(&self) -> bool {
        self.address.starts_with("https://")
    }

    /// The embedded database's file.
    pub fn sqlite_path(&self) -> PathBuf {
        self.data.join("suara.sqlite")
    }

    /// The file with the vault's keys.
    pub fn vault_key(&self) -> PathBuf {
        self.vault_key.clone().unwrap_or_else(|| self.data.join("vault.key"))
    }
}

fn one_of<T>(
    text: Option<String>,
    name: &str,
    choices: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    let Some(text) = text else { return Ok(None) };
    parse(&text).map(Some).with_context(|| format!("{name} is {text:?}; write {choices}"))
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Variables that only tests and continuous integration set: `SUARA_TEST_POSTGRES`, `SUARA_FOUNDING_PAGE`, `CI`.
pub fn test_variable(name: &str) -> Option<String> {
    variable(name).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_wins_over_the_file_and_mistakes_are_told_in_a_sentence() {
        let line = Choices { zone: Some("WITA".into()), ..Choices::default() };
        let file = Choices {
            zone: Some("WIT".into()),
            name: Some("Suara Tirtawana".into()),
            ..Choices::default()
        };
        let config = line.or(file).settle().unwrap();
        assert_eq!((config.zone, config.name.as_str()), (Zone::Wita, "Suara Tirtawana"));
        let wrong = Choices { zone: Some("WIB+1".into()), ..Choices::default() };
        insta::assert_snapshot!(wrong.settle().unwrap_err(), @r#"zone is "WIB+1"; write WIB, WITA or WIT"#);
    }
}
