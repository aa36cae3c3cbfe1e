//! A generator in Rust: Roman numerals, from I (ordinal 0) to MMMCMXCIX (ordinal 3998).

mod abi;

use abi::*;
use std::ffi::{c_char, CStr};
use std::mem::size_of;
use std::ptr::{copy_nonoverlapping, null};

const LARGEST: u64 = 3999;
const LONGEST: usize = 15; // MMMDCCCLXXXVIII

const PARTS: [(u64, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// Returns how many letters it wrote.
fn roman(mut number: u64, out: &mut [u8; LONGEST]) -> usize {
    let mut size = 0;
    for (value, letters) in PARTS {
        while number >= value {
            out[size..size + letters.len()].copy_from_slice(letters.as_bytes());
            size += letters.len();
            number -= value;
        }
    }
    size
}

fn fail(error: *mut Error, code: Status, message: &str) -> Status {
    unsafe {
        if !error.is_null() && (*error).struct_size as usize >= size_of::<Error>() {
            (*error).code = code;
            (*error).row = -1;
            (*error).subject[0] = 0;
            let length = message.len().min((*error).message.len() - 1);
            copy_nonoverlapping(message.as_ptr(), (*error).message.as_mut_ptr() as *mut u8, length);
            (*error).message[length] = 0;
        }
    }
    code
}

// There are no options, so an object has nothing to remember: any address that is not null will do.
static OBJECT: u64 = 0;

extern "C" fn create(
    _host: *const Host,
    target: *const Target,
    _values: *const Value,
    _n_values: u32,
    out: *mut *mut Generator,
    error: *mut Error,
) -> Status {
    unsafe {
        if CStr::from_ptr((*target).format).to_bytes() != b"u" {
            return fail(error, UNSUPPORTED, "Roman numerals are text");
        }
        let longest = (*target).max_characters as usize;
        if longest != 0 && longest < LONGEST {
            return fail(error, UNSUPPORTED, "the column needs room for 15 characters");
        }
        *out = &OBJECT as *const u64 as *mut Generator;
    }
    OK
}

extern "C" fn destroy(_generator: *mut Generator) {}

extern "C" fn describe(_generator: *const Generator, info: *mut GeneratorInfo, _error: *mut Error) -> Status {
    unsafe {
        (*info).flags = INJECTIVE;
        (*info).cardinality = LARGEST;
        (*info).estimated_bytes = 8;
    }
    OK
}

extern "C" fn values(
    _generator: *const Generator,
    _call: *const Call,
    ordinals: *const u64,
    n: u32,
    out: *mut Column,
    error: *mut Error,
) -> Status {
    let n = n as usize;
    if n * LONGEST > i32::MAX as usize {
        return fail(error, DATA, "a batch of this column exceeds 2147483647 bytes; use smaller batches");
    }
    unsafe {
        let data = (*out).data;
        let most = (n * LONGEST) as u64;
        if (*data).capacity < most && ((*data).reserve)(data, most) != OK {
            return fail(error, OUT_OF_MEMORY, "out of memory");
        }
        let offsets = (*(*out).offsets).data as *mut i32;
        *offsets = 0;
        let mut end = 0usize;
        let mut numeral = [0u8; LONGEST];
        for row in 0..n {
            let size = roman(*ordinals.add(row) + 1, &mut numeral);
            copy_nonoverlapping(numeral.as_ptr(), (*data).data.add(end), size);
            end += size;
            *offsets.add(row + 1) = end as i32;
        }
        (*data).size = end as u64;
    }
    OK
}

const fn text(bytes: &'static [u8]) -> *const c_char {
    bytes.as_ptr() as *const c_char
}

static CLASS: Shared<GeneratorClass> = Shared(GeneratorClass {
    struct_size: size_of::<GeneratorClass>() as u32,
    algorithm_version: 1,
    required: 0,
    optional: 0,
    id: text(b"org.example.roman\0"),
    summary: text(b"Roman numerals, from I to MMMCMXCIX\0"),
    options: null(),
    hints: null(),
    n_options: 0,
    n_hints: 0,
    families: FAMILY_TEXT,
    reserved: 0,
    create,
    destroy,
    describe,
    values,
    dictionary: null(),
    weights: null(),
    locate: null(),
});

static CLASSES: Shared<[*const GeneratorClass; 1]> = Shared([&CLASS.0]);

static PLUGIN: Shared<Plugin> = Shared(Plugin {
    struct_size: size_of::<Plugin>() as u32,
    abi_version: ABI_VERSION,
    minimum_host_abi: ABI_VERSION,
    n_generators: 1,
    generators: CLASSES.0.as_ptr(),
    writers: null(),
    n_writers: 0,
    reserved: 0,
    id: text(b"org.example.roman\0"),
    name: text(b"Roman numerals\0"),
    version: text(b"1.0.0\0"),
    vendor: text(b"Example\0"),
    license: text(b"Apache-2.0\0"),
    url: text(b"\0"),
    get_extension: null(),
});

#[no_mangle]
pub extern "C" fn datagen_plugin_v1() -> *const Plugin {
    &PLUGIN.0
}
