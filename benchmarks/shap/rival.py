"""Trains a model with XGBoost, and explains rows with it.

usage: rival.py train FOLDER ROWS WIDTH TREES DEPTH   writes FOLDER/model.json and FOLDER/rows.f32
       rival.py explain FOLDER ROWS                   prints seconds as JSON, writes FOLDER/contributions.f32
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
import xgboost as xgb

EXPLAINED = 1000


def train(folder, rows, width, trees, depth):
    rng = np.random.default_rng(4)
    X = rng.normal(size=(rows, width)).astype(np.float32)
    signal = X[:, :8].sum(1) + X[:, 0] * X[:, 1] - np.abs(X[:, 2]) + rng.normal(size=rows)
    X[rng.random(X.shape) < 0.05] = np.nan
    params = dict(objective="binary:logistic", max_depth=depth, eta=0.1, tree_method="hist", nthread=1)
    model = xgb.train(params, xgb.DMatrix(X, (signal > 0).astype(np.float32)), trees)
    model.save_model(folder / "model.json")
    X[:EXPLAINED].tofile(folder / "rows.f32")
    print(json.dumps({"version": xgb.__version__}))


def explain(folder, rows):
    model = xgb.Booster({"nthread": 1})
    model.load_model(folder / "model.json")
    X = np.fromfile(folder / "rows.f32", np.float32).reshape(-1, model.num_features())[:rows]
    data = xgb.DMatrix(X, nthread=1)
    model.predict(data, pred_contribs=True)
    start = time.perf_counter()
    contributions = model.predict(data, pred_contribs=True)
    seconds = time.perf_counter() - start
    contributions.astype(np.float32).tofile(folder / "contributions.f32")
    print(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    command, folder, *numbers = sys.argv[1:]
    {"train": train, "explain": explain}[command](Path(folder), *map(int, numbers))
