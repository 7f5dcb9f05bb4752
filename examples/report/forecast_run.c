/* SPDX-License-Identifier: MIT */
/* Trials in slices, which may be run by several threads: each has a tally of its own, and tallies
 * add up to the same in any order. */
#if REPORT_THREADS
#define _POSIX_C_SOURCE 200112L
#include <pthread.h>
#endif

#include "forecast.h"

#include <stdlib.h>

/* Trials of a slice: enough to make the lock cheap, few enough for a bar to move. */
#define SLICE 256u

struct job {
    const minrisk_model *model;
    uint64_t seed;
    uint32_t trials, next;
    struct progress *progress;
    int failed;
#if REPORT_THREADS
    pthread_mutex_t lock; /* of next, progress and failed */
#endif
};

struct worker {
    struct job *job;
    int32_t *work;
    size_t work_len;
    minrisk_tally tally;
#if REPORT_THREADS
    pthread_t thread;
#endif
};

/* --- the bar ---------------------------------------------------------------------------------- */

static void draw(struct progress *progress)
{
    int percent, i;

    if (progress->stream == NULL)
        return;
    percent =
        progress->done < progress->total ? (int)(100 * progress->done / progress->total) : 100;
    if (percent == progress->shown)
        return;
    progress->shown = percent;
    (void)fprintf(progress->stream, "\rtrials [");
    for (i = 0; i < 40; ++i)
        (void)fputc(5 * i < 2 * percent ? '#' : '.', progress->stream);
    (void)fprintf(progress->stream, "] %3d %%", percent);
    (void)fflush(progress->stream);
}

void progress_end(struct progress *progress)
{
    if (progress->stream == NULL || progress->shown < 0)
        return;
    (void)fprintf(progress->stream, "\r%*s\r", 55, "");
    (void)fflush(progress->stream);
}

/* --- slices ----------------------------------------------------------------------------------- */

static void lock(struct job *job)
{
#if REPORT_THREADS
    (void)pthread_mutex_lock(&job->lock);
#else
    (void)job;
#endif
}

static void unlock(struct job *job)
{
#if REPORT_THREADS
    (void)pthread_mutex_unlock(&job->lock);
#else
    (void)job;
#endif
}

/* How many trials are to be run from *first on, 0 at the end; `done` have been. */
static uint32_t next_slice(struct job *job, uint32_t done, uint32_t *first)
{
    uint32_t trials;

    lock(job);
    job->progress->done += done;
    if (done > 0)
        draw(job->progress);
    trials = job->trials - job->next;
    trials = job->failed ? 0 : trials > SLICE ? SLICE : trials;
    *first = job->next;
    job->next += trials;
    unlock(job);
    return trials;
}

static void fail(struct job *job)
{
    lock(job);
    job->failed = 1;
    unlock(job);
}

static void *run(void *pointer)
{
    struct worker *worker = pointer;
    struct job *job = worker->job;
    uint32_t first, done = 0;

    while ((done = next_slice(job, done, &first)) > 0) {
        if (minrisk_forecast_run(job->model, job->seed, first, done, worker->work, worker->work_len,
                                 &worker->tally) != MINRISK_OK)
            fail(job);
    }
    return NULL;
}

static int prepare(struct worker *worker, struct job *job)
{
    size_t work_len = minrisk_forecast_workspace(job->model);

    worker->job = job;
    worker->work_len = work_len;
    worker->work = work_len < SIZE_MAX / sizeof(int32_t)
                       ? malloc((work_len + 1) * sizeof *worker->work)
                       : NULL;
    (void)minrisk_tally_init(&worker->tally, sizeof worker->tally);
    return worker->work == NULL ? -1 : 0;
}

#if REPORT_THREADS
int forecast_has_threads(void)
{
    return 1;
}

/* A thread that cannot be had is done without. */
static void run_all(struct worker *worker, unsigned threads)
{
    unsigned i, started;

    for (started = 1; started < threads; ++started) {
        if (pthread_create(&worker[started].thread, NULL, run, &worker[started]) != 0)
            break;
    }
    (void)run(&worker[0]);
    for (i = 1; i < started; ++i)
        (void)pthread_join(worker[i].thread, NULL);
}
#else
int forecast_has_threads(void)
{
    return 0;
}

static void run_all(struct worker *worker, unsigned threads)
{
    (void)threads;
    (void)run(&worker[0]);
}
#endif

int forecast_trials(const minrisk_model *model, const struct forecast *forecast,
                    struct progress *progress, minrisk_tally *tally)
{
    unsigned threads = forecast->threads, i;
    struct worker *worker = calloc(threads, sizeof *worker);
    struct job job = {.model = model,
                      .seed = forecast->scenario.seed,
                      .trials = forecast->scenario.trials,
                      .progress = progress};

    if (worker == NULL)
        return -1;
    for (i = 0; i < threads; ++i)
        job.failed |= prepare(&worker[i], &job) != 0;
#if REPORT_THREADS
    job.failed |= pthread_mutex_init(&job.lock, NULL) != 0;
#endif
    if (!job.failed)
        run_all(worker, threads);
    (void)minrisk_tally_init(tally, sizeof *tally);
    for (i = 0; i < threads; ++i) {
        job.failed |= worker[i].tally.trials > 0 &&
                      minrisk_tally_merge(tally, &worker[i].tally) != MINRISK_OK;
        free(worker[i].work);
    }
#if REPORT_THREADS
    (void)pthread_mutex_destroy(&job.lock);
#endif
    free(worker);
    return job.failed ? -1 : 0;
}
