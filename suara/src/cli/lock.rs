//! One server a data folder: two that write into the same SQLite file would each keep rules and limits of their own, and
//! each other's work from happening when it should.
use anyhow::{Context, Result, bail};
use std::{
    fs::{File, TryLockError},
    path::Path,
};

/// Held until it is dropped, or until the program ends in whatever way. Others (backup, doctor, import) do not ask for it.
pub struct Serving(
    #[expect(dead_code, reason = "the lock lasts as long as the file is open")] File,
);

impl Serving {
    /// Takes the folder for one server, or says who has it.
    pub fn hold(data: &Path) -> Result<Serving> {
        let path = data.join("serve.lock");
        let file =
            File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
        match file.try_lock() {
            Ok(()) => Ok(Serving(file)),
            Err(TryLockError::WouldBlock) => bail!(
                "another Suara serves the data folder {} already: stop that one, or give this one a folder of its own with --data",
                data.display()
            ),
            // Some network folders know no locks; a house there was served before, and goes on.
            Err(TryLockError::Error(error)) => {
                tracing::warn!(
                    "the data folder cannot be locked ({error}): see that only one server uses it"
                );
                Ok(Serving(file))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_server_on_the_same_folder_is_refused_until_the_first_has_stopped() {
        let folder = tempfile::tempdir().unwrap();
        let first = Serving::hold(folder.path()).unwrap();
        let second = Serving::hold(folder.path()).err().unwrap().to_string();
        assert!(second.starts_with("another Suara serves the data folder"), "{second}");
        drop(first);
        Serving::hold(folder.path()).unwrap();
    }
}
