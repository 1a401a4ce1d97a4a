// Whether a Received line says that whoever gave the mail had signed in (RFC 3848, and what servers write beside it).

// Exim, Postfix, OpenSMTPD, chasquid: "with ESMTPSA"; Sendmail: "(authenticated bits=0)"; Postfix: "(Authenticated sender: alice)"
const signedIn = / with (?:utf8)?e?smtps?a\b|[( ]authenticated (?:bits|sender|as)/i;

/** @param received one unfolded line */
export function saysSignedIn(received: string): boolean {
  return signedIn.test(received);
}
