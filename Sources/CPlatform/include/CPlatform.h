#pragma once

/// Exchanges two paths in one step (Linux's renameat2 with RENAME_EXCHANGE, which Swift's Glibc
/// module does not show). Returns 0, or the errno of the failure.
int cplatform_exchange(const char *first, const char *second);

/// Renames a file or a folder, never over another (RENAME_NOREPLACE). Returns 0, or the errno:
/// EEXIST when something stands there, EINVAL or ENOSYS where the file system cannot do it.
int cplatform_rename_new(const char *old, const char *renamed);

/// The commit of the sources, as the release gives it (-DCADRAGE_COMMIT=…); empty elsewhere.
const char *cplatform_commit(void);

/// Writes what the file system of an open file still holds in memory. Returns 0, or the errno.
int cplatform_sync(int descriptor);
