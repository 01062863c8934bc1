//! Small groups stay hidden, and cannot be worked out from what is shown: a group of fewer than `min` respondents goes
//! into a rest, and the rest takes the next smallest group until it has two groups and `min` respondents.

/// Which of the groups may be shown. All of them or fewer; an empty group never is.
pub fn shown(counts: &[i64], min: i64) -> Vec<bool> {
    shown_within(counts, &vec![true; counts.len()], min)
}

/// The same where some are hidden already: what is shown of a group that is hidden would tell who it is.
pub fn shown_within(counts: &[i64], allowed: &[bool], min: i64) -> Vec<bool> {
    let mut shown: Vec<bool> = counts
        .iter()
        .zip(allowed)
        .map(|(count, allowed)| *allowed && *count >= min && *count > 0)
        .collect();
    loop {
        let rest = counts.iter().zip(&shown).filter(|(count, shown)| !**shown && **count > 0);
        let (groups, people) =
            rest.fold((0, 0), |(groups, people), (count, _)| (groups + 1, people + *count));
        if groups == 0 || (groups > 1 && people >= min) {
            return shown;
        }
        let next = (0..counts.len()).filter(|index| shown[*index]).min_by_key(|i| counts[*i]);
        let Some(next) = next else { return shown };
        shown[next] = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_group_of_four_is_hidden_together_with_the_next_smallest() {
        assert_eq!(shown(&[30, 20, 4, 0], 5), [true, false, false, false]);
        assert_eq!(shown(&[30, 20, 4, 3], 5), [true, true, false, false]);
        assert_eq!(shown(&[30, 20, 2, 1], 5), [true, false, false, false]);
        assert_eq!(shown(&[30, 4], 5), [false, false]);
        assert_eq!(shown(&[30, 20], 5), [true, true]);
    }

    proptest! {
        #[test]
        fn what_is_hidden_is_never_one_small_group(counts in proptest::collection::vec(0_i64..40, 0..8)) {
            let shown = shown(&counts, 5);
            let hidden: Vec<i64> = counts.iter().zip(&shown).filter(|(count, shown)| !**shown && **count > 0).map(|(count, _)| *count).collect();
            let any_shown = shown.iter().any(|shown| *shown);
            prop_assert!(counts.iter().zip(&shown).all(|(count, shown)| !*shown || *count >= 5));
            prop_assert!(hidden.is_empty() || !any_shown || (hidden.len() > 1 && hidden.iter().sum::<i64>() >= 5));
        }
    }
}
