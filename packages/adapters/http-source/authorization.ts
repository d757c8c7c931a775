import type { SecretReference, SourceOfKind } from '@rikuy/engine';
import { z } from 'zod';
import { placeOf, refused } from './places.ts';

type Declared = NonNullable<SourceOfKind<'http'>['authorization']>;
type ClientCredentials = Extract<Declared, { kind: 'client-credentials' }>;

/** What is needed to get a token. */
export interface TokenRequests {
  post(url: URL, form: URLSearchParams, headers: Headers, signal: AbortSignal): Promise<{ readonly body: Uint8Array }>;
  secretOf(reference: SecretReference): string;
  now(): number;
}

/** Who we are to an API. */
export interface Authorization {
  header(signal: AbortSignal): Promise<string>;
  /** Forgets what was refused; false where the same would be sent again. */
  renew(): boolean;
}

export function authorizationOf(declared: Declared, requests: TokenRequests): Authorization {
  switch (declared.kind) {
    case 'bearer':
      return fixed(() => `Bearer ${requests.secretOf(declared.token)}`);
    case 'basic':
      return fixed(() => basic(requests.secretOf(declared.user), requests.secretOf(declared.password)));
    case 'client-credentials':
      return new ClientToken(declared, requests);
  }
}

function fixed(header: () => string): Authorization {
  return { header: async () => header(), renew: () => false };
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().optional() });
/** A token that is over within this time might be over when it arrives. */
const earlierMs = 10_000;
const usualSeconds = 300;

/** The token of a client by its own credentials (OAuth 2.0, RFC 6749, 4.4), asked for when none is good. */
class ClientToken implements Authorization {
  private readonly declared: ClientCredentials;
  private readonly requests: TokenRequests;
  private token: { readonly header: string; readonly until: number } | null = null;

  constructor(declared: ClientCredentials, requests: TokenRequests) {
    this.declared = declared;
    this.requests = requests;
  }

  async header(signal: AbortSignal): Promise<string> {
    const isGood = this.token !== null && this.token.until - earlierMs > this.requests.now();
    if (!isGood) this.token = await this.ask(signal);
    return this.token!.header;
  }

  renew(): boolean {
    this.token = null;
    return true;
  }

  private async ask(signal: AbortSignal) {
    const { tokenUrl, clientId, clientSecret, scope } = this.declared;
    const url = new URL(tokenUrl);
    const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) });
    // Both parts are encoded as in a form before they are joined (RFC 6749, 2.3.1).
    const [id, secret] = [clientId, clientSecret].map(part => encodeURIComponent(this.requests.secretOf(part)));
    const headers = new Headers({ authorization: basic(id, secret) });
    const { body } = await this.requests.post(url, form, headers, signal);
    const parsed = tokenAnswer.safeParse(asJson(body));
    if (!parsed.success) throw refused(`${placeOf(url)} answers without an \`access_token\`; check the token URL.`);
    const { access_token, expires_in = usualSeconds } = parsed.data;
    return { header: `Bearer ${access_token}`, until: this.requests.now() + expires_in * 1000 };
  }
}

function asJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
