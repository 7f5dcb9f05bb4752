/* SPDX-License-Identifier: MIT */
/* Text on its way to a terminal: whatever it holds, what is sent is safe. */
#include "out.h"
#include "text.h"

static struct out out_of(FILE *stream, unsigned selector)
{
    struct out out;
    memset(&out, 0, sizeof out);
    out.stream = stream;
    out.width = 40 + (int)(selector % 100);
    return out;
}

static void check_text(const char *text, unsigned selector)
{
    struct out out = out_of(empty_stream(), selector);
    char *written;

    out_text(&out, text);
    written = written_text(out.stream);
    if (strchr(text, '\n') == NULL)
        require(check_safe(written) == text_columns(text));
    (void)check_safe(written);
    free(written);
}

static void check_wrapped(const char *text, unsigned selector)
{
    struct out out = out_of(empty_stream(), selector);
    char *written;

    out_wrap(&out, (int)(selector % 7), (int)(selector % 5), text);
    out_wrapf(&out, 0, 2, "%s, %s", text, text);
    out_heading(&out, text);
    require(!out.failed);
    written = written_text(out.stream);
    (void)check_safe(written);
    free(written);
}

static void check_cell(const char *text, unsigned selector)
{
    struct out out = out_of(empty_stream(), selector);
    int columns = 4 + (int)(selector % 40);
    char *written;

    out_cell(&out, selector % 2 ? columns : -columns, text);
    written = written_text(out.stream);
    require(check_safe(written) == (size_t)columns);
    require(strchr(written, '\n') == NULL);
    free(written);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    unsigned selector = take_byte(&in);
    char *text = take_text(&in);

    check_text(text, selector);
    check_wrapped(text, selector);
    check_cell(text, selector);
    release_text(text);
    return 0;
}
