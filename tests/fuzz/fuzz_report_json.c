/* SPDX-License-Identifier: MIT */
/* Text on its way into JSON. */
#include "json.h"
#include "text.h"

/* The string that begins at a quote: returns what follows it. */
static const char *past_string(const char *text)
{
    require(*text == '"');
    for (text++; *text != '"'; text++) {
        require((unsigned char)*text >= 0x20);
        if (*text == '\\')
            text++;
        require(*text != '\0');
    }
    return text + 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    char *text = take_text(&in), *written;
    FILE *stream = empty_stream();
    struct json json;
    const char *at;

    json_init(&json, stream);
    json_object_begin(&json, NULL);
    json_string(&json, "key", text);
    json_object_end(&json);
    written = written_text(stream);
    (void)check_safe(written);
    at = strchr(written, '"');
    require(at != NULL);
    at = past_string(at);
    require(*at == ':');
    at = past_string(strchr(at, '"'));
    require(strchr(at, '"') == NULL && strchr(at, '}') != NULL);
    free(written);
    release_text(text);
    return 0;
}
