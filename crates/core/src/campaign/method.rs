//! How calls are paced, and which keys play a part in that.

use super::cause::Cause;
use super::key::Key;

/// How many calls are made for how many free agents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Method {
    /// One call as soon as one agent is free.
    Progressive,
    /// The first free agent is booked before the call begins.
    BookedProgressive,
    /// Several calls for each free agent.
    Power,
    /// As many calls as recent statistics suggest.
    Predictive,
    /// The agent sees the contact and begins the call.
    Preview,
    /// One that this app does not know; it is kept as it is.
    Other(String),
}

impl Method {
    /// The methods that this app knows. Only the first one's name is on the documented page.
    pub const KNOWN: [Self; 5] =
        [Self::Progressive, Self::Power, Self::Predictive, Self::Preview, Self::BookedProgressive];

    /// The API's name.
    pub fn wire(&self) -> &str {
        match self {
            Self::Progressive => "progressive",
            Self::BookedProgressive => "bookedProgressive",
            Self::Power => "power",
            Self::Predictive => "predictive",
            Self::Preview => "preview",
            Self::Other(name) => name,
        }
    }

    /// The method of this name.
    pub fn parse(wire: &str) -> Self {
        Self::KNOWN
            .into_iter()
            .find(|method| method.wire() == wire)
            .unwrap_or_else(|| Self::Other(wire.to_owned()))
    }

    /// Whether `key` plays a part under this method. All do under one that is not known.
    pub fn uses(&self, key: Key) -> bool {
        let is_of = |method: &Self| self == method || matches!(self, Self::Other(_));
        if key == Key::PowerLevel {
            is_of(&Self::Power)
        } else if matches!(
            key,
            Key::PredictiveOptimization | Key::PredictivePercentage | Key::PredictiveInterval
        ) {
            is_of(&Self::Predictive)
        } else if matches!(key, Key::MaxRetry(Cause::AgentReject) | Key::RetryWait(Cause::AgentReject)) {
            is_of(&Self::Preview)
        } else {
            true
        }
    }

    /// Whether more calls are made than agents are free, so that some of those who answer reach nobody.
    pub fn overdials(&self) -> bool {
        matches!(self, Self::Power | Self::Predictive)
    }
}

/// What the method `predictive` holds constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Optimization {
    /// The share of contacts who answer and reach nobody. The documented one.
    DropRate,
    /// The share of time in which agents talk. Its name on the wire is not documented.
    BusyFactor,
}

impl Optimization {
    /// Both.
    pub const ALL: [Self; 2] = [Self::DropRate, Self::BusyFactor];

    /// The API's name.
    pub fn wire(self) -> &'static str {
        match self {
            Self::DropRate => "dropRate",
            Self::BusyFactor => "agentBusyFactor",
        }
    }

    /// The one of this name.
    pub fn parse(wire: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.wire() == wire)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::{Shape, Vocabulary};

    #[test]
    fn the_words_that_are_offered_are_the_known_methods_and_optimizations() {
        let offered = |key: Key| {
            let Shape::Word(Vocabulary { known, is_closed: false }) = key.shape() else { panic!("{key:?}") };
            known.to_vec()
        };
        let methods = Method::KNOWN;
        assert_eq!(offered(Key::Method), methods.iter().map(Method::wire).collect::<Vec<_>>());
        assert_eq!(offered(Key::PredictiveOptimization), Optimization::ALL.map(Optimization::wire));
    }
}
