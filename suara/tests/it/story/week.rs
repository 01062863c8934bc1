//! The newsroom of the week: its calendar, its letters, its readers' browsers, and what they find on a page.
pub use crate::walk::hidden;

use crate::site::{Reply, Site};
use axum::http::StatusCode;
use base::{jiff::SignedDuration, mail::Letter};

pub struct Week {
    /// A reader who is signed out.
    pub site: Site,
    /// Since ten in the morning.
    passed: std::sync::Mutex<SignedDuration>,
}

/// The story under which most of the week's talk stands.
const RADIO: &str = "pemancar-tersambar-petir";

impl Week {
    pub async fn begin(site: Site) -> Week {
        site.settled().await;
        Week { site, passed: std::sync::Mutex::default() }
    }

    pub fn minutes_pass(&self, minutes: i64) {
        let span = SignedDuration::from_mins(minutes);
        self.site.app.clock.advance(span);
        *self.passed.lock().unwrap() += span;
    }

    /// Nothing is left of the day; it is ten in the morning of the next one.
    pub async fn next_day(&mut self) {
        self.site.settled().await;
        let passed = std::mem::take(self.passed.get_mut().unwrap());
        self.site.app.clock.advance(SignedDuration::from_hours(24) - passed);
    }

    /// The letters that the work behind the scenes has sent by now.
    pub async fn letters(&self) -> Vec<Letter> {
        base::jobs::run_due(&self.site.app).await.unwrap();
        self.site.app.mailer.taken()
    }

    /// The one letter that was sent, which went to this address.
    pub async fn letter_to(&self, address: &str) -> Letter {
        let mut letters = self.letters().await;
        let letter = letters.pop().unwrap_or_else(|| panic!("no letter to {address}"));
        assert!(letters.is_empty() && letter.to == address, "{letter:?} {letters:?}");
        letter
    }

    /// Someone of the cast, signed in.
    pub async fn cast(&self, name: &str) -> Site {
        let door = self.knock(&format!("{name}@suara.example"), suara::demo::PASSWORD).await;
        self.inside(&door.expect(StatusCode::SEE_OTHER))
    }

    /// Sends the form of the door.
    pub async fn knock(&self, contact: &str, password: &str) -> Reply {
        let door = [("contact", contact), ("password", password)];
        self.browser_of(contact).post("/masuk", &door).await
    }

    /// Their own browser, which is known again.
    pub fn browser_of(&self, contact: &str) -> Site {
        self.site.with_cookie(&format!("perangkat={contact}"))
    }

    /// The browser that got this answer.
    pub fn inside(&self, answer: &Reply) -> Site {
        self.site.with_cookie(answer.cookie.as_deref().expect("a session"))
    }

    /// The address of a story of this month by the words in it.
    pub async fn story(&self, words: &str) -> String {
        let month = page(&self.site, "/arsip/2026/11").await;
        let mut found = links(&month).filter(|link| link.contains(words));
        found.next().unwrap_or_else(|| panic!("no story {words}")).to_owned()
    }

    pub async fn radio(&self) -> String {
        self.story(RADIO).await
    }
}

/// A page that is there, as HTML.
pub async fn page(reader: &Site, path: &str) -> String {
    reader.get(path).await.expect(StatusCode::OK).text()
}

/// What a reader sees on a page that is there.
pub async fn seen(reader: &Site, path: &str) -> String {
    reader.get(path).await.expect(StatusCode::OK).main_text()
}

/// Sends a form that is taken, and reads the page that it leads to.
pub async fn send(reader: &Site, path: &str, fields: &[(&str, &str)]) -> String {
    let sent = reader.post(path, fields).await.expect(StatusCode::SEE_OTHER);
    seen(&reader.after(&sent), sent.location.split('#').next().unwrap()).await
}

/// Sends a form that is not taken, and reads what is wrong.
pub async fn refused(reader: &Site, path: &str, fields: &[(&str, &str)]) -> String {
    reader.post(path, fields).await.expect(StatusCode::UNPROCESSABLE_ENTITY).main_text()
}

pub fn links(html: &str) -> impl Iterator<Item = &str> {
    html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

/// The six digits in a letter.
pub fn code(letter: &Letter) -> String {
    let mut words = letter.body.split(|c: char| !c.is_ascii_digit());
    words.find(|word| word.len() == 6).expect("a code").to_owned()
}

/// The id of the comment on a page that says this.
pub fn comment_id(html: &str, text: &str) -> String {
    let (before, _) = html.split_once(text).unwrap_or_else(|| panic!("nobody says {text:?}"));
    before.rsplit("<li id=\"k-").next().unwrap().split('"').next().unwrap().to_owned()
}

/// What stands in "Komentar (n)".
pub fn comment_count(html: &str) -> i64 {
    html.split("Komentar (").nth(1).unwrap().split(')').next().unwrap().parse().unwrap()
}
