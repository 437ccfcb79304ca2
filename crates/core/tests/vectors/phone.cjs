// Writes the numbering plans of dialdesk-core and the vectors they are tested with, both from libphonenumber.
//
//   npm install --prefix SOME_FOLDER google-libphonenumber@3.2.47
//   NODE_PATH=SOME_FOLDER/node_modules node crates/core/tests/vectors/phone.cjs
//   cargo fmt
//
// The plans are facts (lengths, prefixes, digits a number may begin with); docs/adr/0008-phone-numbers.md says which.

"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { PhoneNumberFormat, PhoneNumberType, PhoneNumberUtil } = require("google-libphonenumber");

const SOURCE = "google-libphonenumber 3.2.47";
const util = PhoneNumberUtil.getInstance();

// --- What a pattern of the metadata allows, by following it as a machine: digits, \d, classes, groups, `?`, `{n,m}`, `|`.

function machine(pattern) {
  const states = [];
  const state = () => states.push({ free: [], digits: [] }) - 1;
  let at = 0;
  const either = (from) => {
    const to = state();
    do {
      states[run(from)].free.push(to);
    } while (pattern[at] === "|" && ++at);
    return to;
  };
  const run = (from) => {
    let here = state();
    states[from].free.push(here);
    while (at < pattern.length && !"|)".includes(pattern[at])) here = repeated(here);
    return here;
  };
  const repeated = (from) => {
    const start = at;
    let to = atom(from);
    const end = at;
    let [least, most] = [1, 1];
    if (pattern[at] === "?") [least, most] = [0, 1], at++;
    else if (pattern[at] === "{") {
      const close = pattern.indexOf("}", at);
      const [a, b] = pattern.slice(at + 1, close).split(",");
      [least, most] = [Number(a), Number(b ?? a)];
      at = close + 1;
    }
    const after = at;
    const ends = least === 0 ? [from, to] : [to];
    for (let n = 2; n <= most; n++) {
      at = start;
      to = atom(to);
      if (at !== end) throw new Error(pattern);
      if (n > least) ends.push(to);
      else ends[0] = to;
    }
    at = after;
    const out = state();
    for (const end of ends) states[end].free.push(out);
    return out;
  };
  const atom = (from) => {
    const to = state();
    const c = pattern[at++];
    if (c === "(") {
      if (pattern.startsWith("?:", at)) at += 2;
      states[either(from)].free.push(to);
      if (pattern[at++] !== ")") throw new Error(pattern);
    } else if (c === "[") {
      const close = pattern.indexOf("]", at);
      const set = new RegExp(`[${pattern.slice(at, close)}]`);
      states[from].digits.push([[..."0123456789"].filter((d) => set.test(d)).join(""), to]);
      at = close + 1;
    } else if (c === "\\" && pattern[at++] === "d") states[from].digits.push(["0123456789", to]);
    else if (/\d/.test(c)) states[from].digits.push([c, to]);
    else throw new Error(`${pattern} at ${at}`);
    return to;
  };
  const first = state();
  const last = either(first);
  if (at !== pattern.length) throw new Error(pattern);
  const closure = (set) => {
    const seen = new Set(set);
    for (const one of seen) for (const next of states[one].free) seen.add(next);
    return seen;
  };
  const step = (set, digits) => {
    const next = [];
    for (const one of set)
      for (const [of, to] of states[one].digits) if ([...digits].some((d) => of.includes(d))) next.push(to);
    return closure(next);
  };
  const start = closure([first]);
  const ends = (set, left) => {
    for (let n = 0; n < left; n++) set = step(set, "0123456789");
    return set.has(last);
  };
  const along = (prefix) => [...prefix].reduce((set, d) => step(set, d), start);
  return {
    begins: (prefix, length) => prefix.length <= length && ends(along(prefix), length - prefix.length),
    // One number of that length that begins so; `pick` chooses among the digits that may follow.
    sample(prefix, length, pick) {
      let [text, set] = [prefix, along(prefix)];
      while (text.length < length) {
        const may = [..."0123456789"].filter((d) => ends(step(set, d), length - text.length - 1));
        const d = pick(may);
        [text, set] = [text + d, step(set, d)];
      }
      return text;
    },
  };
}

// --- One plan.

const lengthsOf = (metadata) => metadata.getGeneralDesc().possibleLengthArray().map(Number).filter((n) => n > 0);

/** The shortest or preferred way out of the country, without those that name a carrier. */
function exit(metadata) {
  const pattern = metadata.getInternationalPrefix();
  if (!pattern) return "";
  const whole = new RegExp(`^(?:${pattern})$`);
  if (whole.test("00")) return "00";
  const preferred = (metadata.getPreferredInternationalPrefix() ?? "").replace(/\D/g, "");
  if (preferred) return preferred;
  const all = [];
  for (let n = 1; n <= 4; n++)
    for (let v = 0; v < 10 ** n; v++) {
      const text = String(v).padStart(n, "0");
      if (whole.test(text)) all.push(text);
    }
  return all.find((text) => text.endsWith("1") && text.length === all[0].length) ?? all[0];
}

/** What is dialled before a number inside the country: the usual one first. */
function trunks(region, metadata) {
  const written = metadata.getNationalPrefix() ?? "";
  const parsed = metadata.getNationalPrefixForParsing() ?? "";
  const found = written ? [written] : [];
  // Its transform takes a zero away, and only from some numbers; what fits below tells which.
  if (region === "GA") found.push("0");
  if (parsed) {
    const whole = new RegExp(`^(?:${parsed})$`);
    // Of two digits only Belarus: the other patterns of that length choose a carrier or reverse the charges.
    for (const text of [..."0123456789", ...(region === "BY" ? ["80"] : [])])
      if (whole.test(text) && !found.includes(text)) found.push(text);
  }
  return found.sort((a, b) => (region === "BY" ? b.length - a.length : 0));
}

/** The area code of a country that is so small that people leave it out. */
function area(metadata) {
  const rule = /^(\d+)\$1$/.exec(metadata.getNationalPrefixTransformRule() ?? "");
  const only = /^\(\[[-\d]+\]\\d\{\d\}\)\$|^\(\d\\d\{\d\}\)\$/.test(metadata.getNationalPrefixForParsing() ?? "");
  return rule && only ? rule[1] : "";
}

/** First digits of the numbers of that length before which the national prefix is written, as a mask of ten bits. */
function prefixed(region, metadata, m, trunk, length) {
  let mask = 0;
  for (let d = 0; d < 10; d++) {
    let [yes, no] = [0, 0];
    const count = (nsn, weight) => {
      const number = util.parse(`+${metadata.getCountryCode()}${nsn}`);
      if (util.getNationalSignificantNumber(number) !== nsn) return;
      const national = util.format(number, PhoneNumberFormat.NATIONAL).replace(/\D/g, "");
      const sure = util.isValidNumber(number) ? 100 * weight : weight;
      if (national === trunk + nsn) yes += sure;
      else no += sure;
    };
    if (!m.begins(String(d), length)) continue;
    let random = 1;
    const pick = (may) => may[(random = (random * 1103515245 + 12345) % 2 ** 31) % 1009 % may.length];
    for (let n = 0; n < 40; n++) count(m.sample(String(d), length, pick), 1);
    // What people are called at decides.
    for (const desc of [metadata.getFixedLine(), metadata.getMobile()]) {
      const kind = desc?.getNationalNumberPattern() ? machine(desc.getNationalNumberPattern()) : undefined;
      if (!kind?.begins(String(d), length)) continue;
      for (let n = 0; n < 10; n++) count(kind.sample(String(d), length, pick), 1000);
    }
    if (yes > no) mask |= 1 << d;
  }
  return mask;
}

/**
 * For each length: the digits a number may begin with, before which of them the national prefix is written, and whether
 * what begins with the own calling code usually is a number of this length.
 * A pseudo-length 1 says which digits may follow a zero that belongs to the number.
 */
function shapes(region, calling, metadata, m, trunk) {
  const found = [];
  let zero = 0;
  for (const length of lengthsOf(metadata)) {
    if (length < 2 || length + calling.length > 15) continue;
    let mask = 0;
    // A country that dials a zero before its numbers has none that begin with it but services (00800 and the like).
    for (let d = trunk === "0" && region !== "GA" ? 1 : 0; d < 10; d++) if (m.begins(String(d), length)) mask |= 1 << d;
    // Of eight digits with a zero, Gabon's are whole, and not seven behind a national prefix.
    if (region === "GA" && length === 7) mask = 0;
    let own = 0;
    for (let next = 0; next < 100; next++) if (m.begins(calling + String(next).padStart(2, "0"), length)) own += 1;
    if (own > 90) mask |= 1 << 10;
    if (mask & 1) for (let d = 1; d < 10; d++) if (m.begins(`0${d}`, length)) zero |= 1 << d;
    const written = metadata.getNationalPrefix() || region === "GA" ? prefixed(region, metadata, m, trunk, length) & mask : 0;
    found.push((written << 16) | (length << 12) | mask);
  }
  // Where it is only 8, the zero is that of 0800.
  if (zero && zero !== 1 << 8 && region !== "GA") found.unshift((1 << 12) | zero);
  return found;
}

const hex = (n) => `0x${n.toString(16).padStart(8, "0").replace(/^..../, "$&_")}`;

function plan(region, metadata) {
  const calling = String(metadata.getCountryCode());
  const m = machine(metadata.getGeneralDesc().getNationalNumberPattern());
  const [t, ...others] = trunks(region, metadata);
  const main = util.getRegionCodeForCountryCode(Number(calling)) === region;
  const list = shapes(region, calling, metadata, m, t).map((shape) => hex(shape));
  const text = [
    JSON.stringify(region === "001" ? "" : region),
    `${calling}`,
    `${main}`,
    JSON.stringify(exit(metadata)),
    `&${JSON.stringify(t === undefined ? [] : [t, ...others])}`,
    JSON.stringify(area(metadata)),
    `&[${list.join(", ")}]`,
  ];
  return `    row(${text.join(", ")}),`;
}

const regions = [...util.getSupportedRegions()].sort();
const global = util.getSupportedGlobalNetworkCallingCodes().sort((a, b) => a - b);
const rows = [
  ...regions.map((region) => plan(region, util.getMetadataForRegion(region))),
  ...global.map((code) => plan("001", util.getMetadataForNonGeographicalRegion(code))),
];
const table = `//! The numbering plans of the world, as \`tests/vectors/phone.cjs\` wrote them from ${SOURCE}.
//!
//! Not to be edited by hand. What the columns are is said at [\`row\`].

use super::plan::{Row, row};

/// How many of the plans belong to a country; they come first, in the order of their codes.
pub(super) const COUNTRIES: usize = ${regions.length};

/// Every plan.
#[rustfmt::skip]
pub(super) const ROWS: [Row; ${rows.length}] = [
${rows.join("\n")}
];
`;

// --- The vectors: numbers of every kind and region as people write them, and what libphonenumber makes of them.

const answer = (text, region) => {
  try {
    const number = util.parse(text, region || undefined);
    const possible = util.isPossibleNumberWithReason(number) === PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
    const type = util.getNumberType(number);
    const { FIXED_LINE, MOBILE, FIXED_LINE_OR_MOBILE } = PhoneNumberType;
    const called = [FIXED_LINE, MOBILE, FIXED_LINE_OR_MOBILE].includes(type);
    const e164 = util.format(number, PhoneNumberFormat.E164);
    if (!possible || e164.length > 16) return null;
    const national = called ? util.format(number, PhoneNumberFormat.NATIONAL).replace(/\D/g, "") : "";
    return { e164, national };
  } catch {
    return null;
  }
};

const lines = new Set();
/** One line: region, text, E.164 or nothing, and the national digits of what people are called at. */
function vector(text, region) {
  const found = answer(text, region);
  lines.add([region, text, found ? found.e164 : "", found ? found.national : ""].join("\t"));
}

function vectors(region, metadata) {
  const calling = String(metadata.getCountryCode());
  const out = exit(metadata) || "00";
  const types = Object.values(PhoneNumberType).filter((type) => type >= 0);
  const seen = new Set();
  for (const type of types) {
    const example =
      region === "001" ? util.getExampleNumberForNonGeoEntity(Number(calling)) : util.getExampleNumberForType(region, type);
    if (!example) continue;
    const nsn = util.getNationalSignificantNumber(example);
    if (seen.has(nsn) || calling.length + nsn.length < 6) continue;
    const often = type === PhoneNumberType.FIXED_LINE || type === PhoneNumberType.MOBILE || seen.size === 0;
    seen.add(nsn);
    const home = region === "001" ? "" : region;
    vector(util.format(example, PhoneNumberFormat.INTERNATIONAL), "");
    if (home) {
      vector(util.format(example, PhoneNumberFormat.NATIONAL), home);
      vector(nsn, home);
    }
    if (!often) continue;
    const trunk = metadata.getNationalPrefix() ?? "";
    if (trunk) vector(`+${calling} (${trunk}) ${nsn}`, "");
    vector(`+${calling}${nsn.slice(0, -1)}`, "");
    vector(`+${calling}${nsn}9`, "");
    vector(`00${calling}${nsn}`, home === "IT" ? "DE" : "IT");
    if (!home) continue;
    vector(`${out} ${calling} ${nsn}`, home);
    vector(`${calling}${nsn}`, home);
    vector(`${trunk}${nsn.slice(0, 3)}-${nsn.slice(3)}`, home);
    vector(nsn.slice(0, -1), home);
    vector(`${trunk}${nsn}9`, home);
    vector(nsn.replace(/^./, (d) => (Number(d) + 3) % 10), home);
  }
}
for (const region of regions) vectors(region, util.getMetadataForRegion(region));
for (const code of global) vectors("001", util.getMetadataForNonGeographicalRegion(code));

const here = __dirname;
fs.writeFileSync(path.join(here, "../../src/phone/plans.rs"), table);
fs.writeFileSync(path.join(here, "phone.tsv"), `${[...lines].join("\n")}\n`);
