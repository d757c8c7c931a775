"""XGBoost and LightGBM for the benchmark of trees. Prints one line of JSON; the clock starts at opening the files.

python rivals.py versions | fit ENGINE REQUEST | score MODEL ROWS WIDTH PREDICTIONS | train FOLDER WIDTH MODEL PREDICTIONS
"""

import json
import os
import resource
import sys
import time

# Spinning helpers of a library's thread pool take the processor from whoever is measured next to them.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import numpy as np


def rows(path, width):
    return np.fromfile(path, np.float32).reshape(-1, width)


def fit_xgboost(request):
    import xgboost

    started = time.perf_counter()
    X = rows(os.path.join(request["folder"], "train.f32"), request["width"])
    y = np.fromfile(os.path.join(request["folder"], "train.y.f32"), np.float32)
    data = xgboost.QuantileDMatrix(X, y, max_bin=256, nthread=request["threads"])
    params = {
        "objective": "binary:logistic",
        "tree_method": "hist",
        **xgboost_growth(request["growth"]),
        "eta": 0.1,
        "max_bin": 256,
        "nthread": request["threads"],
    }
    model = xgboost.train(params, data, 100)
    seconds = time.perf_counter() - started
    return seconds, lambda X: model.inplace_predict(X)


def xgboost_growth(growth):
    if growth == "depth-wise":
        return {"max_depth": 6}
    return {"max_depth": 16, "grow_policy": "lossguide", "max_leaves": 63}


def fit_lightgbm(request):
    import lightgbm

    started = time.perf_counter()
    X = rows(os.path.join(request["folder"], "train.f32"), request["width"])
    y = np.fromfile(os.path.join(request["folder"], "train.y.f32"), np.float32)
    params = {
        "objective": "binary",
        "max_depth": 16 if request["growth"] == "leaf-wise" else 6,
        "num_leaves": 63 if request["growth"] == "leaf-wise" else 64,
        "learning_rate": 0.1,
        "max_bin": 255,
        "lambda_l2": 1.0,
        "min_sum_hessian_in_leaf": 1.0,
        "min_data_in_leaf": 1,
        "num_threads": request["threads"],
        "verbosity": -1,
    }
    model = lightgbm.train(params, lightgbm.Dataset(X, y), 100)
    seconds = time.perf_counter() - started
    return seconds, lambda X: model.predict(X)


def fit(engine, request):
    seconds, predict = {"xgboost": fit_xgboost, "lightgbm": fit_lightgbm}[engine](request)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    test = rows(os.path.join(request["folder"], "test.f32"), request["width"])
    predict(test).astype(np.float32).tofile(request["predictions"])
    return {"seconds": seconds, "megabytes": megabytes}


def score(model, path, width, predictions):
    import xgboost

    booster = xgboost.Booster(model_file=model)
    booster.predict(data_matrix(xgboost, rows(path, int(width)))).astype(np.float32).tofile(predictions)
    return {}


def train(folder, width, model, predictions):
    import xgboost

    X = rows(os.path.join(folder, "train.f32"), int(width))
    y = np.fromfile(os.path.join(folder, "train.y.f32"), np.float32)
    params = {"objective": "binary:logistic", "tree_method": "hist", "max_depth": 6}
    booster = xgboost.train(params, data_matrix(xgboost, X, y), 100)
    booster.save_model(model)
    return score(model, os.path.join(folder, "test.f32"), width, predictions)


def data_matrix(xgboost, X, y=None):
    return xgboost.DMatrix(X, y, feature_names=[f"x{j}" for j in range(X.shape[1])])


def versions():
    found = {}
    for name in ("xgboost", "lightgbm"):
        try:
            found[name] = __import__(name).__version__
        except ImportError:
            pass
    return found


command, *arguments = sys.argv[1:]
if command == "fit":
    answer = fit(arguments[0], json.loads(arguments[1]))
else:
    answer = {"versions": versions, "score": score, "train": train}[command](*arguments)
print(json.dumps(answer))
