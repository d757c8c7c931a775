import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus reads. Labels name use cases, stages and outcomes only; nothing of a person or an event. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: 'rikuy_http_requests_total',
      help: 'Answers by route and status',
      labelNames: ['route', 'status'],
      registers,
    }),
    seconds: new Histogram({
      name: 'rikuy_http_request_seconds',
      help: 'Time to answer by route',
      labelNames: ['route'],
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    stageSeconds: new Histogram({
      name: 'rikuy_score_stage_seconds',
      help: 'Time of each stage of a decision',
      labelNames: ['use_case', 'stage'],
      buckets: [0.0001, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.25],
      registers,
    }),
    decisions: new Counter({
      name: 'rikuy_decisions_total',
      help: 'Decisions by outcome and lane',
      labelNames: ['use_case', 'outcome', 'lane'],
      registers,
    }),
    scores: new Histogram({
      name: 'rikuy_scores',
      help: 'Scores given',
      labelNames: ['use_case'],
      buckets: [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1],
      registers,
    }),
    verdicts: new Counter({
      name: 'rikuy_verdicts_total',
      help: 'Verdicts by finding',
      labelNames: ['use_case', 'label'],
      registers,
    }),
    modelInfo: new Gauge({
      name: 'rikuy_model_info',
      help: '1 for the model in force',
      labelNames: ['use_case', 'version'],
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
