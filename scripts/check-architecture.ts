// Holds the imports of the code against architecture.json and prints the reason of each rule that is broken.
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, matchesGlob, relative } from 'node:path';

type Layer = { path: string; package: string; mayImport: string[]; reason: string; browser?: boolean };
type Boundary = { from: string; notTo: string; reason: string };
type Architecture = {
  layers: Record<string, Layer>;
  withinEngine: Record<string, Boundary>;
  engineSpeaksNoUseCase: { path: string; words: string[] };
};
type Import = { readonly file: string; readonly specifier: string };

const root = dirname(import.meta.dirname);
const architecture = JSON.parse(readFileSync(join(root, 'architecture.json'), 'utf8')) as Architecture;
const layers = Object.entries(architecture.layers);
const broken: string[] = [];

const files = layers.flatMap(([, layer]) =>
  globSync(`${layer.path}/**/*.{ts,tsx}`, {
    cwd: root,
    exclude: name => name.includes('node_modules') || name.includes('/assembly/'),
  }),
);
const imports = files.flatMap(importsOf);

for (const found of imports) {
  checkLayer(found);
  checkBoundaries(found);
}
for (const [name, layer] of layers) checkDeclared(name, layer);
checkCycles();
checkWords();

if (broken.length > 0) {
  console.error(broken.join('\n'));
  process.exit(1);
}
console.error(`  ${files.length} files, ${imports.length} imports`);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  // The formatter puts every import at the start of a line; what looks like one elsewhere is text.
  const pattern =
    /^(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...text.matchAll(pattern)].map(match => ({ file, specifier: match[1] ?? match[2] ?? match[3] }));
}

function layerOf(file: string): [string, Layer] | undefined {
  return layers.find(([, layer]) => file.startsWith(`${layer.path}/`));
}

function checkLayer({ file, specifier }: Import): void {
  const [name, layer] = layerOf(file)!;
  const target = layers.find(([, other]) => specifier === other.package || specifier.startsWith(`${other.package}/`));
  if (target && target[0] !== name && !layer.mayImport.includes(target[0]) && !isTest(file)) {
    broken.push(
      `${file} imports ${specifier}: ${name} may import only ${layer.mayImport.join(', ') || 'nothing of ours'}. ${layer.reason}`,
    );
  }
  if (specifier.startsWith('.') && layerOf(relative(root, join(root, dirname(file), specifier)))?.[0] !== name) {
    broken.push(`${file} imports ${specifier}: reach another package by its name, through its one door.`);
  }
  if (layer.browser && !isTest(file) && isBuiltin(specifier) && !file.endsWith('.config.ts')) {
    broken.push(`${file} imports ${specifier}: ${name} runs in browsers.`);
  }
}

function checkBoundaries({ file, specifier }: Import): void {
  if (!specifier.startsWith('.') || isTest(file)) return;
  const target = relative(root, join(root, dirname(file), specifier));
  for (const [rule, { from, notTo, reason }] of Object.entries(architecture.withinEngine)) {
    if (!matchesGlob(file, `${from.replace(/\/\*\*?$/, '')}/**`)) continue;
    const sameFolder = from === notTo && stageOf(file) === stageOf(target);
    if (!sameFolder && matchesGlob(target, `${notTo.replace(/\/\*\*?$/, '')}/**`))
      broken.push(`${file} imports ${specifier}: ${rule}. ${reason}`);
  }
}

function stageOf(file: string): string {
  return file.split('/').slice(0, 4).join('/');
}

function checkDeclared(name: string, layer: Layer): void {
  const manifest = JSON.parse(readFileSync(join(root, layer.path, 'package.json'), 'utf8')) as {
    dependencies?: object;
    optionalDependencies?: object;
  };
  const declared = new Set(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }));
  for (const { file, specifier } of imports) {
    if (!file.startsWith(`${layer.path}/`) || specifier.startsWith('.') || isBuiltin(specifier) || isTest(file))
      continue;
    const wanted = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    if (wanted !== layer.package && !declared.has(wanted))
      broken.push(`${file} imports ${wanted}, which ${name}'s package.json does not declare.`);
  }
}

function checkCycles(): void {
  const graph = new Map<string, string[]>();
  for (const { file, specifier } of imports) {
    if (specifier.startsWith('.'))
      graph.set(file, [...(graph.get(file) ?? []), relative(root, join(root, dirname(file), specifier))]);
  }
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) {
      broken.push(`import cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
}

function checkWords(): void {
  const { path, words } = architecture.engineSpeaksNoUseCase;
  for (const file of files.filter(file => file.startsWith(`${path}/`) && !isTest(file))) {
    const text = readFileSync(join(root, file), 'utf8').toLowerCase();
    for (const word of words)
      if (new RegExp(`\\b${word}\\b`).test(text)) broken.push(`${file} says "${word}": the engine knows no use case.`);
  }
}

function isTest(file: string): boolean {
  return /\.test(-d)?\.tsx?$/.test(file) || file.includes('/fixtures/');
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}
