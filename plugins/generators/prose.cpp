// Running text: sentences and paragraphs of common or Latin words.
#include <algorithm>
#include <cctype>

#include "data/word_lists.hpp"
#include "families.hpp"
#include "words.hpp"

namespace datagen::generators {
namespace {

struct Shape {
  std::uint32_t paragraphs;
  std::uint32_t sentences;  // of a paragraph
  std::uint32_t words;      // of a sentence, give or take a third
};

// Sentences whose every word is drawn from 64 bits mixed from the ordinal; cut at a word where the column is short.
class ProseSet final : public Generator {
 public:
  ProseSet(std::string_view words, Shape shape, std::uint32_t room, bool point)
      : words_(split_list(words)), shape_(shape), room_(room), point_(point) {}

  GeneratorInfo info() const override {
    const std::uint64_t length = std::uint64_t{6} * shape_.paragraphs * shape_.sentences * shape_.words;
    return {0, 0, room_ == 0 ? length : std::min<std::uint64_t>(length, room_)};
  }

  void values(const datagen_call&, Ordinals ordinals, datagen_column& out) const override {
    const std::size_t most_words = shape_.words + shape_.words / 3 + 1;
    const std::size_t most =
        std::size_t{shape_.paragraphs} * shape_.sentences * (most_words * (words_.longest() + 1) + 2);
    sdk::TextColumn column(out, 0, 0);
    for (const std::uint64_t ordinal : ordinals) {
      char* const begin = column.ensure(most);
      column.finish_value(cut(begin, write(ordinal, begin)));
    }
    column.finish();
  }

 private:
  char* write(std::uint64_t ordinal, char* out) const {
    std::uint64_t state = datagen_mix(ordinal ^ 0xa0761d6478bd642fu);
    char* const begin = out;
    for (std::uint32_t paragraph = 0; paragraph < shape_.paragraphs; ++paragraph) {
      if (paragraph > 0) *out++ = '\n';
      for (std::uint32_t sentence = 0; sentence < shape_.sentences; ++sentence) {
        if (sentence > 0) *out++ = ' ';
        state += 0x9e3779b97f4a7c15u;
        const std::uint32_t third = shape_.words / 3;
        const auto count = shape_.words - third + datagen_scale(datagen_mix(state), 2 * std::uint64_t{third} + 1);
        char* const first = out;
        for (std::uint64_t word = 0; word < count; ++word) {
          if (word > 0) *out++ = ' ';
          state += 0x9e3779b97f4a7c15u;
          out = words_.copy(datagen_scale(datagen_mix(state), words_.size()), out);
        }
        if (*first >= 'a' && *first <= 'z') *first = static_cast<char>(*first - 'a' + 'A');
        if (point_) *out++ = '.';
        if (room_ != 0 && static_cast<std::size_t>(out - begin) > room_) return out;
      }
    }
    return out;
  }

  // The words are ASCII: bytes are characters.
  char* cut(char* begin, char* end) const {
    if (room_ == 0 || static_cast<std::size_t>(end - begin) <= room_) return end;
    char* last = begin + room_;
    char* space = last;
    while (space > begin && *space != ' ' && *space != '\n') --space;
    if (space > begin) last = space;
    while (last > begin && (last[-1] == ' ' || last[-1] == '\n')) --last;
    return last;
  }

  WordTable words_;
  Shape shape_;
  std::uint32_t room_;
  bool point_;
};

std::unique_ptr<Generator> make_lorem(const Request& request) {
  require_text(request.target);
  const auto count = [&](const char* name) { return static_cast<std::uint32_t>(request.options.integer(name)); };
  const Shape shape{count("paragraphs"), count("sentences_per_paragraph"), count("words")};
  return std::make_unique<ProseSet>(lorem_words, shape, request.target.max_characters, true);
}

template <std::uint32_t kParagraphs, std::uint32_t kSentences, std::uint32_t kWords>
std::unique_ptr<Generator> make_prose(const Request& request) {
  require_text(request.target);
  return std::make_unique<ProseSet>(common_words, Shape{kParagraphs, kSentences, kWords}, request.target.max_characters,
                                    true);
}

constexpr sdk::OptionTable kLoremOptions(sdk::integer_option("paragraphs", "Paragraphs.", "1", "1", "100"),
                                         sdk::integer_option("sentences_per_paragraph", "Sentences of each.", "3", "1",
                                                             "100"),
                                         sdk::integer_option("words", "Words of a sentence, about.", "10", "1", "100"));

constexpr datagen_hint text_hint(const char* column) { return sdk::make_hint(column, kText); }
constexpr sdk::HintTable kSentenceHints(text_hint("subject"), text_hint("headline"), text_hint("summary"),
                                        text_hint("excerpt"), text_hint("tagline"), text_hint("caption"),
                                        text_hint("note"), text_hint("reason"), text_hint("short_description"),
                                        text_hint("subtitle"), text_hint("question"), text_hint("meta_description"));
constexpr sdk::HintTable kParagraphHints(text_hint("description"), text_hint("comment"), text_hint("comments"),
                                         text_hint("bio"), text_hint("biography"), text_hint("about"),
                                         text_hint("notes"), text_hint("message"), text_hint("text"), text_hint("body"),
                                         text_hint("review"), text_hint("feedback"), text_hint("answer"),
                                         text_hint("remarks"), text_hint("details"), text_hint("instructions"),
                                         text_hint("abstract"), text_hint("review_text"), text_hint("overview"));
constexpr sdk::HintTable kArticleHints(text_hint("content"), text_hint("article"), text_hint("post_content"),
                                       text_hint("long_description"));

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
