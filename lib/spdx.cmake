# SPDX-License-Identifier: MIT
# Writes a bill of materials, in the form of SPDX 2.3, beside the files just installed. The install
# step runs it, since only then do the archive and its hash exist. It takes
#
#     minrisk_version   three numbers
#     minrisk_licence   path of the LICENSE
#     minrisk_files     the installed files, without DESTDIR
#     minrisk_bill      what to write, in the prefix
cmake_path(ABSOLUTE_PATH minrisk_bill BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}")
file(STRINGS "${minrisk_licence}" copyright REGEX "^Copyright" LIMIT_COUNT 1)

list(SORT minrisk_files)
set(entries "")
set(contains "")
set(hashes "")
set(number 0)
foreach(path IN LISTS minrisk_files)
    set(file "$ENV{DESTDIR}${path}")
    if(IS_SYMLINK "${file}")
        continue()
    endif()
    math(EXPR number "${number} + 1")
    file(RELATIVE_PATH name "${CMAKE_INSTALL_PREFIX}" "${path}")
    file(SHA1 "${file}" sha1)
    file(SHA256 "${file}" sha256)
    list(APPEND hashes ${sha1})
    file(STRINGS "${file}" tag REGEX "SPDX-License-Identifier: MIT|^MIT License" LIMIT_COUNT 1)
    set(stated NONE)
    if(tag)
        set(stated MIT)
    endif()
    string(APPEND entries ",
        {
            \"SPDXID\": \"SPDXRef-File-${number}\",
            \"fileName\": \"./${name}\",
            \"checksums\": [
                {\"algorithm\": \"SHA1\", \"checksumValue\": \"${sha1}\"},
                {\"algorithm\": \"SHA256\", \"checksumValue\": \"${sha256}\"}
            ],
            \"licenseConcluded\": \"MIT\",
            \"licenseInfoInFiles\": [\"${stated}\"],
            \"copyrightText\": \"${copyright}\"
        }")
    string(APPEND contains ",
        {
            \"spdxElementId\": \"SPDXRef-Package\",
            \"relationshipType\": \"CONTAINS\",
            \"relatedSpdxElement\": \"SPDXRef-File-${number}\"
        }")
endforeach()
string(SUBSTRING "${entries}" 1 -1 entries) # no comma before the first

# The package's own hash is that of its files' hashes, sorted and put together (clause 7.9); the name
# of the document follows from it, so that equal installations have equal bills.
list(SORT hashes)
string(JOIN "" hashes ${hashes})
string(SHA1 code "${hashes}")
set(space_of_urls 6ba7b811-9dad-11d1-80b4-00c04fd430c8)
string(UUID uuid NAMESPACE ${space_of_urls} NAME "${code}" TYPE SHA1)

# A clock would make each bill another one. Whoever builds a release gives its time.
set(created 1970-01-01T00:00:00Z)
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    string(TIMESTAMP created "%Y-%m-%dT%H:%M:%SZ" UTC)
endif()

file(RELATIVE_PATH bill "${CMAKE_INSTALL_PREFIX}" "${minrisk_bill}")
file(CONFIGURE OUTPUT "$ENV{DESTDIR}${minrisk_bill}" @ONLY CONTENT [[{
    "spdxVersion": "SPDX-2.3",
    "dataLicense": "CC0-1.0",
    "SPDXID": "SPDXRef-DOCUMENT",
    "name": "minrisk-@minrisk_version@",
    "documentNamespace": "https://spdx.org/spdxdocs/minrisk-@minrisk_version@-@uuid@",
    "creationInfo": {
        "created": "@created@",
        "creators": ["Tool: minrisk-@minrisk_version@"]
    },
    "documentDescribes": ["SPDXRef-Package"],
    "packages": [
        {
            "SPDXID": "SPDXRef-Package",
            "name": "minrisk",
            "versionInfo": "@minrisk_version@",
            "downloadLocation": "NOASSERTION",
            "filesAnalyzed": true,
            "packageVerificationCode": {
                "packageVerificationCodeValue": "@code@",
                "packageVerificationCodeExcludedFiles": ["./@bill@"]
            },
            "licenseConcluded": "MIT",
            "licenseDeclared": "MIT",
            "licenseInfoFromFiles": ["MIT"],
            "copyrightText": "@copyright@",
            "comment": "Of the platform it needs memcpy, memmove, memset and memcmp alone."
        }
    ],
    "files": [@entries@
    ],
    "relationships": [
        {
            "spdxElementId": "SPDXRef-DOCUMENT",
            "relationshipType": "DESCRIBES",
            "relatedSpdxElement": "SPDXRef-Package"
        },
        {
            "spdxElementId": "SPDXRef-Package",
            "relationshipType": "DEPENDS_ON",
            "relatedSpdxElement": "NONE"
        }@contains@
    ]
}
]])
message(STATUS "Installing: $ENV{DESTDIR}${minrisk_bill}")
list(APPEND CMAKE_INSTALL_MANIFEST_FILES "${minrisk_bill}")
