#include "build.h"

const char *pmlint_commit(void) { return PMLINT_COMMIT; }
