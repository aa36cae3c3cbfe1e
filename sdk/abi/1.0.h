/* The plugin ABI of version 1.0 as it was released: never edit it.  tests/abi compares datagen/plugin.h with it, and
 * builds a plugin from it for the present host. */
/* The datagen plugin ABI, version 1.0.  C11, or C++17 and later; needs only <stdint.h>.
 *
 * A plugin is a shared library that exports ONE symbol, datagen_plugin_v1().  Everything else is reached from the
 * descriptor that it returns: generator classes (they turn ordinals into column values) and writer classes (they turn
 * columns into bytes, or put them into a destination of their own).  Ground rules, true of every declaration below:
 *
 *  Growth      A struct marked [growable] starts with struct_size, set to sizeof by the side that allocates it.  Fields
 *              are only ever appended.  A reader uses a field only if it lies within struct_size, and never rejects a
 *              struct for being larger than the one it knows; an absent field reads as 0 or NULL, which is always the
 *              documented default.  Growable structs are passed by pointer and listed as arrays of pointers.
 *              A struct marked [frozen] never changes.  Fields named reserved are 0.
 *  Memory      Whoever allocates frees; nothing is freed across the boundary.  A pointer argument is borrowed for the
 *              call unless its comment says otherwise.
 *  Text        UTF-8.  const char* is NUL terminated.
 *  Errors      A function that can fail returns datagen_status; on failure it fills *error, which is allocated by the
 *              caller and may be NULL.  Out-parameters are then unspecified.
 *  Exceptions  Nothing may unwind across the boundary.
 *  Threads     [setup]        one call at a time per plugin, on any thread, no other call on that object running.
 *              [thread-safe]  any number of threads at once, on one object.
 *              [lane]         one call at a time per sink; not always the same thread of the operating system.
 *  Unloading   The host never unloads a plugin.
 *  Purity      What a generator or an encoder makes depends on its arguments alone: no clock, no locale, no state
 *              between calls, no environment.  So any split into calls, on any threads, gives the same bytes.
 */
#ifndef DATAGEN_PLUGIN_H_
#define DATAGEN_PLUGIN_H_

#include <stdint.h>

#if defined(_WIN32)
#define DATAGEN_CALL __cdecl
#define DATAGEN_EXPORT __declspec(dllexport)
#else
#define DATAGEN_CALL
#define DATAGEN_EXPORT __attribute__((visibility("default")))
#endif
#ifdef __cplusplus
#define DATAGEN_NOEXCEPT noexcept
extern "C" {
#else
#define DATAGEN_NOEXCEPT
#endif

#define DATAGEN_ABI_MAJOR 1 /* in the entry symbol's name; a new major is a new symbol */
#define DATAGEN_ABI_MINOR 0 /* fields appended, flag bits or services added */
#define DATAGEN_ABI_VERSION (DATAGEN_ABI_MAJOR * 65536u + DATAGEN_ABI_MINOR)
#define DATAGEN_ENTRY_SYMBOL "datagen_plugin_v1"

/* The Arrow C data interface, under its canonical guard.  [frozen by Apache Arrow]
 * https://arrow.apache.org/docs/format/CDataInterface.html */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};
#endif

/* ---- column formats ------------------------------------------------------------------------------------------------
 * Arrow format strings.  Version 1.0 uses this closed set; a column of any other PostgreSQL type is "u", holding the
 * value in PostgreSQL's input syntax.
 *
 *   "b"        boolean, one bit a value           "tdD"      date, int32 days since 1970-01-01
 *   "s"        int16                              "ttu"      time of day, int64 microseconds
 *   "i"        int32                              "tsu:"     timestamp without time zone, int64 microseconds
 *   "l"        int64                              "tsu:UTC"  timestamp with time zone, int64 microseconds
 *   "f" "g"    float, double                      "w:16"     UUID, 16 bytes in network order
 *   "d:P,S"    decimal, int128, value * 10^S      "u" "z"    text, bytes (int32 offsets)
 *
 * A dictionary-encoded column has format "i" (indices) and a dictionary of format "u".
 * Arrays handed out by the host have offset 0; a validity buffer is NULL when null_count is 0.  The value stored under
 * a null is unspecified but within bounds (offsets are monotone, indices are valid). */

/* ---- errors ------------------------------------------------------------------------------------------------------ */
enum {
  DATAGEN_OK = 0,
  DATAGEN_INVALID_OPTION = 1,   /* an option's value is refused; subject names the option */
  DATAGEN_INVALID_ARGUMENT = 2, /* the host called wrongly */
  DATAGEN_UNSUPPORTED = 3,      /* this class cannot serve this column, type or schema */
  DATAGEN_OUT_OF_MEMORY = 4,
  DATAGEN_IO = 5,        /* a sink's destination failed, or a file of the plugin's own */
  DATAGEN_DATA = 6,      /* a value cannot be made or represented; row says which, when known */
  DATAGEN_CANCELLED = 7, /* is_cancelled() was seen */
  DATAGEN_INTERNAL = 8   /* any other failure; unknown codes read as this */
};
typedef int32_t datagen_status;

typedef struct datagen_error { /* [growable], allocated by the caller */
  uint32_t struct_size;
  datagen_status code;
  int64_t row;        /* the offending row's index within the call, or -1 */
  char subject[64];   /* option or column name, or "" */
  char message[1024]; /* NUL terminated */
} datagen_error;

/* ---- options ------------------------------------------------------------------------------------------------------
 * Declared as data.  The host validates what the user wrote against the declaration, reports every fault with its
 * place, prints help from it, and passes typed values in declared order: a plugin parses nothing. */
enum {
  DATAGEN_BOOL = 1,        /* as.i is 0 or 1 */
  DATAGEN_INT = 2,         /* as.i */
  DATAGEN_FLOAT = 3,       /* as.f, finite */
  DATAGEN_STRING = 4,      /* as.s */
  DATAGEN_CHOICE = 5,      /* as.i is the index into choices */
  DATAGEN_JSON = 6,        /* as.s is JSON text, any value; order of keys is kept */
  DATAGEN_COLUMN = 7,      /* names a column of the same table: as.i is its index into datagen_target.inputs */
  DATAGEN_STRING_LIST = 8, /* as.strings, count */
  DATAGEN_FLOAT_LIST = 9,  /* as.floats, count */
  DATAGEN_TIMESTAMP = 10   /* as.i microseconds since 1970-01-01 UTC; written as a date, a date and time, "now", or
                              relative to the run's as_of: "-30d", "+2h" (s m h d w mo y) */
};
enum {
  DATAGEN_OPTION_REQUIRED = 1u << 0,
  DATAGEN_OPTION_SECRET = 1u << 1, /* never printed or logged */
  DATAGEN_OPTION_DEPRECATED = 1u << 2
};

typedef struct datagen_option { /* [growable], static data of the plugin */
  uint32_t struct_size;
  uint32_t type;
  uint32_t flags;
  uint32_t n_choices;
  const char* name;
  const char* doc;           /* one sentence */
  const char* default_value; /* JSON literal, or NULL: then is_set is 0 when the user says nothing.  For a
                                DATAGEN_COLUMN option: a JSON list of column names; the host binds the first that the
                                table has, whose own value does not depend on this column.  Where the generator was
                                found by a hint with words before it (shipping_state), the names are tried with the
                                same words before them (shipping_city), and only so. */
  const char* minimum;       /* JSON literal, inclusive, or NULL */
  const char* maximum;       /* JSON literal, inclusive, or NULL */
  const char* const* choices;
} datagen_option;

typedef struct datagen_str { /* [frozen], not NUL terminated */
  const char* data;
  uint64_t size;
} datagen_str;

typedef struct datagen_value { /* [frozen] values[i] answers options[i], validated and defaulted by the host */
  uint32_t type;
  uint32_t is_set;
  uint64_t count; /* elements of a list, else 0 */
  union {
    int64_t i;
    double f;
    datagen_str s;
    const datagen_str* strings;
    const double* floats;
  } as;
} datagen_value;

/* ---- host services ----------------------------------------------------------------------------------------------- */
enum { DATAGEN_LOG_DEBUG = 1, DATAGEN_LOG_INFO = 2, DATAGEN_LOG_WARNING = 3, DATAGEN_LOG_ERROR = 4 };

typedef struct datagen_host { /* [growable], outlives every object created with it */
  uint32_t struct_size;
  uint32_t abi_version;
  void* context;
  const char* name;    /* "datagen" */
  const char* version; /* "1.0.0" */
  /* [thread-safe] message is copied. */
  void(DATAGEN_CALL* log)(const struct datagen_host*, int32_t level, const char* message) DATAGEN_NOEXCEPT;
  /* [thread-safe] Non-zero once the run is to end; long calls look now and then and return DATAGEN_CANCELLED. */
  int32_t(DATAGEN_CALL* is_cancelled)(const struct datagen_host*) DATAGEN_NOEXCEPT;
  /* [thread-safe] A service by id, such as "datagen.resource/1"; NULL if this host has none of that id. */
  const void*(DATAGEN_CALL* get_service)(const struct datagen_host*, const char* id) DATAGEN_NOEXCEPT;
} datagen_host;

/* ---- memory that a plugin writes into ------------------------------------------------------------------------------
 * A byte buffer owned by the host that keeps its capacity from one batch to the next.  data is 64-byte aligned, and 64
 * bytes beyond capacity may be overwritten (so wide stores need no tail handling).  reserve() may move data and keeps
 * its first size bytes; it fails with DATAGEN_OUT_OF_MEMORY and leaves the buffer as it was.  The plugin sets size. */
typedef struct datagen_buffer { /* [frozen] */
  uint8_t* data;
  uint64_t size;
  uint64_t capacity;
  datagen_status(DATAGEN_CALL* reserve)(struct datagen_buffer*, uint64_t minimum_capacity) DATAGEN_NOEXCEPT;
  void* owner;
} datagen_buffer;

/* One column of n values to be written, in Arrow layout.
 *   fixed width   data has room for n values; the plugin writes them.
 *   boolean       data has room for n bits, zeroed.
 *   text, bytes   offsets has room for n + 1 int32; the plugin writes all of them, offsets[0] = 0, and reserves in data
 *                 what it needs.  At most 2^31 - 1 bytes.
 *   validity      n bits, all set; NULL unless the generator declared DATAGEN_MAKES_NULLS.  It clears bits, counts them
 *                 in null_count.
 * The host sets the sizes of fixed-width buffers; the plugin sets data->size for text and bytes. */
typedef struct datagen_column { /* [growable], allocated by the host */
  uint32_t struct_size;
  uint32_t reserved;
  int64_t null_count;
  datagen_buffer* validity;
  datagen_buffer* offsets;
  datagen_buffer* data;
} datagen_column;

/* Identity of one column's random stream: 128 bits derived from (seed, table, column) by the host.  [frozen] */
typedef struct datagen_key {
  uint64_t low;
  uint64_t high;
} datagen_key;

typedef struct datagen_call { /* [growable], per call */
  uint32_t struct_size;
  uint32_t n_inputs;
  datagen_key key;
  const uint64_t* rows;                   /* row numbers of the n values, in any order, repeats allowed; NULL for a
                                             writer.  Informative: a value that is to be reproduced wherever the set is
                                             used depends on the ordinal, key and inputs only. */
  const struct ArrowArray* const* inputs; /* the columns bound by DATAGEN_COLUMN options; same rows, same order */
  /* Memory freed by the host after the call, 64-byte aligned; NULL when there is none. */
  void*(DATAGEN_CALL* scratch)(const struct datagen_call*, uint64_t bytes) DATAGEN_NOEXCEPT;
  void* context;
} datagen_call;

/* ---- generators ----------------------------------------------------------------------------------------------------
 * A generator object is a numbered set of possible values for one target column.  The host chooses the ordinals (evenly,
 * by weights, by a distribution, each at most once, ...); the generator only turns ordinals into values.  It never draws
 * from a random stream of its own, keeps no state and remembers no value. */
typedef struct datagen_generator datagen_generator; /* defined by the plugin; immutable once created */

/* Families of column types, a bit each. */
enum {
  DATAGEN_FAMILY_BOOLEAN = 1u << 0,
  DATAGEN_FAMILY_INTEGER = 1u << 1,
  DATAGEN_FAMILY_DECIMAL = 1u << 2, /* numeric */
  DATAGEN_FAMILY_FLOAT = 1u << 3,
  DATAGEN_FAMILY_TEXT = 1u << 4, /* text, varchar, char */
  DATAGEN_FAMILY_DATE = 1u << 5,
  DATAGEN_FAMILY_TIME = 1u << 6,
  DATAGEN_FAMILY_TIMESTAMP = 1u << 7, /* with or without time zone */
  DATAGEN_FAMILY_INTERVAL = 1u << 8,
  DATAGEN_FAMILY_UUID = 1u << 9,
  DATAGEN_FAMILY_BINARY = 1u << 10,
  DATAGEN_FAMILY_JSON = 1u << 11,
  DATAGEN_FAMILY_NETWORK = 1u << 12, /* inet, cidr, macaddr, macaddr8 */
  DATAGEN_FAMILY_ENUM = 1u << 13,
  DATAGEN_FAMILY_OTHER = 1u << 14,
  DATAGEN_FAMILY_ARRAY = 1u << 15
};

/* How a generator offers itself for columns that name none.  With column set: by the column's name.  With column NULL:
 * as the default of the types.  Among the hints that fit, these decide, in order: higher priority, more words matched,
 * exact over suffix, a table given over none, lower class id.  Names are compared as lower-case words joined by '_'
 * (firstName and FirstName are first_name). */
enum { DATAGEN_MATCH_EXACT = 0, DATAGEN_MATCH_SUFFIX = 1 /* the column's last words: email fits billing_email */ };
typedef struct datagen_hint { /* [growable], static data of the plugin */
  uint32_t struct_size;
  uint32_t families; /* DATAGEN_FAMILY_* that the column may have */
  uint32_t match;
  int32_t priority; /* 0 unless there is a reason */
  const char* column;
  const char* table;         /* the table's last words, singular ("product" fits shop.products), or NULL for any */
  const char* postgres_type; /* base type name, such as "macaddr", or NULL for any of the families */
  const char* options;       /* JSON object of options that go with this hint, or NULL */
} datagen_hint;

/* The column that a generator is created for. */
typedef struct datagen_target { /* [growable], borrowed for the call of create() */
  uint32_t struct_size;
  uint32_t family;           /* one DATAGEN_FAMILY_* */
  const char* table;         /* as written, such as "sales.orders" */
  const char* column;
  const char* postgres_type; /* complete and canonical: "numeric(10,2)", "character varying(20)", "text[]" */
  const char* format;        /* the Arrow format that values must have */
  uint32_t max_characters;   /* char(n), varchar(n): n; else 0.  No value may be longer. */
  int32_t precision;         /* numeric(p,s); fractional-second digits of time types; else -1 */
  int32_t scale;             /* numeric(p,s): s; else -1 */
  uint32_t n_inputs;
  uint64_t row_count;       /* rows of the table */
  uint64_t distinct_needed; /* distinct values that the column must be able to give, or 0.  A generator that can size its
                               set (by a suffix, say) makes cardinality at least this. */
  int64_t now;              /* the run's as_of, microseconds since 1970-01-01 UTC */
  const char* locale;       /* "en_US" */
  const char* minimum;      /* bounds known from constraints, inclusive, in PostgreSQL's input syntax, or NULL; a      */
  const char* maximum;      /* generator whose range the user did not configure places its range within them */
  const char* const* labels; /* of an enum type, in order */
  uint32_t n_labels;
  uint32_t reserved;
  const struct ArrowSchema* const* inputs; /* of the columns bound by DATAGEN_COLUMN options */
} datagen_target;

enum {
  DATAGEN_INJECTIVE = 1u << 0,   /* distinct ordinals give distinct values, whatever the inputs */
  DATAGEN_ORDERED = 1u << 1,     /* values never decrease as ordinals grow */
  DATAGEN_DICTIONARY = 1u << 2,  /* the set is a dictionary of text: see datagen_generator_class.dictionary */
  DATAGEN_WEIGHTED = 1u << 3,    /* the set has weights of its own: see weights */
  DATAGEN_MAKES_NULLS = 1u << 4, /* some values are null */
  DATAGEN_SEQUENTIAL = 1u << 5   /* unless told otherwise, row r gets ordinal r (serial numbers, time series) */
};
typedef struct datagen_generator_info { /* [growable], allocated by the host */
  uint32_t struct_size;
  uint32_t flags;
  uint64_t cardinality;      /* how many ordinals there are, [0, cardinality).  0: all 2^64; then, unless the column must
                                be unique, ordinals are 64 bits of entropy each */
  uint64_t estimated_bytes;  /* of one value as text, for estimates; 0 if unknown */
} datagen_generator_info;

enum { DATAGEN_LOCATE_FIRST_NOT_LESS = 0, DATAGEN_LOCATE_FIRST_GREATER = 1 };

typedef struct datagen_generator_class { /* [growable], static data of the plugin */
  uint32_t struct_size;
  uint32_t algorithm_version; /* 1 or more; bump when the same options, key and ordinals give other values */
  uint32_t required;          /* bits that the host must understand, or it refuses the class.  None in 1.0 */
  uint32_t optional;          /* bits that a host may ignore.  None in 1.0 */
  const char* id;             /* reverse DNS: "org.example.weather.temperature"; ours are "datagen.NAME".  Descriptions
                                 may name it by its last part */
  const char* summary;        /* one line */
  const datagen_option* const* options;
  const datagen_hint* const* hints;
  uint32_t n_options;
  uint32_t n_hints;
  uint32_t families; /* of the targets that create() may accept; a column of another family is refused before */
  uint32_t reserved;
  /* [setup] Values for one target column.  DATAGEN_UNSUPPORTED when the target does not suit. */
  datagen_status(DATAGEN_CALL* create)(const datagen_host*, const datagen_target*, const datagen_value* values,
                                       uint32_t n_values, datagen_generator** out, datagen_error*) DATAGEN_NOEXCEPT;
  /* [setup] NULL is ignored. */
  void(DATAGEN_CALL* destroy)(datagen_generator*) DATAGEN_NOEXCEPT;
  /* [thread-safe] */
  datagen_status(DATAGEN_CALL* describe)(const datagen_generator*, datagen_generator_info*,
                                         datagen_error*) DATAGEN_NOEXCEPT;
  /* [thread-safe] The values of n ordinals, in the target's format; or, of a DATAGEN_DICTIONARY set, their int32 indices
   * (NULL function: the index is the ordinal).  n may be 0. */
  datagen_status(DATAGEN_CALL* values)(const datagen_generator*, const datagen_call*, const uint64_t* ordinals,
                                       uint32_t n, datagen_column* out, datagen_error*) DATAGEN_NOEXCEPT;
  /* [thread-safe] The dictionary's entries as a text column; *length says how many, at most 2^24.  offsets has room
   * for cardinality + 1 to begin with: reserve where the dictionary is longer.  The host asks once.
   * May be NULL where no object of this class declares DATAGEN_DICTIONARY. */
  datagen_status(DATAGEN_CALL* dictionary)(const datagen_generator*, datagen_column* out, int64_t* length,
                                           datagen_error*) DATAGEN_NOEXCEPT;
  /* [thread-safe] The weights of ordinals [0, n), n = cardinality (at most 2^24): finite, not negative, not all 0.
   * May be NULL where no object of this class declares DATAGEN_WEIGHTED. */
  datagen_status(DATAGEN_CALL* weights)(const datagen_generator*, double* out, uint64_t n,
                                        datagen_error*) DATAGEN_NOEXCEPT;
  /* [thread-safe] Of an ordered set: the first ordinal whose value is not less than (or is greater than) value, which is
   * in PostgreSQL's input syntax; cardinality when there is none.  May be NULL: then bounds cannot be stated in values. */
  datagen_status(DATAGEN_CALL* locate)(const datagen_generator*, const char* value, uint32_t side, uint64_t* ordinal,
                                       datagen_error*) DATAGEN_NOEXCEPT;
} datagen_generator_class;

/* ---- the schema, as writers see it -------------------------------------------------------------------------------
 * The whole description, validated.  Lives as long as the writer.  Names are raw: the writer quotes.  Expressions are
 * PostgreSQL expressions, each checked to parse as exactly one. */
enum { DATAGEN_TYPE_ENUM = 1, DATAGEN_TYPE_COMPOSITE = 2, DATAGEN_TYPE_DOMAIN = 3 };
typedef struct datagen_type { /* [growable] */
  uint32_t struct_size;
  uint32_t kind;
  const char* schema; /* or NULL */
  const char* name;
  const char* const* labels;      /* enum */
  const char* const* field_names; /* composite */
  const char* const* field_types;
  uint32_t n_labels;
  uint32_t n_fields;
  const char* base_type;  /* domain */
  const char* constraint; /* domain: the expression of its CHECK, over VALUE, or NULL */
} datagen_type;

enum { DATAGEN_SEQUENCE_CYCLE = 1u << 0, DATAGEN_SEQUENCE_HAS_MINIMUM = 1u << 1, DATAGEN_SEQUENCE_HAS_MAXIMUM = 1u << 2,
       DATAGEN_SEQUENCE_USED = 1u << 3 /* last_value has been given out to a row */ };
typedef struct datagen_sequence { /* [growable] a sequence that the description declares */
  uint32_t struct_size;
  uint32_t flags;
  const char* schema; /* or NULL */
  const char* name;
  int64_t start;
  int64_t increment;
  int64_t minimum;
  int64_t maximum;
  int64_t cache;
  int64_t last_value;
} datagen_sequence;

enum {
  DATAGEN_COLUMN_NOT_NULL = 1u << 0,
  DATAGEN_COLUMN_SERIAL = 1u << 1,            /* type is serial, bigserial or smallserial */
  DATAGEN_COLUMN_IDENTITY_ALWAYS = 1u << 2,   /* GENERATED ALWAYS AS IDENTITY */
  DATAGEN_COLUMN_IDENTITY_DEFAULT = 1u << 3,  /* GENERATED BY DEFAULT AS IDENTITY */
  DATAGEN_COLUMN_HAS_LAST_VALUE = 1u << 4     /* of serial and identity columns: last_value is the largest generated */
};
typedef struct datagen_column_definition { /* [growable] */
  uint32_t struct_size;
  uint32_t flags;
  const char* name;
  const char* type;                 /* as it stands in CREATE TABLE; names of the description's own types are quoted */
  const char* default_expression;   /* or NULL */
  const char* generated_expression; /* GENERATED ALWAYS AS (...) STORED: the column is in no batch; or NULL */
  const char* comment;              /* or NULL */
  int64_t last_value;
} datagen_column_definition;

enum { DATAGEN_PRIMARY_KEY = 1, DATAGEN_UNIQUE = 2, DATAGEN_CHECK = 3, DATAGEN_FOREIGN_KEY = 4 };
enum {
  DATAGEN_CONSTRAINT_NULLS_NOT_DISTINCT = 1u << 0,
  DATAGEN_CONSTRAINT_DEFERRABLE = 1u << 1,
  DATAGEN_CONSTRAINT_INITIALLY_DEFERRED = 1u << 2
};
typedef struct datagen_constraint { /* [growable] */
  uint32_t struct_size;
  uint32_t kind;
  uint32_t flags;
  uint32_t n_columns;            /* of a foreign key: on both sides */
  const char* name;              /* or NULL: the server names it */
  const char* const* columns;    /* NULL for a check */
  const char* expression;        /* of a check */
  const char* referenced_schema; /* of a foreign key; or NULL */
  const char* referenced_table;
  const char* const* referenced_columns;
  const char* on_delete; /* "CASCADE", "SET NULL", ...; or NULL */
  const char* on_update;
} datagen_constraint;

enum { DATAGEN_INDEX_UNIQUE = 1u << 0 };
typedef struct datagen_index { /* [growable] */
  uint32_t struct_size;
  uint32_t flags;
  const char* name;   /* or NULL */
  const char* method; /* "btree", ... */
  const char* const* columns; /* those that stand in it by themselves */
  const char* where;          /* an expression, or NULL */
  uint32_t n_columns;
  uint32_t n_elements;         /* 0: the columns are its elements */
  const char* const* elements; /* as they stand in CREATE INDEX: "created_at DESC", "lower(email)" */
  const char* const* included; /* columns of INCLUDE */
  uint32_t n_included;
  uint32_t reserved;
} datagen_index;

typedef struct datagen_table_definition { /* [growable] */
  uint32_t struct_size;
  uint32_t n_columns;
  const char* schema; /* or NULL */
  const char* name;
  const char* comment; /* or NULL */
  const datagen_column_definition* const* columns;
  const datagen_constraint* const* constraints;
  const datagen_index* const* indexes;
  uint32_t n_constraints;
  uint32_t n_indexes;
  uint64_t row_count;
} datagen_table_definition;

/* What the output is to hold.  0: nothing of these, and pre_data is then what any script begins with, such as settings of
 * the session: the host asks another writer object for it where the output is cut into several scripts. */
enum {
  DATAGEN_CONTENT_CREATE_DATABASE = 1u << 0, /* create the database and connect to it */
  DATAGEN_CONTENT_DEFINITIONS = 1u << 1,     /* the objects themselves: types, tables, constraints, indexes, comments */
  DATAGEN_CONTENT_DATA = 1u << 2             /* rows, and what follows from them: sequence positions, statistics */
};
typedef struct datagen_database { /* [growable] */
  uint32_t struct_size;
  uint32_t contents; /* DATAGEN_CONTENT_* */
  const char* name;     /* or NULL */
  const char* encoding; /* or NULL */
  const char* locale;   /* or NULL */
  const char* const* extensions;
  const char* const* schemas; /* to be created: those that names are qualified with */
  const datagen_type* const* types;
  const datagen_sequence* const* sequences;
  const datagen_table_definition* const* tables; /* the order in which they are written */
  uint32_t n_extensions;
  uint32_t n_schemas;
  uint32_t n_types;
  uint32_t n_sequences;
  uint32_t n_tables;
  uint32_t reserved;
} datagen_database;

/* ---- writers -------------------------------------------------------------------------------------------------------
 * The output is pre_data, then for each table begin, its batches in row order, end; then post_data.  An encoder makes the
 * bytes of each part, and the host alone orders, compresses, splits and writes them: where it splits within a table, it
 * ends the table and begins it again; of a shard it may leave out begin or end, which another shard then has.  A sink
 * puts batches into a destination of its own.  A container is both: the host encodes batches on several threads, and what
 * each gave is appended, in row order, to the only lane of its table; begin and end are not called.  encode is set, or
 * sink_write, or encode and sink_append.
 * What --output and --output-dir name goes to the options `output` and `output_dir` of a sink or container, if it
 * declares them. */
typedef struct datagen_writer datagen_writer;             /* one run's output; defined by the plugin */
typedef struct datagen_table_writer datagen_table_writer; /* one table of it; immutable once opened */
typedef struct datagen_sink datagen_sink;                 /* one lane into a table */

typedef struct datagen_batch { /* [growable] */
  uint32_t struct_size;
  uint32_t reserved;
  uint64_t first_row;             /* number of the batch's first row in its table */
  const struct ArrowArray* array; /* struct array, a child per written column; borrowed, its release does nothing */
} datagen_batch;

typedef struct datagen_table_info { /* [growable], lives as long as the table writer */
  uint32_t struct_size;
  uint32_t table;                                /* index into datagen_database.tables */
  const datagen_table_definition* definition;
  const struct ArrowSchema* schema;              /* struct schema, a child per written column: the table's columns in
                                                    order, without generated ones.  A child's metadata holds the key
                                                    "postgres_type" */
  const struct ArrowArray* const* dictionaries;  /* per child: its dictionary for the whole run, or NULL */
  const uint32_t* columns;                       /* per child: index into definition->columns */
  uint64_t row_count;                            /* rows of the table; a run of a shard writes a range of them */
} datagen_table_info;

typedef struct datagen_table_plan { /* [growable]; the host proposes, the writer may change */
  uint32_t struct_size;
  uint32_t max_lanes;     /* sinks that may be open at once; 1 proposed */
  uint64_t batch_rows;    /* informative: rows of a batch */
  uint64_t row_alignment; /* every batch but the last starts and ends on a multiple of this; 1 proposed, at most 2^20 */
} datagen_table_plan;

/* An encoder whose output cannot hold more than one table: pre_data and post_data are NULL, and of several tables each
 * becomes a file of its own. */
enum { DATAGEN_WRITER_TABLE_FILES = 1u << 0 };

typedef struct datagen_writer_class { /* [growable], static data of the plugin */
  uint32_t struct_size;
  uint32_t algorithm_version; /* 1 or more; bump when the same input gives other bytes */
  uint32_t required;          /* as of generators */
  uint32_t optional;
  const char* id;
  const char* summary;
  const datagen_option* const* options;
  const char* file_extension; /* "sql", or NULL for a sink */
  uint32_t n_options;
  uint32_t flags; /* DATAGEN_WRITER_*; a host refuses a class with flags that it does not know */
  /* [setup] */
  datagen_status(DATAGEN_CALL* create)(const datagen_host*, const datagen_database*, const datagen_value* values,
                                       uint32_t n_values, datagen_writer** out, datagen_error*) DATAGEN_NOEXCEPT;
  void(DATAGEN_CALL* destroy)(datagen_writer*) DATAGEN_NOEXCEPT; /* [setup] NULL is ignored; a sink rolls back */
  /* [setup] What comes before and after the data.  Bytes are appended to out; a sink does its work and appends none.
   * May be NULL. */
  datagen_status(DATAGEN_CALL* pre_data)(datagen_writer*, datagen_buffer* out, datagen_error*) DATAGEN_NOEXCEPT;
  datagen_status(DATAGEN_CALL* post_data)(datagen_writer*, datagen_buffer* out, datagen_error*) DATAGEN_NOEXCEPT;
  /* [setup] */
  datagen_status(DATAGEN_CALL* open_table)(datagen_writer*, const datagen_table_info*, datagen_table_plan*,
                                           datagen_table_writer** out, datagen_error*) DATAGEN_NOEXCEPT;
  void(DATAGEN_CALL* close_table)(datagen_table_writer*) DATAGEN_NOEXCEPT; /* [setup] */
  /* Encoder.  Each appends to out, and must not touch the bytes already there.  [thread-safe] */
  datagen_status(DATAGEN_CALL* begin)(const datagen_table_writer*, datagen_buffer* out,
                                      datagen_error*) DATAGEN_NOEXCEPT; /* may be NULL */
  datagen_status(DATAGEN_CALL* encode)(const datagen_table_writer*, const datagen_call*, const datagen_batch*,
                                       datagen_buffer* out, datagen_error*) DATAGEN_NOEXCEPT;
  datagen_status(DATAGEN_CALL* end)(const datagen_table_writer*, datagen_buffer* out,
                                    datagen_error*) DATAGEN_NOEXCEPT; /* may be NULL */
  /* Sink.  What was written through a lane lasts from its sink_commit on; sink_close rolls back the rest.  [lane] */
  datagen_status(DATAGEN_CALL* sink_open)(datagen_table_writer*, uint32_t lane, datagen_sink** out,
                                          datagen_error*) DATAGEN_NOEXCEPT;
  datagen_status(DATAGEN_CALL* sink_write)(datagen_sink*, const datagen_call*, const datagen_batch*,
                                           datagen_error*) DATAGEN_NOEXCEPT;
  datagen_status(DATAGEN_CALL* sink_commit)(datagen_sink*, datagen_error*) DATAGEN_NOEXCEPT;
  void(DATAGEN_CALL* sink_close)(datagen_sink*) DATAGEN_NOEXCEPT;
  /* [setup] The run is whole, and what it did is to last: the last call before destroy(), after post_data where that is
   * called (a run of some sections or of a shard may leave it out).  Never after a failure.  May be NULL. */
  datagen_status(DATAGEN_CALL* finish)(datagen_writer*, datagen_error*) DATAGEN_NOEXCEPT;
  /* Container.  The bytes that encode() appended for one batch, or for several that follow each other.  [lane] */
  datagen_status(DATAGEN_CALL* sink_append)(datagen_sink*, const datagen_call*, const uint8_t* bytes, uint64_t n,
                                            datagen_error*) DATAGEN_NOEXCEPT;
} datagen_writer_class;

/* ---- the plugin -------------------------------------------------------------------------------------------------- */
typedef struct datagen_plugin { /* [growable], static data of the plugin */
  uint32_t struct_size;
  uint32_t abi_version;      /* the DATAGEN_ABI_VERSION it was compiled with */
  uint32_t minimum_host_abi; /* the oldest host it works with */
  uint32_t n_generators;
  const datagen_generator_class* const* generators;
  const datagen_writer_class* const* writers;
  uint32_t n_writers;
  uint32_t reserved;
  const char* id;      /* reverse DNS */
  const char* name;    /* for people */
  const char* version; /* of the plugin */
  const char* vendor;
  const char* license; /* SPDX expression */
  const char* url;
  /* [thread-safe] May be NULL.  An extension by id, or NULL. */
  const void*(DATAGEN_CALL* get_extension)(const char* id) DATAGEN_NOEXCEPT;
} datagen_plugin;

/* Returns static, immutable data.  Allocates nothing, starts nothing, may be called any number of times, from any
 * thread. */
DATAGEN_EXPORT const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) DATAGEN_NOEXCEPT;

#ifdef __cplusplus
}
#endif
#endif /* DATAGEN_PLUGIN_H_ */
