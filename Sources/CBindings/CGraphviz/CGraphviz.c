#include "CGraphviz.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Agdisc_t and its parts.
typedef struct discipline discipline;
typedef struct {
  void *(*open)(void *graph, discipline *);
  long (*map)(void *state, int type, char *name, uint64_t *id, int create);
  long (*alloc)(void *state, int type, uint64_t id);
  void (*free)(void *state, int type, uint64_t id);
  char *(*print)(void *state, int type, uint64_t id);
  void (*close)(void *state);
  void (*idregister)(void *state, int type, void *object);
} id_discipline;
typedef struct {
  int (*afread)(void *channel, char *buffer, int size);
  int (*putstr)(void *channel, const char *text);
  int (*flush)(void *channel);
} io_discipline;
struct discipline {
  void *memory;
  id_discipline *ids;
  io_discipline *io;
};

static struct {
  void *(*gvContext)(void);
  int (*gvLayout)(void *context, void *graph, const char *engine);
  int (*gvFreeLayout)(void *context, void *graph);
  void (*attach_attrs)(void *graph);
  void *(*agread)(void *channel, discipline *);
  int (*agclose)(void *graph);
  void *(*agfstnode)(void *graph);
  void *(*agnxtnode)(void *graph, void *node);
  void *(*agfstout)(void *graph, void *node);
  void *(*agnxtout)(void *graph, void *edge);
  void *(*agfstsubg)(void *graph);
  void *(*agnxtsubg)(void *graph);
  char *(*agget)(void *object, char *name);
  char *(*agnameof)(void *object);
  int (*agseterr)(int level);
} gv;

static void *context;
static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libgvc.so.6", RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
  const struct {
    const char *name;
    void **place;
  } symbols[] = {
#define SYMBOL(name) {#name, (void **)&gv.name}
    SYMBOL(gvContext), SYMBOL(gvLayout), SYMBOL(gvFreeLayout), SYMBOL(attach_attrs), SYMBOL(agread), SYMBOL(agclose),
    SYMBOL(agfstnode), SYMBOL(agnxtnode), SYMBOL(agfstout), SYMBOL(agnxtout), SYMBOL(agfstsubg), SYMBOL(agnxtsubg),
    SYMBOL(agget), SYMBOL(agnameof), SYMBOL(agseterr),
#undef SYMBOL
  };
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
    if (!(*symbols[i].place = dlsym(library, symbols[i].name))) return;
  const int none = 2;
  gv.agseterr(none);
  context = gv.gvContext();
  is_loaded = context != NULL;
}

int graph_is_installed(void) {
  pthread_once(&once, load);
  return is_loaded;
}

// Names and their ids: 2, 4, 6, … in the order of first use; things without a name get 1, 3, 5, ….
typedef struct {
  char **names;
  size_t count, capacity;
  uint32_t *slots;
  size_t slot_count;
  uint64_t anonymous;
} names;

static size_t hash(const char *text) {
  uint64_t h = 1469598103934665603u;
  for (; *text; text++) h = (h ^ (unsigned char)*text) * 1099511628211u;
  return (size_t)h;
}

static void place(names *table, uint32_t number) {
  size_t i = hash(table->names[number - 1]) & (table->slot_count - 1);
  while (table->slots[i]) i = (i + 1) & (table->slot_count - 1);
  table->slots[i] = number;
}

static void grow(names *table) {
  table->capacity = table->capacity ? 2 * table->capacity : 64;
  table->names = realloc(table->names, table->capacity * sizeof *table->names);
  table->slot_count = 4 * table->capacity;
  free(table->slots);
  table->slots = calloc(table->slot_count, sizeof *table->slots);
  for (uint32_t i = 0; i < table->count; i++) place(table, i + 1);
}

static void *open_names(void *graph, discipline *d) {
  names *table = calloc(1, sizeof *table);
  grow(table);
  return table;
}

static long map_name(void *state, int type, char *name, uint64_t *id, int create) {
  names *table = state;
  if (!name) {
    *id = 2 * table->anonymous++ + 1;
    return 1;
  }
  for (size_t i = hash(name) & (table->slot_count - 1); table->slots[i]; i = (i + 1) & (table->slot_count - 1))
    if (strcmp(table->names[table->slots[i] - 1], name) == 0) {
      *id = 2 * (uint64_t)table->slots[i];
      return 1;
    }
  if (!create) return 0;
  if (table->count == table->capacity) grow(table);
  table->names[table->count++] = strdup(name);
  place(table, (uint32_t)table->count);
  *id = 2 * (uint64_t)table->count;
  return 1;
}

static long allocate_id(void *state, int type, uint64_t id) { return 0; }
static void free_id(void *state, int type, uint64_t id) {}
static void register_id(void *state, int type, void *object) {}

static char *print_name(void *state, int type, uint64_t id) {
  names *table = state;
  return id % 2 == 0 && id / 2 <= table->count ? table->names[id / 2 - 1] : NULL;
}

static void close_names(void *state) {
  names *table = state;
  for (size_t i = 0; i < table->count; i++) free(table->names[i]);
  free(table->names);
  free(table->slots);
  free(table);
}

typedef struct {
  const char *text;
  size_t left;
} source;

static int read_source(void *channel, char *buffer, int size) {
  source *from = channel;
  size_t count = from->left < (size_t)size ? from->left : (size_t)size;
  memcpy(buffer, from->text, count);
  from->text += count;
  from->left -= count;
  return (int)count;
}

static int write_nothing(void *channel, const char *text) { return 0; }
static int flush_nothing(void *channel) { return 0; }

static const char *attribute(void *object, char *name) {
  const char *value = gv.agget(object, name);
  return value ? value : "";
}

static void tell_clusters(void *graph, const graph_receiver *to) {
  for (void *sub = gv.agfstsubg(graph); sub; sub = gv.agnxtsubg(sub)) {
    const char *name = gv.agnameof(sub);
    if (name && strncmp(name, "cluster", 7) == 0) to->box(to->context, name, attribute(sub, "bb"));
    tell_clusters(sub, to);
  }
}

static void tell(void *graph, const graph_receiver *to) {
  to->box(to->context, "", attribute(graph, "bb"));
  tell_clusters(graph, to);
  for (void *node = gv.agfstnode(graph); node; node = gv.agnxtnode(graph, node)) {
    const char *name = gv.agnameof(node);
    to->node(to->context, name ? name : "", attribute(node, "pos"));
  }
  for (void *node = gv.agfstnode(graph); node; node = gv.agnxtnode(graph, node))
    for (void *edge = gv.agfstout(graph, node); edge; edge = gv.agnxtout(graph, edge))
      to->edge(to->context, attribute(edge, "id"), attribute(edge, "pos"), attribute(edge, "lp"));
}

static int lay_out(const char *dot, size_t length, const char *engine, const graph_receiver *receiver) {
  id_discipline ids = {open_names, map_name, allocate_id, free_id, print_name, close_names, register_id};
  io_discipline io = {read_source, write_nothing, flush_nothing};
  discipline all = {NULL, &ids, &io};
  source from = {dot, length};
  void *graph = gv.agread(&from, &all);
  if (!graph) return 2;
  int result = gv.gvLayout(context, graph, engine) == 0 ? 0 : 3;
  if (result == 0) {
    gv.attach_attrs(graph);
    tell(graph, receiver);
  }
  gv.gvFreeLayout(context, graph);
  gv.agclose(graph);
  return result;
}

int graph_lay_out(const char *dot, size_t length, const char *engine, const graph_receiver *receiver) {
  if (!graph_is_installed()) return 1;
  static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&turn);
  int result = lay_out(dot, length, engine, receiver);
  pthread_mutex_unlock(&turn);
  return result;
}
