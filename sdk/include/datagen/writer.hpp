// A writer class from ordinary C++: exceptions allowed inside, nothing unwinds across the ABI.
//
//   struct Table {                                     // an encoder's table: const functions, any number of threads
//     void begin(sdk::Buffer& out) const;              // optional
//     void encode(const datagen_call&, const datagen_batch&, sdk::Buffer& out) const;
//     void end(sdk::Buffer& out) const;                // optional
//   };
//   struct Writer {
//     static constexpr auto& kOptions = kMyOptions;    // optional: an sdk::OptionTable
//     Writer(const datagen_host*, const datagen_database&, const sdk::OptionReader&);
//     void pre_data(sdk::Buffer& out);                 // optional
//     void post_data(sdk::Buffer& out);                // optional
//     void finish();                                   // optional
//     std::unique_ptr<Table> open_table(const datagen_table_info&, datagen_table_plan&);
//   };
//   constexpr datagen_writer_class kClass = sdk::writer_class<Writer>({"org.example.tsv", "Tab-separated.", 1, "tsv"});
//
// A sink's table has instead  std::unique_ptr<Sink> open_sink(uint32_t lane);  and its Sink
//   void write(const datagen_call&, const datagen_batch&);   void commit();   and a destructor that rolls back.
//
// A container's table has encode() and open_sink() both, and its Sink
//   void append(const datagen_call&, std::span<const std::uint8_t> bytes);   instead of write().
//
// Report a failure with sdk::PluginError (error.hpp).  Destructors must not throw.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>

#include "datagen/plugin.hpp"

namespace datagen::sdk {

/// All strings have static storage duration.  file_extension is null for a sink or container.
struct WriterIdentity {
  const char* id;
  const char* summary;
  std::uint32_t algorithm_version;
  const char* file_extension;
  std::uint32_t flags = 0;  ///< DATAGEN_WRITER_*
};

namespace detail {

template <class Writer>
constexpr std::span<const datagen_option* const> options_of() {
  if constexpr (requires { Writer::kOptions; }) {
    return Writer::kOptions;
  } else {
    return {};
  }
}

template <class Writer>
struct WriterFunctions {
  using Table = typename decltype(std::declval<Writer&>().open_table(
      std::declval<const datagen_table_info&>(), std::declval<datagen_table_plan&>()))::element_type;

  static Writer& self(datagen_writer* writer) { return *reinterpret_cast<Writer*>(writer); }
  static const Table& self(const datagen_table_writer* table) { return *reinterpret_cast<const Table*>(table); }
  static Table& self(datagen_table_writer* table) { return *reinterpret_cast<Table*>(table); }

  static datagen_status DATAGEN_CALL create(const datagen_host* host, const datagen_database* database,
                                            const datagen_value* values, std::uint32_t n_values, datagen_writer** out,
                                            datagen_error* error) noexcept {
    return guard(error, [&] {
      const OptionReader options(options_of<Writer>(), values, n_values);
      *out = reinterpret_cast<datagen_writer*>(std::make_unique<Writer>(host, *database, options).release());
    });
  }
  static void DATAGEN_CALL destroy(datagen_writer* writer) noexcept { delete reinterpret_cast<Writer*>(writer); }

  static datagen_status DATAGEN_CALL pre_data(datagen_writer* writer, datagen_buffer* out,
                                              datagen_error* error) noexcept {
    return guard(error, [&] {
      Buffer buffer(*out);
      self(writer).pre_data(buffer);
    });
  }
  static datagen_status DATAGEN_CALL post_data(datagen_writer* writer, datagen_buffer* out,
                                               datagen_error* error) noexcept {
    return guard(error, [&] {
      Buffer buffer(*out);
      self(writer).post_data(buffer);
    });
  }

  static datagen_status DATAGEN_CALL finish(datagen_writer* writer, datagen_error* error) noexcept {
    return guard(error, [&] { self(writer).finish(); });
  }

  static datagen_status DATAGEN_CALL open_table(datagen_writer* writer, const datagen_table_info* info,
                                                datagen_table_plan* plan, datagen_table_writer** out,
                                                datagen_error* error) noexcept {
    return guard(error, [&] {
      *out = reinterpret_cast<datagen_table_writer*>(self(writer).open_table(*info, *plan).release());
    });
  }
  static void DATAGEN_CALL close_table(datagen_table_writer* table) noexcept { delete reinterpret_cast<Table*>(table); }

  static datagen_status DATAGEN_CALL begin(const datagen_table_writer* table, datagen_buffer* out,
                                           datagen_error* error) noexcept {
    return guard(error, [&] {
      Buffer buffer(*out);
      self(table).begin(buffer);
    });
  }
  static datagen_status DATAGEN_CALL encode(const datagen_table_writer* table, const datagen_call* call,
                                            const datagen_batch* batch, datagen_buffer* out,
                                            datagen_error* error) noexcept {
    return guard(error, [&] {
      Buffer buffer(*out);
      self(table).encode(*call, *batch, buffer);
    });
  }
  static datagen_status DATAGEN_CALL end(const datagen_table_writer* table, datagen_buffer* out,
                                         datagen_error* error) noexcept {
    return guard(error, [&] {
      Buffer buffer(*out);
      self(table).end(buffer);
    });
  }
};

template <class Table>
struct SinkFunctions {
  using Sink = typename decltype(std::declval<Table&>().open_sink(std::uint32_t{}))::element_type;

  static Sink& self(datagen_sink* sink) { return *reinterpret_cast<Sink*>(sink); }

  static datagen_status DATAGEN_CALL open(datagen_table_writer* table, std::uint32_t lane, datagen_sink** out,
                                          datagen_error* error) noexcept {
    return guard(error, [&] {
      *out = reinterpret_cast<datagen_sink*>(reinterpret_cast<Table*>(table)->open_sink(lane).release());
    });
  }
  static datagen_status DATAGEN_CALL write(datagen_sink* sink, const datagen_call* call, const datagen_batch* batch,
                                           datagen_error* error) noexcept {
    return guard(error, [&] { self(sink).write(*call, *batch); });
  }
  static datagen_status DATAGEN_CALL append(datagen_sink* sink, const datagen_call* call, const std::uint8_t* bytes,
                                            std::uint64_t n, datagen_error* error) noexcept {
    return guard(error, [&] { self(sink).append(*call, std::span(bytes, static_cast<std::size_t>(n))); });
  }
  static datagen_status DATAGEN_CALL commit(datagen_sink* sink, datagen_error* error) noexcept {
    return guard(error, [&] { self(sink).commit(); });
  }
  static void DATAGEN_CALL close(datagen_sink* sink) noexcept { delete reinterpret_cast<Sink*>(sink); }
};

}  // namespace detail

/// The ABI's view of Writer: an encoder if its table has encode(), a sink if it has open_sink(), a container if it has
/// both.
template <class Writer>
constexpr datagen_writer_class writer_class(const WriterIdentity& identity) {
  using Functions = detail::WriterFunctions<Writer>;
  using Table = typename Functions::Table;
  constexpr bool kEncodes =
      requires(const Table& table, const datagen_call& call, const datagen_batch& batch, Buffer& out) {
    table.encode(call, batch, out);
  };
  constexpr bool kSinks = requires(Table & table) { table.open_sink(std::uint32_t{}); };
  static_assert(kEncodes || kSinks, "a writer's table has encode() const, open_sink(), or both");

  const std::span<const datagen_option* const> options = detail::options_of<Writer>();
  datagen_writer_class result{};
  result.struct_size = sizeof(datagen_writer_class);
  result.algorithm_version = identity.algorithm_version;
  result.id = identity.id;
  result.summary = identity.summary;
  result.options = options.data();
  result.n_options = static_cast<std::uint32_t>(options.size());
  result.file_extension = identity.file_extension;
  result.flags = identity.flags;
  result.create = Functions::create;
  result.destroy = Functions::destroy;
  if constexpr (requires(Writer & writer, Buffer & out) { writer.pre_data(out); })
    result.pre_data = Functions::pre_data;
  if constexpr (requires(Writer & writer, Buffer & out) { writer.post_data(out); }) {
    result.post_data = Functions::post_data;
  }
  if constexpr (requires(Writer & writer) { writer.finish(); }) result.finish = Functions::finish;
  result.open_table = Functions::open_table;
  result.close_table = Functions::close_table;
  if constexpr (kEncodes) {
    constexpr bool kBegins = requires(const Table& table, Buffer& out) { table.begin(out); };
    constexpr bool kEnds = requires(const Table& table, Buffer& out) { table.end(out); };
    static_assert(!kSinks || (!kBegins && !kEnds), "a container's table has no begin() and end(): nobody calls them");
    if constexpr (kBegins) result.begin = Functions::begin;
    result.encode = Functions::encode;
    if constexpr (kEnds) result.end = Functions::end;
  }
  if constexpr (kSinks) {
    using Sink = detail::SinkFunctions<Table>;
    result.sink_open = Sink::open;
    if constexpr (kEncodes)
      result.sink_append = Sink::append;
    else
      result.sink_write = Sink::write;
    result.sink_commit = Sink::commit;
    result.sink_close = Sink::close;
  }
  return result;
}

}  // namespace datagen::sdk
