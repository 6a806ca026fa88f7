#define _GNU_SOURCE
#include "CProcess.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

static const int watched[] = {SIGINT, SIGTERM, SIGHUP};
enum { watched_count = sizeof watched / sizeof *watched };

static int limit(int resource, uint64_t value) {
  if (value == 0) return 0;
  struct rlimit old;
  if (getrlimit(resource, &old) != 0) return -1;
  rlim_t wanted = old.rlim_max != RLIM_INFINITY && value > old.rlim_max ? old.rlim_max : (rlim_t)value;
  struct rlimit new = {wanted, wanted};
  return setrlimit(resource, &new);
}

/// The child's part, between fork and exec. Does not return; writes errno to `report` when it fails.
static void become(const handpress_program *program, pid_t parent, int output, int report) {
  struct rlimit none = {0, 0};
  int nothing = open("/dev/null", O_RDONLY);
  // Dies with its parent, also where that one is killed outright.
  int ready = setpgid(0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent && nothing >= 0 &&
              dup2(nothing, 0) >= 0 && dup2(output, 1) >= 0 && dup2(output, 2) >= 0 &&
              chdir(program->folder) == 0 && setrlimit(RLIMIT_CORE, &none) == 0 &&
              limit(RLIMIT_CPU, program->cpu_seconds) == 0 && limit(RLIMIT_AS, program->memory_bytes) == 0 &&
              limit(RLIMIT_FSIZE, program->file_bytes) == 0;
  if (ready) {
    for (int i = 0; i < watched_count; i++) signal(watched[i], SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    sigset_t all;
    sigemptyset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    execve(program->arguments[0], program->arguments, program->environment);
  }
  int reason = errno;
  (void)!write(report, &reason, sizeof reason);
  _exit(127);
}

int handpress_start(const handpress_program *program, pid_t *child, int *output) {
  int out[2], report[2];
  if (pipe2(out, O_CLOEXEC) != 0) return errno;
  if (pipe2(report, O_CLOEXEC) != 0) {
    int reason = errno;
    close(out[0]), close(out[1]);
    return reason;
  }
  pid_t parent = getpid();
  pid_t pid = fork();
  if (pid == 0) become(program, parent, out[1], report[1]);
  int reason = pid < 0 ? errno : 0;
  close(out[1]), close(report[1]);
  if (pid > 0) {
    ssize_t count;
    do count = read(report[0], &reason, sizeof reason);
    while (count < 0 && errno == EINTR);
    if (count != sizeof reason) reason = 0;
    if (reason != 0) waitpid(pid, NULL, 0);
  }
  close(report[0]);
  if (reason != 0) close(out[0]);
  *child = pid;
  *output = out[0];
  return reason;
}

void handpress_kill(pid_t child) {
  kill(-child, SIGKILL);
}

int handpress_deadline(unsigned seconds) {
  int timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
  struct itimerspec once = {.it_value = {.tv_sec = seconds}};
  if (timer >= 0) timerfd_settime(timer, 0, &once, NULL);
  return timer;
}

static volatile int signal_pipe = -1;
static struct sigaction former[watched_count];

static void note(int number) {
  int reason = errno;
  unsigned char byte = (unsigned char)number;
  (void)!write(signal_pipe, &byte, 1);
  errno = reason;
}

int handpress_watch_signals(void) {
  int ends[2];
  if (signal_pipe >= 0 || pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  signal_pipe = ends[1];
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  // A parent that works in threads hands its mask down, often with these in it: without this thread nobody would
  // hear of them.
  sigset_t heard;
  sigemptyset(&heard);
  for (int i = 0; i < watched_count; i++) sigaddset(&heard, watched[i]);
  pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
  for (int i = 0; i < watched_count; i++) {
    sigaction(watched[i], NULL, &former[i]);
    // Who started us with a signal ignored, as nohup does, meant it.
    if (former[i].sa_handler != SIG_IGN) sigaction(watched[i], &action, NULL);
  }
  return ends[0];
}

void handpress_stop_watching(int descriptor) {
  if (descriptor < 0) return;
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &former[i], NULL);
  close(signal_pipe), close(descriptor);
  signal_pipe = -1;
}

void handpress_raise(int number) {
  raise(number);
}
