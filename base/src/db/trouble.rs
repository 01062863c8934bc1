//! What an error of the database means for whoever asked: the same again may succeed, later it may, somebody was quicker.
use deadpool_postgres::PoolError;
use rusqlite::ffi;
use tokio_postgres::error::SqlState;

/// An error that is nobody's mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Two transactions stood in each other's way and this one was ended; nothing of it is kept, and the same again may
    /// succeed (SQLSTATE 40001, 40P01).
    Crossed,
    /// No connection was free in time, or somebody else held the file.
    Busy,
    /// What must be there once is there already: somebody was quicker between the question and the answer.
    Taken,
}

impl Trouble {
    /// `None`: a fault.
    pub fn of(error: &anyhow::Error) -> Option<Trouble> {
        error.chain().find_map(|cause| {
            let postgres = cause.downcast_ref::<tokio_postgres::Error>().and_then(of_postgres);
            let sqlite = || cause.downcast_ref::<rusqlite::Error>().and_then(of_sqlite);
            let pool = || match cause.downcast_ref::<PoolError>()? {
                PoolError::Timeout(_) => Some(Trouble::Busy),
                _ => None,
            };
            postgres.or_else(sqlite).or_else(pool)
        })
    }
}

/// For a statement that asks and writes in one: somebody who came in between is the same answer as one who was there
/// already. The transaction is lost then.
pub fn twin_is_false(done: anyhow::Result<bool>) -> anyhow::Result<bool> {
    match done {
        Err(error) if Trouble::of(&error) == Some(Trouble::Taken) => Ok(false),
        done => done,
    }
}

fn of_postgres(error: &tokio_postgres::Error) -> Option<Trouble> {
    let state = error.code()?;
    if [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED].contains(state) {
        Some(Trouble::Crossed)
    } else if [SqlState::TOO_MANY_CONNECTIONS, SqlState::LOCK_NOT_AVAILABLE].contains(state) {
        Some(Trouble::Busy)
    } else if *state == SqlState::UNIQUE_VIOLATION {
        Some(Trouble::Taken)
    } else {
        None
    }
}

fn of_sqlite(error: &rusqlite::Error) -> Option<Trouble> {
    let code = error.sqlite_error()?;
    match (code.code, code.extended_code) {
        (rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked, _) => {
            Some(Trouble::Busy)
        }
        (_, ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => {
            Some(Trouble::Taken)
        }
        _ => None,
    }
}
