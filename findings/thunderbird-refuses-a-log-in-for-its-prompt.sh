#!/usr/bin/env bash
# Thunderbird 153.8.0esr (Debian 12: thunderbird 1:153.8.0esr-1~deb12u1), its module SmtpClient, and aiosmtpd 1.4.3
# (python3-aiosmtpd 1.4.3-1.1+deb12u1).
#
# Behaviour: AUTH LOGIN has two prompts, "User Name" and "Password" in the draft that describes it (murchison-sasl-login),
# which asks the client to take no notice of their words. Thunderbird goes on only where they are, octet for octet,
# "Username:" and "Password:" (or "password:"), as most servers say. To aiosmtpd, which says what the draft does, it does
# not even give the user name: no password is right there unless the server takes PLAIN. The words that Thunderbird shows
# have the prompt, in base 64, in the place of the server's name. It is the same after PLAIN was refused with 535, so that
# a wrong password is told with these words, too.
#
# Seen (2026-11-29):
#   LOGIN, prompts as most servers say them, the password right
#     logged in
#     judged by the server: LOGIN right
#   LOGIN, prompts of aiosmtpd, the password right
#     Unable to authenticate to Outgoing server (SMTP) VXNlciBOYW1lAA==. Please check the password and verify the
#       'Authentication method' in 'Account Settings | Outgoing server (SMTP)'.
#     judged by the server: nothing
#   PLAIN and LOGIN, prompts of aiosmtpd, the password wrong
#     (the same words)
#     judged by the server: PLAIN wrong
#
# Needs Debian 12 on amd64 with the libraries that its thunderbird depends on, root (for a network of its own, in which
# Thunderbird reaches nobody) and python3; no display. Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root thunderbird=1:153.8.0esr-1~deb12u1 \
  python3-aiosmtpd=1.4.3-1.1+deb12u1 python3-attr python3-public
for package in *.deb; do dpkg -x "$package" root; done
program=root/usr/lib/thunderbird
mkdir home profile

# Each of three servers writes down which log-in it judged, and how.
cat >servers.py <<'PYTHON'
import asyncio
from aiosmtpd.smtp import SMTP, AuthResult


class UsualPrompts(SMTP):
    AuthLoginUsernameChallenge = "Username:"
    AuthLoginPasswordChallenge = "Password:"


def judge(server, session, envelope, mechanism, login):
    right = (login.login, login.password) == (b"alice", b"made-up")
    with open(f"judged-{server.hostname}", "w") as judged:
        judged.write(f"{mechanism} {'right' if right else 'wrong'}")
    # Not handled: aiosmtpd answers the refusal itself.
    return AuthResult(success=right, handled=False)


async def serve():
    loop = asyncio.get_running_loop()
    for port, prompts, without in ((20587, UsualPrompts, ["PLAIN"]), (20588, SMTP, ["PLAIN"]), (20589, SMTP, [])):
        def server(port=port, prompts=prompts, without=without):
            return prompts(None, hostname=str(port), authenticator=judge, auth_require_tls=False,
                auth_exclude_mechanism=without)

        await loop.create_server(server, "127.0.0.1", port)
    open("listening", "w").close()
    await asyncio.Event().wait()


asyncio.run(serve())
PYTHON

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
const resource = "resource:///modules";

function outcome(port, password) {
  const { MailServices } = ChromeUtils.importESModule(`${resource}/MailServices.sys.mjs`);
  const { SmtpClient } = ChromeUtils.importESModule(`${resource}/SmtpClient.sys.mjs`);
  const server = MailServices.outgoingServer.createServer("smtp");
  server.QueryInterface(Ci.nsISmtpServer);
  server.hostname = "127.0.0.1";
  server.port = port;
  server.socketType = Ci.nsMsgSocketType.plain;
  server.authMethod = Ci.nsMsgAuthMethod.passwordCleartext;
  server.username = "alice";
  server.password = password;
  return new Promise((done) => {
    const client = new SmtpClient(server);
    client.onidle = () => done("logged in");
    client.onerror = (code, words) => done(words || String(code));
    // Nobody is here to be asked, after the failure, for another password.
    client._authenticator.promptAuthFailed = () => 1;
    client.connect();
  });
}

async function tries() {
  let told = "";
  for (const [port, password] of [[20587, "made-up"], [20588, "made-up"], [20589, "made-down"]]) {
    told += `${port}|${await outcome(port, password)}\n`;
  }
  return told;
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

cat >inside.sh <<'INSIDE'
set -euo pipefail
ip link set lo up
PYTHONPATH=root/usr/lib/python3/dist-packages python3 servers.py 2>errors &
until [ -e listening ]; do sleep 0.2; done
HOME=$PWD/home timeout 90 root/usr/lib/thunderbird/thunderbird \
  --headless --no-remote --profile "$PWD/profile" >log 2>&1 || true
INSIDE
unshare --net --mount --pid --fork --kill-child bash inside.sh
[ -e told ] || { cat errors log; exit 1; }

while IFS="|" read -r port words; do
  case $port in
    20587) echo "LOGIN, prompts as most servers say them, the password right" ;;
    20588) echo "LOGIN, prompts of aiosmtpd, the password right" ;;
    20589) echo "PLAIN and LOGIN, prompts of aiosmtpd, the password wrong" ;;
  esac
  echo "  $words"
  echo "  judged by the server: $(cat "judged-$port" 2>/dev/null || echo nothing)"
done <told | tee seen
cmp -s seen - <<'SEEN' || { echo "CHANGED"; exit 1; }
LOGIN, prompts as most servers say them, the password right
  logged in
  judged by the server: LOGIN right
LOGIN, prompts of aiosmtpd, the password right
  Unable to authenticate to Outgoing server (SMTP) VXNlciBOYW1lAA==. Please check the password and verify the 'Authentication method' in 'Account Settings | Outgoing server (SMTP)'.
  judged by the server: nothing
PLAIN and LOGIN, prompts of aiosmtpd, the password wrong
  Unable to authenticate to Outgoing server (SMTP) VXNlciBOYW1lAA==. Please check the password and verify the 'Authentication method' in 'Account Settings | Outgoing server (SMTP)'.
  judged by the server: PLAIN wrong
SEEN
echo "as described"
