// @ts-check
// Measures the engine, its peers and the floor on one generated file. run.mjs calls `measure` in the page.

import { generate } from "./generate.js";
import { papaparse, udsv } from "./peers.js";

/** @import { Tally } from "./tally.js" */

/**
 * What everybody has to agree on.
 * @typedef {{ records: number, filled: number, noFirstName: number, sameText: number, sameNumber: number }} Counts
 */

/**
 * What came of one contender at one size. Times in milliseconds in the order of the rounds, memory in bytes.
 * @typedef {object} Measured
 * @property {string} name
 * @property {Counts | null} counts nothing for a floor
 * @property {number[]} ms
 * @property {number} longestTask the largest gap between two ticks of a heartbeat, or the longest task of 50 ms and more that the
 *   browser reported, whichever is longer
 * @property {number | null} memoryHeld what is kept at the end: growth of the engine's memory, or of the JavaScript heap after a collection
 * @property {number | null} memoryPeak the largest JavaScript heap seen between two chunks, garbage included
 */

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {(each: () => void) => Promise<Tally | Counts | null>} run `each` is called after each chunk, where there is a place for it
 */

/**
 * @typedef {object} Engine
 * @property {() => Promise<{ memory: WebAssembly.Memory }>} default
 * @property {(file: File) => Promise<Counts>} analyse
 * @property {(file: File) => Promise<number>} firstRows
 */

/** Any; the same for everybody. */
const SEED = 2026;
/** Bytes that the floor reads at a time. */
const SLICE_BYTES = 1_048_576;
/** Rounds on top that are not timed, in which a heartbeat and the memory are watched: watching costs time. */
const WATCHED_ROUNDS = 2;

/**
 * Merely reading the file, slice after slice.
 * @param {File} file
 */
async function slices(file) {
  for (let start = 0; start < file.size; start += SLICE_BYTES) {
    await file.slice(start, start + SLICE_BYTES).arrayBuffer();
  }
  return null;
}

/**
 * Merely reading the file as a stream into one buffer.
 * @param {File} file
 */
async function stream(file) {
  const reader = file.stream().getReader({ mode: "byob" });
  let buffer = new ArrayBuffer(SLICE_BYTES);
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done) return null;
    buffer = value.buffer;
  }
}

/** Sends itself a message again and again; `stop` answers the longest time between two of them, in milliseconds. */
function heartbeat() {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  port1.onmessage = () => {
    beat();
    port2.postMessage(null);
  };
  port2.postMessage(null);
  return {
    stop() {
      beat();
      port1.close();
      return longest;
    },
  };
}

/** Bytes of the JavaScript heap; exact, as the browser was started with --enable-precise-memory-info. */
function heap() {
  return /** @type {{ memory: { usedJSHeapSize: number } }} */ (/** @type {unknown} */ (performance)).memory.usedJSHeapSize;
}

/**
 * Frees what the work before has left, so that nobody pays for another, and lets late reports of long tasks come. Some of
 * it is held until a later task: hence twice. --expose-gc provides `gc`.
 */
async function settle() {
  const { gc } = /** @type {{ gc: () => void }} */ (/** @type {unknown} */ (globalThis));
  gc();
  await new Promise((done) => setTimeout(done, 100));
  gc();
}

/**
 * @param {Tally | Counts | null} outcome
 * @returns {Counts | null}
 */
function plain(outcome) {
  if (outcome === null) return null;
  // The engine's counts are getters of a class.
  const { records, filled, noFirstName, sameText, sameNumber } = "counts" in outcome ? outcome.counts() : outcome;
  return { records, filled, noFirstName, sameText, sameNumber };
}

/**
 * @param {Contender["run"]} run
 * @param {Measured} result
 */
async function time(run, result) {
  const begin = performance.now();
  const outcome = await run(() => {});
  result.ms.push(performance.now() - begin);
  result.counts = plain(outcome);
}

/**
 * @param {Contender["run"]} run
 * @param {Measured} result
 */
async function watch(run, result) {
  const before = heap();
  let peak = before;
  const heart = heartbeat();
  const outcome = await run(() => { peak = Math.max(peak, heap()); });
  result.longestTask = Math.max(result.longestTask, heart.stop());
  await settle();
  if (outcome !== null && "counts" in outcome) {
    result.memoryHeld = Math.max(result.memoryHeld ?? 0, heap() - before);
    result.memoryPeak = Math.max(result.memoryPeak ?? 0, peak - before);
    // Asked last, so that what it keeps is still there when the heap is weighed.
    result.counts = outcome.counts();
  }
}

/**
 * All contenders in turn on one file, each round beginning with another.
 * @param {number} records
 * @param {number} rounds
 */
export async function measure(records, rounds) {
  const file = generate(records, SEED);
  // Another address is another instance, with memory that nobody has made grow.
  const engine = /** @type {Engine} */ (await import(`/engine/dialdesk_bench.js?records=${records}`));
  const { memory } = await engine.default();
  const empty = memory.buffer.byteLength;

  /** @type {Contender[]} */
  const contenders = [
    { name: "ours", run: () => engine.analyse(file) },
    { name: "ours, first rows", run: async () => { await engine.firstRows(file); return null; } },
    { name: "PapaParse", run: (each) => papaparse(file, each) },
    { name: "uDSV", run: (each) => udsv(file, each) },
    { name: "floor", run: () => slices(file) },
    { name: "floor, as a stream", run: () => stream(file) },
  ];
  const measured = new Map(contenders.map(({ name }) => [name, /** @type {Measured} */ ({
    name, counts: null, ms: [], longestTask: 0, memoryHeld: null, memoryPeak: null,
  })]));

  let longTask = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTask = Math.max(longTask, duration);
  });
  observer.observe({ type: "longtask" });

  for (let round = 0; round < rounds + WATCHED_ROUNDS; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const { name, run } = /** @type {Contender} */ (contenders[(round + turn) % contenders.length]);
      const result = /** @type {Measured} */ (measured.get(name));
      await settle();
      longTask = 0;
      await (round < rounds ? time(run, result) : watch(run, result));
      await settle();
      result.longestTask = Math.max(result.longestTask, longTask);
    }
  }
  observer.disconnect();
  const ours = measured.get("ours");
  if (ours) ours.memoryHeld = memory.buffer.byteLength - empty;
  return { bytes: file.size, contenders: [...measured.values()] };
}
