// Hands the objects of an OpenStreetMap file to a function, as often as asked.
#pragma once
#include <cctype>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/tag.hpp>
#include <osmium/thread/pool.hpp>

#include "COsmium.h"
#include "xml_text.hpp"

namespace siting {

struct failure : std::runtime_error {
  int32_t status;
  failure(int32_t status, const std::string &message)
      : std::runtime_error(message), status(status) {}
};

// A path that libosmium takes neither for an address nor for standard input.
inline std::string plain_path(const std::string &path) {
  return !path.empty() && path[0] == '/' ? path : "./" + path;
}

// The format as libosmium names it, from the first bytes. `size` becomes the file's.
inline std::string format_of(const std::string &path, uint64_t &size) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw failure(SITING_OSM_UNREADABLE, std::strerror(errno));
  unsigned char head[512];
  struct stat facts {};
  const bool is_known = ::fstat(file, &facts) == 0;
  const bool is_folder = is_known && S_ISDIR(facts.st_mode);
  const ssize_t count = is_folder ? 0 : ::read(file, head, sizeof head);
  const int reason = errno;
  ::close(file);
  if (is_folder) throw failure(SITING_OSM_UNREADABLE, "it is a folder");
  if (count < 0) throw failure(SITING_OSM_UNREADABLE, std::strerror(reason));
  if (count == 0) throw failure(SITING_OSM_UNRECOGNISED, "the file is empty");
  size = is_known && facts.st_size > 0 ? static_cast<uint64_t>(facts.st_size) : 0;
  const auto length = static_cast<size_t>(count);
  const auto starts_with = [&](const char *text, size_t offset) {
    const size_t wanted = std::strlen(text);
    return length >= offset + wanted && std::memcmp(head + offset, text, wanted) == 0;
  };
  if (starts_with("\x0a\x09OSMHeader", 4)) return "pbf";
  if (starts_with("\x1f\x8b", 0)) return "osm.gz";
  if (starts_with("BZh", 0)) return "osm.bz2";
  size_t place = starts_with("\xef\xbb\xbf", 0) ? 3 : 0;
  while (place < length && std::isspace(head[place])) ++place;
  if (place < length && head[place] == '<') return "osm";
  throw failure(SITING_OSM_UNRECOGNISED, "neither PBF nor XML, nor either of XML in gzip or bzip2");
}

// Calls `body` with the key and the value of each tag.
//
// A string of a damaged PBF file may have a zero byte inside, after which a list of tags read by
// its zeros would run over its end.
template <typename Body>
void for_each_tag(const osmium::TagList &tags, Body &&body) {
  const auto *place = reinterpret_cast<const char *>(tags.data() + sizeof(osmium::TagList));
  const auto *end = reinterpret_cast<const char *>(tags.data() + tags.byte_size());
  const auto next = [&] {
    const auto *zero = static_cast<const char *>(
        std::memchr(place, 0, static_cast<size_t>(end - place)));
    if (!zero) throw failure(SITING_OSM_DAMAGED, "a tag has a zero byte inside");
    const std::string_view text(place, static_cast<size_t>(zero - place));
    place = zero + 1;
    return text;
  };
  while (place < end) {
    const std::string_view key = next();
    body(key, next());
  }
}

// One file, to go through several times: relations first, then ways, then nodes.
//
// A small file, and XML of any size, is decoded once and stays in memory meanwhile; a large PBF is
// decoded once for each kind, which skips the others, so that memory grows with what is kept.
class source {
public:
  source(const std::string &path, int threads)
      : m_path(plain_path(path)), m_pool(threads > 0 ? threads : 1) {
    uint64_t size = 0;
    m_format = format_of(m_path, size);
    if (m_format != "pbf") {
      auto facts = facts_of_xml(m_path, m_format);
      m_deleted = std::move(facts.deleted);
      if (facts.has_geometry_of_members) m_text = plain_xml(m_path, m_format);
    }
    m_is_cached = m_format != "pbf" || size <= uint64_t{64} << 20;
    if (m_is_cached) {
      stream(osmium::osm_entity_bits::nwr, [this](osmium::memory::Buffer &&buffer) {
        m_buffers.push_back(std::move(buffer));
      });
      m_text = std::string();
    }
  }

  // Calls `body` with each object of type `T`, in the file's order.
  template <typename T, typename Body>
  void for_each(osmium::osm_entity_bits::type kind, Body &&body) {
    const auto visit = [&](osmium::memory::Buffer &buffer) {
      for (const auto &object : buffer.select<T>()) {
        if (object.visible() && !m_deleted.contains(object.type(), object.id())) body(object);
      }
    };
    if (m_is_cached) {
      for (auto &buffer : m_buffers) visit(buffer);
    } else {
      stream(kind, [&](osmium::memory::Buffer &&buffer) { visit(buffer); });
    }
  }

  const osmium::io::Header &header() const { return m_header; }

private:
  template <typename Body>
  void stream(osmium::osm_entity_bits::type kinds, Body &&body) {
    const auto file = m_text.empty() ? osmium::io::File{m_path, m_format}
                                     : osmium::io::File{m_text.data(), m_text.size(), "osm"};
    osmium::io::Reader reader{file, kinds, osmium::io::read_meta::no, m_pool};
    m_header = reader.header();
    if (m_header.has_multiple_object_versions()) {
      throw failure(SITING_OSM_HISTORY, "it holds changes or a history");
    }
    while (osmium::memory::Buffer buffer = reader.read()) body(std::move(buffer));
    reader.close();
  }

  std::string m_path;
  std::string m_format;
  // Of XML: what is not to be taken for there, and the text to read instead of the file's, or "".
  object_ids m_deleted;
  std::string m_text;
  bool m_is_cached = false;
  osmium::thread::Pool m_pool;
  osmium::io::Header m_header;
  std::vector<osmium::memory::Buffer> m_buffers;
};

}  // namespace siting
