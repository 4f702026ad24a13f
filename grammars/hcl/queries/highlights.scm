(comment) @comment

[
  "else"
  "endfor"
  "endif"
  "for"
  "if"
  "in"
] @keyword

(block type: (identifier) @type)
(block label: (identifier) @string)
(attribute name: (identifier) @property)
(element key: (identifier) @property)
(member name: (identifier) @property)

(string) @string
(heredoc) @string
(interpolation) @embedded
(directive) @embedded
(number) @number
(integer) @number
(boolean) @boolean
(null) @constant.builtin

(call function: (identifier) @function.call)
(call function: (provider_function) @function.call)
(for_tuple item: (identifier) @variable.parameter)
(for_object item: (identifier) @variable.parameter)
(directive item: (identifier) @variable.parameter)

[
  "!"
  "!="
  "%"
  "&&"
  "*"
  "+"
  "-"
  "/"
  "<"
  "<="
  "="
  "=="
  "=>"
  ">"
  ">="
  "?"
  "||"
  (expansion)
  (grouping)
] @operator

[
  "("
  ")"
  "["
  "]"
  "{"
  "}"
] @punctuation.bracket

[
  ","
  "."
  ":"
  "::"
] @punctuation.delimiter
