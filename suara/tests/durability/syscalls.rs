//! Reads a trace of system calls and tells of every success that left before the disk had what it promised.
use std::collections::{HashMap, HashSet};

/// What the trace showed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Successes whose write was on disk before.
    pub covered: usize,
    /// The mark of each that left too early.
    pub early: Vec<String>,
    /// Completed calls of fdatasync or fsync on the log.
    pub syncs: usize,
}

/// Marks in what clients send (`kata-17-akhir`) tie together a request, the log's page that holds it, and its answer:
/// the request is read from a connection, the mark is written to the write-ahead log, an fdatasync of the log that
/// began after that write ends, and only then may `303` be written to that connection.
pub fn judge(trace: &str) -> Verdict {
    let mut verdict = Verdict::default();
    let mut state = State::default();
    for line in trace.lines() {
        let Some((thread, call)) = line.trim_start().split_once(' ') else { continue };
        let call = call.trim_start();
        if call.ends_with("<unfinished ...>") {
            state.begin(thread, call);
        } else if let Some(rest) = call.strip_prefix("<... ") {
            let begun = state.open.remove(thread).unwrap_or_default();
            state.end(thread, &begun, rest, &mut verdict);
        } else {
            state.begin(thread, call);
            state.open.remove(thread);
            state.end(thread, call, call, &mut verdict);
        }
    }
    verdict
}

#[derive(Default)]
struct State {
    /// Calls that have begun, by thread.
    open: HashMap<String, String>,
    /// The mark that each connection's last request holds.
    asked: HashMap<String, String>,
    written: HashSet<String>,
    synced: HashSet<String>,
    /// What was written when a thread's fdatasync began.
    covering: HashMap<String, HashSet<String>>,
}

impl State {
    fn begin(&mut self, thread: &str, call: &str) {
        self.open.insert(thread.to_owned(), call.to_owned());
        let (name, place) = parts(call);
        if syncs(name) && place.contains("-wal") {
            self.covering.insert(thread.to_owned(), self.written.clone());
        }
        // An answer leaves when its call begins.
        if sends(name) && place.contains("socket") && call.contains("HTTP/1.1 303") {
            let asked = self.asked.get(place).cloned();
            self.open
                .insert(thread.to_owned(), format!("{call} left {}", asked.unwrap_or_default()));
        }
    }

    /// `begun` holds the name and the place, `ended` what only the end of a call shows.
    fn end(&mut self, thread: &str, begun: &str, ended: &str, verdict: &mut Verdict) {
        let (name, place) = parts(begun);
        match name {
            "read" | "recvfrom" if place.contains("socket") => {
                if let Some(mark) = marks(begun).chain(marks(ended)).last() {
                    self.asked.insert(place.to_owned(), mark.to_owned());
                }
            }
            "pwrite64" | "write" if place.contains("-wal") => {
                self.written.extend(marks(begun).map(str::to_owned));
            }
            _ if syncs(name) && place.contains("-wal") && ended.ends_with("= 0") => {
                verdict.syncs += 1;
                self.synced.extend(self.covering.remove(thread).unwrap_or_default());
            }
            _ if sends(name) && place.contains("socket") && begun.contains("HTTP/1.1 303") => {
                let Some(mark) = self.asked.remove(place) else { return };
                if self.synced.contains(&mark) {
                    verdict.covered += 1;
                } else {
                    verdict.early.push(mark);
                }
            }
            _ => {}
        }
    }
}

/// SQLite as it is built here calls fsync, which does all that fdatasync does.
fn syncs(name: &str) -> bool {
    matches!(name, "fdatasync" | "fsync")
}

fn sends(name: &str) -> bool {
    matches!(name, "write" | "writev" | "sendto" | "sendmsg")
}

/// The name of a call and what its first argument is: `write(9<socket:[77]>, …` gives `write`, `9<socket:[77]>`.
fn parts(call: &str) -> (&str, &str) {
    let Some((name, rest)) = call.split_once('(') else { return ("", "") };
    let end = rest.find([',', ')']).unwrap_or(rest.len());
    (name, rest[..end].trim_end_matches(" <unfinished ...>"))
}

fn marks(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("kata-").filter_map(|(at, _)| {
        let rest = &text[at..];
        let end = rest.find("-akhir")? + "-akhir".len();
        rest[5..end - 6].bytes().all(|byte| byte.is_ascii_digit()).then(|| &rest[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HONEST: &str = r#"11 recvfrom(9<socket:[5]>, "POST /komentar HTTP/1.1\r\n\r\ntext=kata-1-akhir", 8192, 0, NULL, NULL) = 90
11 pwrite64(7</d/suara.sqlite-wal>, "\r..kata-1-akhir..", 4096, 56) = 4096
12 fdatasync(7</d/suara.sqlite-wal> <unfinished ...>
11 recvfrom(10<socket:[6]>, "POST /komentar HTTP/1.1\r\n\r\ntext=kata-2-akhir", 8192, 0, NULL, NULL) = 90
12 <... fdatasync resumed>) = 0
11 writev(9<socket:[5]>, [{iov_base="HTTP/1.1 303 See Other\r\n", iov_len=99}], 1) = 99
"#;

    #[test]
    fn an_answer_after_its_sync_is_covered() {
        let fine = Verdict { covered: 1, early: vec![], syncs: 1 };
        assert_eq!(judge(HONEST), fine);
        assert_eq!(judge(&HONEST.replace("fdatasync", "fsync")), fine);
    }

    #[test]
    fn an_answer_before_its_sync_ends_is_early() {
        let lines: Vec<&str> = HONEST.lines().collect();
        let doctored = [lines[0], lines[1], lines[2], lines[5], lines[4]].join("\n");
        assert_eq!(judge(&doctored).early, ["kata-1-akhir"]);
    }

    #[test]
    fn an_answer_without_a_sync_is_early() {
        let lines: Vec<&str> = HONEST.lines().collect();
        assert_eq!(judge(&[lines[0], lines[1], lines[5]].join("\n")).early, ["kata-1-akhir"]);
    }

    #[test]
    fn a_sync_that_began_before_the_write_or_failed_or_was_of_another_file_covers_nothing() {
        let lines: Vec<&str> = HONEST.lines().collect();
        let before = [lines[0], lines[2], lines[1], lines[4], lines[5]].join("\n");
        assert_eq!(judge(&before).early, ["kata-1-akhir"]);
        let failed = HONEST.replace("resumed>) = 0", "resumed>) = -1 EIO");
        assert_eq!(judge(&failed).early, ["kata-1-akhir"]);
        let other =
            HONEST.replace("fdatasync(7</d/suara.sqlite-wal>", "fdatasync(6</d/suara.sqlite>");
        assert_eq!(judge(&other).early, ["kata-1-akhir"]);
    }
}
