// The one temporary directory of a lab run, made and removed by `run`.

export function labDirectory(): string {
  const directory = process.env["LAB_DIR"];
  if (directory === undefined) throw new Error("start the lab with test/e2e/run");
  return directory;
}
