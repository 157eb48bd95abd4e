//! What was seen while tests ran, beside what is found by reading.

mod join;
mod places;
mod saved_run;
mod traced;
mod wanted;

pub(crate) use join::{Joined, is_of_rule, join};
pub(crate) use places::by_place;
pub(crate) use saved_run::{FORMAT, SavedRun, VERSION, hashes};
pub(crate) use traced::{is_led_from_test, trace};
pub(crate) use wanted::wanted;
