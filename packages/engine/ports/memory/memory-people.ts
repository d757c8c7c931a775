import type { Role, User } from '@rikuy/contracts';
import type { People, StoredUser } from '../people.ts';
import { storedCopy } from './copy.ts';

type Session = Parameters<People['openSession']>[0];
type ApiKey = Parameters<People['saveApiKey']>[0];

export class MemoryPeople implements People {
  private readonly users = new Map<string, StoredUser>();
  private readonly sessions = new Map<string, Session>();
  private readonly apiKeys = new Map<string, ApiKey>();

  async save(user: StoredUser): Promise<void> {
    this.users.set(user.id, storedCopy(user));
  }

  async find(id: string): Promise<StoredUser | null> {
    const found = this.users.get(id);
    return found ? storedCopy(found) : null;
  }

  async list(): Promise<readonly User[]> {
    return [...this.users.values()].map(toUser).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async openSession(session: Session): Promise<void> {
    this.sessions.set(session.tokenHash, { ...session });
  }

  async sessionUser(tokenHash: string, now: number): Promise<User | null> {
    const session = this.sessions.get(tokenHash);
    if (!session || session.expiresAt <= now) return null;
    const user = this.users.get(session.userId);
    return user ? toUser(user) : null;
  }

  async closeSession(tokenHash: string): Promise<void> {
    this.sessions.delete(tokenHash);
  }

  async saveApiKey(key: ApiKey): Promise<void> {
    this.apiKeys.set(key.keyHash, { ...key });
  }

  async apiKeyUser(keyHash: string, now: number): Promise<User | null> {
    const key = this.apiKeys.get(keyHash);
    return key && (key.expiresAt === null || key.expiresAt > now) ? machineUser(key.name, key.role) : null;
  }
}

function toUser({ id, name, role, office }: StoredUser): User {
  return { id, name, role, office };
}

function machineUser(name: string, role: Role): User {
  return { id: `api-key:${name}`, name, role, office: null };
}
