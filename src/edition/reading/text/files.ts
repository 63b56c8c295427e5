/** The files of the article that a version shows or offers. */
import { type ArticleFile, fileAddress, isFileName } from '../../article-files.ts';
import type { ArticleFiles } from '../article-files.ts';
import type { TextContext } from './context.ts';

export class UsedFiles {
  private readonly context: TextContext;
  private readonly files: ArticleFiles;
  private readonly used = new Map<string, ArticleFile>();

  /** @param files what the article's folder of files holds */
  constructor(context: TextContext, files: ArticleFiles) {
    this.context = context;
    this.files = files;
  }

  /** Those that the text used so far, by name. */
  list(): ArticleFile[] {
    return [...this.used.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The name of a file in the folder of the article, by its address in the text. */
  nameAt(address: string, line: number): string | undefined {
    const name = address.startsWith(fileAddress('')) ? address.slice(fileAddress('').length) : '';
    if (isFileName(name)) return name;
    this.context.fault(
      line,
      `"${address}" is not a file of the article`,
      'put it into the folder files/ beside the text, under a name of ASCII letters, digits, hyphens and dots, and write files/NAME',
    );
    return undefined;
  }

  /** A file that the version publishes. */
  use(name: string, line: number): ArticleFile | undefined {
    const file = this.files.get(name);
    if (file === undefined)
      this.context.lacks(line, `${fileAddress(name)} is not there`, 'put the file there, or correct its name');
    else if ('what' in file) this.context.fault(line, `${fileAddress(name)} ${file.what}`, file.fix);
    else {
      this.used.set(name, file);
      return file;
    }
    return undefined;
  }
}
