// Lists the outgoing servers with the addresses that use each, and the failed sends that the background has kept.

async function showServers() {
  const addresses = new Map();
  const accounts = [];
  for (const account of await messenger.accounts.list(false)) {
    const incoming = await messenger.outgoingServers.getIncoming(account.id);
    for (const { id, email } of account.identities) {
      addresses.set(id, email);
      const outgoing = await messenger.outgoingServers.getByIdentity(id);
      const { hostname = "nowhere" } = incoming ?? {};
      accounts.push(
        `${email}: receives from ${hostname}, sends through ${outgoing?.server?.id ?? "nothing"}`,
      );
    }
  }
  fill("accounts", accounts);
  const servers = await messenger.outgoingServers.list();
  fill(
    "servers",
    servers.map((server) => `${describe(server)} – ${usersOf(server, addresses)}`),
  );
}

function describe({ type, smtp }) {
  return smtp === null
    ? `a server of the type ${type}`
    : `${smtp.hostname}:${smtp.port}, security ${smtp.security}, sign-in ${smtp.authMethod}`;
}

function usersOf({ identityIds, isDefault }, addresses) {
  const named = identityIds.map((id) => addresses.get(id) ?? id);
  return [...(isDefault ? ["the default"] : []), ...named].join(", ") || "used by no address";
}

async function showFailures() {
  const { failures = [] } = await messenger.storage.session.get("failures");
  fill(
    "failures",
    failures.map(({ from, recipients, stage, code, lines, fault, through }) => {
      const said = code === null ? `no answer (${fault})` : `${code} ${lines.join(" ")}`;
      return `${from} → ${recipients.join(", ")}: ${said}, at the step "${stage}" (${through})`;
    }),
  );
}

// The server's words are somebody else's: as text, never as markup.
function fill(id, lines) {
  document.getElementById(id).replaceChildren(
    ...(lines.length > 0 ? lines : ["none"]).map((line) => {
      const item = document.createElement("li");
      item.textContent = line;
      return item;
    }),
  );
}

showServers();
showFailures();
