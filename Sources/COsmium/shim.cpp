#include "COsmium.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <osmium/osm.hpp>

#include "reading.hpp"

namespace siting {

// Texts, each once.
class string_table {
public:
  uint32_t index_of(std::string_view text) {
    const auto known = m_indices.find(std::string(text));
    if (known != m_indices.end()) return known->second;
    const auto index = static_cast<uint32_t>(offsets.size() - 1);
    m_indices.emplace(text, index);
    bytes.append(text);
    offsets.push_back(bytes.size());
    return index;
  }

  std::vector<uint64_t> offsets{0};
  std::string bytes;

private:
  std::unordered_map<std::string, uint32_t> m_indices;
};

// Sets of tags, each once: the ways of a city have a few thousand different ones.
class tag_sets {
public:
  // `pairs` are keys and values in turn, ascending by key.
  uint32_t index_of(const std::vector<uint32_t> &pairs) {
    const std::string_view text(
        reinterpret_cast<const char *>(pairs.data()), pairs.size() * sizeof(uint32_t));
    const auto known = m_indices.find(std::string(text));
    if (known != m_indices.end()) return known->second;
    const auto index = static_cast<uint32_t>(offsets.size() - 1);
    m_indices.emplace(text, index);
    for (size_t place = 0; place < pairs.size(); place += 2) {
      keys.push_back(pairs[place]);
      values.push_back(pairs[place + 1]);
    }
    offsets.push_back(keys.size());
    return index;
  }

  std::vector<uint64_t> offsets{0};
  std::vector<uint32_t> keys;
  std::vector<uint32_t> values;

private:
  std::unordered_map<std::string, uint32_t> m_indices;
};

// Which tags to keep, and which objects for their sake.
class tag_filter {
public:
  tag_filter(const char *const *keys, size_t key_count) {
    for (size_t index = 0; index < key_count; ++index) {
      m_keys.emplace(keys[index], static_cast<uint32_t>(index));
    }
  }

  void select(const char *const *selectors, size_t count) {
    for (size_t index = 0; index < count; ++index) {
      const std::string text(selectors[index]);
      const auto equals = text.find('=');
      m_selectors[text.substr(0, equals)].push_back(
          equals == std::string::npos ? "" : text.substr(equals + 1));
    }
  }

  bool selects(const osmium::TagList &tags) const {
    bool is_selected = false;
    for_each_tag(tags, [&](std::string_view key, std::string_view value) {
      const auto wanted = m_selectors.find(std::string(key));
      if (wanted == m_selectors.end()) return;
      for (const auto &text : wanted->second) {
        if (text.empty() || is_in_list(text, value)) is_selected = true;
      }
    });
    return is_selected;
  }

  // Whether one of the values between semicolons is this one.
  static bool is_in_list(const std::string &text, std::string_view list) {
    while (true) {
      const size_t end = list.find(';');
      std::string_view value = list.substr(0, end);
      while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
      while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
      if (value == text) return true;
      if (end == std::string_view::npos) return false;
      list.remove_prefix(end + 1);
    }
  }

  // Keys and values in turn, ascending by key; of a repeated key the first value.
  void collect(
      const osmium::TagList &tags, string_table &strings, std::vector<uint32_t> &pairs) const {
    pairs.clear();
    m_found.clear();
    for_each_tag(tags, [&](std::string_view key, std::string_view value) {
      const auto known = m_keys.find(std::string(key));
      if (known != m_keys.end()) m_found.emplace_back(known->second, value);
    });
    // The values of a list lie in memory in its order.
    std::sort(m_found.begin(), m_found.end(), [](const auto &one, const auto &other) {
      return one.first != other.first ? one.first < other.first
                                      : one.second.data() < other.second.data();
    });
    for (const auto &[key, value] : m_found) {
      if (!pairs.empty() && pairs[pairs.size() - 2] == key) continue;
      pairs.push_back(key);
      pairs.push_back(strings.index_of(value));
    }
  }

private:
  std::unordered_map<std::string, uint32_t> m_keys;
  std::unordered_map<std::string, std::vector<std::string>> m_selectors;
  mutable std::vector<std::pair<uint32_t, std::string_view>> m_found;
};

// Objects with references to others, as they come from the file.
struct rows {
  struct row {
    int64_t id;
    uint32_t set;
    uint64_t begin, end;
  };
  std::vector<row> all;
  std::vector<int64_t> references;

  // Ascending by id, the first of those with the same id; returns how many went.
  uint64_t order() {
    std::sort(all.begin(), all.end(), [](const row &one, const row &other) {
      return one.id != other.id ? one.id < other.id : one.begin < other.begin;
    });
    const auto end = std::unique(all.begin(), all.end(), [](const row &one, const row &other) {
      return one.id == other.id;
    });
    const auto repeated = static_cast<uint64_t>(all.end() - end);
    all.erase(end, all.end());
    return repeated;
  }
};

// A node that is asked for by itself.
struct point {
  int64_t id;
  // Of those in the file.
  uint64_t place;
  osmium::Location location;
  uint32_t set;
};

// The place of an id in an ascending list, tried first beside the place of the last one.
class id_index {
public:
  explicit id_index(const std::vector<int64_t> &ids) : m_ids(ids) {}

  uint32_t find(int64_t id) {
    if (m_last + 1 < m_ids.size() && m_ids[m_last + 1] == id) {
      return static_cast<uint32_t>(++m_last);
    }
    const auto place = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    if (place == m_ids.end() || *place != id) return SITING_OSM_MISSING;
    m_last = static_cast<size_t>(place - m_ids.begin());
    return static_cast<uint32_t>(m_last);
  }

private:
  const std::vector<int64_t> &m_ids;
  size_t m_last = 0;
};

}  // namespace siting

struct siting_osm_file {
  int32_t status = SITING_OSM_DONE;
  std::string message;
  siting_osm_contents contents{};

  std::vector<int64_t> node_ids, way_ids, relation_ids, point_ids;
  std::vector<double> longitudes, latitudes, point_longitudes, point_latitudes;
  std::vector<uint32_t> point_sets, tagged_nodes, tagged_node_sets, way_sets, way_nodes, relation_sets, members;
  std::vector<uint64_t> way_offsets{0}, relation_offsets{0};
  siting::string_table strings;
  siting::tag_sets sets;
  std::string timestamp, generator;
  // Nodes whose place the ways say, in the order of the file.
  std::vector<std::pair<int64_t, osmium::Location>> located;

  void read(const char *path, const siting_osm_request &request, int threads);

private:
  void place_ways(siting::rows &ways);
  void place_relations(siting::rows &relations);
  void read_nodes(siting::source &source, const siting_osm_request &request);
  void place_points(std::vector<siting::point> &points);
  void describe();
};

void siting_osm_file::read(const char *path, const siting_osm_request &request, int threads) {
  siting::source source(path, threads);
  siting::tag_filter filter(request.keys, request.key_count);
  filter.select(request.selectors, request.selector_count);
  std::vector<uint32_t> pairs;

  siting::rows relations;
  std::unordered_set<int64_t> member_ways;
  source.for_each<osmium::Relation>(
      osmium::osm_entity_bits::relation, [&](const osmium::Relation &relation) {
        bool is_area = false;
        siting::for_each_tag(relation.tags(), [&](std::string_view key, std::string_view value) {
          if (key == "type" && value == "multipolygon") is_area = true;
        });
        if (!is_area || !filter.selects(relation.tags())) return;
        const uint64_t begin = relations.references.size();
        for (const auto &member : relation.members()) {
          if (member.type() != osmium::item_type::way) continue;
          relations.references.push_back(member.ref());
          member_ways.insert(member.ref());
        }
        filter.collect(relation.tags(), strings, pairs);
        relations.all.push_back(
            {relation.id(), sets.index_of(pairs), begin, relations.references.size()});
      });

  siting::rows ways;
  source.for_each<osmium::Way>(osmium::osm_entity_bits::way, [&](const osmium::Way &way) {
    ++contents.ways_in_file;
    if (!filter.selects(way.tags()) && member_ways.count(way.id()) == 0) return;
    const uint64_t begin = ways.references.size();
    for (const auto &node : way.nodes()) {
      ways.references.push_back(node.ref());
      if (node.location().valid()) located.emplace_back(node.ref(), node.location());
    }
    filter.collect(way.tags(), strings, pairs);
    ways.all.push_back({way.id(), sets.index_of(pairs), begin, ways.references.size()});
  });
  contents.repeated_ways = ways.order();
  relations.order();

  place_ways(ways);
  place_relations(relations);
  read_nodes(source, request);
  timestamp = source.header().get("osmosis_replication_timestamp");
  generator = source.header().get("generator");
  describe();
}

void siting_osm_file::place_ways(siting::rows &ways) {
  node_ids.reserve(ways.references.size());
  for (const auto &way : ways.all) {
    way_ids.push_back(way.id);
    way_sets.push_back(way.set);
    const auto begin = ways.references.begin();
    node_ids.insert(
        node_ids.end(), begin + static_cast<int64_t>(way.begin),
        begin + static_cast<int64_t>(way.end));
    way_offsets.push_back(node_ids.size());
  }
  const std::vector<int64_t> references = node_ids;
  std::sort(node_ids.begin(), node_ids.end());
  node_ids.erase(std::unique(node_ids.begin(), node_ids.end()), node_ids.end());
  // Half of what 32 bits hold: a node that closes becomes a vertex for each side.
  if (references.size() >= uint64_t{1} << 30) {
    throw siting::failure(SITING_OSM_TOO_LARGE, "its ways have more than 1,073,741,823 nodes");
  }
  siting::id_index index(node_ids);
  way_nodes.reserve(references.size());
  for (const int64_t id : references) way_nodes.push_back(index.find(id));
}

void siting_osm_file::place_relations(siting::rows &relations) {
  siting::id_index index(way_ids);
  for (const auto &relation : relations.all) {
    relation_ids.push_back(relation.id);
    relation_sets.push_back(relation.set);
    for (uint64_t place = relation.begin; place < relation.end; ++place) {
      members.push_back(index.find(relations.references[place]));
    }
    relation_offsets.push_back(members.size());
  }
}

void siting_osm_file::read_nodes(siting::source &source, const siting_osm_request &request) {
  const double missing = std::numeric_limits<double>::quiet_NaN();
  longitudes.assign(node_ids.size(), missing);
  latitudes.assign(node_ids.size(), missing);
  siting::tag_filter filter(request.keys, request.key_count);
  if (request.keeps_points) filter.select(request.selectors, request.selector_count);
  std::vector<uint32_t> pairs;
  std::vector<std::pair<uint32_t, uint32_t>> tagged;
  std::vector<siting::point> points;
  siting::id_index index(node_ids);
  source.for_each<osmium::Node>(osmium::osm_entity_bits::node, [&](const osmium::Node &node) {
    ++contents.nodes_in_file;
    if (!node.location().valid()) return;
    if (request.keeps_points && !node.tags().empty() && filter.selects(node.tags())) {
      filter.collect(node.tags(), strings, pairs);
      points.push_back({node.id(), points.size(), node.location(), sets.index_of(pairs)});
    }
    const uint32_t place = index.find(node.id());
    if (place == SITING_OSM_MISSING || longitudes[place] == longitudes[place]) return;
    longitudes[place] = node.location().lon_without_check();
    latitudes[place] = node.location().lat_without_check();
    if (node.tags().empty()) return;
    filter.collect(node.tags(), strings, pairs);
    if (!pairs.empty()) tagged.emplace_back(place, sets.index_of(pairs));
  });
  for (const auto &[id, location] : located) {
    const uint32_t place = index.find(id);
    if (place == SITING_OSM_MISSING || longitudes[place] == longitudes[place]) continue;
    longitudes[place] = location.lon_without_check();
    latitudes[place] = location.lat_without_check();
  }
  located = {};
  place_points(points);
  std::sort(tagged.begin(), tagged.end());
  for (const auto &[node, set] : tagged) {
    tagged_nodes.push_back(node);
    tagged_node_sets.push_back(set);
  }
}

// Ascending by id, the first of those with the same id.
void siting_osm_file::place_points(std::vector<siting::point> &points) {
  std::sort(points.begin(), points.end(), [](const auto &one, const auto &other) {
    return one.id != other.id ? one.id < other.id : one.place < other.place;
  });
  for (const auto &point : points) {
    if (!point_ids.empty() && point_ids.back() == point.id) continue;
    point_ids.push_back(point.id);
    point_longitudes.push_back(point.location.lon_without_check());
    point_latitudes.push_back(point.location.lat_without_check());
    point_sets.push_back(point.set);
  }
}

void siting_osm_file::describe() {
  contents.point_count = point_ids.size();
  contents.point_ids = point_ids.data();
  contents.point_longitudes = point_longitudes.data();
  contents.point_latitudes = point_latitudes.data();
  contents.point_sets = point_sets.data();
  contents.node_count = node_ids.size();
  contents.node_ids = node_ids.data();
  contents.longitudes = longitudes.data();
  contents.latitudes = latitudes.data();
  contents.tagged_node_count = tagged_nodes.size();
  contents.tagged_nodes = tagged_nodes.data();
  contents.tagged_node_sets = tagged_node_sets.data();
  contents.way_count = way_ids.size();
  contents.way_ids = way_ids.data();
  contents.way_sets = way_sets.data();
  contents.way_offsets = way_offsets.data();
  contents.way_nodes = way_nodes.data();
  contents.relation_count = relation_ids.size();
  contents.relation_ids = relation_ids.data();
  contents.relation_sets = relation_sets.data();
  contents.relation_offsets = relation_offsets.data();
  contents.members = members.data();
  contents.set_count = sets.offsets.size() - 1;
  contents.set_offsets = sets.offsets.data();
  contents.set_keys = sets.keys.data();
  contents.set_values = sets.values.data();
  contents.string_count = strings.offsets.size() - 1;
  contents.string_offsets = strings.offsets.data();
  contents.strings = strings.bytes.data();
  contents.replication_timestamp = timestamp.c_str();
  contents.generator = generator.c_str();
}

siting_osm_file *siting_osm_read(const char *path, const siting_osm_request *request, int threads) {
  auto *file = new (std::nothrow) siting_osm_file;
  if (!file) return nullptr;
  const auto fail = [&](int32_t status, const char *message) {
    file->status = status;
    try {
      file->message = message;
    } catch (...) {
      file->message.clear();
    }
  };
  try {
    file->read(path, *request, threads);
  } catch (const siting::failure &error) {
    fail(error.status, error.what());
  } catch (const std::bad_alloc &) {
    fail(SITING_OSM_TOO_LARGE, "not enough memory");
  } catch (const std::exception &error) {
    const bool is_packed_otherwise = std::strstr(error.what(), "blobs not supported") != nullptr;
    fail(is_packed_otherwise ? SITING_OSM_OTHER_COMPRESSION : SITING_OSM_DAMAGED, error.what());
  } catch (...) {
    fail(SITING_OSM_DAMAGED, "unknown failure");
  }
  return file;
}

void siting_osm_destroy(siting_osm_file *file) { delete file; }

int32_t siting_osm_status(const siting_osm_file *file) { return file->status; }

const char *siting_osm_message(const siting_osm_file *file) { return file->message.c_str(); }

const siting_osm_contents *siting_osm_get(const siting_osm_file *file) {
  return file->status == SITING_OSM_DONE ? &file->contents : nullptr;
}
