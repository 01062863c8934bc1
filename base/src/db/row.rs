//! What comes back from a statement.
use anyhow::{Context, Result};
use jiff::Timestamp;

/// One row of either engine.
pub enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// How many columns there are.
    pub fn columns(&self) -> usize {
        match self {
            Row::Sqlite(row) => row.as_ref().column_count(),
            Row::Postgres(row) => row.len(),
        }
    }

    /// The value in column `index`, counted from 0.
    pub fn get<T: Column>(&self, index: usize) -> Result<T> {
        T::column(self, index).with_context(|| format!("column {index}"))
    }

    fn raw<T>(&self, index: usize) -> Result<T>
    where
        T: rusqlite::types::FromSql + for<'x> tokio_postgres::types::FromSql<'x>,
    {
        Ok(match self {
            Row::Sqlite(row) => row.get(index)?,
            Row::Postgres(row) => row.try_get(index)?,
        })
    }
}

/// A type that a column can hold.
pub trait Column: Sized + Send + 'static {
    fn column(row: &Row, index: usize) -> Result<Self>;
    /// The same for a column that may be null.
    fn nullable(row: &Row, index: usize) -> Result<Option<Self>>;
}

macro_rules! plain_columns {
    ($($kind:ty),*) => { $(impl Column for $kind {
        fn column(row: &Row, index: usize) -> Result<Self> { row.raw(index) }
        fn nullable(row: &Row, index: usize) -> Result<Option<Self>> { row.raw(index) }
    })* };
}
plain_columns!(i64, bool, String, Vec<u8>);

impl<T: Column> Column for Option<T> {
    fn column(row: &Row, index: usize) -> Result<Self> {
        T::nullable(row, index)
    }

    fn nullable(row: &Row, index: usize) -> Result<Option<Self>> {
        Ok(T::nullable(row, index)?.map(Some))
    }
}

impl Column for Timestamp {
    fn column(row: &Row, index: usize) -> Result<Self> {
        Ok(Timestamp::from_microsecond(row.raw(index)?)?)
    }

    fn nullable(row: &Row, index: usize) -> Result<Option<Self>> {
        let at_us: Option<i64> = row.raw(index)?;
        Ok(at_us.map(Timestamp::from_microsecond).transpose()?)
    }
}

impl Column for jiff::civil::Date {
    fn column(row: &Row, index: usize) -> Result<Self> {
        Ok(row.raw::<String>(index)?.parse()?)
    }

    fn nullable(row: &Row, index: usize) -> Result<Option<Self>> {
        Ok(row.raw::<Option<String>>(index)?.map(|text| text.parse()).transpose()?)
    }
}

/// A type that a whole row makes; `row!` and tuples are such types.
pub trait FromRow: Sized + Send + 'static {
    fn from_row(row: &Row) -> Result<Self>;
}

macro_rules! tuples {
    ($(($($kind:ident $index:tt),*))*) => { $(
        impl<$($kind: Column),*> FromRow for ($($kind,)*) {
            fn from_row(row: &Row) -> Result<Self> { Ok(($(row.get::<$kind>($index)?,)*)) }
        })*
    };
}
tuples! {
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
}

/// A struct filled from the columns of a row, in the order of its fields.
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$field_meta:meta])* $field_vis:vis $field:ident : $kind:ty),* $(,)? }) => {
        $(#[$meta])* $vis struct $name { $($(#[$field_meta])* $field_vis $field: $kind),* }
        impl $crate::db::FromRow for $name {
            fn from_row(row: &$crate::db::Row) -> $crate::anyhow::Result<Self> {
                let mut next = 0..;
                $(let $field = row.get(next.next().unwrap_or_default())?;)*
                Ok($name { $($field),* })
            }
        }
    };
}

/// An enum stored as text: `text_enum! { pub enum Status { Waiting = "waiting", Shown = "shown" } }`.
#[macro_export]
macro_rules! text_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$item_meta:meta])* $item:ident = $text:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $name { $($(#[$item_meta])* $item),* }
        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$item),*];
            /// As stored, and as used in addresses and locale keys.
            pub fn as_str(self) -> &'static str { match self { $($name::$item => $text),* } }
            pub fn parse(text: &str) -> Option<$name> { match text { $($text => Some($name::$item),)* _ => None } }
        }
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result { f.write_str(self.as_str()) }
        }
        impl $crate::db::Column for $name {
            fn column(row: &$crate::db::Row, index: usize) -> $crate::anyhow::Result<Self> {
                let text = row.get::<String>(index)?;
                $name::parse(&text).ok_or_else(|| $crate::anyhow::anyhow!("{text:?} is no {}", stringify!($name)))
            }
            fn nullable(row: &$crate::db::Row, index: usize) -> $crate::anyhow::Result<Option<Self>> {
                let Some(text) = row.get::<Option<String>>(index)? else { return Ok(None) };
                $name::parse(&text).map(Some).ok_or_else(|| $crate::anyhow::anyhow!("{text:?} is no {}", stringify!($name)))
            }
        }
        impl From<$name> for $crate::db::Value<'_> {
            fn from(value: $name) -> Self { $crate::db::Value::Text(value.as_str()) }
        }
    };
}
