//! How many people took part, by group.
use super::{
    activities::found,
    form::{self, Control, Field, Sheet},
    manage,
};
use crate::{
    actions,
    activity::Activity,
    headcount::{Counted, Headcount},
    store,
};
use axum::extract::Path;
use base::{
    ids::ActivityId,
    languages::Words,
    refusal::{FieldErrors, Outcome},
    web::{Answer, Fields, Visit},
};

/// GET /pengelola/kegiatan/{id}/peserta
pub(super) async fn form(visit: Visit, Path(id): Path<ActivityId>) -> Answer {
    let row = found(&visit, id).await?;
    let count = Headcount::of(store::headcount(&visit.app.db, id).await?);
    let mut pairs: Vec<(&str, String)> =
        count.iter().map(|(counted, people)| (counted.as_str(), people.to_string())).collect();
    pairs.extend(count.total().map(|total| ("total", total.to_string())));
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, people)| (*name, people.as_str())).collect();
    form::show(&visit, sheet(&visit.words(), &row, &Fields::from_pairs(&pairs))).await
}

/// POST /pengelola/kegiatan/{id}/peserta
pub(super) async fn save(visit: Visit, Path(id): Path<ActivityId>, fields: Fields) -> Answer {
    let row = found(&visit, id).await?;
    let done = put(&visit, id, &fields).await;
    form::answer(&visit, done, sheet(&visit.words(), &row, &fields)).await
}

async fn put(visit: &Visit, id: ActivityId, fields: &Fields) -> Outcome<String> {
    let mut errors = FieldErrors::default();
    let count = Headcount::read(fields, &mut errors);
    errors.check()?;
    let mut tx = actions::begin(&visit.app, &visit.visitor).await?;
    actions::count_people(&visit.app, &mut tx, (id, &count), visit.visitor.id()).await?;
    tx.commit().await?;
    Ok(manage::path(id.into()))
}

pub(super) fn sheet(words: &Words, row: &Activity, typed: &Fields) -> Sheet {
    let path = manage::path(row.id.into());
    let mut fields = vec![Field::of("total", "counted-total", Control::Number, typed).hinted()];
    for counted in Counted::ALL {
        let key = match counted {
            Counted::Women => "counted-women",
            Counted::Men => "counted-men",
            Counted::Unnoted => "counted-unnoted",
            Counted::Disability => "counted-disability",
            Counted::Youth => "counted-youth",
            Counted::Elderly => "counted-elderly",
            Counted::Poor => "counted-poor",
            Counted::Indigenous => "counted-indigenous",
        };
        fields.push(Field::of(counted.as_str(), key, Control::Number, typed));
    }
    Sheet {
        heading: words.t("activity-count"),
        intro: Some(words.with("programme-of", "name", &row.name)),
        action: format!("{path}/peserta"),
        back: path,
        fields,
        remove: None,
    }
}
