//! Structured lines on standard error: what happened, in fields; never an address, a name or a secret.
use crate::config::LogFormat;
use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

/// Starts logging for the whole program; a second call changes nothing. `RUST_LOG` chooses the level, default `info`.
pub fn start(format: LogFormat) {
    let level = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let registry = tracing_subscriber::registry().with(level);
    let line = fmt::layer().with_writer(std::io::stderr).with_target(false);
    let started = match format {
        LogFormat::Text => registry.with(line.compact()).try_init(),
        LogFormat::Json => registry.with(line.json().flatten_event(true)).try_init(),
    };
    // Already started: a test or an embedding program did.
    drop(started);
}
