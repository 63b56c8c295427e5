import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/files.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(repository, file), 'utf8');
const manifest: Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'peerDependencies',
  Record<string, string>
> = JSON.parse(read('package.json'));
const { packages: locked } = JSON.parse(read('package-lock.json')) as { packages: Record<string, object> };

/** Whether nothing is left of an import or export when the types are stripped. */
function isOfTypes(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  const bindings = clause?.namedBindings;
  if (clause === undefined || clause.name !== undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.every((one) => one.isTypeOnly);
}

/** What a module imports, with or without what only its types need; a style sheet imports by `@import`. */
function importsOf(file: string, withTypes: boolean): string[] {
  const text = read(file);
  if (file.endsWith('.css')) return [...text.matchAll(/@import ['"]([^'"]*)['"]/g)].map(([, name = '']) => name);
  const code = file.endsWith('.astro') ? text.slice(3, text.indexOf('\n---', 3)) : text;
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && (withTypes || !isOfTypes(node))) {
      if (node.moduleSpecifier) names.push((node.moduleSpecifier as ts.StringLiteral).text);
    }
    // `import('…')`, `require.resolve('…')`
    if (ts.isCallExpression(node) && /^(?:import|require\.resolve)$/.test(node.expression.getText(source))) {
      const [name] = node.arguments;
      if (name && ts.isStringLiteral(name)) names.push(name.text);
    }
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest);
  visit(source);
  return names;
}

/** The packages that the modules of a folder import, and one module of each. */
function packagesOf(folder: string, withTypes: boolean): Map<string, string> {
  const found = new Map<string, string>();
  const files = listFiles(path.join(repository, folder)).filter((file) => /(?<!\.d)\.ts$|\.astro$|\.css$/.test(file));
  for (const file of files.map((one) => `${folder}/${one}`)) {
    for (const name of importsOf(file, withTypes)) {
      const isOther = /^[./]|^\w+:|^@fonts/.test(name) || builtinModules.includes(name);
      if (!isOther) found.set(name.split('/', name.startsWith('@') ? 2 : 1).join('/'), file);
    }
  }
  return found;
}

test('what the program imports when it runs is declared, and not for development alone', () => {
  const found = packagesOf('src', false);
  expect(found.size).toBeGreaterThan(20);
  const declared = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies };
  for (const [name, file] of found) expect(declared, `${file} imports ${name}`).toHaveProperty([name]);
});

test('what types and tests import is declared', () => {
  const all = {
    ...manifest.dependencies,
    ...manifest.optionalDependencies,
    ...manifest.peerDependencies,
    ...manifest.devDependencies,
  };
  for (const [name, file] of [...packagesOf('src', true), ...packagesOf('tests', true)]) {
    const isTyped = name in all || `@types/${name}` in all;
    expect(isTyped, `${file} imports ${name}`).toBe(true);
  }
});

test('every package has a line in docs/upkeep.md that says what it is for', () => {
  // Tables of other things stand in other sections.
  const sections = read('docs/upkeep.md').split(/^## /m);
  const lines = sections
    .filter((section) => section.includes('`@astrojs/mdx`'))
    .flatMap((section) => section.split('\n'))
    .filter((line) => line.startsWith('| `'));
  const named = lines.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([^`]*)`/g)].map(([, name = '']) => name),
  );
  const isNamed = (name: string) =>
    named.some((one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))));
  const all = Object.keys({
    ...manifest.dependencies,
    ...manifest.optionalDependencies,
    ...manifest.peerDependencies,
    ...manifest.devDependencies,
  });
  expect(all.filter((name) => !isNamed(name))).toEqual([]);
  expect(named.filter((name) => !name.endsWith('*') && !all.includes(name))).toEqual([]);
});

test('every version is exact, the parts of citation-js are there once, and the lock file names no host', () => {
  for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const parts = Object.keys(locked).filter((place) => place.includes('node_modules/@citation-js/'));
  expect(parts.length).toBeGreaterThan(3);
  for (const place of parts) expect(place).toMatch(/^node_modules\/@citation-js\/[^/]+$/);
  expect(JSON.stringify(locked)).not.toMatch(/"resolved"/);
});
