//! Figures that no list holds, worked out when they are first asked for and kept from then on.

use std::sync::OnceLock;

/// A list that grows at its end while what it holds is lent out.
#[derive(Debug)]
pub(super) struct Asked<T> {
    first: OnceLock<Box<Entry<T>>>,
}

#[derive(Debug)]
struct Entry<T> {
    kept: T,
    next: OnceLock<Box<Entry<T>>>,
}

impl<T> Asked<T> {
    /// The first that `wanted` holds of; else what `work_out` gives, kept, where it gives anything.
    pub(super) fn find_or<E>(
        &self,
        wanted: impl Fn(&T) -> bool,
        work_out: impl FnOnce() -> Result<T, E>,
    ) -> Result<&T, E> {
        let mut slot = &self.first;
        while let Some(entry) = slot.get() {
            if wanted(&entry.kept) {
                return Ok(&entry.kept);
            }
            slot = &entry.next;
        }
        let kept = work_out()?;
        Ok(&slot.get_or_init(|| Box::new(Entry { kept, next: OnceLock::new() })).kept)
    }
}

impl<T> Default for Asked<T> {
    fn default() -> Self {
        Self { first: OnceLock::new() }
    }
}

impl<T> Clone for Asked<T> {
    /// Begins anew: what was asked for is worked out again when it is asked for again.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> Drop for Asked<T> {
    /// One after the other, so that a long list needs no deep stack.
    fn drop(&mut self) {
        let mut next = self.first.take();
        while let Some(mut entry) = next {
            next = entry.next.take();
        }
    }
}
