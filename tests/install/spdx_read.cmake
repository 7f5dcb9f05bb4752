# SPDX-License-Identifier: MIT
# Reads a bill of materials as JSON, fails where SPDX 2.3 asks for a field that it lacks, and prints
# what it says, a fact a line: cmake -DBILL=FILE -P spdx_read.cmake.
file(READ "${BILL}" bill)

# Prints "label value" of a field that must be there and not be empty.
function(fact label)
    string(JSON value ERROR_VARIABLE error GET "${bill}" ${ARGN})
    if(error OR value STREQUAL "")
        string(JOIN "." field ${ARGN})
        message(FATAL_ERROR "no field ${field}: ${error}")
    endif()
    message("${label} ${value}")
endfunction()

function(facts_of_each list)
    string(JSON length ERROR_VARIABLE error LENGTH "${bill}" ${list})
    if(error OR length EQUAL 0)
        message(FATAL_ERROR "no field ${list}: ${error}")
    endif()
    math(EXPR last "${length} - 1")
    foreach(i RANGE ${last})
        foreach(field IN LISTS ARGN)
            string(REPLACE "." ";" path ${field})
            fact("${list} ${i} ${field}" ${list} ${i} ${path})
        endforeach()
    endforeach()
endfunction()

foreach(field IN ITEMS spdxVersion dataLicense SPDXID name documentNamespace)
    fact(${field} ${field})
endforeach()
fact(created creationInfo created)
fact(creator creationInfo creators 0)
fact(describes documentDescribes 0)
facts_of_each(packages SPDXID name versionInfo downloadLocation filesAnalyzed licenseConcluded
    licenseDeclared copyrightText packageVerificationCode.packageVerificationCodeValue
    packageVerificationCode.packageVerificationCodeExcludedFiles.0)
facts_of_each(files SPDXID fileName checksums.0.algorithm checksums.0.checksumValue
    checksums.1.algorithm checksums.1.checksumValue licenseConcluded licenseInfoInFiles.0
    copyrightText)
facts_of_each(relationships spdxElementId relationshipType relatedSpdxElement)
