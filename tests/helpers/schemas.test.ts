import { describe, expect, test } from 'vitest';
import { needing } from './installed.ts';
import { digestOf, namedFolder, schemas, schemasFolder } from './schemas.ts';

describe.each(Object.values(schemas))('the schema $folder', (schema) => {
  test('is the one that the tests were written against', needing(schema), () => {
    expect(digestOf(schema), `${schemasFolder}/${schema.folder} is another one: docs/upkeep.md`).toBe(schema.digest);
  });
});

if (namedFolder !== undefined) {
  test('the folder that ESTENAD_SCHEMAS names has every schema', () => {
    const missing = Object.values(schemas).filter(({ isHere }) => !isHere);
    expect(missing.map(({ folder }) => folder)).toEqual([]);
  });
}
