//! The keys of a campaign on the documented page, and what each may hold.

use rusqlite::Connection;
use serde_json::Value;

use crate::answer::{Refusal, Violation};
use crate::body::{as_id, check_text};
use crate::records::{self, Kind};

/// What a key may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// `true` or `false`.
    Boolean,
    /// One of these words.
    Word(&'static [&'static str]),
    /// Text; its words are not all known, so any is taken.
    Text,
    /// A whole number from 0.
    Whole,
    /// A number from 0, with decimals if need be.
    Number,
    /// The id of a record.
    Reference(Kind),
    /// The id of a record, or null.
    ReferenceOrNull(Kind),
}

const YES_NO: Rule = Rule::Word(&["yes", "no"]);

/// Every documented key but `name`, in the page's order.
pub(super) const KEYS: [(&str, Rule); 44] = [
    ("dialActive", Rule::Boolean),
    ("type", Rule::Word(&["outbound", "inbound"])),
    ("dialCheckDuplicateType", Rule::Word(&["always", "never", "onlyIfOpen"])),
    ("dialCutDigit", Rule::Whole),
    ("autopause", Rule::Word(&["yes", "no", "all"])),
    ("ringinuse", YES_NO),
    ("timeoutrestart", YES_NO),
    ("setinterfacevar", YES_NO),
    ("setqueuevar", YES_NO),
    ("setqueueentryvar", YES_NO),
    ("dialOrderByScheduledAt", Rule::Word(&["ASC", "DESC"])),
    ("dialGlobalInterval", Rule::Text),
    ("dialAMDInitialSilence", Rule::Whole),
    ("dialAMDGreeting", Rule::Whole),
    ("dialAMDAfterGreetingSilence", Rule::Whole),
    ("dialAMDTotalAnalysisTime", Rule::Whole),
    ("dialAMDMinWordLength", Rule::Whole),
    ("dialAMDBetweenWordsSilence", Rule::Whole),
    ("dialAMDMaximumNumberOfWords", Rule::Whole),
    ("dialAMDSilenceThreshold", Rule::Whole),
    ("dialAMDMaximumWordLength", Rule::Whole),
    ("dialMethod", Rule::Text),
    ("dialPowerLevel", Rule::Number),
    ("dialPredictiveOptimization", Rule::Text),
    ("dialPredictiveOptimizationPercentage", Rule::Whole),
    ("dialPredictiveInterval", Rule::Whole),
    ("dialLimitQueue", Rule::Whole),
    ("dialRandomLastDigitCallerIdNumber", Rule::Whole),
    ("dialOriginateTimeout", Rule::Whole),
    ("dialQueueOptions", Rule::Text),
    ("dialQueueTimeout", Rule::Whole),
    (
        "strategy",
        Rule::Word(&[
            "ringall",
            "leastrecent",
            "fewestcalls",
            "random",
            "rrmemory",
            "linear",
            "wrandom",
            "rrordered",
        ]),
    ),
    ("timeout", Rule::Whole),
    ("retry", Rule::Whole),
    ("weight", Rule::Whole),
    ("dialGlobalMaxRetry", Rule::Whole),
    ("dialCongestionMaxRetry", Rule::Whole),
    ("dialCongestionRetryFrequency", Rule::Whole),
    ("dialBusyMaxRetry", Rule::Whole),
    ("dialBusyRetryFrequency", Rule::Whole),
    ("dialNoAnswerMaxRetry", Rule::Whole),
    ("dialNoAnswerRetryFrequency", Rule::Whole),
    ("TrunkId", Rule::Reference(Kind::Trunk)),
    ("IntervalId", Rule::ReferenceOrNull(Kind::Interval)),
];

impl Rule {
    /// Checks a value against the rule. A database error is no fault of the value's, so it is kept apart.
    pub(super) fn check(
        self,
        connection: &Connection,
        key: &str,
        value: Value,
    ) -> Result<Result<Value, Violation>, Refusal> {
        Ok(match self {
            Self::Boolean if value.is_boolean() => Ok(value),
            Self::Boolean => Err(Violation::mistyped(key, "true or false", value)),
            Self::Word(words) => check_text(key, value).and_then(|text| {
                if words.contains(&text.as_str()) {
                    Ok(text.into())
                } else {
                    Err(Violation::new(
                        key,
                        format!("{key} must be one of {}", words.join(", ")),
                        text.into(),
                    ))
                }
            }),
            Self::Text => check_text(key, value).map(Value::from),
            Self::Whole if value.as_u64().is_some() => Ok(value),
            Self::Whole => Err(Violation::mistyped(key, "a whole number from 0", value)),
            Self::Number if value.as_f64().is_some_and(|number| number >= 0.0) => Ok(value),
            Self::Number => Err(Violation::mistyped(key, "a number from 0", value)),
            Self::ReferenceOrNull(_) if value.is_null() => Ok(value),
            Self::Reference(kind) | Self::ReferenceOrNull(kind) => match as_id(&value) {
                Some(id) if records::exists(connection, kind, id)? => Ok(value),
                Some(id) => Err(Violation::new(key, format!("{} {id} does not exist", kind.name()), value)),
                None => Err(Violation::mistyped(key, "a positive whole number", value)),
            },
        })
    }
}
