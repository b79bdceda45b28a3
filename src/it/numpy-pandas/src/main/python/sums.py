"""Computes with numpy and pandas: linear algebra by OpenBLAS, random numbers, a Fourier transform, grouping, CSV, dates."""

import io

import numpy as np
import pandas as pd

matrix = np.array([[4.0, 1.0], [2.0, 3.0]])
print("solve", np.linalg.solve(matrix, np.array([1.0, 2.0])).round(6).tolist())
print("eigenvalues", sorted(np.linalg.eigvals(matrix).real.round(6).tolist()))
large = np.random.default_rng(7).standard_normal((200, 200))
print("inverse", bool(np.allclose(large @ np.linalg.inv(large), np.eye(200))))
print("fft", np.abs(np.fft.fft([1, 0, -1, 0])).tolist())

table = pd.read_csv(io.StringIO("day,city,rain\n2026-01-01,Oslo,3.5\n2026-01-02,Oslo,1.5\n2026-02-01,Rome,2\n"))
table["day"] = pd.to_datetime(table["day"])
print("rain", table.groupby("city")["rain"].sum().to_dict())
print("months", table.set_index("day")["rain"].resample("MS").sum().tolist())
print("query", len(table.query("rain > 1.7")))

try:
    np.linalg.inv(np.zeros((2, 2)))
except np.linalg.LinAlgError as error:
    print("error", error)
