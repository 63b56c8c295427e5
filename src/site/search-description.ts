import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inLanguage, pages, permanent } from '../edition/addresses.ts';
import { type Edition, rootLanguage } from '../edition/model.ts';
import { escapeXml } from '../text/escape.ts';
import { sayIn } from '../text/languages.ts';

/** Writes the OpenSearch 1.1 descriptions by which a browser adds the edition to its search engines, one a language. */
export async function writeOpenSearch(edition: Edition, folder: string): Promise<void> {
  for (const language of edition.languages) {
    const template = `${permanent(edition.site, inLanguage(pages.search, language, rootLanguage(edition)))}?q={searchTerms}`;
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml([...sayIn(edition.name, language)].slice(0, 16).join(''))}</ShortName>
  <Description>${escapeXml([...sayIn(edition.description, language)].slice(0, 1024).join(''))}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>${language}</Language>
  <Url type="text/html" method="get" template="${escapeXml(template)}"/>
</OpenSearchDescription>
`;
    await writeFile(path.join(folder, `opensearch-${language}.xml`), xml);
  }
}
