// One writer object, with the options that a run has for it.
#pragma once

#include "plan/planner.hpp"
#include "program/buffer.hpp"

namespace datagen {

class WriterRun {
 public:
  // The database must outlive it.  Throws Error(description) when the class refuses the options or the database.
  WriterRun(const Plan::Impl& plan, const WriterClass& writer_class, const datagen_database& database);
  ~WriterRun();
  WriterRun(const WriterRun&) = delete;
  WriterRun& operator=(const WriterRun&) = delete;

  [[nodiscard]] datagen_writer* get() const { return writer_; }
  // Appended to out.  Throws Error(generation).
  void pre_data(Buffer& out) { append(class_.table.pre_data, "pre_data", out); }
  void post_data(Buffer& out) { append(class_.table.post_data, "post_data", out); }
  // The run is whole.  Throws Error(output).
  void finish();

 private:
  using Part = datagen_status(DATAGEN_CALL*)(datagen_writer*, datagen_buffer*, datagen_error*) noexcept;
  void append(Part part, const char* name, Buffer& out);

  const WriterClass& class_;
  datagen_writer* writer_ = nullptr;
};

}  // namespace datagen
