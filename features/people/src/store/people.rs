//! Accounts and what they agreed to.
use crate::person::Account;
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AreaCode, PersonId},
    jiff::Timestamp,
    row, sql, values,
};

/// A new account as it is written.
pub struct NewRow<'a> {
    pub account: &'a Account,
    pub password_hash: Option<&'a str>,
    pub guardian: Option<(&'a str, &'a str)>,
    pub guardian_confirmed_at: Option<Timestamp>,
}

/// False when the address or the number has an account already.
pub async fn insert_person(tx: &mut Tx, new: &NewRow<'_>) -> Result<bool> {
    let account = new.account;
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO people (id, name, pen_name, about, email, phone, password_hash, age_band, guardian_name,
                   guardian_email, guardian_confirmed_at, area, joined_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING"
            ),
            values![
                account.id,
                &account.name,
                &account.pen_name,
                &account.about,
                &account.email,
                &account.phone,
                new.password_hash,
                account.age_band,
                new.guardian.map(|(name, _)| name),
                new.guardian.map(|(_, email)| email),
                new.guardian_confirmed_at,
                account.area,
                account.joined_at
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn find(db: impl Reads, id: PersonId) -> Result<Option<Account>> {
    db.optional(
        sql!(
            "SELECT id, name, pen_name, about, email, phone, age_band, area, joined_at, ended_at FROM people WHERE id = $1"
        ),
        values![id],
    )
    .await
}

row! {
    /// What sign-in needs to know of an account.
    #[derive(Debug, Clone)]
    pub struct LockRow {
        pub id: PersonId,
        pub name: String,
        pub email: Option<String>,
        pub password_hash: Option<String>,
    }
}

/// By address or by number, each as `person::Contact` writes them.
pub async fn lock_of(db: impl Reads, contact: &str) -> Result<Option<LockRow>> {
    db.optional(
        sql!("SELECT id, name, email, password_hash FROM people WHERE email = $1 OR phone = $1"),
        values![contact],
    )
    .await
}

pub async fn lock_of_person(db: impl Reads, id: PersonId) -> Result<Option<LockRow>> {
    db.optional(
        sql!("SELECT id, name, email, password_hash FROM people WHERE id = $1"),
        values![id],
    )
    .await
}

/// Public names of several people.
pub async fn public_names(db: impl Reads, ids: &[i64]) -> Result<Vec<(PersonId, String)>> {
    db.all(
        sql!("SELECT id, COALESCE(pen_name, name) FROM people WHERE id IN {ids:1}"),
        values![ids],
    )
    .await
}

/// Accounts whose name or pen name holds what was typed, or whose address or number it is; by name.
pub async fn search(
    db: impl Reads,
    (typed, contact): (&str, &str),
    after: (&str, PersonId),
    limit: i64,
) -> Result<Vec<Account>> {
    let plain = typed.to_lowercase().replace('!', "!!").replace('%', "!%").replace('_', "!_");
    db.all(
        sql!(
            "SELECT id, name, pen_name, about, email, phone, age_band, area, joined_at, ended_at FROM people
             WHERE ended_at IS NULL AND (LOWER(name) LIKE $1 ESCAPE '!' OR LOWER(COALESCE(pen_name, '')) LIKE $1 ESCAPE '!'
                    OR email = $2 OR phone = $2)
               AND (name, id) > ($3, $4) ORDER BY name, id LIMIT $5"
        ),
        values![&format!("%{plain}%"), contact, after.0, after.1, limit],
    )
    .await
}

row! {
    /// Who answered for someone under 18.
    #[derive(Debug, Clone)]
    pub struct GuardianRow {
        pub name: Option<String>,
        pub email: Option<String>,
        pub confirmed_at: Option<Timestamp>,
    }
}

pub async fn guardian(db: impl Reads, id: PersonId) -> Result<Option<GuardianRow>> {
    db.optional(
        sql!(
            "SELECT guardian_name, guardian_email, guardian_confirmed_at FROM people WHERE id = $1"
        ),
        values![id],
    )
    .await
}

pub async fn set_names(
    tx: &mut Tx,
    id: PersonId,
    (name, pen_name): (&str, Option<&str>),
    (about, area): (Option<&str>, Option<AreaCode>),
) -> Result<()> {
    tx.execute(
        sql!("UPDATE people SET name = $2, pen_name = $3, about = $4, area = $5 WHERE id = $1"),
        values![id, name, pen_name, about, area],
    )
    .await?;
    Ok(())
}

pub async fn set_password(tx: &mut Tx, id: PersonId, hash: &str) -> Result<()> {
    tx.execute(sql!("UPDATE people SET password_hash = $2 WHERE id = $1"), values![id, hash])
        .await?;
    Ok(())
}

/// False when another account has the address.
pub async fn set_email(tx: &mut Tx, id: PersonId, email: &str) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE people SET email = $2 WHERE id = $1
                 AND NOT EXISTS (SELECT 1 FROM people other WHERE other.email = $2 AND other.id <> $1)"
            ),
            values![id, email],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn insert_consent(
    tx: &mut Tx,
    id: PersonId,
    (document, version): (&str, i64),
    at: Timestamp,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO consents (person_id, document, version, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"
        ),
        values![id, document, version, at],
    )
    .await?;
    Ok(())
}

/// The newest version of a document that someone agreed to; 0: none.
pub async fn agreed_version(db: impl Reads, id: PersonId, document: &str) -> Result<i64> {
    let (version,) = db
        .one::<(i64,)>(
            sql!(
                "SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT) FROM consents
                 WHERE person_id = $1 AND document = $2"
            ),
            values![id, document],
        )
        .await?;
    Ok(version)
}

row! {
    /// What someone agreed to, and when.
    #[derive(Debug, Clone)]
    pub struct ConsentRow {
        pub document: String,
        pub version: i64,
        pub at: Timestamp,
    }
}

pub async fn consents(db: impl Reads, id: PersonId) -> Result<Vec<ConsentRow>> {
    db.all(
        sql!(
            "SELECT document, version, at FROM consents WHERE person_id = $1 ORDER BY at, version"
        ),
        values![id],
    )
    .await
}
