/** Builds a site that tests look at: `node build-site.ts harbour` or `node build-site.ts site`. */
import { buildHarbour } from '../../helpers/harbour.ts';
import { buildOwn } from '../../this-edition/own.ts';

await (process.argv[2] === 'harbour' ? buildHarbour() : buildOwn());
