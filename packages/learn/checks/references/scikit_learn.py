"""Reference figures from scikit-learn for the tests of this package.

Run: python scikit_learn.py > scikit-learn.json   (scikit-learn, NumPy; versions are written into the file)
"""
import json

import numpy as np
import sklearn
from sklearn import metrics
from sklearn.calibration import calibration_curve
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler, TargetEncoder

random = np.random.default_rng(20)


def plain(values):
    return [None if np.isnan(v) else float(v) for v in np.asarray(values, dtype=float).ravel()]


def metrics_section():
    n = 240
    y = (random.random(n) < 0.3).astype(int)
    score = np.round(1 / (1 + np.exp(-(random.normal(size=n) + 1.4 * y - 1))), 2)
    weights = random.integers(0, 4, n).astype(float)
    section = {"y": plain(y), "score": plain(score), "weights": plain(weights)}
    for name, w in (("unweighted", None), ("weighted", weights)):
        flagged = (score >= 0.5).astype(int)
        fpr, tpr, _ = metrics.roc_curve(y, score, sample_weight=w, drop_intermediate=False)
        section[name] = {
            "rocAuc": metrics.roc_auc_score(y, score, sample_weight=w),
            "averagePrecision": metrics.average_precision_score(y, score, sample_weight=w),
            "ksStatistic": float(np.max(np.abs(tpr - fpr))),
            "brierScore": metrics.brier_score_loss(y, score, sample_weight=w),
            "logLoss": metrics.log_loss(y, score, sample_weight=w),
            "accuracy": metrics.accuracy_score(y, flagged, sample_weight=w),
            "precision": metrics.precision_score(y, flagged, sample_weight=w),
            "recall": metrics.recall_score(y, flagged, sample_weight=w),
            "f1": metrics.f1_score(y, flagged, sample_weight=w),
            "fpr": plain(fpr),
            "tpr": plain(tpr),
        }
    observed, predicted = calibration_curve(y, score, n_bins=5, strategy="uniform")
    section["calibration"] = {"observed": plain(observed), "predicted": plain(predicted)}
    truth = random.normal(size=60)
    guess = truth + random.normal(scale=0.4, size=60)
    w = random.random(60)
    section["regression"] = {
        "y": plain(truth),
        "prediction": plain(guess),
        "weights": plain(w),
        "mae": metrics.mean_absolute_error(truth, guess, sample_weight=w),
        "rmse": float(np.sqrt(metrics.mean_squared_error(truth, guess, sample_weight=w))),
        "r2": metrics.r2_score(truth, guess, sample_weight=w),
    }
    return section


def preprocess_section():
    x = np.round(random.lognormal(size=40) * 10, 1)
    x[[3, 17, 29]] = np.nan
    column = x.reshape(-1, 1)
    category = random.choice(list("abcde"), size=40, p=[0.4, 0.3, 0.15, 0.1, 0.05])
    y = (random.random(40) < np.where(category == "a", 0.7, 0.2)).astype(int)
    weights = random.integers(1, 4, 40).astype(float)
    encoder = TargetEncoder(smooth=5.0, target_type="binary").fit(category.reshape(-1, 1), y)
    return {
        "x": plain(x),
        "category": list(category),
        "y": plain(y),
        "weights": plain(weights),
        "impute": {
            s: plain(SimpleImputer(strategy=s).fit(column).statistics_)[0]
            for s in ("mean", "median", "most_frequent")
        },
        "standard": plain(StandardScaler().fit_transform(column)),
        "standardWeighted": plain(StandardScaler().fit(column, sample_weight=weights).transform(column)),
        "minMax": plain(MinMaxScaler().fit_transform(column)),
        "robust": plain(RobustScaler().fit_transform(column)),
        "target": dict(zip(encoder.categories_[0], plain(encoder.encodings_[0]))),
        "targetMean": float(encoder.target_mean_),
        "weightedQuantiles": plain(
            np.quantile(
                np.repeat(x[~np.isnan(x)], weights[~np.isnan(x)].astype(int)),
                [0.1, 0.25, 0.5, 0.9],
                method="averaged_inverted_cdf",
            )
        ),
    }


def linear_section():
    n, d = 200, 4
    X = np.round(random.normal(size=(n, d)) * [1, 5, 0.2, 2] + [0, 3, 1, -1], 3)
    y = (random.random(n) < 1 / (1 + np.exp(-(X @ [0.8, -0.2, 3, 0.1] - 3)))).astype(int)
    weights = random.integers(0, 4, n).astype(float)
    section = {"X": [plain(row) for row in X], "y": plain(y), "weights": plain(weights), "fits": []}
    for l2, w in ((1.0, None), (0.05, None), (20.0, None), (1.0, weights)):
        fitted = LogisticRegression(C=1 / l2, tol=1e-12, max_iter=10000, solver="newton-cholesky").fit(
            X, y, sample_weight=w
        )
        section["fits"].append(
            {
                "l2": l2,
                "weighted": w is not None,
                "coefficients": plain(fitted.coef_),
                "intercept": float(fitted.intercept_[0]),
                "probabilities": plain(fitted.predict_proba(X[:5])[:, 1]),
            }
        )
    return section


print(
    json.dumps(
        {
            "source": f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}",
            "metrics": metrics_section(),
            "preprocess": preprocess_section(),
            "linear": linear_section(),
        },
        indent=1,
    )
)
