#!/usr/bin/env python3
"""Measure advance widths and write src/picture/widths_table.rs.

    pip install uharfbuzz
    python3 benches/pictures_widths.py FONT... > src/picture/widths_table.rs && cargo fmt
    python3 benches/pictures_widths.py --check WORDS FONT...

FONT are .ttf or .otf files; a file whose name holds "Bold" counts as bold. The committed table was measured over
Noto Sans, Noto Sans Arabic, Noto Naskh Arabic, DejaVu Sans, Liberation Sans, Nimbus Sans and Amiri, regular and bold.

Each figure is the widest any of the fonts draws that character, in thousandths of an em. An Arabic letter has four figures, one
for each joined form, got by shaping it between zero width joiners. The numbers are facts about fonts; no font is kept.

--check prints, for each line of the file WORDS and each font, the shaped width in thousandths of an em, so that the
sum over the table can be compared with it (the tests of src/picture/widths.rs hold a few).
"""
import sys
import unicodedata
import uharfbuzz as hb


def load(path):
    face = hb.Face(hb.Blob.from_file_path(path))
    return hb.Font(face), face.upem


def width(font, upem, text):
    """Shaped width in em/1000, or None where the font lacks a glyph."""
    buf = hb.Buffer()
    buf.add_str(text)
    buf.guess_segment_properties()
    hb.shape(font, buf)
    if any(g.codepoint == 0 for g in buf.glyph_infos):
        return None
    return sum(p.x_advance for p in buf.glyph_positions) * 1000 / upem


def widest(fonts, text):
    got = [w for f, u in fonts if (w := width(f, u, text)) is not None]
    return round(max(got)) if got else None


def arabic(fonts):
    z, rows = "\u200d", []
    for c in range(0x620, 0x6D6):
        ch = chr(c)
        if unicodedata.category(ch) == "Mn":
            rows.append([0, 0, 0, 0])
            continue
        forms = [widest(fonts, t) for t in (ch, z + ch, ch + z, z + ch + z)]
        if forms[0] is None:
            forms = [1000] * 4
        rows.append([f if f is not None else forms[0] for f in forms])
    return rows


def latin(c):
    """Accented and transliterated Latin; letters made of two count as "other" in the program."""
    return (0xC0 <= c < 0x180 or 0x1E00 <= c < 0x1F00) and unicodedata.decomposition(chr(c))[:1] not in ("", "<")


RANGES = [
    ("LATIN_UPPER", lambda c: latin(c) and chr(c).isupper()),
    ("LATIN_LOWER", lambda c: latin(c) and chr(c).islower()),
    ("GREEK", lambda c: 0x391 <= c < 0x3CA),
    ("CYRILLIC_UPPER", lambda c: 0x400 <= c < 0x430),
    ("CYRILLIC_LOWER", lambda c: 0x430 <= c < 0x460),
    ("LATIN_PUNCTUATION", lambda c: 0xA1 <= c < 0xC0),
    ("NARROW_PUNCTUATION", lambda c: c in (0xAB, 0xB7, 0xBB, 0x2010, 0x2011, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2039, 0x203A, 0x2022)),
    ("WIDE_PUNCTUATION", lambda c: c in (0x2012, 0x2013, 0x2014, 0x2026, 0x2190, 0x2192, 0x2212, 0x2260, 0x2264, 0x2265, 0x00D7)),
]


def emit(kind, fonts):
    out = [f"/// Printable ASCII from U+0020, {kind}.", f"pub(crate) const ASCII_{kind.upper()}: [u16; 95] = ["]
    ascii_ = [widest(fonts, chr(c)) for c in range(32, 127)]
    for i in range(0, 95, 16):
        out.append("    " + ", ".join(map(str, ascii_[i : i + 16])) + ",")
    out += ["];", "", f"/// Arabic from U+0620: isolated, final, initial and medial form, {kind}."]
    rows = arabic(fonts)
    out.append(f"pub(crate) const ARABIC_{kind.upper()}: [[u16; 4]; {len(rows)}] = [")
    for i in range(0, len(rows), 4):
        out.append("    " + ", ".join("[" + ", ".join(map(str, r)) + "]" for r in rows[i : i + 4]) + ",")
    out += ["];", ""]
    for name, test in RANGES:
        w = max(x for c in range(0xA0, 0x2300) if test(c) and (x := widest(fonts, chr(c))) is not None)
        out += [f"/// The widest of the class {name.lower().replace('_', ' ')}, {kind}.",
                f"pub(crate) const {name}_{kind.upper()}: u16 = {w};"]
    return out + [""]


def main():
    args = sys.argv[1:]
    if args[:1] == ["--check"]:
        lines = open(args[1], encoding="utf-8").read().splitlines()
        for path in args[2:]:
            font, upem = load(path)
            for line in lines:
                w = width(font, upem, line)
                print(f"{'-' if w is None else round(w)}\t{path.rsplit('/', 1)[-1]}\t{line}")
        return
    bold = [load(p) for p in args if "Bold" in p]
    regular = [load(p) for p in args if "Bold" not in p]
    print("//! Advance widths in thousandths of an em: the widest of the common fonts.\n//!\n"
          "//! Written by `benches/pictures_widths.py`, whose head says how and over which fonts; do not edit by hand.\n")
    print("\n".join(emit("regular", regular) + emit("bold", bold)).rstrip())


main()
