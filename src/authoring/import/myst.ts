/**
 * Manuscripts in MyST (mystmd.org/guide) and what Quarto adds to Markdown: pandoc knows neither roles, `{cite}`key``, nor directives,
 * ```` ```{figure} ````. They are written as pandoc's Markdown has them before it reads.
 */

/** Markdown that pandoc reads, and what of the manuscript it does not say. */
export interface PandocMarkdown {
  readonly text: string;
  readonly lost: readonly string[];
}

const opening = /^(\s*)(`{3,}|:{3,}|~{3,})\s*\{([A-Za-z][\w:.+-]*)\}[ \t]*(.*)$/;
/** A role, or code, in which a role is none. */
const roleOrCode = /\{([A-Za-z][\w:.+-]*)\}(`+)([^`]+)\2|(`+)(?!`).*?[^`]\4(?!`)/g;

/** Directives of a title and a text that stand apart from the rest. */
const boxes =
  /^(?:admonition|note|tip|hint|important|warning|caution|attention|danger|error|seealso|todo|sidebar|margin|aside|topic|dropdown|card|exercise|solution|(?:prf:)?(?:proof|theorem|lemma|definition|corollary|proposition|remark|example|axiom|algorithm|assumption|conjecture))$/;

/** Directives that print nothing of the manuscript, or what only a program shows. */
const silent = /^(?:bibliography|contents|toctree|tableofcontents|raw|only|index|glue.*)$/;

/** @param text Markdown as it was written; what is of neither system stays as it is */
export function asPandocMarkdown(text: string): PandocMarkdown {
  const lost: string[] = [];
  const quarto = text.replace(
    /\$\$([^$]+)\$\$[ \t]*\{#([\w:.-]+)[^}]*\}/g,
    (_, tex: string, id: string) => `$$${tex.trimEnd()} \\label{${id}}$$`,
  );
  const isMyst =
    quarto.split('\n').some((line) => opening.test(line)) || /(?:^|[^`])\{[A-Za-z][\w:.+-]*\}`[^`]+`/.test(quarto);
  return isMyst ? { text: blocks(quarto.split('\n'), lost).join('\n'), lost } : { text: quarto, lost };
}

/** Lines of a text, its directives as what pandoc has for them. */
function blocks(lines: readonly string[], lost: string[]): string[] {
  const result: string[] = [];
  let target: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string;
    const [, , fence = '', name] = opening.exec(line) ?? [];
    const plain = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (name !== undefined) {
      const end = endOf(lines, at, fence);
      result.push('', ...directive(lines.slice(at, end), target, lost), '');
      target = undefined;
      at = end;
    } else if (plain !== undefined) {
      const end = endOf(lines, at, plain);
      result.push(...lines.slice(at, end + 1));
      at = end;
    } else if (/^\([^()\s]+\)=\s*$/.test(line)) target = line.trim().slice(1, -2);
    else if (/^\+\+\+/.test(line)) result.push('');
    else if (/^%/.test(line)) lost.push(`a comment was left out: ${line.slice(1).trim()}`);
    else if (/^#{1,6}\s/.test(line) && target !== undefined) {
      result.push(`${roles(line, lost)} {#${target}}`);
      target = undefined;
    } else result.push(roles(line, lost));
  }
  return result;
}

/** The line that closes a fence; the last one where none does. */
function endOf(lines: readonly string[], start: number, fence: string): number {
  const sign = fence[0] as string;
  let inner = 0;
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = (lines[at] as string).trim();
    if (sign === ':' && opening.exec(line)?.[2]?.length === fence.length) inner += 1;
    else if (line.length >= fence.length && [...line].every((one) => one === sign)) {
      if (inner === 0) return at;
      inner -= 1;
    }
  }
  return lines.length;
}

interface Options {
  readonly [name: string]: string;
}

/** What a directive says in lines of its own before its text, `:name: value` or between `---`. */
function optionsIn(lines: readonly string[]): { readonly options: Options; readonly body: readonly string[] } {
  const options: Record<string, string> = {};
  let at = 0;
  const isFenced = lines[0]?.trim() === '---';
  if (isFenced) at = 1;
  for (; at < lines.length; at += 1) {
    const line = lines[at] as string;
    const [, name, value = ''] = (isFenced ? /^\s*([\w-]+):\s*(.*)$/ : /^\s*:([\w-]+):\s*(.*)$/).exec(line) ?? [];
    if (isFenced && line.trim() === '---') {
      at += 1;
      break;
    }
    if (name === undefined) break;
    options[name] = value.trim();
  }
  return { options, body: lines.slice(at) };
}

/** A directive, from its first line to the one before its last. */
function directive(lines: readonly string[], target: string | undefined, lost: string[]): string[] {
  const [, indent = '', , name = '', written = ''] = opening.exec(lines[0] as string) ?? [];
  const { options, body } = optionsIn(lines.slice(1).map((line) => line.replace(indent, '')));
  const argument = written.trim();
  const id = options['label'] ?? options['name'] ?? target;
  const attr = id === undefined ? '' : ` {#${id}}`;
  const words = () => roles(body.join(' ').replace(/\s+/g, ' ').trim(), lost);
  if (name === 'math') {
    const tex = [argument, ...body]
      .join('\n')
      .trim()
      .replace(/\n\s*\n/g, '\n');
    return [`$$${tex}${id === undefined ? '' : ` \\label{${id}}`}$$`];
  }
  if (name === 'figure' || name === 'image') {
    const alt = options['alt'] === undefined ? '' : ` alt="${options['alt'].replaceAll('"', "'")}"`;
    const own = id === undefined && alt === '' ? '' : `{${id === undefined ? '' : `#${id}`}${alt}}`;
    return [`![${name === 'figure' ? words() : ''}](<${argument}>)${own}`];
  }
  if (/^(?:code|code-block|code-cell|sourcecode|ipython3?|literalinclude|mermaid|graphviz|plot)$/.test(name)) {
    const longest = Math.max(2, ...body.map((line) => /^\s*(`+)/.exec(line)?.[1]?.length ?? 0));
    const fence = '`'.repeat(longest + 1);
    // A drawing by a program is the code of it.
    const word = /^(?:mermaid|graphviz|plot)$/.test(name) ? name : argument;
    const language = /^[\w+#.-]+$/.test(word) ? ` .${word}` : '';
    return [`${fence} {${id === undefined ? '' : `#${id}`}${language} .code}`, ...body, fence];
  }
  if (name === 'table' || name === 'list-table') {
    const rows = name === 'table' ? blocks(body, lost) : listTable(body, lost);
    return [...rows, '', ...(argument === '' && attr === '' ? [] : [`: ${roles(argument, lost)}${attr}`])];
  }
  if (boxes.test(name)) {
    const kind = name.replace(/^prf:/, '');
    const own = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    const title = /^(?:admonition|card|topic|dropdown|sidebar)$/.test(kind)
      ? argument
      : [own, argument].filter(Boolean).join(': ');
    const fence = `::::${':'.repeat(depthOf(body))}`;
    return [
      `${fence} {${id === undefined ? '' : `#${id} `}.admonition title="${title.replaceAll('"', "'")}"}`,
      '',
      ...blocks(body, lost),
      '',
      fence,
    ];
  }
  if (/^(?:epigraph|pull-quote|highlights|blockquote)$/.test(name))
    return blocks([argument, ...body], lost).map((line) => `> ${line}`);
  if (silent.test(name)) return [];
  lost.push(
    `the directive {${name}} is none of a text; ${body.join('').trim() === '' ? 'it was left out' : 'its words stayed'}`,
  );
  return blocks(
    [argument, ...body].filter((line, index) => index > 0 || line !== ''),
    lost,
  );
}

/** How deep directives stand in one another. */
const depthOf = (lines: readonly string[]): number => lines.filter((line) => opening.test(line)).length;

/** Rows of a list in a list as a table. */
function listTable(lines: readonly string[], lost: string[]): string[] {
  const rows: string[][] = [];
  for (const line of lines) {
    const [, opens, cell] = /^\s*(\*\s+)?-\s?(.*)$/.exec(line) ?? [];
    if (opens !== undefined) rows.push([]);
    if (cell !== undefined) rows.at(-1)?.push(cell.trim());
    else if (line.trim() !== '') {
      const row = rows.at(-1);
      if (row && row.length > 0) row[row.length - 1] = `${row.at(-1)} ${line.trim()}`;
    }
  }
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const said = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, index) => roles(row[index] ?? '', lost).replaceAll('|', '\\|'));
    return `| ${cells.join(' | ')} |`;
  });
  const [first = '', ...others] = said;
  return width === 0 ? [] : [first, `|${' --- |'.repeat(width)}`, ...others];
}

/** Words and where they lead: `words <target>`. */
const parted = (text: string): { readonly words: string; readonly target: string } => {
  const [, words = '', target] = /^(.*?)\s*<([^<>]+)>$/.exec(text.trim()) ?? [];
  return target === undefined ? { words: '', target: text.trim() } : { words, target };
};

/** The roles in a line as pandoc's Markdown has what they say; what stands in code stays. */
function roles(line: string, lost: string[]): string {
  return line.replace(roleOrCode, (whole, name: string | undefined, _ticks: string, text: string) => {
    if (name === undefined) return whole;
    const [kind = '', form = ''] = name.split(':');
    const { words, target } = parted(text);
    if (/^cite/.test(kind)) {
      const keys = text.split(/\s*,\s*/).map((key) => `@${key.trim()}`);
      return form.startsWith('t') || kind === 'citet' ? keys.join('; ') : `[${keys.join('; ')}]`;
    }
    switch (kind) {
      case 'ref':
      case 'numref':
      case 'eq':
      case 'prf':
        // The edition counts: «Figure %s» says where the number would stand.
        return `[${/%s|\{number\}/.test(words) ? '' : words}](#${target})`;
      case 'math':
        return `$${text.trim()}$`;
      case 'sub':
      case 'subscript':
        return `~${text.replaceAll(' ', '\\ ')}~`;
      case 'sup':
      case 'superscript':
        return `^${text.replaceAll(' ', '\\ ')}^`;
      case 'code':
      case 'kbd':
      case 'samp':
      case 'file':
      case 'command':
        return `\`${text}\``;
      case 'download':
        return `[${words || target}](<${target}>)`;
      case 'u':
      case 'underline':
        return `[${text}]{.underline}`;
      case 'smallcaps':
        return `[${text}]{.smallcaps}`;
      case 'abbr':
      case 'term':
      case 'dfn':
      case 'doc':
        return words || text;
      default:
        lost.push(`the role {${name}} is none of a text; its words stayed`);
        return words || text;
    }
  });
}
