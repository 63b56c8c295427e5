/** The search page: reads `?q=`, answers as the reader types, shows the original text around what matched. */
import type { Range } from '../search/match.ts';
import { type Engine, loadEngine } from './engine.ts';
import { type Findings, nearSpellings, type Result, search } from './searching.ts';

const step = 20;
const pause = 150;

const form = document.querySelector<HTMLFormElement>('form.searching');
const list = document.querySelector<HTMLOListElement>('#results');
const status = document.querySelector<HTMLElement>('#search-status');
const more = document.querySelector<HTMLButtonElement>('#more');
const near = document.querySelector<HTMLElement>('#near');
const languageLink = document.querySelector<HTMLAnchorElement>('header a[hreflang]');
const fallback = document.querySelector<HTMLElement>('#full-texts');

if (form && list && status && more && near && fallback) start(form, list, status, more, near, fallback);

function start(
  form: HTMLFormElement,
  list: HTMLElement,
  status: HTMLElement,
  more: HTMLElement,
  near: HTMLElement,
  fallback: HTMLElement,
): void {
  const { root = '', found = '', one = '', first = '', nothing = '', broken = '', hint = '' } = form.dataset;
  const words = JSON.parse(form.dataset['words'] ?? '{}') as {
    articles: Record<string, { language: string; value: string }>;
    kinds: Record<string, string>;
  };
  const digits = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false });
  const load = (): Promise<Engine> => {
    const loading = loadEngine(new URL(`${root}search/`, location.href));
    // A failure is told when something is searched.
    loading.catch(() => {});
    return loading;
  };
  const say = (text: string, query: string, count = 0) => {
    status.textContent = text
      .replace('#', () => digits.format(count))
      .replace('…', () => (query.length > 80 ? `${query.slice(0, 80)}…` : query));
  };
  // Who opens this page means to search: the index is loaded before the first letter is typed.
  let engine: Promise<Engine> | undefined = load();
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const values = () => {
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const filters = Object.fromEntries(
      ['article', 'lang', 'kind'].map((name) => [name, text(name)]).filter(([, value]) => value !== ''),
    );
    return { query: text('q'), filters };
  };

  /** Adds some results to those that are shown; when all are, more of the passages that may answer are looked at. */
  const show = (findings: Findings, query: string, shown: ReadonlySet<Result['passage']> = new Set()) => {
    const { results, hasMore } = findings;
    const mine = turn;
    const said = results.length === 0 ? nothing : hasMore ? first : results.length === 1 ? one : found;
    say(said, query, results.length);
    const others = results.filter(({ passage }) => !shown.has(passage));
    const next = others.slice(0, step);
    let article = [...shown].at(-1)?.article;
    for (const result of next) {
      list.append(itemOf(result, query, root, words, digits, result.passage.article !== article));
      article = result.passage.article;
    }
    const now = new Set([...shown, ...next.map(({ passage }) => passage)]);
    more.hidden = others.length <= step && !hasMore;
    more.onclick = async () => {
      const further = others.length > step ? findings : await findings.goOn();
      if (mine === turn) show(further, query, now);
    };
  };

  const run = async () => {
    turn += 1;
    const mine = turn;
    const { query, filters } = values();
    const parameters = new URLSearchParams({ ...(query === '' ? {} : { q: query }), ...filters });
    history.replaceState(null, '', parameters.size === 0 ? location.pathname : `?${parameters}`);
    // Who changes the language goes on with the same search.
    if (languageLink) languageLink.search = parameters.toString();
    near.replaceChildren();
    if (query === '') {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = hint;
      return;
    }
    try {
      engine ??= load();
      const loaded = await engine;
      const findings = await search(loaded, query, filters);
      if (mine !== turn) return;
      list.replaceChildren();
      show(findings, query);
      if (findings.results.length === 0) {
        const spellings = await nearSpellings(loaded, query);
        if (mine === turn && Object.keys(filters).length > 0) {
          near.append(queryLink(query, near.dataset['all'] ?? '', {}), ' ');
        }
        if (mine === turn && spellings.length > 0)
          near.append(
            near.dataset['label'] ?? '',
            ...spellings.flatMap((spelling) => [' ', queryLink(spelling.query, spelling.word, filters)]),
          );
      }
    } catch (error) {
      console.error(error);
      engine = undefined;
      list.replaceChildren();
      status.textContent = broken;
      fallback.hidden = false;
    }
  };

  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of parameters) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void run();
  });
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(run, pause);
  });
  // Arrow keys go from the field to the results and from one to the next.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...list.querySelectorAll('a')];
    const field = form.querySelector<HTMLInputElement>('input[type=search]');
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (at < 0 && document.activeElement !== field) return;
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    const target = next < 0 ? field : links[next];
    if (target) {
      event.preventDefault();
      target.focus();
    }
  });
  void run();
}

/** A link that searches for something else with the same filters. */
function queryLink(query: string, text: string, filters: Readonly<Record<string, string>>): HTMLElement {
  const link = document.createElement('a');
  link.href = `?${new URLSearchParams({ q: query, ...filters })}`;
  link.textContent = text;
  link.dir = 'auto';
  return link;
}

function itemOf(
  { passage, match }: Result,
  query: string,
  root: string,
  words: { articles: Record<string, { language: string; value: string }>; kinds: Record<string, string> },
  digits: Intl.NumberFormat,
  isFirst: boolean,
): HTMLElement {
  const item = document.createElement('li');
  if (isFirst) {
    const title = document.createElement('strong');
    const known = words.articles[passage.article];
    title.textContent = known?.value ?? passage.article;
    if (known) title.lang = known.language;
    title.dir = 'auto';
    item.append(title);
  }
  const [page = '', anchor = ''] = passage.path.split('#');
  const language = document.documentElement.lang === 'en' ? 'en/' : '';
  const link = document.createElement('a');
  link.href = `${root}${language}${page}index.html?${new URLSearchParams({ q: query })}${anchor === '' ? '' : `#${anchor}`}`;
  const number = /^p(\d+)$/.exec(anchor)?.[1];
  link.textContent = `${words.kinds[passage.kind] ?? passage.kind}${number === undefined ? '' : ` ${digits.format(Number(number))}`}`;
  const excerpt = document.createElement('p');
  excerpt.lang = passage.language;
  excerpt.dir = passage.language === 'fa' ? 'rtl' : 'ltr';
  excerpt.append(...excerptOf(passage.text, match.ranges));
  item.append(link, excerpt);
  if (match.ranges.length === 0 && match.alsoRanges.length > 0) {
    const also = document.createElement('p');
    also.dir = 'auto';
    also.append(...excerptOf(passage.also, match.alsoRanges));
    item.append(also);
  }
  return item;
}

const around = 110;

/** The original text around the first match, with every match in it marked. */
function excerptOf(text: string, ranges: readonly Range[]): (Node | string)[] {
  const [first] = ranges;
  const from = first ? wordEdge(text, first.start - around) : 0;
  const to = wordEdge(text, (first?.end ?? 0) + around * (first ? 1 : 2));
  const nodes: (Node | string)[] = from > 0 ? ['… '] : [];
  let at = from;
  for (const range of ranges.filter(({ start, end }) => start >= from && end <= to)) {
    if (range.start < at) continue;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(range.start, range.end);
    nodes.push(text.slice(at, range.start), mark);
    at = range.end;
  }
  nodes.push(text.slice(at, to), to < text.length ? ' …' : '');
  return nodes;
}

/** The nearest place at or before an offset where a word begins or the text ends. */
function wordEdge(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  return text.lastIndexOf(' ', offset) + 1;
}
