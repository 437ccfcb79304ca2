//! What of a window is drawn: the text as it is, repaired, or as Asterisk reads it; narrowed by an interval of the server.

use dialdesk_core::interval::{Openings, Review, read, review};

/// What the drawing is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The text.
    Text,
    /// The text once it is repaired to this one.
    Repair(String),
    /// The text, which is refused, as Asterisk reads it all the same.
    AsRead,
}

/// A window to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) subject: Subject,
    pub(super) openings: Openings,
}

impl Shown {
    /// What can be drawn of a text; `None` where it opens nothing.
    pub(super) fn of(text: &str) -> Option<Self> {
        match review(text) {
            Review::Taken(taken) => Some(Self { subject: Subject::Text, openings: taken.openings().clone() }),
            Review::Refused(refused) => match (refused.repair(), refused.opens()) {
                (Some(repair), _) => {
                    Some(Self { subject: Subject::Repair(repair.to_owned()), openings: read(repair)? })
                }
                (None, Some(opens)) if !opens.is_never() => {
                    Some(Self { subject: Subject::AsRead, openings: opens.clone() })
                }
                (None, _) => None,
            },
        }
    }

    /// The windows that are open together with one of these, which are those of an interval of the server; this window
    /// where there are none to look at. The clocks of both are presumed to show the same time.
    pub(super) fn with(&self, others: Option<&[String]>) -> Vec<Openings> {
        let Some(others) = others else { return vec![self.openings.clone()] };
        let both = others.iter().filter_map(|text| Some(self.openings.overlap(&read(text)?)));
        both.filter(|both| !both.is_never()).collect()
    }
}

/// Weekdays from Monday, as a text counts them.
pub(super) const WEEK: [u8; 7] = [1, 2, 3, 4, 5, 6, 0];

/// The open minutes of a weekday, as ranges of which both ends are open: ascending, none touching the next.
pub(super) fn minutes_on(windows: &[Openings], weekday: u8) -> Vec<(u16, u16)> {
    let is_open = |window: &&Openings| window.weekdays().contains(&weekday) && !window.is_never();
    let mut all: Vec<(u16, u16)> = windows.iter().filter(is_open).flat_map(Openings::minutes).collect();
    all.sort_unstable();
    let mut ranges: Vec<(u16, u16)> = Vec::new();
    for (first, last) in all {
        match ranges.last_mut() {
            Some((_, end)) if first <= *end + 1 => *end = last.max(*end),
            Some(_) | None => ranges.push((first, last)),
        }
    }
    ranges
}

/// How long ranges of minutes are together.
pub(super) fn length(ranges: &[(u16, u16)]) -> i64 {
    ranges.iter().map(|(first, last)| i64::from(last - first) + 1).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_text_is_drawn_as_it_will_be_or_as_it_is_read() {
        let shown = |text: &str| Shown::of(text).map(|shown| shown.subject);
        assert_eq!(shown("09:00-20:00,mon-fri,*,*"), Some(Subject::Text));
        assert_eq!(shown("lun-ven 9-20"), Some(Subject::Repair("09:00-20:00,mon-fri,*,*".into())));
        // A star in a list is passed over by Asterisk, and what is meant is not clear.
        assert_eq!(shown("07:00-22:00&*,*,*,*"), Some(Subject::AsRead));
        assert_eq!(shown("07:60-08:00,*,*,*"), None);
        assert_eq!(shown(""), None);
    }

    #[test]
    fn an_interval_of_the_server_narrows_it_by_any_of_its_parts() {
        let own = Shown::of("09:00-20:00,mon-fri,*,*").unwrap();
        let with =
            |parts: &[&str]| own.with(Some(&parts.iter().map(|part| (*part).into()).collect::<Vec<_>>()));
        let both = with(&["08:00-12:59,*,*,*", "12:30-21:00,fri-sun,*,*"]);
        assert_eq!(minutes_on(&both, 1), [(540, 779)]);
        assert_eq!(minutes_on(&both, 5), [(540, 1_200)], "the two parts of Friday touch");
        assert_eq!(minutes_on(&both, 6), []);
        assert_eq!(length(&[(540, 1_200)]), 661);
        assert_eq!(with(&["20:01-21:00,*,*,*", "*,sat&sun,*,*", "not a window"]), []);
        assert_eq!(with(&[]), []);
        // Whatever zones they name.
        let there = Shown::of("09:00-20:00,mon-fri,*,*,Europe/Rome").unwrap();
        let both = there.with(Some(&["12:00-21:00,*,*,*,Asia/Tokyo".into()]));
        assert_eq!(minutes_on(&both, 1), [(720, 1_200)]);
        assert_eq!(own.with(None), std::slice::from_ref(&own.openings));
    }
}
