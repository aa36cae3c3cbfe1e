// The foreign keys of one table whose rows a draw tells: each row's key must be that of the row that it refers to.
#pragma once

#include <memory>
#include <vector>

#include "verify/canonical.hpp"
#include "verify/expected_rows.hpp"
#include "verify/findings.hpp"

namespace datagen {

class RowReferences {
 public:
  // columns: of the data, as positions number them.
  RowReferences(const Plan& plan, const Description& description, std::size_t table,
                const std::vector<std::size_t>& columns, Findings& findings);

  // All rows that are loaded: computes the rows that they refer to by themselves, and compares.
  void check(const ExpectedRows& rows);

 private:
  struct Reference {
    const ForeignKey* key;
    std::uint64_t parent_rows;
    std::vector<std::size_t> positions;
    std::unique_ptr<ReferencedRows> referenced;
    std::unique_ptr<ExpectedRows> parents;
    std::vector<ValueEquality> equal;
  };

  void check(Reference& reference, const ExpectedRows& rows);
  void report(const Reference& reference, std::uint64_t row, std::uint64_t parent);

  const Description& description_;
  const Table& table_;
  Findings& findings_;
  std::vector<Reference> references_;
  std::vector<std::uint64_t> children_, wanted_;
};

}  // namespace datagen
