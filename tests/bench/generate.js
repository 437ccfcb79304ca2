// @ts-check
// The files that are measured: contacts as an Italian office keeps them, invented and the same on every machine.

export const COLUMNS = [
  "first_name", "last_name", "phone", "email", "city", "company", "customer_code", "amount", "last_call", "note",
];

/** Records that become bytes at a time. */
const BATCH = 10_000;

const FIRST_NAMES = ["Giulia", "Marco", "Niccolò", "Zoë", "Anna", "José", "Chiara", "Luca", "Désirée", "Ugo", "Mattia", "Sofia"];
const LAST_NAMES = ["Rossi", "Bianchi", "D'Angelo", "Müller", "Esposito", "Colò", "Ferrari", "Nuñez", "Greco", "Conti"];
const CITIES = ["Torino", "Forlì", "Roma", "Cantù", "Napoli", "Bari", "Reggio nell'Emilia", "Milano", "Pisa"];
const COMPANIES = ["Alfa Srl", "\"Beta, Gamma e C.\"", "Delta Spa", "\"Officina \"\"La Chiave\"\"\"", "Studio Epsilon", "", "Zeta"];
const NOTES = ["", "richiamare lunedì dopo le 17", "non prima di settembre", "\"preferisce la sera, dopo le 18\"", "", "cliente dal 2019 con abbonamento", "", "\"ha detto \"\"forse\"\"\"", ""];
const TWO_LINES = "\"prima riga\r\nseconda riga\"";

/** How often each oddity occurs, as one record in so many. */
const ONE_IN = { sameText: 50, sameNumber: 100, blankPhone: 200, noNumber: 500, noFirstName: 250, twoLines: 100 };

/**
 * A generator of numbers from 0 up to (not including) `below`, the same for the same seed (mulberry32).
 * @param {number} seed
 * @returns {(below: number) => number}
 */
function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/**
 * The number of contact `index`, ten digits: no Italian number begins with 300.
 * @param {number} index
 */
const digits = (index) => `300${String(index).padStart(7, "0")}`;

/**
 * The same number as people write it; each way gives another text.
 * @param {number} index
 * @param {number} way 0 to 3
 */
function written(index, way) {
  const number = digits(index);
  switch (way) {
    case 0: return `+39${number}`;
    case 1: return `+39 ${number.slice(0, 3)} ${number.slice(3)}`;
    case 2: return number;
    default: return `0039-${number.slice(0, 3)}-${number.slice(3)}`;
  }
}

/**
 * A file of `records` contacts of about 120 bytes each, with CR LF as Excel writes it.
 * @param {number} records
 * @param {number} seed
 */
export function generate(records, seed) {
  const random = randomFrom(seed);
  /** @template T @param {readonly T[]} values @returns {T} */
  const oneOf = (values) => /** @type {T} */ (values[random(values.length)]);
  const encoder = new TextEncoder();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [encoder.encode(`${COLUMNS.join(",")}\r\n`)];
  /** @type {Uint8Array} the way in which each number was first written; 255 where there is none */
  const ways = new Uint8Array(records).fill(255);
  let batch = "";
  for (let index = 0; index < records; index += 1) {
    const first = random(ONE_IN.noFirstName) === 0 ? "" : oneOf(FIRST_NAMES);
    const last = oneOf(LAST_NAMES);
    let phone = "";
    const earlier = index > 0 ? random(index) : 0;
    const known = first !== "" && index > 0 && ways[earlier] !== 255;
    if (known && random(ONE_IN.sameText) === 0) {
      phone = written(earlier, ways[earlier] ?? 0);
    } else if (known && random(ONE_IN.sameNumber) === 0) {
      phone = written(earlier, ((ways[earlier] ?? 0) + 1 + random(3)) % 4);
    } else if (random(ONE_IN.blankPhone) === 0) {
      phone = "";
    } else if (random(ONE_IN.noNumber) === 0) {
      // No two are alike: whether a text that is no number repeats is not what is compared here.
      phone = index % 2 === 0 ? `interno ${index}` : `"3,9${digits(index)}E+11"`;
    } else {
      const way = random(8) < 5 ? 0 : 1 + random(3);
      phone = written(index, way);
      if (first !== "") {
        ways[index] = way;
      }
    }
    const email = `${last.toLowerCase().replace(/[^a-z]/g, "")}.${index}@example.com`;
    const note = random(ONE_IN.twoLines) === 0 ? TWO_LINES : oneOf(NOTES);
    const amount = `${random(900) + 100}.${random(90) + 10}`;
    const day = `2026-${String(random(12) + 1).padStart(2, "0")}-${String(random(28) + 1).padStart(2, "0")}`;
    batch += `${first},${last},${phone},${email},${oneOf(CITIES)},${oneOf(COMPANIES)},C${1_000_000 + index},${amount},${day},${note}\r\n`;
    if (index % BATCH === BATCH - 1 || index === records - 1) {
      parts.push(encoder.encode(batch));
      batch = "";
    }
  }
  return new File(parts, "contacts.csv", { type: "text/csv" });
}
