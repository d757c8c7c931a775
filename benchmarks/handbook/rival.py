"""The models of scikit-learn and XGBoost on the folds of the benchmark:

    python rival.py FOLDER

FOLDER holds `wanted.json`, [{name, folds}], and for each fold `train.f64`, `train.y.f64`, `test.f64`: float64, 15 inputs
row after row. Writes the scores of the test rows and prints [{contestant, whose, scores: [{fold, file}]}].
"""

import json
import sys
import warnings
from functools import cache
from pathlib import Path

import numpy as np
from sklearn.ensemble import IsolationForest, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.preprocessing import StandardScaler
from xgboost import XGBClassifier

folder = Path(sys.argv[1])
warnings.filterwarnings("ignore", message=".*Maximum iterations")  # so many passes are meant
# The release that the book used: exact splits on so few rows, and a first guess of one half.
AS_IN_THE_BOOK = {"tree_method": "exact", "base_score": 0.5, "n_jobs": 2}


@cache
def fold_rows(fold):
    read = lambda name: np.fromfile(folder / fold / f"{name}.f64")
    train, test = read("train").reshape(-1, 15), read("test").reshape(-1, 15)
    scaler = StandardScaler().fit(train)
    return scaler.transform(train), read("train.y"), scaler.transform(test)


def classify(make):
    return lambda train, y, test, seed: make(seed).fit(train, y).predict_proba(test)[:, 1]


def isolate(train, y, test, seed):
    return -IsolationForest(n_estimators=100, random_state=seed).fit(train).score_samples(test)


def autoencoder(train, seed):
    return MLPRegressor(hidden_layer_sizes=(100, 20, 100), batch_size=128, max_iter=8, random_state=seed).fit(train, train)


def errors(network, rows):
    return ((network.predict(rows) - rows) ** 2).mean(axis=1)


def repeat_badly(train, y, test, seed):
    return errors(autoencoder(train, seed), test)


def net(seed):
    return MLPClassifier(hidden_layer_sizes=(64, 32), batch_size=128, max_iter=20, random_state=seed)


def net_with_error(train, y, test, seed):
    repeating = autoencoder(train, seed)
    column = lambda rows: np.log1p(errors(repeating, rows))[:, None]
    center, scale = column(train).mean(), column(train).std()
    widened = lambda rows: np.hstack([rows, (column(rows) - center) / scale])
    return net(seed).fit(widened(train), y).predict_proba(widened(test))[:, 1]


MODELS = [
    ("logistic", "scikit-learn", [0], classify(lambda _: LogisticRegression())),
    ("forest", "scikit-learn", [0, 1, 2], classify(lambda seed: RandomForestClassifier(random_state=seed, n_jobs=2))),
    ("boosting", "XGBoost 3", [0], classify(lambda _: XGBClassifier(n_jobs=2))),
    ("boosting", "XGBoost as in the book", [0], classify(lambda _: XGBClassifier(**AS_IN_THE_BOOK))),
    (
        "boosting-tuned",
        "XGBoost, the book's grid",  # chosen on the validation folds by average precision, as ours
        [0],
        classify(lambda _: XGBClassifier(**AS_IN_THE_BOOK, n_estimators=50, max_depth=3, learning_rate=0.3)),
    ),
    ("net", "scikit-learn 64-32", [0], classify(net)),
    ("autoencoder", "scikit-learn", [0], repeat_badly),
    ("isolation-forest", "scikit-learn", [0, 1, 2], isolate),
    ("net-with-error", "scikit-learn 64-32", [0], net_with_error),
]


def scores_of(place, folds, seeds, score):
    written = []
    for fold in folds:
        for seed in seeds:
            file = f"scores-{place}-{fold}-{seed}.f64"
            np.asarray(score(*fold_rows(fold), seed), "float64").tofile(folder / file)
            written.append({"fold": fold, "file": file})
    return written


wanted = {each["name"]: each["folds"] for each in json.loads((folder / "wanted.json").read_text())}
print(
    json.dumps(
        [
            {"contestant": name, "whose": whose, "scores": scores_of(place, wanted[name], seeds, score)}
            for place, (name, whose, seeds, score) in enumerate(MODELS)
            if name in wanted
        ]
    )
)
