import { registerBoostingEngine } from '@rikuy/learn';
import { findXgboost, xgboostEngine } from '@rikuy/xgboost';
import type { Configuration } from './configuration.ts';

/** Makes known what can train beside the built-in booster: XGBoost itself, where its library is found. */
export function registerTrainingEngines({ XGBOOST_LIB }: Configuration): void {
  const library = findXgboost({ XGBOOST_LIB });
  if (library) registerBoostingEngine(xgboostEngine({ library }));
}
