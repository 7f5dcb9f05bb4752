# SPDX-License-Identifier: MIT
# Stand-ins for the functions of Zephyr that a module uses. Include directories are global there.
macro(zephyr_library_named name)
    set(ZEPHYR_CURRENT_LIBRARY zephyr_${name})
    add_library(${ZEPHYR_CURRENT_LIBRARY} OBJECT "")
endmacro()

function(zephyr_library_sources)
    target_sources(${ZEPHYR_CURRENT_LIBRARY} PRIVATE ${ARGN})
endfunction()

function(zephyr_library_compile_options)
    target_compile_options(${ZEPHYR_CURRENT_LIBRARY} PRIVATE ${ARGN})
endfunction()

function(zephyr_include_directories)
    target_include_directories(${ZEPHYR_CURRENT_LIBRARY} PRIVATE ${ARGN})
endfunction()
