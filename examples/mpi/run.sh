#!/bin/sh
# SPDX-License-Identifier: MIT
# MPI: a reduction of markets and of tallies; 1, 2, 3 and 4 ranks print the same bits.
# sh examples/mpi/run.sh [FOLDER]
. "$(dirname -- "$0")/../frame.sh"
needs mpicc mpiexec python3
sh "$root/examples/library.sh" "$folder"

mpicc -std=c99 -O2 -Wall -Wextra -Werror -I"$root/include" "$here/reduce.c" "$folder/libminrisk.a" \
    -o "$folder/reduce"

# What Open MPI asks of root, and of more ranks than processors.
OMPI_ALLOW_RUN_AS_ROOT=1
OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
OMPI_MCA_rmaps_base_oversubscribe=1
export OMPI_ALLOW_RUN_AS_ROOT OMPI_ALLOW_RUN_AS_ROOT_CONFIRM OMPI_MCA_rmaps_base_oversubscribe

ranks() {
    mpiexec -n "$1" "$folder/reduce" 2>&1
}

# The same suppliers by exact fractions.
python3 - >"$folder/truth.txt" <<'END'
from fractions import Fraction
size = [1e-12, 0.1, 3.7, 1e5, 2.5e17]
x = [Fraction(size[i % 5] * (1 + i % 977)) for i in range(10000)]
h = sum(q * q for q in x) / sum(x) ** 2
print("HHI of 10000 suppliers: %.17g" % (h.numerator / h.denominator))
END
shows "$folder/truth.txt" ranks 1
mv "$folder/shown" "$folder/one.txt"
for n in 2 3 4; do
    echo "$n ranks:"
    shows "$folder/one.txt" ranks $n
done
