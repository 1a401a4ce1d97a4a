// The house's own rules that neither the compiler nor the linter can see.

import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { files, listed, read } from "./tree.js";

/** This file itself names what it forbids; declaration files name what others wrote. */
const code = [...files("src", ".ts", ".mjs"), ...files("test", ".ts", ".mjs")].filter(
  (path) => !path.endsWith("house.test.ts") && !path.endsWith(".d.ts"),
);
const source = files("src", ".ts", ".mjs");

/** Files in which a pattern occurs, with the line: the answer a reader wants to see when the test fails. */
function linesWith(pattern: RegExp, among: readonly string[]): readonly string[] {
  return among.flatMap((path) =>
    read(path)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${String(index + 1)} ${line.trim()}`] : [])),
  );
}

describe("a source file", () => {
  it("opens with a comment that says what it decides", () => {
    expect(source.filter((path) => !/^\/\/ \S.{20,}/.test(read(path)))).toEqual([]);
  });

  it("is no longer than 250 lines", () => {
    expect(source.filter((path) => read(path).split("\n").length > 251)).toEqual([]);
  });

  it("is named in kebab-case after what it holds, never after being of use", () => {
    const wrong = code.filter((path) => {
      const name = basename(path);
      return (
        !/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.(?:ts|mjs)$/.test(name) ||
        /(?:^|[-.])(?:utils?|helpers?|managers?|misc|common|real|impl)(?:[-.]|$)/.test(name)
      );
    });
    expect(wrong).toEqual([]);
  });

  it("declares no Manager, Helper, Impl or I-prefixed interface", () => {
    expect(
      linesWith(
        /\b(?:class|interface|type|const|function) (?:\w+(?:Manager|Helper|Impl|Utils?)|I[A-Z][a-z]\w*)\b/,
        code,
      ),
    ).toEqual([]);
  });

  it("carries no licence header and no commented-out code", () => {
    expect(linesWith(/^\s*\/[/*].*(?:This Source Code Form|SPDX-License)/, source)).toEqual([]);
    expect(linesWith(/^\s*\/\/ ?(?:import .* from|const \w+ = |return .*;$|if \(.*\{$)/, source)).toEqual([]);
  });
});

describe("the add-on's code", () => {
  it("tells editions apart in editions/ and in the build only", () => {
    const rest = source.filter((path) => !/^src\/(?:editions|build)\//.test(path));
    expect(
      linesWith(/\b(?:if|switch) ?\(.*edition|\bedition ?(?:===|!==)|\bisFull|\bisStore\b|\bIS_STORE/i, rest),
    ).toEqual([]);
  });

  it("never writes HTML from a string", () => {
    expect(
      linesWith(
        /\.(?:inner|outer)HTML\b|\bsrcdoc\b|insertAdjacentHTML|document\.write\b/,
        files("src", ".ts", ".html"),
      ),
    ).toEqual([]);
  });

  it("says why wherever it silences a check", () => {
    expect(linesWith(/eslint-disable(?!.* -- \S)/, code)).toEqual([]);
    expect(linesWith(/@ts-(?:ignore|nocheck)|@ts-expect-error(?! \S)/, code)).toEqual([]);
  });
});

describe("the repository", () => {
  const texts = listed.filter(
    (path) => !/\.(?:png|svg|gz)$/.test(path) && path !== "test/repo/house.test.ts",
  );

  it("names no package registry and no path of somebody's machine", () => {
    const registry = /registry\.(?:npmjs|yarnpkg)|npm\.pkg\.github|"resolved":|_authToken/;
    const machine = /(?<![\w.])\/(?:work|home\/\w+|Users\/\w+|root)\//;
    expect(linesWith(registry, texts)).toEqual([]);
    expect(linesWith(machine, texts)).toEqual([]);
  });

  it("pins every dependency to one version", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
      string,
      Record<string, string>
    >;
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it("keeps built and installed files out", () => {
    expect(
      listed.filter((path) => /^(?:dist|node_modules)\//.test(path) || /\.(?:xpi|zip|log)$/.test(path)),
    ).toEqual([]);
  });
});
