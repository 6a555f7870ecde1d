//! tadwina.
