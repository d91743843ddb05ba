//! How the program is built: what may know what, where words of English stand, and who splits text.

mod language;
mod source;
mod stages;
mod words;
