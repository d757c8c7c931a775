import { createRequire } from 'node:module';
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Opened, RuntimeAnswer, RuntimeRequest, Signature, Tensor, TensorData } from './runtime-messages.ts';

/** What is used of onnxruntime-node; its own types are not there where it is not installed. */
interface Runtime {
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<Session> };
  readonly Tensor: new (type: string, data: TensorData, dims: readonly number[]) => unknown;
}

interface Session {
  readonly inputMetadata: readonly Signature[];
  readonly outputMetadata: readonly Signature[];
  run(
    feeds: Readonly<Record<string, unknown>>,
    outputs: readonly string[],
  ): Promise<Readonly<Record<string, Pick<Tensor, 'data' | 'dims'>>>>;
}

const { port, answered, runtime } = workerData as { port: MessagePort; answered: Int32Array; runtime: string };
const { InferenceSession, Tensor: RuntimeTensor } = createRequire(import.meta.url)(runtime) as Runtime;
let session: Session | undefined;

port.on('message', (request: RuntimeRequest) => void reply(request));

async function reply(request: RuntimeRequest): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads, not a window
  port.postMessage(await answer(request));
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
}

async function answer(request: RuntimeRequest): Promise<RuntimeAnswer> {
  try {
    return { kind: 'done', value: await (request.kind === 'open' ? open(request.model) : run(request)) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** One thread, so that sums have one order and the same rows the same bits. */
async function open(model: Uint8Array): Promise<Opened> {
  session = await InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 });
  return { inputs: session.inputMetadata.map(described), outputs: session.outputMetadata.map(described) };
}

function described({ name, type, shape }: Signature): Signature {
  return { name, ...(type !== undefined && { type }), ...(shape && { shape: [...shape] }) };
}

async function run({
  feeds,
  output,
}: Extract<RuntimeRequest, { kind: 'run' }>): Promise<Pick<Tensor, 'data' | 'dims'>> {
  const given = Object.fromEntries(
    Object.entries(feeds).map(([name, { type, data, dims }]) => [name, new RuntimeTensor(type, data, dims)]),
  );
  const { [output]: found } = await session!.run(given, [output]);
  return { data: found.data, dims: [...found.dims] };
}
