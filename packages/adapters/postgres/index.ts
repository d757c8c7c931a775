export { openStores, type StorageOptions } from './open-stores.ts';
