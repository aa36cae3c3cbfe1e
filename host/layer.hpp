// One source of settings: the configuration file, the environment, or the command line.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "datagen/core/document.hpp"
#include "datagen/core/error.hpp"

namespace datagen::host {

struct Layer {
  std::filesystem::path base;          // what relative paths in it are relative to; empty: the working directory
  std::map<std::string, Node> values;  // by the key that apply_layer.cpp knows; each with its place
};

// A value written where there are no lines: "--seed", "DATAGEN_SEED".
[[nodiscard]] inline Node text_node(std::string_view text, const std::string& place) {
  Node node;
  node.kind = Node::Kind::string;
  node.string = text;
  node.location = Location{place, 0, 0};
  return node;
}

}  // namespace datagen::host
