# SPDX-License-Identifier: MIT
"""Reads the manifests of ROOT/examples/packaging and holds them to the library: manifests.py ROOT."""
import configparser
import fnmatch
import glob
import importlib.util
import json
import os
import re
import sys

import yaml

root = sys.argv[1]
here = os.path.join(root, "examples", "packaging")
faults = []


def text_of(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def fault(text):
    faults.append(text)


def parsed(parse, *path):
    try:
        return parse(text_of(here, *path))
    except Exception as error:  # whatever a parser raises
        fault(f"{path[-1]}: {error}")
        return {}


def properties(text):
    parser = configparser.ConfigParser()
    parser.read_string("[library]\n" + text)
    return dict(parser["library"])


part = dict(re.findall(r"MINRISK_VERSION_(MAJOR|MINOR|PATCH) (\d+)",
                       text_of(root, "include", "minrisk", "version.h")))
version = f"{part['MAJOR']}.{part['MINOR']}.{part['PATCH']}"
sources = sorted(os.path.basename(path) for path in glob.glob(os.path.join(root, "lib", "*.c")))


def same_version(name, found):
    if found != version:
        fault(f"another version: {name}: {found}, not {version}")


def same_sources(name, found):
    if sorted(found) != sources:
        fault(f"{name}: not the sources of lib: {set(found) ^ set(sources)}")


def there(name, path):
    if not os.path.exists(os.path.join(root, path)):
        fault(f"{name}: no file {path}")


def check_zephyr():
    module = parsed(yaml.safe_load, "zephyr", "zephyr", "module.yml")
    build = module.get("build", {})
    if module.get("name") != "minrisk" or "cmake" not in build or "kconfig" not in build:
        fault("zephyr: module.yml lacks a key")
        return
    for path in os.path.join(build["cmake"], "CMakeLists.txt"), build["kconfig"]:
        if not os.path.exists(os.path.join(here, "zephyr", path)):
            fault(f"zephyr: no file {path}")
    try:
        import kconfiglib
    except ImportError:
        print("not here: kconfiglib (Debian: python3-kconfiglib)")
        return
    kconfig = kconfiglib.Kconfig(os.path.join(here, "zephyr", "zephyr", "Kconfig"))
    if list(kconfig.syms["MINRISK"].nodes)[0].prompt is None or kconfig.warnings:
        fault("zephyr: Kconfig")


def check_idf():
    manifest = parsed(yaml.safe_load, "esp-idf", "idf_component.yml")
    same_version("esp-idf", manifest.get("version"))


def check_platformio():
    library = parsed(json.loads, "platformio", "library.json")
    if not library:
        return
    build = library["build"]
    same_version("platformio", library["version"])
    there("platformio", build["srcDir"])
    there("platformio", os.path.join(build["includeDir"], library["headers"]))
    for path in library["export"]["include"]:
        if path != "library.json":
            there("platformio", path)
    pattern = re.fullmatch(r"\+<(.+)>", build["srcFilter"]).group(1)
    folder = os.path.join(root, build["srcDir"])
    if os.path.isdir(folder):
        same_sources("platformio", fnmatch.filter(os.listdir(folder), pattern))


def check_arduino():
    library = parsed(properties, "arduino", "library.properties")
    same_version("arduino", library.get("version"))
    for key in "name author maintainer sentence paragraph category url architectures".split():
        if not library.get(key):
            fault(f"arduino: no {key}")
    if "avr" in library.get("architectures", "").split(","):
        fault("arduino: double is not binary64 there: avr")
    there("arduino", os.path.join("include", library.get("includes", "")))


def check_meson():
    text = text_of(here, "meson", "packagefiles", "minrisk", "meson.build")
    same_version("meson", re.search(r"version: '([0-9.]+)'", text).group(1))
    same_sources("meson", re.findall(r"'lib/([a-z0-9_]+\.c)'", text))
    wrap = configparser.ConfigParser()
    wrap.read_string(text_of(here, "meson", "minrisk.wrap"))
    if wrap["wrap-git"]["patch_directory"] != "minrisk" or wrap["provide"]["minrisk"] != "minrisk_dep":
        fault("meson: minrisk.wrap")


def check_vcpkg():
    manifest = parsed(json.loads, "vcpkg", "minrisk", "vcpkg.json")
    same_version("vcpkg", manifest.get("version"))


# What the recipe exports must be what a build of the library reads.
def check_conan():
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "standins"))
    spec = importlib.util.spec_from_file_location("recipe", os.path.join(here, "conan", "conanfile.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    recipe = module.Minrisk(root)
    recipe.set_version()
    same_version("conan", recipe.version)
    for name in ["CMakeLists.txt", "LICENSE", "include/minrisk.h", "include/minrisk/status.h"] + \
            ["lib/" + os.path.basename(path) for path in glob.glob(os.path.join(root, "lib", "*"))]:
        if not any(fnmatch.fnmatch(name, pattern) for pattern in recipe.exports_sources):
            fault(f"conan: not exported: {name}")
    for shared in False, True:
        recipe.options.shared = shared
        recipe.calls.clear()
        for step in "layout", "generate", "build", "package", "package_info":
            getattr(recipe, step)()
        expected = [("layout",), ("generate", {"MINRISK_SHARED": shared, "MINRISK_EXAMPLES": False,
                                               "MINRISK_TESTS": False}),
                    ("configure",), ("build",), ("install",)]
        if recipe.calls[:5] != expected or recipe.cpp_info.libs != ["minrisk"]:
            fault(f"conan: other steps: {recipe.calls}")


# An option that CMakeLists.txt does not have would be passed in vain.
def check_options():
    known = set(re.findall(r"option\((MINRISK_\w+)", text_of(root, "CMakeLists.txt")))
    for path in glob.glob(os.path.join(here, "**", "*"), recursive=True):
        if os.path.isfile(path) and not path.endswith("meson.build"):
            for name in re.findall(r'(?:-D|cache_variables\[")(MINRISK_\w+)', text_of(path)):
                if name not in known:
                    fault(f"no such option: {name}: {os.path.relpath(path, root)}")


for check in (check_zephyr, check_idf, check_platformio, check_arduino, check_meson, check_vcpkg,
              check_conan, check_options):
    check()
print("\n".join(faults) if faults else f"7 manifests of version {version}, {len(sources)} sources")
sys.exit(bool(faults))
