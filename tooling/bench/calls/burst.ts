import { comparisonsAt } from "./contenders.js";

// In a process of its own, which has no connection yet: a thousand calls at once.
const [, , origin = "", title, name] = process.argv;
const comparison = comparisonsAt(origin).find((other) => other.title === title);
const contender = comparison?.contenders.find((other) => other.name === name);
if (contender === undefined) throw new Error(`There is no ${name}.`);
await Promise.all(Array.from({ length: 1_000 }, () => contender.call()));
process.exit(0);
