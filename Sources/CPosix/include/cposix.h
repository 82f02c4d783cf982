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

#endif
