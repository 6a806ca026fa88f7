/// Graphviz's layout, loaded at run time, behind one function.
///
/// Only a book with diagrams needs it, so its functions are looked up with dlopen. The declarations are those of
/// cgraph.h and gvc.h of Graphviz 2.42 and later, as far as we use them. Graphviz crashes when several threads are in
/// it at once: callers wait for each other.
#ifndef C_GRAPHVIZ_H
#define C_GRAPHVIZ_H

#include <stddef.h>

/// What is told of a laid out graph. Texts live until the receiver returns.
typedef struct {
  void *context;
  /// The graph's or a cluster's box, as the attribute `bb` gives it; the graph's name is empty.
  void (*box)(void *context, const char *name, const char *box);
  /// A node's centre, as `pos` gives it.
  void (*node)(void *context, const char *name, const char *position);
  /// An edge by its attribute `id`: its curve as `pos` gives it, and the centre of its label (`lp`), which may be empty.
  void (*edge)(void *context, const char *id, const char *position, const char *label);
} graph_receiver;

/// Whether the machine has Graphviz.
int graph_is_installed(void);

/// Lays out a graph in the language DOT and tells the receiver of it, nodes and edges in the order of the source.
///
/// Ids are handed out in sequence, because Graphviz's own are addresses in memory and it sorts by them.
/// Returns 0; 1 when Graphviz is missing, 2 when it cannot read the graph, 3 when it cannot lay it out.
int graph_lay_out(const char *dot, size_t length, const char *engine, const graph_receiver *receiver);

#endif
