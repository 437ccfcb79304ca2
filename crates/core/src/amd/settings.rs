//! The nine values that a detector works with.

use super::setting::Setting;

/// A value for each setting, of any size: the detector asks no more of them than Asterisk does, which checks nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Settings {
    /// Milliseconds; see [`Setting::InitialSilence`].
    pub initial_silence: u32,
    /// Milliseconds; see [`Setting::Greeting`].
    pub greeting: u32,
    /// Milliseconds; see [`Setting::AfterGreetingSilence`].
    pub after_greeting_silence: u32,
    /// Milliseconds; see [`Setting::TotalAnalysisTime`].
    pub total_analysis_time: u32,
    /// Milliseconds; see [`Setting::MinWordLength`].
    pub min_word_length: u32,
    /// Milliseconds; see [`Setting::BetweenWordsSilence`].
    pub between_words_silence: u32,
    /// Words; see [`Setting::MaximumNumberOfWords`].
    pub maximum_number_of_words: u32,
    /// Mean absolute value of 16-bit samples; see [`Setting::SilenceThreshold`].
    pub silence_threshold: u32,
    /// Milliseconds; see [`Setting::MaximumWordLength`].
    pub maximum_word_length: u32,
}

impl Settings {
    /// The values of the documented body.
    pub fn documented() -> Self {
        Self {
            initial_silence: Setting::InitialSilence.documented(),
            greeting: Setting::Greeting.documented(),
            after_greeting_silence: Setting::AfterGreetingSilence.documented(),
            total_analysis_time: Setting::TotalAnalysisTime.documented(),
            min_word_length: Setting::MinWordLength.documented(),
            between_words_silence: Setting::BetweenWordsSilence.documented(),
            maximum_number_of_words: Setting::MaximumNumberOfWords.documented(),
            silence_threshold: Setting::SilenceThreshold.documented(),
            maximum_word_length: Setting::MaximumWordLength.documented(),
        }
    }

    /// The values that `value` knows.
    ///
    /// # Errors
    /// The first setting without one. There is nothing to take in its place: the defaults of Asterisk and of the server
    /// differ.
    pub fn read(value: impl Fn(Setting) -> Option<u32>) -> Result<Self, Setting> {
        let value = |setting| value(setting).ok_or(setting);
        Ok(Self {
            initial_silence: value(Setting::InitialSilence)?,
            greeting: value(Setting::Greeting)?,
            after_greeting_silence: value(Setting::AfterGreetingSilence)?,
            total_analysis_time: value(Setting::TotalAnalysisTime)?,
            min_word_length: value(Setting::MinWordLength)?,
            between_words_silence: value(Setting::BetweenWordsSilence)?,
            maximum_number_of_words: value(Setting::MaximumNumberOfWords)?,
            silence_threshold: value(Setting::SilenceThreshold)?,
            maximum_word_length: value(Setting::MaximumWordLength)?,
        })
    }
}
