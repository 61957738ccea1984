// simdjson's DOM parser for Swift: the tape it makes, and nothing else.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Bytes that must be readable behind the text; their values do not matter.
#define SITING_JSON_PADDING 64

typedef struct siting_json_parser siting_json_parser;

// NULL when memory has run out.
siting_json_parser *siting_json_parser_create(void);
void siting_json_parser_destroy(siting_json_parser *parser);

// Parses one document. Returns 0, or simdjson's error code.
int32_t siting_json_parse(siting_json_parser *parser, const uint8_t *text, size_t length);

// What the last successful parse made; valid until the next one.
const uint64_t *siting_json_tape(const siting_json_parser *parser);
const uint8_t *siting_json_strings(const siting_json_parser *parser);

#ifdef __cplusplus
}
#endif
