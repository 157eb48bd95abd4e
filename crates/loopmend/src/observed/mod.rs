//! What was seen while tests ran, beside what is found by reading.

mod join;
mod places;
mod saved_run;
mod traced;

pub(crate) use join::{Joined, join};
pub(crate) use places::by_place;
pub(crate) use saved_run::{FORMAT, SavedRun, VERSION, hashes};
pub(crate) use traced::{is_led_from_test, trace};
