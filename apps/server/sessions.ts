import { createHash, randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import { permissionsOf, RikuyError, type Session, type User } from '@rikuy/contracts';
import type { Clock, People, StoredUser } from '@rikuy/engine';
import { hashPassword, verifyPassword } from '@rikuy/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';

const cookieName = 'rikuy_session';
const signedOut = 'signed-out';
const rememberedMs = 10_000;
const mostRemembered = 10_000;

export interface SessionOptions {
  readonly people: People;
  readonly clock: Clock;
  readonly hours: number;
  /** Seeded users can be chosen without a password. */
  readonly demo: boolean;
}

/** Who is calling, by session cookie or API key; and opening and closing of sessions. */
export function createSessions({ people, clock, hours, demo }: SessionOptions) {
  const open = async (user: User, reply: FastifyReply): Promise<Session> => {
    const token = randomBytes(32).toString('base64url');
    await people.openSession({ tokenHash: sha256(token), userId: user.id, expiresAt: clock.now() + hours * 3_600_000 });
    reply.setCookie(cookieName, token, { ...cookieOptions(reply), maxAge: hours * 3600 });
    return sessionOf(user);
  };

  const sessionOf = (user: User): Session => ({ user, permissions: [...permissionsOf[user.role]], demo });

  const recent = new Map<string, { user: User | null; until: number }>();
  /** Remembers an answer for some seconds, so that scoring by API key costs no query a call. */
  const lookUp = async (
    secret: string,
    find: (hash: string, now: number) => Promise<User | null>,
  ): Promise<User | null> => {
    const hash = sha256(secret);
    const now = clock.now();
    const known = recent.get(hash);
    if (known && known.until > now) return known.user;
    const user = await find(hash, now);
    if (recent.size >= mostRemembered) recent.clear();
    recent.set(hash, { user, until: now + rememberedMs });
    return user;
  };

  return {
    whoIs: async (request: FastifyRequest): Promise<User | null> => {
      const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
      if (bearer) return lookUp(bearer, (hash, now) => people.apiKeyUser(hash, now));
      const token = request.cookies[cookieName];
      return token ? lookUp(token, (hash, now) => people.sessionUser(hash, now)) : null;
    },
    sessionOf,
    open,
    signIn: async (id: string, password: string, reply: FastifyReply): Promise<Session> => {
      const found = await people.find(id);
      const isRight = found && found.passwordHash === null ? demo : await isPassword(found, password);
      if (!found || !isRight)
        throw new RikuyError('wrong-credentials', 'The user or the password is wrong; check both and try again.');
      const { passwordHash: _, ...user } = found;
      return open(user, reply);
    },
    /** Ends the session and leaves a mark, so that the demo does not sign in again by itself. */
    signOut: async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const token = request.cookies[cookieName];
      if (token) await people.closeSession(sha256(token));
      recent.clear();
      reply.setCookie(cookieName, signedOut, cookieOptions(reply));
    },
    hasSignedOut: (request: FastifyRequest): boolean => request.cookies[cookieName] === signedOut,
  };
}

export type Sessions = ReturnType<typeof createSessions>;

/** The browser's scripts cannot read it, and no other site can make the browser send it. */
function cookieOptions(reply: FastifyReply): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: reply.request.protocol === 'https' };
}

let nobodys: Promise<string> | null = null;

/** Takes as long for a user that does not exist, so that nobody learns who does. */
async function isPassword(found: StoredUser | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(16).toString('base64url'));
  return verifyPassword(found?.passwordHash ?? (await nobodys), password);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
