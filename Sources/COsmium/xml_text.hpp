// What XML of OpenStreetMap data may hold that libosmium takes for something else, or refuses.
#pragma once
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <osmium/io/compression.hpp>
#include <osmium/osm/item_type.hpp>
#include <osmium/osm/types.hpp>

namespace siting {

// Ids of objects of the three types.
class object_ids {
public:
  void insert(osmium::item_type type, int64_t id) { m_ids[place(type)].insert(id); }
  bool contains(osmium::item_type type, int64_t id) const {
    const auto &ids = m_ids[place(type)];
    return !ids.empty() && ids.count(id) != 0;
  }

private:
  static size_t place(osmium::item_type type) {
    return type == osmium::item_type::node ? 0 : type == osmium::item_type::way ? 1 : 2;
  }
  std::unordered_set<int64_t> m_ids[3];
};

// A start tag, an end tag or anything else between < and >.
struct xml_tag {
  std::string_view text;

  bool is(const char *name) const {
    const size_t length = std::strlen(name);
    if (text.size() < length + 2 || text.compare(1, length, name) != 0) return false;
    const char after = text[length + 1];
    return after == ' ' || after == '/' || after == '>' || after == '\t' || after == '\n' || after == '\r';
  }
  bool closes_itself() const { return text.size() > 2 && text[text.size() - 2] == '/'; }

  // The value of an attribute; empty without it. What stands in the values of others is passed over.
  std::string_view value(const char *name) const {
    const size_t length = std::strlen(name);
    size_t place = 1;
    while (place < text.size()) {
      const size_t equals = text.find('=', place);
      if (equals == std::string_view::npos) return {};
      const size_t open = text.find_first_of("\"'", equals);
      if (open == std::string_view::npos) return {};
      const size_t close = text.find(text[open], open + 1);
      if (close == std::string_view::npos) return {};
      size_t end = equals;
      while (end > place && std::isspace(static_cast<unsigned char>(text[end - 1]))) --end;
      const size_t start = end >= length ? end - length : 0;
      const bool is_whole = start > 0 && std::isspace(static_cast<unsigned char>(text[start - 1]));
      if (is_whole && text.compare(start, length, name) == 0) {
        return text.substr(open + 1, close - open - 1);
      }
      place = close + 1;
    }
    return {};
  }
};

// Goes through XML text that comes in pieces, tag by tag.
template <typename Body>
class xml_tags {
public:
  explicit xml_tags(Body body) : m_body(std::move(body)) {}

  void feed(std::string_view piece) {
    // No tag is as long; the reader will say what is wrong.
    if (m_rest.size() > size_t{1} << 24) return;
    if (m_rest.empty()) {
      m_rest = std::string(scan(piece));
    } else {
      m_rest.append(piece);
      m_rest = std::string(scan(m_rest));
    }
  }

private:
  // Returns what is no whole tag yet.
  std::string_view scan(std::string_view text) {
    size_t place = 0;
    while (true) {
      const auto *open = static_cast<const char *>(
          std::memchr(text.data() + place, '<', text.size() - place));
      if (!open) return {};
      const auto start = static_cast<size_t>(open - text.data());
      if (text.compare(start, 4, "<!--") == 0) {
        const size_t end = text.find("-->", start + 4);
        if (end == std::string_view::npos) return text.substr(start);
        place = end + 3;
        continue;
      }
      const size_t end = end_of_tag(text, start);
      if (end == std::string_view::npos) return text.substr(start);
      m_body(xml_tag{text.substr(start, end + 1 - start)});
      place = end + 1;
    }
  }

  static size_t end_of_tag(std::string_view text, size_t place) {
    while (true) {
      place = text.find_first_of("\"'>", place);
      if (place == std::string_view::npos || text[place] == '>') return place;
      place = text.find(text[place], place + 1);
      if (place == std::string_view::npos) return place;
      ++place;
    }
  }

  Body m_body;
  std::string m_rest;
};

// What there is to know of an XML file before libosmium reads it.
struct xml_facts {
  // Objects that JOSM keeps with the mark `action="delete"`.
  object_ids deleted;
  // Whether there are coordinates within members of relations, or centres of objects, as Overpass
  // writes them: libosmium takes neither.
  bool has_geometry_of_members = false;
};

inline std::unique_ptr<osmium::io::Decompressor> xml_decompressor(
    const std::string &path, const std::string &format) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const auto compression = format == "osm.gz"    ? osmium::io::file_compression::gzip
                           : format == "osm.bz2" ? osmium::io::file_compression::bzip2
                                                 : osmium::io::file_compression::none;
  return osmium::io::CompressionFactory::instance().create_decompressor(compression, file);
}

inline xml_facts facts_of_xml(const std::string &path, const std::string &format) {
  xml_facts facts;
  bool is_in_member = false;
  xml_tags tags{[&](const xml_tag &tag) {
    const char initial = tag.text.size() > 1 ? tag.text[1] : ' ';
    // Of the many <nd> and <tag> no more than one letter is looked at.
    if (initial == 't' || (initial == 'n' && !is_in_member && tag.text.compare(1, 2, "nd") == 0)) {
      return;
    }
    if (is_in_member) {
      if (tag.is("nd")) facts.has_geometry_of_members = true;
      if (tag.text.compare(1, 7, "/member") == 0) is_in_member = false;
      return;
    }
    if (tag.is("member")) {
      is_in_member = !tag.closes_itself();
      return;
    }
    if (tag.is("center")) facts.has_geometry_of_members = true;
    const bool is_node = tag.is("node"), is_way = tag.is("way");
    if (!is_node && !is_way && !tag.is("relation")) return;
    if (tag.value("action") != "delete") return;
    const std::string id(tag.value("id"));
    if (id.empty()) return;
    facts.deleted.insert(
        is_node  ? osmium::item_type::node
        : is_way ? osmium::item_type::way
                 : osmium::item_type::relation,
        std::strtoll(id.c_str(), nullptr, 10));
  }};
  const auto decompressor = xml_decompressor(path, format);
  while (true) {
    const std::string piece = decompressor->read();
    if (piece.empty()) break;
    tags.feed(piece);
  }
  decompressor->close();
  return facts;
}

// The text without what `has_geometry_of_members` speaks of.
inline std::string plain_xml(const std::string &path, const std::string &format) {
  std::string text;
  const auto decompressor = xml_decompressor(path, format);
  while (true) {
    const std::string piece = decompressor->read();
    if (piece.empty()) break;
    text.append(piece);
  }
  decompressor->close();
  std::string plain;
  plain.reserve(text.size());
  size_t copied = 0;
  bool is_in_member = false;
  const std::string_view all(text);
  xml_tags tags{[&](const xml_tag &tag) {
    const bool ends_member = tag.text.compare(0, 8, "</member") == 0;
    if (ends_member) is_in_member = false;
    const bool is_dropped = (is_in_member && !ends_member) || tag.is("center");
    if (tag.is("member")) is_in_member = !tag.closes_itself();
    if (!is_dropped) return;
    const auto start = static_cast<size_t>(tag.text.data() - all.data());
    plain.append(all.substr(copied, start - copied));
    copied = start + tag.text.size();
  }};
  tags.feed(all);
  plain.append(all.substr(copied));
  return plain;
}

}  // namespace siting
