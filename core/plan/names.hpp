// Column and table names as words, for detection by name.
#pragma once

#include <string>
#include <string_view>

namespace datagen {

// Lower-case words joined by '_': "firstName", "First Name" and "FIRST_NAME" are "first_name".
[[nodiscard]] std::string normalized_name(std::string_view name);

// The last words of a normalized name in the singular: "product_categories" -> "product_category".
[[nodiscard]] std::string singular_name(std::string_view normalized);

// True if name's last words are suffix ("billing_email", "email"); prefix becomes what stands before ("billing_").
[[nodiscard]] bool ends_with_words(std::string_view name, std::string_view suffix, std::string_view& prefix);

}  // namespace datagen
