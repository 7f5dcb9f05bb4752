/* SPDX-License-Identifier: MIT */
/* Markets as programs meet them: quantities in single precision. */
#include "minrisk.h"

#include <stdio.h>

int main(void)
{
    const float sold[] = {5.0f, 3.0f, 2.0f};
    float hhi;
    minrisk_status status = minrisk_hhi_f32(sold, sizeof sold / sizeof sold[0], &hhi);

    if (status != MINRISK_OK) {
        printf("%s\n", minrisk_status_text(status));
        return 1;
    }
    printf("HHI %.2f\n", (double)hhi);
    return 0;
}
