"""The Python side of the tabular benchmarks: python rivals.py COMMAND REQUEST.json prints one line of JSON.

`judge` fits XGBoost, a random forest and a logistic regression on each split and gives accuracy and AUC on its test
rows; `tune` searches XGBoost's parameters by Optuna's TPE and judges the winner once.
"""

import json
import sys
import time

import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def read(request):
    rows = pd.concat([pd.read_csv(path, na_values="?") for path in request["paths"]], ignore_index=True)
    y = rows[request["label"]].to_numpy()
    X = rows.drop(columns=[request["label"], *request["without"]])
    for name in X.select_dtypes(exclude="number"):
        X[name] = X[name].astype("category")
    return X, y


def figures(y, score):
    return {"accuracy": accuracy_score(y, score >= 0.5), "auc": roc_auc_score(y, score)}


def judge(request):
    X, y = read(request)
    plain = pd.get_dummies(X).astype(float)
    threads = request["threads"]
    answers = {"XGBoost": [], "sklearn random forest": [], "sklearn logistic regression": []}
    for k, split in enumerate(request["splits"]):
        train, validation, test = (np.array(split[part]) for part in ("train", "validation", "test"))
        booster = xgb.XGBClassifier(
            n_estimators=1000, learning_rate=0.05, max_depth=6, subsample=0.8, colsample_bytree=0.8,
            early_stopping_rounds=25, enable_categorical=True, tree_method="hist", n_jobs=threads, random_state=k,
        )
        booster.fit(X.iloc[train], y[train], eval_set=[(X.iloc[validation], y[validation])], verbose=False)
        learned = np.concatenate([train, validation]) if request["refit"] else train
        if request["refit"]:
            trees = booster.best_iteration + 1
            booster = xgb.XGBClassifier(
                n_estimators=trees, learning_rate=0.05, max_depth=6, subsample=0.8, colsample_bytree=0.8,
                enable_categorical=True, tree_method="hist", n_jobs=threads, random_state=k,
            ).fit(X.iloc[learned], y[learned])
        forest = make_pipeline(
            SimpleImputer(), RandomForestClassifier(400, min_samples_leaf=3, n_jobs=threads, random_state=k)
        ).fit(plain.iloc[learned], y[learned])
        linear = make_pipeline(SimpleImputer(), StandardScaler(), LogisticRegression(max_iter=500))
        linear.fit(plain.iloc[learned], y[learned])
        answers["XGBoost"].append(figures(y[test], booster.predict_proba(X.iloc[test])[:, 1]))
        answers["sklearn random forest"].append(figures(y[test], forest.predict_proba(plain.iloc[test])[:, 1]))
        answers["sklearn logistic regression"].append(figures(y[test], linear.predict_proba(plain.iloc[test])[:, 1]))
    return answers


def tune(request):
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    X, y = read(request)
    split = request["splits"][0]
    train, validation, test = (np.array(split[part]) for part in ("train", "validation", "test"))
    jobs = request["jobs"]

    def model(params):
        return xgb.XGBClassifier(
            n_estimators=500, early_stopping_rounds=25, enable_categorical=True, tree_method="hist", max_bin=256,
            n_jobs=request["threads"] // jobs, random_state=0, **params,
        )

    started = time.perf_counter()
    data = X.iloc[train], y[train]
    held = X.iloc[validation], y[validation]

    def objective(trial):
        booster = model({
            "learning_rate": trial.suggest_float("learning_rate", 0.02, 0.3, log=True),
            "max_depth": trial.suggest_int("max_depth", 3, 10),
            "min_child_weight": trial.suggest_float("min_child_weight", 1, 20, log=True),
            "reg_lambda": trial.suggest_float("reg_lambda", 0.01, 10, log=True),
            "subsample": trial.suggest_float("subsample", 0.5, 1),
            "colsample_bytree": trial.suggest_float("colsample_bytree", 0.5, 1),
        })
        booster.fit(*data, eval_set=[held], verbose=False)
        return roc_auc_score(held[1], booster.predict_proba(held[0])[:, 1])

    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=request["seed"]))
    study.optimize(objective, n_trials=request["trials"], n_jobs=jobs)
    seconds = time.perf_counter() - started
    winner = model(study.best_params).fit(*data, eval_set=[held], verbose=False)
    judged = figures(y[test], winner.predict_proba(X.iloc[test])[:, 1])
    return {"seconds": seconds, "validationAuc": study.best_value, "params": study.best_params, **judged}


with open(sys.argv[2]) as file:
    print(json.dumps({"judge": judge, "tune": tune}[sys.argv[1]](json.load(file))))
