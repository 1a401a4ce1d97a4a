#!/usr/bin/env bash
# Thunderbird 153.8.0esr (Debian 12: thunderbird 1:153.8.0esr-1~deb12u1), its service of outgoing servers
# (nsIMsgOutgoingServerService).
#
# Behaviour: deleteServer takes a server off the list and leaves its settings, and createServer gives the first key that is
# free. So the next server that is made has the removed one's key, and with it the host name, port, user name, description,
# settings that no dialog shows, and even the UID of the removed one. An identity that named the removed server, and so had
# none since, is on the new one with nobody's doing; that is the same where clearAllValues emptied the server first.
#
# Seen (2026-12-01):
#   deleteServer
#     before: smtp1, first.example.test:587, user "alice", description "first", hello_argument "client.example.test"
#     removed: the identity's server is none
#     made anew: smtp1, first.example.test:587, user "alice", description "first", hello_argument "client.example.test"
#     made anew: UID of the removed one: true, the identity's server: true
#   clearAllValues, deleteServer
#     before: smtp2, first.example.test:587, user "alice", description "first", hello_argument "client.example.test"
#     removed: the identity's server is none
#     made anew: smtp2, :0, user "", description "", hello_argument ""
#     made anew: UID of the removed one: false, the identity's server: true
#
# Needs Debian 12 on amd64 with the libraries that its thunderbird depends on; no root, no display.
# Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root thunderbird=1:153.8.0esr-1~deb12u1
for package in *.deb; do dpkg -x "$package" root; done
program=root/usr/lib/thunderbird
mkdir home profile

cat >$program/defaults/pref/try.js <<'PREFS'
pref("general.config.filename", "try.cfg");
pref("general.config.obscure_value", 0);
pref("general.config.sandbox_enabled", false);
PREFS
cat >$program/try.cfg <<CONFIG
// The first line of such a file is not run.
const folder = "$work";
CONFIG
cat >>$program/try.cfg <<'CONFIG'
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
const outgoing = MailServices.outgoingServer;

function made() {
  return outgoing.createServer("smtp").QueryInterface(Ci.nsISmtpServer);
}

function settings(server) {
  const hello = Services.prefs.getStringPref(`mail.smtpserver.${server.key}.hello_argument`, "");
  return `${server.key}, ${server.hostname}:${server.port}, user "${server.username}", ` +
    `description "${server.description}", hello_argument "${hello}"`;
}

/** An identity of an account that fetches mail, as anybody has. */
function identityWith(server, user) {
  const identity = MailServices.accounts.createIdentity();
  identity.email = "alice@example.test";
  identity.smtpServerKey = server.key;
  const account = MailServices.accounts.createAccount();
  account.incomingServer = MailServices.accounts.createIncomingServer(user, "mail.example.test", "pop3");
  account.addIdentity(identity);
  return identity;
}

async function removed(cleared) {
  const first = made();
  first.hostname = "first.example.test";
  first.port = 587;
  first.username = "alice";
  first.description = "first";
  Services.prefs.setStringPref(`mail.smtpserver.${first.key}.hello_argument`, "client.example.test");
  const uid = first.UID;
  const identity = identityWith(first, `alice-${cleared}`);
  let told = `  before: ${settings(first)}\n`;

  if (cleared) first.clearAllValues();
  outgoing.deleteServer(first);
  // Whoever cleans up after it has time to.
  await new Promise((done) => setTimeout(done, 2000));
  told += `  removed: the identity's server is ${outgoing.getServerByIdentity(identity)?.key ?? "none"}\n`;

  const second = made();
  told += `  made anew: ${settings(second)}\n`;
  const same = outgoing.getServerByIdentity(identity)?.key === second.key;
  return `${told}  made anew: UID of the removed one: ${second.UID === uid}, the identity's server: ${same}\n`;
}

async function tries() {
  const deleted = await removed(false);
  return `deleteServer\n${deleted}clearAllValues, deleteServer\n${await removed(true)}`;
}

Services.obs.addObserver(function started() {
  Services.obs.removeObserver(started, "final-ui-startup");
  tries().catch(String).then((told) => {
    const target = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
    const out = Cc["@mozilla.org/network/file-output-stream;1"].createInstance(Ci.nsIFileOutputStream);
    target.initWithPath(`${folder}/told`);
    out.init(target, 0x2a, 0o644, 0);
    out.write(told, told.length);
    out.close();
    Services.startup.quit(Ci.nsIAppStartup.eForceQuit);
  });
}, "final-ui-startup");
CONFIG
HOME=$work/home timeout 90 $program/thunderbird --headless --offline --no-remote --profile "$work/profile" >log 2>&1 || true
[ -e told ] || { cat log; exit 1; }
cat told
cmp -s told - <<'TOLD' || { echo "CHANGED"; exit 1; }
deleteServer
  before: smtp1, first.example.test:587, user "alice", description "first", hello_argument "client.example.test"
  removed: the identity's server is none
  made anew: smtp1, first.example.test:587, user "alice", description "first", hello_argument "client.example.test"
  made anew: UID of the removed one: true, the identity's server: true
clearAllValues, deleteServer
  before: smtp2, first.example.test:587, user "alice", description "first", hello_argument "client.example.test"
  removed: the identity's server is none
  made anew: smtp2, :0, user "", description "", hello_argument ""
  made anew: UID of the removed one: false, the identity's server: true
TOLD
echo "as described"
