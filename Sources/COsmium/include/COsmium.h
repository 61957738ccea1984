// OpenStreetMap files for Swift: what a network needs of one file, as flat arrays. libosmium reads
// .osm.pbf, .osm, .osm.gz and .osm.bz2; the content tells which it is, never the name.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// What stands for a node or a way that is referred to and not in the file.
#define SITING_OSM_MISSING UINT32_MAX

// What became of a read.
enum {
  SITING_OSM_DONE = 0,
  // The file cannot be opened or read.
  SITING_OSM_UNREADABLE = 1,
  // Its first bytes are of none of the formats.
  SITING_OSM_UNRECOGNISED = 2,
  // It starts as one of the formats and does not go on as one.
  SITING_OSM_DAMAGED = 3,
  // It holds changes or several versions of the same object.
  SITING_OSM_HISTORY = 4,
  // It is more than memory, or an index, holds.
  SITING_OSM_TOO_LARGE = 5,
  // PBF whose blocks are packed in a way that is not read here.
  SITING_OSM_OTHER_COMPRESSION = 6,
};

// What to keep.
typedef struct {
  // A way or a multipolygon relation is kept if it has one of these: "key", or "key=value"; the value
  // may be one of a list.
  const char *const *selectors;
  size_t selector_count;
  // The keys whose values are kept, of all objects.
  const char *const *keys;
  size_t key_count;
  // Whether nodes with one of the selectors are kept, too, as points.
  int keeps_points;
} siting_osm_request;

// Objects come in ascending order of their ids. Of an object that is repeated the first counts; those
// that an editor marked as deleted are not there.
typedef struct {
  // Nodes that the kept ways use; WGS 84 degrees, NaN for a node that is not in the file. Of a node
  // that is not there itself the ways may say the place.
  size_t node_count;
  const int64_t *node_ids;
  const double *longitudes;
  const double *latitudes;
  // Those with a kept key: indices of nodes, ascending, and of their tag sets.
  size_t tagged_node_count;
  const uint32_t *tagged_nodes;
  const uint32_t *tagged_node_sets;
  // Nodes that are asked for by themselves, whether or not a way uses them.
  size_t point_count;
  const int64_t *point_ids;
  const double *point_longitudes;
  const double *point_latitudes;
  const uint32_t *point_sets;
  // Way i has the nodes way_nodes[way_offsets[i]] up to way_offsets[i + 1]: indices of nodes.
  // The members of kept relations are among the ways, whatever their own tags are.
  size_t way_count;
  const int64_t *way_ids;
  const uint32_t *way_sets;
  const uint64_t *way_offsets;
  const uint32_t *way_nodes;
  // Relation i has the member ways members[relation_offsets[i]] up to relation_offsets[i + 1]:
  // indices of ways, or SITING_OSM_MISSING.
  size_t relation_count;
  const int64_t *relation_ids;
  const uint32_t *relation_sets;
  const uint64_t *relation_offsets;
  const uint32_t *members;
  // Tag set i has the tags set_offsets[i] up to set_offsets[i + 1]: indices of keys in the request
  // and of strings. A set is there once, whoever has it.
  size_t set_count;
  const uint64_t *set_offsets;
  const uint32_t *set_keys;
  const uint32_t *set_values;
  // String i is the bytes string_offsets[i] up to string_offsets[i + 1], in UTF-8 if the file is.
  size_t string_count;
  const uint64_t *string_offsets;
  const char *strings;
  // Of the whole file. Nodes and ways that were there again are not in these.
  uint64_t nodes_in_file;
  uint64_t ways_in_file;
  // Kept ways that were there again and were passed over.
  uint64_t repeated_ways;
  // The day that the data is of, and the program that wrote it, as the header says; or "".
  const char *replication_timestamp;
  const char *generator;
} siting_osm_contents;

typedef struct siting_osm_file siting_osm_file;

// Reads one file with so many threads. NULL when memory has run out; else an object to destroy,
// also after a failure.
siting_osm_file *siting_osm_read(const char *path, const siting_osm_request *request, int threads);
void siting_osm_destroy(siting_osm_file *file);

// One of the codes above, and what is wrong, in words; "" for none.
int32_t siting_osm_status(const siting_osm_file *file);
const char *siting_osm_message(const siting_osm_file *file);

// Valid until the file is destroyed; NULL after a failure.
const siting_osm_contents *siting_osm_get(const siting_osm_file *file);

#ifdef __cplusplus
}
#endif
