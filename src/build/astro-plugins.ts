/** How the pages come by the edition, which they name `estenad:edition`, and by the program that computes what they show. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import type { Theme } from '../edition/theme.ts';
import { readFaces } from '../fonts/web.ts';
import { countersSheet, facesSheet, themeSheet } from '../html/edition-sheet.ts';
import { moduleFile, programRoot } from '../root.ts';
import type { Language } from '../text/languages.ts';

/** The name of the edition in the pages; `src/estenad-edition.d.ts` has its types. */
const edition = 'estenad:edition';

/** The folders whose modules Astro bundles: they import style sheets, components and scripts of a browser. */
const bundled = ['pages', 'layouts', 'components', 'styles', 'client', 'worker'];

/** Whether a module is one of the engine, which Node loads as it is. */
function isOfEngine(id: string): boolean {
  const [folder = ''] = path.relative(programRoot, id).split(path.sep);
  return path.extname(id) === path.extname(import.meta.filename) && folder !== '..' && !bundled.includes(folder);
}

/**
 * In a build, modules of the engine are not bundled a second time with the pages: Node imports each from where it is, and so the
 * very ones on which the build runs. What the build hands over ({@link ./shown.ts}) and what a module keeps is there once.
 */
export function engineApart(): Plugin {
  const external = (file: string) => ({ id: pathToFileURL(file).href, external: true });
  return {
    name: 'estenad:engine-apart',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ config }) => config.consumer === 'server',
    async resolveId(specifier, importer, options) {
      if (specifier === edition) return external(moduleFile('build/shown'));
      const found = await this.resolve(specifier, importer, { ...options, skipSelf: true });
      return found && isOfEngine(found.id) ? external(found.id) : found;
    },
  };
}

/** The style sheet of the edition as the pages name it, and as the bundler does: it takes what ends so for a style sheet. */
const sheet = 'estenad:edition.css';
const sheetId = '/estenad-edition.css';

/** The faces, the colours, the measure and the digits of the edition, as a style sheet of the pages. */
export const editionSheet = (
  fonts: string,
  theme: () => Theme | Promise<Theme>,
  languages: () => readonly Language[] | Promise<readonly Language[]>,
): Plugin => ({
  name: 'estenad:edition-sheet',
  enforce: 'pre',
  resolveId: (specifier) => (specifier === sheet ? sheetId : undefined),
  load: async (id) =>
    id === sheetId
      ? facesSheet(await readFaces(fonts)) + themeSheet(await theme()) + countersSheet(await languages())
      : undefined,
});

/** The words of the scripts as these name them. */
const words = 'estenad:reading-words';
const wordsId = '\0estenad:reading-words';

/** The words of the scripts in the languages of the edition: a page loads none of another one. */
export const wordsIn = (languages: () => readonly Language[] | Promise<readonly Language[]>): Plugin => ({
  name: 'estenad:reading-words',
  enforce: 'pre',
  resolveId: (specifier) => (specifier === words ? wordsId : undefined),
  load: async (id) => {
    if (id !== wordsId) return undefined;
    const own = await languages();
    const imports = own.map(
      (one) => `import { reading as ${one} } from ${JSON.stringify(moduleFile(`locales/${one}`))};`,
    );
    return `${imports.join('\n')}
const words = { ${own.join(', ')} };
export const wordsOfPage = () => words[document.documentElement.lang];
`;
  },
});

/** What people write. */
const contentFolders = ['content', 'bibliography'];

/** The folder of the edition that is edited, as the command names it. */
const liveRoot = () => process.env['ESTENAD_LIVE'] ?? process.cwd();

/** In live editing the edition is read from the content files; a change in one of them reads it anew and reloads the page. */
export function liveEdition(): Plugin {
  const live = moduleFile('build/live-shown');
  return {
    name: 'estenad:live-edition',
    apply: 'serve',
    enforce: 'pre',
    resolveId: (specifier) => (specifier === edition ? live : undefined),
    // An edition may stand outside of the folder that is watched anyway.
    configureServer: ({ watcher }) => void watcher.add(contentFolders.map((folder) => path.join(liveRoot(), folder))),
    hotUpdate({ file, server }) {
      const [folder = ''] = path.relative(liveRoot(), file).split(path.sep);
      if (!contentFolders.includes(folder)) return;
      const { moduleGraph } = this.environment;
      for (const module of moduleGraph.getModulesByFile(live) ?? []) moduleGraph.invalidateModule(module);
      for (const id of [sheetId, wordsId]) {
        const made = moduleGraph.getModuleById(id);
        if (made) moduleGraph.invalidateModule(made);
      }
      server.ws.send({ type: 'full-reload' });
      return [];
    },
  };
}
