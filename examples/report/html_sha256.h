/* SPDX-License-Identifier: MIT */
#ifndef REPORT_HTML_SHA256_H
#define REPORT_HTML_SHA256_H

#include <stddef.h>

/* SHA-256 of a text in base 64, as a Content-Security-Policy wants it: 44 characters and NUL. */
#define SHA256_BASE64 45
void sha256_base64(const char *bytes, size_t size, char text[SHA256_BASE64]);

#endif
