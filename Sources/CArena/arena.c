#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Both are 16 bytes, so that all that follows them is aligned for any type.
struct chunk {
  struct chunk *before;
  size_t size;
};
struct block {
  size_t size;
  size_t padding;
};

static _Thread_local struct chunk *chunks;
static _Thread_local char *next;
static _Thread_local char *end;

static void grow(size_t room) {
  size_t size = chunks ? 2 * chunks->size : room;
  if (size > (1 << 20)) size = 1 << 20;
  if (size < room) size = room;
  struct chunk *chunk = malloc(sizeof *chunk + size);
  if (!chunk) abort();
  chunk->before = chunks;
  chunk->size = size;
  chunks = chunk;
  next = (char *)(chunk + 1);
  end = next + size;
}

static void *take(size_t size) {
  if (size > SIZE_MAX / 4) abort();
  size_t room = sizeof(struct block) + ((size + 15) & ~(size_t)15);
  if ((size_t)(end - next) < room) grow(room);
  struct block *block = (struct block *)next;
  next += room;
  block->size = room - sizeof *block;
  return block + 1;
}

void pmlint_arena_begin(size_t size) { grow(size); }

void pmlint_arena_end(void) {
  while (chunks) {
    struct chunk *before = chunks->before;
    free(chunks);
    chunks = before;
  }
  next = end = NULL;
}

void *pmlint_arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(take(count * size), 0, count * size);
}

void *pmlint_arena_realloc(void *memory, size_t size) {
  if (!memory) return take(size);
  struct block *block = (struct block *)memory - 1;
  size_t old = block->size;
  if (size <= old) return memory;
  // Text that grows is nearly always the last thing taken.
  size_t more = ((size + 15) & ~(size_t)15) - old;
  if ((char *)memory + old == next && (size_t)(end - next) >= more) {
    next += more;
    block->size += more;
    return memory;
  }
  return memcpy(take(size), memory, old);
}

void pmlint_arena_free(void *memory) { (void)memory; }
