// @ts-check
// The job that the peers do on every record, written for speed: no regular expression, no array and no text is made
// on the way of an ordinary record.

/** What a phone is when it is no number. */
const BLANK = -1;
const TEXT = -2;
const SCIENTIFIC = -3;

const DIGITS_MIN = 6;
const DIGITS_MAX = 15;
const ITALY = 39;

/** A number as Excel leaves it when it takes it for an amount. */
const SCIENTIFIC_FORM = /^\d([.,]\d+)?[eE]\+?\d+$/;

/**
 * The digits of a number with its country, Italy where it names none. At most 17 digits come out of 15; of ordinary
 * numbers few enough that they are exact.
 * @param {string} cell
 * @returns {number} negative for what is no number
 */
export function phone(cell) {
  let end = cell.length;
  let at = 0;
  while (at < end && blank(cell.charCodeAt(at))) at += 1;
  while (end > at && blank(cell.charCodeAt(end - 1))) end -= 1;
  if (at === end) return BLANK;
  let international = false;
  if (cell.charCodeAt(at) === 43) {
    international = true;
    at += 1;
  } else if (cell.charCodeAt(at) === 48 && cell.charCodeAt(at + 1) === 48) {
    international = true;
    at += 2;
  }
  let number = 0;
  let digits = 0;
  let power = 1;
  for (; at < end; at += 1) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      number = number * 10 + (code - 48);
      digits += 1;
      power *= 10;
    } else if (!separator(code)) {
      return SCIENTIFIC_FORM.test(cell.trim()) ? SCIENTIFIC : TEXT;
    }
  }
  if (digits < DIGITS_MIN || digits > DIGITS_MAX) return TEXT;
  return international ? number : ITALY * power + number;
}

/** @param {number} code */
const blank = (code) => code === 32 || code === 160 || (code >= 9 && code <= 13);

/** Space, no-break space, hyphen, dot, slash, parentheses. @param {number} code */
const separator = (code) =>
  code === 32 || code === 45 || code === 46 || code === 47 || code === 40 || code === 41 || code === 160;

/** What is counted of a file. */
export class Tally {
  records = 0;
  noFirstName = 0;
  sameText = 0;
  sameNumber = 0;
  blank = 0;
  text = 0;
  scientific = 0;
  /** @type {Float64Array} characters by column */
  lengths = new Float64Array(0);
  /** @type {Uint32Array} cells that are not blank by column */
  filled = new Uint32Array(0);
  /** @type {Set<string>} */
  texts = new Set();
  /** @type {Set<number>} */
  numbers = new Set();
  #firstName = -1;
  #phone = -1;

  /** @param {readonly string[]} names */
  header(names) {
    this.lengths = new Float64Array(names.length);
    this.filled = new Uint32Array(names.length);
    this.#firstName = names.indexOf("first_name");
    this.#phone = names.indexOf("phone");
  }

  /** @param {readonly string[]} row */
  record(row) {
    this.records += 1;
    const { lengths, filled } = this;
    const columns = lengths.length;
    for (let column = 0; column < columns; column += 1) {
      const cell = /** @type {string} */ (row[column]);
      const length = cell.length;
      lengths[column] = /** @type {number} */ (lengths[column]) + length;
      // Only a cell that begins with a blank can be blank.
      if (length > 0 && (!blank(cell.charCodeAt(0)) || cell.trim() !== "")) {
        filled[column] = /** @type {number} */ (filled[column]) + 1;
      }
    }
    const cell = /** @type {string} */ (row[this.#phone]);
    const number = phone(cell);
    if (number === BLANK) this.blank += 1;
    else if (number === TEXT) this.text += 1;
    else if (number === SCIENTIFIC) this.scientific += 1;
    if (/** @type {string} */ (row[this.#firstName]).trim() === "") {
      this.noFirstName += 1;
    } else if (number !== BLANK) {
      // The size tells whether a value was new, which saves asking first.
      const { texts, numbers } = this;
      const known = texts.size;
      if (texts.add(cell).size === known) {
        this.sameText += 1;
      } else if (number >= 0) {
        const before = numbers.size;
        if (numbers.add(number).size === before) this.sameNumber += 1;
      }
    }
  }

  /** The counts on which all have to agree. */
  counts() {
    let filled = 0;
    for (const cells of this.filled) filled += cells;
    const { records, noFirstName, sameText, sameNumber } = this;
    return { records, filled, noFirstName, sameText, sameNumber };
  }
}
