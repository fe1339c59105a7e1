// Runs every test on the reports named by a manifest: node run.mjs MANIFEST CHROMIUM [SCREENSHOTS].

import { readFileSync } from "node:fs";
import { close, finish, launch } from "./harness.mjs";
import figures from "./figures.mjs";
import reading from "./reading.mjs";
import exploring from "./exploring.mjs";
import layout from "./layout.mjs";
import everyone from "./everyone.mjs";
import strangers from "./strangers.mjs";
import pictures from "./pictures.mjs";

const [manifestPath, chromium, screenshots] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));
await launch(chromium);
try {
  if (screenshots) await pictures(manifest, screenshots);
  else for (const suite of [figures, reading, exploring, layout, everyone, strangers]) await suite(manifest);
} finally {
  await close();
}
process.exitCode = finish() ? 0 : 1;
