# SPDX-License-Identifier: MIT
# Runs a port as vcpkg does, against stand-ins that record what it asks for; what it would configure is
# configured: cmake -DPORT=FOLDER -DWORK=FOLDER -DVCPKG_LIBRARY_LINKAGE=static -P vcpkg.cmake
set(CURRENT_PORT_DIR ${PORT})
set(CURRENT_PACKAGES_DIR ${WORK}/packages)

function(vcpkg_cmake_configure)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "SOURCE_PATH" "OPTIONS")
    execute_process(COMMAND ${CMAKE_COMMAND} -S ${arg_SOURCE_PATH} -B ${WORK}/build ${arg_OPTIONS}
        COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(vcpkg_cmake_install)
    message(STATUS "install")
endfunction()

# Where the package's files for CMake go is what the port must name.
function(vcpkg_cmake_config_fixup)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "CONFIG_PATH" "")
    file(READ ${WORK}/build/cmake_install.cmake install)
    if(NOT install MATCHES "/[^/\"]*/cmake/minrisk\"" OR NOT arg_CONFIG_PATH STREQUAL "lib/cmake/minrisk")
        message(FATAL_ERROR "no such folder: ${arg_CONFIG_PATH}")
    endif()
endfunction()

function(vcpkg_fixup_pkgconfig)
    message(STATUS "pkg-config")
endfunction()

function(vcpkg_install_copyright)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "FILE_LIST")
    foreach(path IN LISTS arg_FILE_LIST)
        if(NOT EXISTS ${path})
            message(FATAL_ERROR "no such file: ${path}")
        endif()
    endforeach()
    message(STATUS "copyright")
endfunction()

include(${PORT}/portfile.cmake)
