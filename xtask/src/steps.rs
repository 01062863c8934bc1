//! A list of named steps: each says its name and what it cost, and a summary closes the list.

use crate::cpu;
use anyhow::{Result, bail};
use std::time::{Duration, Instant};

/// One thing to do, and what the reader should do when it fails.
pub struct Step {
    pub name: &'static str,
    pub advice: &'static str,
    pub run: fn() -> Result<()>,
}

struct Done {
    name: &'static str,
    cost: Cost,
    failure: Option<String>,
}

struct Cost {
    wall: Duration,
    cpu: Option<Duration>,
}

impl std::fmt::Display for Cost {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{:8.1} s wall", self.wall.as_secs_f64())?;
        match self.cpu {
            Some(cpu) => write!(f, "{:9.1} s CPU", cpu.as_secs_f64()),
            None => write!(f, "        - CPU"),
        }
    }
}

/// Measures from now until `stop`.
struct Clock {
    wall: Instant,
    cpu: Option<Duration>,
}

impl Clock {
    fn start() -> Self {
        Self { wall: Instant::now(), cpu: cpu::of_children() }
    }

    fn stop(&self) -> Cost {
        let cpu = cpu::of_children().zip(self.cpu).map(|(now, then)| now.saturating_sub(then));
        Cost { wall: self.wall.elapsed(), cpu }
    }
}

/// Runs the chosen steps, or all when none is chosen. A failure does not hide those after it.
pub fn run(steps: &[Step], chosen: &[String]) -> Result<()> {
    let chosen = choose(steps, chosen)?;
    let clock = Clock::start();
    let done: Vec<Done> = chosen.into_iter().map(one).collect();
    println!("\n== summary");
    for step in &done {
        let word = if step.failure.is_some() { "FAILED" } else { "ok" };
        println!("{:<14}{}  {word}", step.name, step.cost);
    }
    println!("{:<14}{}", "together", clock.stop());
    let failures: Vec<&String> = done.iter().filter_map(|step| step.failure.as_ref()).collect();
    for failure in &failures {
        println!("\n{failure}");
    }
    println!("\nsteps: {} passed, {} failed", done.len() - failures.len(), failures.len());
    if !failures.is_empty() {
        bail!("Not everything passed; the lines above say what to do.");
    }
    Ok(())
}

fn choose<'a>(steps: &'a [Step], chosen: &[String]) -> Result<Vec<&'a Step>> {
    if chosen.is_empty() {
        return Ok(steps.iter().collect());
    }
    let mut found = Vec::new();
    for name in chosen {
        match steps.iter().find(|step| step.name == name) {
            Some(step) => found.push(step),
            None => {
                let names: Vec<_> = steps.iter().map(|step| step.name).collect();
                bail!("There is no step `{name}`. There are: {}.", names.join(", "));
            }
        }
    }
    Ok(found)
}

fn one(step: &Step) -> Done {
    println!("\n== {}", step.name);
    let clock = Clock::start();
    let failure = (step.run)()
        .err()
        .map(|fault| format!("{} failed: {fault:#}\n  what to do: {}", step.name, step.advice));
    let cost = clock.stop();
    if let Some(failure) = &failure {
        println!("{failure}");
    }
    println!("-- {}:{cost}", step.name);
    Done { name: step.name, cost, failure }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: &[Step] = &[
        Step { name: "good", advice: "Nothing.", run: || Ok(()) },
        Step { name: "bad", advice: "Mend it.", run: || bail!("it is broken") },
    ];

    #[test]
    fn one_failure_fails_the_list() {
        assert!(run(STEPS, &[]).is_err());
        assert!(run(STEPS, &["good".to_string()]).is_ok());
    }

    #[test]
    fn a_failure_says_what_to_do() {
        let failure = one(&STEPS[1]).failure.unwrap();
        assert_eq!(failure, "bad failed: it is broken\n  what to do: Mend it.");
    }

    #[test]
    fn an_unknown_name_lists_the_known_ones() {
        let fault = run(STEPS, &["ugly".to_string()]).unwrap_err().to_string();
        assert_eq!(fault, "There is no step `ugly`. There are: good, bad.");
    }
}
