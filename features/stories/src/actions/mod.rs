//! The verbs: send, return, publish, correct, retract, seal, hide; sections and the lead story.
mod desk;
mod drafts;
mod life;
mod publish;

pub(crate) use desk::LEAD;
pub use desk::{add_occasion, add_section, choose_lead, remove_section, save_sections};
pub(crate) use drafts::may_edit;
pub use drafts::{publish_draft, resend_draft, return_draft, send_draft, withdraw_draft};
pub(crate) use life::pictures_follow;
pub use life::{correct, judge, retract, seal};
pub use publish::{Tags, publish_imported, publish_with};
