//! The part of datagen/plugin.h that a generator without options needs, written down by hand.
//!
//! Every struct here is one that the header marks as growable or frozen; fields stand in the header's order.  A struct
//! that the host allocates may be longer than ours, which does no harm: it is reached by pointer only.

#![allow(dead_code)]

use std::ffi::{c_char, c_void};

pub type Status = i32;
pub const OK: Status = 0;
pub const UNSUPPORTED: Status = 3;
pub const OUT_OF_MEMORY: Status = 4;
pub const DATA: Status = 6;

pub const FAMILY_TEXT: u32 = 1 << 4;
pub const INJECTIVE: u32 = 1 << 0;
pub const ABI_VERSION: u32 = 1 << 16;

#[repr(C)]
pub struct Error {
    pub struct_size: u32,
    pub code: Status,
    pub row: i64,
    pub subject: [c_char; 64],
    pub message: [c_char; 1024],
}

#[repr(C)]
pub struct Buffer {
    pub data: *mut u8,
    pub size: u64,
    pub capacity: u64,
    pub reserve: extern "C" fn(*mut Buffer, u64) -> Status,
    pub owner: *mut c_void,
}

#[repr(C)]
pub struct Column {
    pub struct_size: u32,
    pub reserved: u32,
    pub null_count: i64,
    pub validity: *mut Buffer,
    pub offsets: *mut Buffer,
    pub data: *mut Buffer,
}

/// The fields that lie before the ones which are read here must all be there; the rest may be left out.
#[repr(C)]
pub struct Target {
    pub struct_size: u32,
    pub family: u32,
    pub table: *const c_char,
    pub column: *const c_char,
    pub postgres_type: *const c_char,
    pub format: *const c_char,
    pub max_characters: u32,
}

#[repr(C)]
pub struct GeneratorInfo {
    pub struct_size: u32,
    pub flags: u32,
    pub cardinality: u64,
    pub estimated_bytes: u64,
}

/// Opaque to the host.
pub enum Generator {}
pub enum Host {}
pub enum Value {}
pub enum Call {}

#[repr(C)]
pub struct GeneratorClass {
    pub struct_size: u32,
    pub algorithm_version: u32,
    pub required: u32,
    pub optional: u32,
    pub id: *const c_char,
    pub summary: *const c_char,
    pub options: *const *const c_void,
    pub hints: *const *const c_void,
    pub n_options: u32,
    pub n_hints: u32,
    pub families: u32,
    pub reserved: u32,
    pub create: extern "C" fn(*const Host, *const Target, *const Value, u32, *mut *mut Generator, *mut Error) -> Status,
    pub destroy: extern "C" fn(*mut Generator),
    pub describe: extern "C" fn(*const Generator, *mut GeneratorInfo, *mut Error) -> Status,
    pub values: extern "C" fn(*const Generator, *const Call, *const u64, u32, *mut Column, *mut Error) -> Status,
    pub dictionary: *const c_void,
    pub weights: *const c_void,
    pub locate: *const c_void,
}

#[repr(C)]
pub struct Plugin {
    pub struct_size: u32,
    pub abi_version: u32,
    pub minimum_host_abi: u32,
    pub n_generators: u32,
    pub generators: *const *const GeneratorClass,
    pub writers: *const *const c_void,
    pub n_writers: u32,
    pub reserved: u32,
    pub id: *const c_char,
    pub name: *const c_char,
    pub version: *const c_char,
    pub vendor: *const c_char,
    pub license: *const c_char,
    pub url: *const c_char,
    pub get_extension: *const c_void,
}

/// Constant data is shared by threads, which the pointers in it would otherwise forbid.
#[repr(transparent)]
pub struct Shared<T>(pub T);
unsafe impl<T> Sync for Shared<T> {}
