//! Rate limits that store no address: a keyed hash, whose key lives in memory and changes every day.
use crate::{clock::Clock, random::Random, refusal::Refusal};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::{
    net::IpAddr,
    num::NonZeroU32,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// What is counted, each with its own allowance a visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limited {
    /// Forms, those of each kind of deed by themselves.
    Write,
    /// Guesses at a secret: passwords, codes.
    Guess,
    /// New accounts.
    Account,
    /// Numbers that are looked up, as that of a flag.
    Look,
    /// Questionnaires: enough for a household behind one address, too slow to turn a result.
    Fill,
    /// Letters to one address, whoever asks for them: a mailbox is not flooded through us, and as each carries a code
    /// that may be tried five times, an account is not guessed at for months either.
    Letter,
    /// Files: the work of decoding is ours, and a letter without an account has no other bound.
    Upload,
}

impl Limited {
    fn quota(self) -> Quota {
        let (burst, refill) = match self {
            Limited::Write => (30, Duration::from_secs(4)),
            Limited::Guess => (10, Duration::from_secs(30)),
            Limited::Account => (10, Duration::from_secs(120)),
            Limited::Look => (30, Duration::from_secs(10)),
            Limited::Fill => (8, Duration::from_secs(10 * 60)),
            Limited::Letter => (6, Duration::from_secs(30 * 60)),
            Limited::Upload => (40, Duration::from_secs(60)),
        };
        let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::with_period(refill).unwrap_or(Quota::per_minute(burst));
        quota.allow_burst(burst)
    }
}

/// The counters. A restart forgets them, which is what we want of addresses.
pub struct Limits {
    key: Mutex<([u8; 32], i64)>,
    write: DefaultKeyedRateLimiter<[u8; 16]>,
    guess: DefaultKeyedRateLimiter<[u8; 16]>,
    account: DefaultKeyedRateLimiter<[u8; 16]>,
    look: DefaultKeyedRateLimiter<[u8; 16]>,
    fill: DefaultKeyedRateLimiter<[u8; 16]>,
    letter: DefaultKeyedRateLimiter<[u8; 16]>,
    upload: DefaultKeyedRateLimiter<[u8; 16]>,
    off: bool,
}

/// More visitors than this a day and the fullest table is swept.
const TABLE_MAX: usize = 100_000;

impl Limits {
    pub fn new() -> Limits {
        let limiter = |kind: Limited| RateLimiter::keyed(kind.quota());
        Limits {
            key: Mutex::new(([0; 32], i64::MIN)),
            write: limiter(Limited::Write),
            guess: limiter(Limited::Guess),
            account: limiter(Limited::Account),
            look: limiter(Limited::Look),
            fill: limiter(Limited::Fill),
            letter: limiter(Limited::Letter),
            upload: limiter(Limited::Upload),
            off: false,
        }
    }

    /// For measurements only: lets everything through.
    pub fn none() -> Limits {
        Limits { off: true, ..Limits::new() }
    }

    /// Counts one act of the visitor at `address` (`None`: a test or a local tool, counted together).
    pub fn check(
        &self,
        kind: Limited,
        address: Option<IpAddr>,
        (clock, random): (&Clock, &Random),
    ) -> Result<(), Refusal> {
        self.count(kind, &network_of(address), (clock, random))
    }

    /// Counts one act against any name: an account that someone tries to enter, an address that gets a letter.
    pub fn check_name(
        &self,
        kind: Limited,
        name: &str,
        (clock, random): (&Clock, &Random),
    ) -> Result<(), Refusal> {
        self.count(kind, name.as_bytes(), (clock, random))
    }

    /// Counts one act against whoever these bytes stand for.
    pub(crate) fn count(
        &self,
        kind: Limited,
        who: &[u8],
        (clock, random): (&Clock, &Random),
    ) -> Result<(), Refusal> {
        if self.off {
            return Ok(());
        }
        let limiter = match kind {
            Limited::Write => &self.write,
            Limited::Guess => &self.guess,
            Limited::Account => &self.account,
            Limited::Look => &self.look,
            Limited::Fill => &self.fill,
            Limited::Letter => &self.letter,
            Limited::Upload => &self.upload,
        };
        if limiter.len() > TABLE_MAX {
            limiter.retain_recent();
        }
        limiter.check_key(&self.hash(who, clock, random)).map_err(|not_until| {
            let now = governor::clock::Clock::now(&governor::clock::DefaultClock::default());
            Refusal::TooMany { retry_after_s: not_until.wait_time_from(now).as_secs() + 1 }
        })
    }

    fn hash(&self, who: &[u8], clock: &Clock, random: &Random) -> [u8; 16] {
        let today = clock.now().as_second() / 86_400;
        let mut key = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        if key.1 != today {
            *key = (random.bytes(), today);
        }
        let mut mac = Hmac::<Sha256>::new_from_slice(&key.0)
            .unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
        mac.update(who);
        let digest = mac.finalize().into_bytes();
        let mut short = [0; 16];
        short.copy_from_slice(&digest[..16]);
        short
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits::new()
    }
}

/// An IPv6 household has a /64; an IPv4 address stands for itself.
pub(crate) fn network_of(address: Option<IpAddr>) -> Vec<u8> {
    match address {
        None => vec![],
        Some(IpAddr::V4(v4)) => v4.octets().to_vec(),
        Some(IpAddr::V6(v6)) => v6.octets()[..8].to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleventh_guess_in_a_row_must_wait_and_others_need_not() {
        let (clock, random) = (Clock::System, Random::seeded(1));
        let limits = Limits::new();
        let guess = |address: &str| {
            limits.check(Limited::Guess, Some(address.parse().unwrap()), (&clock, &random))
        };
        assert!((0..10).all(|_| guess("203.0.113.7").is_ok()));
        assert!(matches!(guess("203.0.113.7"), Err(Refusal::TooMany { .. })));
        assert!(guess("203.0.113.8").is_ok());
    }
}
