//! Work done side by side: the only user of the library of threads. What comes of it stands in the order of what it is
//! made from, so that nothing depends on which thread was first.

use rayon::prelude::*;

/// What `make` makes of each.
pub fn each<'i, I: Sync, M: Send>(items: &'i [I], make: impl Fn(&'i I) -> M + Send + Sync) -> Vec<M> {
    items.par_iter().map(make).collect()
}

/// What `make` makes of each, which it takes.
pub fn each_of<I: Send, M: Send>(items: Vec<I>, make: impl Fn(I) -> M + Send + Sync) -> Vec<M> {
    items.into_par_iter().map(make).collect()
}

/// What `work` makes, done by one of the threads that work side by side: whenever it asks the others, it goes on itself
/// and need not be woken.
pub fn among<M: Send>(work: impl FnOnce() -> M + Send) -> M {
    rayon::scope(|_| work())
}

/// Both.
pub fn both<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(one, other)
}
