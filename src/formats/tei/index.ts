import type { Element } from 'xast';
import { x } from 'xastscript';
import type { LineUse, VersionOf } from '../../edition/model.ts';
import type { Format } from '../format.ts';
import { linesIn } from '../full-text.ts';
import { xmlDocument } from '../xml.ts';
import { teiHeader } from './header.ts';
import { teiText } from './text.ts';

/**
 * A version as TEI P5 (https://tei-c.org/guidelines/p5/), tei_all: of a text that was received a critical edition. `sourceDoc` has the text as received
 * line for line, `text` the edition; each block names its lines in `corresp`, and a doubtful reading is an `app`
 * (parallel segmentation) whose witness is the text as received.
 */
export const tei: Format = {
  name: 'TEI',
  extension: 'tei.xml',
  mediaType: 'application/tei+xml',
  holdsText: true,
  write: (subject) =>
    xmlDocument(
      x('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': subject.article.language }, [
        teiHeader(subject),
        sourceDoc(subject),
        teiText(subject),
      ]),
    ),
};

/** `sourceDoc`, of an article that has a source: the lines of the text as received; of a line that no block names, `type` says what it is. */
function sourceDoc({ article: { source }, version }: VersionOf): Element | undefined {
  if (!source) return undefined;
  const uses = new Map<number, LineUse>(
    version.accounted.flatMap(({ lines, as }) => linesIn(lines).map((line) => [line, as] as const)),
  );
  return x('sourceDoc', { corresp: '#source' }, [
    x(
      'surface',
      source.lines.map((line, index) =>
        x('line', { 'xml:id': `l${index + 1}`, n: index + 1, type: uses.get(index + 1) }, line),
      ),
    ),
  ]);
}
