#ifndef PMLINT_ARENA_H
#define PMLINT_ARENA_H

#include <stddef.h>

/// Memory for one parse on one thread: taken in large pieces and given back as a whole, since libcmark's many small
/// nodes cost more to allocate and to free than to fill.
///
/// What the three functions of an allocator do is bound to the thread that called `pmlint_arena_begin`, because libcmark
/// hands its allocator no context.

/// Begins an arena with room for `size` bytes.
void pmlint_arena_begin(size_t size);

/// Gives back all memory of the arena. No pointer into it may be used any more.
void pmlint_arena_end(void);

/// As those of the C library, but that memory is only given back at the end, and that they end the program where the
/// system has no memory left, as libcmark's own do.
void *pmlint_arena_calloc(size_t count, size_t size);
void *pmlint_arena_realloc(void *memory, size_t size);
void pmlint_arena_free(void *memory);

#endif
