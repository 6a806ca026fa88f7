#include "CTemplates.h"
#include <string.h>

static const unsigned char epub_book_css[] = {
#embed "../../../templates/epub/book.css"
};

// Every template, in byte order of the paths.
static const HandpressTemplate templates[] = {
  {"epub/book.css", epub_book_css, sizeof epub_book_css},
};

const HandpressTemplate *handpress_template(const char *path) {
  for (size_t i = 0; i < sizeof templates / sizeof *templates; i++)
    if (strcmp(templates[i].path, path) == 0) return &templates[i];
  return NULL;
}
