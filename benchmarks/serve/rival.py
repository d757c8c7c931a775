"""The same model behind FastAPI and XGBoost: a vector of features in, a probability out. No features, no storage."""
import sys

import numpy as np
import uvicorn
import xgboost as xgb
from fastapi import FastAPI
from pydantic import BaseModel

booster = xgb.Booster()
booster.load_model(sys.argv[1])
booster.set_param({"nthread": 1})
app = FastAPI()


class Row(BaseModel):
    features: list[float | None]


@app.post("/score")
def score(row: Row) -> dict[str, float]:
    vector = np.array([[np.nan if value is None else value for value in row.features]], dtype=np.float32)
    return {"score": float(booster.inplace_predict(vector, validate_features=False)[0])}


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), log_level="error", access_log=False)
