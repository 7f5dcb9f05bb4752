# SPDX-License-Identifier: MIT
# A stand-in for ESP-IDF's idf_component_register: a target out of what a component asks for.
function(idf_component_register)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "SRCS;INCLUDE_DIRS;REQUIRES")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "not understood: ${arg_UNPARSED_ARGUMENTS}")
    endif()
    set(COMPONENT_LIB idf_minrisk PARENT_SCOPE)
    add_library(idf_minrisk OBJECT ${arg_SRCS})
    target_include_directories(idf_minrisk PUBLIC ${arg_INCLUDE_DIRS})
endfunction()
