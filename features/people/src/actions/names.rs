//! Nobody takes the name of someone who speaks for the house.
use crate::{
    names::{is_reserved, skeleton},
    store,
};
use anyhow::Result;
use base::{app::App, ids::PersonId, refusal::FieldErrors};

/// Notes what is wrong with names that someone wants to be known by. `own`: whose they are, once they have an account.
pub(super) async fn check_free(
    app: &App,
    own: Option<PersonId>,
    wanted: &[(&'static str, &str)],
    errors: &mut FieldErrors,
) -> Result<()> {
    if wanted.is_empty() {
        return Ok(());
    }
    let mut taken = vec![];
    for person in store::named_with_role(&app.db).await? {
        if Some(person.id) != own {
            taken.push(skeleton(&person.name));
            taken.extend(person.pen_name.as_deref().map(skeleton));
        }
    }
    for (field, name) in wanted {
        if is_reserved(name, &app.config.name) {
            errors.add(field, "error-name-reserved");
        } else if !skeleton(name).is_empty() && taken.contains(&skeleton(name)) {
            errors.add(field, "error-name-taken");
        }
    }
    Ok(())
}
