/** The mark of an edition as cards and icons need it. */
import type { Theme } from '../edition/theme.ts';

/** The mark as an address that holds it. */
export const markAddress = ({ icon }: Theme): string =>
  `data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`;

/**
 * The mark on a ground without round corners, for systems that cut icons to a shape of their own. It lies whole within the
 * circle of four fifths that such a shape keeps (https://www.w3.org/TR/appmanifest/#icon-masks).
 */
export const markOnGround = (theme: Theme): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 64 64"><rect width="64" height="64" fill="${theme.colours.light.frame}"/><image width="64" height="64" xlink:href="${markAddress(theme)}"/></svg>`;
