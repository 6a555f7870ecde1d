//! How odd JSON is read. WordPress promises an object, a plugin sends `[]`, `false` or nothing; a number comes as
//! text. One odd value never hides its neighbours: it is missing, and they are read.
//!
//! All this reads from a value that is parsed already, never from a stream: there an error would end in the middle
//! of a value.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, Unexpected, Visitor},
};

use crate::error::Error;

/// Most characters that an error keeps of what stood in place of a field.
const KEPT_CHARS: usize = 80;
/// Whole numbers are exact below this: 2⁵³, one more than JavaScript's `Number.MAX_SAFE_INTEGER`.
const EXACT_LIMIT: f64 = 9_007_199_254_740_992.0;

/// A field that may be missing or of another type; then it says what stood there.
#[derive(Debug)]
pub struct Field<T>(Result<T, String>);

impl<T> Field<T> {
    /// The value, if there is one.
    pub fn value(self) -> Option<T> {
        self.0.ok()
    }

    /// The value of the field called `name`.
    ///
    /// # Errors
    /// [`Error::Shape`] where it is missing or of another type.
    pub fn require(self, name: &str) -> Result<T, Error> {
        self.0.map_err(|found| Error::shape(name, found.chars().take(KEPT_CHARS).collect::<String>()))
    }
}

impl Field<String> {
    /// The text, borrowed; empty where there is none.
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }

    /// The text; empty where there is none.
    pub fn text(self) -> String {
        self.0.unwrap_or_default()
    }
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self(Err("missing".to_owned()))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(T::deserialize(deserializer).map_err(|error| error.to_string())))
    }
}

/// For `deserialize_with`: a whole number that is not negative, also one that a plugin wrote as text.
pub fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field<u64>, D::Error> {
    Ok(Field(deserializer.deserialize_any(NumberVisitor).map_err(|error| error.to_string())))
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<u64, E> {
        value.try_into().map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<u64, E> {
        Ok(value)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within range")]
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<u64, E> {
        if (0.0..EXACT_LIMIT).contains(&value) && value.fract() == 0.0 {
            Ok(value as u64)
        } else {
            Err(E::invalid_value(Unexpected::Float(value), &self))
        }
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<u64, E> {
        value.parse().map_err(|_| E::invalid_value(Unexpected::Str(value), &self))
    }
}

/// For `deserialize_with`: the default in place of any value that is no `T`.
pub fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(T::deserialize(deserializer).unwrap_or_default())
}

/// A value, or `None` in place of any that is no `T`.
#[derive(Debug)]
pub struct Item<T>(pub Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Item<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(T::deserialize(deserializer).ok()))
    }
}

/// A list, without the items that are no `T`.
#[derive(Debug)]
pub struct List<T>(pub Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = Vec::<Item<T>>::deserialize(deserializer)?;
        Ok(Self(items.into_iter().filter_map(|Item(item)| item).collect()))
    }
}
