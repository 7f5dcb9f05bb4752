/* SPDX-License-Identifier: MIT */
/* Text on its way into a page: no markup is left in it. */
#include "html.h"
#include "text.h"

/* The text of an element or of an attribute in quotes, as a browser reads it. */
static void check_inert(const char *text)
{
    (void)check_safe(text);
    require(strpbrk(text, "<>\"") == NULL);
    for (text = strchr(text, '&'); text != NULL; text = strchr(text + 1, '&')) {
        size_t name = strspn(text + 1, "#abcdefghijklmnopqrstuvwxyz0123456789");
        require(name > 0 && text[1 + name] == ';');
    }
}

static char *text_of(const struct page *page)
{
    char *text = malloc(page->size + 1);
    require(text != NULL && !page->failed);
    if (page->size > 0)
        memcpy(text, page->bytes, page->size);
    text[page->size] = '\0';
    require(strlen(text) == page->size);
    return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    input in = input_of(bytes, size);
    size_t columns = 2 + take_byte(&in) % 60;
    char *text = take_text(&in), *written;
    struct page page;

    memset(&page, 0, sizeof page);
    html_text(&page, text);
    html_textf(&page, " %s ", text);
    html_text_cut(&page, text, columns);
    written = text_of(&page);
    check_inert(written);
    free(written);
    html_free(&page);
    release_text(text);
    return 0;
}
