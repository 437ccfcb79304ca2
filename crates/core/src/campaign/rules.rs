//! The advice of the field as numbers. Nothing here blocks.

/// Longest advised name, in characters: agents' rows in Asterisk hold 80.
pub const NAME_ADVISED: usize = 80;
/// Characters that mean something in Asterisk's dialplan, through which the name travels.
pub const NAME_MARKS: [char; 6] = [',', '|', '&', '^', ';', '/'];
/// Most advised calls for each free agent.
pub const POWER_ADVISED: u32 = 3;
/// Highest advised drop rate, in percent.
pub const DROP_RATE_ADVISED: u32 = 5;
/// Lowest advised busy factor, in percent.
pub const BUSY_FACTOR_ADVISED: u32 = 50;
/// The vendor's own screens offer the statistics window in steps of so many minutes.
pub const STATISTICS_STEP: u32 = 10;
/// Shortest advised ringing, in seconds.
pub const RING_SHORT: u32 = 10;
/// Longest advised ringing, in seconds.
pub const RING_LONG: u32 = 60;
/// Longest advised silence for a contact who has answered, in seconds: detection and waiting together.
pub const WAIT_ADVISED: u32 = 10;
/// What Asterisk takes where the pause between attempts is 0, in seconds.
pub const RETRY_OF_ASTERISK: u32 = 5;
/// Highest advised weight.
pub const WEIGHT_ADVISED: u32 = 10;
/// Shortest advised wait before a recall, in minutes.
pub const WAIT_SHORT: u32 = 5;
