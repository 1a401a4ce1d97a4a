// A note without a source is a rumour, and two notes for one domain are a coin toss: both are silent, hence this.

import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { registrableDomain } from "../../src/engine/passwords/owner.js";
import { isHostName } from "../../src/engine/discovery/published-server.js";
import type { FactKind, WrittenNote } from "../../src/engine/providers/note.js";
import { notes } from "../../src/engine/providers/notes/index.js";
import { root } from "./tree.js";

/** As the folder has them: a note that is being written is checked before git knows it. */
const names = readdirSync(`${root}/src/engine/providers/notes`).filter(
  (name) => name.endsWith(".ts") && !["all.ts", "index.ts"].includes(name),
);
const withSources = await Promise.all(
  names.map(async (name) => {
    const id = basename(name, ".ts");
    const file = (await import(`../../src/engine/providers/notes/${id}.ts`)) as {
      readonly note: WrittenNote;
      readonly sources: Readonly<Partial<Record<FactKind, string>>>;
    };
    return { id, ...file };
  }),
);
/** Pages about a provider that are not the provider's. */
const others = ["github.com", "mozilla.org", "mozilla.com", "thunderbird.net", "wikipedia.org", "reddit.com"];

describe("the list of notes", () => {
  it("names every file in notes/, once", () => {
    const ids = withSources.map(({ id }) => id);
    expect(notes.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it("has at least eighty", () => {
    expect(notes.length).toBeGreaterThanOrEqual(80);
  });

  it.each(["domains", "hosts"] as const)("leaves each of its %s to one note", (claims) => {
    const all = notes.flatMap((note) => note[claims].map((claim) => ({ claim, id: note.id })));
    const twice = all.filter(({ claim, id }) => all.some((one) => one.claim === claim && one.id !== id));
    expect(twice).toEqual([]);
  });

  it("says who runs its mail by the name of another note", () => {
    const ids = notes.map(({ id }) => id);
    const unknown = notes.filter(
      ({ hostedBy, id }) => hostedBy !== undefined && (hostedBy === id || !ids.includes(hostedBy)),
    );
    expect(unknown).toEqual([]);
  });
});

describe.each(withSources)("$id", ({ id, note, sources }) => {
  it("is listed under its file's name", () => {
    expect(notes.find((one) => one.id === id)).toEqual({ id, hosts: note.domains, ...note });
  });

  it("claims what can be a domain or a host", () => {
    const { moved } = note.facts;
    const named = [
      ...note.domains,
      ...(note.hosts ?? []),
      ...(moved?.from ?? []),
      ...(moved?.to ? [moved.to.host] : []),
    ];
    expect(named.filter((name) => !isHostName(name) || !name.includes("."))).toEqual([]);
    expect(note.domains.length).toBeGreaterThan(0);
  });

  const own = [...note.domains, ...(note.hosts ?? []), ...(note.site === undefined ? [] : [note.site])];

  it("leads to an https page of the provider's own", () => {
    const { protocol, hostname, username, password } = new URL(note.page);
    expect([protocol, username, password]).toEqual(["https:", "", ""]);
    expect(own.map(registrableDomain)).toContain(registrableDomain(hostname));
    expect(others).not.toContain(registrableDomain(hostname));
  });

  it("is certain only of what a page of the provider's own says", () => {
    const hearsay = Object.entries(note.facts).flatMap(([kind, { certainty }]) => {
      const { hostname } = new URL(sources[kind as FactKind] ?? "https://nowhere.invalid");
      const isOwn = own.map(registrableDomain).includes(registrableDomain(hostname));
      return certainty === "certain" && !isOwn ? [`${kind}: ${hostname}`] : [];
    });
    expect(hearsay).toEqual([]);
  });

  it("has a source for every fact, the day on which they were read, and at least one fact", () => {
    expect(Object.keys(note.facts).length).toBeGreaterThan(0);
    expect(Object.keys(sources).sort()).toEqual(Object.keys(note.facts).sort());
    for (const source of Object.values(sources)) {
      expect(new URL(source).protocol).toBe("https:");
    }
    const { checked } = note;
    expect(checked).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(new Date(checked).toISOString().slice(0, 10)).toBe(checked);
    expect(checked <= new Date().toISOString().slice(0, 10)).toBe(true);
  });

  it("asks for no unencrypted connection to where it has moved", () => {
    expect(note.facts.moved?.to?.security).not.toBe("none");
  });
});
