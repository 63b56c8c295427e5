import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { XmlDocument, XsdValidator, RelaxNGValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { loadEdition } from '/work/main/src/edition/load.ts';
import { latestVersion } from '/work/main/src/edition/model.ts';
xmlRegisterFsInputProviders();
const which = process.argv[2];
const S = '/work/shared/schemas/';
const file = which === 'jats' ? S + 'jats-1.3/JATS-journalpublishing1-3d2-mathml3.xsd' : S + 'tei/tei_all.rng';
const doc = XmlDocument.fromBuffer(readFileSync(file), { url: file });
const v = which === 'jats' ? XsdValidator.fromDoc(doc) : RelaxNGValidator.fromDoc(doc);
const f = (await import(`/work/main/src/formats/${which}.ts`))[which];
const e = await loadEdition('/work/main');
for (const a of e.articles) {
  const xml = f.write(e, a, latestVersion(a));
  writeFileSync(`/tmp/${a.slug}.${which}.xml`, xml);
  try { v.validate(XmlDocument.fromString(xml)); console.log(a.slug, 'valid', xml.length); } catch (err: any) { console.log(a.slug, String(err.message).slice(0, 3000), JSON.stringify(err.details?.slice?.(0, 12))?.slice(0,3000)); }
}
