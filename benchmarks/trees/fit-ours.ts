// One fit in a process of its own: node fit-ours.ts '{"folder":…,"rowCount":…,"width":…,"threads":…,"predictions":…}'.
// Prints {"seconds","megabytes"}; the clock runs from opening the files to the fitted model.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gradientBoostingClassifier } from '@rikuy/learn';
import type { FitRequest } from './contestants.ts';
import { readFloats, readTable } from './data-set.ts';

const { folder, width, threads, growth, predictions } = JSON.parse(process.argv[2]) as FitRequest;
const started = performance.now();
const X = readTable(join(folder, 'train.f32'), width);
const y = Float64Array.from(readFloats(join(folder, 'train.y.f32')));
const fitted = gradientBoostingClassifier({
  trees: 100,
  growth,
  maxDepth: growth === 'leaf-wise' ? 16 : 6,
  maxLeaves: 63,
  learningRate: 0.1,
  maxBins: 256,
}).fit(X, y, { threads });
const seconds = (performance.now() - started) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
writeFileSync(predictions, Float32Array.from(fitted.predictProba(readTable(join(folder, 'test.f32'), width))));
console.log(JSON.stringify({ seconds, megabytes }));
