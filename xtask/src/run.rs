//! Runs a command and says in one sentence what failed.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command at the root of the repository, without input.
pub fn command(program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(crate::workspace::root()).stdin(Stdio::null());
    command
}

/// Cargo as one would start it by hand. What the cargo that runs this program said of this package is taken out: build
/// scripts of dependencies watch these names, and would build anew each time a chore and a hand take turns.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = command(cargo, arguments);
    for (name, _) in std::env::vars_os() {
        let of_this_package = name.to_string_lossy();
        if of_this_package.starts_with("CARGO_PKG_")
            || of_this_package.starts_with("CARGO_MANIFEST_")
        {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs it with its output shown as it comes.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{} cannot start", shown(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs it and gives back what it printed on standard output, without the end of line.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("{} cannot start", shown(command)))?;
    if !output.status.success() {
        bail!("{} ended with {}", shown(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_string())
}

/// Where a program lies on the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The command as one would type it, cut where it gets long.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(program).chain(command.get_args());
    let line: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    let line = line.join(" ");
    match line.char_indices().nth(120) {
        Some((end, _)) => format!("`{}…`", &line[..end]),
        None => format!("`{line}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command() {
        let fault = run(&mut command("false", &["--x"])).unwrap_err().to_string();
        assert!(fault.starts_with("`false --x` ended with"), "{fault}");
    }

    #[test]
    fn a_missing_program_is_a_sentence() {
        let fault = run(&mut command("no-such-program", &[])).unwrap_err().to_string();
        assert_eq!(fault, "`no-such-program` cannot start");
    }

    #[test]
    fn output_comes_back_trimmed() {
        assert_eq!(output(&mut command("echo", &["pagi"])).unwrap(), "pagi");
    }
}
