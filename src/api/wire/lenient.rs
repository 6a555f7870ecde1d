//! How odd JSON is read. WordPress promises an object, a plugin sends `[]`, `false` or nothing; a number comes as
//! text. Each helper here takes every JSON value, so that one odd field never hides its neighbours.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};

use crate::error::Error;

/// Most characters of a wrong text that an error keeps.
const KEPT_CHARS: usize = 80;
/// Whole numbers are exact below this: 2⁵³, one more than JavaScript's `Number.MAX_SAFE_INTEGER`.
const EXACT_LIMIT: f64 = 9_007_199_254_740_992.0;

/// A field without structure: a text, a number or a boolean, or whatever stood in its place.
#[derive(Debug)]
pub struct Field<T> {
    found: Scalar,
    kind: PhantomData<T>,
}

impl<T> Default for Field<T> {
    /// A field that is missing.
    fn default() -> Self {
        Self { found: Scalar::Nothing, kind: PhantomData }
    }
}

impl<T: FromScalar> Field<T> {
    /// The value, if there is one.
    pub fn value(self) -> Option<T> {
        T::from_scalar(self.found).ok()
    }

    /// The value of the field called `name`.
    ///
    /// # Errors
    /// [`Error::Shape`] where something else stood there.
    pub fn require(self, name: &str) -> Result<T, Error> {
        T::from_scalar(self.found).map_err(|found| Error::shape(name, found.to_string()))
    }
}

impl Field<String> {
    /// The text; empty where there is none.
    pub fn text(self) -> String {
        self.value().unwrap_or_default()
    }
}

impl<'de, T> Deserialize<'de> for Field<T> {
    // Once, and not at each of the many fields.
    #[inline(never)]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { found: deserializer.deserialize_any(ScalarVisitor)?, kind: PhantomData })
    }
}

/// A type that a JSON value without structure can be read as.
pub trait FromScalar: Sized {
    /// The value, or what was found in its place.
    ///
    /// # Errors
    /// With another kind of value.
    fn from_scalar(found: Scalar) -> Result<Self, Scalar>;
}

impl FromScalar for String {
    fn from_scalar(found: Scalar) -> Result<Self, Scalar> {
        if let Scalar::Text(text) = found { Ok(text) } else { Err(found) }
    }
}

impl FromScalar for bool {
    fn from_scalar(found: Scalar) -> Result<Self, Scalar> {
        if let Scalar::Bool(value) = found { Ok(value) } else { Err(found) }
    }
}

impl FromScalar for u64 {
    /// A whole number that is not negative, also one that a plugin wrote as text.
    fn from_scalar(found: Scalar) -> Result<Self, Scalar> {
        let number = match &found {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "whole and within range"
            )]
            Scalar::Number(number) if (0.0..=EXACT_LIMIT).contains(number) && number.fract() == 0.0 => {
                Some(*number as Self)
            }
            Scalar::Text(text) => text.parse().ok(),
            _ => None,
        };
        number.ok_or(found)
    }
}

/// A JSON value as far as a field without structure needs it.
#[derive(Debug)]
pub enum Scalar {
    /// `null`, and what is not there.
    Nothing,
    /// `true` or `false`.
    Bool(bool),
    /// A number as JavaScript has it.
    Number(f64),
    /// A string.
    Text(String),
    /// An array, whatever it holds.
    List,
    /// An object, whatever it holds.
    Object,
}

/// For the eyes of a developer.
impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("nothing"),
            Self::Bool(value) => f.write_str(if *value { "true" } else { "false" }),
            // Printing fractions would cost several kilobytes of WASM.
            Self::Number(_) => f.write_str("a number"),
            Self::Text(text) => {
                let kept = text.char_indices().nth(KEPT_CHARS).map_or(text.as_str(), |(end, _)| &text[..end]);
                write!(f, "\"{kept}\"")
            }
            Self::List => f.write_str("a list"),
            Self::Object => f.write_str("an object"),
        }
    }
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Scalar, E> {
        Ok(Scalar::Nothing)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Scalar, E> {
        Ok(Scalar::Bool(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "what is too large to be exact is no id")]
    fn visit_i64<E>(self, value: i64) -> Result<Scalar, E> {
        Ok(Scalar::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "what is too large to be exact is no id")]
    fn visit_u64<E>(self, value: u64) -> Result<Scalar, E> {
        Ok(Scalar::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Scalar, E> {
        Ok(Scalar::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Scalar, E> {
        Ok(Scalar::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Scalar, A::Error> {
        IgnoredAny.visit_seq(items)?;
        Ok(Scalar::List)
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Scalar, A::Error> {
        IgnoredAny.visit_map(fields)?;
        Ok(Scalar::Object)
    }
}

/// The methods of a visitor for which a value without structure is none.
macro_rules! no_scalars {
    () => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("any value")
        }

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
            Ok(None)
        }
    };
}

/// An object; the default for any other value.
#[derive(Debug, Default)]
pub struct Object<T>(pub T);

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(deserializer.deserialize_any(ObjectVisitor(PhantomData))?.unwrap_or_default()))
    }
}

/// An item of a list: an object, or `None` for any other value.
struct Item<T>(Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Item<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ObjectVisitor(PhantomData)).map(Self)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = Option<T>;

    no_scalars!();

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        IgnoredAny.visit_seq(items)?;
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(fields)).map(Some)
    }
}

/// A list of objects, or any other value. What is no object in it is left out.
#[derive(Debug, Default)]
pub struct List<T>(Option<Vec<T>>);

impl<T> List<T> {
    /// The items; none where there is no list.
    pub fn items(self) -> Vec<T> {
        self.0.unwrap_or_default()
    }

    /// The items of the list called `name`.
    ///
    /// # Errors
    /// [`Error::Shape`] where something else stood there.
    pub fn require(self, name: &str) -> Result<Vec<T>, Error> {
        self.0.ok_or_else(|| Error::shape(name, "no list"))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items: Option<Vec<Item<T>>> = deserializer.deserialize_any(ListVisitor(PhantomData))?;
        Ok(Self(items.map(|items| items.into_iter().filter_map(|Item(item)| item).collect())))
    }
}

/// A list of such lists; empty for any other value.
#[derive(Debug, Default)]
pub struct Lists<T>(pub Vec<List<T>>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Lists<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(deserializer.deserialize_any(ListVisitor(PhantomData))?.unwrap_or_default()))
    }
}

/// The values of an object whose names do not matter; empty for any other value. What is no object in it is left
/// out.
#[derive(Debug, Default)]
pub struct Values<T>(pub Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Values<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(deserializer.deserialize_any(ValuesVisitor(PhantomData))?.unwrap_or_default()))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = Option<Vec<T>>;

    no_scalars!();

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Some(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Self::Value, A::Error> {
        IgnoredAny.visit_map(fields)?;
        Ok(None)
    }
}

struct ValuesVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ValuesVisitor<T> {
    type Value = Option<Vec<T>>;

    no_scalars!();

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        IgnoredAny.visit_seq(items)?;
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        while let Some((IgnoredAny, Item(value))) = fields.next_entry()? {
            values.extend(value);
        }
        Ok(Some(values))
    }
}
