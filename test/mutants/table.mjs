// What became of the sampled mutants (the lines of plugins.mjs) as the text of test/results/mutants.md, on standard output. Of
// an area that was not run here since, what the file says stays.

import { existsSync, readFileSync } from "node:fs";
import { areas, resultsOf } from "./areas.mjs";
import { equivalent } from "./equivalent.mjs";

const table = "test/results/mutants.md";
const before = existsSync(table) ? readFileSync(table, "utf8") : "";

/** What stood at a place of a file, on one line. */
function textAt(file, { start, end }) {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  return inOneLine([lines[0].slice(start.column - 1), ...lines.slice(1)].join("\n"));
}

function inOneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** As code in a cell of a table, cut where nobody reads on. */
function cell(text) {
  const short = text.length > 90 ? `${text.slice(0, 88)}…` : text;
  return `\`${short.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}

function reasonFor({ file, original, replacement }) {
  const known = equivalent.find(
    (one) => one.file === file && one.original === original && one.mutant === inOneLine(replacement),
  );
  return known?.reason ?? "";
}

function resultsIn(area) {
  const [run, ...mutants] = readFileSync(resultsOf(area), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const survivors = mutants
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map((mutant) => ({ ...mutant, original: textAt(mutant.file, mutant.location) }))
    .map((mutant) => ({ ...mutant, reason: reasonFor(mutant) }))
    .sort(
      (one, other) =>
        one.file.localeCompare(other.file) || one.location.start.line - other.location.start.line,
    );
  const count = (status) => mutants.filter((mutant) => mutant.status === status).length;
  const [caught, timeouts] = [count("Killed"), count("Timeout")];
  const tried = caught + timeouts + count("Survived") + count("NoCoverage");
  return { area, run, survivors, count, caught, timeouts, tried };
}

function row({ area, run, survivors, count, caught, timeouts, tried }) {
  const percent = ((100 * (caught + timeouts)) / tried).toFixed(1);
  return `| ${[
    area,
    run.all,
    run.sample ?? "",
    tried,
    caught,
    timeouts,
    count("Survived"),
    count("NoCoverage"),
    survivors.filter(({ reason }) => reason !== "").length,
    percent,
    areas[area].wanted,
  ].join(" | ")} |`;
}

function survivorRow({ file, location, original, replacement, status, reason }) {
  const said = reason || (status === "NoCoverage" ? "no test comes here" : "");
  return `| ${file}:${location.start.line} | ${cell(original)} | ${cell(inOneLine(replacement))} | ${said} |`;
}

/** Row, survivors, when and how many, as the table has them. */
function written(area) {
  const result = resultsIn(area);
  const { run, survivors, tried } = result;
  const begun = `${run.started.slice(0, 16).replace("T", " ")} UTC`;
  return {
    row: row(result),
    tried,
    sample: `${area} ${(100 * run.share).toFixed(1)} % on ${begun}`,
    seed: run.seed,
    section: [
      `## Survivors in ${area}`,
      "",
      "| where | original | mutant | equivalent, since |",
      "| --- | --- | --- | --- |",
      ...survivors.map(survivorRow),
      "",
    ].join("\n"),
  };
}

/** What the file said of an area; null where it said nothing. */
function kept(area) {
  const found = new RegExp(`^\\| ${area} +\\|.*$`, "m").exec(before)?.[0];
  const [, section = ""] = before.split(new RegExp(`^(?=## Survivors in ${area}$)`, "m"));
  const sample = new RegExp(`${area} [\\d.]+ % on [\\d-]+ [\\d:]+ UTC`).exec(before)?.[0];
  return found === undefined || sample === undefined
    ? null
    : {
        row: found,
        tried: Number(found.split("|")[4]),
        sample,
        seed: /with seed (\w+)/.exec(before)?.[1],
        section: `${section.split(/\n(?=## )/)[0].trimEnd()}\n`,
      };
}

const all = Object.keys(areas).flatMap(
  (area) => (existsSync(resultsOf(area)) ? written(area) : kept(area)) ?? [],
);

console.log(
  [
    "# Mutants",
    "",
    `Written by \`npm run test:long mutants\` (StrykerJS): ${all.reduce((sum, { tried }) => sum + tried, 0)} small faults put into the code, one at a time, and the unit tests`,
    `of that code run against each. A random sample with seed ${all[0]?.seed}: of each area this share, begun ${all.map(({ sample }) => sample).join(", ")}.`,
    "",
    "Not tried are those in what is evaluated once while modules load, tables of phrases above all: each would need every",
    "test. _percent_: caught and timeouts (endless loops) of those tried; equivalent ones count as survived. Where fewer",
    "were tried than the sample holds, the run was cut short, in the order of file names.",
    "",
    "| area | mutants | sample | tried | caught | timeouts | survived | no test comes here | of them equivalent | percent | wanted |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...all.map((one) => one.row),
    "",
    ...all.map(({ section }) => section),
  ].join("\n"),
);
