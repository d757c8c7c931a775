"""Mean ROC AUC of PyOD's ECOD over the ten splits. Run: python rival.py FOLDER SET...; prints {set: auc}."""
import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from pyod.models.ecod import ECOD
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

folder, *sets = sys.argv[1:]
splits = json.loads((Path(folder) / "test_indices_10_splits.json").read_text())


def auc_of(X, y, test):
    train = np.ones(len(y), bool)
    train[test] = False
    scaler = StandardScaler().fit(X[train])
    scores = ECOD().fit(scaler.transform(X[train])).decision_function(scaler.transform(X[test]))
    return roc_auc_score(y[test], scores)


means = {}
for name in sets:
    rows = pd.read_csv(Path(folder) / "csv" / f"{name}.csv")
    y = rows.pop("y").to_numpy()
    means[name] = float(np.mean([auc_of(rows.to_numpy(), y, test) for test in splits[name]]))
print(json.dumps(means))
