// What a woken background loads only once there is something to do (src/background/doorkeeper.ts) stays a file of its own
// beside it, under a plain name: no chunks with names made of their contents.

/** @type {import("esbuild").Plugin} */
export const loadedLater = {
  name: "loaded-later",
  setup(build) {
    build.onResolve({ filter: /-background\.js$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./work.js", external: true } : undefined,
    );
  },
};
