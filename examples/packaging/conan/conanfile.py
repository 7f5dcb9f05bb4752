# SPDX-License-Identifier: MIT
"""Recipe for Conan 2, to be copied to the top of a clone: `conan create .`"""
import os
import re

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rmdir


class Minrisk(ConanFile):
    name = "minrisk"
    license = "MIT"
    description = "The risk of depending on a concentrated supply"
    package_type = "library"
    settings = "os", "compiler", "build_type", "arch"
    options = {"shared": [True, False], "fPIC": [True, False]}
    default_options = {"shared": False, "fPIC": True}
    implements = ["auto_shared_fpic"]
    languages = ["C"]
    exports = "include/minrisk/version.h"
    exports_sources = "CMakeLists.txt", "LICENSE", "include/*", "lib/*"

    def set_version(self):
        text = load(self, os.path.join(self.recipe_folder, "include", "minrisk", "version.h"))
        part = dict(re.findall(r"MINRISK_VERSION_(MAJOR|MINOR|PATCH) (\d+)", text))
        self.version = f"{part['MAJOR']}.{part['MINOR']}.{part['PATCH']}"

    def layout(self):
        cmake_layout(self)

    def generate(self):
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["MINRISK_SHARED"] = bool(self.options.shared)
        toolchain.cache_variables["MINRISK_EXAMPLES"] = False
        toolchain.cache_variables["MINRISK_TESTS"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        for folder in "cmake", "pkgconfig":
            rmdir(self, os.path.join(self.package_folder, "lib", folder))

    def package_info(self):
        self.cpp_info.libs = ["minrisk"]
        self.cpp_info.set_property("cmake_file_name", "minrisk")
        self.cpp_info.set_property("cmake_target_name", "minrisk::minrisk")
        self.cpp_info.set_property("pkg_config_name", "minrisk")
        if self.options.shared and self.settings.os == "Windows":
            self.cpp_info.defines = ["MINRISK_SHARED"]
