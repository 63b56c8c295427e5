/**
 * What answers `/oai?verb=…` (OAI-PMH 2.0, https://www.openarchives.org/OAI/openarchivesprotocol.html) on a host that can run a
 * function: it picks records from the list that the build wrote, and reads them from the files of the versions.
 *
 * The file goes to hosts as it is, without its types. Debian’s nginx has a small JavaScript (njs 0.7.9): one default export, no
 * imports of names, no destructuring, no `for … of`, no `await` within an expression. That is why none of them is here.
 */

/** What the build knows of the records: the content of `hosting/oai.json`. */
export interface Repository {
  /** Tells this state of the edition from another one: part of every resumption token. */
  readonly digest: string;
  /** The address that answers. */
  readonly baseUrl: string;
  /** The element `Identify`. */
  readonly identify: string;
  readonly formats: readonly RecordFormat[];
  readonly sets: readonly { readonly spec: string; readonly name: string }[];
  /** By date, and by identifier where that is the same. */
  readonly records: readonly RepositoryRecord[];
}

/** A format of records (section 3.4), and the ending of the files that hold it. */
export interface RecordFormat {
  readonly prefix: string;
  readonly schema: string;
  readonly namespace: string;
  readonly extension: string;
}

export interface RepositoryRecord {
  readonly identifier: string;
  /** `YYYY-MM-DD`, the only granularity. */
  readonly date: string;
  readonly sets: readonly string[];
  /** Its files below the root of the edition, up to the ending. */
  readonly path: string;
}

/** Reads a file of the edition, by its path below the root. */
export type Read = (path: string) => Promise<string>;

/** What of nginx’ request is used here (https://nginx.org/en/docs/njs/reference.html#http). */
interface NginxRequest {
  readonly method: string;
  readonly uri: string;
  readonly variables: { readonly document_root: string; readonly args?: string };
  readonly requestText?: string;
  readonly headersOut: Record<string, string>;
  return(status: number, body: string): void;
}

/** An error of the protocol (section 3.6). */
interface ProtocolError {
  readonly code: string;
  readonly reason: string;
}

type Arguments = Record<string, string>;

/** What a request asks of a list. */
interface Selection {
  readonly prefix: string;
  readonly from: string;
  readonly until: string;
  readonly set: string;
  readonly offset: number;
}

/** Where the list lies. */
const listFile = 'hosting/oai.json';

/** How many records one answer has at most. */
const perPage = 50;

/** The arguments of each verb (section 4): those that it needs, and those that it may have. */
const verbs: Record<string, { readonly required: readonly string[]; readonly optional: readonly string[] }> = {
  Identify: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  ListSets: { required: [], optional: ['resumptionToken'] },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
  ListIdentifiers: { required: ['metadataPrefix'], optional: ['from', 'until', 'set', 'resumptionToken'] },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set', 'resumptionToken'] },
};

const contentType = 'text/xml; charset=utf-8';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const isError = (value: object): value is ProtocolError => 'code' in value;

const errorOf = (code: string, reason: string): ProtocolError => ({ code: code, reason: reason });

/** The names and values of a query, decoded; nothing where it is not well encoded. */
function pairsOf(query: string): { name: string; value: string }[] | undefined {
  try {
    return query
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=');
        const decode = (text: string) => decodeURIComponent(text.replace(/\+/g, ' '));
        return { name: decode(at < 0 ? part : part.slice(0, at)), value: at < 0 ? '' : decode(part.slice(at + 1)) };
      });
  } catch (_) {
    return undefined;
  }
}

/** The arguments of a request, `verb` among them, or what is wrong with them. */
function argumentsOf(query: string): Arguments | ProtocolError {
  const pairs = pairsOf(query);
  if (!pairs) return errorOf('badArgument', 'The request is not well encoded.');
  const named = pairs.filter((pair) => pair.name === 'verb');
  const verb = named.length === 1 && named[0] ? named[0].value : '';
  const known = Object.keys(verbs).indexOf(verb) >= 0 ? verbs[verb] : undefined;
  if (!known) {
    const all = Object.keys(verbs).join(', ');
    return errorOf('badVerb', `The request needs one argument verb, which is one of ${all}.`);
  }
  const found: Arguments = {};
  for (let index = 0; index < pairs.length; index += 1) {
    const pair = pairs[index] as { name: string; value: string };
    if (pair.name !== 'verb' && known.required.indexOf(pair.name) < 0 && known.optional.indexOf(pair.name) < 0)
      return errorOf('badArgument', `${verb} takes no argument ${pair.name}.`);
    if (found[pair.name] !== undefined) return errorOf('badArgument', `The argument ${pair.name} is repeated.`);
    found[pair.name] = pair.value;
  }
  if (found['resumptionToken'] !== undefined) {
    return pairs.length === 2 ? found : errorOf('badArgument', 'resumptionToken excludes every other argument.');
  }
  const missing = known.required.filter((name) => !found[name]);
  return missing.length === 0 ? found : errorOf('badArgument', `${verb} needs the argument ${missing.join(', ')}.`);
}

/** Whether a text is a day in the one granularity that the edition has. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** What a resumption token stands for; nothing if it is none of this state of the edition. */
function resumed(repository: Repository, token: string): Selection | undefined {
  const parts = token.split(',');
  const isWhole = parts.length === 6 && parts[5] === repository.digest && /^[1-9]\d{0,8}$/.test(parts[4] || '');
  if (!isWhole) return undefined;
  const selection = {
    prefix: parts[0] || '',
    from: parts[1] || '',
    until: parts[2] || '',
    set: parts[3] || '',
    offset: Number(parts[4]),
  };
  const isRight =
    (selection.from === '' || isDay(selection.from)) &&
    (selection.until === '' || isDay(selection.until)) &&
    selection.offset % perPage === 0 &&
    selection.offset < selected(repository, selection).length &&
    repository.formats.some((format) => format.prefix === selection.prefix);
  return isRight ? selection : undefined;
}

const tokenOf = (repository: Repository, asked: Selection, offset: number): string =>
  [asked.prefix, asked.from, asked.until, asked.set, String(offset), repository.digest].join(',');

const selected = (repository: Repository, asked: Selection): RepositoryRecord[] =>
  repository.records.filter(
    (record) =>
      (asked.from === '' || record.date >= asked.from) &&
      (asked.until === '' || record.date <= asked.until) &&
      (asked.set === '' || record.sets.indexOf(asked.set) >= 0),
  );

/** What a request for a list asks, or what is wrong with it. */
function selectionOf(repository: Repository, given: Arguments): Selection | ProtocolError {
  const token = given['resumptionToken'];
  if (token !== undefined) {
    const again = resumed(repository, token);
    return (
      again || errorOf('badResumptionToken', 'The token is not of this state of the edition. Begin the list again.')
    );
  }
  const from = given['from'] || '';
  const until = given['until'] || '';
  for (let index = 0; index < 2; index += 1) {
    const name = index === 0 ? 'from' : 'until';
    if (given[name] !== undefined && !isDay(given[name] as string))
      return errorOf('badArgument', `${name} is not a day as YYYY-MM-DD.`);
  }
  if (from !== '' && until !== '' && from > until) return errorOf('badArgument', 'from is later than until.');
  const prefix = given['metadataPrefix'] || '';
  if (!repository.formats.some((format) => format.prefix === prefix)) return noFormat(prefix);
  if (given['set'] !== undefined && repository.sets.length === 0)
    return errorOf('noSetHierarchy', 'The edition has no sets.');
  return { prefix: prefix, from: from, until: until, set: given['set'] || '', offset: 0 };
}

const noFormat = (prefix: string): ProtocolError =>
  errorOf('cannotDisseminateFormat', `There is no format ${prefix}: ask for ListMetadataFormats.`);

const noRecord = (identifier: string): ProtocolError =>
  errorOf('idDoesNotExist', `There is no record ${identifier}: ask for ListIdentifiers.`);

const headerOf = (record: RepositoryRecord): string =>
  `<header><identifier>${escaped(record.identifier)}</identifier><datestamp>${record.date}</datestamp>${record.sets
    .map((spec) => `<setSpec>${escaped(spec)}</setSpec>`)
    .join('')}</header>`;

/**
 * What a file of a version says as the content of `metadata`: the element alone, in a namespace.
 *
 * @param xml the file
 * @param namespace that of the format, declared where the element has none
 */
function metadata(xml: string, namespace: string): string {
  const element = xml.replace(/^\s*<\?xml[^>]*\?>\s*(?:<!DOCTYPE[^>]*>\s*)?/, '').trim();
  const start = (/^<[^>]*>/.exec(element) || [''])[0] || '';
  const isQualified = /\sxmlns=/.test(start) || /^<[\w.-]+:/.test(start);
  return isQualified ? element : element.replace(/^<[^\s/>]+/, (name) => `${name} xmlns="${namespace}"`);
}

async function recordOf(record: RepositoryRecord, format: RecordFormat, read: Read): Promise<string> {
  const xml = await read(record.path + format.extension);
  return `<record>${headerOf(record)}<metadata>${metadata(xml, format.namespace)}</metadata></record>`;
}

/** A page of a list, and the token for the next one (section 3.5). */
async function listOf(
  repository: Repository,
  verb: string,
  given: Arguments,
  read: Read,
): Promise<string | ProtocolError> {
  const asked = selectionOf(repository, given);
  if (isError(asked)) return asked;
  const all = selected(repository, asked);
  const format = repository.formats.filter((one) => one.prefix === asked.prefix)[0];
  if (all.length === 0 || !format) return errorOf('noRecordsMatch', 'No record is of these days and of this set.');
  const shown = all.slice(asked.offset, asked.offset + perPage);
  const parts: string[] = [];
  for (let index = 0; index < shown.length; index += 1) {
    const record = shown[index] as RepositoryRecord;
    let part = headerOf(record);
    if (verb === 'ListRecords') part = await recordOf(record, format, read);
    parts.push(part);
  }
  if (all.length > perPage) {
    const next = asked.offset + perPage;
    const token = next < all.length ? tokenOf(repository, asked, next) : '';
    parts.push(
      `<resumptionToken completeListSize="${all.length}" cursor="${asked.offset}">${escaped(token)}</resumptionToken>`,
    );
  }
  return `<${verb}>${parts.join('')}</${verb}>`;
}

function formatsOf(repository: Repository, given: Arguments): string | ProtocolError {
  const identifier = given['identifier'];
  if (identifier !== undefined && !repository.records.some((record) => record.identifier === identifier))
    return noRecord(identifier);
  const formats = repository.formats.map(
    (format) =>
      `<metadataFormat><metadataPrefix>${format.prefix}</metadataPrefix><schema>${escaped(format.schema)}</schema><metadataNamespace>${escaped(format.namespace)}</metadataNamespace></metadataFormat>`,
  );
  return `<ListMetadataFormats>${formats.join('')}</ListMetadataFormats>`;
}

function setsOf(repository: Repository, given: Arguments): string | ProtocolError {
  if (given['resumptionToken'] !== undefined)
    return errorOf('badResumptionToken', 'The list of sets comes in one answer.');
  if (repository.sets.length === 0) return errorOf('noSetHierarchy', 'The edition has no sets.');
  const sets = repository.sets.map(
    (set) => `<set><setSpec>${escaped(set.spec)}</setSpec><setName>${escaped(set.name)}</setName></set>`,
  );
  return `<ListSets>${sets.join('')}</ListSets>`;
}

async function oneRecord(repository: Repository, given: Arguments, read: Read): Promise<string | ProtocolError> {
  const identifier = given['identifier'] || '';
  const record = repository.records.filter((one) => one.identifier === identifier)[0];
  if (!record) return noRecord(identifier);
  const prefix = given['metadataPrefix'] || '';
  const format = repository.formats.filter((one) => one.prefix === prefix)[0];
  if (!format) return noFormat(prefix);
  const xml = await recordOf(record, format, read);
  return `<GetRecord>${xml}</GetRecord>`;
}

async function contentOf(repository: Repository, given: Arguments, read: Read): Promise<string | ProtocolError> {
  const verb = given['verb'] || '';
  if (verb === 'Identify') return repository.identify;
  if (verb === 'ListMetadataFormats') return formatsOf(repository, given);
  if (verb === 'ListSets') return setsOf(repository, given);
  if (verb === 'GetRecord') return oneRecord(repository, given, read);
  return listOf(repository, verb, given, read);
}

/**
 * Answers a request, with the protocol’s own errors where it is wrong.
 *
 * @param query what stands behind the question mark, or in the body of a POST
 * @returns the response as XML, UTF-8
 */
async function respond(query: string, read: Read): Promise<string> {
  const list = await read(listFile);
  const repository = JSON.parse(list) as Repository;
  const given = argumentsOf(query);
  let content: string | ProtocolError = '';
  if (isError(given)) content = given;
  else content = await contentOf(repository, given, read);
  // A request that is not understood is not repeated (section 3.2).
  const isEchoed = !isError(given) && !(typeof content !== 'string' && content.code === 'badArgument');
  const echo = isEchoed
    ? Object.keys(given)
        .map((name) => ` ${name}="${escaped((given as Arguments)[name] || '')}"`)
        .join('')
    : '';
  const body =
    typeof content === 'string' ? content : `<error code="${content.code}">${escaped(content.reason)}</error>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"><responseDate>${new Date().toISOString().slice(0, 19)}Z</responseDate><request${echo}>${escaped(repository.baseUrl)}</request>${body}</OAI-PMH>
`;
}

/**
 * Answers a request of the web’s own kind, as functions at hosts get it.
 *
 * @param fetchFile fetches a file of the edition, by its path below the root
 */
async function handle(request: Request, fetchFile: (path: string) => Promise<Response>): Promise<Response> {
  if (['GET', 'HEAD', 'POST'].indexOf(request.method) < 0)
    return new Response('', { status: 405, headers: { Allow: 'GET, HEAD, POST' } });
  let query = new URL(request.url).search.slice(1);
  if (request.method === 'POST') query = await request.text();
  const read = (path: string) =>
    fetchFile(path).then((response) => {
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.text();
    });
  const answer = await respond(query, read);
  return new Response(answer, { headers: { 'Content-Type': contentType } });
}

/** Answers a request to nginx: `js_content`. The files lie below its root at the paths of their addresses. */
async function nginx(request: NginxRequest): Promise<void> {
  // biome-ignore lint/style/useNodejsImportProtocol: njs has its own module of this name, and no other.
  const files = require('fs').promises as { readFile(path: string, encoding: string): Promise<string> };
  const folder = request.variables.document_root + request.uri.replace(/[^/]*$/, '');
  const query = request.method === 'POST' ? request.requestText : request.variables.args;
  try {
    const answer = await respond(query || '', (path) => files.readFile(folder + path, 'utf8'));
    request.headersOut['Content-Type'] = contentType;
    request.return(200, answer);
  } catch (_) {
    // A file of the edition is missing: nginx would close the connection without a word.
    request.return(500, '');
  }
}

export default {
  contentType: contentType,
  handle: handle,
  listFile: listFile,
  metadata: metadata,
  nginx: nginx,
  respond: respond,
};
