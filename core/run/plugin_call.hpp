// Calls of writer functions, with their failures as Error.
#pragma once

#include <cstdint>
#include <string>

#include "datagen/core/error.hpp"
#include "datagen/core/registry.hpp"
#include "program/buffer.hpp"
#include "program/plugin_error.hpp"

namespace datagen {

// Throws unless status is DATAGEN_OK: otherwise by default; output for DATAGEN_IO; interrupted for DATAGEN_CANCELLED.
void check_writer(const WriterClass& writer_class, datagen_status status, const datagen_error& error,
                  const std::string& subject, ErrorCode otherwise);

// Throws Error(generation) when a writer has left a buffer in a state that cannot be.
void check_intact(const WriterClass& writer_class, const Buffer& bytes, const std::string& subject);

}  // namespace datagen
