# SPDX-License-Identifier: MIT
"""conan.tools.cmake, recorded."""


def cmake_layout(recipe):
    recipe.calls.append(("layout",))


class CMakeToolchain:
    def __init__(self, recipe):
        self.recipe = recipe
        self.cache_variables = {}

    def generate(self):
        self.recipe.calls.append(("generate", self.cache_variables))


class CMake:
    def __init__(self, recipe):
        self.calls = recipe.calls

    def configure(self):
        self.calls.append(("configure",))

    def build(self):
        self.calls.append(("build",))

    def install(self):
        self.calls.append(("install",))
