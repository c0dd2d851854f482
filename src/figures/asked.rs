//! Figures that no list holds, worked out when they are first asked for and kept from then on.

use std::sync::OnceLock;

/// A tree that grows at its ends while what it holds is lent out, to several threads where they ask. It is ordered by
/// hashes, so that it keeps its breadth whatever the order in which things are asked for.
#[derive(Debug)]
pub(super) struct Asked<T> {
    root: Slot<T>,
}

type Slot<T> = OnceLock<Box<Entry<T>>>;

#[derive(Debug)]
struct Entry<T> {
    hash: u64,
    kept: T,
    before: Slot<T>,
    after: Slot<T>,
}

impl<T> Asked<T> {
    /// The one with this hash of which `wanted` holds; else what `work_out` gives, kept, where it gives anything.
    pub(super) fn find_or<E>(
        &self,
        hash: u64,
        wanted: impl Fn(&T) -> bool,
        work_out: impl FnOnce() -> Result<T, E>,
    ) -> Result<&T, E> {
        let mut slot = match found(&self.root, hash, &wanted) {
            Ok(kept) => return Ok(kept),
            Err(free) => free,
        };
        let kept = work_out()?;
        let mut new = Some(Box::new(Entry { hash, kept, before: Slot::new(), after: Slot::new() }));
        loop {
            // Another thread may have been there first, with this or with another.
            new = new.and_then(|new| slot.set(new).err());
            match found(slot, hash, &wanted) {
                Ok(kept) => return Ok(kept),
                Err(free) => slot = free,
            }
        }
    }
}

/// What is kept at a slot or below it, or the free slot where it would stand.
fn found<T>(mut slot: &Slot<T>, hash: u64, wanted: impl Fn(&T) -> bool) -> Result<&T, &Slot<T>> {
    while let Some(entry) = slot.get() {
        if entry.hash == hash && wanted(&entry.kept) {
            return Ok(&entry.kept);
        }
        slot = if hash < entry.hash { &entry.before } else { &entry.after };
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
                            // Every hash is that of several.
                            let hash = u64::from(number / 4);
                            let kept =
                                asked.find_or(hash, |kept| *kept == number, || Ok::<_, Infallible>(number));
                            assert_eq!(kept, Ok(&number));
                        }
                    });
                }
            });
        }
    }
}
