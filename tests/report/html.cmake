# SPDX-License-Identifier: MIT
# The page for a browser: its bytes, its safety, and what validators and a browser say of it.
set(html_here ${CMAKE_CURRENT_SOURCE_DIR})

add_test(NAME report_html
    COMMAND sh ${html_here}/html_page.sh $<TARGET_FILE:minrisk-report> ${report_data})

# A validator that is absent is a skip by its name.
foreach(tool IN ITEMS tidy vnu html-validate)
    add_test(NAME report_html_${tool}
        COMMAND sh ${html_here}/html_validate.sh ${tool} $<TARGET_FILE:minrisk-report>
            ${report_data})
endforeach()
set_tests_properties(report_html report_html_tidy report_html_vnu report_html_html-validate
    PROPERTIES SKIP_RETURN_CODE 77)
if(MINRISK_TEST_SLOW)
    add_test(NAME report_html_chromium
        COMMAND sh ${html_here}/html_chromium.sh $<TARGET_FILE:minrisk-report> ${report_data})
    set_tests_properties(report_html_chromium PROPERTIES SKIP_RETURN_CODE 77)
endif()
