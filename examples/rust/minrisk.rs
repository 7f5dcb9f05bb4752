// SPDX-License-Identifier: MIT
//! libminrisk for Rust: slices in, a `Result` out, without a crate. Formulas, units and accuracy are
//! those of the C functions of the same names in minrisk.h. Link with `-l static=minrisk`.
//!
//! ```
//! let hhi = minrisk::hhi(&[67000.0, 3000.0, 2400.0])?;
//! ```

use std::ffi::CStr;
use std::fmt;
use std::os::raw::c_char;

/// Why there is no value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Error {
    /// This element is NaN, infinite or negative.
    BadElement { index: usize, value: f64 },
    /// Another status of the library, such as `NO_SUPPLY`.
    Status(i32),
}

pub const SIZE: i32 = -3;
pub const PARAM: i32 = -4;
pub const DATA: i32 = -5;
pub const NO_SUPPLY: i32 = -6;

impl Error {
    pub fn status(&self) -> i32 {
        match self {
            Error::BadElement { .. } => DATA,
            Error::Status(status) => *status,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // SAFETY: the text of any status is a constant string.
        let text = unsafe { CStr::from_ptr(c::minrisk_status_text(self.status())) };
        if let Error::BadElement { index, value } = self {
            write!(f, "element {} ({}): ", index, value)?;
        }
        f.write_str(&text.to_string_lossy())
    }
}

impl std::error::Error for Error {}

pub type Result<T> = std::result::Result<T, Error>;

/// Everything from `low` to `high`.
#[repr(C)]
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// What is known of those who share a residual, such as "other countries".
#[derive(Debug, Clone, Copy, Default)]
pub struct Residual {
    pub quantity: f64,
    /// At most so many of them.
    pub suppliers: Option<std::num::NonZeroUsize>,
    /// None of them has more; of 0 each there would be no residual, which is refused.
    pub cap: Option<f64>,
}

/// A status as a `Result`; data that was refused is searched for the element.
fn check(status: i32, quantities: &[f64]) -> Result<()> {
    match status {
        0 => Ok(()),
        DATA => {
            // SAFETY: the pointer and the length are those of one slice.
            let index = unsafe { c::minrisk_first_invalid(quantities.as_ptr(), quantities.len()) };
            Err(match quantities.get(index) {
                Some(&value) => Error::BadElement { index, value },
                None => Error::Status(status),
            })
        }
        _ => Err(Error::Status(status)),
    }
}

/// HHI as competition authorities print it, 0 to 10,000.
pub fn points(hhi: f64) -> f64 {
    // SAFETY: takes any value.
    unsafe { c::minrisk_to_points(hhi) }
}

/// Herfindahl-Hirschman index, a fraction: the exact value, rounded once.
pub fn hhi(quantities: &[f64]) -> Result<f64> {
    let mut out = 0.0;
    // SAFETY: reads the slice, writes one double.
    let status = unsafe { c::minrisk_hhi(quantities.as_ptr(), quantities.len(), &mut out) };
    check(status, quantities).map(|()| out)
}

/// How many equal suppliers would give the same HHI.
pub fn effective_suppliers(quantities: &[f64]) -> Result<f64> {
    let mut out = 0.0;
    // SAFETY: as in `hhi`.
    let status =
        unsafe { c::minrisk_effective_suppliers(quantities.as_ptr(), quantities.len(), &mut out) };
    check(status, quantities).map(|()| out)
}

/// Share of the `k` largest suppliers together.
pub fn top_share(quantities: &[f64], k: usize) -> Result<f64> {
    let mut out = 0.0;
    // SAFETY: as in `hhi`.
    let status =
        unsafe { c::minrisk_top_share(quantities.as_ptr(), quantities.len(), k, &mut out) };
    check(status, quantities).map(|()| out)
}

/// Bounds on the HHI of a market of which only some suppliers are named.
pub fn hhi_bounds(named: &[f64], residual: Residual) -> Result<Interval> {
    if residual.cap == Some(0.0) {
        return Err(Error::Status(PARAM)); // to the library 0 is no cap
    }
    let mut out = Interval::default();
    // SAFETY: reads the slice, writes one interval.
    let status = unsafe {
        c::minrisk_hhi_bounds(
            named.as_ptr(),
            named.len(),
            residual.quantity,
            residual.suppliers.map_or(0, usize::from),
            residual.cap.unwrap_or(0.0),
            &mut out,
        )
    };
    check(status, named).map(|()| out)
}

/// HHI of many markets that stand one behind the other: market `g` has the quantities from
/// `offsets[g]` up to `offsets[g + 1]`. One that is bad leaves the others right.
pub fn hhi_groups(quantities: &[f64], offsets: &[usize]) -> Result<Vec<Result<f64>>> {
    let groups = offsets.len().saturating_sub(1);
    let (mut out, mut each) = (vec![0.0; groups], vec![0; groups]);
    // SAFETY: reads both slices, of which offsets has groups + 1 elements or groups is 0, and writes
    // what was just made for it.
    let status = unsafe {
        c::minrisk_hhi_groups(
            quantities.as_ptr(),
            quantities.len(),
            offsets.as_ptr(),
            groups,
            out.as_mut_ptr(),
            each.as_mut_ptr(),
        )
    };
    check(status, &[])?;
    let of_group = |g: usize| {
        let market = &quantities[offsets[g]..offsets[g + 1]];
        check(each[g], market).map(|()| out[g]).map_err(|error| match error {
            Error::BadElement { index, value } => {
                Error::BadElement { index: offsets[g] + index, value }
            }
            other => other,
        })
    };
    Ok((0..groups).map(of_group).collect())
}

/// A market that changes. It never drifts: after any history its HHI has the bits of `hhi` of the
/// suppliers that are there, and markets that are merged in any order are the same.
#[derive(Clone)]
pub struct Market(c::Stream);

impl Market {
    pub fn new() -> Self {
        let mut state = std::mem::MaybeUninit::uninit();
        // SAFETY: writes the whole state, of the size that it is told.
        unsafe {
            let size = std::mem::size_of::<c::Stream>();
            assert_eq!(c::minrisk_stream_init(state.as_mut_ptr(), size), 0, "another version");
            Market(state.assume_init())
        }
    }

    pub fn add(&mut self, quantity: f64) -> Result<()> {
        // SAFETY: the state is initialised, here and below.
        check(unsafe { c::minrisk_stream_add(&mut self.0, quantity) }, &[quantity])
    }

    pub fn remove(&mut self, quantity: f64) -> Result<()> {
        check(unsafe { c::minrisk_stream_remove(&mut self.0, quantity) }, &[quantity])
    }

    pub fn merge(&mut self, other: &Market) -> Result<()> {
        check(unsafe { c::minrisk_stream_merge(&mut self.0, &other.0) }, &[])
    }

    pub fn hhi(&self) -> Result<f64> {
        let mut out = 0.0;
        check(unsafe { c::minrisk_stream_hhi(&self.0, &mut out) }, &[]).map(|()| out)
    }
}

impl Default for Market {
    fn default() -> Self {
        Market::new()
    }
}

/// The functions as minrisk.h declares them.
mod c {
    use super::{c_char, Interval};

    /// `minrisk_stream`.
    #[repr(C)]
    #[derive(Clone)]
    pub struct Stream {
        form: u32,
        reserved: u32,
        suppliers: u64,
        spans: [u32; 4],
        limbs: [u32; 70 + 138],
    }

    extern "C" {
        pub fn minrisk_status_text(status: i32) -> *const c_char;
        pub fn minrisk_first_invalid(quantity: *const f64, n: usize) -> usize;
        pub fn minrisk_to_points(hhi: f64) -> f64;
        pub fn minrisk_hhi(quantity: *const f64, n: usize, hhi: *mut f64) -> i32;
        pub fn minrisk_effective_suppliers(q: *const f64, n: usize, suppliers: *mut f64) -> i32;
        pub fn minrisk_top_share(q: *const f64, n: usize, k: usize, share: *mut f64) -> i32;
        pub fn minrisk_hhi_bounds(
            named: *const f64,
            n: usize,
            residual: f64,
            residual_suppliers: usize,
            residual_cap: f64,
            hhi: *mut Interval,
        ) -> i32;
        pub fn minrisk_hhi_groups(
            quantity: *const f64,
            quantity_len: usize,
            offset: *const usize,
            groups: usize,
            hhi: *mut f64,
            each: *mut i32,
        ) -> i32;
        pub fn minrisk_stream_init(stream: *mut Stream, size: usize) -> i32;
        pub fn minrisk_stream_add(stream: *mut Stream, quantity: f64) -> i32;
        pub fn minrisk_stream_remove(stream: *mut Stream, quantity: f64) -> i32;
        pub fn minrisk_stream_merge(into: *mut Stream, from: *const Stream) -> i32;
        pub fn minrisk_stream_hhi(stream: *const Stream, hhi: *mut f64) -> i32;
    }
}
