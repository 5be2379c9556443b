#pragma once

/// Exchanges two paths in one step (Linux's renameat2 with RENAME_EXCHANGE, which Swift's Glibc
/// module does not show). Returns 0, or the errno of the failure.
int cplatform_exchange(const char *first, const char *second);

/// Writes what the file system of an open file still holds in memory. Returns 0, or the errno.
int cplatform_sync(int descriptor);
