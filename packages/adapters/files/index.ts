export { openFolderSource } from './folder-source.ts';
export { type FileFormat, openFile, type OpenFileOptions } from './open-file.ts';
export type { TextEncodingName } from './text/line-blocks.ts';
