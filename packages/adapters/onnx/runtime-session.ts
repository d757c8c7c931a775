import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { LearnError } from '@rikuy/learn';
import {
  type Opened,
  openedSchema,
  type RuntimeAnswer,
  type RuntimeRequest,
  scoredSchema,
  type Tensor,
} from './runtime-messages.ts';

/** A model is slow to answer, not lost, up to this. */
const PATIENCE_MS = 120_000;

/**
 * ONNX Runtime answers later, fitted models at once: the runtime lives in a thread of its own, and the caller sleeps until
 * that has answered.
 */
export class RuntimeSession {
  readonly signatures: Opened;
  readonly #worker: Worker;
  readonly #port: MessagePort;
  /** How many requests have been answered. */
  readonly #answered = new Int32Array(new SharedArrayBuffer(4));

  /** @throws LearnError `unsupported-model` when the runtime cannot read the model */
  constructor(model: Uint8Array, runtime: string) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#port.unref();
    this.#worker = new Worker(new URL('runtime-thread.ts', import.meta.url), {
      workerData: { port: port2, answered: this.#answered, runtime },
      transferList: [port2],
    });
    this.#worker.unref();
    this.signatures = openedSchema.parse(this.#ask({ kind: 'open', model }));
  }

  /** The numbers of one output for these inputs. */
  run(feeds: Readonly<Record<string, Tensor>>, output: string): { data: Float32Array | Float64Array; dims: number[] } {
    return scoredSchema.parse(this.#ask({ kind: 'run', feeds, output }));
  }

  /** Ends the thread. */
  close(): void {
    this.#port.close();
    void this.#worker.terminate();
  }

  #ask(request: RuntimeRequest): unknown {
    const before = Atomics.load(this.#answered, 0);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads, not a window
    this.#port.postMessage(request);
    const waited = Atomics.wait(this.#answered, 0, before, PATIENCE_MS);
    const answer = receiveMessageOnPort(this.#port)?.message as RuntimeAnswer | undefined;
    if (answer?.kind === 'done') return answer.value;
    const reason = answer?.message ?? (waited === 'timed-out' ? `no answer in ${PATIENCE_MS / 1000} s` : 'no answer');
    if (request.kind === 'open') this.close();
    throw new LearnError(
      'unsupported-model',
      `ONNX Runtime must ${request.kind === 'open' ? 'read' : 'score'} the model; it says: ${reason}.`,
    );
  }
}
