import type { SitePath } from '../edition/addresses.ts';
import { assetToken } from './asset-token.ts';

/**
 * The text of a page or a style sheet with relative addresses of assets, so that the build works under any path and from a
 * folder: the way up to the root takes the place of the token.
 */
export const related = (text: string, file: SitePath): string =>
  text.replaceAll(`${assetToken}/`, '../'.repeat(file.split('/').length - 1) || './');
