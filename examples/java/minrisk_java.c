/* SPDX-License-Identifier: MIT */
/* The native half of Minrisk.java: arrays of the virtual machine are read where they are, and each
 * function gives the status of the library. */
#include "minrisk.h"

#include <stdlib.h>

#include "minrisk_Minrisk.h"

/* An array, held in its place until it is released. No function of the machine is called between. */
typedef struct held {
    jarray array;
    void *data;
    size_t n;
} held;

/* The length first: it must not be asked for while another array is held. */
static held of(JNIEnv *env, jarray array)
{
    held h = {NULL, NULL, 0};

    h.array = array;
    h.n = (size_t)(*env)->GetArrayLength(env, array);
    return h;
}

static int hold(JNIEnv *env, held *h)
{
    h->data = (*env)->GetPrimitiveArrayCritical(env, h->array, NULL);
    return h->data != NULL;
}

static void release(JNIEnv *env, const held *h, jint mode)
{
    if (h->data != NULL) {
        (*env)->ReleasePrimitiveArrayCritical(env, h->array, h->data, mode);
    }
}

/* The quantities and what the library writes: NULL where memory is short, which the library refuses
 * as such; the machine then throws its OutOfMemoryError. */
static void release_both(JNIEnv *env, const held *x, const held *out)
{
    release(env, out, 0);
    release(env, x, JNI_ABORT);
}

JNIEXPORT jint JNICALL Java_minrisk_Minrisk_invalid(JNIEnv *env, jclass self,
                                                    jdoubleArray quantities)
{
    held x = of(env, quantities);
    jint index = 0;

    (void)self;
    if (hold(env, &x)) {
        index = (jint)minrisk_first_invalid(x.data, x.n);
    }
    release(env, &x, JNI_ABORT);
    return index;
}

JNIEXPORT jstring JNICALL Java_minrisk_Minrisk_text(JNIEnv *env, jclass self, jint status)
{
    (void)self;
    return (*env)->NewStringUTF(env, minrisk_status_text(status));
}

JNIEXPORT jint JNICALL Java_minrisk_Minrisk_hhi(JNIEnv *env, jclass self, jdoubleArray quantities,
                                                jdoubleArray result)
{
    held x = of(env, quantities), out = of(env, result);
    jint status = MINRISK_E_NULL;

    (void)self;
    if (hold(env, &x) && hold(env, &out)) {
        status = minrisk_hhi(x.data, x.n, out.data);
    }
    release_both(env, &x, &out);
    return status;
}

JNIEXPORT jint JNICALL Java_minrisk_Minrisk_effectiveSuppliers(JNIEnv *env, jclass self,
                                                               jdoubleArray quantities,
                                                               jdoubleArray result)
{
    held x = of(env, quantities), out = of(env, result);
    jint status = MINRISK_E_NULL;

    (void)self;
    if (hold(env, &x) && hold(env, &out)) {
        status = minrisk_effective_suppliers(x.data, x.n, out.data);
    }
    release_both(env, &x, &out);
    return status;
}

JNIEXPORT jint JNICALL Java_minrisk_Minrisk_topShare(JNIEnv *env, jclass self,
                                                     jdoubleArray quantities, jint k,
                                                     jdoubleArray result)
{
    held x = of(env, quantities), out = of(env, result);
    jint status = MINRISK_E_NULL;

    (void)self;
    if (hold(env, &x) && hold(env, &out)) {
        status = minrisk_top_share(x.data, x.n, (size_t)k, out.data);
    }
    release_both(env, &x, &out);
    return status;
}

JNIEXPORT jint JNICALL Java_minrisk_Minrisk_hhiBounds(JNIEnv *env, jclass self, jdoubleArray named,
                                                      jdouble residual, jint suppliers, jdouble cap,
                                                      jdoubleArray result)
{
    held x = of(env, named), out = of(env, result);
    minrisk_interval range;
    jint status = MINRISK_E_NULL;

    (void)self;
    if (hold(env, &x) && hold(env, &out)) {
        status = minrisk_hhi_bounds(x.data, x.n, residual, (size_t)suppliers, cap, &range);
        if (status == MINRISK_OK) {
            ((double *)out.data)[0] = range.low;
            ((double *)out.data)[1] = range.high;
        }
    }
    release_both(env, &x, &out);
    return status;
}

/* Offsets of the library's type; NULL without memory. A negative one comes out beyond every end. */
static size_t *offsets_of(const held *offset)
{
    const jint *from = offset->data;
    size_t *to = malloc((offset->n + 1) * sizeof *to), i;

    for (i = 0; to != NULL && i < offset->n; i++) {
        to[i] = (size_t)from[i];
    }
    return to;
}

JNIEXPORT jint JNICALL Java_minrisk_Minrisk_hhiGroups(JNIEnv *env, jclass self,
                                                      jdoubleArray quantities, jintArray offsets,
                                                      jdoubleArray result, jintArray statuses)
{
    held x = of(env, quantities), offset = of(env, offsets), out = of(env, result);
    held each = of(env, statuses);
    size_t *where = NULL;
    jint status = MINRISK_E_NULL;

    (void)self;
    if (hold(env, &x) && hold(env, &offset) && hold(env, &out) && hold(env, &each)) {
        where = offsets_of(&offset);
        status = minrisk_hhi_groups(x.data, x.n, where, out.n, out.data, each.data);
        free(where);
    }
    release(env, &each, 0);
    release(env, &out, 0);
    release(env, &offset, JNI_ABORT);
    release(env, &x, JNI_ABORT);
    return status;
}
