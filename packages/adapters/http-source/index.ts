export { openHtmlSource } from './html-source.ts';
export { openHttpSource } from './http-source.ts';
export type { HttpSourceOptions } from './requests.ts';
