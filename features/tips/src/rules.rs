//! The numbers and the list of the rule set `tips`.
use anyhow::{Context, Result};
use base::{app::App, jiff::SignedDuration};

const SET: &str = "tips";

#[derive(Debug, Clone)]
pub struct TipRules {
    pub text_chars_max: usize,
    pub words_chars_max: usize,
    /// Of a conversation that is sent along.
    pub chat_chars_max: usize,
    pub waiting_max: i64,
    pub contact_days: i64,
    pub contact_days_max: i64,
    /// Why a tip is closed.
    pub reasons: Vec<String>,
}

impl TipRules {
    pub fn now(app: &App) -> Result<TipRules> {
        let set = app.rules.at(SET, app.today())?;
        let number = |name: &str| {
            set.numbers.get(name).copied().with_context(|| format!("{} has no {name}", set.id()))
        };
        Ok(TipRules {
            text_chars_max: usize::try_from(number("text-chars-max")?)?,
            words_chars_max: usize::try_from(number("words-chars-max")?)?,
            chat_chars_max: usize::try_from(number("chat-chars-max")?)?,
            waiting_max: number("waiting-max")?,
            contact_days: number("contact-days")?,
            contact_days_max: number("contact-days-max")?,
            reasons: set.lists.get("close").context("why a tip is closed")?.clone(),
        })
    }

    pub fn days(days: i64) -> SignedDuration {
        SignedDuration::from_hours(24 * days)
    }
}
