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
  {"latex/handpress.cls", latex_handpress_cls, sizeof latex_handpress_cls},
  {"latex/handpress.lua", latex_handpress_lua, sizeof latex_handpress_lua},
};

const HandpressTemplate *handpress_template(const char *path) {
  for (size_t i = 0; i < sizeof templates / sizeof *templates; i++)
    if (strcmp(templates[i].path, path) == 0) return &templates[i];
  return NULL;
}
