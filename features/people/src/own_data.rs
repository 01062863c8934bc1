//! One's own data as it is handed over: which columns name people, what is left out, how values are written. No I/O.
use base::{
    clock::Zone,
    db::{Cell, Cells, Table},
    ids::{PersonId, short},
    jiff::Timestamp,
    vault::Vault,
};
use serde::Serialize;
use serde_json::{Map, Value};

/// Everything the house holds of someone.
#[derive(Debug, Clone, Serialize)]
pub struct OwnData {
    pub house: String,
    pub made_at: Timestamp,
    pub person: PersonId,
    pub tables: Vec<OwnTable>,
}

/// The rows of one table that name them.
#[derive(Debug, Clone, Serialize)]
pub struct OwnTable {
    pub table: String,
    pub columns: Vec<String>,
    pub rows: Vec<Map<String, Value>>,
}

impl OwnTable {
    pub fn named(table: &Table) -> OwnTable {
        let columns = table.columns.iter().map(|(column, _)| column.clone()).collect();
        OwnTable { table: table.name.clone(), columns, rows: vec![] }
    }

    /// The values of a row as a reader sees them, in the order of the columns.
    pub fn texts<'a>(&'a self, row: &'a Map<String, Value>) -> Vec<String> {
        let text = |value: &Value| match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        self.columns.iter().map(|name| row.get(name).map(text).unwrap_or_default()).collect()
    }
}

/// Base's tables, in which the person may be what a row is about.
const ABOUT: [&str; 4] = ["events", "links", "holds", "deadlines"];

/// Whether a column holds the number of a person.
pub fn names_a_person(table: &str, column: &str) -> bool {
    column == "person_id"
        || column.ends_with("_person_id")
        || column.ends_with("_by")
        || (table == "people" && column == "id")
        || (ABOUT.contains(&table) && ["subject_id", "from_id", "to_id"].contains(&column))
}

/// What opens a door, or would: never handed over.
pub fn is_secret(column: &str) -> bool {
    column.ends_with("_hash") || ["secret", "payload", "token", "key", "once"].contains(&column)
}

/// A row by the names of its columns. Times are RFC 3339, numbers of things are as addresses write them, those of other
/// people are left out.
pub fn readable(table: &Table, row: &Cells, person: PersonId, zone: Zone) -> Map<String, Value> {
    let named = table.columns.iter().zip(row);
    let value = |column: &str, cell: &Cell| match cell {
        Cell::Null => Value::Null,
        Cell::Int(id) if names_a_person(&table.name, column) && *id != person.0 => Value::Null,
        Cell::Int(at_us) if column == "at" || column.ends_with("_at") => moment(*at_us, zone),
        Cell::Int(id) if column == "id" || column.ends_with("_id") => Value::String(short(*id)),
        Cell::Int(number) => Value::from(*number),
        // Whoever may read it reads it where it stands.
        Cell::Text(text) if Vault::is_sealed(text) => Value::Null,
        Cell::Text(text) => Value::String(text.clone()),
        Cell::Bytes(bytes) => Value::String(format!("({} bytes)", bytes.len())),
    };
    named.map(|((column, _), cell)| (column.clone(), value(column, cell))).collect()
}

fn moment(at_us: i64, zone: Zone) -> Value {
    match Timestamp::from_microsecond(at_us) {
        Ok(at) => Value::String(zone.local(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()),
        Err(_) => Value::from(at_us),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_readable_and_names_nobody_else() {
        let column = |name: &str| (name.to_owned(), "integer".to_owned());
        let columns =
            vec![column("granted_at"), column("granted_by"), column("id"), column("person_id")];
        let table = Table::to_write("grants".to_owned(), columns);
        let row = vec![Cell::Int(1_795_485_600_000_000), Cell::Int(8), Cell::Int(33), Cell::Int(7)];
        let read = readable(&table, &row, PersonId(7), Zone::Wita);
        let text = serde_json::to_string(&read).unwrap();
        assert_eq!(
            text,
            "{\"granted_at\":\"2026-11-24T10:00:00+08:00\",\"granted_by\":null,\"id\":\"11\",\"person_id\":\"7\"}"
        );
    }

    #[test]
    fn what_opens_a_door_is_left_out() {
        for column in ["password_hash", "token_hash", "code_hash", "secret", "payload"] {
            assert!(is_secret(column), "{column}");
        }
        assert!(!is_secret("email"));
    }
}
