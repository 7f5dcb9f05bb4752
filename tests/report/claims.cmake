# SPDX-License-Identifier: MIT
# The article, claim by claim, against values that awk works out from the same files.
if(TARGET minrisk-report)
    add_test(NAME report_claims
        COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/claims_verdicts.sh
            $<TARGET_FILE:minrisk-report> ${PROJECT_SOURCE_DIR}/examples/data)
endif()
