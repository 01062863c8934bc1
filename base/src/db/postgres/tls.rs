//! Connections under TLS, when the address asks for it: `sslmode=require`, and `sslrootcert=FILE` where the server's
//! certificate is not signed by a public authority. A certificate is always checked, with the name of the host.
use anyhow::{Context, Result, bail};
use rustls::{
    ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject},
};
use std::{path::Path, sync::Arc};
use tokio_postgres::{Config, config::SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

/// What the driver is to do, from the address that an operator wrote.
pub(super) struct Address {
    pub config: Config,
    /// `None`: without encryption.
    pub tls: Option<MakeRustlsConnect>,
}

/// Reads the address; what the driver does not know is taken out before it does.
pub(super) fn read(url: &str) -> Result<Address> {
    let Asked { url, mode, roots } = Asked::of(url);
    let mut config: Config =
        url.parse().context("the address of the database is not a postgres:// address")?;
    let tls = match mode.as_deref() {
        None | Some("disable" | "prefer") => None,
        // We check as much for each of them.
        Some("require" | "verify-ca" | "verify-full") => Some(connector(roots.as_deref())?),
        Some(other) => bail!("sslmode={other}: use sslmode=require, or leave it out"),
    };
    config.ssl_mode(if tls.is_some() { SslMode::Require } else { SslMode::Disable });
    Ok(Address { config, tls })
}

/// The address without what is ours, and that.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    url: String,
    mode: Option<String>,
    roots: Option<String>,
}

impl Asked {
    fn of(url: &str) -> Asked {
        let (rest, query) = url.split_once('?').unwrap_or((url, ""));
        let (mut mode, mut roots, mut others) = (None, None, vec![]);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let decoded = |value: &str| {
                percent_encoding::percent_decode_str(value).decode_utf8_lossy().into_owned()
            };
            match pair.split_once('=') {
                Some(("sslmode", value)) => mode = Some(decoded(value)),
                Some(("sslrootcert", value)) => roots = Some(decoded(value)),
                _ => others.push(pair),
            }
        }
        let joint = if others.is_empty() { "" } else { "?" };
        Asked { url: format!("{rest}{joint}{}", others.join("&")), mode, roots }
    }
}

/// Trusts the certificates in the file, or else the public authorities.
fn connector(roots: Option<&str>) -> Result<MakeRustlsConnect> {
    let mut trusted = RootCertStore::empty();
    match roots {
        None => trusted.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(file) => {
            for certificate in certificates(Path::new(file))? {
                trusted.add(certificate).with_context(|| format!("sslrootcert={file}"))?;
            }
        }
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(trusted)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>> {
    let name = file.display();
    let found =
        CertificateDer::pem_file_iter(file).with_context(|| format!("sslrootcert={name}"))?;
    let found: Vec<_> = found.collect::<Result<_, _>>().with_context(|| format!("in {name}"))?;
    if found.is_empty() {
        bail!("sslrootcert={name} holds no certificate");
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(url: &str) -> String {
        read(url).err().map_or_else(String::new, |error| format!("{error:#}"))
    }

    #[test]
    fn what_the_driver_does_not_know_is_taken_out_of_the_address() {
        let asked =
            Asked::of("postgres://a@b/c?options=-cx%3D1&sslmode=require&sslrootcert=%2Fca.pem");
        assert_eq!(asked.url, "postgres://a@b/c?options=-cx%3D1");
        assert_eq!(
            (asked.mode.as_deref(), asked.roots.as_deref()),
            (Some("require"), Some("/ca.pem"))
        );
        assert_eq!(Asked::of("postgres://a@b/c").url, "postgres://a@b/c");
    }

    #[test]
    fn encryption_is_used_when_the_address_asks_for_it_and_never_without_a_check() {
        let mode = |url: &str| {
            let read = read(url).unwrap();
            (read.config.get_ssl_mode(), read.tls.is_some())
        };
        assert_eq!(mode("postgres://a@b/c"), (SslMode::Disable, false));
        assert_eq!(mode("postgres://a@b/c?sslmode=prefer"), (SslMode::Disable, false));
        for asked in ["require", "verify-ca", "verify-full"] {
            let url = format!("postgres://a@b/c?sslmode={asked}");
            assert_eq!(mode(&url), (SslMode::Require, true));
        }
        assert!(failure("postgres://a@b/c?sslmode=allow").contains("use sslmode=require"));
    }

    #[test]
    fn a_file_without_certificates_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let empty = folder.path().join("ca.pem");
        std::fs::write(&empty, "nothing").unwrap();
        let url = |file: &Path| {
            format!("postgres://a@b/c?sslmode=require&sslrootcert={}", file.display())
        };
        assert!(failure(&url(&empty)).contains("holds no certificate"));
        assert!(failure(&url(&folder.path().join("none.pem"))).contains("none.pem"));
    }
}
