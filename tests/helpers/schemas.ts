/**
 * The official schemas that exports are validated against. They come with no package of npm: docs/upkeep.md says where each is
 * published. They lie in a folder beside the repository, or in the one that `ESTENAD_SCHEMAS` names.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../src/edition/reading/digests.ts';
import { listFiles } from '../../src/files.ts';
import type { Requirement } from './installed.ts';

/** The folder that was named, if one was. */
export const namedFolder = process.env['ESTENAD_SCHEMAS'];

/** The folder with the schemas. */
export const schemasFolder = path.resolve(namedFolder ?? path.resolve(import.meta.dirname, '../../../shared/schemas'));

/** A schema of a standard: its folder, the file in it that a validator opens, and the digest of the folder. */
export interface Schema extends Requirement {
  readonly folder: string;
  readonly entry: string;
  /** What {@link digestOf} answers for the folder that the tests were written against. */
  readonly digest: string;
}

const schema = (folder: string, entry: string, digest: string): Schema => ({
  folder,
  entry: path.join(schemasFolder, folder, entry),
  digest,
  isHere: existsSync(path.join(schemasFolder, folder, entry)),
  missing: `${folder}/${entry} is not in the folder of schemas (docs/upkeep.md, ESTENAD_SCHEMAS)`,
});

/** Every schema that a test uses. */
export const schemas = {
  crossref: schema(
    'crossref-5.5.0',
    'crossref5.5.0.xsd',
    'b29425f4aa29804f30dc07b65cfbaf3dbae862b91250c4a94d6a2c4656866fcb',
  ),
  datacite46: schema(
    'datacite-4.6',
    'metadata.xsd',
    '37b860bce6817a04df99ae59c0fbf9ee9edcd2b0bff0d04edf0c32a25da013c7',
  ),
  datacite47: schema(
    'datacite-4.7',
    'metadata.xsd',
    'fd59f0aa75fe718b38728abc8bc1eabb9799ae544bfd0d39f93b7d4e4dfc9ae8',
  ),
  jats: schema(
    'jats-1.3',
    'JATS-journalpublishing1-3d2-mathml3.xsd',
    'ec9053eef9899eb2ed49b7176c5bc00a3183243fe52b13b2734613864da82530',
  ),
  fuji: schema('fuji', 'metrics_v0.8.yaml', '969cbda08785aa35577eb47c31df27c6b577fab6e9ebdf33d06190b06787bfe0'),
  marc: schema('marcxml', 'MARC21slim.xsd', '49e805a9b0d89ae47ec3cd2c10840bebaf725c19c0873f75682a7f127ef6ddd6'),
  mods: schema('mods-3.7', 'mods-3-7.xsd', 'a44367ed2cfa9273f0c2cb3cc53158ef791dae165438e0ad63b71b8b40bbc067'),
  oai: schema('oai', 'OAI-PMH.xsd', '876091018b43165cfc38a5f13ede6364ddb42b2811f20bd6b6115c424ff6ac45'),
  pdfua: schema('pdfua', 'PDFUA-1.xml', 'b6547686e6700c5ddc5f0d2173a948a360d4a1951ddd5021111551f6a77c5d13'),
  schemaOrg: schema(
    'schemaorg-30.0',
    'schemaorgcontext.jsonld',
    '06831f5e9f5e3b3da029735a8c4214b38edbba541e63729263bd9d90a3bea557',
  ),
  tei: schema('tei', 'tei_all.rng', '7dce1b53738e67981679edf93a4ceaee87d825e99905a99508c1c96565630503'),
} as const satisfies Readonly<Record<string, Schema>>;

/** The digest of a schema's folder: of the lines that `sha256sum` writes for its files in the order of their paths. */
export function digestOf({ folder }: Schema): string {
  const at = path.join(schemasFolder, folder);
  const lines = listFiles(at).map((file) => `${sha256(readFileSync(path.join(at, file)))}  ${file}\n`);
  return sha256(lines.join(''));
}
