// Another outgoing server for an address: what is published, what the server says, whether it takes the saved password; used
// only once it is proven, and everything that was there before can be given back.

const api = messenger.outgoingServers;
const field = (id) => document.getElementById(id);
const tell = (text) =>
  field("told").append(Object.assign(document.createElement("li"), { textContent: text }));

function wanted() {
  return { hostname: field("hostname").value, port: Number(field("port").value), security: "starttls" };
}

async function identity() {
  const accounts = await messenger.accounts.list(false);
  const account = accounts.find(({ identities }) =>
    identities.some(({ id }) => id === field("identity").value),
  );
  const { id, email } = account.identities.find((one) => one.id === field("identity").value);
  return { accountId: account.id, id, email };
}

async function published() {
  const { email } = await identity();
  const domain = email.slice(email.indexOf("@") + 1);
  for (const source of ["disk", "isp", "database", "mx"]) {
    const { servers, vouched } = await api.discover(domain, source);
    servers.forEach(({ hostname, port }) =>
      tell(`${source}: ${hostname}:${port}${vouched ? ", vouched for" : ""}`),
    );
  }
}

async function look() {
  const { answer, offeredAuth } = await api.look(wanted(), null, "look");
  tell(`${answer}; it offers ${offeredAuth.join(", ") || "no sign-in"}`);
}

async function use() {
  const operationId = crypto.randomUUID();
  const { accountId, id: identityId, email } = await identity();
  const properties = { ...wanted(), authMethod: "passwordCleartext", username: email };
  const { result, proofId } = await api.verify({
    operationId,
    identityId,
    properties,
    from: email,
    recipients: [email],
    passwords: [{ incomingAccountId: accountId }],
    password: null,
    agreed: null,
  });
  tell(`proof: ${result}`);
  if (result === "accepted") {
    const { value: server } = await api.create(properties, "made by the sample");
    const credentialId = `{${crypto.randomUUID()}}`;
    tell(`password: ${await api.copyPassword({ proofId }, server.id, identityId, credentialId)}`);
    // An entry of ours alone may be changed in place; the values before are answered.
    const { value: before } = await api.update(server.id, { port: properties.port }, []);
    const { value: assigned } = await api.assign(identityId, server.id, false);
    await messenger.storage.local.set({
      made: { identityId, assignedId: assigned.serverId, serverId: server.id, credentialId, before },
    });
    tell(`used: ${server.id}`);
  }
  await api.endOperation(operationId);
}

async function back() {
  const { made } = await messenger.storage.local.get("made");
  if (made) {
    await api.assign(made.identityId, made.assignedId, true);
    tell(`password: ${(await api.removePassword(made.credentialId, made.serverId)).value}`);
    const { refused } = await api.remove(made.serverId, null);
    tell(refused === null ? "taken back" : `still there: ${refused}`);
    await messenger.storage.local.remove("made");
  }
}

async function fillAddresses() {
  for (const { identities } of await messenger.accounts.list(false)) {
    for (const { id, email } of identities) {
      field("identity").append(new Option(email, id));
    }
  }
}

for (const [id, act] of Object.entries({ published, look, use, back })) {
  field(id).addEventListener("click", () => act().catch((error) => tell(`error: ${error.message}`)));
}
fillAddresses();
