// Loads a declared source into the embedded database, or another that is named, until it is done or killed; tells each
// portion that is in the log.
import { writeSync } from 'node:fs';
import { openPlatform, readConfiguration, readSources, loadDeclared } from '@rikuy/runtime';

const [name] = process.argv.slice(2);
const configuration = readConfiguration(process.env);
const platform = await openPlatform(configuration);
const declared = await readSources(configuration, process.env);
const append = platform.stores.eventLog.append.bind(platform.stores.eventLog);
platform.stores.eventLog.append = async (...given) => {
  const answer = await append(...given);
  writeSync(1, `appended ${given[0].length}\n`);
  return answer;
};
const { load } = await loadDeclared(platform, declared, name, { signal: new AbortController().signal });
await platform.close();
writeSync(1, `load ${JSON.stringify(load)}\n`);
