// A throw-away S3-compatible server (versitygw over a folder) for tests, from the binary that `.ci/run` builds.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { freePort, serverFolder, startChild } from './child-server.ts';

export interface TestObjectStore {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  createBucket(bucket: string): Promise<void>;
  put(bucket: string, key: string, content: string | Uint8Array): Promise<void>;
  stop(): Promise<void>;
}

const binary = join(serverFolder, 'versitygw');
const [accessKeyId, secretAccessKey] = ['rikuy-test', 'rikuy-test-secret'];

/** Why there is none, in one line, or null when there is one. */
export function missingObjectStore(): string | null {
  return existsSync(binary) ? null : `no S3 server: .ci/run puts versitygw into ${serverFolder}`;
}

export async function startObjectStore(): Promise<TestObjectStore> {
  const folder = mkdtempSync(join(tmpdir(), 'rikuy-objects-'));
  const [root, sidecar] = [join(folder, 'root'), join(folder, 'sidecar')];
  for (const path of [root, sidecar]) mkdirSync(path);
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const args = ['--port', `127.0.0.1:${port}`, '--access', accessKeyId, '--secret', secretAccessKey];
  // Attributes beside the files: not every file system of a test machine can hold them.
  const server = await startChild(binary, [...args, 'posix', '--sidecar', sidecar, root], () => answers(endpoint), {
    env: { HOME: folder },
  });
  const client = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region: 'us-east-1', retries: 0 });
  return {
    endpoint,
    accessKeyId,
    secretAccessKey,
    createBucket: bucket => put(client, `${endpoint}/${bucket}`),
    put: (bucket, key, content) =>
      put(client, `${endpoint}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`, content),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(endpoint: string): Promise<boolean> {
  await fetch(endpoint);
  return true;
}

async function put(client: AwsClient, url: string, content?: string | Uint8Array): Promise<void> {
  const body = content === undefined ? undefined : Buffer.from(content);
  const response = await client.fetch(url, { method: 'PUT', body });
  if (!response.ok) throw new Error(`PUT ${url}: ${response.status} ${await response.text()}`);
}
