// The tokens of HCL that a regular expression cannot tell: line breaks, which count only where the
// grammar has a place for them, and texts, whose holes hold expressions with texts in them.

#include "tree_sitter/parser.h"

#include <stdlib.h>
#include <string.h>

// In the order of `externals` in grammar.js.
enum Token {
  NEWLINE,
  COMMENT,
  STRING_START,
  HEREDOC_START,
  TEXT,
  STRING_END,
  HEREDOC_END,
  HOLE_OPEN,
  DIRECTIVE_OPEN,
  UNEXPECTED,
  RECOVERY,
};

// What a parser keeps of a scanner is TREE_SITTER_SERIALIZATION_BUFFER_SIZE bytes at most.
enum { MOST_BYTES = 1000, LONGEST_MARKER = 200 };

// The texts around the place of the parser, the innermost last: the bytes of a heredoc's marker and
// how many they are; 0 alone for a text in quotes.
typedef struct {
  unsigned char bytes[MOST_BYTES];
  unsigned size;
} Scanner;

void* tree_sitter_hcl_external_scanner_create(void) { return calloc(1, sizeof(Scanner)); }

void tree_sitter_hcl_external_scanner_destroy(void* payload) { free(payload); }

unsigned tree_sitter_hcl_external_scanner_serialize(void* payload, char* buffer) {
  const Scanner* scanner = payload;
  memcpy(buffer, scanner->bytes, scanner->size);
  return scanner->size;
}

void tree_sitter_hcl_external_scanner_deserialize(void* payload, const char* buffer,
                                                  unsigned length) {
  Scanner* scanner = payload;
  scanner->size = length <= MOST_BYTES ? length : 0;
  if (scanner->size > 0) memcpy(scanner->bytes, buffer, scanner->size);
}

static void advance(TSLexer* lexer) { lexer->advance(lexer, false); }
static void skip(TSLexer* lexer) { lexer->advance(lexer, true); }

static bool is_line_break(int32_t c) { return c == '\n' || c == '\r'; }
static bool is_blank(int32_t c) { return c == ' ' || c == '\t'; }

static bool found(TSLexer* lexer, enum Token token) {
  lexer->result_symbol = token;
  return true;
}

// --- texts around

static bool push(Scanner* scanner, const unsigned char* marker, unsigned size) {
  if (scanner->size + size + 1 > MOST_BYTES) return false;
  if (size > 0) memcpy(scanner->bytes + scanner->size, marker, size);
  scanner->size += size;
  scanner->bytes[scanner->size++] = (unsigned char)size;
  return true;
}

static unsigned marker_size(const Scanner* scanner) { return scanner->bytes[scanner->size - 1]; }

static const unsigned char* marker(const Scanner* scanner) {
  return scanner->bytes + scanner->size - 1 - marker_size(scanner);
}

static void pop(Scanner* scanner) { scanner->size -= marker_size(scanner) + 1; }

// --- between tokens

// Past a comment; false if what stands there is none.
static bool scan_comment(TSLexer* lexer) {
  const bool hash = lexer->lookahead == '#';
  advance(lexer);
  if (!hash && lexer->lookahead == '*') {
    advance(lexer);
    while (!lexer->eof(lexer)) {
      const bool star = lexer->lookahead == '*';
      advance(lexer);
      if (star && lexer->lookahead == '/') {
        advance(lexer);
        lexer->mark_end(lexer);
        return found(lexer, COMMENT);
      }
    }
    return false;
  }
  if (!hash && lexer->lookahead != '/') return false;
  while (!is_line_break(lexer->lookahead) && !lexer->eof(lexer)) advance(lexer);
  lexer->mark_end(lexer);
  return found(lexer, COMMENT);
}

static bool scan_line_breaks(TSLexer* lexer) {
  while (is_line_break(lexer->lookahead) || is_blank(lexer->lookahead)) advance(lexer);
  lexer->mark_end(lexer);
  return found(lexer, NEWLINE);
}

// --- texts

static bool is_marker_character(int32_t c) {
  return c == '_' || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

// `<<EOT` or `<<-EOT` with its line break.
static bool scan_heredoc_start(Scanner* scanner, TSLexer* lexer) {
  unsigned char name[LONGEST_MARKER];
  unsigned size = 0;
  advance(lexer);
  if (lexer->lookahead != '<') return false;
  advance(lexer);
  if (lexer->lookahead == '-') advance(lexer);
  for (; is_marker_character(lexer->lookahead); advance(lexer)) {
    if (size == LONGEST_MARKER) return false;
    name[size++] = (unsigned char)lexer->lookahead;
  }
  if (lexer->lookahead == '\r') advance(lexer);
  if (size == 0 || lexer->lookahead != '\n') return false;
  advance(lexer);
  lexer->mark_end(lexer);
  return push(scanner, name, size) && found(lexer, HEREDOC_START);
}

// At the beginning of a line: past the blanks and the marker, if they are all of it. `*passed`
// becomes true if anything was.
static bool pass_marker(const Scanner* scanner, TSLexer* lexer, bool* passed) {
  for (; is_blank(lexer->lookahead); advance(lexer)) *passed = true;
  const unsigned size = marker_size(scanner);
  for (unsigned i = 0; i < size; ++i) {
    if (lexer->lookahead != marker(scanner)[i]) return false;
    advance(lexer);
    *passed = true;
  }
  while (is_blank(lexer->lookahead)) advance(lexer);
  return is_line_break(lexer->lookahead) || lexer->eof(lexer);
}

// `${` or `%{`, whose first character was passed.
static bool scan_opening(TSLexer* lexer, enum Token token) {
  advance(lexer);
  if (lexer->lookahead == '~') advance(lexer);
  lexer->mark_end(lexer);
  return found(lexer, token);
}

// Past `$` or `%`: whether it opens a hole. `$${` opens none.
static bool pass_sign(TSLexer* lexer) {
  const int32_t sign = lexer->lookahead;
  advance(lexer);
  if (lexer->lookahead == '{') return true;
  if (lexer->lookahead != sign) return false;
  advance(lexer);
  if (lexer->lookahead == '{') advance(lexer);
  return false;
}

// At a sign: the text before it if a hole opens, or that hole; no token if none does.
static bool scan_sign(TSLexer* lexer, bool any) {
  const enum Token hole = lexer->lookahead == '$' ? HOLE_OPEN : DIRECTIVE_OPEN;
  lexer->mark_end(lexer);
  if (!pass_sign(lexer)) return false;
  return any ? found(lexer, TEXT) : scan_opening(lexer, hole);
}

static bool is_sign(int32_t c) { return c == '$' || c == '%'; }

// What comes next in a text in quotes: its end, a hole, or the text up to one of them.
static bool scan_quoted(Scanner* scanner, TSLexer* lexer) {
  bool any = false;
  for (; !lexer->eof(lexer) && !is_line_break(lexer->lookahead); any = true) {
    const int32_t c = lexer->lookahead;
    lexer->mark_end(lexer);
    if (c == '"' && any) return found(lexer, TEXT);
    if (is_sign(c)) {
      if (scan_sign(lexer, any)) return true;
      continue;
    }
    advance(lexer);
    if (c == '"') {
      lexer->mark_end(lexer);
      pop(scanner);
      return found(lexer, STRING_END);
    }
    if (c == '\\' && !is_line_break(lexer->lookahead) && !lexer->eof(lexer)) advance(lexer);
  }
  lexer->mark_end(lexer);
  return any && found(lexer, TEXT);
}

// The same in a heredoc, which a line ends that is its marker.
static bool scan_heredoc(Scanner* scanner, TSLexer* lexer) {
  bool any = false;
  bool line_begins = lexer->get_column(lexer) == 0;
  while (true) {
    bool passed = false;
    lexer->mark_end(lexer);
    if (line_begins && pass_marker(scanner, lexer, &passed)) {
      if (any) return found(lexer, TEXT);
      lexer->mark_end(lexer);
      pop(scanner);
      return found(lexer, HEREDOC_END);
    }
    if (lexer->eof(lexer)) return false;
    any = any || passed;
    line_begins = lexer->lookahead == '\n';
    if (!is_sign(lexer->lookahead)) {
      advance(lexer);
    } else if (scan_sign(lexer, any)) {
      return true;
    }
    any = true;
  }
}

// The rest of a text with an error: the time to recover grows with the square of what comes after.
static bool scan_rest(Scanner* scanner, TSLexer* lexer) {
  if (lexer->eof(lexer)) return false;
  while (!lexer->eof(lexer)) advance(lexer);
  lexer->mark_end(lexer);
  scanner->size = 0;
  return found(lexer, UNEXPECTED);
}

bool tree_sitter_hcl_external_scanner_scan(void* payload, TSLexer* lexer, const bool* valid) {
  Scanner* scanner = payload;
  if (valid[RECOVERY]) return scan_rest(scanner, lexer);
  if (valid[TEXT]) {
    if (scanner->size == 0) return false;
    return marker_size(scanner) == 0 ? scan_quoted(scanner, lexer) : scan_heredoc(scanner, lexer);
  }
  while (is_blank(lexer->lookahead) || (is_line_break(lexer->lookahead) && !valid[NEWLINE]))
    skip(lexer);
  switch (lexer->lookahead) {
    case '\n':
    case '\r':
      return scan_line_breaks(lexer);
    case '#':
    case '/':
      return scan_comment(lexer);
    case '"':
      if (!valid[STRING_START]) return false;
      advance(lexer);
      lexer->mark_end(lexer);
      return push(scanner, NULL, 0) && found(lexer, STRING_START);
    case '<':
      return valid[HEREDOC_START] && scan_heredoc_start(scanner, lexer);
    default:
      return false;
  }
}
