import { useSyncExternalStore } from 'react';
import type { OutboxEntry } from './outbox.ts';

const kept = 'rikuy.outbox';
let entries: readonly OutboxEntry[] = recover();
const listeners = new Set<() => void>();

/** Replaces the entries and tells everybody. What waits survives a reload. */
export function updateOutbox(update: (entries: readonly OutboxEntry[]) => readonly OutboxEntry[]): void {
  entries = update(entries);
  sessionStorage.setItem(kept, JSON.stringify(entries.filter(({ state }) => state === 'waiting')));
  for (const listener of listeners) listener();
}

export function useOutbox(): readonly OutboxEntry[] {
  return useSyncExternalStore(subscribe, currentOutbox);
}

export function currentOutbox(): readonly OutboxEntry[] {
  return entries;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function recover(): readonly OutboxEntry[] {
  return JSON.parse(sessionStorage.getItem(kept) ?? '[]') as readonly OutboxEntry[];
}
