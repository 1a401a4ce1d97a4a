// Prints "passed failed skipped" of one run of vitest, from its JSON report. A run without a report, or one that
// ended badly although no test failed (a file that could not be loaded), counts as one failure more.
// Usage: node test/count.mjs <report.json> <exit status>

import { readFileSync } from "node:fs";

const [report = "", status = "1"] = process.argv.slice(2);

function counts() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const { passed, failed, skipped } = counts();
const unexplained = failed === 0 && (status !== "0" || passed === 0) ? 1 : 0;
process.stdout.write(`${passed} ${failed + unexplained} ${skipped}\n`);
