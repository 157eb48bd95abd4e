//! Detectors that several rules need.

pub(crate) mod awaitable_object;
pub(crate) mod cancelled_task;
pub(crate) mod destination;
pub(crate) mod handler;
pub(crate) mod import_place;
pub(crate) mod known_call;
pub(crate) mod lock_reentry;
pub(crate) mod loop_fixtures;
pub(crate) mod loop_patch;
pub(crate) mod lost_exception;
pub(crate) mod mock_assertion;
pub(crate) mod moved_call;
pub(crate) mod needless_async;
pub(crate) mod private_function;
pub(crate) mod requested_fixture;
pub(crate) mod single_run;
pub(crate) mod task_group;
pub(crate) mod task_result;
pub(crate) mod teardown;
pub(crate) mod waiting_attribute;
pub(crate) mod work;
pub(crate) mod yields;
