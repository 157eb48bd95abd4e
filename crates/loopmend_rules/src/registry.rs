//! Made by `build.rs` from the folder `rules`.

include!(concat!(env!("OUT_DIR"), "/registry.rs"));
