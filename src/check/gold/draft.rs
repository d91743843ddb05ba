//! Report → a first gold for a person to correct.
