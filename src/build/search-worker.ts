/** The thread that makes the search index, begun by the build (search.ts). */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { type IndexedPassage, indexedWider, makeIndex } from '../search/index.ts';
import { type Answer, type Order, writeSearch } from './search.ts';

const order: Order = workerData;
const answer = (message: Answer) => parentPort?.postMessage(message);

const passages: IndexedPassage[] = [];
for (const file of order.passages) passages.push(...JSON.parse(await readFile(file, 'utf8')));
passages.push(...indexedWider(order.wider));
answer('read');
answer(await writeSearch(await makeIndex(passages, order.rows, order.elsewhere), order.site));
