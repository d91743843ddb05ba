//! Reading sentences: as the original does, and the same in any company.

mod company;
mod parity;
