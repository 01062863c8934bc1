//! The verbs: save, send, return, publish, correct, retract, seal, hide; sections and the lead story.
mod answering;
mod checking;
mod desk;
mod drafts;
mod embargo;
mod files;
mod life;
mod publish;
mod writing;

pub(crate) use answering::may_edit_story;
pub use answering::{add_edition, retract_for, seal_editions};
pub use checking::{
    add_byline, add_check, add_note, answer_note, answer_question, approve_draft, ask_before,
    settle_note, settle_pending, verify_draft,
};
pub(crate) use desk::LEAD;
pub use desk::{add_occasion, add_section, choose_lead, remove_section, save_sections};
pub(crate) use drafts::{LICENCE, may_edit, publish_due};
pub use drafts::{publish_draft, return_draft, unschedule_draft};
pub use embargo::{end_embargo, set_embargo};
pub(crate) use files::{forget_writer, keep_files};
pub(crate) use life::pictures_follow;
pub use life::{correct, judge, retract, seal};
pub use publish::{Tags, publish_imported, publish_with};
pub use writing::{Save, Saved, save_draft, send_draft, withdraw_draft};
pub(crate) use writing::{draft_for, is_open_to, sent_before, version_of, writes};
