/** The search page: reads `?q=`, answers as the reader types, shows the original text around what matched. */
import type { Pause } from '../search/collection.ts';
import { counted, numberFormat } from './counted.ts';
import { EngineSilent } from './elsewhere.ts';
import { type Engine, loadEngine } from './engine.ts';
import { type Findings, outcomeOf, type Result } from './findings.ts';
import { articlesOn, narrowed, newestFirst, shelfChoices } from './narrowing.ts';
import { itemOf, queryLink, type ResultContext, type ResultWords } from './search-result.ts';
import { search } from './searching.ts';
import { searchWider } from './spread.ts';

const step = 20;
/** How long a reader who types pauses before it is searched, in milliseconds. */
const typingPause = 150;

/** The parts of the page that the search changes. */
interface Parts {
  readonly form: HTMLFormElement;
  readonly list: HTMLElement;
  readonly status: HTMLElement;
  readonly more: HTMLElement;
  /** What may have been meant. */
  readonly meant: HTMLElement;
  readonly nearTitle: HTMLElement;
  readonly near: HTMLElement;
  readonly fallback: HTMLElement;
  /** The button that asks for more than the latest versions, what it says, and what it finds. */
  readonly wider: HTMLElement;
  readonly furtherStatus: HTMLElement;
  readonly further: HTMLElement;
}

type Filters = Readonly<Record<string, string>>;

/** The choices that are of passages, and not of articles or of the order. */
const ofPassages = (filters: Filters): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => ['article', 'lang', 'kind'].includes(name)));

/** Where a reader was who follows a result and comes back. */
interface Place {
  readonly shown: number;
  readonly y: number;
}

/** How long the page works before it lets other things happen, in milliseconds: on a phone a passage takes some itself. */
const slice = 12;

function slices(): Pause {
  let since = performance.now();
  return () => {
    if (performance.now() - since < slice) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        since = performance.now();
        resolve();
      });
    });
  };
}

function append(list: HTMLElement, results: readonly Result[], context: ResultContext, before?: string): void {
  let article = before;
  for (const result of results) {
    list.append(itemOf(result, context, result.passage.article !== article));
    article = result.passage.article;
  }
}

class SearchPage {
  private readonly parts: Parts;
  private readonly root: string;
  private readonly words: ResultWords;
  private format: Intl.NumberFormat | undefined;
  private engine: Promise<Engine> | undefined;
  /** Counts the searches: what a former one finds is not shown any more. */
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the engine of others did not answer: from then on the index of the edition does. */
  private isSilent = false;

  constructor(parts: Parts) {
    this.parts = parts;
    const { root = '', words = '{}' } = parts.form.dataset;
    this.root = root;
    this.words = JSON.parse(words) as ResultWords;
    // Who opens this page means to search: the index is loaded before the first letter is typed.
    this.engine = this.load();
  }

  /** Made when a number is shown: a browser takes a while for it. */
  private get digits(): Intl.NumberFormat {
    this.format ??= numberFormat();
    return this.format;
  }

  /** Searches for what the address says, and from then on for what is typed. */
  start(): void {
    const { form } = this.parts;
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
    turn(form);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.timer);
      void this.run();
    });
    form.addEventListener('input', () => {
      turn(form);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.run(), typingPause);
    });
    document.addEventListener('keydown', (event) => this.moveFocus(event));
    // Folded on a phone, where it would push the first result off the screen.
    const narrowing = form.querySelector('details');
    const isNarrowed = Object.keys(this.values().filters).length > 0;
    if (narrowing) narrowing.open = isNarrowed || matchMedia('(min-width: 40rem)').matches;
    addEventListener('pagehide', () => this.remember());
    void this.run(history.state as Place | null);
  }

  private load(): Promise<Engine> {
    const loading = loadEngine(new URL(`${this.root}search/`, location.href), slices(), !this.isSilent);
    // A failure is told when something is searched.
    loading.catch(() => {});
    return loading;
  }

  /** What the form asks for. */
  private values(): { readonly query: string; readonly filters: Filters } {
    const data = new FormData(this.parts.form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const filters = Object.fromEntries(
      ['article', 'lang', 'kind', ...shelfChoices, 'order']
        .map((name) => [name, text(name)])
        .filter(([, value]) => value !== ''),
    );
    return { query: text('q'), filters };
  }

  /** @param before where the reader was, who comes back */
  private async run(before: Place | null = null): Promise<void> {
    this.turn += 1;
    const mine = this.turn;
    const { query, filters } = this.values();
    this.address(query, filters);
    if (query === '') return this.clear();
    try {
      this.engine ??= this.load();
      const loaded = await this.engine;
      const places = this.words.articles;
      const isByDate = filters['order'] === 'date';
      const engine = narrowed(loaded, articlesOn(filters, places), places, isByDate);
      const pause = slices();
      const found = await search(engine, query, ofPassages(filters), pause);
      // What is found is shown in a task of its own.
      await pause();
      const findings = isByDate ? newestFirst(found, places) : found;
      if (mine !== this.turn) return;
      this.empty();
      this.show(findings, query, Math.max(before?.shown ?? 0, step));
      this.offer(query, filters, findings);
      this.offerWider(engine, query, ofPassages(filters));
      if (before) scrollTo(0, before.y);
    } catch (error) {
      await this.recover(error, before);
    }
  }

  /** Goes on with the index of the edition where the engine of others does not answer; else gives up. */
  private async recover(error: unknown, before: Place | null = null): Promise<void> {
    console.error(error);
    if (!(error instanceof EngineSilent) || this.isSilent) return this.giveUp();
    this.isSilent = true;
    this.engine = undefined;
    await this.run(before);
  }

  /** Keeps the place and the number of results for who comes back. */
  private remember(): void {
    const place: Place = { shown: this.parts.list.childElementCount, y: scrollY };
    history.replaceState(place, '');
  }

  /** Writes the search into the address. Who changes the language goes on with the same search. */
  private address(query: string, filters: Filters): void {
    const parameters = new URLSearchParams({ ...(query === '' ? {} : { q: query }), ...filters });
    history.replaceState(null, '', parameters.size === 0 ? location.pathname : `?${parameters}`);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('header a[hreflang]'))
      link.search = parameters.toString();
  }

  private empty(): void {
    const { list, meant, more, near, nearTitle, wider, further, furtherStatus } = this.parts;
    for (const one of [list, meant, near]) one.replaceChildren();
    list.className = '';
    nearTitle.hidden = true;
    more.hidden = true;
    wider.hidden = true;
    further.hidden = true;
    furtherStatus.textContent = '';
  }

  private clear(): void {
    this.empty();
    this.parts.status.textContent = this.parts.form.dataset['hint'] ?? '';
  }

  private giveUp(): void {
    const { form, status, fallback } = this.parts;
    this.engine = undefined;
    this.empty();
    status.textContent = form.dataset['broken'] ?? '';
    fallback.hidden = false;
  }

  /** Shows the first results, and what is near under a heading of its own. */
  private show(findings: Findings, query: string, count: number): void {
    const { list, near, nearTitle } = this.parts;
    this.say(findings, query);
    const context = { query, root: this.root, words: this.words, digits: this.digits };
    if (findings.near.length > 0) {
      // Where all was read, no passage has the words; else some may, and come above what is near.
      const isAll = outcomeOf(findings) === 'nothing';
      nearTitle.textContent = (isAll ? nearTitle.dataset['nearest'] : nearTitle.dataset['also']) ?? '';
      nearTitle.hidden = false;
      if (isAll) list.className = 'near';
      (isAll ? list : near).before(nearTitle);
      append(isAll ? list : near, findings.near, context);
    }
    this.showMore(findings, context, new Set(), count);
  }

  /** Adds some results to those that are shown; when all are, more of the passages that may answer are looked at. */
  private showMore(
    findings: Findings,
    context: ResultContext,
    shown: ReadonlySet<Result['passage']>,
    count: number,
  ): void {
    const { form, list, more, status } = this.parts;
    const mine = this.turn;
    const others = findings.results.filter(({ passage }) => !shown.has(passage));
    const next = others.slice(0, count);
    append(list, next, context, [...shown].at(-1)?.article);
    const now = new Set([...shown, ...next.map(({ passage }) => passage)]);
    more.hidden = others.length <= count && !findings.hasMore;
    more.onclick = async () => {
      const further = others.length > count ? findings : await findings.goOn().catch((error) => this.recover(error));
      if (!further || mine !== this.turn) return;
      this.say(further, context.query);
      this.showMore(further, context, now, step);
      const [from, to] = [now.size + 1, list.childElementCount].map((number) => this.digits.format(number));
      const added = (form.dataset['more'] ?? '').replace('##', to ?? '').replace('#', from ?? '');
      status.append(list.childElementCount > now.size ? ` · ${added}` : '');
      list.children[now.size]?.querySelector('a')?.focus();
    };
  }

  /** Says how many results there are. */
  private say(findings: Findings, query: string): void {
    const outcome = outcomeOf(findings);
    const words = this.parts.form.dataset[outcome] ?? '';
    const said = findings.results.length === 0 ? words : counted(words, findings.results.length);
    const shown = said.replace('…', () => (query.length > 80 ? `${query.slice(0, 80)}…` : query));
    this.parts.status.textContent = this.isSilent ? `${shown} ${this.parts.form.dataset['silent'] ?? ''}` : shown;
  }

  /** Where nothing was found: what may have been meant, and the same search without filters. */
  private offer(query: string, filters: Filters, { results, meant: other }: Findings): void {
    const { meant } = this.parts;
    if (results.length > 0) return;
    if (Object.keys(filters).length > 0) meant.append(queryLink(query, meant.dataset['all'] ?? '', {}), ' ');
    if (other !== undefined) meant.append(meant.dataset['label'] ?? '', ' ', queryLink(other, other, filters));
  }

  /** Below the results: the same search in what is not of the latest versions. */
  private offerWider({ wider: loadWider }: Engine, query: string, filters: Filters): void {
    const { wider } = this.parts;
    const mine = this.turn;
    wider.hidden = loadWider === undefined;
    wider.onclick = async () => {
      try {
        const leaves = await loadWider?.();
        const findings = leaves && (await searchWider(leaves, query, filters));
        if (!findings || mine !== this.turn) return;
        wider.hidden = true;
        this.showFurther(findings, query, 0);
      } catch (error) {
        console.error(error);
        this.giveUp();
      }
    };
  }

  /** @param shown how many are shown already */
  private showFurther(findings: Findings, query: string, shown: number): void {
    const list = this.parts.further.querySelector('ol');
    const more = this.parts.further.querySelector('button');
    if (!list || !more) return;
    const mine = this.turn;
    const count = findings.results.length;
    const outcome = outcomeOf(findings);
    const { furtherStatus, further, form } = this.parts;
    const { found, nothing = '' } = furtherStatus.dataset;
    const none = outcome === 'yet' ? (form.dataset['yet'] ?? '').replace('…', () => query) : nothing;
    furtherStatus.textContent = count === 0 ? none : counted(found, count);
    further.hidden = outcome === 'nothing';
    const context = { query, root: this.root, words: this.words, digits: this.digits, isWider: true };
    list.replaceChildren();
    append(list, findings.results, context);
    list.children[shown]?.querySelector('a')?.focus();
    more.hidden = !findings.hasMore;
    more.onclick = async () => {
      const next = await findings.goOn();
      if (mine === this.turn) this.showFurther(next, query, findings.results.length);
    };
  }

  /** Arrow keys go from the field to the results and from one to the next; Esc goes back to the field. */
  private moveFocus(event: KeyboardEvent): void {
    const field = this.parts.form.querySelector<HTMLInputElement>('input[type=search]');
    if (event.key === 'Escape' && document.activeElement !== field) field?.focus();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const { list, near, further } = this.parts;
    const links = [list, near, further].flatMap((part) => [...part.querySelectorAll('a')]);
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
const [list, status, more, meant, nearTitle, near, fallback, wider, furtherStatus, further] = [
  '#results',
  '#search-status',
  '#more',
  '#meant',
  '#near-title',
  '#near',
  '#full-texts',
  '#wider',
  '#further-status',
  '#further',
].map((selector) => part(selector));
if (form && list && status && more && meant && nearTitle && near && fallback && wider && furtherStatus && further) {
  const page = new SearchPage({
    form,
    list,
    status,
    more,
    meant,
    nearTitle,
    near,
    fallback,
    wider,
    furtherStatus,
    further,
  });
  // In a task of its own: together with the reading of this script it would hold a phone for longer than a tenth of a second.
  setTimeout(() => page.start());
}

/** Lets what is typed have the direction of its script; an empty field has that of the page, and moves nothing. */
function turn(form: HTMLFormElement): void {
  const field = form.elements.namedItem('q');
  if (field instanceof HTMLInputElement) field.dir = field.value === '' ? document.documentElement.dir : 'auto';
}
