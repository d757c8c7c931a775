export { type Configuration, configurationSchema, databaseDirectory, readConfiguration } from './configuration.ts';
export { generatorOf } from './generators.ts';
export { createPlatform, openPlatform, type Platform, type UseCaseInService } from './platform.ts';
export { hashPassword, verifyPassword } from './passwords.ts';
export {
  type DeclaredSources,
  loadDeclared,
  type LoadOptions,
  openSource,
  readSources,
  type ToldLoad,
} from './sources.ts';
export { useCases } from './use-cases.ts';
export { openFile, openRawTable } from '@rikuy/files';
