//! The threads that read, hash and visit.
//!
//! Each takes the next block, cuts it, adds it to the hash, and visits its records. The next lock is always taken before
//! the last is let go, so that no block overtakes another, and yet three may be worked on at once.

use std::io::{self, Read};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::hash::Hasher;

use super::block::Block;
use super::intake::Intake;
use super::rows;
use super::{Rows, Shares, Visit};

/// How many visitors share a file. It is the same on every machine, and blocks are dealt to them in turn, so that what
/// each of them sees depends on the file alone.
const SHARES: usize = 2;

/// The longest row, in bytes: 4 MiB.
const LONGEST: usize = 1 << 22;

/// What the threads work on, each part by one at a time.
struct Bench<'r, R, V> {
    intake: Mutex<Taken<R>>,
    hasher: Mutex<Hasher>,
    shares: [Mutex<V>; SHARES],
    rows: Rows<'r>,
}

/// The file, how many blocks have been taken from it, and what went wrong.
struct Taken<R> {
    intake: Intake<R>,
    blocks: usize,
    fault: Option<io::Error>,
}

/// See [`super::visit`]; `size` is how many bytes are read at a time, and `input` is the whole file.
pub(super) fn visit<V: Visit>(
    rows: Rows<'_>,
    input: impl Read + Send,
    size: usize,
    visitor: &(dyn Fn() -> V + Sync),
) -> io::Result<Shares<V>> {
    let bench = Bench {
        intake: Mutex::new(Taken {
            intake: Intake::new(input, &rows, size, LONGEST),
            blocks: 0,
            fault: None,
        }),
        hasher: Mutex::default(),
        shares: [(); SHARES].map(|()| Mutex::new(visitor())),
        rows,
    };
    let threads = thread::available_parallelism().map_or(1, |cores| cores.get().min(SHARES));
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(|| bench.work());
        }
        bench.work();
    });
    bench.finish()
}

impl<R: Read + Send, V: Visit> Bench<'_, R, V> {
    /// Works until there are no more blocks.
    fn work(&self) {
        let mut block = Block::default();
        while let Some(mut visitor) = self.next(&mut block) {
            rows::visit(&block, &self.rows, &mut *visitor);
        }
    }

    /// Takes the next block, and with it the visitor that it is for.
    fn next(&self, block: &mut Block) -> Option<MutexGuard<'_, V>> {
        let mut taken = lock(&self.intake);
        match taken.intake.next(block) {
            Ok(true) => {}
            Ok(false) => return None,
            Err(fault) => {
                taken.fault = Some(fault);
                return None;
            }
        }
        let share = self.shares.get(taken.blocks % SHARES)?;
        taken.blocks = taken.blocks.wrapping_add(1);
        let mut hasher = lock(&self.hasher);
        drop(taken);
        hasher.add(block.fresh());
        // Taken while the hash is still held, so that blocks come to a visitor in the order of the file.
        Some(lock(share))
    }

    fn finish(self) -> io::Result<Shares<V>> {
        let taken = unlocked(self.intake);
        match taken.fault {
            Some(fault) => Err(fault),
            None => Ok(Shares {
                visitors: self.shares.into_iter().map(unlocked).collect(),
                fingerprint: unlocked(self.hasher).finish(),
            }),
        }
    }
}

/// A thread that panics ends the program, so nothing is ever left half done behind a lock.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn unlocked<T>(mutex: Mutex<T>) -> T {
    mutex.into_inner().unwrap_or_else(PoisonError::into_inner)
}
