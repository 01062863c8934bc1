//! What older portals left behind: the text of one page, or a whole archive.
pub mod archive;
pub mod page;
