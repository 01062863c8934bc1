//! Replies and corrections that were asked for, with their steps.
use crate::reply::{Reply, Step};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    feature::{Key, Leaving},
    ids::{PersonId, ReplyId},
    jiff::Timestamp,
    row, sql,
    subject::Subject,
    values,
};

row! {
    /// Something that was done; by nobody: the one who asked, or the rule.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct StepRow {
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub step: Step,
        pub ground: Option<String>,
        pub words: Option<String>,
    }
}

row! {
    /// How the one who asked is reached.
    #[derive(Debug, Clone, Default, PartialEq, Eq)]
    pub struct SenderRow {
        pub email: Option<String>,
        pub phone: Option<String>,
    }
}

pub async fn find(db: impl Reads, id: ReplyId) -> Result<Option<Reply>> {
    Ok(replies(db, &[id]).await?.pop())
}

/// In the order of the ids asked for.
pub async fn replies(db: impl Reads, ids: &[ReplyId]) -> Result<Vec<Reply>> {
    let plain: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let mut found: Vec<Reply> = db
        .all(
            sql!(
                "SELECT id, number, code_hash, kind, subject_kind, subject_id, area, name, capacity, passage, wrong,
                        text, proof, lang, sent_at, window_until, state, state_at, due_at, turn, ground, proposed_by,
                        published_at, edition
                 FROM replies WHERE id IN {ids:1}"
            ),
            values![&plain[..]],
        )
        .await?;
    found.sort_by_key(|reply| ids.iter().position(|id| *id == reply.id));
    Ok(found)
}

pub async fn by_number(db: impl Reads, number: &str) -> Result<Option<ReplyId>> {
    let sql = sql!("SELECT id FROM replies WHERE number = $1");
    Ok(db.optional::<(ReplyId,)>(sql, values![number]).await?.map(|(id,)| id))
}

/// What this form already sent.
pub async fn by_form(db: impl Reads, once: &str) -> Result<Option<ReplyId>> {
    let sql = sql!("SELECT id FROM replies WHERE once = $1");
    Ok(db.optional::<(ReplyId,)>(sql, values![once]).await?.map(|(id,)| id))
}

/// False when the same form already sent it.
pub async fn insert(tx: &mut Tx, reply: &Reply, once: &str) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO replies (id, number, code_hash, once, kind, subject_kind, subject_id, area, name, capacity,
                                      passage, wrong, text, proof, lang, sent_at, window_until, state, state_at, due_at,
                                      turn)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
                 ON CONFLICT (once) DO NOTHING"
            ),
            values![
                reply.id,
                &reply.number,
                &reply.code_hash,
                once,
                reply.asks,
                reply.kind,
                reply.subject_id,
                reply.area,
                &reply.name,
                &reply.capacity,
                &reply.passage,
                &reply.wrong,
                &reply.text,
                &reply.proof,
                &reply.lang,
                reply.sent_at,
                reply.window_until,
                reply.state,
                reply.state_at,
                reply.due_at,
                reply.turn
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn insert_sender(tx: &mut Tx, id: ReplyId, sender: &SenderRow) -> Result<()> {
    tx.execute(
        sql!("INSERT INTO reply_senders (reply_id, email, phone) VALUES ($1, $2, $3)"),
        values![id, &sender.email, &sender.phone],
    )
    .await?;
    Ok(())
}

pub async fn sender(db: impl Reads, id: ReplyId) -> Result<SenderRow> {
    let sql = sql!("SELECT email, phone FROM reply_senders WHERE reply_id = $1");
    Ok(db.optional(sql, values![id]).await?.unwrap_or_default())
}

/// False when it is no longer as `before`: somebody else was quicker.
pub async fn change(tx: &mut Tx, before: &Reply, after: &Reply) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE replies SET state = $4, state_at = $5, due_at = $6, turn = $7, ground = $8, proposed_by = $9,
                        published_at = $10, edition = $11
                 WHERE id = $1 AND state = $2 AND turn = $3"
            ),
            values![
                before.id,
                before.state,
                before.turn,
                after.state,
                after.state_at,
                after.due_at,
                after.turn,
                &after.ground,
                after.proposed_by,
                after.published_at,
                after.edition
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn insert_step(tx: &mut Tx, (id, reply): (i64, ReplyId), step: &StepRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO reply_steps (id, reply_id, at, person_id, step, ground, words)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![id, reply, step.at, step.person, step.step, &step.ground, &step.words],
    )
    .await?;
    Ok(())
}

/// Everything that was done, in order.
pub async fn steps(db: impl Reads, reply: ReplyId) -> Result<Vec<StepRow>> {
    db.all(
        sql!(
            "SELECT at, person_id, step, ground, words FROM reply_steps WHERE reply_id = $1
             ORDER BY id LIMIT 200"
        ),
        values![reply],
    )
    .await
}

/// What waits for the desk, what is due first first; what waits for the one who asked last.
pub async fn waiting(db: impl Reads) -> Result<Vec<ReplyId>> {
    ids(db
        .all(
            sql!(
                "SELECT id FROM replies
                 WHERE state IN ('received', 'asked', 'weighed', 'proposed', 'accepted')
                 ORDER BY CASE WHEN due_at IS NULL THEN 1 ELSE 0 END, due_at, id LIMIT 200"
            ),
            values![],
        )
        .await?)
}

/// What was decided, newest first.
pub async fn decided(db: impl Reads) -> Result<Vec<ReplyId>> {
    ids(db
        .all(
            sql!(
                "SELECT id FROM replies
                 WHERE state IN ('refused', 'lapsed', 'published', 'withdrawn', 'press-council', 'closed')
                 ORDER BY id DESC LIMIT 100"
            ),
            values![],
        )
        .await?)
}

/// Replies that stand beside a subject, oldest first.
pub async fn beside(db: impl Reads, subject: Subject) -> Result<Vec<ReplyId>> {
    ids(db
        .all(
            sql!(
                "SELECT id FROM replies
                 WHERE subject_kind = $1 AND subject_id = $2 AND published_at IS NOT NULL AND kind = 'reply'
                 ORDER BY published_at, id LIMIT 20"
            ),
            values![subject.kind, subject.id],
        )
        .await?)
}

/// Published ones, newest first.
pub async fn published(db: impl Reads, before: Key, limit: i64) -> Result<Vec<ReplyId>> {
    ids(db
        .all(
            sql!(
                "SELECT id FROM replies
                 WHERE published_at IS NOT NULL AND kind = 'reply' AND (published_at, id) < ($1, $2)
                 ORDER BY published_at DESC, id DESC LIMIT $3"
            ),
            values![before.at_us, before.id, limit],
        )
        .await?)
}

/// Waiting for the one who asked, while the right ended.
pub async fn to_lapse(db: impl Reads, now: Timestamp) -> Result<Vec<ReplyId>> {
    ids(db
        .all(
            sql!(
                "SELECT id FROM replies WHERE state = 'asked' AND window_until < $1 ORDER BY id LIMIT 200"
            ),
            values![now],
        )
        .await?)
}

fn ids(found: Vec<(ReplyId,)>) -> Result<Vec<ReplyId>> {
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Forgets how those were reached whose case ended before a moment.
pub async fn forget_contacts(tx: &mut Tx, before: Timestamp) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE reply_senders SET email = NULL, phone = NULL
             WHERE (email IS NOT NULL OR phone IS NOT NULL) AND reply_id IN (
               SELECT id FROM replies WHERE state_at < $1
                 AND state IN ('refused', 'lapsed', 'published', 'withdrawn', 'press-council', 'closed'))"
        ),
        values![before],
    )
    .await?;
    Ok(())
}

/// Someone's account ends: nobody is written to at their address or number any more.
pub async fn forget_sender(tx: &mut Tx, gone: &Leaving) -> Result<()> {
    tx.execute(
        sql!("UPDATE reply_senders SET email = NULL, phone = NULL WHERE email = $1 OR phone = $2"),
        values![&gone.email, &gone.phone],
    )
    .await?;
    Ok(())
}

/// The newest correction of a story since a moment, as the log of events tells it: `correction 3`.
pub async fn correction_since(
    db: impl Reads,
    subject: Subject,
    since: Timestamp,
) -> Result<Option<String>> {
    let sql = sql!(
        "SELECT detail FROM events
         WHERE subject_kind = $1 AND subject_id = $2 AND verb = 'story.edited' AND at >= $3
           AND detail LIKE 'correction %'
         ORDER BY id DESC LIMIT 1"
    );
    let found: Option<(String,)> =
        db.optional(sql, values![subject.kind, subject.id, since]).await?;
    Ok(found.map(|(detail,)| detail))
}
