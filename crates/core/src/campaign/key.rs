//! The keys of a campaign.

use super::cause::Cause;
use crate::amd::Setting;

/// A key of `POST /api/voice/queues`, without `type`, which is always [`TYPE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// Whether the campaign calls.
    Active,
    /// Which numbers are not loaded into the hopper again.
    CheckDuplicates,
    /// Digits taken from the caller's number.
    CutDigits,
    /// Whether an agent who misses a call is paused.
    Autopause,
    /// Whether agents whose phone is in use are rung.
    RingInUse,
    /// Whether an agent's time to answer begins anew on busy or congestion.
    TimeoutRestart,
    /// Whether variables about the agent are set before the call is bridged.
    SetInterfaceVar,
    /// Whether variables about the queue are set.
    SetQueueVar,
    /// Whether variables about the call's place in the queue are set.
    SetQueueEntryVar,
    /// In which order of their scheduled time contacts are taken from the hopper.
    HopperOrder,
    /// The dial interval: when calls may be made.
    GlobalInterval,
    /// A setting of the answering machine detection.
    Amd(Setting),
    /// How many calls are made for how many free agents.
    Method,
    /// Calls for each free agent, with the method `power`.
    PowerLevel,
    /// What the method `predictive` holds constant.
    PredictiveOptimization,
    /// The value at which it is held.
    PredictivePercentage,
    /// How far back the method `predictive` looks.
    PredictiveInterval,
    /// Most calls at the same time.
    LimitQueue,
    /// Last digits of the caller's number that are drawn at random.
    RandomLastDigits,
    /// How long a contact's phone rings.
    OriginateTimeout,
    /// Options of Asterisk's `Queue()`.
    QueueOptions,
    /// How long a contact who has answered waits for an agent.
    QueueTimeout,
    /// How an agent is chosen.
    Strategy,
    /// How long an agent's phone rings.
    Timeout,
    /// The pause before agents are rung again.
    Retry,
    /// Which of several queues gets an agent first.
    Weight,
    /// Most recalls of a contact, whatever the cause.
    GlobalMaxRetry,
    /// Most recalls for this cause.
    MaxRetry(Cause),
    /// The wait before a recall for this cause.
    RetryWait(Cause),
    /// The name.
    Name,
    /// The trunk through which calls are made.
    Trunk,
    /// The interval of the server in which calls may be made.
    Interval,
    /// Whether answering machines are detected.
    AmdActive,
    /// What the campaign is for.
    Description,
    /// The trunk for when the other cannot be reached.
    TrunkBackup,
    /// The caller's name that a contact sees.
    CallerName,
    /// The caller's number that a contact sees.
    CallerNumber,
    /// The time zone of the dial interval.
    Timezone,
    /// What is dialled in front of every number.
    Prefix,
}

/// The name of the key that tells a campaign from other queues.
pub const TYPE_KEY: &str = "type";
/// The only `type` of a campaign.
pub const TYPE: &str = "outbound";

impl Key {
    /// The keys of the documented body but `type`, in its order.
    pub const DOCUMENTED: [Self; 44] = [
        Self::Active,
        Self::CheckDuplicates,
        Self::CutDigits,
        Self::Autopause,
        Self::RingInUse,
        Self::TimeoutRestart,
        Self::SetInterfaceVar,
        Self::SetQueueVar,
        Self::SetQueueEntryVar,
        Self::HopperOrder,
        Self::GlobalInterval,
        Self::Amd(Setting::InitialSilence),
        Self::Amd(Setting::Greeting),
        Self::Amd(Setting::AfterGreetingSilence),
        Self::Amd(Setting::TotalAnalysisTime),
        Self::Amd(Setting::MinWordLength),
        Self::Amd(Setting::BetweenWordsSilence),
        Self::Amd(Setting::MaximumNumberOfWords),
        Self::Amd(Setting::SilenceThreshold),
        Self::Amd(Setting::MaximumWordLength),
        Self::Method,
        Self::PowerLevel,
        Self::PredictiveOptimization,
        Self::PredictivePercentage,
        Self::PredictiveInterval,
        Self::LimitQueue,
        Self::RandomLastDigits,
        Self::OriginateTimeout,
        Self::QueueOptions,
        Self::QueueTimeout,
        Self::Strategy,
        Self::Timeout,
        Self::Retry,
        Self::Weight,
        Self::GlobalMaxRetry,
        Self::MaxRetry(Cause::Congestion),
        Self::RetryWait(Cause::Congestion),
        Self::MaxRetry(Cause::Busy),
        Self::RetryWait(Cause::Busy),
        Self::MaxRetry(Cause::NoAnswer),
        Self::RetryWait(Cause::NoAnswer),
        Self::Name,
        Self::Trunk,
        Self::Interval,
    ];

    /// Keys that servers are known to have beyond the documented body. They are sent only where they were set.
    pub const OPTIONAL: [Self; 17] = [
        Self::AmdActive,
        Self::Description,
        Self::TrunkBackup,
        Self::CallerName,
        Self::CallerNumber,
        Self::Timezone,
        Self::Prefix,
        Self::MaxRetry(Cause::NoSuchNumber),
        Self::RetryWait(Cause::NoSuchNumber),
        Self::MaxRetry(Cause::Drop),
        Self::RetryWait(Cause::Drop),
        Self::MaxRetry(Cause::Abandoned),
        Self::RetryWait(Cause::Abandoned),
        Self::MaxRetry(Cause::Machine),
        Self::RetryWait(Cause::Machine),
        Self::MaxRetry(Cause::AgentReject),
        Self::RetryWait(Cause::AgentReject),
    ];

    /// Every key, in the order in which they are sent.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::DOCUMENTED.into_iter().chain(Self::OPTIONAL)
    }

    /// Whether the documented body has it.
    pub fn is_documented(self) -> bool {
        Self::DOCUMENTED.contains(&self)
    }

    /// The API's name.
    pub fn wire(self) -> &'static str {
        match self {
            Self::Active => "dialActive",
            Self::CheckDuplicates => "dialCheckDuplicateType",
            Self::CutDigits => "dialCutDigit",
            Self::Autopause => "autopause",
            Self::RingInUse => "ringinuse",
            Self::TimeoutRestart => "timeoutrestart",
            Self::SetInterfaceVar => "setinterfacevar",
            Self::SetQueueVar => "setqueuevar",
            Self::SetQueueEntryVar => "setqueueentryvar",
            Self::HopperOrder => "dialOrderByScheduledAt",
            Self::GlobalInterval => "dialGlobalInterval",
            Self::Amd(setting) => setting.wire(),
            Self::Method => "dialMethod",
            Self::PowerLevel => "dialPowerLevel",
            Self::PredictiveOptimization => "dialPredictiveOptimization",
            Self::PredictivePercentage => "dialPredictiveOptimizationPercentage",
            Self::PredictiveInterval => "dialPredictiveInterval",
            Self::LimitQueue => "dialLimitQueue",
            Self::RandomLastDigits => "dialRandomLastDigitCallerIdNumber",
            Self::OriginateTimeout => "dialOriginateTimeout",
            Self::QueueOptions => "dialQueueOptions",
            Self::QueueTimeout => "dialQueueTimeout",
            Self::Strategy => "strategy",
            Self::Timeout => "timeout",
            Self::Retry => "retry",
            Self::Weight => "weight",
            Self::GlobalMaxRetry => "dialGlobalMaxRetry",
            Self::MaxRetry(cause) => cause.max_key(),
            Self::RetryWait(cause) => cause.wait_key(),
            Self::Name => "name",
            Self::Trunk => "TrunkId",
            Self::Interval => "IntervalId",
            Self::AmdActive => "dialAMDActive",
            Self::Description => "description",
            Self::TrunkBackup => "TrunkBackupId",
            Self::CallerName => "dialOriginateCallerIdName",
            Self::CallerNumber => "dialOriginateCallerIdNumber",
            Self::Timezone => "dialTimezone",
            Self::Prefix => "dialPrefix",
        }
    }

    /// The key of this name.
    pub fn parse(wire: &str) -> Option<Self> {
        Self::all().find(|key| key.wire() == wire)
    }
}
