#include <libxml/xmlversion.h>
// ICU's headers define types that Foundation's own copy of ICU defines otherwise, and nothing of ours needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
