import { expect, test } from 'vitest';
import { z } from 'zod';
import { adviceFor } from '../../../src/edition/reading/advice.ts';
import { apparatusSchema, articleSchema, editionSchema, versionsSchema } from '../../../src/edition/reading/schemas.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | false;
}

/** The paths of a schema and of all fields in it; a list has an entry, and what has any names has one. */
function pathsOf({ properties = {}, items, additionalProperties }: Schema, at: PropertyKey[] = []): PropertyKey[][] {
  return [
    ...(at.some((part) => typeof part === 'string') ? [at] : []),
    ...Object.entries(properties).flatMap(([name, schema]) => pathsOf(schema, [...at, name])),
    ...(items ? pathsOf(items, [...at, 0]) : []),
    ...(additionalProperties ? pathsOf(additionalProperties, [...at, 'r1']) : []),
  ];
}

test('of every field of the content files it is said what to write there', () => {
  const schemas = { editionSchema, articleSchema, versionsSchema, apparatusSchema };
  for (const [name, schema] of Object.entries(schemas)) {
    const paths = pathsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema);
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths)
      expect(adviceFor(path) ?? '', `${name}: ${path.join('.')}`).toMatch(/^(?:write|leave) \S/);
  }
});

test('the words are those of the place', () => {
  expect(adviceFor(['creators', 1, 'name', 'en', 'family'])).toContain('family name of the author in Latin letters');
  expect(adviceFor(['journal', 'name', 'fa'])).toContain('write the name of the journal in Persian');
  expect(adviceFor(['name', 'fa'])).toBe('write the name of the edition in Persian');
  expect(adviceFor([0, 'kind'])).not.toBe(adviceFor(['kind', 'value', 'fa']));
  expect(adviceFor(['journal', 'name'])).toBe(adviceFor(['journal']));
  expect(adviceFor(['titles', 'fa', 'from'])).toContain('where the fact was seen');
});
