#ifndef PMLINT_BUILD_H
#define PMLINT_BUILD_H

/// The commit that was built; empty where the build was not told.
const char *pmlint_commit(void);

#endif
