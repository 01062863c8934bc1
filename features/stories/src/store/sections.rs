//! Sections and their names.
use crate::section::SectionName;
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::SectionId,
    row, sql, values,
};

row! {
    /// A section's name in a language.
    #[derive(Debug, Clone)]
    pub struct SectionRow {
        pub id: SectionId,
        pub slug: String,
        pub position: i64,
        pub lang: String,
        pub name: String,
        pub about: Option<String>,
    }
}

/// All names of all sections, in the order of the menu.
pub async fn sections(db: impl Reads) -> Result<Vec<SectionRow>> {
    db.all(
        sql!(
            "SELECT s.id, s.slug, s.position, n.lang, n.name, n.about
             FROM sections s JOIN section_names n ON n.section_id = s.id
             ORDER BY s.position, s.id, n.lang"
        ),
        values![],
    )
    .await
}

/// False when the word in its address is taken.
pub async fn insert_section(tx: &mut Tx, id: SectionId, slug: &str, position: i64) -> Result<bool> {
    let sql = sql!(
        "INSERT INTO sections (id, slug, position) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
    );
    Ok(tx.execute(sql, values![id, slug, position]).await? == 1)
}

pub async fn put_section_name(tx: &mut Tx, id: SectionId, name: &SectionName) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO section_names (section_id, lang, name, about) VALUES ($1, $2, $3, $4)
             ON CONFLICT (section_id, lang) DO UPDATE SET name = excluded.name, about = excluded.about"
        ),
        values![id, &name.lang, &name.name, &name.about],
    )
    .await?;
    Ok(())
}

/// Without a name of its own a section is called as in Indonesian.
pub async fn delete_section_name(tx: &mut Tx, id: SectionId, lang: &str) -> Result<()> {
    let sql = sql!("DELETE FROM section_names WHERE section_id = $1 AND lang = $2");
    tx.execute(sql, values![id, lang]).await?;
    Ok(())
}

/// Sections in which no story stands, nor ever stood.
pub async fn empty_sections(db: impl Reads) -> Result<Vec<(SectionId,)>> {
    let sql = sql!(
        "SELECT id FROM sections
         WHERE NOT EXISTS (SELECT 1 FROM stories WHERE section_id = sections.id)
           AND NOT EXISTS (SELECT 1 FROM drafts WHERE section_id = sections.id)"
    );
    db.all(sql, values![]).await
}

/// False when it is not there. A story in it is an error: the database keeps its section.
pub async fn delete_section(tx: &mut Tx, id: SectionId) -> Result<bool> {
    let names = sql!("DELETE FROM section_names WHERE section_id = $1");
    tx.execute(names, values![id]).await?;
    Ok(tx.execute(sql!("DELETE FROM sections WHERE id = $1"), values![id]).await? == 1)
}

pub async fn set_section_position(tx: &mut Tx, id: SectionId, position: i64) -> Result<()> {
    let sql = sql!("UPDATE sections SET position = $2 WHERE id = $1");
    tx.execute(sql, values![id, position]).await?;
    Ok(())
}
