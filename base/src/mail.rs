//! Letters: written as jobs, sent by SMTP when configured, else laid as files in `data/outbox`.
use crate::{
    app::App,
    config::Config,
    jobs::{Job, JobError},
};
use anyhow::{Context, Result};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};
use serde::{Deserialize, Serialize};
use std::{
    path::PathBuf,
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
                transport.send(compose(letter, from)?).await.context("the mail server refused")?;
            }
            Mailer::Outbox(folder, from) => {
                tokio::fs::create_dir_all(folder).await?;
                let file = folder.join(format!("{name}.eml"));
                tokio::fs::write(&file, compose(letter, from)?.formatted()).await?;
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

fn compose(letter: &Letter, from: &Mailbox) -> Result<Message> {
    Ok(Message::builder()
        .from(from.clone())
        .to(letter.to.parse().context("the reader's address")?)
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
