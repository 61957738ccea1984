#include "CSimdJSON.h"

#include <new>
#include <simdjson.h>

static_assert(SITING_JSON_PADDING >= simdjson::SIMDJSON_PADDING, "padding");

struct siting_json_parser {
  simdjson::dom::parser parser;
};

siting_json_parser *siting_json_parser_create(void) {
  return new (std::nothrow) siting_json_parser;
}

void siting_json_parser_destroy(siting_json_parser *parser) { delete parser; }

int32_t siting_json_parse(siting_json_parser *parser, const uint8_t *text, size_t length) {
  return static_cast<int32_t>(parser->parser.parse(text, length, false).error());
}

const uint64_t *siting_json_tape(const siting_json_parser *parser) {
  return parser->parser.doc.tape.get();
}

const uint8_t *siting_json_strings(const siting_json_parser *parser) {
  return parser->parser.doc.string_buf.get();
}
