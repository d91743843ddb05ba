//! Reading sentences: as the original does, and the same in any company.

mod cases;
mod company;
mod parity;
mod questions;
