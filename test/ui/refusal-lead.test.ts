// @vitest-environment happy-dom
// The sentence under the title, where nobody knows the server's name yet.

import { expect, it } from "vitest";
import { refusalLead } from "../../src/ui/case/refusal-lead.js";
import { createTexts } from "../../src/ui/kit/i18n.js";
import { createFakeHost } from "./fake-host.js";
import { english } from "./open-page.js";
import { relayDenied } from "./sample-pages.js";

const texts = createTexts(createFakeHost(english, () => undefined));
const unreachable = { ...relayDenied, fault: "unreachable" } as const;

it("names the server, and without a name begins no word in the middle with a capital", () => {
  expect(refusalLead(unreachable, "mail.example.test", null, texts)).toBe(
    "Thunderbird could not reach mail.example.test.",
  );
  expect(refusalLead(unreachable, null, null, texts)).toBe("Thunderbird could not reach the server");
});
