#include "datagen/core/error.hpp"

#include <algorithm>
#include <numeric>

namespace datagen {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, ASCII case ignored.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1])) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

// How many edits a slip of the fingers may take, by length.
std::size_t allowed_edits(std::size_t length) {
  if (length <= 2) return 0;
  if (length <= 5) return 1;
  return length <= 10 ? 2 : 3;
}

// Of the candidates of which the word is a part between underscores ("integer" of "integer_range") the shortest.
const std::string* shortest_with_part(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t shortest_part = 4;
  const std::string* shortest = nullptr;
  if (word.size() < shortest_part) return shortest;
  for (const std::string& candidate : candidates) {
    const std::string framed = "_" + candidate + "_";
    if (candidate.size() <= word.size() || framed.find("_" + std::string(word) + "_") == std::string::npos) continue;
    if (shortest == nullptr || candidate.size() < shortest->size()) shortest = &candidate;
  }
  return shortest;
}

}  // namespace

std::string Location::text() const {
  if (!known()) return {};
  if (line == 0) return file;
  return file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

std::string Fault::text() const {
  std::string out = location.text();
  if (!out.empty()) out += ": ";
  if (!subject.empty()) out += subject + ": ";
  out += message;
  if (!hint.empty()) out += "\n  " + hint;
  return out;
}

Error::Error(ErrorCode code, std::vector<Fault> faults) : code_(code), faults_(std::move(faults)) {
  for (const Fault& fault : faults_) {
    if (!text_.empty()) text_ += '\n';
    text_ += fault.text();
  }
}

void Diagnostics::fault(Location location, std::string subject, std::string message, std::string hint) {
  faults_.push_back({std::move(message), std::move(location), std::move(subject), std::move(hint), false});
}

void Diagnostics::warning(Location location, std::string subject, std::string message, std::string hint) {
  warnings_.push_back({std::move(message), std::move(location), std::move(subject), std::move(hint), false});
}

void Diagnostics::endangered(Location location, std::string subject, std::string message, std::string hint) {
  warnings_.push_back({std::move(message), std::move(location), std::move(subject), std::move(hint), true});
}

void Diagnostics::add_warnings(const std::vector<Fault>& warnings) {
  warnings_.insert(warnings_.end(), warnings.begin(), warnings.end());
}

void Diagnostics::throw_if_any(ErrorCode code) const {
  if (!faults_.empty()) throw Error(code, faults_);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::size_t allowed = allowed_edits(word.size());
  const std::string* nearest = nullptr;
  std::size_t least = allowed + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t longer = std::max(candidate.size(), word.size());
    const std::size_t shorter = std::min(candidate.size(), word.size());
    if (longer - shorter >= least || candidate == word || longer > 256) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < least) {
      least = distance;
      nearest = &candidate;
    }
  }
  if (nearest == nullptr) nearest = shortest_with_part(word, candidates);
  return nearest == nullptr ? std::string{} : " (did you mean '" + *nearest + "'?)";
}

}  // namespace datagen
