export { findXgboost } from './find-xgboost.ts';
export { type Collective, xgboostEngine, type XgboostEngineOptions } from './xgboost-engine.ts';
export { startTracker, type Tracker, type TrackerAddress, type TrackerOptions } from './tracker.ts';
