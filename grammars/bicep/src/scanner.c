// The tokens of Bicep that a regular expression cannot tell: line breaks, which count only where
// the grammar has a place for them, and text, whose holes hold expressions with texts in them.

#include "tree_sitter/parser.h"

#include <stdlib.h>
#include <string.h>

// In the order of `externals` in grammar.js.
enum Token {
  NEWLINE,
  NEWLINE_BEFORE_QUESTION,
  NEWLINE_BEFORE_COLON,
  NEWLINE_BEFORE_BAR,
  NEWLINE_BEFORE_IF,
  NEWLINE_BEFORE_BODY,
  BLANK_LINE,
  COMMENT,
  WHOLE_STRING,
  STRING_HEAD,
  WHOLE_MULTILINE_STRING,
  MULTILINE_STRING_HEAD,
  STRING_TEXT,
  STRING_END,
  HOLE_OPEN,
  LINE_START,
  UNEXPECTED,
  RECOVERY,
};

enum { DEEPEST = 500, MOST_DOLLARS = 255, MOST_RECOVERIES = 500 };

// The texts around the place of the parser, the innermost last: how many dollars open a hole of it,
// 0 for a text in single quotes.
typedef struct {
  uint16_t dollars[DEEPEST];
  uint16_t depth;
  // Dollars ahead that are text, although a hole comes after them.
  uint32_t plain_dollars;
  // Tokens that this parser asked for while it recovered from an error. Never reset: a parser reads
  // one text.
  uint32_t recoveries;
} Scanner;

void* tree_sitter_bicep_external_scanner_create(void) { return calloc(1, sizeof(Scanner)); }

void tree_sitter_bicep_external_scanner_destroy(void* payload) { free(payload); }

unsigned tree_sitter_bicep_external_scanner_serialize(void* payload, char* buffer) {
  const Scanner* scanner = payload;
  if (scanner->depth == 0) return 0;
  const unsigned size = scanner->depth * sizeof(uint16_t);
  memcpy(buffer, &scanner->plain_dollars, sizeof(uint32_t));
  memcpy(buffer + sizeof(uint32_t), scanner->dollars, size);
  return sizeof(uint32_t) + size;
}

void tree_sitter_bicep_external_scanner_deserialize(void* payload, const char* buffer,
                                                    unsigned length) {
  Scanner* scanner = payload;
  scanner->depth = 0;
  scanner->plain_dollars = 0;
  if (length < sizeof(uint32_t)) return;
  memcpy(&scanner->plain_dollars, buffer, sizeof(uint32_t));
  memcpy(scanner->dollars, buffer + sizeof(uint32_t), length - sizeof(uint32_t));
  scanner->depth = (uint16_t)((length - sizeof(uint32_t)) / sizeof(uint16_t));
}

static void advance(TSLexer* lexer) { lexer->advance(lexer, false); }

static bool is_line_break(int32_t c) { return c == '\n' || c == '\r'; }
static bool is_blank(int32_t c) { return c == ' ' || c == '\t'; }

static bool found(TSLexer* lexer, enum Token token) {
  lexer->result_symbol = token;
  return true;
}

// --- line breaks

// Past a comment; false if what stands there is none, or one without its end.
static bool pass_comment(TSLexer* lexer) {
  advance(lexer);
  if (lexer->lookahead == '/') {
    while (!is_line_break(lexer->lookahead) && !lexer->eof(lexer)) advance(lexer);
    return true;
  }
  if (lexer->lookahead != '*') return false;
  advance(lexer);
  while (!lexer->eof(lexer)) {
    const bool star = lexer->lookahead == '*';
    advance(lexer);
    if (star && lexer->lookahead == '/') {
      advance(lexer);
      return true;
    }
  }
  return false;
}

static bool scan_comment(TSLexer* lexer) {
  if (!pass_comment(lexer)) return false;
  lexer->mark_end(lexer);
  return found(lexer, COMMENT);
}

// Past all that stands between tokens.
static void pass_trivia(TSLexer* lexer) {
  while (!lexer->eof(lexer)) {
    if (is_blank(lexer->lookahead) || is_line_break(lexer->lookahead)) {
      advance(lexer);
    } else if (lexer->lookahead != '/' || !pass_comment(lexer)) {
      return;
    }
  }
}

enum { LONGEST_WORD = 24 };

// Reads a word of lower-case letters and hyphens; a longer one is cut.
static void read_word(TSLexer* lexer, char word[LONGEST_WORD]) {
  unsigned size = 0;
  while (lexer->lookahead == '-' || (lexer->lookahead >= 'a' && lexer->lookahead <= 'z')) {
    if (size + 1 == LONGEST_WORD) break;
    word[size++] = (char)lexer->lookahead;
    advance(lexer);
  }
  word[size] = '\0';
}

static bool is_one_of(const char* word, const char* const* words) {
  for (; *words != NULL; ++words) {
    if (strcmp(word, *words) == 0) return true;
  }
  return false;
}

// Whether a declaration begins here: its keyword and a name.
static bool begins_declaration(TSLexer* lexer) {
  static const char* const kKeywords[] = {"assert", "func",  "metadata", "module",
                                          "output", "param", "resource", "test",
                                          "type",   "var",   NULL};
  char word[LONGEST_WORD];
  read_word(lexer, word);
  if (!is_one_of(word, kKeywords) || !is_blank(lexer->lookahead)) return false;
  while (is_blank(lexer->lookahead)) advance(lexer);
  return lexer->lookahead == '_' || (lexer->lookahead >= 'a' && lexer->lookahead <= 'z') ||
         (lexer->lookahead >= 'A' && lexer->lookahead <= 'Z');
}

// Whether it is one of these characters that comes next, and not two of them: `??`, `::` and `||`
// begin no line.
static enum Token line_break_before_character(TSLexer* lexer) {
  const int32_t c = lexer->lookahead;
  if (c != '?' && c != ':' && c != '|') return NEWLINE;
  advance(lexer);
  if (lexer->lookahead == c) return NEWLINE;
  return c == '?' ? NEWLINE_BEFORE_QUESTION : c == ':' ? NEWLINE_BEFORE_COLON : NEWLINE_BEFORE_BAR;
}

// Which line break one is, by what comes after it.
static enum Token line_break_of(TSLexer* lexer, const bool* valid) {
  if (valid[NEWLINE_BEFORE_QUESTION] || valid[NEWLINE_BEFORE_COLON] || valid[NEWLINE_BEFORE_BAR]) {
    pass_trivia(lexer);
    const enum Token token = line_break_before_character(lexer);
    return valid[token] ? token : NEWLINE;
  }
  if (valid[NEWLINE_BEFORE_BODY]) {
    pass_trivia(lexer);
    return lexer->eof(lexer) || begins_declaration(lexer) ? NEWLINE : NEWLINE_BEFORE_BODY;
  }
  if (valid[NEWLINE_BEFORE_IF]) {
    char word[LONGEST_WORD];
    pass_trivia(lexer);
    read_word(lexer, word);
    return strcmp(word, "if") == 0 ? NEWLINE_BEFORE_IF : NEWLINE;
  }
  return NEWLINE;
}

static bool scan_line_break(Scanner* scanner, TSLexer* lexer, const bool* valid) {
  const bool recovers = valid[RECOVERY];
  const bool in_hole = scanner->depth > 0;
  if (in_hole && !recovers) return false;
  while (is_line_break(lexer->lookahead) || is_blank(lexer->lookahead)) advance(lexer);
  lexer->mark_end(lexer);
  // a line break in a hole ends every text around it
  scanner->depth = 0;
  if (recovers) return found(lexer, in_hole ? UNEXPECTED : NEWLINE);
  if (valid[LINE_START] && !valid[NEWLINE]) return found(lexer, BLANK_LINE);
  const enum Token token = line_break_of(lexer, valid);
  return valid[token] && found(lexer, token);
}

// A pragma takes the rest of its line.
static bool scan_pragma(TSLexer* lexer) {
  static const char* const kPragmas[] = {"disable-diagnostics", "disable-next-line",
                                         "restore-diagnostics", NULL};
  char word[LONGEST_WORD];
  advance(lexer);
  read_word(lexer, word);
  if (!is_one_of(word, kPragmas)) return false;
  while (!is_line_break(lexer->lookahead) && !lexer->eof(lexer)) advance(lexer);
  lexer->mark_end(lexer);
  return found(lexer, COMMENT);
}

// --- texts

// What a stretch of text ends with.
enum Stop { AT_END, AT_HOLE, AT_LINE_BREAK };

// The stretch of text up to its end or next hole; marks where that begins. `*any`
// becomes true if there is text at all.
static enum Stop scan_text(TSLexer* lexer, uint16_t dollars, bool* any) {
  const uint32_t needed = dollars == 0 ? 1 : dollars;
  while (!lexer->eof(lexer)) {
    const int32_t c = lexer->lookahead;
    if (c == '$') {
      lexer->mark_end(lexer);
      uint32_t run = 0;
      for (; lexer->lookahead == '$'; ++run) advance(lexer);
      if (lexer->lookahead == '{' && run >= needed) return AT_HOLE;
      *any = true;
    } else if (dollars == 0 && (c == '\'' || is_line_break(c))) {
      lexer->mark_end(lexer);
      return c == '\'' ? AT_END : AT_LINE_BREAK;
    } else if (dollars == 0 && c == '\\') {
      *any = true;
      advance(lexer);
      if (!is_line_break(lexer->lookahead) && !lexer->eof(lexer)) advance(lexer);
    } else if (c == '\'') {
      lexer->mark_end(lexer);
      uint32_t quotes = 0;
      for (; lexer->lookahead == '\''; ++quotes) advance(lexer);
      if (quotes >= 3) return AT_END;
      *any = true;
    } else {
      *any = true;
      advance(lexer);
    }
  }
  lexer->mark_end(lexer);
  return AT_LINE_BREAK;
}

static bool push(Scanner* scanner, uint16_t dollars) {
  if (scanner->depth == DEEPEST) return false;
  scanner->dollars[scanner->depth++] = dollars;
  scanner->plain_dollars = 0;
  return true;
}

// Behind the opening quotes: the whole text if it has no holes, else what stands before the first.
static bool scan_string_start(Scanner* scanner, TSLexer* lexer, uint16_t dollars, bool recovers,
                              enum Token whole, enum Token head) {
  bool any = false;
  const enum Stop stop = scan_text(lexer, dollars, &any);
  if (stop == AT_END) {
    if (dollars == 0) advance(lexer);
    lexer->mark_end(lexer);
    return found(lexer, whole);
  }
  // without its end it is a head all the same: what is wrong is behind it
  if (recovers || (stop == AT_LINE_BREAK && dollars > 0)) return false;
  return push(scanner, dollars) && found(lexer, head);
}

// `'''...'''` has no holes and ends with a run of three or more quotes.
static bool scan_raw_string(TSLexer* lexer) {
  uint32_t quotes = 0;
  while (!lexer->eof(lexer)) {
    const bool quote = lexer->lookahead == '\'';
    if (!quote && quotes >= 3) break;
    quotes = quote ? quotes + 1 : 0;
    advance(lexer);
  }
  lexer->mark_end(lexer);
  return quotes >= 3 && found(lexer, WHOLE_MULTILINE_STRING);
}

static bool scan_string(Scanner* scanner, TSLexer* lexer, bool recovers) {
  uint32_t dollars = 0;
  for (; lexer->lookahead == '$' && dollars < MOST_DOLLARS; ++dollars) advance(lexer);
  if (lexer->lookahead != '\'') return false;
  advance(lexer);
  if (lexer->lookahead != '\'') {
    return dollars == 0 &&
           scan_string_start(scanner, lexer, 0, recovers, WHOLE_STRING, STRING_HEAD);
  }
  advance(lexer);
  if (lexer->lookahead != '\'') {
    lexer->mark_end(lexer);
    return dollars == 0 && found(lexer, WHOLE_STRING);
  }
  advance(lexer);
  if (dollars == 0) return scan_raw_string(lexer);
  return scan_string_start(scanner, lexer, (uint16_t)dollars, recovers, WHOLE_MULTILINE_STRING,
                           MULTILINE_STRING_HEAD);
}

// At dollars, after which nothing is decided yet: the hole that they open, or one of them that is
// text. `*any` says that all of them are.
static bool scan_dollars(Scanner* scanner, TSLexer* lexer, uint32_t needed, bool* any) {
  uint32_t run = 1;
  advance(lexer);
  lexer->mark_end(lexer);
  for (; lexer->lookahead == '$'; ++run) advance(lexer);
  *any = lexer->lookahead != '{' || run < needed;
  if (*any) return false;
  if (run > needed) {
    scanner->plain_dollars = run - needed - 1;
    return found(lexer, STRING_TEXT);
  }
  advance(lexer);
  lexer->mark_end(lexer);
  return found(lexer, HOLE_OPEN);
}

// What comes next in the innermost text.
static bool scan_string_rest(Scanner* scanner, TSLexer* lexer) {
  const uint16_t dollars = scanner->dollars[scanner->depth - 1];
  bool any = false;
  for (; scanner->plain_dollars > 0 && lexer->lookahead == '$'; --scanner->plain_dollars) {
    any = true;
    advance(lexer);
  }
  scanner->plain_dollars = 0;
  lexer->mark_end(lexer);
  if (any) return found(lexer, STRING_TEXT);
  if (lexer->lookahead == '$' && scan_dollars(scanner, lexer, dollars == 0 ? 1 : dollars, &any))
    return true;
  const enum Stop stop = scan_text(lexer, dollars, &any);
  if (any) return found(lexer, STRING_TEXT);
  if (stop != AT_END) return false;
  if (dollars == 0) advance(lexer);
  lexer->mark_end(lexer);
  --scanner->depth;
  return found(lexer, STRING_END);
}

// The rest of a text with too many errors: the time to recover grows with their number.
static bool scan_rest(TSLexer* lexer) {
  if (lexer->eof(lexer)) return false;
  while (!lexer->eof(lexer)) advance(lexer);
  lexer->mark_end(lexer);
  return found(lexer, UNEXPECTED);
}

bool tree_sitter_bicep_external_scanner_scan(void* payload, TSLexer* lexer, const bool* valid) {
  Scanner* scanner = payload;
  const bool recovers = valid[RECOVERY];
  if (valid[STRING_TEXT] && !recovers && scanner->depth > 0)
    return scan_string_rest(scanner, lexer);
  if (recovers && ++scanner->recoveries > MOST_RECOVERIES) return scan_rest(lexer);
  while (is_blank(lexer->lookahead)) lexer->advance(lexer, true);
  switch (lexer->lookahead) {
    case '\n':
    case '\r':
      return scan_line_break(scanner, lexer, valid);
    case '/':
      return scan_comment(lexer);
    case '#':
      return valid[LINE_START] && !recovers && scan_pragma(lexer);
    case '\'':
    case '$':
      return valid[WHOLE_STRING] && scan_string(scanner, lexer, recovers);
    default:
      return false;
  }
}
