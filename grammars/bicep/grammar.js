// The grammar of Bicep: .bicep and .bicepparam files alike; which statement stands in which kind of
// file is not its matter.
//
// A line break is a token where Bicep allows one and an error everywhere else. `_newline` takes a
// run of them; one that a statement goes on after has a token of its own for what it may go on with.
// The scanner knows which it is.

// From loosest to tightest.
const LEVEL = {
  lambda: -1,
  conditional: 1,
  coalesce: 2,
  or: 3,
  and: 4,
  equality: 5,
  comparison: 6,
  sum: 7,
  product: 8,
  unary: 9,
  postfix: 10,
};

const BINARY = [
  [LEVEL.coalesce, ['??']],
  [LEVEL.or, ['||']],
  [LEVEL.and, ['&&']],
  [LEVEL.equality, ['==', '!=', '=~', '!~']],
  [LEVEL.comparison, ['<', '<=', '>', '>=']],
  [LEVEL.sum, ['+', '-']],
  [LEVEL.product, ['*', '/', '%']],
];

// `[`, members, `]`: they are separated by line breaks or one comma, never by both; either may stand
// before the end as well.
const members = ($, open, member, close) =>
  seq(
    open,
    optional($._line_break),
    optional(
      seq(
        member,
        repeat(seq(choice(',', $._line_break), member)),
        optional(choice(',', $._line_break)),
      ),
    ),
    close,
  );

// What a line break may stand before.
const after = ($, line_break, rest) =>
  seq(optional(seq(line_break, optional($._line_start))), rest);

// `(`, items, `)`: one comma separates; line breaks may follow it and the opening bracket, and
// precede the closing one.
const list = ($, open, item, close) =>
  seq(
    open,
    optional($._line_break),
    optional(
      seq(item, repeat(seq(',', optional($._line_break), item)), optional($._line_break)),
    ),
    close,
  );

// The names of a function's or a lambda's parameters: line breaks may stand around every comma, and
// a last one is allowed.
const parameters = ($, item) =>
  seq(
    '(',
    optional($._line_break),
    optional(
      seq(
        item,
        optional($._line_break),
        repeat(seq(',', optional($._line_break), item, optional($._line_break))),
        optional(seq(',', optional($._line_break))),
      ),
    ),
    ')',
  );

module.exports = grammar({
  name: 'bicep',

  word: ($) => $.identifier,

  externals: ($) => [
    $._newline,
    $._newline_before_question,
    $._newline_before_colon,
    $._newline_before_bar,
    $._newline_before_if,
    $._newline_before_body,
    $._blank_line,
    $.comment,
    $._whole_string,
    $._string_head,
    $._whole_multiline_string,
    $._multiline_string_head,
    $._string_text,
    $._string_end,
    $._hole_open,
    // never found: where it is expected, a line begins
    $._line_start,
    // never found: what comes before it is an error
    $._unexpected,
    // never found, and expected nowhere: the scanner sees it expected while the parser recovers
    $._recovery,
  ],

  extras: ($) => [/[ \t]/, $.comment, $._blank_line],

  inline: ($) => [$._line_break, $._name],

  conflicts: ($) => [[$._primary, $._lambda_parameter]],

  rules: {
    source_file: ($) =>
      seq(
        optional($._line_start),
        // a line break alone is what is left of a statement that has an error
        repeat(choice(seq($._statement, $._line_break), $._line_break)),
        optional($._statement),
      ),

    _line_break: ($) => seq($._newline, optional($._line_start)),

    // statements

    _statement: ($) =>
      choice(
        $.target_scope,
        $.metadata,
        $.parameter,
        $.variable,
        $.type_declaration,
        $.function,
        $.resource,
        $.module,
        $.output,
        $.import,
        $.extension,
        $.assert,
        $.test,
        $.using,
        $.extends,
        $.extension_config,
      ),

    _decorators: ($) => repeat1(seq($.decorator, $._line_break)),
    decorator: ($) =>
      seq(
        '@',
        choice(
          $._name,
          $.call,
          alias($._decorator_member, $.member),
          alias($._decorator_method_call, $.method_call),
        ),
      ),
    _decorator_object: ($) =>
      choice(
        $.identifier,
        $.call,
        alias($._decorator_member, $.member),
        alias($._decorator_method_call, $.method_call),
      ),
    _decorator_member: ($) =>
      seq(field('object', $._decorator_object), '.', field('name', $._name)),
    _decorator_method_call: ($) =>
      seq(
        field('object', $._decorator_object),
        '.',
        field('function', $.identifier),
        field('arguments', $.arguments),
      ),

    target_scope: ($) =>
      seq(optional($._decorators), 'targetScope', '=', field('value', $._expression)),

    metadata: ($) =>
      seq(
        optional($._decorators),
        'metadata',
        field('name', $._name),
        '=',
        field('value', $._expression),
      ),

    // a file of parameters gives values without types
    parameter: ($) =>
      seq(
        optional($._decorators),
        'param',
        field('name', $._name),
        choice(
          seq(field('type', $._declared_type), optional(seq('=', field('value', $._expression)))),
          seq('=', field('value', $._expression)),
        ),
      ),

    variable: ($) =>
      seq(
        optional($._decorators),
        'var',
        field('name', $._name),
        optional(field('type', $._declared_type)),
        '=',
        field('value', $._expression),
      ),

    type_declaration: ($) =>
      seq(
        optional($._decorators),
        'type',
        field('name', $._name),
        '=',
        field('value', $._declared_type),
      ),

    function: ($) =>
      seq(
        optional($._decorators),
        'func',
        field('name', $._name),
        parameters($, $.function_parameter),
        field('type', $._declared_type),
        '=>',
        after($, $._newline_before_body, field('body', $._expression)),
      ),
    function_parameter: ($) => seq(field('name', $._name), field('type', $._declared_type)),

    resource: ($) =>
      seq(
        optional($._decorators),
        'resource',
        field('name', $._name),
        field('type', $.string),
        optional(field('existing', 'existing')),
        '=',
        choice(
          field('body', alias($._resource_object, $.object)),
          field('body', alias($._resource_loop, $.array)),
          after($, $._newline_before_if, field('body', alias($._resource_if, $.if))),
        ),
      ),
    _resource_object: ($) =>
      members($, '{', choice(alias($._resource_property, $.property), $.spread, $.resource), '}'),
    _resource_property: ($) =>
      seq(
        field('key', choice($._name, alias('resource', $.identifier), $.string)),
        ':',
        field('value', $._expression),
      ),
    _resource_if: ($) =>
      seq($._if_head, field('body', alias($._resource_object, $.object))),
    _resource_loop: ($) =>
      seq(
        '[',
        optional($._line_break),
        alias($._resource_for, $.for),
        optional($._line_break),
        ']',
      ),
    _resource_for: ($) =>
      seq(
        $._loop_head,
        field(
          'body',
          choice(alias($._resource_object, $.object), alias($._resource_if, $.if)),
        ),
      ),

    module: ($) =>
      seq(
        optional($._decorators),
        'module',
        field('name', $._name),
        field('path', $.string),
        '=',
        choice(
          field('body', $.object),
          field('body', alias($._module_loop, $.array)),
          after($, $._newline_before_if, field('body', $.if)),
        ),
      ),
    if: ($) => seq($._if_head, field('body', $.object)),
    _if_head: ($) =>
      seq(
        'if',
        '(',
        optional($._line_break),
        field('condition', $._expression),
        optional($._line_break),
        ')',
      ),
    _module_loop: ($) =>
      seq(
        '[',
        optional($._line_break),
        alias($._module_for, $.for),
        optional($._line_break),
        ']',
      ),
    _module_for: ($) => seq($._loop_head, field('body', choice($.object, $.if))),

    output: ($) =>
      seq(
        optional($._decorators),
        'output',
        field('name', $._name),
        field('type', choice($._declared_type, alias('resource', $.resource_type))),
        '=',
        field('value', $._expression),
      ),

    import: ($) =>
      seq(
        optional($._decorators),
        'import',
        choice($._import_items, $.import_all),
        'from',
        field('path', $.string),
      ),
    _import_items: ($) => members($, '{', $.import_item, '}'),
    import_item: ($) =>
      choice(
        seq(field('name', $._name), optional($._alias)),
        seq(field('name', $.string), $._alias),
      ),
    import_all: ($) => seq('*', $._alias),
    _alias: ($) => seq('as', field('alias', $._name)),

    // `import 'spec'` is how it was written first
    extension: ($) =>
      seq(
        optional($._decorators),
        choice(
          seq('extension', field('name', choice($._name, $.string))),
          seq('import', field('name', $.string)),
        ),
        optional($._with),
        optional($._alias),
      ),
    _with: ($) => seq('with', field('body', $.object)),

    assert: ($) =>
      seq(
        optional($._decorators),
        'assert',
        field('name', $._name),
        '=',
        field('value', $._expression),
      ),

    test: ($) =>
      seq(
        optional($._decorators),
        'test',
        field('name', $._name),
        field('path', $.string),
        '=',
        field('body', $.object),
      ),

    using: ($) =>
      seq(
        optional($._decorators),
        'using',
        choice(field('path', $.string), 'none'),
        optional($._with),
      ),
    extends: ($) => seq(optional($._decorators), 'extends', field('path', $.string)),
    extension_config: ($) =>
      seq(optional($._decorators), 'extensionConfig', field('name', $._name), $._with),

    // expressions

    _expression: ($) => choice($.conditional, $._operation),
    conditional: ($) =>
      prec.right(
        LEVEL.conditional,
        seq(
          field('condition', $._operation),
          after($, $._newline_before_question, '?'),
          field('consequence', $._expression),
          after($, $._newline_before_colon, ':'),
          field('alternative', $._expression),
        ),
      ),

    _operation: ($) => choice($.binary, $.unary, $._chain),
    binary: ($) =>
      choice(
        ...BINARY.map(([level, operators]) =>
          prec.left(
            level,
            seq(
              field('left', $._operation),
              field('operator', choice(...operators)),
              field('right', $._operation),
            ),
          ),
        ),
      ),
    unary: ($) =>
      prec(LEVEL.unary, seq(field('operator', choice('!', '-')), field('operand', $._chain))),

    _chain: ($) =>
      choice($.member, $.method_call, $.index, $.nested, $.non_null, $._primary),
    member: ($) =>
      prec(
        LEVEL.postfix,
        seq(field('object', $._chain), '.', optional(field('safe', '?')), field('name', $._name)),
      ),
    method_call: ($) =>
      prec(
        LEVEL.postfix,
        seq(
          field('object', $._chain),
          '.',
          field('function', $.identifier),
          field('arguments', $.arguments),
        ),
      ),
    index: ($) =>
      prec(
        LEVEL.postfix,
        seq(
          field('object', $._chain),
          '[',
          optional(field('safe', '?')),
          optional(field('from_end', '^')),
          field('index', $._expression),
          ']',
        ),
      ),
    nested: ($) =>
      prec(LEVEL.postfix, seq(field('object', $._chain), '::', field('name', $._name))),
    non_null: ($) => prec(LEVEL.postfix, seq($._chain, '!')),

    _primary: ($) =>
      choice(
        $.identifier,
        $._literal,
        $.array,
        $.object,
        $.parenthesized,
        $.call,
        $.lambda,
      ),
    _literal: ($) =>
      choice($.integer, $.boolean, $.null, $.string, $.multiline_string),

    call: ($) => seq(field('function', $.identifier), field('arguments', $.arguments)),
    arguments: ($) => list($, '(', $._expression, ')'),
    parenthesized: ($) =>
      seq('(', optional($._line_break), $._expression, optional($._line_break), ')'),

    lambda: ($) =>
      prec.right(
        LEVEL.lambda,
        seq(
          choice(
            field('parameter', $.identifier),
            parameters($, field('parameter', $._lambda_parameter)),
          ),
          '=>',
          after($, $._newline_before_body, field('body', $._expression)),
        ),
      ),
    _lambda_parameter: ($) => $.identifier,

    array: ($) =>
      choice(
        members($, '[', choice($._expression, $.spread), ']'),
        seq('[', optional($._line_break), $.for, optional($._line_break), ']'),
      ),
    spread: ($) => seq('...', $._expression),
    for: ($) => seq($._loop_head, field('body', $._expression)),
    _loop_head: ($) =>
      seq(
        'for',
        choice(
          field('item', $._name),
          seq('(', field('item', $._name), ',', field('index', $._name), ')'),
        ),
        'in',
        field('iterable', $._expression),
        ':',
      ),

    object: ($) => members($, '{', choice($.property, $.spread), '}'),
    property: ($) =>
      seq(field('key', choice($._name, $.string)), ':', field('value', $._expression)),

    string: ($) =>
      choice(
        $._whole_string,
        seq($._string_head, repeat(choice($._string_text, $.interpolation)), $._string_end),
      ),
    multiline_string: ($) =>
      choice(
        $._whole_multiline_string,
        seq(
          $._multiline_string_head,
          repeat(choice($._string_text, $.interpolation)),
          $._string_end,
        ),
      ),
    interpolation: ($) => seq($._hole_open, $._expression, '}'),

    identifier: (_) => /[A-Za-z_][A-Za-z0-9_]*/,
    integer: (_) => /[0-9]+/,
    boolean: (_) => choice('true', 'false'),
    null: (_) => 'null',

    // a name to declare or to select
    _name: ($) => choice($.identifier, $._reserved),
    // these three are words of the language everywhere
    _reserved: ($) => seq(choice('true', 'false', 'null'), $._unexpected),

    // types

    _declared_type: ($) => choice($._type, $.resource_type),
    resource_type: ($) => seq('resource', $.string),

    _type: ($) => choice($.union_type, $._type_member),
    union_type: ($) =>
      choice(
        seq($._union_bar, $._type_member, repeat(seq($._union_bar, $._type_member))),
        seq($._type_member, repeat1(seq($._union_bar, $._type_member))),
      ),
    _union_bar: ($) => after($, $._newline_before_bar, '|'),

    _type_member: ($) =>
      choice($.nullable_type, $.non_null_type, alias($._type_unary, $.unary), $._type_chain),
    nullable_type: ($) => seq($._type_member, '?'),
    non_null_type: ($) => seq($._type_member, '!'),
    _type_unary: ($) => seq(field('operator', choice('!', '-')), field('operand', $._type_chain)),

    _type_chain: ($) =>
      choice(
        $.array_type,
        $.member_type,
        alias($._type_of_type, $.resource_type),
        $._literal,
        $.identifier,
        $.object_type,
        $.tuple_type,
        $.parenthesized_type,
      ),
    array_type: ($) => seq($._type_chain, '[', ']'),
    member_type: ($) =>
      seq(
        $._type_chain,
        choice(
          seq('.', choice('*', field('name', $._name))),
          seq('[', choice('*', field('index', $._expression)), ']'),
        ),
      ),
    // `resourceInput<'type@version'>`
    _type_of_type: ($) =>
      seq(
        choice(
          $.identifier,
          alias('resource', $.identifier),
          seq($._type_chain, '.', $.identifier),
        ),
        list($, '<', $._type, '>'),
      ),
    parenthesized_type: ($) => seq('(', $._type, ')'),

    tuple_type: ($) => members($, '[', $.tuple_item, ']'),
    tuple_item: ($) => seq(optional($._decorators), field('type', $._type)),

    object_type: ($) => members($, '{', choice($.type_property, $.additional_properties), '}'),
    type_property: ($) =>
      seq(
        optional($._decorators),
        field('key', choice($._name, $.string)),
        ':',
        field('type', $._type),
      ),
    additional_properties: ($) =>
      seq(optional($._decorators), '*', ':', field('type', $._type)),
  },
});
