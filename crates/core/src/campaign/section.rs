//! The parts of a campaign, and which key belongs to which.

use super::cause::Cause;
use super::key::Key;
use crate::amd::Setting;

/// A part of a campaign, as people look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What it is and through which lines it calls.
    General,
    /// When it calls.
    Window,
    /// How many calls it makes.
    Method,
    /// How machines are told from people.
    Machines,
    /// How often a contact is called again.
    Retries,
    /// What happens to a contact who has answered.
    Queue,
}

impl Section {
    /// All, in the order in which people read them.
    pub const ALL: [Self; 6] =
        [Self::General, Self::Window, Self::Method, Self::Machines, Self::Retries, Self::Queue];

    /// Its fields, in the order in which people read them.
    pub fn keys(self) -> Vec<Key> {
        match self {
            Self::General => vec![
                Key::Name,
                Key::Active,
                Key::Description,
                Key::CheckDuplicates,
                Key::Trunk,
                Key::TrunkBackup,
                Key::CallerName,
                Key::CallerNumber,
                Key::CutDigits,
                Key::RandomLastDigits,
                Key::Prefix,
            ],
            Self::Window => vec![Key::GlobalInterval, Key::Interval, Key::Timezone],
            Self::Method => vec![
                Key::Method,
                Key::PowerLevel,
                Key::PredictiveOptimization,
                Key::PredictivePercentage,
                Key::PredictiveInterval,
                Key::LimitQueue,
                Key::OriginateTimeout,
                Key::HopperOrder,
            ],
            Self::Machines => {
                [Key::AmdActive].into_iter().chain(Setting::ALL.into_iter().map(Key::Amd)).collect()
            }
            Self::Retries => [Key::GlobalMaxRetry]
                .into_iter()
                .chain(Cause::ALL.into_iter().flat_map(|cause| [Key::MaxRetry(cause), Key::RetryWait(cause)]))
                .collect(),
            Self::Queue => vec![
                Key::QueueTimeout,
                Key::Timeout,
                Key::Retry,
                Key::Strategy,
                Key::Weight,
                Key::Autopause,
                Key::RingInUse,
                Key::TimeoutRestart,
                Key::QueueOptions,
                Key::SetInterfaceVar,
                Key::SetQueueVar,
                Key::SetQueueEntryVar,
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_stands_in_exactly_one_section() {
        let mut placed: Vec<Key> = Section::ALL.into_iter().flat_map(Section::keys).collect();
        placed.sort();
        let mut all: Vec<Key> = Key::all().collect();
        all.sort();
        assert_eq!(placed, all);
    }
}
