//! Responses, and what is counted of them. Nothing here hands over a single one.
use crate::{
    response::{Response, Source},
    score::Tally,
};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{PersonId, SurveyRoundId},
    jiff::civil::Date,
    row, sql, values,
};

row! {
    /// The sums of a round's marks.
    struct Sums {
        round: SurveyRoundId,
        count: i64,
        persyaratan: i64,
        prosedur: i64,
        waktu: i64,
        biaya: i64,
        produk: i64,
        kompetensi: i64,
        perilaku: i64,
        pengaduan: i64,
        sarana: i64,
        trusting: i64,
        trust: i64,
    }
}

/// What was counted of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    pub tally: Tally,
    /// How many answered the question of trust, and the sum of their marks.
    pub trust: (i64, i64),
}

row! {
    /// A group of respondents: what it has in common, how many, the sum of all marks, answers on trust and their sum.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Group {
        pub about: String,
        /// Empty: not said.
        pub value: String,
        pub count: i64,
        pub total: i64,
        pub trusting: i64,
        pub trust: i64,
    }
}

/// Who entered a response, how, when, under which key.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    pub id: i64,
    pub day: Date,
    pub source: Source,
    pub by: Option<PersonId>,
    pub key: Option<&'a str>,
}

/// A sheet by its form's key, if that person typed it.
pub async fn delete_typed(
    tx: &mut Tx,
    (round, key): (SurveyRoundId, &str),
    by: PersonId,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "DELETE FROM survey_responses
                 WHERE round_id = $1 AND row_key = $2 AND person_id = $3 AND source = 'paper'"
            ),
            values![round, key, by],
        )
        .await?;
    Ok(rows == 1)
}

/// False when the key is known in this round.
pub async fn insert_response(
    tx: &mut Tx,
    round: SurveyRoundId,
    response: &Response,
    entry: Entry<'_>,
) -> Result<bool> {
    let day = entry.day.to_string();
    let [m1, m2, m3, m4, m5, m6, m7, m8, m9] = response.marks;
    let [sex, age, education, occupation, slot] = &response.about;
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO survey_responses (id, round_id, day, source, person_id, row_key, persyaratan, prosedur, waktu,
                   biaya, produk, kompetensi, perilaku, pengaduan, sarana, trust, sex, age, education, occupation, slot, kind)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
                 ON CONFLICT DO NOTHING"
            ),
            values![
                entry.id,
                round,
                &day,
                entry.source,
                entry.by,
                entry.key,
                m1,
                m2,
                m3,
                m4,
                m5,
                m6,
                m7,
                m8,
                m9,
                response.trust,
                sex,
                age,
                education,
                occupation,
                slot,
                &response.kind
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn responses(db: impl Reads, id: SurveyRoundId) -> Result<i64> {
    let found: Option<(i64,)> = db
        .optional(sql!("SELECT COUNT(*) FROM survey_responses WHERE round_id = $1"), values![id])
        .await?;
    Ok(found.map_or(0, |(count,)| count))
}

/// What was counted of each of these rounds that has responses.
pub async fn counted(db: impl Reads, ids: &[i64]) -> Result<Vec<(SurveyRoundId, Counted)>> {
    let sums: Vec<Sums> = db
        .all(
            sql!(
                "SELECT round_id, COUNT(*), CAST(SUM(persyaratan) AS BIGINT), CAST(SUM(prosedur) AS BIGINT),
                   CAST(SUM(waktu) AS BIGINT), CAST(SUM(biaya) AS BIGINT), CAST(SUM(produk) AS BIGINT),
                   CAST(SUM(kompetensi) AS BIGINT), CAST(SUM(perilaku) AS BIGINT), CAST(SUM(pengaduan) AS BIGINT),
                   CAST(SUM(sarana) AS BIGINT), COUNT(trust), CAST(COALESCE(SUM(trust), 0) AS BIGINT)
                 FROM survey_responses WHERE round_id IN {ids:1} GROUP BY round_id"
            ),
            values![ids],
        )
        .await?;
    let counted = sums.into_iter().map(|s| {
        let sums = [
            s.persyaratan,
            s.prosedur,
            s.waktu,
            s.biaya,
            s.produk,
            s.kompetensi,
            s.perilaku,
            s.pengaduan,
            s.sarana,
        ];
        let tally = Tally { count: s.count, sums };
        (s.round, Counted { tally, trust: (s.trusting, s.trust) })
    });
    Ok(counted.collect())
}

/// Respondents by what they said of themselves, those who said nothing as a group of their own.
pub async fn groups(db: impl Reads, id: SurveyRoundId) -> Result<Vec<Group>> {
    db.all(
        sql!(
            "WITH r AS (
               SELECT COALESCE(sex, '') AS sex, COALESCE(age, '') AS age, COALESCE(education, '') AS education,
                 COALESCE(occupation, '') AS occupation, COALESCE(kind, '') AS kind, trust,
                 persyaratan + prosedur + waktu + biaya + produk + kompetensi + perilaku + pengaduan + sarana AS total
               FROM survey_responses WHERE round_id = $1)
             SELECT 'sex', sex, COUNT(*), CAST(SUM(total) AS BIGINT), COUNT(trust), CAST(COALESCE(SUM(trust), 0) AS BIGINT)
               FROM r GROUP BY sex
             UNION ALL SELECT 'age', age, COUNT(*), CAST(SUM(total) AS BIGINT), COUNT(trust), CAST(COALESCE(SUM(trust), 0) AS BIGINT)
               FROM r GROUP BY age
             UNION ALL SELECT 'education', education, COUNT(*), CAST(SUM(total) AS BIGINT), COUNT(trust), CAST(COALESCE(SUM(trust), 0) AS BIGINT)
               FROM r GROUP BY education
             UNION ALL SELECT 'occupation', occupation, COUNT(*), CAST(SUM(total) AS BIGINT), COUNT(trust), CAST(COALESCE(SUM(trust), 0) AS BIGINT)
               FROM r GROUP BY occupation
             UNION ALL SELECT 'kind', kind, COUNT(*), CAST(SUM(total) AS BIGINT), COUNT(trust), CAST(COALESCE(SUM(trust), 0) AS BIGINT)
               FROM r GROUP BY kind
             ORDER BY 1, 2"
        ),
        values![id],
    )
    .await
}
