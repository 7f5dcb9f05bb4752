/* SPDX-License-Identifier: MIT */
/* OpenBLAS and GSL, loaded where they are installed, so that the build needs neither. */
#include "peers.h"

#include <dlfcn.h>
#include <string.h>

typedef double (*asum_function)(int n, const double *x, int step);
typedef double (*dot_function)(int n, const double *x, int x_step, const double *y, int y_step);
typedef double (*mean_function)(const double *x, size_t step, size_t n);
typedef double (*squares_function)(const double *x, size_t step, size_t n, double mean);

static asum_function asum;
static dot_function dot;
static mean_function mean;
static squares_function squares_about;

/* A pointer to an object as one to a function: POSIX has it so. */
static int find(void *library, const char *name, void *function)
{
    void *symbol = library ? dlsym(library, name) : NULL;
    memcpy(function, &symbol, sizeof symbol);
    return symbol != NULL;
}

int has_openblas(void)
{
    void *library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    return find(library, "cblas_dasum", &asum) && find(library, "cblas_ddot", &dot);
}

double peer_openblas(const block *b)
{
    double all = 0;
    for (size_t g = 0; g < b->markets; g++) {
        const double *x = b->x + g * b->n;
        double sum = asum((int)b->n, x, 1);
        all += dot((int)b->n, x, 1, x, 1) / (sum * sum);
    }
    return all;
}

int has_gsl(void)
{
    void *library;
    (void)dlopen("libgslcblas.so.0", RTLD_NOW | RTLD_GLOBAL);
    library = dlopen("libgsl.so.27", RTLD_NOW | RTLD_LOCAL);
    return find(library, "gsl_stats_mean", &mean) &&
           find(library, "gsl_stats_tss_m", &squares_about);
}

double peer_gsl(const block *b)
{
    double all = 0;
    for (size_t g = 0; g < b->markets; g++) {
        const double *x = b->x + g * b->n;
        double sum = (double)b->n * mean(x, 1, b->n);
        all += squares_about(x, 1, b->n, 0) / (sum * sum);
    }
    return all;
}
