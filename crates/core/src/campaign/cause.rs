//! Why a contact is called again.

/// Why a call did not reach an agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The trunk failed.
    Congestion,
    /// The contact was busy.
    Busy,
    /// The contact did not answer.
    NoAnswer,
    /// The number does not exist.
    NoSuchNumber,
    /// The contact answered, and no agent was free in time.
    Drop,
    /// The contact hung up before an agent was there.
    Abandoned,
    /// A machine answered.
    Machine,
    /// The agent accepted the contact and hung up before the answer.
    AgentReject,
}

impl Cause {
    /// Every cause: the three of the documented body, then those that newer servers have.
    pub const ALL: [Self; 8] = [
        Self::Congestion,
        Self::Busy,
        Self::NoAnswer,
        Self::NoSuchNumber,
        Self::Drop,
        Self::Abandoned,
        Self::Machine,
        Self::AgentReject,
    ];

    /// The API's name for the most recalls.
    pub(super) fn max_key(self) -> &'static str {
        match self {
            Self::Congestion => "dialCongestionMaxRetry",
            Self::Busy => "dialBusyMaxRetry",
            Self::NoAnswer => "dialNoAnswerMaxRetry",
            Self::NoSuchNumber => "dialNoSuchNumberMaxRetry",
            Self::Drop => "dialDropMaxRetry",
            Self::Abandoned => "dialAbandonedMaxRetry",
            Self::Machine => "dialMachineMaxRetry",
            Self::AgentReject => "dialAgentRejectMaxRetry",
        }
    }

    /// The API's name for the wait.
    pub(super) fn wait_key(self) -> &'static str {
        match self {
            Self::Congestion => "dialCongestionRetryFrequency",
            Self::Busy => "dialBusyRetryFrequency",
            Self::NoAnswer => "dialNoAnswerRetryFrequency",
            Self::NoSuchNumber => "dialNoSuchNumberRetryFrequency",
            Self::Drop => "dialDropRetryFrequency",
            Self::Abandoned => "dialAbandonedRetryFrequency",
            Self::Machine => "dialMachineRetryFrequency",
            Self::AgentReject => "dialAgentRejectRetryFrequency",
        }
    }
}
