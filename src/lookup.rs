//! Where things are looked up thousands of times and never gone through, since they stand in no order. The only user of
//! the libraries of hash tables.

use std::hash::{BuildHasher, Hash};

use rustc_hash::FxBuildHasher;

/// A table of things that find themselves by a [`hash`] of their own.
pub use hashbrown::hash_table::{Entry, HashTable};

/// A map in which things are only looked up: nothing may depend on its order unless it is sorted first.
pub type Lookup<K, V> = hashbrown::HashMap<K, V, FxBuildHasher>;

/// A number that is the same for what is the same, and nearly always another for what is another. Keys are not chosen by
/// anybody to do harm, so it is a quick one.
pub fn hash(of: &(impl Hash + ?Sized)) -> u64 {
    FxBuildHasher.hash_one(of)
}
