"""The window columns as the book computes them (Le Borgne et al. 2022, chapter 3, "Baseline feature transformation"):

    python rival.py RAW.csv.gz OUTPUT

Writes the twelve columns of the payments from 2018-07-25 to 2018-08-14, by their number, as float64; prints
{"seconds","cpuSeconds","megabytes"} of the features alone.
"""

import json
import resource
import sys
import time

import pandas as pd

WINDOWS = [1, 7, 30]


def customer_features(payments):
    payments = payments.sort_values("TX_DATETIME", kind="stable")
    payments.index = payments.TX_DATETIME
    for days in WINDOWS:
        amounts = payments["TX_AMOUNT"].rolling(f"{days}D").sum()
        count = payments["TX_AMOUNT"].rolling(f"{days}D").count()
        payments[f"CUSTOMER_ID_NB_TX_{days}DAY_WINDOW"] = list(count)
        payments[f"CUSTOMER_ID_AVG_AMOUNT_{days}DAY_WINDOW"] = list(amounts / count)
    payments.index = payments.TRANSACTION_ID
    return payments


def terminal_features(payments, delay=7):
    payments = payments.sort_values("TX_DATETIME", kind="stable")
    payments.index = payments.TX_DATETIME
    frauds_in_delay = payments["TX_FRAUD"].rolling(f"{delay}D").sum()
    count_in_delay = payments["TX_FRAUD"].rolling(f"{delay}D").count()
    for days in WINDOWS:
        frauds = payments["TX_FRAUD"].rolling(f"{delay + days}D").sum() - frauds_in_delay
        count = payments["TX_FRAUD"].rolling(f"{delay + days}D").count() - count_in_delay
        payments[f"TERMINAL_ID_NB_TX_{days}DAY_WINDOW"] = list(count)
        payments[f"TERMINAL_ID_RISK_{days}DAY_WINDOW"] = list(frauds / count)
    payments.index = payments.TRANSACTION_ID
    return payments.fillna(0)


def main(raw, output):
    payments = pd.read_csv(raw, parse_dates=["TX_DATETIME"])
    started, cpu_started = time.perf_counter(), time.process_time()
    payments = payments.groupby("CUSTOMER_ID", group_keys=False)[list(payments.columns)].apply(customer_features)
    payments = payments.sort_values("TX_DATETIME").reset_index(drop=True)
    payments = payments.groupby("TERMINAL_ID", group_keys=False)[list(payments.columns)].apply(terminal_features)
    payments = payments.sort_values("TX_DATETIME").reset_index(drop=True)
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu_started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    judged = payments[(payments.TX_DATETIME >= "2018-07-25") & (payments.TX_DATETIME < "2018-08-15")]
    columns = [
        f"{name}_{days}DAY_WINDOW"
        for days in WINDOWS
        for name in ["CUSTOMER_ID_NB_TX", "CUSTOMER_ID_AVG_AMOUNT", "TERMINAL_ID_NB_TX", "TERMINAL_ID_RISK"]
    ]
    judged.sort_values("TRANSACTION_ID")[columns].to_numpy("float64").tofile(output)
    print(json.dumps({"seconds": seconds, "cpuSeconds": cpu_seconds, "megabytes": megabytes, "rows": len(judged)}))


main(*sys.argv[1:])
