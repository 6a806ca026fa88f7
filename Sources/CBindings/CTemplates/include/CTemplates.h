// The files of `templates/`, in the program, so that one binary is all a user installs.
#pragma once
#include <stddef.h>

typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} HandpressTemplate;

/// Every template, in byte order of the paths relative to `templates/`.
extern const HandpressTemplate handpress_templates[];
extern const size_t handpress_template_count;
