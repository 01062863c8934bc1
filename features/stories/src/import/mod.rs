//! What older portals left behind: the text of one page.
pub mod page;
