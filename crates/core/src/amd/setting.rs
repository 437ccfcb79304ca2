//! The nine settings.

use crate::range::{Range, Unit};

/// The length of one frame of audio, which is what the detector looks at, in milliseconds.
pub const FRAME_MS: u32 = 20;

/// One of the settings, in the order of `AMD()`'s arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// Silence before any greeting that means a machine.
    InitialSilence,
    /// Length of a greeting that means a machine.
    Greeting,
    /// Silence after a greeting that means a person.
    AfterGreetingSilence,
    /// Time after which the detector gives up.
    TotalAnalysisTime,
    /// Voice that is shorter is no word.
    MinWordLength,
    /// Silence between two words.
    BetweenWordsSilence,
    /// More words than this mean a machine.
    MaximumNumberOfWords,
    /// Level below which a frame is silence.
    SilenceThreshold,
    /// Voice without a pause that means a machine.
    MaximumWordLength,
}

impl Setting {
    /// All nine, in the order of the documented body, which is the order of `AMD()`'s arguments.
    pub const ALL: [Self; 9] = [
        Self::InitialSilence,
        Self::Greeting,
        Self::AfterGreetingSilence,
        Self::TotalAnalysisTime,
        Self::MinWordLength,
        Self::BetweenWordsSilence,
        Self::MaximumNumberOfWords,
        Self::SilenceThreshold,
        Self::MaximumWordLength,
    ];

    /// The API's name.
    pub fn wire(self) -> &'static str {
        match self {
            Self::InitialSilence => "dialAMDInitialSilence",
            Self::Greeting => "dialAMDGreeting",
            Self::AfterGreetingSilence => "dialAMDAfterGreetingSilence",
            Self::TotalAnalysisTime => "dialAMDTotalAnalysisTime",
            Self::MinWordLength => "dialAMDMinWordLength",
            Self::BetweenWordsSilence => "dialAMDBetweenWordsSilence",
            Self::MaximumNumberOfWords => "dialAMDMaximumNumberOfWords",
            Self::SilenceThreshold => "dialAMDSilenceThreshold",
            Self::MaximumWordLength => "dialAMDMaximumWordLength",
        }
    }

    /// What it may be. The limits are this project's: a sample has 16 bits, and a minute is longer than any analysis.
    pub fn range(self) -> Range {
        match self {
            Self::MaximumNumberOfWords => Range::new(0, 100, Unit::Words),
            Self::SilenceThreshold => Range::new(0, 32_767, Unit::Level),
            Self::InitialSilence
            | Self::Greeting
            | Self::AfterGreetingSilence
            | Self::TotalAnalysisTime
            | Self::MinWordLength
            | Self::BetweenWordsSilence
            | Self::MaximumWordLength => Range::new(1, 60_000, Unit::Milliseconds),
        }
    }

    /// The value of the documented body.
    pub fn documented(self) -> u32 {
        match self {
            Self::InitialSilence => 2_500,
            Self::Greeting => 1_500,
            Self::AfterGreetingSilence => 800,
            Self::TotalAnalysisTime | Self::MaximumWordLength => 5_000,
            Self::MinWordLength => 100,
            Self::BetweenWordsSilence => 50,
            Self::MaximumNumberOfWords => 3,
            Self::SilenceThreshold => 256,
        }
    }
}
