//! What programmes and activities said before.
use crate::former::Part;
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    jiff::Timestamp,
    row, sql,
    subject::Subject,
    values,
};

row! {
    /// Words that no longer hold.
    #[derive(Debug, Clone)]
    pub struct WordsRow {
        pub at: Timestamp,
        pub part: Part,
        pub stood: String,
    }
}

impl WordsRow {
    pub(crate) fn key(&self) -> String {
        self.part.key()
    }
}

pub async fn insert_words(
    tx: &mut Tx,
    (id, subject): (i64, Subject),
    (at, part, stood): (Timestamp, Part, &str),
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO programme_words (id, kind, subject_id, at, part, stood) VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        values![id, subject.kind, subject.id, at, part, stood],
    )
    .await?;
    Ok(())
}

/// Newest first.
pub async fn words(db: impl Reads, subject: Subject, limit: i64) -> Result<Vec<WordsRow>> {
    db.all(
        sql!(
            "SELECT at, part, stood FROM programme_words WHERE kind = $1 AND subject_id = $2
             ORDER BY id DESC LIMIT $3"
        ),
        values![subject.kind, subject.id, limit],
    )
    .await
}
