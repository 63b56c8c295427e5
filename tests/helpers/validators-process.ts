/**
 * `node validators-process.ts SOCKET PID`: validates XML for the run of tests whose process is named, and ends with it. The address
 * that is asked names the file of a schema, which is read once; the answer is the list of faults as JSON.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { RelaxNGValidator, XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { isAlive } from '../../src/build/temporary.ts';
import { refusedByAsserts, withoutAsserts } from './crossref-asserts.ts';

const [socket, run] = process.argv.slice(2);

type Validate = (xml: string) => readonly string[];
const validators = new Map<string, Validate>();

function validatorAt(entry: string): Validate {
  const { schema, asserts } = withoutAsserts(readFileSync(entry, 'utf8'));
  const document = XmlDocument.fromString(schema, { url: entry });
  const validator = entry.endsWith('.rng') ? RelaxNGValidator.fromDoc(document) : XsdValidator.fromDoc(document);
  return (xml) => {
    using file = XmlDocument.fromString(xml);
    try {
      validator.validate(file);
      return refusedByAsserts(file, asserts);
    } catch (error) {
      if (error instanceof XmlValidateError) return error.details.map(({ line, message }) => `${line}: ${message}`);
      throw error;
    }
  };
}

function faultsIn(entry: string, xml: string): readonly string[] {
  const validate = validators.get(entry) ?? validatorAt(entry);
  validators.set(entry, validate);
  return validate(xml);
}

xmlRegisterFsInputProviders();
createServer(async (asked, answer) => {
  try {
    const xml = await text(asked);
    answer.end(JSON.stringify(faultsIn(decodeURIComponent(asked.url?.slice('/?'.length) ?? ''), xml)));
  } catch (error) {
    answer.writeHead(500).end(String(error));
  }
})
  // Another worker of the run was first.
  .on('error', () => process.exit())
  .listen(socket);
setInterval(() => {
  if (!isAlive(Number(run))) process.exit();
}, 1000);
