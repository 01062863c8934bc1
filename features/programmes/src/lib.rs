//! Programmes with their outcomes, components and activities; a workshop with what was said, decided and promised in it.
//!
//! ```text
//! programme ─► outcome (an intermediate one under another) ─► component ─► activity
//! activity: planned ─► running ─► done ─► reported      days that were moved stay      a promise ─► kept, or overdue
//! ```
//!
//! Anyone reads. Administrators and chief editors add and change. Of participants only numbers are kept, and small ones
//! are hidden.
mod actions;
mod activity;
mod former;
mod headcount;
mod open_data;
mod pages;
mod period;
mod place;
mod programme;
mod store;
mod subjects;
#[cfg(test)]
mod tests;
mod witness;

pub use actions::{
    Act, ActivityLine, NewActivityPromise, add, add_activity, add_area, add_component, add_line,
    add_outcome, add_partner, count_people, keep_promise, move_activity, promise, set_state,
};
pub use activity::{
    ActivityKind, ActivityWords, Days, Level, NewActivity, NewAgendaItem, NewOffice, NewSpeaker,
    State,
};
pub use headcount::{Counted, Headcount};
pub use period::Calendar;
pub use programme::{NamedArea, NewComponent, NewOutcome, NewPartner, NewProgramme, PartnerRole};
pub use store::programme_called;
pub use witness::{Held, days_held, held_on};

use base::feature::Feature;

pub fn feature() -> Feature {
    Feature {
        routes: pages::routes(),
        describe: Some(subjects::DESCRIBE),
        listing: Some(subjects::LISTING),
        chain: Some(subjects::CHAIN),
        open_data: open_data::TABLES,
        desks: pages::DESKS,
        tables: &[
            "programmes",
            "programme_partners",
            "programme_outcomes",
            "programme_components",
            "activities",
            "activity_dates",
            "activity_states",
            "programme_areas",
            "programme_lists",
            "activity_agenda",
            "activity_participants",
            "activity_offices",
            "activity_speakers",
            "activity_decisions",
            "programme_words",
        ],
        menu: Some(subjects::menu),
        gallery: pages::gallery,
        ..Feature::named("programmes")
    }
}
