import type { Role, User } from '@rikuy/contracts';

export interface StoredUser extends User {
  /** Argon2id hash; null where the user can only be chosen in the demo. */
  readonly passwordHash: string | null;
}

export interface People {
  save(user: StoredUser): Promise<void>;
  find(id: string): Promise<StoredUser | null>;
  list(): Promise<readonly User[]>;
  /** `tokenHash` is SHA-256 of what the browser holds. */
  openSession(session: {
    readonly tokenHash: string;
    readonly userId: string;
    readonly expiresAt: number;
  }): Promise<void>;
  sessionUser(tokenHash: string, now: number): Promise<User | null>;
  closeSession(tokenHash: string): Promise<void>;
  /** Keys of machines; stored as SHA-256. */
  saveApiKey(key: {
    readonly keyHash: string;
    readonly name: string;
    readonly role: Role;
    readonly expiresAt: number | null;
  }): Promise<void>;
  apiKeyUser(keyHash: string, now: number): Promise<User | null>;
}
