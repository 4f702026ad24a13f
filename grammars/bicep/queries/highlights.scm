(comment) @comment

[
  "as"
  "assert"
  "existing"
  "extends"
  "extension"
  "extensionConfig"
  "for"
  "from"
  "func"
  "if"
  "import"
  "in"
  "metadata"
  "module"
  "none"
  "output"
  "param"
  "resource"
  "targetScope"
  "test"
  "type"
  "using"
  "var"
  "with"
] @keyword

(string) @string
(multiline_string) @string
(interpolation) @embedded
(integer) @number
(boolean) @boolean
(null) @constant.builtin

(decorator "@" @attribute)
(decorator (call function: (identifier) @attribute))
(decorator (method_call function: (identifier) @attribute))
(call function: (identifier) @function.call)
(method_call function: (identifier) @function.method.call)
(function name: (identifier) @function)

(parameter name: (identifier) @variable.parameter)
(function_parameter name: (identifier) @variable.parameter)
(lambda parameter: (identifier) @variable.parameter)
(for item: (identifier) @variable.parameter)
(for index: (identifier) @variable.parameter)

(type_declaration name: (identifier) @type)
(parameter type: (identifier) @type)
(variable type: (identifier) @type)
(output type: (identifier) @type)
(function type: (identifier) @type)
(function_parameter type: (identifier) @type)
(tuple_item type: (identifier) @type)
(type_property type: (identifier) @type)
(additional_properties type: (identifier) @type)
(array_type (identifier) @type)
(nullable_type (identifier) @type)
(non_null_type (identifier) @type)
(union_type (identifier) @type)
(member_type (identifier) @type)
(resource_type (identifier) @type)

(property key: (identifier) @property)
(type_property key: (identifier) @property)
(member name: (identifier) @property)
(nested name: (identifier) @property)

[
  "!"
  "!="
  "!~"
  "%"
  "&&"
  "*"
  "+"
  "-"
  "..."
  "/"
  "::"
  "<"
  "<="
  "="
  "=="
  "=>"
  "=~"
  ">"
  ">="
  "?"
  "??"
  "|"
  "||"
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
] @punctuation.delimiter
