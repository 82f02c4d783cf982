#define _GNU_SOURCE
#include "cposix.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

int cposix_exchange(int from_folder, const char *from, int to_folder, const char *to) {
  return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, RENAME_EXCHANGE);
}

int cposix_rename_new(int from_folder, const char *from, int to_folder, const char *to) {
  return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, RENAME_NOREPLACE);
}

long cposix_list(int folder, void *buffer, size_t size) {
  return syscall(SYS_getdents64, folder, buffer, size);
}

uint64_t cposix_mount(int file) {
#ifdef STATX_MNT_ID
  struct statx status;
  if (statx(file, "", AT_EMPTY_PATH, STATX_MNT_ID, &status) != 0) return 0;
  return status.stx_mask & STATX_MNT_ID ? status.stx_mnt_id : 0;
#else
  return 0;
#endif
}

void cposix_copy_attributes(int from, int to) {
  char names[4096], value[4096];
  ssize_t length = flistxattr(from, names, sizeof names);
  for (ssize_t at = 0; at < length; at += (ssize_t)strlen(names + at) + 1) {
    ssize_t size = fgetxattr(from, names + at, value, sizeof value);
    if (size >= 0) fsetxattr(to, names + at, value, (size_t)size, 0);
  }
}

extern char **environ;

static int start(
    const char *const *arguments, const char *const *settings, posix_spawn_file_actions_t *actions, int output) {
  size_t own = 0, inherited = 0;
  while (settings[own]) own++;
  while (environ && environ[inherited]) inherited++;
  const char **environment = calloc(own + inherited + 1, sizeof *environment);
  if (!environment) return -1;
  memcpy(environment, settings, own * sizeof *environment);
  if (inherited) memcpy(environment + own, environ, inherited * sizeof *environment);

  pid_t process = -1;
  int code = posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0);
  if (!code) code = posix_spawn_file_actions_adddup2(actions, output, 1);
  if (!code) code = posix_spawn_file_actions_addopen(actions, 2, "/dev/null", O_WRONLY, 0);
  if (!code)
    code = posix_spawnp(&process, arguments[0], actions, NULL, (char *const *)arguments, (char *const *)environment);
  free(environment);
  if (!code) return process;
  errno = code;
  return -1;
}

int cposix_start(const char *const *arguments, const char *const *settings, int output) {
  posix_spawn_file_actions_t actions;
  int code = posix_spawn_file_actions_init(&actions);
  if (code) {
    errno = code;
    return -1;
  }
  int process = start(arguments, settings, &actions, output);
  posix_spawn_file_actions_destroy(&actions);
  return process;
}

int cposix_memory_file(void) { return memfd_create("output", MFD_CLOEXEC); }
