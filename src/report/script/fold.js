// Folding for search: the same characters as `src/text/fold.rs`, which says why; a test compares the two.

const FOLDED = new Map();
for (const [from, to] of [
  ["أإآٱ", "ا"], ["ىئیې", "ي"], ["ةۃە", "ه"], ["ؤ", "و"], ["ک", "ك"], ["گ", "غ"], ["_", " "],
]) for (const letter of from) FOLDED.set(letter, to);

const DROPPED = new RegExp("[#\\u0640\\u064B-\\u065F\\u0670\\u0610-\\u061A\\u06D6-\\u06ED\\u200B-\\u200F" +
  "\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\u00AD\\u061C\\u0300-\\u036F]", "u");
const KEPT = /[ء-غف-ي]/u;
const SPACE = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/u;
const LINE = /[\r\u2028\u2029\u0085]/u;
const PRESENTED = /[\uFB50-\uFDFF\uFE70-\uFEFE\uFF00-\uFFEF]/u;
const LETTER = /\p{Alphabetic}/u;
const MARK = /[\u0300-\u036F]/gu;

function foldOne(c) {
  const known = FOLDED.get(c);
  if (known !== undefined) return known;
  const code = c.codePointAt(0);
  if (code < 0x80 && c !== "#" && c !== "\t" && c !== "\r") return c.toLowerCase();
  if (DROPPED.test(c)) return "";
  if (KEPT.test(c)) return c;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6F0 && code <= 0x6F9) return String(code - 0x6F0);
  if (SPACE.test(c)) return " ";
  if (LINE.test(c)) return "\n";
  if (PRESENTED.test(c)) {
    let out = "";
    for (const d of c.normalize("NFKC")) out += d === c ? d : foldOne(d);
    return out;
  }
  if (LETTER.test(c)) return c.toLowerCase().replace(MARK, "");
  return c;
}

function fold(text) {
  let out = "";
  for (const c of text) out += foldOne(c);
  return out;
}

// A folded word without the article and what is written on to it, as `bare` in `src/text/fold.rs`.
function bare(word) {
  for (const start of [word, word.replace(/^[وف]/u, "")]) {
    const found = /^(?:لل|[بكل]?ال)(.{3,})$/su.exec(start);
    if (found) return found[1];
  }
  return null;
}

// Whether every word asked for stands in a folded text: as it is, or without its article.
function holds(folded, asked) {
  return asked.every((forms) => forms.some((word) => folded.includes(word)));
}

// The words asked for, each with its forms.
function askedWords(query) {
  const words = fold(query).split(/\s+/u).filter((word) => word !== "");
  return words.map((word) => [word, bare(word)].filter((form) => form !== null));
}
