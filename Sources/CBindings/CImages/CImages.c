#include "CImages.h"

#include <dlfcn.h>
#include <pthread.h>

/// VipsProgress, as far as we read it: its seconds so far.
typedef struct {
  void *image;
  int run;
} progress;

typedef void (*callback)(void);

/// Functions of libvips and GObject under their own names.
static struct {
  int (*vips_init)(const char *program);
  void (*vips_concurrency_set)(int threads);
  void (*vips_cache_set_max)(int operations);
  void (*vips_block_untrusted_set)(int is_blocked);
  image_ref (*vips_image_new_from_buffer)(const void *, size_t, const char *options, ...);
  int (*vips_image_get_width)(image_ref);
  int (*vips_image_get_height)(image_ref);
  int (*vips_image_hasalpha)(image_ref);
  int (*vips_image_get_bands)(image_ref);
  void (*vips_image_set_progress)(image_ref, int);
  void (*vips_image_set_kill)(image_ref, int);
  image_ref (*vips_image_copy_memory)(image_ref);
  int (*vips_thumbnail_buffer)(const void *, size_t, image_ref *out, int width, ...);
  int (*vips_extract_band)(image_ref, image_ref *out, int band, ...);
  int (*vips_min)(image_ref, double *out, ...);
  int (*vips_pngsave_buffer)(image_ref, void **, size_t *, ...);
  int (*vips_jpegsave_buffer)(image_ref, void **, size_t *, ...);
  char *(*vips_error_buffer_copy)(void);
  void (*vips_error_clear)(void);
  void (*g_object_unref)(void *);
  void (*g_free)(void *);
  unsigned (*g_log_set_handler)(const char *domain, int levels, callback, void *data);
  unsigned long (*g_signal_connect_data)(void *, const char *, callback, void *data, void *destroy, int flags);
} vips;

static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/// libvips tells standard error what it thinks of files; that is for our own diagnostics to say.
static void say_nothing(void) {}

/// dlsym hands out functions as data pointers (POSIX), and looks through the libraries that the library needs too.
static void load(void) {
  const struct {
    const char *name;
    void **place;
  } symbols[] = {
#define SYMBOL(name) {#name, (void **)&vips.name}
    SYMBOL(vips_init), SYMBOL(vips_concurrency_set), SYMBOL(vips_cache_set_max), SYMBOL(vips_block_untrusted_set),
    SYMBOL(vips_image_new_from_buffer), SYMBOL(vips_image_get_width), SYMBOL(vips_image_get_height),
    SYMBOL(vips_image_hasalpha), SYMBOL(vips_image_get_bands), SYMBOL(vips_image_set_progress),
    SYMBOL(vips_image_set_kill), SYMBOL(vips_image_copy_memory), SYMBOL(vips_thumbnail_buffer),
    SYMBOL(vips_extract_band), SYMBOL(vips_min), SYMBOL(vips_pngsave_buffer), SYMBOL(vips_jpegsave_buffer),
    SYMBOL(vips_error_buffer_copy), SYMBOL(vips_error_clear), SYMBOL(g_object_unref), SYMBOL(g_free),
    SYMBOL(g_signal_connect_data), SYMBOL(g_log_set_handler),
#undef SYMBOL
  };
  void *library = dlopen("libvips.so.42", RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
    if (!(*symbols[i].place = dlsym(library, symbols[i].name))) return;
  const int warnings_and_less = 0xF0;  // G_LOG_LEVEL_WARNING, MESSAGE, INFO and DEBUG
  vips.g_log_set_handler("VIPS", warnings_and_less, say_nothing, NULL);
  if (vips.vips_init("handpress")) return;
  // Pictures are worked on side by side, one thread each; the same picture never twice.
  vips.vips_concurrency_set(1);
  vips.vips_cache_set_max(0);
  vips.vips_block_untrusted_set(true);
  is_loaded = true;
}

bool image_load_library(void) {
  pthread_once(&once, load);
  return is_loaded;
}

image_ref image_open(const uint8_t *bytes, size_t count) {
  return vips.vips_image_new_from_buffer(bytes, count, "", NULL);
}

void image_close(image_ref image) { vips.g_object_unref(image); }
int image_width(image_ref image) { return vips.vips_image_get_width(image); }
int image_height(image_ref image) { return vips.vips_image_get_height(image); }
bool image_has_alpha(image_ref image) { return vips.vips_image_hasalpha(image); }

static void look_at_clock(image_ref image, progress *done, int *seconds) {
  if (done->run > *seconds) vips.vips_image_set_kill(image, true);
}

image_ref image_fitted(const uint8_t *bytes, size_t count, int side, double seconds) {
  const int only_smaller = 2;  // VIPS_SIZE_DOWN
  image_ref fitted = NULL;
  if (vips.vips_thumbnail_buffer(
          bytes, count, &fitted, side, "height", side, "size", only_smaller, "export_profile", "srgb", NULL))
    return NULL;
  int limit = (int)seconds;
  vips.vips_image_set_progress(fitted, true);
  vips.g_signal_connect_data(fitted, "eval", (callback)look_at_clock, &limit, NULL, 0);
  image_ref points = vips.vips_image_copy_memory(fitted);
  vips.g_object_unref(fitted);
  return points;
}

bool image_is_opaque(image_ref image) {
  if (!vips.vips_image_hasalpha(image)) return true;
  image_ref alpha = NULL;
  double least = 0;
  if (vips.vips_extract_band(image, &alpha, vips.vips_image_get_bands(image) - 1, NULL)) return false;
  int failed = vips.vips_min(alpha, &least, NULL);
  vips.g_object_unref(alpha);
  return !failed && least >= 255;
}

uint8_t *image_png(image_ref image, size_t *count) {
  void *bytes = NULL;
  const int all_filters = 0xF8;  // VIPS_FOREIGN_PNG_FILTER_ALL
  int failed = vips.vips_pngsave_buffer(
      image, &bytes, count, "strip", true, "compression", 8, "filter", all_filters, NULL);
  return failed ? NULL : bytes;
}

uint8_t *image_jpeg(image_ref image, int quality, size_t *count) {
  void *bytes = NULL;
  // What shines through is white, as the page is.
  int failed = vips.vips_jpegsave_buffer(
      image, &bytes, count, "strip", true, "Q", quality, "optimize_coding", true, "interlace", false, NULL);
  return failed ? NULL : bytes;
}

void image_free(void *bytes) { vips.g_free(bytes); }

char *image_last_error(void) {
  char *text = vips.vips_error_buffer_copy();
  vips.vips_error_clear();
  return text;
}
