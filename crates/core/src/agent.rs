//! Agents, and how they are added to a campaign.

use crate::id::Id;
use crate::range::{Range, Unit};

/// An agent, as far as the number is concerned.
#[derive(Debug)]
pub enum Agent {}

/// The server's number for an agent.
pub type AgentId = Id<Agent>;

/// What a penalty may be.
pub const PENALTY: Range = Range::from(0, Unit::None);
/// Highest penalty that is common.
pub const PENALTY_ADVISED: u32 = 10;

/// How far behind others an agent of a campaign stands: a higher one is tried only when no lower one is free.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Penalty(u32);

impl Penalty {
    /// Reads a penalty as typed: a whole number from 0.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|number| is_number && PENALTY.contains(*number)).map(Self)
    }

    /// As the API writes it: a text.
    pub fn wire(self) -> String {
        self.0.to_string()
    }

    /// Whether it is higher than is common.
    pub fn is_high(self) -> bool {
        self.0 > PENALTY_ADVISED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_penalty_is_a_whole_number_from_zero() {
        for (text, wire) in [("0", "0"), (" 7 ", "7"), ("010", "10"), ("2147483647", "2147483647")] {
            assert_eq!(Penalty::parse(text).map(Penalty::wire).as_deref(), Some(wire), "{text}");
        }
        for text in ["", " ", "-1", "+1", "1.5", "1,5", "x", "１", "2147483648", "99999999999"] {
            assert_eq!(Penalty::parse(text), None, "{text}");
        }
        assert!(!Penalty(10).is_high() && Penalty(11).is_high());
    }
}
