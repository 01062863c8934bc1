//! Writers who note every promise they were given, and the look into the database for each.
use crate::server::{Client, House, Reply};
use base::{
    db::{Db, Reads},
    sql, values,
};
use std::{
    collections::{HashMap, HashSet},
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

/// Small numbers that look like chance and come again with the same seed.
pub struct Dice(u64);

impl Dice {
    pub fn seeded(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// What was promised, over all rounds.
#[derive(Default)]
pub struct Promises {
    pub comments: HashSet<String>,
    pub flags: HashSet<String>,
    /// For each person the last text about themselves that was acknowledged, and the last that was sent.
    pub about: HashMap<usize, (u64, u64)>,
    /// Answers that were neither success nor silence.
    pub refused: Vec<Reply>,
    pub slowest: Duration,
}

impl Promises {
    pub fn count(&self) -> usize {
        let changes: u64 =
            self.about.values().map(|(acknowledged, _)| u64::from(*acknowledged > 0)).sum();
        self.comments.len() + self.flags.len() + usize::try_from(changes).unwrap()
    }
}

/// What all writers share.
pub struct Load {
    pub promises: Arc<Mutex<Promises>>,
    next: Arc<AtomicU64>,
}

impl Default for Load {
    fn default() -> Load {
        Load { promises: Arc::default(), next: Arc::new(AtomicU64::new(1)) }
    }
}

impl Load {
    /// One writer for each person of the house, until `stop`.
    pub fn start(
        &self,
        house: &House,
        address: SocketAddr,
        seed: u64,
        stop: &Arc<AtomicBool>,
    ) -> Vec<JoinHandle<()>> {
        (0..house.people.len())
            .map(|person| {
                let writer = Writer {
                    house: house.clone(),
                    person,
                    promises: self.promises.clone(),
                    next: self.next.clone(),
                    dice: Dice::seeded(seed * 1_000 + u64::try_from(person).unwrap() + 1),
                };
                let stop = stop.clone();
                std::thread::spawn(move || writer.run(address, &stop))
            })
            .collect()
    }

    /// Everything that was promised and is not there.
    pub async fn losses(&self, db: &Db) -> Vec<String> {
        let comments: Vec<(String,)> =
            db.all(sql!("SELECT text FROM comments"), values![]).await.unwrap();
        let flags: Vec<(String,)> =
            db.all(sql!("SELECT words FROM flags"), values![]).await.unwrap();
        let people = sql!("SELECT name, about FROM people WHERE about LIKE 'about-%'");
        let people: Vec<(String, String)> = db.all(people, values![]).await.unwrap();
        let comments: HashSet<String> = comments.into_iter().map(|(text,)| text).collect();
        let flags: HashSet<String> = flags.into_iter().map(|(words,)| words).collect();
        let people: HashMap<String, String> = people.into_iter().collect();
        let promises = self.promises.lock().unwrap();
        let mut lost: Vec<String> = promises.comments.difference(&comments).cloned().collect();
        lost.extend(promises.flags.difference(&flags).cloned());
        for (person, (acknowledged, sent)) in &promises.about {
            let found = people.get(&format!("Warga {person}"));
            let found: u64 = found.map_or(0, |about| about["about-".len()..].parse().unwrap());
            if !(*acknowledged..=*sent).contains(&found) {
                lost.push(format!("Warga {person}: about-{acknowledged} and not about-{found}"));
            }
        }
        lost
    }
}

struct Writer {
    house: House,
    person: usize,
    promises: Arc<Mutex<Promises>>,
    next: Arc<AtomicU64>,
    dice: Dice,
}

impl Writer {
    fn run(mut self, address: SocketAddr, stop: &AtomicBool) {
        let Ok(mut client) = Client::to(address) else { return };
        while !stop.load(Ordering::Relaxed) {
            let began = Instant::now();
            match self.write(&mut client) {
                Err(_) => return,
                Ok(Some(refused)) => {
                    let mut promises = self.promises.lock().unwrap();
                    promises.refused.push(refused);
                    promises.slowest = promises.slowest.max(began.elapsed());
                    if promises.refused.len() > 10_000 {
                        return;
                    }
                }
                Ok(None) => {}
            }
        }
    }

    /// One write; what came back when it was not success.
    fn write(&mut self, client: &mut Client) -> std::io::Result<Option<Reply>> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let count = u64::try_from(self.house.subjects.len()).unwrap();
        let subject = self.house.subjects[usize::try_from(self.dice.below(count)).unwrap()];
        let subject = subject.to_string();
        let session = self.house.people[self.person].clone();
        let once = format!("once-{number}");
        match self.dice.below(10) {
            0..=5 => {
                let text = format!("kata-{number}-akhir");
                let form = [("subject", subject.as_str()), ("text", &text), ("once", &once)];
                let reply = client.post("/komentar", Some(&session), &form)?;
                Ok(self.note(reply, |promises| {
                    promises.comments.insert(text);
                }))
            }
            6..=8 => {
                let words = format!("tanda-{number}-akhir");
                let form = [("reason", "lie"), ("words", words.as_str()), ("once", &once)];
                let reply = client.post(&format!("/tandai/{subject}"), None, &form)?;
                Ok(self.note(reply, |promises| {
                    promises.flags.insert(words);
                }))
            }
            _ => {
                let (name, about) = (format!("Warga+{}", self.person), format!("about-{number}"));
                let person = self.person;
                self.promises.lock().unwrap().about.entry(person).or_default().1 = number;
                let form = [("name", name.as_str()), ("about", &about)];
                let reply = client.post("/akun/profil", Some(&session), &form)?;
                Ok(self.note(reply, move |promises| {
                    promises.about.entry(person).or_default().0 = number;
                }))
            }
        }
    }

    /// Success is a redirect that does not lead to the door.
    fn note(&self, reply: Reply, keep: impl FnOnce(&mut Promises)) -> Option<Reply> {
        if reply.status == 303 && !reply.location.contains("/masuk") {
            keep(&mut self.promises.lock().unwrap());
            return None;
        }
        Some(reply)
    }
}
