// libpq, loaded when it is first needed: runs without a server pay neither for it nor for the libraries that it needs.
#pragma once

#include <libpq-fe.h>

// The functions that are used, each under its own name.
#define DATAGEN_LIBPQ_FUNCTIONS(USE)                                                                                   \
  USE(PQcancel)                                                                                                        \
  USE(PQclear) USE(PQconnectPoll) USE(PQconnectStartParams) USE(PQconnectionNeedsPassword) USE(PQconninfoFree)         \
      USE(PQconninfoParse) USE(PQconsumeInput) USE(PQerrorMessage) USE(PQexec) USE(PQfinish) USE(PQflush)              \
          USE(PQfreeCancel) USE(PQfreemem) USE(PQgetCancel) USE(PQgetResult) USE(PQgetisnull) USE(PQgetvalue)          \
              USE(PQisBusy) USE(PQnfields) USE(PQntuples) USE(PQputCopyData) USE(PQputCopyEnd) USE(PQresultErrorField) \
                  USE(PQresultStatus) USE(PQsendQuery) USE(PQsetNoticeProcessor) USE(PQsetnonblocking) USE(PQsocket)   \
                      USE(PQstatus)

namespace datagen::postgres_sink {

struct Libpq {
#define DATAGEN_DECLARE(name) decltype(&::name) name = nullptr;
  DATAGEN_LIBPQ_FUNCTIONS(DATAGEN_DECLARE)
#undef DATAGEN_DECLARE
};

// Any thread.  Throws PluginError DATAGEN_IO if the library is not installed, or lacks a function.
[[nodiscard]] const Libpq& libpq();

}  // namespace datagen::postgres_sink
