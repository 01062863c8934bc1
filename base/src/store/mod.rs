//! Every statement on base's own tables.
mod audit;
mod deadlines;
mod events;
mod holds;
mod jobs;
mod links;
mod measures;
mod parked;
mod sent;
mod settings;

pub use audit::{BatchRow, LoggedRow};
pub(crate) use audit::{batches_after, insert_batch, last_batch, logged};
pub use deadlines::DeadlineRow;
pub(crate) use deadlines::{deadlines_of, delete_deadline, insert_deadline, meet_deadline};
pub use events::{EventRow, events_of};
pub(crate) use events::{event, insert_event};
pub use holds::{HoldRow, count_held, held, hold_of};
pub(crate) use holds::{count_recent_texts, delete_hold, insert_hold, insert_recent_text};
pub use jobs::{JobRow, count_jobs, dead_jobs, revive_job};
pub(crate) use jobs::{
    bury_job, claim_job, delete_job, insert_job, next_job_at, postpone_job, retry_job,
};
pub use links::LinkRow;
pub(crate) use links::{
    any_link, delete_link, insert_link, links_of, show_links, waiting_links_of,
};
pub use measures::{MeasureRow, NoticeRow};
pub(crate) use measures::{
    count_unseen_notices, delete_old_notices, end_measure, forget_measure_words, insert_measure,
    insert_notice, measure, measures_in_force, measures_of, note_measures_read, note_notices_read,
    notices_of,
};
pub(crate) use parked::{
    ParkedRow, count_parked, delete_expired_parked, delete_parked, give_up_parked, insert_parked,
    parked,
};
pub(crate) use sent::{delete_old_sent, note_sent, put_sent_path, sent_path};
pub(crate) use settings::{put_setting, setting};
