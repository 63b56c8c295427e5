import { pages, permanent } from '../../edition/addresses.ts';
import type { Subject } from '../../edition/model.ts';

/** The permanent address of a version. */
export const addressOf = ({ edition, article }: Subject, number: string): string =>
  permanent(edition.site, pages.version(article.slug, number));
