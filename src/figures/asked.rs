//! Figures that no list holds, worked out when they are first asked for and kept from then on.

use std::cmp::Ordering;
use std::sync::OnceLock;

/// A tree that grows at its ends while what it holds is lent out, to several threads where they ask.
#[derive(Debug)]
pub(super) struct Asked<T> {
    root: Slot<T>,
}

type Slot<T> = OnceLock<Box<Entry<T>>>;

#[derive(Debug)]
struct Entry<T> {
    kept: T,
    before: Slot<T>,
    after: Slot<T>,
}

impl<T> Asked<T> {
    /// The one that stands where it is `wanted`, by how what is kept stands to that; else what `work_out` gives, kept,
    /// where it gives anything.
    pub(super) fn find_or<E>(
        &self,
        wanted: impl Fn(&T) -> Ordering,
        work_out: impl FnOnce() -> Result<T, E>,
    ) -> Result<&T, E> {
        let mut slot = match found(&self.root, &wanted) {
            Ok(kept) => return Ok(kept),
            Err(free) => free,
        };
        let mut new = Some(Box::new(Entry { kept: work_out()?, before: Slot::new(), after: Slot::new() }));
        loop {
            // Another thread may have been there first, with this or with another.
            new = new.and_then(|new| slot.set(new).err());
            match found(slot, &wanted) {
                Ok(kept) => return Ok(kept),
                Err(free) => slot = free,
            }
        }
    }
}

/// What is kept at a slot or below it, or the free slot where it would stand.
fn found<T>(mut slot: &Slot<T>, wanted: impl Fn(&T) -> Ordering) -> Result<&T, &Slot<T>> {
    while let Some(entry) = slot.get() {
        slot = match wanted(&entry.kept) {
            Ordering::Equal => return Ok(&entry.kept),
            Ordering::Less => &entry.after,
            Ordering::Greater => &entry.before,
        };
    }
    Err(slot)
}

impl<T> Default for Asked<T> {
    fn default() -> Self {
        Self { root: Slot::new() }
    }
}

impl<T> Clone for Asked<T> {
    /// Begins anew: what was asked for is worked out again when it is asked for again.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> Drop for Asked<T> {
    /// One after the other, so that a deep tree needs no deep stack.
    fn drop(&mut self) {
        let mut left: Vec<Box<Entry<T>>> = self.root.take().into_iter().collect();
        while let Some(mut entry) = left.pop() {
            left.extend(entry.before.take());
            left.extend(entry.after.take());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::Asked;

    #[test]
    fn threads_that_ask_at_once_each_get_what_they_asked_for() {
        for _ in 0..50 {
            let asked = Asked::default();
            let barrier = std::sync::Barrier::new(4);
            std::thread::scope(|scope| {
                for thread in 0..4 {
                    let (asked, barrier) = (&asked, &barrier);
                    scope.spawn(move || {
                        barrier.wait();
                        for number in (0..100).map(|number: u32| number * (thread + 1) % 100) {
                            let kept =
                                asked.find_or(|kept: &u32| kept.cmp(&number), || Ok::<_, Infallible>(number));
                            assert_eq!(kept, Ok(&number));
                        }
                    });
                }
            });
        }
    }
}
