module example.org/minrisk

go 1.19
