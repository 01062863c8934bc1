//! Files by the hash of their content, in the data folder: the same bytes are stored once, and a file that is there is
//! whole and on disk. Whoever puts files and then writes rows that name them holds the folder meanwhile (`hold`); whoever
//! deletes what no row names has it alone (`alone`).
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::{
    fmt,
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    str::FromStr,
};

/// The SHA-256 of a file's content, shown as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlobHash([u8; 32]);

impl BlobHash {
    pub fn of(bytes: &[u8]) -> BlobHash {
        BlobHash(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for BlobHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for BlobHash {
    type Err = crate::ids::NotAnId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let right =
            text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if !right {
            return Err(crate::ids::NotAnId);
        }
        let mut hash = [0; 32];
        for (index, byte) in hash.iter_mut().enumerate() {
            let pair = &text[index * 2..index * 2 + 2];
            *byte = u8::from_str_radix(pair, 16).map_err(|_| crate::ids::NotAnId)?;
        }
        Ok(BlobHash(hash))
    }
}

/// The folder of files.
#[derive(Debug, Clone)]
pub struct Blobs {
    folder: PathBuf,
}

/// The folder's lock, also between programs, until it is dropped.
#[derive(Debug)]
pub struct Held(#[expect(dead_code, reason = "an open file is the lock")] File);

impl Blobs {
    /// Files live in `data/blobs`.
    pub fn in_data(data: &Path) -> Blobs {
        Blobs { folder: data.join("blobs") }
    }

    fn path(&self, hash: BlobHash) -> PathBuf {
        let name = hash.to_string();
        self.folder.join(&name[..2]).join(&name[2..])
    }

    fn lock(&self) -> Result<File> {
        let path = self.folder.with_extension("lock");
        if let Some(data) = path.parent() {
            fs::create_dir_all(data)?;
        }
        let open = File::options().create(true).truncate(false).write(true).open(&path);
        open.with_context(|| format!("cannot open {}", path.display()))
    }

    /// While this is held nothing is deleted that a row is about to name. Blocks.
    pub fn hold(&self) -> Result<Held> {
        let file = self.lock()?;
        file.lock_shared()?;
        Ok(Held(file))
    }

    /// Nobody else holds the folder: what no row names now, no row will. Blocks.
    pub fn alone(&self) -> Result<Held> {
        let file = self.lock()?;
        file.lock()?;
        Ok(Held(file))
    }

    /// Returns once the bytes and their name are on disk. Blocks: call it from `spawn_blocking` or the command line.
    pub fn put(&self, bytes: &[u8]) -> Result<BlobHash> {
        let hash = BlobHash::of(bytes);
        let path = self.path(hash);
        let folder = path.parent().context("a blob lies in a folder")?;
        if path.exists() {
            // Another writer may have named it a moment ago and still wait for the disk.
            File::open(folder)?.sync_all()?;
            return Ok(hash);
        }
        if !folder.exists() {
            fs::create_dir_all(folder)?;
            File::open(&self.folder)?.sync_all()?;
        }
        let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
        temporary.write_all(bytes)?;
        temporary.as_file().sync_all()?;
        temporary.persist(&path).with_context(|| format!("cannot keep {}", path.display()))?;
        File::open(folder)?.sync_all()?;
        Ok(hash)
    }

    /// The bytes; `None` when there is no such file. Blocks.
    pub fn get(&self, hash: BlobHash) -> Result<Option<Vec<u8>>> {
        match fs::read(self.path(hash)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The file and its length, to be read in pieces. Blocks.
    pub fn open(&self, hash: BlobHash) -> Result<Option<(File, u64)>> {
        match File::open(self.path(hash)) {
            Ok(file) => {
                let length = file.metadata()?.len();
                Ok(Some((file, length)))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Deletes what a program that was killed left half written; ask for it `alone`. Blocks.
    pub fn delete_halves(&self) -> Result<()> {
        let Ok(shelves) = fs::read_dir(&self.folder) else { return Ok(()) };
        for shelf in shelves {
            for file in fs::read_dir(shelf?.path())? {
                let file = file?;
                if file.file_name().to_string_lossy().starts_with('.') {
                    fs::remove_file(file.path())?;
                }
            }
        }
        Ok(())
    }

    /// Really deletes; nothing happens when it is gone already. Blocks.
    pub fn delete(&self, hash: BlobHash) -> Result<()> {
        match fs::remove_file(self.path(hash)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Every file, sorted. Blocks.
    pub fn all(&self) -> Result<Vec<BlobHash>> {
        let mut found = vec![];
        if !self.folder.exists() {
            return Ok(found);
        }
        for shelf in fs::read_dir(&self.folder)? {
            let shelf = shelf?.path();
            let prefix = shelf.file_name().map(|name| name.to_string_lossy().into_owned());
            for file in fs::read_dir(&shelf)? {
                let name = file?.file_name();
                let whole =
                    format!("{}{}", prefix.as_deref().unwrap_or(""), name.to_string_lossy());
                found.extend(whole.parse::<BlobHash>());
            }
        }
        found.sort();
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_deletes_waits_for_those_who_keep() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::in_data(folder.path());
        let (one, other) = (blobs.hold().unwrap(), blobs.hold().unwrap());
        assert!(blobs.lock().unwrap().try_lock().is_err());
        drop((one, other));
        drop(blobs.alone().unwrap());
        let shelf = folder.path().join("blobs/ab");
        std::fs::create_dir_all(&shelf).unwrap();
        std::fs::write(shelf.join(".tmp1"), "half").unwrap();
        blobs.delete_halves().unwrap();
        assert!(!shelf.join(".tmp1").exists());
    }

    #[test]
    fn the_same_bytes_are_kept_once_and_deleted_for_good() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::in_data(folder.path());
        let hash = blobs.put(b"gambar").unwrap();
        assert_eq!(blobs.put(b"gambar").unwrap(), hash);
        assert_eq!(blobs.all().unwrap(), [hash]);
        assert_eq!(blobs.get(hash.to_string().parse().unwrap()).unwrap().unwrap(), b"gambar");
        blobs.delete(hash).unwrap();
        blobs.delete(hash).unwrap();
        assert_eq!(blobs.get(hash).unwrap(), None);
    }
}
