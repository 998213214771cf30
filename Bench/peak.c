/* Prints the peak memory of a program in KiB. A process begins with its parent's peak, so the parent must be small:
 * measured from Python every program would seem to need what Python needs. usage: peak PROGRAM ARGUMENT... < input */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  pid_t child = fork();
  if (child == 0) {
    int null = open("/dev/null", O_WRONLY);
    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
    execv(argv[1], argv + 1);
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) return 2;
#ifdef __APPLE__
  printf("%ld\n", usage.ru_maxrss / 1024);
#else
  printf("%ld\n", usage.ru_maxrss);
#endif
  return 0;
}
