//! The few places where SQLite and PostgreSQL differ.
use super::{Db, Reads};
use crate::{sql, values};
use anyhow::Result;
use std::{
    borrow::Cow,
    fmt::{self, Display},
};

/// Which database answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Engine::Sqlite => "SQLite",
            Engine::Postgres => "PostgreSQL",
        })
    }
}

/// Expands the tokens `{ids:N}` and `{skip_locked}`; text without them is handed back as it is.
pub(super) fn expand(engine: Engine, text: &str) -> Cow<'_, str> {
    if !text.contains('{') {
        return Cow::Borrowed(text);
    }
    let mut out = text.to_owned();
    let skip_locked = match engine {
        Engine::Sqlite => "",
        Engine::Postgres => "FOR UPDATE SKIP LOCKED",
    };
    out = out.replace("{skip_locked}", skip_locked);
    for number in 1..=9 {
        let list = match engine {
            Engine::Sqlite => format!("(SELECT value FROM json_each(${number}))"),
            Engine::Postgres => format!("(SELECT unnest(CAST(${number} AS BIGINT[])))"),
        };
        out = out.replace(&format!("{{ids:{number}}}"), &list);
    }
    Cow::Owned(out)
}

pub(super) async fn schema(db: &Db) -> Result<Vec<String>> {
    let columns = match db.engine() {
        Engine::Sqlite => {
            db.all::<(String, String, String, bool)>(
                sql!(
                    "SELECT m.name, c.name, c.type, c.\"notnull\" <> 0 FROM sqlite_schema m, pragma_table_info(m.name) c
                     WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
                ),
                values![],
            )
            .await?
        }
        Engine::Postgres => {
            db.all::<(String, String, String, bool)>(
                sql!(
                    "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), CAST(data_type AS TEXT), is_nullable = 'NO'
                     FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 2"
                ),
                values![],
            )
            .await?
        }
    };
    let mut lines: Vec<String> = columns
        .into_iter()
        .map(|(table, column, kind, filled)| {
            let null = if filled { "not null" } else { "null" };
            format!("{table}.{column} {} {null}", common_type(&kind))
        })
        .collect();
    lines.sort();
    Ok(lines)
}

/// Both engines' names for the four types that we use.
fn common_type(kind: &str) -> &str {
    match kind.to_ascii_lowercase().as_str() {
        "bigint" | "integer" | "int" => "integer",
        "boolean" => "integer",
        "bytea" | "blob" => "bytes",
        "text" => "text",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_ids_is_one_parameter_on_both_engines() {
        let text = "SELECT 1 WHERE id IN {ids:2} {skip_locked}";
        insta::assert_snapshot!(expand(Engine::Sqlite, text), @"SELECT 1 WHERE id IN (SELECT value FROM json_each($2)) ");
        insta::assert_snapshot!(expand(Engine::Postgres, text), @"SELECT 1 WHERE id IN (SELECT unnest(CAST($2 AS BIGINT[]))) FOR UPDATE SKIP LOCKED");
    }
}
