#ifndef TREE_SITTER_BICEP_H_
#define TREE_SITTER_BICEP_H_

typedef struct TSLanguage TSLanguage;

#ifdef __cplusplus
extern "C" {
#endif

const TSLanguage *tree_sitter_bicep(void);

#ifdef __cplusplus
}
#endif

#endif // TREE_SITTER_BICEP_H_
