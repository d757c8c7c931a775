import { createWriteStream } from 'node:fs';
import { basename, join, matchesGlob } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsClient } from 'aws4fetch';
import {
  type SecretReference,
  type Source,
  SourceFailure,
  type SourceFile,
  type SourceOfKind,
  unseenFiles,
} from '@rikuy/engine';
import { type BucketObject, readListing } from './bucket-listing.ts';

type BucketDeclaration = SourceOfKind<'bucket'>;

export interface BucketSourceOptions {
  /** The value of a secret. @throws RikuyError `invalid-configuration` */
  readonly secret: (reference: SecretReference) => string;
}

const answerWithinMs = 30_000;

/** The objects of an S3-compatible bucket that are new or changed since they were loaded, by name. */
export function openBucketSource(declaration: BucketDeclaration, { secret }: BucketSourceOptions): Source {
  const client = new AwsClient({
    accessKeyId: secret(declaration.accessKeyId),
    secretAccessKey: secret(declaration.secretAccessKey),
    region: declaration.region,
    service: 's3',
    retries: 0,
  });
  const bucket = new Bucket(declaration, client);
  const { name, format, encoding } = declaration;
  return {
    name,
    hasFixedColumns: true,
    check: async signal => void (await bucket.page(null, signal)),
    read: async function* (after, signal) {
      const found = (await bucket.objects(signal)).map(object => ({
        ...object,
        name: object.key,
        version: object.etag,
      }));
      for (const { file, cursor } of unseenFiles(name, after, found)) {
        const fetch: SourceFile['fetch'] = (folder, whenStopped) => bucket.download(file, folder, whenStopped);
        yield {
          kind: 'file',
          name: file.key,
          version: file.etag,
          format,
          encoding,
          cursor,
          fetch,
        } satisfies SourceFile;
      }
    },
    close: async () => undefined,
  };
}

class Bucket {
  private readonly declaration: BucketDeclaration;
  private readonly client: AwsClient;

  constructor(declaration: BucketDeclaration, client: AwsClient) {
    this.declaration = declaration;
    this.client = client;
  }

  /** All objects whose names match, by name. */
  async objects(signal: AbortSignal): Promise<readonly BucketObject[]> {
    const { prefix, pattern } = this.declaration;
    const found: BucketObject[] = [];
    let continuation: string | null = null;
    do {
      const page = await this.page(continuation, signal);
      found.push(...page.objects);
      ({ continuation } = page);
    } while (continuation !== null);
    const isWanted = ({ key }: BucketObject): boolean =>
      !key.endsWith('/') && matchesGlob(key.slice(prefix.length).replace(/^\//, ''), pattern);
    return found.filter(isWanted).sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** @throws SourceFailure */
  async page(continuation: string | null, signal: AbortSignal) {
    const url = this.address('');
    const asked = { 'list-type': '2', 'encoding-type': 'url', prefix: this.declaration.prefix };
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
    if (continuation !== null) url.searchParams.set('continuation-token', continuation);
    const limited = AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]);
    const response = await this.get(url, {}, limited);
    const page = readListing(await response.text().catch((error: unknown) => this.fail(error)));
    if (page === null) this.refuse('answers with something else than a list of objects; check the endpoint');
    return page;
  }

  /** Brings an object into a folder, the very version that was listed; gives its path. @throws SourceFailure */
  async download({ key, etag }: BucketObject, folder: string, signal: AbortSignal): Promise<string> {
    const response = await this.get(this.address(key), { 'if-match': `"${etag}"` }, signal);
    const path = join(folder, `download-${basename(key)}`);
    const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
    try {
      await pipeline(body, createWriteStream(path, { mode: 0o600 }), { signal });
    } catch (error) {
      // A full disk is ours; everything else is the connection.
      if ((error as NodeJS.ErrnoException).syscall === 'write') throw error;
      this.fail(error);
    }
    return path;
  }

  private address(key: string): URL {
    const { endpoint, bucket } = this.declaration;
    const path = [bucket, ...key.split('/')].map(encodeURIComponent).join('/');
    return new URL(`${endpoint.replace(/\/+$/, '')}/${path}`);
  }

  private async get(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    const request = await this.client.sign(url, { headers });
    const response = await fetch(request, { signal }).catch((error: unknown) => this.fail(error));
    if (response.ok) return response;
    await response.body?.cancel();
    const { status } = response;
    // Changed since it was listed: the next listing has the new version.
    if (status === 412 || status === 429 || status >= 500) this.fail({ code: `status ${status}` });
    return this.refuse(`answers with status ${status}; check the bucket, the keys and their rights`);
  }

  private refuse(what: string): never {
    const { name, bucket, endpoint } = this.declaration;
    throw new SourceFailure('source-refused', `The bucket ${bucket} of ${name} at ${endpoint} ${what}.`);
  }

  private fail(error: unknown): never {
    const { name, bucket, endpoint } = this.declaration;
    const { code, cause } = error as { readonly code?: string; readonly cause?: { readonly code?: string } };
    throw new SourceFailure(
      'source-unavailable',
      `The bucket ${bucket} of ${name} at ${endpoint} does not answer, or not to the end (${cause?.code ?? code ?? 'connection lost'}).`,
    );
  }
}
