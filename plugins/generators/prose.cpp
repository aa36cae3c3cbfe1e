// Running text: sentences and paragraphs of common or Latin words.
#include <algorithm>
#include <bit>
#include <cstring>

#include "data/word_lists.hpp"
#include "datagen/text/block.hpp"
#include "families.hpp"
#include "words.hpp"

namespace datagen::generators {
namespace {

struct Shape {
  std::uint32_t paragraphs;
  std::uint32_t sentences;  // of a paragraph
  std::uint32_t words;      // of a sentence, give or take a third
};

// Beginnings or ends of sentences, made once.
class Fragments {
 public:
  static constexpr std::uint64_t kCount = 1024;

  Fragments() = default;
  // Each of `least` to `most` words of the list.
  Fragments(const std::vector<std::string>& words, std::uint32_t least, std::uint32_t most, bool begins) {
    std::uint64_t state = begins ? 0xa0761d6478bd642fu : 0xe7037ed1a0b428dbu;
    const auto draw = [&](std::uint64_t n) {
      state += 0x9e3779b97f4a7c15u;
      return datagen_scale(datagen_mix(state), n);
    };
    offsets_.push_back(0);
    for (std::uint64_t i = 0; i < kCount; ++i) {
      const std::size_t first = pool_.size();
      const std::uint64_t count = least + draw(std::uint64_t{most} - least + 1);
      for (std::uint64_t word = 0; word < count; ++word) {
        if (word > 0 || !begins) pool_ += ' ';
        pool_ += words[draw(words.size())];
      }
      if (begins && pool_[first] >= 'a' && pool_[first] <= 'z') {
        pool_[first] = static_cast<char>(pool_[first] - 'a' + 'A');
      }
      if (!begins) pool_ += '.';
      longest_ = std::max(longest_, pool_.size() - first);
      shortest_ = std::min(shortest_, pool_.size() - first);
      offsets_.push_back(static_cast<std::uint32_t>(pool_.size()));
    }
    pool_.append(64, ' ');
  }

  std::size_t longest() const { return longest_; }
  std::size_t shortest() const { return shortest_; }
  std::size_t average() const { return offsets_.back() / kCount; }
  // Copies fragment i and, unless kShort, all of one that is longer than 64 bytes.  Writes 64 bytes beyond the end.
  template <bool kShort>
  char* copy(std::uint64_t i, char* out) const {
    const std::size_t begin = offsets_[i], size = offsets_[i + 1] - begin;
    std::memcpy(out, pool_.data() + begin, 64);
    if (!kShort && size > 64) std::memcpy(out + 64, pool_.data() + begin + 64, size - 64);
    return out + size;
  }

 private:
  std::string pool_;
  std::vector<std::uint32_t> offsets_;
  std::size_t longest_ = 0;
  std::size_t shortest_ = SIZE_MAX;
};

// Sentences of a beginning and an end: 2^20 different ones, any of them after any other; 64 bits mixed from the ordinal
// choose three.  Cut at a word where the column is short.
class ProseSet final : public Generator {
 public:
  ProseSet(std::string_view words, Shape shape, std::uint32_t room) : shape_(shape), room_(room) {
    const std::vector<std::string> list = split_list(words);
    const std::uint32_t third = shape.words / 3, least = shape.words - third, most = shape.words + third;
    beginnings_ = Fragments(list, (least + 1) / 2, (most + 1) / 2, true);
    ends_ = Fragments(list, least / 2, most / 2, false);
    sentence_bytes_ = beginnings_.longest() + ends_.longest() + 1;
    // More sentences than surely fill a short column are not begun.
    if (room != 0) {
      const std::size_t enough = room / (beginnings_.shortest() + ends_.shortest() + 1) + 1;
      if (shape_.sentences > enough) shape_.sentences = static_cast<std::uint32_t>(enough);
      if (shape_.paragraphs > enough) shape_.paragraphs = static_cast<std::uint32_t>(enough);
    }
    is_short_ = beginnings_.longest() <= 64 && ends_.longest() <= 64;
  }

  GeneratorInfo info() const override {
    const std::uint64_t length = (beginnings_.average() + ends_.average() + 1) * shape_.paragraphs * shape_.sentences;
    return {0, 0, room_ == 0 ? length : std::min<std::uint64_t>(length, room_)};
  }

  void values(const datagen_call&, Ordinals ordinals, datagen_column& out) const override {
    if (is_short_) {
      write_all<true>(ordinals, out);
    } else {
      write_all<false>(ordinals, out);
    }
  }

 private:
  template <bool kShort>
  void write_all(Ordinals ordinals, datagen_column& out) const {
    std::size_t most = sentence_bytes_ * shape_.paragraphs * shape_.sentences;
    if (room_ != 0) most = std::min(most, room_ + sentence_bytes_ * shape_.sentences);
    constexpr std::size_t kReserveWhole = 1024;
    sdk::TextColumn column(out, ordinals.size(), most <= kReserveWhole ? most : 0);
    for (const std::uint64_t ordinal : ordinals) {
      char* const begin = most <= kReserveWhole ? column.cursor() : column.ensure(most);
      column.finish_value(cut(begin, write<kShort>(ordinal, begin)));
    }
    column.finish();
  }

  template <bool kShort>
  char* write(std::uint64_t ordinal, char* out) const {
    std::uint64_t state = ordinal ^ 0xa0761d6478bd642fu, bits = 0;
    const char* const full = out + room_;
    std::uint32_t sentences_left = 0;
    for (std::uint32_t paragraph = 0; paragraph < shape_.paragraphs; ++paragraph) {
      if (paragraph > 0) *out++ = '\n';
      for (std::uint32_t sentence = 0; sentence < shape_.sentences; ++sentence) {
        if (sentence > 0) *out++ = ' ';
        if (sentences_left == 0) {
          state += 0x9e3779b97f4a7c15u;
          bits = datagen_mix(state);
          sentences_left = 3;
        }
        --sentences_left;
        out = beginnings_.copy<kShort>(bits & (Fragments::kCount - 1), out);
        out = ends_.copy<kShort>(bits >> 10 & (Fragments::kCount - 1), out);
        bits >>= 20;
      }
      if (room_ != 0 && out > full) return out;
    }
    return out;
  }

  // The words are ASCII: bytes are characters.  Never two blanks follow each other.
  char* cut(char* begin, char* end) const {
    if (room_ == 0 || static_cast<std::size_t>(end - begin) <= room_) return end;
    // The 64 bytes up to the first that has no room: the text is longer, so all are the text's.
    const std::size_t window = room_ < 64 ? 0 : room_ - 63;
    const std::uint64_t blanks = blanks_of(begin + window) << (63 - (room_ - window));
    return begin + (blanks == 0 ? room_ : room_ - static_cast<std::size_t>(std::countl_zero(blanks)));
  }

  // A bit for each of 64 bytes.
  static std::uint64_t blanks_of(const char* text) {
    std::uint64_t result = 0;
#if DATAGEN_TEXT_BLOCKS
    for (std::size_t i = 0; i < 64; i += text::kBlockSize) {
      const text::Block block = text::load_block(text + i);
      result |= text::NativeSearch::bits((block == ' ') | (block == '\n')) << i;
    }
#else
    for (std::size_t i = 0; i < 64; ++i) result |= std::uint64_t{text[i] == ' ' || text[i] == '\n'} << i;
#endif
    return result;
  }

  Fragments beginnings_;
  Fragments ends_;
  Shape shape_;
  std::uint32_t room_;
  std::size_t sentence_bytes_ = 0;
  bool is_short_ = false;
};

std::unique_ptr<Generator> make_lorem(const Request& request) {
  require_text(request.target);
  const auto count = [&](const char* name) { return static_cast<std::uint32_t>(request.options.integer(name)); };
  const Shape shape{count("paragraphs"), count("sentences_per_paragraph"), count("words")};
  return std::make_unique<ProseSet>(lorem_words, shape, request.target.max_characters);
}

template <std::uint32_t kParagraphs, std::uint32_t kSentences, std::uint32_t kWords>
std::unique_ptr<Generator> make_prose(const Request& request) {
  require_text(request.target);
  return std::make_unique<ProseSet>(common_words, Shape{kParagraphs, kSentences, kWords},
                                    request.target.max_characters);
}

constexpr sdk::OptionTable kLoremOptions(sdk::integer_option("paragraphs", "Paragraphs.", "1", "1", "100"),
                                         sdk::integer_option("sentences_per_paragraph", "Sentences of each.", "3", "1",
                                                             "100"),
                                         sdk::integer_option("words", "Words of a sentence, about.", "10", "1", "100"));

constexpr datagen_hint text_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kText, DATAGEN_MATCH_SUFFIX, table);
}
constexpr sdk::HintTable kSentenceHints(text_hint("subject"), text_hint("headline"), text_hint("summary"),
                                        text_hint("excerpt"), text_hint("tagline"), text_hint("caption"),
                                        text_hint("note"), text_hint("reason"), text_hint("short_description"),
                                        text_hint("subtitle"), text_hint("question"), text_hint("meta_description"),
                                        text_hint("questiontext"), text_hint("purpose"), text_hint("header"),
                                        text_hint("imagealt"), text_hint("alt"), text_hint("alt_text"),
                                        text_hint("diagnosis"), text_hint("quote"), text_hint("motto"),
                                        text_hint("lyrics"), text_hint("title", "notification"),
                                        text_hint("title", "alert"), text_hint("title", "announcement"));
constexpr sdk::HintTable kParagraphHints(text_hint("description"), text_hint("comment"), text_hint("comments"),
                                         text_hint("bio"), text_hint("biography"), text_hint("about"),
                                         text_hint("notes"), text_hint("message"), text_hint("text"), text_hint("body"),
                                         text_hint("review"), text_hint("feedback"), text_hint("answer"),
                                         text_hint("remarks"), text_hint("details"), text_hint("instructions"),
                                         text_hint("abstract"), text_hint("review_text"), text_hint("overview"),
                                         text_hint("detail"), text_hint("comment_content"), text_hint("bio_raw"),
                                         text_hint("special_instructions"), text_hint("desc"), text_hint("synopsis"),
                                         text_hint("plot"), text_hint("response"), text_hint("reply"),
                                         text_hint("objective"), text_hint("requirements"));
constexpr sdk::HintTable kArticleHints(text_hint("content"), text_hint("article"), text_hint("post_content"),
                                       text_hint("long_description"), text_hint("raw", "post"),
                                       text_hint("cooked", "post"), text_hint("html"), text_hint("body", "article"),
                                       text_hint("body_html"), text_hint("markdown"), text_hint("transcript"));

constexpr datagen_generator_class kLorem = sdk::make_generator_class<make_lorem, kLoremOptions>(
    {.id = "datagen.lorem_ipsum", .summary = "Paragraphs of Latin words", .families = kText});
constexpr datagen_generator_class kSentence = sdk::make_generator_class<make_prose<1, 1, 8>, kNoOptions>(
    {.id = "datagen.sentence", .summary = "A sentence", .families = kText, .hints = kSentenceHints});
constexpr datagen_generator_class kParagraph = sdk::make_generator_class<make_prose<1, 3, 9>, kNoOptions>(
    {.id = "datagen.paragraph", .summary = "A paragraph", .families = kText, .hints = kParagraphHints});
constexpr datagen_generator_class kArticle = sdk::make_generator_class<make_prose<3, 4, 10>, kNoOptions>(
    {.id = "datagen.article", .summary = "Some paragraphs", .families = kText, .hints = kArticleHints});

constexpr const datagen_generator_class* kClasses[] = {&kLorem, &kSentence, &kParagraph, &kArticle};

}  // namespace

Classes prose_classes() { return kClasses; }

}  // namespace datagen::generators
