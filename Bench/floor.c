/* The floor that pmlint is measured against: reads every file named on standard input, one path a line, and parses it
 * with libcmark, walking the tree once. usage: floor THREADS < paths */
#include <cmark.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char **paths;
static size_t count;
static atomic_size_t next;
static atomic_size_t nodes;

static void parse(const char *path) {
  int descriptor = open(path, O_RDONLY);
  struct stat status;
  if (descriptor < 0 || fstat(descriptor, &status) != 0) {
    perror(path);
    exit(2);
  }
  char *text = malloc(status.st_size + 1);
  ssize_t length = read(descriptor, text, status.st_size);
  close(descriptor);
  cmark_node *root = cmark_parse_document(text, length < 0 ? 0 : length, CMARK_OPT_SOURCEPOS);
  cmark_iter *iterator = cmark_iter_new(root);
  size_t seen = 0;
  while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) seen++;
  atomic_fetch_add_explicit(&nodes, seen, memory_order_relaxed);
  cmark_iter_free(iterator);
  cmark_node_free(root);
  free(text);
}

static void *work(void *unused) {
  (void)unused;
  for (size_t i; (i = atomic_fetch_add(&next, 1)) < count;) parse(paths[i]);
  return NULL;
}

int main(int argc, char **argv) {
  int threads = argc > 1 ? atoi(argv[1]) : 1;
  size_t capacity = 0, room = 0;
  char *line = NULL;
  for (ssize_t length; (length = getline(&line, &room, stdin)) > 0;) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    if (count == capacity) paths = realloc(paths, (capacity = capacity ? 2 * capacity : 1024) * sizeof *paths);
    paths[count++] = strdup(line);
  }
  pthread_t others[64];
  int started = 0;
  for (int i = 1; i < threads && i < 64; i++) started += pthread_create(&others[started], NULL, work, NULL) == 0;
  work(NULL);
  for (int i = 0; i < started; i++) pthread_join(others[i], NULL);
  printf("%zu files, %zu nodes\n", count, (size_t)nodes);
  return 0;
}
