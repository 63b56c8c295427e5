/** The images of a manuscript and the data that it offers, as files of the article. Only what lies in the manuscript or beside it is taken; nothing is fetched. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { type ArticleFile, isFileName, type UnfitFile } from '../../edition/article-files.ts';
import { type ArticleFiles, judgeFile, mediaTypesOfFiles } from '../../edition/reading/article-files.ts';
import { sha256 } from '../../edition/reading/digests.ts';
import type { Remarks } from './remarks.ts';

/** In bytes: more than any image may have that is published. */
const mostBytes = 200_000_000;

/** What TeX looks for where a name has no ending, best first. */
const endings = ['', '.svg', '.png', '.jpg', '.jpeg', '.webp', '.pdf', '.eps', '.tif', '.tiff', '.gif'];

/** The format by the first bytes, as the end of a name says it. */
function endingOf(content: Buffer): string | undefined {
  const start = content.subarray(0, 12).toString('latin1');
  if (start.startsWith('\x89PNG')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp';
  if (start.startsWith('GIF8')) return 'gif';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'tiff';
  if (
    /^\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/.test(
      content
        .subarray(0, 500)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    )
  )
    return 'svg';
  return undefined;
}

/** How many files of the folders beside a manuscript are looked through for an image. */
const mostLooked = 2000;

/** The images in the folders right below one. */
async function imagesBelow(top: string): Promise<string[]> {
  const within = (folder: string) => readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = (await within(top)).filter((one) => one.isDirectory() && !one.name.startsWith('.'));
  const files: string[] = [];
  for (const { name } of folders) {
    const entries = await within(path.join(top, name));
    if (files.length + entries.length > mostLooked) break;
    files.push(...entries.filter((one) => one.isFile()).map((one) => path.join(top, name, one.name)));
  }
  return files.filter((file) => endings.includes(path.extname(file).toLowerCase()) && path.extname(file) !== '');
}

export class Figures {
  /** What the article's folder of files gets. */
  readonly files = new Map<string, Uint8Array>();
  /** All that the text can name: what the folder gets, and what it has already. */
  readonly judged: Map<string, ArticleFile | UnfitFile>;
  /** What links of the text offer: the name that each has here, by its address. */
  readonly offered = new Map<string, string>();
  /** The images that are named and not there. */
  readonly missing: string[] = [];
  private readonly folder: string;
  private readonly media: ReadonlyMap<string, Uint8Array>;
  private readonly graphicsPaths: readonly string[];
  private readonly remarks: Remarks;
  private readonly present: ArticleFiles;
  private readonly names = new Map<string, string>();
  private images: readonly string[] | undefined;

  /**
   * @param folder of the manuscript
   * @param media the images within it
   * @param graphicsPaths other folders, below that of the manuscript, in which its images lie
   * @param present what the folder of the article holds: none of it is overwritten
   */
  constructor(
    folder: string,
    media: ReadonlyMap<string, Uint8Array>,
    graphicsPaths: readonly string[],
    remarks: Remarks,
    present: ArticleFiles,
  ) {
    this.folder = folder;
    this.media = media;
    this.graphicsPaths = graphicsPaths;
    this.remarks = remarks;
    this.present = present;
    this.judged = new Map(present);
  }

  /** Takes the images at these addresses, so that the text can name them. */
  async take(addresses: readonly string[]): Promise<void> {
    for (const address of new Set(addresses)) await this.takeOne(address);
  }

  /** Takes the files that links lead to, of those that lie beside the manuscript and can be published. */
  async offer(addresses: readonly string[]): Promise<void> {
    for (const address of new Set(addresses)) {
      const ending = path.extname(decoded(address)).slice(1).toLowerCase();
      const content = ending in mediaTypesOfFiles ? await this.beside(address) : undefined;
      if (content === undefined) continue;
      const name = this.unused(address.slice(0, -ending.length - 1), ending, content);
      const judged = await judgeFile(content, name);
      if ('what' in judged) {
        this.remarks.add(`the file ${shown(address)} ${judged.what}; ${judged.fix}`);
        continue;
      }
      this.names.set(address, name);
      this.offered.set(address, name);
      this.judged.set(name, judged);
      if (!this.present.has(name)) this.files.set(name, content);
    }
  }

  /** The name that an image has in the folder of the article, whether it is there or not. */
  nameOf(address: string): string {
    return this.names.get(address) ?? this.unused(address, 'png');
  }

  private async takeOne(address: string): Promise<void> {
    const found = this.media.get(address) ?? (await this.beside(address));
    if (found === undefined) {
      const ending = /\.(png|jpe?g|webp|svg)$/i.exec(address)?.[1]?.toLowerCase() ?? 'png';
      const there = this.presentOf(address, ending);
      const name = there ?? this.unused(address, ending);
      this.names.set(address, name);
      if (there !== undefined) {
        this.remarks.add(
          `the image ${shown(address)} is not there; the text shows files/${there}, which the article has already`,
        );
        return;
      }
      this.missing.push(name);
      this.remarks.add(
        `the image ${shown(address)} is not there: put it into the folder files/ of the article as ${name}`,
      );
      return;
    }
    const read = Buffer.from(found);
    const ending = endingOf(read);
    const isOther = ending === 'gif' || ending === 'tiff';
    const content = isOther ? await asPng(read) : read;
    const name = this.unused(address, isOther || ending === undefined ? 'png' : ending, content);
    this.names.set(address, name);
    const judged = content === undefined || ending === undefined ? undefined : await judgeFile(content, name);
    if (content === undefined || judged === undefined || 'what' in judged) {
      this.missing.push(name);
      const why =
        judged && 'what' in judged
          ? `${judged.what}; ${judged.fix}`
          : 'cannot be shown by browsers and books; save it as SVG or PNG';
      this.remarks.add(
        `the image ${shown(address)} ${why}, and put it into the folder files/ of the article as ${name}`,
      );
      return;
    }
    if (isOther)
      this.remarks.add(
        `the image ${shown(address)} was written anew as ${name}: pages show no ${ending?.toUpperCase()}`,
      );
    this.judged.set(name, judged);
    if (!this.present.has(name)) this.files.set(name, content);
  }

  /** A file in the folder of the manuscript or below it; links that lead out of it lead nowhere. */
  private async beside(address: string): Promise<Buffer | undefined> {
    if (/^[a-z][a-z0-9+.-]+:/i.test(address) || path.isAbsolute(address)) return undefined;
    const top = await realpath(this.folder);
    for (const folder of ['', ...this.graphicsPaths])
      for (const ending of endings) {
        const file = await realpath(path.resolve(top, folder, `${decoded(address)}${ending}`)).catch(() => undefined);
        if (file === undefined || !file.startsWith(`${top}${path.sep}`)) continue;
        const info = await stat(file);
        if (info.isFile() && info.size <= mostBytes) return readFile(file);
      }
    return this.below(top, path.basename(decoded(address)));
  }

  /** The only image of that name in a folder below that of the manuscript: a chapter does not say where the whole has its images. */
  private async below(top: string, name: string): Promise<Buffer | undefined> {
    this.images ??= await imagesBelow(top);
    const found = this.images.filter((file) =>
      endings.some((ending) => path.basename(file).toLowerCase() === `${name}${ending}`.toLowerCase()),
    );
    const [only] = found;
    if (only === undefined || found.length > 1 || (await stat(only)).size > mostBytes) return undefined;
    return readFile(only);
  }

  /** The latest image that the article has by the name of this one. */
  private presentOf(address: string, ending: string): string | undefined {
    const taken = new Set(this.names.values());
    return namesOf(address, ending, this.present.size)
      .filter((name) => this.present.has(name) && !taken.has(name))
      .at(-1);
  }

  /** A name that no other image has; where the article has a file of that name, it is this very one, and it stays. */
  private unused(address: string, ending: string, content?: Buffer): string {
    const taken = new Set(this.names.values());
    const digest = content === undefined ? undefined : sha256(content);
    const isFree = (name: string) => {
      const there = this.present.get(name);
      return !taken.has(name) && (there === undefined || ('sha256' in there && there.sha256 === digest));
    };
    return namesOf(address, ending, taken.size + this.present.size).find(isFree) as string;
  }
}

/** The names that an image can have, best first: that of its address, then with numbers. */
function namesOf(address: string, ending: string, others: number): string[] {
  const own =
    (decoded(address).split(/[\\/]/).at(-1) ?? '')
      .replace(/\.(?:png|jpe?g|webp|svg|gif|tiff?|pdf|eps|emf|wmf|bmp)$/i, '')
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+|-+$/g, '') || 'image';
  const stem = isFileName(`${own}.${ending}`) ? own : 'image';
  return Array.from({ length: others + 1 }, (_, index) => `${stem}${index === 0 ? '' : `-${index + 1}`}.${ending}`);
}

const shown = (address: string): string => (address.length > 80 ? `${address.slice(0, 80)}…` : address);

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

async function asPng(content: Buffer): Promise<Buffer | undefined> {
  // Loaded here, where there is such an image.
  const { default: sharp } = await import('sharp');
  return sharp(content)
    .png()
    .toBuffer()
    .catch(() => undefined);
}
