// The closed set of sentences that notes are told in: one for each fact and its variant, as keys of `_locales`.

import { text, type Text } from "../model/finding.js";
import type { FactKind, Facts, PasswordKind } from "./note.js";

const passwords: Readonly<Record<PasswordKind, TextKeyWith<[string]>>> = {
  "app-password": "note_app_password",
  "own-password": "note_own_password",
  "authorization-code": "note_authorization_code",
  "bridge-password": "note_bridge_password",
  "oauth2-only": "note_oauth2_only",
  none: "note_no_mail_programs",
};

const tell: { readonly [Kind in FactKind]: (fact: Facts[Kind], told: Told) => Text } = {
  password: ({ is, when }, { provider }) =>
    text(when === "two-step" ? "note_app_password_two_step" : passwords[is], provider),
  switch: ({ by }, { provider }) =>
    text(by === "administrator" ? "note_switch_administrator" : "note_switch", provider),
  paid: (_fact, { provider }) => text("note_paid", provider),
  signIn: ({ since }, { provider }) =>
    since === undefined
      ? text("note_sign_in", provider)
      : text("note_sign_in_since", provider, String(since)),
  from: ({ allows }, { provider }) =>
    text(allows === "registered" ? "note_from_registered" : "note_from_own", provider),
  ownNetwork: (_fact, { provider }) => text("note_own_network", provider),
  limit: ({ count, of }, { provider }) => text(limits[of], provider, String(count)),
  moved: (moved, { host, domain }) => {
    if (moved.to !== null) {
      return text("note_moved_to", host, moved.to.host);
    }
    const { by, year } = moved;
    return year === undefined
      ? text("note_moved_by", domain, by)
      : text("note_moved_by_since", domain, by, String(year));
  },
};

const limits: Readonly<Record<Facts["limit"]["of"], TextKeyWith<[string, string]>>> = {
  "messages-a-day": "note_limit_messages_day",
  "recipients-a-message": "note_limit_recipients_message",
};

interface Told {
  readonly provider: string;
  /** The server in use. */
  readonly host: string;
  /** The mail domain. */
  readonly domain: string;
}

export function sentenceOf<Kind extends FactKind>(kind: Kind, fact: Facts[Kind], told: Told): Text {
  return tell[kind](fact, told);
}
