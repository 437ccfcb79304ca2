//! What is said of fields that are each in order: at its limit, and not before.

use std::mem::discriminant;

use dialdesk_core::amd::{Relation, Setting};
use dialdesk_core::campaign::{Cause, Finding, Key, Kind};
use dialdesk_core::interval::{Field, Surprise};
use dialdesk_core::problem::Severity;

use super::{draft, said};

/// A finding, with a text of one field that brings it about and one just on the other side.
struct Case {
    /// Set beforehand.
    with: &'static [(Key, &'static str)],
    /// The field that is tried.
    key: Key,
    found: &'static str,
    calm: &'static str,
    /// Where it is said.
    at: Key,
    kind: Kind,
    severity: Severity,
    /// Numbers that the sentences name.
    names: &'static [&'static str],
}

const POWER: (Key, &str) = (Key::Method, "power");
const PREDICTIVE: (Key, &str) = (Key::Method, "predictive");
const BUSY_FACTOR: (Key, &str) = (Key::PredictiveOptimization, "agentBusyFactor");
const DETECTION: (Key, &str) = (Key::AmdActive, "true");

/// A warning where the field itself is.
fn warned(key: Key, found: &'static str, calm: &'static str, kind: Kind) -> Case {
    Case { with: &[], key, found, calm, at: key, kind, severity: Severity::Warning, names: &[] }
}

impl Case {
    fn with(self, with: &'static [(Key, &'static str)]) -> Self {
        Self { with, ..self }
    }

    fn at(self, at: Key) -> Self {
        Self { at, ..self }
    }

    fn names(self, names: &'static [&'static str]) -> Self {
        Self { names, ..self }
    }

    fn hint(self) -> Self {
        Self { severity: Severity::Hint, ..self }
    }

    fn confirm(self) -> Self {
        Self { severity: Severity::Confirm, ..self }
    }

    fn review(&self, text: &'static str) -> Vec<Finding> {
        let mut fields = self.with.to_vec();
        fields.push((self.key, text));
        draft(&fields).review(None)
    }

    fn check(&self) {
        let expected = Finding { at: self.at, kind: self.kind.clone(), severity: self.severity };
        let found = self.review(self.found);
        assert!(found.contains(&expected), "{expected:?} is not in {found:?}");
        let calm = self.review(self.calm);
        let is_it = |finding: &Finding| finding.at == self.at && is_same(&finding.kind, &self.kind);
        assert!(!calm.iter().any(is_it), "{expected:?} is in {calm:?}");
        for sentence in said(self.at, &self.kind) {
            for name in self.names {
                assert!(super::numbers_in(&sentence).contains(name), "{name}: {sentence}");
            }
        }
    }
}

/// Whether both are the same finding, whatever they name.
fn is_same(a: &Kind, b: &Kind) -> bool {
    match (a, b) {
        (Kind::Amd(a), Kind::Amd(b)) => a == b,
        (Kind::Surprise(a), Kind::Surprise(b)) => discriminant(a) == discriminant(b),
        _ => discriminant(a) == discriminant(b),
    }
}

#[test]
fn general() {
    for case in [
        warned(Key::Active, "true", "false", Kind::DialsAtOnce).confirm(),
        warned(Key::TrunkBackup, "12", "13", Kind::TrunkTwice),
        warned(Key::CutDigits, "9", "8", Kind::MoreThanCallerNumber { digits: 8 })
            .with(&[(Key::CallerNumber, "+39 02 1234")])
            .names(&["8"]),
        warned(Key::RandomLastDigits, "4", "3", Kind::MoreThanCallerNumber { digits: 3 })
            .with(&[(Key::CallerNumber, "123")])
            .names(&["3"]),
        warned(Key::Prefix, "9a", "9", Kind::PrefixNotDigits),
        warned(Key::Interval, "", "3", Kind::IntervalMissing),
        warned(Key::RingInUse, "yes", "no", Kind::RingInUseProgressive),
        warned(Key::Method, "progressive", "power", Kind::RingInUseProgressive)
            .with(&[(Key::RingInUse, "yes")])
            .at(Key::RingInUse),
    ] {
        case.check();
    }
}

#[test]
fn a_caller_number_that_is_not_set_limits_nothing() {
    let found = draft(&[(Key::CutDigits, "40"), (Key::CallerNumber, "")]).review(None);
    assert!(!found.iter().any(|finding| finding.at == Key::CutDigits), "{found:?}");
}

#[test]
fn pacing() {
    for case in [
        warned(Key::Method, "power", "progressive", Kind::UndocumentedWord).hint(),
        warned(Key::PredictiveOptimization, "agentBusyFactor", "dropRate", Kind::UndocumentedWord)
            .with(&[PREDICTIVE])
            .hint(),
        warned(Key::PowerLevel, "3.01", "3", Kind::PowerHigh).with(&[POWER]).names(&["3"]),
        warned(Key::PredictivePercentage, "6", "5", Kind::DropRateHigh).with(&[PREDICTIVE]).names(&["5"]),
        warned(Key::PredictivePercentage, "49", "50", Kind::BusyFactorLow)
            .with(&[PREDICTIVE, BUSY_FACTOR])
            .names(&["50"]),
        warned(Key::PredictiveInterval, "15", "20", Kind::StatisticsStep).with(&[PREDICTIVE]).names(&["10"]),
        warned(Key::LimitQueue, "0", "1", Kind::Unlimited).with(&[POWER]),
        warned(Key::LimitQueue, "0", "1", Kind::Unlimited).with(&[PREDICTIVE]),
        warned(Key::Method, "power", "progressive", Kind::Unlimited).at(Key::LimitQueue),
        warned(Key::OriginateTimeout, "9", "10", Kind::RingShort).names(&["10"]),
        warned(Key::OriginateTimeout, "61", "60", Kind::RingLong).names(&["60"]),
    ] {
        case.check();
    }
}

#[test]
fn retries() {
    let busy = Key::MaxRetry(Cause::Busy);
    let wait = Key::RetryWait(Cause::Drop);
    for case in [
        warned(busy, "5", "4", Kind::CauseAboveGlobal { global: 4 }).names(&["4"]),
        warned(Key::GlobalMaxRetry, "2", "3", Kind::CauseAboveGlobal { global: 2 }).at(busy).names(&["2"]),
        warned(wait, "0", "1", Kind::WaitZero).names(&["5"]),
        warned(wait, "1", "0", Kind::WaitShort),
        warned(wait, "4", "5", Kind::WaitShort).names(&["5"]),
        // 07:00 to 22:00:59 has 901 minutes.
        warned(wait, "902", "901", Kind::WaitBeyondWindow { window: 901 }).hint().names(&["901"]),
    ] {
        case.check();
    }
}

#[test]
fn queue() {
    for case in [
        warned(Key::QueueTimeout, "2", "3", Kind::QueueBelowTimeout),
        warned(Key::QueueTimeout, "8", "9", Kind::OneAttempt { needed: 9 }).hint().names(&["9"]),
        warned(Key::QueueTimeout, "3", "2", Kind::OneAttempt { needed: 9 }).hint(),
        warned(Key::Retry, "0", "1", Kind::RetryZero).names(&["5"]),
        warned(Key::Weight, "11", "10", Kind::WeightHigh).names(&["10"]),
        // 5,000 ms of detection.
        warned(Key::QueueTimeout, "6", "5", Kind::LongSilence { seconds: 11 })
            .with(&[DETECTION])
            .names(&["10", "11"]),
        warned(Key::AmdActive, "true", "false", Kind::LongSilence { seconds: 11 })
            .with(&[(Key::QueueTimeout, "6")])
            .at(Key::QueueTimeout),
    ] {
        case.check();
    }
}

#[test]
fn detection() {
    use Relation as R;
    use Setting as S;
    let amd = |setting, found, calm, relation| warned(Key::Amd(setting), found, calm, Kind::Amd(relation));
    let changed: &[(Key, &str)] = &[(Key::Amd(S::InitialSilence), "2501")];
    for case in [
        amd(S::InitialSilence, "5000", "4999", R::InitialSilenceNeverDecides),
        amd(S::Greeting, "5000", "4999", R::GreetingNeverDecides),
        amd(S::AfterGreetingSilence, "5000", "4999", R::PersonNeverFound).confirm(),
        amd(S::AfterGreetingSilence, "4900", "4899", R::PersonNeverFoundAfterAWord).confirm(),
        amd(S::Greeting, "120", "121", R::GreetingShorterThanAWord).confirm().names(&["20"]),
        amd(S::MaximumWordLength, "100", "101", R::WordLimitsCrossed).confirm(),
        amd(S::BetweenWordsSilence, "800", "799", R::WordsNeverCounted),
        amd(S::MaximumWordLength, "5000", "4999", R::LongestWordNeverDecides).hint(),
        amd(S::MaximumWordLength, "1499", "1500", R::LongestWordDecidesFirst).hint(),
        amd(S::MaximumNumberOfWords, "0", "1", R::FirstWordIsMachine),
        amd(S::InitialSilence, "19", "20", R::ShorterThanAFrame).names(&["20"]),
        amd(S::Greeting, "19", "20", R::ShorterThanAFrame),
        amd(S::AfterGreetingSilence, "19", "20", R::ShorterThanAFrame),
        amd(S::TotalAnalysisTime, "19", "20", R::ShorterThanAFrame),
        amd(S::MinWordLength, "19", "20", R::ShorterThanAFrame),
        amd(S::BetweenWordsSilence, "19", "20", R::ShorterThanAFrame),
        amd(S::MaximumWordLength, "19", "20", R::ShorterThanAFrame),
        warned(Key::Amd(S::SilenceThreshold), "257", "256", Kind::AmdOff).at(Key::AmdActive),
        warned(Key::AmdActive, "", "true", Kind::AmdOff).with(changed),
        warned(Key::AmdActive, "false", "true", Kind::AmdOff).with(changed),
    ] {
        case.check();
    }
}

/// The other settings, moved so that the tried one stays and the one it is compared with passes it.
#[test]
fn detection_breaks_from_the_other_side_too() {
    use Relation as R;
    use Setting as S;
    let amd = |setting, found, calm, relation, at| {
        warned(Key::Amd(setting), found, calm, Kind::Amd(relation)).at(Key::Amd(at))
    };
    for case in [
        amd(S::TotalAnalysisTime, "2500", "2501", R::InitialSilenceNeverDecides, S::InitialSilence),
        amd(S::TotalAnalysisTime, "1500", "1501", R::GreetingNeverDecides, S::Greeting),
        amd(S::TotalAnalysisTime, "800", "801", R::PersonNeverFound, S::AfterGreetingSilence).confirm(),
        amd(S::TotalAnalysisTime, "900", "901", R::PersonNeverFoundAfterAWord, S::AfterGreetingSilence)
            .confirm(),
        amd(S::MinWordLength, "1480", "1479", R::GreetingShorterThanAWord, S::Greeting).confirm(),
        amd(S::MinWordLength, "5000", "4999", R::WordLimitsCrossed, S::MaximumWordLength).confirm(),
        amd(S::AfterGreetingSilence, "50", "51", R::WordsNeverCounted, S::BetweenWordsSilence),
        amd(S::TotalAnalysisTime, "5000", "5001", R::LongestWordNeverDecides, S::MaximumWordLength).hint(),
    ] {
        case.check();
    }
}

#[test]
fn the_dial_interval() {
    let written = |text: &str| text.to_owned();
    let on = |found, calm, surprise| warned(Key::GlobalInterval, found, calm, Kind::Surprise(surprise));
    let fri = on(
        "22:00-02:00,fri,*,*",
        "22:00-02:00,*,*,*",
        Surprise::WrapsMidnight { part: written("22:00-02:00"), restricted: Field::Weekdays },
    );
    for case in [
        warned(
            Key::GlobalInterval,
            "7:00-22:00",
            "07:00-22:00,*,*,*",
            Kind::Rewritten(written("07:00-22:00,*,*,*")),
        )
        .hint(),
        on(
            "07:00-22:00,2-6,*,*",
            "07:00-22:00,mon-fri,*,*",
            Surprise::WeekdayNumbers { written: written("2-6"), meaning: written("mon-fri") },
        ),
        fri,
        on(
            "07:00-07:00,*,*,*",
            "07:00-07:01,*,*,*",
            Surprise::Single { field: Field::Times, part: written("07:00-07:00") },
        ),
        on(
            "07:00-22:00,fri-mon,*,*",
            "07:00-22:00,mon-fri,*,*",
            Surprise::RangeWraps { field: Field::Weekdays, part: written("fri-mon") },
        ),
        on(
            "07:00-22:00,*,28-3,*",
            "07:00-22:00,*,3-28,*",
            Surprise::RangeWraps { field: Field::Days, part: written("28-3") },
        ),
        on(
            "07:00-22:00,*,*,nov-feb",
            "07:00-22:00,*,*,feb-nov",
            Surprise::RangeWraps { field: Field::Months, part: written("nov-feb") },
        ),
        on(
            "07:00-22:00,*,*,*,Europe/Rome",
            "07:00-22:00,*,*,*",
            Surprise::Zone { zone: written("Europe/Rome") },
        ),
    ] {
        case.check();
    }
}
