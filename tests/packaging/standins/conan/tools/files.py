# SPDX-License-Identifier: MIT
"""conan.tools.files: reading is real, the rest is recorded."""


def load(recipe, path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def copy(recipe, pattern, source, target):
    recipe.calls.append(("copy", pattern))


def rmdir(recipe, path):
    recipe.calls.append(("rmdir", path))
