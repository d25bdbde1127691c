// Parse GIFT with gift-pegjs; print what it understood. Arguments: the packages' folder, the file.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const [modules, file] = process.argv.slice(2);
const { parse } = createRequire(`${modules}/`)("gift-pegjs");
console.log(JSON.stringify(parse(readFileSync(file, "utf8"))));
