/// Starting a program in a process group of its own, with limits, as Swift cannot: between fork and exec only
/// functions that are safe there may be called.
#pragma once
#include <stdint.h>
#include <sys/types.h>

typedef struct {
  /// NULL-terminated; the first is the program's absolute path.
  char *const *arguments;
  /// NULL-terminated `NAME=value`: all the program gets.
  char *const *environment;
  /// The folder it works in.
  const char *folder;
  /// Limits of setrlimit(2): seconds of CPU, bytes of address space, bytes a file may have.
  uint64_t cpu_seconds, memory_bytes, file_bytes;
} handpress_program;

/// Starts a program whose output and errors come out of one pipe and which reads nothing.
/// - Returns: 0, or the `errno` that hindered it, execve's included.
int handpress_start(const handpress_program *program, pid_t *child, int *output);

/// Kills a program's whole process group.
void handpress_kill(pid_t child);

/// A descriptor that can be read from after so many seconds of wall time; -1 when there is none to be had.
int handpress_deadline(unsigned seconds);

/// From now on SIGINT, SIGTERM and SIGHUP are written to a pipe, a byte each, instead of ending this process.
/// - Returns: the pipe's end to read from, or -1. Only one watch may be on at a time.
int handpress_watch_signals(void);

/// Ends the watch and gives the signals back to who had them.
void handpress_stop_watching(int descriptor);

/// Sends a signal to this process.
void handpress_raise(int signal);

/// The fields of a status of waitpid(2), which are macros in C.
static inline int handpress_did_exit(int status) { return (status & 0x7f) == 0; }
static inline int handpress_exit_code(int status) { return (status >> 8) & 0xff; }
static inline int handpress_end_signal(int status) { return status & 0x7f; }
