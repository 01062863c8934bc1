//! How a programme is built up: outcomes by their source, components with their activities.
use super::parts::{Line, Source};
use crate::{
    activity::Activity,
    store::{ComponentRow, OutcomeRow},
};
use base::web::Frame;

/// The outcomes of one source: two sources count differently, so they are not mixed.
pub(crate) struct Group {
    pub source: Option<Source>,
    pub outcomes: Vec<OutcomeNode>,
}

/// An outcome with the intermediate ones on the way to it.
pub(crate) struct OutcomeNode {
    pub row: OutcomeRow,
    pub between: Vec<OutcomeRow>,
}

/// A component with what is done in it.
pub(crate) struct ComponentNode {
    pub row: ComponentRow,
    pub source: Option<Source>,
    /// "1 Pendidikan".
    pub outcome: Option<String>,
    pub activities: Vec<Line>,
}

pub(crate) fn groups(rows: &[OutcomeRow]) -> Vec<Group> {
    let mut groups: Vec<(Option<String>, Group)> = vec![];
    for row in rows.iter().filter(|row| row.parent.is_none()) {
        let between = rows.iter().filter(|other| other.parent == Some(row.id)).cloned().collect();
        let node = OutcomeNode { row: row.clone(), between };
        match groups.iter_mut().find(|(source, _)| *source == row.source) {
            Some((_, group)) => group.outcomes.push(node),
            None => {
                let source = Source::of(&row.source);
                groups.push((row.source.clone(), Group { source, outcomes: vec![node] }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The components, and the activities that stand under none. On a later page of activities only components that have
/// some there are shown.
pub(crate) fn components(
    f: &Frame,
    rows: Vec<ComponentRow>,
    outcomes: &[OutcomeRow],
    (activities, is_first): (&[Activity], bool),
) -> (Vec<ComponentNode>, Vec<Line>) {
    let of = |component| -> Vec<Line> {
        let own = activities.iter().filter(|row| row.component == component);
        own.map(|row| Line::of(f, row)).collect()
    };
    let nodes = rows.into_iter().map(|row| {
        let outcome = outcomes.iter().find(|outcome| Some(outcome.id) == row.outcome);
        ComponentNode {
            source: Source::of(&row.source),
            outcome: outcome.map(|outcome| format!("{} {}", outcome.number, outcome.name)),
            activities: of(Some(row.id)),
            row,
        }
    });
    let shown = nodes.filter(|node| is_first || !node.activities.is_empty());
    (shown.collect(), of(None))
}
