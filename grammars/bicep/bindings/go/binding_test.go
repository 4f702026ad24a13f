package tree_sitter_bicep_test

import (
	"testing"

	tree_sitter "github.com/smacker/go-tree-sitter"
	"github.com/tree-sitter/tree-sitter-bicep"
)

func TestCanLoadGrammar(t *testing.T) {
	language := tree_sitter.NewLanguage(tree_sitter_bicep.Language())
	if language == nil {
		t.Errorf("Error loading Bicep grammar")
	}
}
