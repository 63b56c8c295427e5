import path from 'node:path';
import type { Plugin } from 'vite';

/** In live editing, a change in the content files reads the edition anew and reloads the page. */
export function contentReload(): Plugin {
  return {
    name: 'estenad:content-reload',
    hotUpdate({ file, server }) {
      const [folder] = path.relative(server.config.root, file).split(path.sep);
      if (folder !== 'content' && folder !== 'bibliography') return;
      this.environment.moduleGraph.invalidateAll();
      server.ws.send({ type: 'full-reload' });
      return [];
    },
  };
}
