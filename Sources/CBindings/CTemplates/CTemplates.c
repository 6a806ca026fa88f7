#include "CTemplates.h"
#include <string.h>

static const unsigned char epub_book_css[] = {
#embed "../../../templates/epub/book.css"
};

static const unsigned char fonts_inter_medium[] = {
#embed "../../../templates/fonts/Inter-Medium.otf"
};

static const unsigned char fonts_inter_display_bold[] = {
#embed "../../../templates/fonts/InterDisplay-Bold.otf"
};

static const unsigned char latex_handpress_access_lua[] = {
#embed "../../../templates/latex/handpress-access.lua"
};

static const unsigned char latex_handpress_elements_lua[] = {
#embed "../../../templates/latex/handpress-elements.lua"
};

static const unsigned char latex_handpress_glyphs_lua[] = {
#embed "../../../templates/latex/handpress-glyphs.lua"
};

static const unsigned char latex_handpress_links_lua[] = {
#embed "../../../templates/latex/handpress-links.lua"
};

static const unsigned char latex_handpress_log_lua[] = {
#embed "../../../templates/latex/handpress-log.lua"
};

static const unsigned char latex_handpress_marking_lua[] = {
#embed "../../../templates/latex/handpress-marking.lua"
};

static const unsigned char latex_handpress_metadata_lua[] = {
#embed "../../../templates/latex/handpress-metadata.lua"
};

static const unsigned char latex_handpress_spaces_lua[] = {
#embed "../../../templates/latex/handpress-spaces.lua"
};

static const unsigned char latex_handpress_structure_lua[] = {
#embed "../../../templates/latex/handpress-structure.lua"
};

static const unsigned char latex_handpress_tagging_lua[] = {
#embed "../../../templates/latex/handpress-tagging.lua"
};

static const unsigned char latex_handpress_tagging_sty[] = {
#embed "../../../templates/latex/handpress-tagging.sty"
};

static const unsigned char latex_handpress_cls[] = {
#embed "../../../templates/latex/handpress.cls"
};

static const unsigned char latex_handpress_lua[] = {
#embed "../../../templates/latex/handpress.lua"
};

// Every template, in byte order of the paths.
static const HandpressTemplate templates[] = {
  {"epub/book.css", epub_book_css, sizeof epub_book_css},
  {"fonts/Inter-Medium.otf", fonts_inter_medium, sizeof fonts_inter_medium},
  {"fonts/InterDisplay-Bold.otf", fonts_inter_display_bold, sizeof fonts_inter_display_bold},
  {"latex/handpress-access.lua", latex_handpress_access_lua, sizeof latex_handpress_access_lua},
  {"latex/handpress-elements.lua", latex_handpress_elements_lua, sizeof latex_handpress_elements_lua},
  {"latex/handpress-glyphs.lua", latex_handpress_glyphs_lua, sizeof latex_handpress_glyphs_lua},
  {"latex/handpress-links.lua", latex_handpress_links_lua, sizeof latex_handpress_links_lua},
  {"latex/handpress-log.lua", latex_handpress_log_lua, sizeof latex_handpress_log_lua},
  {"latex/handpress-marking.lua", latex_handpress_marking_lua, sizeof latex_handpress_marking_lua},
  {"latex/handpress-metadata.lua", latex_handpress_metadata_lua, sizeof latex_handpress_metadata_lua},
  {"latex/handpress-spaces.lua", latex_handpress_spaces_lua, sizeof latex_handpress_spaces_lua},
  {"latex/handpress-structure.lua", latex_handpress_structure_lua, sizeof latex_handpress_structure_lua},
  {"latex/handpress-tagging.lua", latex_handpress_tagging_lua, sizeof latex_handpress_tagging_lua},
  {"latex/handpress-tagging.sty", latex_handpress_tagging_sty, sizeof latex_handpress_tagging_sty},
  {"latex/handpress.cls", latex_handpress_cls, sizeof latex_handpress_cls},
  {"latex/handpress.lua", latex_handpress_lua, sizeof latex_handpress_lua},
};

const HandpressTemplate *handpress_template(const char *path) {
  for (size_t i = 0; i < sizeof templates / sizeof *templates; i++)
    if (strcmp(templates[i].path, path) == 0) return &templates[i];
  return NULL;
}
