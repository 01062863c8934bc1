//! Letters: written as jobs, sent by SMTP when configured, else laid as files in `data/outbox`.
use crate::{
    app::App,
    config::Config,
    jobs::{Job, JobError},
};
use anyhow::{Context, Result, anyhow};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp,
};
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

/// How letters leave.
#[derive(Clone)]
pub enum Mailer {
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>, Mailbox),
    /// One `.eml` file a letter.
    Outbox(PathBuf, Mailbox),
    /// For tests: kept in memory, read with `taken`.
    Kept(Arc<Mutex<Vec<Letter>>>),
}

/// A letter in plain text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub body: String,
}

impl Mailer {
    pub fn from_config(config: &Config) -> Result<Mailer> {
        let from: Mailbox = config
            .mail_from
            .parse()
            .with_context(|| format!("mail_from is {:?}, which is no address", config.mail_from))?;
        match &config.smtp {
            None => Ok(Mailer::Outbox(config.data.join("outbox"), from)),
            Some(url) => {
                let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                    .context("smtp is not an smtp:// or smtps:// address")?;
                Ok(Mailer::Smtp(Box::new(transport.build()), from))
            }
        }
    }

    async fn send(&self, letter: &Letter, name: &str) -> Result<()> {
        match self {
            Mailer::Smtp(transport, from) => {
                let sent = transport.send(compose(letter, from)?).await;
                sent.map_err(|error| {
                    anyhow!("the mail server refused: {}", without_reader(&error))
                })?;
            }
            Mailer::Outbox(folder, from) => {
                let (folder, name) = (folder.clone(), format!("{name}.eml"));
                let bytes = compose(letter, from)?.formatted();
                tokio::task::spawn_blocking(move || lay(&folder, &name, &bytes)).await??;
            }
            Mailer::Kept(letters) => {
                letters.lock().unwrap_or_else(PoisonError::into_inner).push(letter.clone());
            }
        }
        Ok(())
    }

    /// Takes the letters that a test's mailer kept.
    pub fn taken(&self) -> Vec<Letter> {
        match self {
            Mailer::Kept(letters) => {
                std::mem::take(&mut *letters.lock().unwrap_or_else(PoisonError::into_inner))
            }
            Mailer::Smtp(..) | Mailer::Outbox(..) => vec![],
        }
    }
}

/// What went wrong, for the log and the job's row. The server's own words name the reader, whose address leaves this
/// house by mail only.
fn without_reader(error: &smtp::Error) -> String {
    let kind = if error.is_permanent() {
        "for good"
    } else if error.is_transient() {
        "for now"
    } else if error.is_timeout() {
        "it did not answer in time"
    } else if error.is_tls() {
        "no safe connection"
    } else {
        "no connection"
    };
    error.status().map_or(kind.to_owned(), |code| format!("{kind} ({code})"))
}

/// Returns once the letter is on disk: its job is forgotten then.
fn lay(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut file = File::create(folder.join(name))?;
    file.write_all(bytes)?;
    file.sync_all()?;
    File::open(folder)?.sync_all()?;
    Ok(())
}

fn compose(letter: &Letter, from: &Mailbox) -> Result<Message> {
    Ok(Message::builder()
        .from(from.clone())
        .to(letter.to.parse().map_err(|_| anyhow!("the reader's address is none"))?)
        .subject(&letter.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(letter.body.clone())?)
}

/// Sends one letter: `jobs::enqueue(app, tx, &SendMail(letter))`.
#[derive(Serialize, Deserialize)]
pub struct SendMail(pub Letter);

impl Job for SendMail {
    const KIND: &'static str = "base.mail";

    async fn run(self, app: &App) -> Result<(), JobError> {
        let name = crate::ids::short(app.make_id::<crate::ids::JobId>().0);
        Ok(app.mailer.send(&self.0, &name).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::{
        io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
        net::TcpListener,
    };

    fn letter() -> Letter {
        let text = || "Kode Anda: 123456".to_owned();
        Letter { to: "sari@suara.example".to_owned(), subject: text(), body: text() }
    }

    /// A mail server that refuses every reader and names them.
    async fn refusing() -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            let (stream, _) = listener.accept().await.unwrap();
            let mut stream = BufReader::new(stream);
            stream.write_all(b"220 suara.example\r\n").await.unwrap();
            let mut line = String::new();
            while stream.read_line(&mut line).await.is_ok_and(|read| read > 0) {
                let refuses = line.starts_with("RCPT");
                let answer = if refuses { "550 no <sari@suara.example> here" } else { "250 ok" };
                stream.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
                line.clear();
            }
        });
        port
    }

    #[tokio::test]
    async fn why_a_letter_did_not_leave_is_told_without_its_reader() {
        let url = format!("smtp://127.0.0.1:{}", refusing().await);
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url).unwrap().build();
        let from: Mailbox = "suara@suara.example".parse().unwrap();
        let mailer = Mailer::Smtp(Box::new(transport), from);
        let error = format!("{:#}", mailer.send(&letter(), "1").await.unwrap_err());
        assert_eq!(error, "the mail server refused: for good (550)");
        let nobody = Letter { to: "sari suara.example".to_owned(), ..letter() };
        let error = format!("{:#}", mailer.send(&nobody, "1").await.unwrap_err());
        assert!(!error.contains("sari"), "{error}");
    }

    #[tokio::test]
    async fn without_a_mail_server_a_letter_is_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let from = "suara@suara.example".parse().unwrap();
        let mailer = Mailer::Outbox(folder.path().join("outbox"), from);
        mailer.send(&letter(), "1").await.unwrap();
        let text = std::fs::read_to_string(folder.path().join("outbox/1.eml")).unwrap();
        assert!(text.contains("To: sari@suara.example") && text.contains("123456"), "{text}");
    }
}
