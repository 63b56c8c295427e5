/** The search page: reads `?q=`, answers as the reader types, shows the original text around what matched. */
import { type Engine, loadEngine } from './engine.ts';
import { itemOf, queryLink, type ResultWords } from './search-result.ts';
import { type Findings, nearSpellings, type Result, search } from './searching.ts';

const step = 20;
const pause = 150;

/** The parts of the page that the search changes. */
interface Parts {
  readonly form: HTMLFormElement;
  readonly list: HTMLElement;
  readonly status: HTMLElement;
  readonly more: HTMLElement;
  readonly near: HTMLElement;
  readonly fallback: HTMLElement;
}

type Filters = Readonly<Record<string, string>>;

class SearchPage {
  private readonly parts: Parts;
  private readonly root: string;
  private readonly words: ResultWords;
  private readonly digits = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false });
  private engine: Promise<Engine> | undefined;
  /** Counts the searches: what a former one finds is not shown any more. */
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Parts) {
    this.parts = parts;
    const { root = '', words = '{}' } = parts.form.dataset;
    this.root = root;
    this.words = JSON.parse(words) as ResultWords;
    // Who opens this page means to search: the index is loaded before the first letter is typed.
    this.engine = this.load();
  }

  /** Searches for what the address says, and from then on for what is typed. */
  start(): void {
    const { form } = this.parts;
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.timer);
      void this.run();
    });
    form.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.run(), pause);
    });
    document.addEventListener('keydown', (event) => this.moveFocus(event));
    void this.run();
  }

  private load(): Promise<Engine> {
    const loading = loadEngine(new URL(`${this.root}search/`, location.href));
    // A failure is told when something is searched.
    loading.catch(() => {});
    return loading;
  }

  /** What the form asks for. */
  private values(): { readonly query: string; readonly filters: Filters } {
    const data = new FormData(this.parts.form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const filters = Object.fromEntries(
      ['article', 'lang', 'kind'].map((name) => [name, text(name)]).filter(([, value]) => value !== ''),
    );
    return { query: text('q'), filters };
  }

  private async run(): Promise<void> {
    this.turn += 1;
    const mine = this.turn;
    const { query, filters } = this.values();
    this.address(query, filters);
    this.parts.near.replaceChildren();
    if (query === '') return this.clear();
    try {
      this.engine ??= this.load();
      const loaded = await this.engine;
      const findings = await search(loaded, query, filters);
      if (mine !== this.turn) return;
      this.parts.list.replaceChildren();
      this.show(findings, query);
      if (findings.results.length > 0) return;
      const spellings = await nearSpellings(loaded, query);
      if (mine === this.turn) this.offer(query, filters, spellings);
    } catch (error) {
      console.error(error);
      this.giveUp();
    }
  }

  /** Writes the search into the address. Who changes the language goes on with the same search. */
  private address(query: string, filters: Filters): void {
    const parameters = new URLSearchParams({ ...(query === '' ? {} : { q: query }), ...filters });
    history.replaceState(null, '', parameters.size === 0 ? location.pathname : `?${parameters}`);
    const languageLink = document.querySelector<HTMLAnchorElement>('header a[hreflang]');
    if (languageLink) languageLink.search = parameters.toString();
  }

  private clear(): void {
    const { form, list, more, status } = this.parts;
    list.replaceChildren();
    more.hidden = true;
    status.textContent = form.dataset['hint'] ?? '';
  }

  private giveUp(): void {
    const { form, list, status, fallback } = this.parts;
    this.engine = undefined;
    list.replaceChildren();
    status.textContent = form.dataset['broken'] ?? '';
    fallback.hidden = false;
  }

  /** Adds some results to those that are shown; when all are, more of the passages that may answer are looked at. */
  private show(findings: Findings, query: string, shown: ReadonlySet<Result['passage']> = new Set()): void {
    const { list, more } = this.parts;
    const { results, hasMore } = findings;
    const mine = this.turn;
    this.say(findings, query);
    const others = results.filter(({ passage }) => !shown.has(passage));
    const next = others.slice(0, step);
    const context = { query, root: this.root, words: this.words, digits: this.digits };
    let article = [...shown].at(-1)?.article;
    for (const result of next) {
      list.append(itemOf(result, context, result.passage.article !== article));
      article = result.passage.article;
    }
    const now = new Set([...shown, ...next.map(({ passage }) => passage)]);
    more.hidden = others.length <= step && !hasMore;
    more.onclick = async () => {
      const further = others.length > step ? findings : await findings.goOn();
      if (mine === this.turn) this.show(further, query, now);
    };
  }

  /** Says how many results there are. */
  private say({ results, hasMore }: Findings, query: string): void {
    const { found = '', one = '', first = '', nothing = '' } = this.parts.form.dataset;
    const said = results.length === 0 ? nothing : hasMore ? first : results.length === 1 ? one : found;
    this.parts.status.textContent = said
      .replace('#', () => this.digits.format(results.length))
      .replace('…', () => (query.length > 80 ? `${query.slice(0, 80)}…` : query));
  }

  /** Where nothing was found: the same search without filters, and spellings that are near. */
  private offer(query: string, filters: Filters, spellings: Awaited<ReturnType<typeof nearSpellings>>): void {
    const { near } = this.parts;
    if (Object.keys(filters).length > 0) near.append(queryLink(query, near.dataset['all'] ?? '', {}), ' ');
    if (spellings.length > 0) {
      const links = spellings.flatMap((spelling) => [' ', queryLink(spelling.query, spelling.word, filters)]);
      near.append(near.dataset['label'] ?? '', ...links);
    }
  }

  /** Arrow keys go from the field to the results and from one to the next. */
  private moveFocus(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...this.parts.list.querySelectorAll('a')];
    const field = this.parts.form.querySelector<HTMLInputElement>('input[type=search]');
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (at < 0 && document.activeElement !== field) return;
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    const target = next < 0 ? field : links[next];
    if (!target) return;
    event.preventDefault();
    target.focus();
  }
}

const part = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector);

const form = part<HTMLFormElement>('form.searching');
const [list, status, more, near, fallback] = ['#results', '#search-status', '#more', '#near', '#full-texts'].map(
  (selector) => part(selector),
);
if (form && list && status && more && near && fallback)
  new SearchPage({ form, list, status, more, near, fallback }).start();
