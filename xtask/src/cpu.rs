//! CPU time of the processes that were started and have ended.

use std::time::Duration;

/// CPU seconds of all ended children and theirs; nothing where there is no /proc.
pub fn of_children() -> Option<Duration> {
    parse(&std::fs::read_to_string("/proc/self/stat").ok()?)
}

/// Fields 16 and 17 of proc(5), in ticks of a hundredth of a second, which is what Linux shows to
/// programs on every architecture it runs on today.
fn parse(stat: &str) -> Option<Duration> {
    // The name in parentheses may hold spaces; what follows it begins with field 3.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(13);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(Duration::from_millis((user + system) * 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_children_and_not_the_process_itself() {
        let stat = "7 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 900 800 150 25 20 0 1 0 55";
        assert_eq!(parse(stat), Some(Duration::from_millis(1750)));
    }

    #[test]
    fn an_odd_line_is_no_figure() {
        assert_eq!(parse("7 (a) S 1 2"), None);
    }
}
