export { openFolderSource } from './folder-source.ts';
export { type FileFormat, openFile, type OpenFileOptions } from './open-file.ts';
export type { TextEncodingName } from './text/line-blocks.ts';
export { openDatasetStore } from './datasets/dataset-store.ts';
export { openRawTable, type RawTable } from './datasets/open-raw-table.ts';
export { fileSnapshots } from './feature-snapshots.ts';
