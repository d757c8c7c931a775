export { type BucketSourceOptions, openBucketSource } from './bucket-source.ts';
