// What is promised of a file is what the server holds afterwards: for two hundred files that nobody has looked at.
//
// The engine on the command line says what goes up and what will be stored; the requests are those that the app would
// make. What the server holds is compared with the clean copy as another reader reads it.

import { readFileSync, rmSync, writeFileSync } from "node:fs";

import { expect } from "@playwright/test";
import Papa from "papaparse";

import { type Report, records, report } from "../fixtures/inspect";
import { held } from "../fixtures/promise";
import { type RandomFile, randomFile } from "../fixtures/random-file";
import { type Row, type Sandbox, test } from "../fixtures/sandbox";

const FILES = 200;
const AT_A_TIME = 25;
/** The seed of the first file; others make other files. */
const SEED = Number(process.env["DIALDESK_SEED"] ?? 1);

/** The texts of a contact by field. */
type Cells = Record<string, string>;

/** What was sent, and what is to come of it. */
interface Sent {
  seed: number;
  list: number;
  pid: number;
  promise: Report;
  /** The contacts of the clean copy. */
  contacts: Cells[];
}

for (let from = SEED; from < SEED + FILES; from += AT_A_TIME) {
  const seeds = Array.from({ length: AT_A_TIME }, (_, place) => from + place);
  test(`what was promised of the random files ${from} to ${from + AT_A_TIME - 1} is stored`, async ({ sandbox }, info) => {
    const pathOf = (seed: number): string => info.outputPath(`seed-${seed}.csv`);
    const sent: Sent[] = [];
    let failing: number | undefined;
    /** Says on a failure which file it was. */
    const about = async <T>(seed: number, work: () => Promise<T>): Promise<T> => {
      try {
        return await work();
      } catch (error) {
        failing = seed;
        const said = error instanceof Error ? error.message : String(error);
        throw new Error(`The file of seed ${seed}, kept as ${pathOf(seed)}: ${said}`, { cause: error });
      }
    };
    try {
      for (const seed of seeds) sent.push(await about(seed, () => send(sandbox, seed, pathOf(seed))));
      const ways = new Set(sent.map(({ promise }) => promise.upload));
      expect(ways, "files go up as they are, and as copies").toEqual(new Set(["original", "copy"]));
      const imports = await ended(sandbox, sent.length);
      for (const one of sent) {
        const run = imports.find((row) => row["pid"] === one.pid);
        await about(one.seed, () => compare(sandbox, one, run));
      }
    } finally {
      for (const seed of seeds.filter((seed) => seed !== failing)) {
        for (const path of [pathOf(seed), `${pathOf(seed)}.clean`]) rmSync(path, { force: true });
      }
    }
  });
}

/** Writes the file of a seed and makes the requests that the app would make of it, into a new list. */
async function send(sandbox: Sandbox, seed: number, path: string): Promise<Sent> {
  const file = randomFile(seed);
  writeFileSync(path, file.bytes);
  expect(records(path, file.options), "the records are read as they are meant").toEqual(file.records);
  const promise = report(path, [...file.options, "--clean", `${path}.clean`]);
  const clean = readFileSync(`${path}.clean`);
  const contacts = read(clean);
  expect(contacts.length, "the copy has what is to be stored").toBe(promise.to_store);
  if (!file.options.includes("e164")) compareWithCells(contacts, promise, file);

  const isOriginal = promise.upload === "original";
  const header = (column: number): string | undefined => promise.columns[column]?.name;
  const binding = Object.fromEntries(
    Object.entries(promise.binding).map(([field, { column }]) => [field, isOriginal ? header(column) : field]),
  );
  const list = (await post(sandbox, "/api/cm/lists", { name: `Random ${seed}` }))["id"] as number;
  const staged = await upload(sandbox, `random ${seed}.csv`, isOriginal ? file.bytes : clean, seed % 2 === 0);
  const duplicates = promise.duplicates.fields;
  const started = await post(sandbox, `/api/cm/contacts/upload/${encodeURIComponent(staged)}`, {
    id: staged,
    binding,
    ListId: list,
    ...(duplicates.length === 0 ? {} : { duplicates }),
  });
  return { seed, list, pid: started["pid"] as number, promise, contacts };
}

/** The contacts of a clean copy, as a reader reads them that knows nothing of the engine. */
function read(clean: Buffer): Cells[] {
  const { data, errors } = Papa.parse<string[]>(clean.toString("utf8"), { delimiter: ",", newline: "\r\n" });
  expect(errors, "the copy is as RFC 4180 has it").toEqual([]);
  expect(data.pop(), "the copy ends with a line end").toEqual([""]);
  const [fields = [], ...rows] = data;
  return rows.map((row) => Object.fromEntries(fields.map((field, place) => [field, row[place] ?? "no cell"])));
}

/** Every contact has the cells of a record of its own, in their order; only an apostrophe that guards one is gone. */
function compareWithCells(contacts: Cells[], promise: Report, file: RandomFile): void {
  const rows = file.options.includes("--no-header") ? file.records : file.records.slice(1);
  const isOf = (contact: Cells, row: string[]): boolean =>
    Object.entries(promise.binding).every(([field, { column }]) => {
      const cell = row[column] ?? "";
      // A priority is a number, and written as one.
      if (field === "priority") return Number(contact[field]) === Number(cell);
      return contact[field] === cell || `'${contact[field]}` === cell;
    });
  let at = 0;
  for (const contact of contacts) {
    while (at < rows.length && !isOf(contact, rows[at] ?? [])) at += 1;
    expect(at, `${JSON.stringify(contact)} stands in the file`).toBeLessThan(rows.length);
    at += 1;
  }
}

/** Waits until the server has done all it was told. */
async function ended(sandbox: Sandbox, many: number): Promise<Row[]> {
  let imports: Row[] = [];
  await expect
    .poll(async () => {
      ({ imports } = await sandbox.state());
      return imports.filter((row) => row["state"] !== "running").length;
    })
    .toBe(many);
  return imports;
}

/** What the server holds is what was promised. */
async function compare(sandbox: Sandbox, { list, promise, contacts }: Sent, run: Row | undefined): Promise<void> {
  const isOriginal = promise.upload === "original";
  expect(run).toMatchObject({
    state: "done",
    rows: isOriginal ? promise.records : promise.to_store,
    stored: promise.to_store,
    duplicates: isOriginal ? promise.duplicates.same_text : 0,
    failed: 0,
  });
  const { contacts: stored } = await sandbox.list(list);
  expect(stored.length).toBe(promise.to_store);
  expect(stored.map(held)).toEqual(contacts.map(expected));
}

/** What it has to hold: blanks are nothing, and the priority is a number, 2 where none is given. */
function expected(contact: Cells): Row {
  const filled = Object.entries(contact).filter(([field, text]) => field !== "priority" && text !== "");
  return { ...Object.fromEntries(filled), priority: Number(contact["priority"] || "2") };
}

/** Sends the bytes, as the documented page does or as the known clients do; gives the name for the second call. */
async function upload(sandbox: Sandbox, name: string, bytes: Buffer, isForm: boolean): Promise<string> {
  if (!isForm) {
    await call(sandbox, "/api/cm/contacts/upload", new Uint8Array(bytes), "application/x-www-form-urlencoded");
    return name;
  }
  const form = new FormData();
  const size = String(bytes.length);
  const parts = { ChunkNumber: "1", ChunkSize: "62914560", CurrentChunkSize: size, TotalSize: size, TotalChunks: "1" };
  for (const [part, value] of Object.entries(parts)) form.append(`flow${part}`, value);
  for (const part of ["Identifier", "Filename", "RelativePath"]) form.append(`flow${part}`, name);
  form.append("file", new Blob([new Uint8Array(bytes)], { type: "text/csv" }), name);
  const { file } = (await call(sandbox, "/api/cm/contacts/upload", form)) as { file: { name: string } };
  return file.name;
}

function post(sandbox: Sandbox, path: string, body: unknown): Promise<Row> {
  return call(sandbox, path, JSON.stringify(body), "application/json");
}

async function call(sandbox: Sandbox, path: string, body: BodyInit, type?: string): Promise<Row> {
  const response = await fetch(`${sandbox.address}${path}`, {
    method: "POST",
    body,
    headers: {
      authorization: `Basic ${Buffer.from("admin:password").toString("base64")}`,
      ...(type === undefined ? {} : { "content-type": type }),
    },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The sandbox answers POST ${path} with ${response.status}: ${text}`);
  return JSON.parse(text) as Row;
}
