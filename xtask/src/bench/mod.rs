//! placeholder
use anyhow::Result;
pub fn bench(_: &[String]) -> Result<()> {
    Ok(())
}
