//! Joins stories with the activities that they tell of. A story witnesses an activity when it tells of a day of it, and
//! its text names the venue or the programme.
use anyhow::Result;
use base::{
    app::App,
    jiff::civil::Date,
    links::{self, LinkKind},
};
use programmes::Held;
use stories::Told;

/// More stories of one day are not compared.
const TOLD_MAX: i64 = 500;

/// Joins what happened on these days; a second time changes nothing. How many pairs belong together.
pub async fn join(app: &App, days: &[Date]) -> Result<usize> {
    let mut count = 0;
    for day in days {
        let held = programmes::held_on(&app.db, *day).await?;
        if held.is_empty() {
            continue;
        }
        let told = stories::told_of(&app.db, *day, TOLD_MAX).await?;
        let mut tx = app.db.begin().await?;
        for story in &told {
            let text = Text::of(story);
            for activity in held.iter().filter(|activity| text.names(activity)) {
                let ends = (story.id.into(), activity.id.into());
                links::join(app, &mut tx, ends, (LinkKind::Witness, None), None).await?;
                count += 1;
            }
        }
        tx.commit().await?;
    }
    Ok(count)
}

/// Joins everything that is here; how many pairs belong together.
pub async fn join_all(app: &App) -> Result<usize> {
    join(app, &programmes::days_held(&app.db).await?).await
}

/// The words of a story, in small letters, without punctuation, between blanks.
struct Text(String);

impl Text {
    fn of(story: &Told) -> Text {
        let deck = story.deck.as_deref().unwrap_or_default();
        Text(plain(&format!("{} {deck} {}", story.title, story.body)))
    }

    fn names(&self, activity: &Held) -> bool {
        let names = [&activity.venue, &activity.acronym];
        let mut words = names.into_iter().flatten().map(|name| plain(name));
        words.any(|words| !words.trim().is_empty() && self.0.contains(&words))
    }
}

/// " gedung selaparang kantor gubernur ntb " of "Gedung Selaparang, Kantor Gubernur NTB".
fn plain(text: &str) -> String {
    let small = text.to_lowercase();
    let words: Vec<&str> = small
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    format!(" {} ", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::ids::{ActivityId, StoryId};

    fn named(body: &str, venue: Option<&str>, acronym: Option<&str>) -> bool {
        let story =
            Told { id: StoryId(1), title: "Kabar".into(), deck: None, body: body.to_owned() };
        let (venue, acronym) = (venue.map(str::to_owned), acronym.map(str::to_owned));
        Text::of(&story).names(&Held { id: ActivityId(1), venue, acronym })
    }

    #[test]
    fn a_venue_or_an_acronym_is_found_as_whole_words() {
        let venue = Some("Gedung Selaparang, Kantor Gubernur NTB");
        assert!(named("di Gedung Selaparang Kantor Gubernur NTB, Mataram", venue, None));
        assert!(!named("di Gedung Selaparang Mataram", venue, None));
        assert!(named("Untuk Kesejahteraan ( KOMPAK) Hal ini", None, Some("KOMPAK")));
        assert!(!named("Warga kompakan membersihkan kali.", None, Some("KOMPAK")));
        assert!(!named("Apa saja", Some(" - "), None));
        assert!(!named("Apa saja", None, None));
    }
}
