//! Damaged files, the same for the same seed, and what reading them may cost.

use juesuan::{Error, Options, Source};
use std::time::{Duration, Instant};

/// The longest that a file may take.
pub const LONGEST: Duration = Duration::from_secs(5);

/// The most memory that the process may have held, in KiB.
pub const MOST_MEMORY: usize = 512 << 10;

/// A generator of numbers (xorshift).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below a bound; 0 if the bound is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % bound.max(1)
    }
}

/// Values that counts and offsets are often wrong about.
const EXTREMES: [[u8; 4]; 5] = [[0; 4], [0xff; 4], [0xff, 0xff, 0xff, 0x7f], [0, 0, 1, 0], [0xfe, 0xff, 0xff, 0xff]];

/// A file with some damage: cut, flipped bytes, extremes, stretches moved or blanked.
pub fn damaged(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(out.len());
        let length = random.below(64).min(out.len() - at);
        match random.below(6) {
            0 => out.truncate(at),
            1 => (0..=random.below(16)).for_each(|_| {
                let at = random.below(out.len());
                if let Some(byte) = out.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }),
            2 => out.iter_mut().skip(at & !3).zip(EXTREMES[random.below(EXTREMES.len())]).for_each(|(byte, new)| *byte = new),
            3 => out[at..at + length].fill(0),
            4 => drop(out.drain(at..at + length)),
            _ => {
                let piece = out[at..at + length].to_vec();
                let to = random.below(out.len());
                out.splice(to..to, piece);
            }
        }
    }
    out
}

/// Reads a file and sees to it that this does not take too long, and that nothing panics on it, not even behind a guard.
#[track_caller]
pub fn read_in_time(bytes: &[u8], name: &str) -> Result<Source, Error> {
    let start = Instant::now();
    let source = Options::new().decode(bytes);
    let took = start.elapsed();
    assert!(took < LONGEST, "{name} took {took:?}");
    let panicked = source.as_ref().err().map(ToString::to_string).filter(|error| error.contains("gave up"));
    assert_eq!(panicked, None, "{name}");
    source
}

/// The most memory that this process has held, in KiB; 0 where the system does not tell.
pub fn peak_memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().split(' ').next()).and_then(|number| number.parse().ok()).unwrap_or(0)
}
