import { z } from 'zod';
import {
  type ColourName,
  type Colours,
  colourNames,
  defaultTheme,
  endParts,
  faintPairs,
  leastContrast,
  type Scheme,
  schemes,
} from '../theme.ts';

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour such as "#23477f", in quotation marks', abort: true })
  .transform((text) => text.toLowerCase())
  .optional();
const colours = z.strictObject(
  Object.fromEntries(colourNames.map((name) => [name, colour])) as Record<ColourName, typeof colour>,
);

/** The colours of a scheme, the default ones where others are not stated. */
const coloursOf = (scheme: Scheme) =>
  colours.default({}).transform((stated) => ({ ...defaultTheme.colours[scheme], ...stated }) as Colours);

/** `theme:` of `content/edition.yaml`: what it does not state is as by default. */
export const themeSchema = z
  .strictObject({
    colours: z
      .strictObject({ light: coloursOf('light'), dark: coloursOf('dark'), sepia: coloursOf('sepia') })
      .default(defaultTheme.colours),
    measure: z.number().min(20).max(45).default(defaultTheme.measure),
    parts: z
      .array(z.enum(endParts))
      .refine((parts) => endParts.every((part) => parts.includes(part)) && parts.length === endParts.length, {
        error: `must name each of ${endParts.join(', ')} once`,
      })
      .default([...endParts]),
  })
  .superRefine((stated, context) => {
    for (const scheme of schemes)
      for (const { letters, ground, contrast } of faintPairs(stated.colours[scheme]))
        context.addIssue({
          code: 'custom',
          path: ['colours', scheme, letters],
          message: `${letters} on ${ground} in the ${scheme} scheme has a contrast of ${contrast}: it must be ${leastContrast} or more (WCAG 2.2, 1.4.3)`,
        });
  })
  .default({ ...defaultTheme, parts: [...endParts] });
