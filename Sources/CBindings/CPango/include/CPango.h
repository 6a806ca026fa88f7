/// HarfBuzz's and Pango's C interfaces, loaded at run time.
///
/// Linking Pango brings forty libraries to every start (3 ms), and only a book without a cover of its own needs
/// them; so their functions are looked up with dlopen. The declarations are those of hb.h (4.0 and later), cairo.h
/// 1.10 and pangocairo.h 1.44, as far as we use them, under names of our own.
#ifndef C_PANGO_H
#define C_PANGO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct text_hb_blob *text_hb_blob_ref;
typedef struct text_hb_face *text_hb_face_ref;
typedef struct text_hb_font *text_hb_font_ref;
typedef struct text_hb_buffer *text_hb_buffer_ref;
typedef struct text_hb_draw *text_hb_draw_ref;

/// hb_glyph_info_t: after shaping `codepoint` is a glyph, `cluster` the byte of the text it comes from.
typedef struct {
  uint32_t codepoint, mask, cluster, private1, private2;
} text_hb_info;

/// hb_glyph_position_t, in units of the font.
typedef struct {
  int32_t x_advance, y_advance, x_offset, y_offset;
  uint32_t private1;
} text_hb_position;

typedef void (*text_hb_point)(
    text_hb_draw_ref, void *data, void *state, float x, float y, void *user);
typedef void (*text_hb_quadratic)(
    text_hb_draw_ref, void *data, void *state, float x1, float y1, float x, float y, void *user);
typedef void (*text_hb_cubic)(
    text_hb_draw_ref, void *data, void *state, float x1, float y1, float x2, float y2, float x, float y, void *user);
typedef void (*text_hb_close)(text_hb_draw_ref, void *data, void *state, void *user);

/// HarfBuzz's functions we use, each with the name it has after its `hb_`.
typedef struct {
  text_hb_blob_ref (*blob_create)(const char *, unsigned length, int mode, void *user, void (*destroy)(void *));
  void (*blob_destroy)(text_hb_blob_ref);
  text_hb_face_ref (*face_create)(text_hb_blob_ref, unsigned index);
  void (*face_destroy)(text_hb_face_ref);
  unsigned (*face_get_upem)(text_hb_face_ref);
  text_hb_font_ref (*font_create)(text_hb_face_ref);
  void (*font_destroy)(text_hb_font_ref);
  int (*font_get_nominal_glyph)(text_hb_font_ref, uint32_t scalar, uint32_t *glyph);
  void (*font_get_glyph_shape)(text_hb_font_ref, uint32_t glyph, text_hb_draw_ref, void *data);
  text_hb_buffer_ref (*buffer_create)(void);
  void (*buffer_destroy)(text_hb_buffer_ref);
  void (*buffer_add_utf8)(text_hb_buffer_ref, const char *, int length, unsigned offset, int item_length);
  void (*buffer_guess_segment_properties)(text_hb_buffer_ref);
  void (*buffer_set_language)(text_hb_buffer_ref, const void *language);
  const void *(*language_from_string)(const char *, int length);
  void (*shape)(text_hb_font_ref, text_hb_buffer_ref, const void *features, unsigned count);
  text_hb_info *(*buffer_get_glyph_infos)(text_hb_buffer_ref, unsigned *count);
  text_hb_position *(*buffer_get_glyph_positions)(text_hb_buffer_ref, unsigned *count);
  text_hb_draw_ref (*draw_funcs_create)(void);
  void (*draw_funcs_destroy)(text_hb_draw_ref);
  void (*draw_funcs_set_move_to_func)(text_hb_draw_ref, text_hb_point, void *, void (*)(void *));
  void (*draw_funcs_set_line_to_func)(text_hb_draw_ref, text_hb_point, void *, void (*)(void *));
  void (*draw_funcs_set_quadratic_to_func)(text_hb_draw_ref, text_hb_quadratic, void *, void (*)(void *));
  void (*draw_funcs_set_cubic_to_func)(text_hb_draw_ref, text_hb_cubic, void *, void (*)(void *));
  void (*draw_funcs_set_close_path_func)(text_hb_draw_ref, text_hb_close, void *, void (*)(void *));
} text_harfbuzz;

typedef struct text_cairo *text_cairo_ref;
typedef struct text_surface *text_surface_ref;
typedef struct text_layout *text_layout_ref;
typedef struct text_font_description *text_font_description_ref;

/// cairo_path_data_t.
typedef union {
  struct {
    int type, length;
  } header;
  struct {
    double x, y;
  } point;
} text_path_item;

/// cairo_path_t.
typedef struct {
  int status;
  text_path_item *items;
  int count;
} text_path;

/// Functions of Pango, cairo and GObject we use, under their own names.
typedef struct {
  text_surface_ref (*cairo_recording_surface_create)(int content, const void *extents);
  void (*cairo_surface_destroy)(text_surface_ref);
  text_cairo_ref (*cairo_create)(text_surface_ref);
  void (*cairo_destroy)(text_cairo_ref);
  text_path *(*cairo_copy_path_flat)(text_cairo_ref);
  void (*cairo_path_destroy)(text_path *);
  text_layout_ref (*pango_cairo_create_layout)(text_cairo_ref);
  void (*pango_cairo_layout_path)(text_cairo_ref, text_layout_ref);
  void (*g_object_unref)(void *);
  void *(*pango_layout_get_context)(text_layout_ref);
  void (*pango_context_set_language)(void *context, const void *language);
  const void *(*pango_language_from_string)(const char *);
  void (*pango_layout_set_text)(text_layout_ref, const char *, int length);
  void (*pango_layout_set_width)(text_layout_ref, int units);
  void (*pango_layout_set_wrap)(text_layout_ref, int mode);
  void (*pango_layout_set_line_spacing)(text_layout_ref, float factor);
  void (*pango_layout_get_size)(text_layout_ref, int *width, int *height);
  int (*pango_layout_get_unknown_glyphs_count)(text_layout_ref);
  void (*pango_layout_set_font_description)(text_layout_ref, text_font_description_ref);
  text_font_description_ref (*pango_font_description_from_string)(const char *);
  void (*pango_font_description_set_absolute_size)(text_font_description_ref, double units);
  void (*pango_font_description_free)(text_font_description_ref);
} text_pango;

/// The functions, loaded on the first call; null when the machine has no HarfBuzz of 4.0 or later.
const text_harfbuzz *text_load_harfbuzz(void);

/// The functions, loaded on the first call; null when the machine has no Pango of 1.44 or later.
const text_pango *text_load_pango(void);

#endif
