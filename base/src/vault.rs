//! The vault: what nobody may read who has only the database, a copy of it, or a log. The key lies in a file outside the
//! database, one of its own for each house; what is sealed names its key, so that keys can be changed, and its place, so
//! that a value cannot be moved to another row.
use crate::{
    app::App,
    clock::Clock,
    config::Config,
    db::Db,
    feature::Later,
    random::Random,
    refusal::{Failure, Outcome, Refusal},
    settings,
};
use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::{Digest, Sha256};
use std::{
    fmt,
    fs::File,
    io::Write,
    path::{Path, PathBuf},
};

/// The setting that says which key the house seals with: a house that had one and finds none has lost it, and makes no
/// other in silence.
const NOTED: &str = "vault-key";
const MADE_THUS: &str = "v1";
/// Lengths are told in steps of this many bytes, so that a name is not known by its length.
const PAD: usize = 64;
const HEAD: &str = "# The keys of this house's vault, one a line; the last one seals. Keep a copy apart from the backups:\n\
    # without it, what the vault holds cannot be read by anyone.\n";

/// Where a sealed value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub table: &'static str,
    pub column: &'static str,
    pub row: i64,
}

/// What was sealed, opened. It does not print itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Plain(String);

impl Plain {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Plain(…)")
    }
}

/// Why a sealed value stays closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// The key it names is not here.
    NoKey,
    /// It was changed, or it does not belong where it stands.
    NotAsSealed,
}

impl From<Closed> for Failure {
    fn from(closed: Closed) -> Failure {
        match closed {
            Closed::NoKey => Refusal::Conflict("refusal-vault").into(),
            Closed::NotAsSealed => anyhow::anyhow!(
                "a sealed value is not as it was sealed; `suara doctor` counts them"
            )
            .into(),
        }
    }
}

/// What a feature has sealed, a page at a time, for `suara doctor`, which opens it all and shows none: what belongs to
/// keys greater than `after`, at most `SEALED_KEYS` of them; `None` when there are no more.
pub type SealedValues = for<'a> fn(&'a App, after: i64) -> Later<'a, Option<SealedPage>>;

/// Sealed values with their places, and the last key that they belong to.
pub struct SealedPage {
    pub last: i64,
    pub values: Vec<(Slot, String)>,
}

pub const SEALED_KEYS: i64 = 200;

/// The keys, the newest last, or why there are none.
pub struct Vault {
    path: PathBuf,
    keys: Result<Vec<Key>, String>,
}

struct Key {
    id: String,
    key: LessSafeKey,
}

impl Key {
    fn new(bytes: &[u8]) -> Option<Key> {
        let key = LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, bytes).ok()?);
        let digest = Sha256::new().chain_update(b"suara vault key ").chain_update(bytes).finalize();
        let id = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        Some(Key { id, key })
    }

    /// What a value is bound to: moved elsewhere it does not open.
    fn bound(&self, place: Slot) -> String {
        let Slot { table, column, row } = place;
        format!("{MADE_THUS}\n{}\n{table}\n{column}\n{row}", self.id)
    }
}

impl Vault {
    /// Reads the keys; a house that never had one gets its first. One that lost its key starts all the same, and says what
    /// it lacks where it is needed.
    pub async fn start(
        config: &Config,
        db: &Db,
        (random, clock): (&Random, &Clock),
    ) -> Result<Vault> {
        let path = config.vault_key();
        let noted = settings::text(db, NOTED).await?;
        if noted.is_none() && !path.exists() {
            write_keys(&path, &format!("{HEAD}{}\n", new_key(random)), Keys::First)?;
        }
        let keys = read_keys(&path).and_then(|keys| match noted.as_deref() {
            Some(noted) if !keys.iter().any(|key| key.id == noted) => Err(format!(
                "{} does not hold key {noted}, which this house used last",
                path.display()
            )),
            _ => Ok(keys),
        });
        if let Ok(Some(newest)) = keys.as_ref().map(|keys| keys.last())
            && noted.as_deref() != Some(&newest.id)
        {
            settings::keep_text(db, (NOTED, &newest.id), clock.now()).await?;
        }
        if let Err(why) = &keys {
            tracing::error!(why, "the vault is closed: bring its key back, see `suara doctor`");
        }
        Ok(Vault { path, keys })
    }

    /// Makes a key that seals from the next start on; those before it stay, to open what they sealed.
    pub async fn add_key(
        config: &Config,
        db: &Db,
        (random, clock): (&Random, &Clock),
    ) -> Result<PathBuf> {
        let path = config.vault_key();
        let before = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => HEAD.to_owned(),
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read {}", path.display()));
            }
        };
        let ended = if before.ends_with('\n') { "" } else { "\n" };
        write_keys(&path, &format!("{before}{ended}{}\n", new_key(random)), Keys::OneMore)?;
        match read_keys(&path).map(|mut keys| keys.pop()) {
            Ok(Some(key)) => settings::keep_text(db, (NOTED, &key.id), clock.now()).await?,
            Ok(None) => bail!("{} holds no key", path.display()),
            Err(why) => bail!(why),
        }
        Ok(path)
    }

    /// The file with the keys.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is wrong with the keys, as a sentence for the operator.
    pub fn trouble(&self) -> Option<&str> {
        self.keys.as_ref().err().map(String::as_str)
    }

    /// Others on this machine can read the keys.
    pub fn is_open_to_others(&self) -> bool {
        use std::os::unix::fs::PermissionsExt;
        std::fs::metadata(&self.path).is_ok_and(|about| about.permissions().mode() & 0o077 != 0)
    }

    pub fn is_sealed(text: &str) -> bool {
        text.starts_with(&format!("{MADE_THUS}."))
    }

    fn seal(&self, random: &Random, place: Slot, text: &str) -> Result<String, Closed> {
        let key = self.keys.as_ref().ok().and_then(|keys| keys.last()).ok_or(Closed::NoKey)?;
        let nonce: [u8; NONCE_LEN] = random.bytes();
        let mut bytes = text.as_bytes().to_vec();
        bytes.push(1);
        bytes.resize(bytes.len().next_multiple_of(PAD), 0);
        let bound = Aad::from(key.bound(place));
        key.key
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), bound, &mut bytes)
            .unwrap_or_else(|_| unreachable!("a text is far shorter than what this cipher takes"));
        let whole: Vec<u8> = nonce.into_iter().chain(bytes).collect();
        Ok(format!("{MADE_THUS}.{}.{}", key.id, URL_SAFE_NO_PAD.encode(whole)))
    }

    /// Opens what was sealed for this place.
    pub fn open(&self, place: Slot, sealed: &str) -> Result<Plain, Closed> {
        let mut parts = sealed.splitn(3, '.');
        let (Some(MADE_THUS), Some(id), Some(body)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(Closed::NotAsSealed);
        };
        let keys = self.keys.as_ref().map_err(|_| Closed::NoKey)?;
        let key = keys.iter().find(|key| key.id == id).ok_or(Closed::NoKey)?;
        let whole = URL_SAFE_NO_PAD.decode(body).map_err(|_| Closed::NotAsSealed)?;
        let (nonce, bytes) = whole.split_at_checked(NONCE_LEN).ok_or(Closed::NotAsSealed)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| Closed::NotAsSealed)?;
        let mut bytes = bytes.to_vec();
        let opened = key.key.open_in_place(nonce, Aad::from(key.bound(place)), &mut bytes);
        let opened = opened.map_err(|_| Closed::NotAsSealed)?;
        let end = opened.iter().rposition(|byte| *byte == 1).ok_or(Closed::NotAsSealed)?;
        let text = std::str::from_utf8(&opened[..end]).map_err(|_| Closed::NotAsSealed)?;
        Ok(Plain(text.to_owned()))
    }
}

impl App {
    /// Closes a text so that only the vault's key opens it, and only where it stands.
    pub fn seal(&self, place: Slot, text: &str) -> Outcome<String> {
        Ok(self.vault.seal(&self.random, place, text)?)
    }

    /// The text again. A lost key is a sentence, a value that was changed a fault.
    pub fn unseal(&self, place: Slot, sealed: &str) -> Outcome<Plain> {
        Ok(self.vault.open(place, sealed)?)
    }
}

/// How many sealed values open, and how many do not.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Inspected {
    pub open: usize,
    pub without_key: usize,
    pub not_as_sealed: usize,
    /// Not sealed yet; `suara serve` does it within the hour.
    pub plain: usize,
}

/// Opens every value that the features of this house have sealed; shows none.
pub async fn inspect(app: &App) -> Result<Inspected> {
    let mut seen = Inspected::default();
    for page_of in app.features.iter().filter_map(|feature| feature.sealed) {
        let mut after = i64::MIN;
        while let Some(page) = page_of(app, after).await? {
            for (place, sealed) in &page.values {
                *seen.count(&app.vault, (*place, sealed)) += 1;
            }
            after = page.last;
        }
    }
    Ok(seen)
}

impl Inspected {
    fn count(&mut self, vault: &Vault, (place, sealed): (Slot, &str)) -> &mut usize {
        match vault.open(place, sealed) {
            _ if !Vault::is_sealed(sealed) => &mut self.plain,
            Ok(_) => &mut self.open,
            Err(Closed::NoKey) => &mut self.without_key,
            Err(Closed::NotAsSealed) => &mut self.not_as_sealed,
        }
    }
}

fn new_key(random: &Random) -> String {
    URL_SAFE_NO_PAD.encode(random.bytes::<32>())
}

fn read_keys(path: &Path) -> Result<Vec<Key>, String> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("the vault's key {} cannot be read ({error})", path.display()))?;
    let lines =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let keys: Option<Vec<Key>> =
        lines.map(|line| Key::new(&URL_SAFE_NO_PAD.decode(line).ok()?)).collect();
    let keys = keys.filter(|keys| !keys.is_empty());
    keys.ok_or_else(|| format!("{} does not hold the vault's keys, one a line", path.display()))
}

/// What is written: a file that another program made meanwhile must stand, or be replaced by the same with one line more.
#[derive(PartialEq, Eq)]
enum Keys {
    First,
    OneMore,
}

/// Whole or not at all, on disk, and for its owner only.
fn write_keys(path: &Path, text: &str, which: Keys) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let write = || -> Result<()> {
        // A temporary file is its owner's alone (0600), and stays so under its new name.
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        match which {
            Keys::OneMore => file.persist(path).map(drop)?,
            Keys::First => match file.persist_noclobber(path) {
                Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {}
                kept => kept.map(drop)?,
            },
        }
        Ok(File::open(folder)?.sync_all()?)
    };
    write().with_context(|| format!("the vault's key cannot be kept in {}", path.display()))
}

#[cfg(test)]
mod tests;
