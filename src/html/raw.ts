import type { ElementContent } from 'hast';

/**
 * HTML that is ready and safe: what the CSL engine made from escaped text. The serializer writes it as it is
 * (`allowDangerousHtml`).
 */
export const raw = (value: string): ElementContent => ({ type: 'raw', value }) as unknown as ElementContent;
