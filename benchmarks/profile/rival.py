"""The same CSV in Python: `rival.py full|minimal FILE PAGE` by ydata-profiling, `rival.py figures FILE` by pandas."""

import json
import resource
import sys
import time
import warnings

warnings.filterwarnings("ignore")
import pandas as pd


def read(path):
    return pd.read_csv(path, parse_dates=["at"])


def figures(path):
    data = read(path)
    numeric = data.select_dtypes("number")
    shares = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]
    columns = {
        name: {
            "present": int(values.count()),
            "distinct": int(values.nunique()),
            "mean": float(values.mean()),
            "std": float(values.std()),
            "skewness": float(values.skew()),
            "kurtosis": float(values.kurt()),
            "quantiles": [float(q) for q in values.quantile(shares)],
        }
        for name, values in numeric.items()
    }
    others = {name: {"present": int(data[name].count()), "distinct": int(data[name].nunique())} for name in data.columns if name not in numeric}
    names = [name for name in numeric if name != "fraud"]
    pearson = numeric[names].corr().values.tolist()
    return {"columns": {**columns, **others}, "names": names, "pearson": pearson, "duplicates": int(data.duplicated().sum())}


def profile(mode, path, page):
    started = time.perf_counter()
    from ydata_profiling import ProfileReport

    report = ProfileReport(read(path), minimal=mode == "minimal", progress_bar=False, title="payments")
    report.to_file(page)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": time.perf_counter() - started, "megabytes": peak}


mode, path, *rest = sys.argv[1:]
print(json.dumps(figures(path) if mode == "figures" else profile(mode, path, *rest)))
