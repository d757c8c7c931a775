import { type Clock, type SecretReference, SourceFailure, type SourceOfKind } from '@rikuy/engine';
import { type Authorization, authorizationOf, type TokenRequests } from './authorization.ts';
import { placeOf, refused } from './places.ts';

export interface HttpSourceOptions {
  /** The value of a secret. @throws RikuyError `invalid-configuration` */
  readonly secret: (reference: SecretReference) => string;
  readonly clock: Clock;
}

/** An answer that came whole. */
export interface Answer {
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

type RequestForm = Pick<SourceOfKind<'html'>, 'headers' | 'timeoutSeconds'> &
  Partial<Pick<SourceOfKind<'http'>, 'authorization'>>;

const mostBytes = 256 << 20;
/** Failures of certificates: the same would come again. */
const distrust = /^(?:CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

/** Sends the requests of one source, once each; whoever reads it tries again. */
export class Requests implements TokenRequests {
  private readonly form: RequestForm;
  private readonly options: HttpSourceOptions;
  private readonly authorization: Authorization | null;

  constructor(form: RequestForm, options: HttpSourceOptions) {
    this.form = form;
    this.options = options;
    this.authorization = form.authorization ? authorizationOf(form.authorization, this) : null;
  }

  /** @throws SourceFailure */
  async get(url: URL, signal: AbortSignal): Promise<Answer> {
    const answer = await this.authorized(url, signal);
    if (answer.status !== 401 || !this.authorization?.renew()) return this.whole(url, answer);
    // The token has expired before its time: a new one is worth one more request.
    await answer.body?.cancel();
    return this.whole(url, await this.authorized(url, signal));
  }

  /** The answer of a form sent, to get a token. @throws SourceFailure */
  async post(url: URL, form: URLSearchParams, headers: Headers, signal: AbortSignal): Promise<Answer> {
    headers.set('accept', 'application/json');
    return this.whole(url, await this.send(url, { method: 'POST', headers, body: form }, signal));
  }

  secretOf(reference: SecretReference): string {
    return this.options.secret(reference);
  }

  now(): number {
    return this.options.clock.now();
  }

  private async authorized(url: URL, signal: AbortSignal): Promise<Response> {
    const headers = new Headers();
    for (const [name, value] of Object.entries(this.form.headers)) {
      headers.set(name, typeof value === 'string' ? value : this.secretOf(value));
    }
    if (this.authorization) headers.set('authorization', await this.authorization.header(signal));
    return this.send(url, { headers }, signal);
  }

  private async send(url: URL, request: RequestInit, signal: AbortSignal): Promise<Response> {
    const timeout = AbortSignal.timeout(this.form.timeoutSeconds * 1000);
    try {
      return await fetch(url, { ...request, signal: AbortSignal.any([signal, timeout]) });
    } catch (error) {
      throw this.noAnswer(url, error);
    }
  }

  private async whole(url: URL, response: Response): Promise<Answer> {
    try {
      if (!response.ok) throw await this.refusal(url, response);
      return { url: new URL(response.url || url), headers: response.headers, body: await this.bytesOf(url, response) };
    } catch (error) {
      throw error instanceof SourceFailure ? error : this.noAnswer(url, error);
    }
  }

  private async bytesOf(url: URL, response: Response): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes)
        throw refused(`${placeOf(url)} answers with more than ${mostBytes >> 20} MB; ask by pages.`);
    }
    return Buffer.concat(chunks);
  }

  private async refusal(url: URL, { status, headers, body }: Response): Promise<SourceFailure> {
    await body?.cancel();
    const place = placeOf(url);
    if ([408, 425, 429].includes(status) || status >= 500) {
      const retryAfterMs = retryAfter(headers.get('retry-after'), this.now());
      return new SourceFailure('source-unavailable', `${place} answers with status ${status}.`, { retryAfterMs });
    }
    const what = [401, 403].includes(status) ? 'check the credentials and their rights' : 'check the address';
    return refused(`${place} answers with status ${status}; ${what}.`);
  }

  private noAnswer(url: URL, error: unknown): SourceFailure {
    const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: string } };
    const code = name === 'TimeoutError' ? `nothing within ${this.form.timeoutSeconds} s` : (cause?.code ?? name);
    if (distrust.test(String(code))) return refused(`The certificate of ${placeOf(url)} is not trusted (${code}).`);
    return new SourceFailure('source-unavailable', `${placeOf(url)} does not answer, or not to the end (${code}).`);
  }
}

/** Seconds or a date (RFC 9110, 10.2.3), in ms from now. */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
