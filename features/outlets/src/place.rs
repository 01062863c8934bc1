//! The areas of outlets, by name.
use areas::Areas;
use base::{app::App, ids::AreaCode};

/// "Kecamatan Muara Ketapang, Tirtawana, Nusa Raya".
pub(crate) fn full_name(app: &App, code: AreaCode) -> String {
    let areas = app.keeper::<Areas>();
    match areas.lies_in(code) {
        nothing if nothing.is_empty() => areas.name(code),
        around => format!("{}, {around}", areas.name(code)),
    }
}

/// The kabupaten, kota or province under whose name an outlet is listed.
pub(crate) fn heading(app: &App, code: AreaCode) -> String {
    let wide = code.with_ancestors().into_iter().find(|area| area.0 < 10_000).unwrap_or(code);
    app.keeper::<Areas>().name(wide)
}
