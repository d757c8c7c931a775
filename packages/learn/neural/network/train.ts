import { type Progress } from '../../protocol/estimator.ts';
import { type Random, shuffle } from '../../random/random.ts';
import { type KernelMemory, withKernels } from '../kernels/kernel-memory.ts';
import { Adam } from './adam.ts';
import { outputsOf } from './answer.ts';
import type { RowShape } from './layer-spec.ts';
import type { Loss } from './loss.ts';
import { Network, type NetworkSpec, type NetworkWeights } from './network.ts';
import { type NetworkRows, paddedFloats, writeRows } from './rows.ts';
import { startWeights } from './start-weights.ts';

/** Rows with what the network should answer; without targets, the rows themselves. */
export interface LabelledRows extends NetworkRows {
  readonly targets?: Float32Array;
  /** One for each row. */
  readonly weights: Float64Array;
}

export interface TrainingPlan {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  /** How the learning rate runs: the same throughout, or down to 0 in equal steps by the end of the last epoch. */
  readonly decay?: 'none' | 'linear' | undefined;
  readonly l2: number;
  /** Stop after so many epochs in a row without a smaller loss on `heldOut`, and keep the best. */
  readonly earlyStoppingEpochs?: number | undefined;
  readonly loss: Loss;
  readonly heldOut?: LabelledRows | undefined;
  readonly random: Random;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Losses after each epoch: the mean over its batches, and of the rows held out. */
export interface LossCurve {
  readonly training: readonly number[];
  readonly heldOut: readonly number[];
}

export interface Trained {
  readonly weights: NetworkWeights;
  readonly curve: LossCurve;
}

/** Learns the weights of a network: Adam over shuffled batches. The same random numbers give the same bits. */
export function train(spec: NetworkSpec, rows: LabelledRows, plan: TrainingPlan): Trained {
  return withKernels(memory => new Training(memory, spec, { rows, plan }).run());
}

class Training {
  readonly #memory: KernelMemory;
  readonly #network: Network;
  readonly #adam: Adam;
  readonly #plan: TrainingPlan;
  readonly #batches: Batches;
  readonly #mostRows: number;

  constructor(memory: KernelMemory, spec: NetworkSpec, { rows, plan }: { rows: LabelledRows; plan: TrainingPlan }) {
    this.#memory = memory;
    this.#plan = plan;
    this.#mostRows = Math.min(plan.batchSize, rows.count);
    this.#network = new Network(spec, { memory, mostRows: this.#mostRows, learns: true });
    this.#adam = new Adam(memory, this.#network.parameters, plan);
    this.#batches = new Batches(memory, this.#network, { rows, mostRows: this.#mostRows });
    this.#network.writeWeights(startWeights(spec, plan.random.fork('weights')));
  }

  run(): Trained {
    const { epochs, random, heldOut, earlyStoppingEpochs = Infinity } = this.#plan;
    const curve = { training: [] as number[], heldOut: [] as number[] };
    let best = { loss: Infinity, epoch: 0, weights: undefined as NetworkWeights | undefined };
    for (let epoch = 0; epoch < epochs && epoch - best.epoch <= earlyStoppingEpochs; epoch++) {
      curve.training.push(this.#epoch(epoch, random.fork(epoch)));
      const loss = heldOut && this.#lossOf(heldOut);
      if (loss !== undefined) curve.heldOut.push(loss);
      this.#plan.onProgress?.({ step: 'epochs', done: epoch + 1, total: epochs, ...(loss !== undefined && { loss }) });
      const isBest = loss === undefined || loss < best.loss;
      if (isBest) best = { loss: loss ?? Infinity, epoch, weights: loss === undefined ? undefined : this.#weights() };
    }
    return { weights: best.weights ?? this.#weights(), curve };
  }

  /** Goes once through all rows in random order; gives the mean loss on the way. */
  #epoch(epoch: number, random: Random): number {
    const { loss, epochs, decay } = this.#plan;
    const { rowCount } = this.#batches;
    this.#batches.shuffle(random);
    let sum = 0;
    for (let first = 0; first < rowCount; first += this.#mostRows) {
      const rows = Math.min(this.#mostRows, rowCount - first);
      const pass = { kind: 'learn', seed: random.below(2 ** 32) } as const;
      const { target, weights } = this.#batches.gather(first, rows);
      this.#network.forward(rows, pass);
      sum += loss.measureBatch(this.#memory, { output: this.#network.output, target, weights, rows });
      this.#network.backward(rows, pass);
      this.#adam.step(decay === 'linear' ? 1 - (epoch + first / rowCount) / epochs : 1);
    }
    return sum / rowCount;
  }

  #lossOf(heldOut: LabelledRows): number {
    const outputs = outputsOf(this.#network, this.#memory, { rows: heldOut, mostRows: this.#mostRows });
    const targets = heldOut.targets ?? heldOut.values;
    const width = outputs.length / heldOut.count;
    let [sum, total] = [0, 0];
    for (let i = 0; i < heldOut.count; i++) {
      sum += heldOut.weights[i] * this.#plan.loss.ofRow(outputs, targets, { first: i * width, width });
      total += heldOut.weights[i];
    }
    return sum / total;
  }

  #weights(): Float32Array[] {
    return this.#network.readWeights();
  }
}

/** All training rows in the kernels' memory, from which batches are gathered in a random order. */
class Batches {
  readonly rowCount: number;
  readonly #memory: KernelMemory;
  readonly #network: Network;
  readonly #all: number;
  /** 0 where rows are their own targets. */
  readonly #allTargets: number;
  readonly #order: number;
  readonly #weights: Float32Array;
  readonly #target: number;
  readonly #batchWeights: number;

  constructor(memory: KernelMemory, network: Network, { rows, mostRows }: { rows: LabelledRows; mostRows: number }) {
    this.#memory = memory;
    this.#network = network;
    this.rowCount = rows.count;
    this.#weights = meanOne(rows.weights);
    this.#order = memory.reserve(rows.count);
    this.#batchWeights = memory.reserve(mostRows);
    this.#target = rows.targets ? memory.reserve(mostRows * network.output.rowFloats) : network.input.value;
    this.#all = stored(memory, rows, network.input);
    this.#allTargets = rows.targets ? stored(memory, { ...rows, values: rows.targets }, network.output) : 0;
    const order = memory.words(this.#order, rows.count);
    for (let i = 0; i < rows.count; i++) order[i] = i;
  }

  shuffle(random: Random): void {
    shuffle(this.#memory.words(this.#order, this.rowCount), random);
  }

  /** Brings rows to the network's input; tells where their targets and weights are. */
  gather(first: number, rows: number): { readonly target: number; readonly weights: number } {
    const { kernels } = this.#memory;
    const { input, output } = this.#network;
    const list = this.#order + first * 4;
    kernels.gatherRows(this.#all, list, input.value, rows, input.rowFloats * 4);
    if (this.#allTargets) kernels.gatherRows(this.#allTargets, list, this.#target, rows, output.rowFloats * 4);
    const order = this.#memory.words(list, rows);
    const weights = this.#memory.floats(this.#batchWeights, rows);
    for (let i = 0; i < rows; i++) weights[i] = this.#weights[order[i]];
    return { target: this.#target, weights: this.#batchWeights };
  }
}

function stored(memory: KernelMemory, rows: NetworkRows, shape: RowShape): number {
  const address = memory.reserve(rows.count * paddedFloats(shape));
  writeRows(memory, rows, { shape, address, first: 0 });
  return address;
}

function meanOne(weights: Float64Array): Float32Array {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return Float32Array.from(weights, weight => weight / mean);
}
