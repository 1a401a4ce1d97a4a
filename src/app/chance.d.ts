// The one thing `app` takes from outside by itself: names that nobody else has. Everything else comes through the ports,
// and the compiler knows no `messenger`, page, network or timer here (tsconfig.json).

declare const crypto: { randomUUID(): string };
