// The grammar of HCL's native syntax, as Terraform's .tf and .tfvars files have it; which block may
// stand where is not its matter. Specification: hcl/hclsyntax/spec.md of HashiCorp's HCL.
//
// A line break is a token where it ends something, and a blank everywhere else: in parentheses, in
// brackets, in the holes of texts, and after an operator. The scanner knows which it is.

// From loosest to tightest.
const LEVEL = {
  conditional: 1,
  or: 2,
  and: 3,
  equality: 4,
  comparison: 5,
  sum: 6,
  product: 7,
  unary: 8,
  postfix: 9,
};

const BINARY = [
  [LEVEL.or, ['||']],
  [LEVEL.and, ['&&']],
  [LEVEL.equality, ['==', '!=']],
  [LEVEL.comparison, ['<', '<=', '>', '>=']],
  [LEVEL.sum, ['+', '-']],
  [LEVEL.product, ['*', '/', '%']],
];

const list = (item) => seq(item, repeat(seq(',', item)), optional(','));

module.exports = grammar({
  name: 'hcl',

  word: ($) => $.identifier,

  externals: ($) => [
    $._newline,
    $.comment,
    $._string_start,
    $._heredoc_start,
    $.text,
    $._string_end,
    $._heredoc_end,
    $._hole_open,
    $._directive_open,
    // found by a parser that recovers, never expected: the rest of the text behind what is wrong
    $.unexpected,
    // never found, and expected nowhere: the scanner sees it expected while the parser recovers
    $._recovery,
  ],

  extras: ($) => [/[ \t\r\n\uFEFF]/, $.comment],

  inline: ($) => [$._item],

  rules: {
    source_file: ($) => optional($._body),

    // statements

    _body: ($) =>
      choice(
        seq(repeat1(choice(seq($._item, $._newline), $._newline)), optional($._item)),
        $._item,
      ),

    _item: ($) => choice($.attribute, $.block),

    attribute: ($) => seq(field('name', $.identifier), '=', field('value', $._expression)),

    block: ($) =>
      seq(
        field('type', $.identifier),
        repeat(field('label', choice($.identifier, $.string))),
        '{',
        optional($._body),
        '}',
      ),

    // expressions

    _expression: ($) => choice($.conditional, $.binary, $.unary, $._postfix),

    conditional: ($) =>
      prec.right(
        LEVEL.conditional,
        seq(
          field('condition', $._expression),
          '?',
          field('consequence', $._expression),
          ':',
          field('alternative', $._expression),
        ),
      ),

    binary: ($) =>
      choice(
        ...BINARY.flatMap(([level, operators]) =>
          operators.map((operator) =>
            prec.left(
              level,
              seq(
                field('left', $._expression),
                field('operator', operator),
                field('right', $._expression),
              ),
            ),
          ),
        ),
      ),

    unary: ($) =>
      prec(LEVEL.unary, seq(field('operator', choice('!', '-')), field('operand', $._expression))),

    _postfix: ($) =>
      choice(
        $.identifier,
        $.number,
        $.boolean,
        $.null,
        $.string,
        $.heredoc,
        $.tuple,
        $.object,
        $.for_tuple,
        $.for_object,
        $.parenthesized,
        $.call,
        $.member,
        $.index,
        $.legacy_index,
        $.attribute_splat,
        $.full_splat,
      ),

    parenthesized: ($) => seq('(', $._expression, ')'),

    member: ($) =>
      prec.left(
        LEVEL.postfix,
        seq(field('object', $._postfix), '.', field('name', $.identifier)),
      ),

    // `a[0]`
    index: ($) =>
      prec.left(
        LEVEL.postfix,
        seq(field('object', $._postfix), '[', field('index', $._expression), ']'),
      ),

    // `a.0`
    legacy_index: ($) =>
      prec.left(LEVEL.postfix, seq(field('object', $._postfix), '.', field('index', $.integer))),

    attribute_splat: ($) =>
      prec.left(LEVEL.postfix, seq(field('object', $._postfix), '.', '*')),

    full_splat: ($) =>
      prec.left(LEVEL.postfix, seq(field('object', $._postfix), '[', '*', ']')),

    // `provider::name::function(...)` as well
    call: ($) =>
      seq(
        field('function', choice($.identifier, $.provider_function)),
        '(',
        optional(field('arguments', $.arguments)),
        ')',
      ),

    provider_function: ($) => seq($.identifier, repeat1(seq('::', $.identifier))),

    arguments: ($) =>
      seq($._expression, repeat(seq(',', $._expression)), optional(choice(',', $.expansion))),

    // after the last argument: it is a list of arguments
    expansion: (_) => '...',

    tuple: ($) => seq('[', optional(list($._expression)), ']'),

    object: ($) =>
      seq(
        '{',
        repeat($._newline),
        optional(
          seq(
            $.element,
            repeat(seq($._separator, $.element)),
            optional($._separator),
          ),
        ),
        '}',
      ),

    _separator: ($) => choice(seq(',', repeat($._newline)), repeat1($._newline)),

    element: ($) =>
      seq(field('key', $._expression), choice('=', ':'), field('value', $._expression)),

    for_tuple: ($) => seq('[', $._for_head, field('value', $._expression), optional($.if), ']'),

    for_object: ($) =>
      seq(
        '{',
        repeat($._newline),
        $._for_head,
        field('key', $._expression),
        '=>',
        field('value', $._expression),
        optional($.grouping),
        optional($.if),
        '}',
      ),

    _for_head: ($) =>
      seq(
        'for',
        field('item', $.identifier),
        optional(seq(',', field('item', $.identifier))),
        'in',
        field('iterable', $._expression),
        ':',
      ),

    // after a value: values of one key become a list
    grouping: (_) => '...',

    if: ($) => seq('if', field('condition', $._expression)),

    // texts

    string: ($) => seq($._string_start, repeat($._text_part), $._string_end),

    heredoc: ($) => seq($._heredoc_start, repeat($._text_part), $._heredoc_end),

    _text_part: ($) => choice($.text, $.interpolation, $.directive),

    interpolation: ($) => seq($._hole_open, $._expression, $._hole_close),

    // `%{ if c }`, `%{ else }`, `%{ endif }`, `%{ for x in y }`, `%{ endfor }`: which of them belong
    // together is not told
    directive: ($) =>
      seq(
        $._directive_open,
        choice(
          seq('if', field('condition', $._expression)),
          'else',
          'endif',
          seq(
            'for',
            field('item', $.identifier),
            optional(seq(',', field('item', $.identifier))),
            'in',
            field('iterable', $._expression),
          ),
          'endfor',
        ),
        $._hole_close,
      ),

    _hole_close: (_) => choice('}', '~}'),

    // tokens

    identifier: (_) => /[\p{ID_Start}_][\p{ID_Continue}-]*/u,
    number: (_) => /\d+(\.\d+)?([eE][+-]?\d+)?/,
    integer: (_) => /\d+/,
    boolean: (_) => choice('true', 'false'),
    null: (_) => 'null',
  },
});
