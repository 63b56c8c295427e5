/** Whether a changed file still compiles: a fault that the compiler refuses is none that a test would have to notice. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A function that says whether a module of the repository compiles with another text. Components are only parsed. */
export function compilerOf(root: string): (file: string, text: string) => boolean {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(root, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
      },
    },
  );
  const changed = new Map<string, { readonly text: string; readonly version: number }>();
  const service = ts.createLanguageService({
    getCompilationSettings: () => config?.options ?? {},
    getScriptFileNames: () => config?.fileNames.filter((name) => !name.includes('/tests/')) ?? [],
    getScriptVersion: (name) => String(changed.get(name)?.version ?? 0),
    getScriptSnapshot: (name) => {
      const text = changed.get(name)?.text ?? (ts.sys.fileExists(name) ? readFileSync(name, 'utf8') : undefined);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  let version = 0;
  return (file, text) => {
    const name = path.join(root, file);
    const set = (content: string) => {
      version += 1;
      changed.set(name, { text: content, version });
    };
    // What has a configuration of its own, the service worker, is only parsed.
    if (!config?.fileNames.includes(name)) return true;
    set(text);
    const faults = [...service.getSyntacticDiagnostics(name), ...service.getSemanticDiagnostics(name)];
    set(readFileSync(name, 'utf8'));
    return faults.length === 0;
  };
}
