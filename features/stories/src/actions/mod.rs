//! The verbs: publish, correct, retract, seal, hide; sections and the lead story.
mod desk;
mod life;
mod publish;

pub(crate) use desk::LEAD;
pub use desk::{add_occasion, add_section, choose_lead, remove_section, save_sections};
pub use life::{correct, retract, seal, set_shown};
pub use publish::{Tags, publish_imported, publish_with};
