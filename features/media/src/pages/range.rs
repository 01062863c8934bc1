//! Part of a file, for players that jump (RFC 9110, 14).

/// What of a file of `length` bytes is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Whole,
    /// From a byte to a byte, both in it.
    Part(u64, u64),
    /// Nothing that is there.
    Nothing,
}

/// Several ranges at once are answered with the whole, as the standard allows.
pub(super) fn asked(header: Option<&str>, length: u64) -> Asked {
    let Some(range) = header.and_then(|header| header.trim().strip_prefix("bytes=")) else {
        return Asked::Whole;
    };
    let Some((from, to)) = range.split_once('-').filter(|_| !range.contains(',')) else {
        return Asked::Whole;
    };
    let number = |text: &str| text.trim().parse::<u64>();
    let last = length.saturating_sub(1);
    match (number(from), number(to)) {
        (Ok(from), Ok(to)) if from <= to && from < length => Asked::Part(from, to.min(last)),
        (Ok(from), Err(_)) if to.trim().is_empty() && from < length => Asked::Part(from, last),
        (Err(_), Ok(count)) if from.trim().is_empty() && count > 0 && length > 0 => {
            Asked::Part(length.saturating_sub(count), last)
        }
        (Ok(_), Ok(_)) | (Ok(_), Err(_)) | (Err(_), Ok(_)) => Asked::Nothing,
        (Err(_), Err(_)) => Asked::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_that_is_asked_for() {
        let cases = [
            (None, Asked::Whole),
            (Some("bytes=0-0"), Asked::Part(0, 0)),
            (Some("bytes=5-"), Asked::Part(5, 99)),
            (Some("bytes=90-500"), Asked::Part(90, 99)),
            (Some("bytes=-10"), Asked::Part(90, 99)),
            (Some("bytes=-500"), Asked::Part(0, 99)),
            (Some("bytes=100-"), Asked::Nothing),
            (Some("bytes=7-3"), Asked::Nothing),
            (Some("bytes=-0"), Asked::Nothing),
            (Some("bytes=0-1,5-6"), Asked::Whole),
            (Some("bytes=x-y"), Asked::Whole),
            (Some("lines=1-2"), Asked::Whole),
        ];
        for (header, expected) in cases {
            assert_eq!(asked(header, 100), expected, "{header:?}");
        }
    }
}
