#include <string>

#include "datagen/core/description.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;

TEST_CASE("one expression is recognised as one") {
  for (const char* text : {"1",
                           "now()",
                           "a > 0 AND b < 1",
                           "(a)",
                           "(a) OR (b)",
                           "x IN (1, 2)",
                           "'1) , (2'",
                           "\"a) FROM (\"",
                           "1 /* c */",
                           "/* -- ) */ 1",
                           "$$ ); -- $$",
                           "E'\\')'",
                           "CASE WHEN a THEN 1 ELSE 2 END",
                           "count(*)",
                           "a::text",
                           "f(a, b)",
                           "extract(year from d)",
                           "ARRAY[1,2]",
                           "ROW(1,2)",
                           "x BETWEEN 1 AND 2",
                           "a COLLATE \"C\"",
                           "(SELECT 1)",
                           "a AT TIME ZONE 'utc'",
                           "a[1:2]",
                           "1 -- c\n",
                           "a IS DISTINCT FROM b",
                           "VALUE ~ '^[a-z]+$'"}) {
    std::string message;
    INFO(text);
    CHECK(is_single_expression(text, message));
    INFO(message);
    CHECK(message.empty());
  }
}

TEST_CASE("what is more or less than one expression is refused with a reason") {
  for (const std::string text : {"",
                                 " ",
                                 "1) , (2",
                                 "1); DROP TABLE x; --",
                                 "a) FROM (SELECT 1",
                                 "1 AS x",
                                 "1 x",
                                 "*",
                                 "a.*",
                                 "1, 2",
                                 "1;",
                                 "1; ",
                                 "1 FROM t",
                                 "1 WHERE true",
                                 "1 UNION SELECT 2",
                                 "1 ORDER BY 1",
                                 "1 LIMIT 1",
                                 "DISTINCT 1",
                                 "ALL 1",
                                 "1 INTO t",
                                 "1 -- c",
                                 "1 --",
                                 "1 /*",
                                 "1 /* /* */",
                                 "'a",
                                 "\"a",
                                 "$$a",
                                 "(1",
                                 "1)",
                                 "1 GROUP BY 1",
                                 "1 FOR UPDATE",
                                 "$1",
                                 "SELECT 1",
                                 "1 +",
                                 "f(*, 1)",
                                 "(t).*",
                                 "row(t.*)",
                                 "1)--",
                                 "1/*)*/)",
                                 "(1) (2)",
                                 "DISTINCT ON (1) 2",
                                 "1 HAVING true",
                                 "1 WINDOW w AS ()",
                                 "1 FETCH FIRST ROW ONLY",
                                 "1 EXCEPT SELECT 1",
                                 "\\"}) {
    std::string message;
    INFO(text);
    CHECK_FALSE(is_single_expression(text, message));
    CHECK_FALSE(message.empty());
  }
  std::string message;
  CHECK_FALSE(is_single_expression(std::string("1\0+1", 4), message));
  CHECK_FALSE(is_single_expression(std::string(100000, '('), message));
  CHECK_FALSE(is_single_expression("\x8c\xf5g", message));
  CHECK_FALSE(is_single_expression("E'\\xFF'", message));
}

// The parser's output recurses with the text; a sum as long as the limit allows must not overflow the stack.
TEST_CASE("long expressions are read or refused, never fatal") {
  for (const char* piece : {"1+", "-", "NOT ", "(", "a.", "f(", "a||", "CASE WHEN "}) {
    for (const std::size_t bytes : {1000U, 16000U, 1000000U}) {
      std::string text;
      while (text.size() < bytes) text += piece;
      std::string message;
      const bool single = is_single_expression(text + "1", message);
      CHECK((single || !message.empty()));
      if (bytes > 16384) CHECK_FALSE(single);
    }
  }
}
