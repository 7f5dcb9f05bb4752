# SPDX-License-Identifier: MIT
"""Stand-ins for the part of Conan 2 that a recipe uses: they record what it asks for."""


class Bag:
    def __init__(self, **values):
        self.__dict__.update(values)
        self.properties = {}

    def set_property(self, name, value):
        self.properties[name] = value


class ConanFile:
    def __init__(self, folder):
        self.recipe_folder = self.source_folder = self.package_folder = folder
        self.options = Bag(**self.default_options)
        self.settings = Bag(os="Linux")
        self.cpp_info = Bag()
        self.calls = []
