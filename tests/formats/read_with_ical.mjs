// Reads vCard files with ical.js and prints what it found as JSON: for each file its cards, each
// as a list of properties (name, parameters, type, values), or what went wrong.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [library, ...files] = process.argv.slice(2);
const ICAL = (await import(pathToFileURL(library).href)).default;
const found = {};
for (const file of files) {
  try {
    const parsed = ICAL.parse(readFileSync(file, "utf8"));
    const cards = parsed[0] === "vcard" ? [parsed] : parsed;
    found[file] = cards.map((card) => card[1]);
  } catch (error) {
    found[file] = String(error);
  }
}
console.log(JSON.stringify(found));
