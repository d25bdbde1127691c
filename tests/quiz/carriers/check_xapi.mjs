// Which statements break the xAPI specification, by @learninglocker/xapi-validation.
// Arguments: the packages' folder, a file of statements. Prints the faults of each.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const [modules, file] = process.argv.slice(2);
const validate = createRequire(`${modules}/`)("@learninglocker/xapi-validation").default;
const faults = JSON.parse(readFileSync(file, "utf8")).map(one => validate(one).map(String));
console.log(JSON.stringify(faults));
