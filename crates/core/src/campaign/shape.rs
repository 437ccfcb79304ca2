//! What each key may hold, as data.

use super::key::Key;
use crate::range::{Range, Unit};

/// Numbers with at most two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecimalRange {
    /// The smallest whole number allowed.
    pub min: u32,
    /// The largest whole number allowed.
    pub max: u32,
}

/// A closed or open set of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    /// The words that are known, in the order in which they are offered.
    pub known: &'static [&'static str],
    /// Whether the server takes no others. Otherwise an unknown word is kept as it is.
    pub is_closed: bool,
}

/// What a key may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `true` or `false`.
    Switch,
    /// One of some words, the texts `"yes"` and `"no"` among them.
    Word(Vocabulary),
    /// A whole number.
    Whole(Range),
    /// A number with at most two decimals.
    Decimal(DecimalRange),
    /// The number of a record of the server.
    Record(Record),
    /// Text of so many characters at the most.
    Text(usize),
    /// A dial interval.
    Interval,
    /// Options of Asterisk's `Queue()`.
    QueueOptions,
}

/// A kind of record of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// A trunk.
    Trunk,
    /// An interval.
    Interval,
}

/// Numbers of records.
pub const RECORD: Range = Range::from(1, Unit::None);
/// Most characters of a text (a `varchar(255)` in every schema seen).
pub const TEXT_MAX: usize = 255;
/// How often a contact may be called again.
pub const RECALLS: Range = Range::from(0, Unit::Recalls);
/// The wait before a contact is called again.
pub const RECALL_WAIT: Range = Range::from(0, Unit::Minutes);
/// Calls for each free agent with the method `power`.
pub const POWER: DecimalRange = DecimalRange { min: 1, max: 10 };

const YES_NO: Shape = Shape::Word(closed(&["yes", "no"]));

const fn closed(known: &'static [&'static str]) -> Vocabulary {
    Vocabulary { known, is_closed: true }
}

const fn open(known: &'static [&'static str]) -> Vocabulary {
    Vocabulary { known, is_closed: false }
}

impl Key {
    /// What it may hold.
    pub fn shape(self) -> Shape {
        match self {
            Self::Active | Self::AmdActive => Shape::Switch,
            Self::CheckDuplicates => Shape::Word(closed(&["always", "onlyIfOpen", "never"])),
            Self::Autopause => Shape::Word(closed(&["yes", "no", "all"])),
            Self::RingInUse
            | Self::TimeoutRestart
            | Self::SetInterfaceVar
            | Self::SetQueueVar
            | Self::SetQueueEntryVar => YES_NO,
            Self::HopperOrder => Shape::Word(closed(&["ASC", "DESC"])),
            Self::Strategy => Shape::Word(closed(&[
                "rrmemory",
                "rrordered",
                "leastrecent",
                "fewestcalls",
                "random",
                "wrandom",
                "linear",
                "ringall",
            ])),
            Self::Method => {
                Shape::Word(open(&["progressive", "power", "predictive", "preview", "bookedProgressive"]))
            }
            Self::PredictiveOptimization => Shape::Word(open(&["dropRate", "agentBusyFactor"])),
            Self::GlobalInterval => Shape::Interval,
            Self::QueueOptions => Shape::QueueOptions,
            Self::Trunk | Self::TrunkBackup => Shape::Record(Record::Trunk),
            Self::Interval => Shape::Record(Record::Interval),
            Self::Name
            | Self::Description
            | Self::CallerName
            | Self::CallerNumber
            | Self::Timezone
            | Self::Prefix => Shape::Text(TEXT_MAX),
            Self::PowerLevel => Shape::Decimal(POWER),
            Self::Amd(setting) => Shape::Whole(setting.range()),
            Self::CutDigits | Self::RandomLastDigits => Shape::Whole(Range::from(0, Unit::Digits)),
            Self::PredictivePercentage => Shape::Whole(Range::new(0, 100, Unit::Percent)),
            Self::PredictiveInterval => Shape::Whole(Range::from(1, Unit::Minutes)),
            Self::LimitQueue => Shape::Whole(Range::from(0, Unit::Calls)),
            Self::OriginateTimeout | Self::QueueTimeout | Self::Timeout => {
                Shape::Whole(Range::from(1, Unit::Seconds))
            }
            Self::Retry => Shape::Whole(Range::from(0, Unit::Seconds)),
            Self::Weight => Shape::Whole(Range::from(0, Unit::None)),
            Self::GlobalMaxRetry | Self::MaxRetry(_) => Shape::Whole(RECALLS),
            Self::RetryWait(_) => Shape::Whole(RECALL_WAIT),
        }
    }

    /// The kind of record whose number it holds.
    pub fn record(self) -> Option<Record> {
        if let Shape::Record(record) = self.shape() { Some(record) } else { None }
    }

    /// Whether it may be left empty. Then it is not sent, or as null where it takes a value away; only the queue options are
    /// sent as an empty text.
    pub fn may_be_empty(self) -> bool {
        !self.is_documented() || matches!(self, Self::Interval | Self::QueueOptions)
    }

    /// What a new campaign begins with: the documented body, but paused, and without the page's own name and records.
    pub fn start(self) -> String {
        match self {
            Self::Active => "false".into(),
            Self::CheckDuplicates => "always".into(),
            Self::Autopause
            | Self::RingInUse
            | Self::TimeoutRestart
            | Self::SetInterfaceVar
            | Self::SetQueueVar
            | Self::SetQueueEntryVar => "no".into(),
            Self::HopperOrder => "ASC".into(),
            Self::GlobalInterval => "07:00-22:00,*,*,*".into(),
            Self::Amd(setting) => setting.documented().to_string(),
            Self::Method => "progressive".into(),
            Self::PredictiveOptimization => "dropRate".into(),
            Self::QueueOptions => "tTxX".into(),
            Self::Strategy => "rrmemory".into(),
            Self::CutDigits | Self::LimitQueue | Self::RandomLastDigits => "0".into(),
            Self::PowerLevel | Self::Weight => "1".into(),
            Self::PredictiveInterval => "10".into(),
            Self::OriginateTimeout => "30".into(),
            Self::PredictivePercentage | Self::QueueTimeout | Self::Timeout | Self::Retry => "3".into(),
            Self::GlobalMaxRetry => "4".into(),
            Self::MaxRetry(_) if self.is_documented() => "3".into(),
            Self::RetryWait(_) if self.is_documented() => "150".into(),
            Self::MaxRetry(_)
            | Self::RetryWait(_)
            | Self::Name
            | Self::Trunk
            | Self::Interval
            | Self::AmdActive
            | Self::Description
            | Self::TrunkBackup
            | Self::CallerName
            | Self::CallerNumber
            | Self::Timezone
            | Self::Prefix => String::new(),
        }
    }
}
