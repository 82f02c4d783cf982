// Linux calls that Glibc's Swift overlay does not show. Each returns -1 and sets errno where it fails.
#ifndef CPOSIX_H
#define CPOSIX_H

#include <stddef.h>
#include <stdint.h>

/// Lets two names change places in one step: renameat2(2) with RENAME_EXCHANGE.
int cposix_exchange(int from_folder, const char *_Nonnull from, int to_folder, const char *_Nonnull to);

/// Renames unless the new name is taken (EEXIST): renameat2(2) with RENAME_NOREPLACE.
int cposix_rename_new(int from_folder, const char *_Nonnull from, int to_folder, const char *_Nonnull to);

/// Reads the next entries of an open folder as `struct linux_dirent64`: getdents64(2). 0 at the end.
long cposix_list(int folder, void *_Nonnull buffer, size_t size);

/// The number of the mount that an open file stands on, 0 where the kernel does not say: statx(2).
uint64_t cposix_mount(int file);

/// Gives one folder the extended attributes (access lists among them) of another, as far as the system permits.
void cposix_copy_attributes(int from, int to);

/// Starts a program that is looked for as a shell would, with nothing to read and its complaints thrown away:
/// posix_spawnp(3). `arguments` and `settings` end with a null; settings such as `A=b` come before the environment's own.
/// The answer is its number, or -1.
int cposix_start(
    const char *_Nonnull const *_Nonnull arguments, const char *_Nonnull const *_Nonnull settings, int output);

/// A file without a name that only memory holds: memfd_create(2).
int cposix_memory_file(void);

#endif
