// The files of `templates/`, in the program, so that one binary is all a user installs.
#pragma once
#include <stddef.h>

typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} HandpressTemplate;

/// The template at a path relative to `templates/`; NULL when there is none.
const HandpressTemplate *_Nullable handpress_template(const char *_Nonnull path);

/// How many templates there are.
long handpress_template_count(void);

/// The template of a number, from 0, in byte order of the paths.
const HandpressTemplate *_Nonnull handpress_template_at(long index);
