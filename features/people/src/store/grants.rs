//! Roles in scopes: who granted them, when, and who ended them.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{GrantId, PersonId},
    jiff::Timestamp,
    row, sql, values,
    visitor::{Role, Scope},
};

row! {
    /// A role that someone holds or held.
    #[derive(Debug, Clone)]
    pub struct GrantRow {
        pub id: GrantId,
        pub person: PersonId,
        pub role: Role,
        pub scope_kind: String,
        pub scope_id: i64,
        pub granted_by: Option<PersonId>,
        pub granted_at: Timestamp,
        pub ended_by: Option<PersonId>,
        pub ended_at: Option<Timestamp>,
    }
}

impl GrantRow {
    /// A scope kind that this version does not know reaches nothing.
    pub fn scope(&self) -> Option<Scope> {
        Scope::from_parts(&self.scope_kind, self.scope_id)
    }
}

/// False when it is held already.
pub async fn insert_grant(tx: &mut Tx, grant: &GrantRow) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO grants (id, person_id, role, scope_kind, scope_id, granted_by, granted_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
            ),
            values![
                grant.id,
                grant.person,
                grant.role,
                &grant.scope_kind,
                grant.scope_id,
                grant.granted_by,
                grant.granted_at
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn grants_of(db: impl Reads, person: PersonId) -> Result<Vec<GrantRow>> {
    db.all(
        sql!(
            "SELECT id, person_id, role, scope_kind, scope_id, granted_by, granted_at, ended_by, ended_at
             FROM grants WHERE person_id = $1 ORDER BY id DESC LIMIT 200"
        ),
        values![person],
    )
    .await
}

pub async fn grant(db: impl Reads, id: GrantId) -> Result<Option<GrantRow>> {
    db.optional(
        sql!(
            "SELECT id, person_id, role, scope_kind, scope_id, granted_by, granted_at, ended_by, ended_at
             FROM grants WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// False when it had ended already; nobody ends one: a rule did.
pub async fn end_grant(
    tx: &mut Tx,
    id: GrantId,
    by: Option<PersonId>,
    at: Timestamp,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE grants SET ended_by = $2, ended_at = $3 WHERE id = $1 AND ended_at IS NULL"
            ),
            values![id, by, at],
        )
        .await?;
    Ok(rows == 1)
}

/// Holds the administrators' rows until the transaction ends, so that two who end each other's role at once leave one;
/// how many there are.
pub async fn lock_administrators(tx: &mut Tx) -> Result<u64> {
    tx.execute(
        sql!(
            "UPDATE grants SET ended_by = NULL
             WHERE role = 'administrator' AND scope_kind = 'house' AND ended_at IS NULL"
        ),
        values![],
    )
    .await
}

row! {
    /// Someone with a role, by what readers call them.
    #[derive(Debug, Clone)]
    pub struct NamedRow {
        pub id: PersonId,
        pub name: String,
        pub pen_name: Option<String>,
    }
}

/// Everyone who holds a role now.
pub async fn named_with_role(db: impl Reads) -> Result<Vec<NamedRow>> {
    db.all(
        sql!(
            "SELECT DISTINCT p.id, p.name, p.pen_name FROM grants g JOIN people p ON p.id = g.person_id
             WHERE g.ended_at IS NULL"
        ),
        values![],
    )
    .await
}

/// The roles that several people hold now, in whatever scope.
pub async fn roles_of(db: impl Reads, ids: &[i64]) -> Result<Vec<(PersonId, Role)>> {
    db.all(
        sql!(
            "SELECT DISTINCT person_id, role FROM grants WHERE person_id IN {ids:1} AND ended_at IS NULL"
        ),
        values![ids],
    )
    .await
}

/// Administrators of the whole house.
pub async fn count_administrators(db: impl Reads) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!(
                "SELECT COUNT(*) FROM grants
                 WHERE role = 'administrator' AND scope_kind = 'house' AND ended_at IS NULL"
            ),
            values![],
        )
        .await?;
    Ok(count)
}

row! {
    /// Someone who holds a role in a scope now.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Holding {
        pub grant: GrantId,
        pub person: PersonId,
        pub name: String,
        pub since: Timestamp,
    }
}

/// Those who hold the role in exactly this scope, first come first.
pub async fn holding(db: impl Reads, role: Role, scope: Scope) -> Result<Vec<Holding>> {
    let (kind, id) = scope.parts();
    db.all(
        sql!(
            "SELECT g.id, p.id, p.name, g.granted_at FROM grants AS g JOIN people AS p ON p.id = g.person_id
             WHERE g.role = $1 AND g.scope_kind = $2 AND g.scope_id = $3 AND g.ended_at IS NULL
             ORDER BY g.id LIMIT 100"
        ),
        values![role, kind, id],
    )
    .await
}

/// Where others than this person hold a role.
pub async fn scopes_of_others(
    db: impl Reads,
    role: Role,
    but: PersonId,
) -> Result<Vec<(String, i64)>> {
    db.all(
        sql!(
            "SELECT scope_kind, scope_id FROM grants
             WHERE role = $1 AND person_id <> $2 AND ended_at IS NULL ORDER BY id LIMIT 1000"
        ),
        values![role, but],
    )
    .await
}
