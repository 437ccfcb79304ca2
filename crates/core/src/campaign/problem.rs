//! What can be wrong with a campaign, or worth saying about it.

use super::shape::DecimalRange;
use crate::amd::Relation;
use crate::interval::{Refused, Surprise};
use crate::problem::Problem;
use crate::range::Range;

use super::CampaignId;
use super::key::Key;

/// A finding about a campaign.
pub type Finding = Problem<Key, Kind>;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing is entered.
    Missing,
    /// It is no whole number in the digits 0 to 9.
    NotWhole(Range),
    /// It is no number with at most two decimals.
    NotDecimal(DecimalRange),
    /// The number is outside of its range.
    OutOfRange(Range),
    /// The number with decimals is outside of its range.
    OutOfDecimalRange(DecimalRange),
    /// The text is longer than that.
    TooLong {
        /// How many characters fit.
        max: usize,
        /// How many it has.
        characters: usize,
    },
    /// The server does not take this word.
    UnknownWord,
    /// This app does not know the word, or no documentation of the server has it.
    UndocumentedWord,
    /// The dial interval does not mean what it seems to mean, or nothing at all.
    Interval(Box<Refused>),
    /// The dial interval means something that people are surprised by.
    Surprise(Surprise),
    /// The dial interval is sent in its canonical form.
    Rewritten(String),
    /// A parenthesis of the queue options is not closed.
    OptionsUnclosed,
    /// A comma between queue options would end them.
    OptionsComma,
    /// Asterisk does not know these letters.
    OptionsUnknown(String),
    /// These letters stand there twice.
    OptionsRepeated(String),
    /// `T` or `X`: the person who is called may transfer or record the call.
    OptionsForContact(String),
    /// The server's refusal of this field, in its own words.
    Server(String),
    /// Nobody here knows a time zone of this name, and Asterisk takes a name that it does not know for GMT.
    ZoneUnknown,
    /// How it stands to other keys.
    Amd(Relation),
    /// The campaign calls as soon as it is sent.
    DialsAtOnce,
    /// Another campaign has this name.
    NameTaken {
        /// Which.
        by: CampaignId,
    },
    /// The name is longer than [`super::rules::NAME_ADVISED`] characters.
    NameLong,
    /// The name has one of [`super::rules::NAME_MARKS`], which mean something to Asterisk.
    NameMarks,
    /// Main and backup trunk are the same.
    TrunkTwice,
    /// No interval of the server is chosen.
    IntervalMissing,
    /// More than [`super::rules::POWER_ADVISED`] calls for each agent.
    PowerHigh,
    /// A drop rate above [`super::rules::DROP_RATE_ADVISED`].
    DropRateHigh,
    /// A busy factor below [`super::rules::BUSY_FACTOR_ADVISED`].
    BusyFactorLow,
    /// Not a multiple of [`super::rules::STATISTICS_STEP`] minutes.
    StatisticsStep,
    /// The method calls more contacts than agents are free, without a limit.
    Unlimited,
    /// The phone rings shorter than [`super::rules::RING_SHORT`] seconds.
    RingShort,
    /// The phone rings longer than [`super::rules::RING_LONG`] seconds.
    RingLong,
    /// A contact waits less long than an agent's phone rings.
    QueueBelowTimeout,
    /// A contact waits too short a time for a second agent to be rung; that would take so many seconds.
    OneAttempt {
        /// Seconds for two attempts.
        needed: u32,
    },
    /// Detection and waiting together take so many seconds, more than [`super::rules::WAIT_ADVISED`].
    LongSilence {
        /// Seconds.
        seconds: u32,
    },
    /// 0 seconds between attempts: Asterisk takes 5.
    RetryZero,
    /// A weight above [`super::rules::WEIGHT_ADVISED`].
    WeightHigh,
    /// More recalls for the cause than for all causes together.
    CauseAboveGlobal {
        /// The limit for all causes.
        global: u32,
    },
    /// A recall without a wait.
    WaitZero,
    /// A wait below [`super::rules::WAIT_SHORT`] minutes.
    WaitShort,
    /// A wait longer than a day's window, which is so many minutes: the recall falls on a later day.
    WaitBeyondWindow {
        /// Minutes.
        window: u32,
    },
    /// More digits than the caller's number has.
    MoreThanCallerNumber {
        /// Digits of the caller's number.
        digits: u32,
    },
    /// The prefix is more than digits.
    PrefixNotDigits,
    /// Settings of the detection differ from the documented ones, and it is off.
    AmdOff,
    /// Agents whose phone is in use are rung for calls that are made for a free agent.
    RingInUseProgressive,
}
