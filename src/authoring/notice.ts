import { isSeq, parseDocument, type YAMLMap } from 'yaml';
import { type NoticeKind, noticeKinds } from '../edition/notices.ts';
import { sealOfNotice } from '../edition/reading/digests.ts';
import { noticesOf, versionsOf } from '../edition/reading/paths.ts';
import { noticesSchema } from '../edition/reading/schemas.ts';
import { type Done, exists, Refusal, readEditionFile, readVersions, readYamlFile, writeFiles } from './files.ts';
import { noticeTemplate } from './templates.ts';

const isKind = (text: string): text is NoticeKind => noticeKinds.some((kind) => kind === text);

/**
 * Starts a notice of a released version, at the end of `notices.yaml`. It counts once it is sealed.
 *
 * @param today the day that it has
 * @throws {@link Refusal} if there is no such version or kind, the version is a draft, or a notice waits for its seal
 */
export async function newNotice(
  root: string,
  slug: string,
  number: string,
  kind: string,
  today: string,
): Promise<Done> {
  const { value: versions } = await readVersions(root, slug);
  const released = versions.filter(({ digest }) => digest !== undefined);
  if (!released.some(({ version }) => version === number))
    throw new Refusal(
      versions.some(({ version }) => version === number)
        ? `version ${number} of ${slug} is a draft: notices are of released versions`
        : `${slug} has no version ${number}`,
      released.length > 0
        ? `name one of ${released.map(({ version }) => version).join(', ')}`
        : 'put into the draft what is to be said',
    );
  if (!isKind(kind)) throw new Refusal(`"${kind}" is no kind of notice`, `use one of ${noticeKinds.join(', ')}`);
  const file = noticesOf(slug);
  const before = (await exists(root, file)) ? await readYamlFile(root, file, noticesSchema, 'working') : undefined;
  if (before?.value.notices.some(({ seal }) => seal === undefined))
    throw new Refusal(`a notice in ${file} has no seal yet`, `finish it and run npm run new -- notice ${slug}`);
  const { languages } = (await readEditionFile(root)).value;
  const template = noticeTemplate(languages, number, kind, today);
  let text = template;
  if (before) {
    const list = before.document.get('notices');
    const added = parseDocument(template).get('notices');
    if (isSeq(list) && isSeq(added)) list.items.push(...added.items);
    text = before.document.toString({ lineWidth: 0 });
  }
  return {
    written: await writeFiles(root, { [file]: text }),
    next: [
      `Say in ${file} why, in one language at least, and where the notice stands.`,
      `Seal it: npm run new -- notice ${slug}. From then on it cannot change.`,
    ],
  };
}

/**
 * Seals the notices of an article that have no seal yet, and counts them in `versions.yaml`.
 *
 * @throws {@link Refusal} if there is none
 * @throws {@link ContentFaults} if one is not finished
 */
export async function sealNotices(root: string, slug: string): Promise<Done> {
  const versions = await readVersions(root, slug);
  const file = noticesOf(slug);
  const none = new Refusal(
    `${slug} has no notice without a seal`,
    `start one: npm run new -- notice ${slug} NUMBER KIND`,
  );
  if (!(await exists(root, file))) throw none;
  const { value, document } = await readYamlFile(root, file, noticesSchema, 'working');
  if (value.notices.every(({ seal }) => seal !== undefined)) throw none;
  let before: string | undefined;
  value.notices.forEach((notice, index) => {
    const seal: string = notice.seal ?? sealOfNotice(notice, before);
    if (notice.seal === undefined) document.setIn(['notices', index, 'seal'], seal);
    before = seal;
  });
  versions.value.forEach(({ version }, index) => {
    const count = value.notices.filter((notice) => notice.version === version).length;
    const entry = versions.document.getIn([index]) as YAMLMap;
    if (count > 0) entry.set('notices', count);
  });
  return {
    written: await writeFiles(root, {
      [file]: document.toString({ lineWidth: 0 }),
      [versionsOf(slug)]: versions.document.toString({ lineWidth: 0 }),
    }),
    next: [
      'Run npm run check, commit both files, build, and publish: pages, search, exports and OAI-PMH say it.',
      'Send the deposits of the version to the registrar again; a notice with a DOI of its own has its own deposit.',
    ],
  };
}
