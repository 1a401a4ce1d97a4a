#!/usr/bin/env bash
# Thunderbird 153.8.0esr (Debian 12: thunderbird 1:153.8.0esr-1~deb12u1), its module SmtpServer, and Exim 4.96
# (exim4-daemon-light 4.96-15+deb12u11).
#
# Behaviour: whatever MAIL is put off for with 451 or 452, Thunderbird says that the message has too many recipients, before
# the server's words, although none was named yet; 451 and 452 are "error in processing" and "insufficient system
# storage" (RFC 5321 4.2.3). So a full disk, and a limit of messages an hour, send the writer to the wrong place, be there
# one recipient alone. Where 452 does mean that (RFC 5321 4.5.3.1.10), at RCPT, it is told as a fault of the address that
# was one too many.
#
# Seen (2026-12-01):
#   Exim without room on its disk
#     MAIL: 452 Space shortage, please try later
#     Thunderbird: The message was not sent due to exceeding the allowed number of recipients. The server responded:
#       Space shortage, please try later.
#   Exim with a limit of messages an hour
#     MAIL: 451 Too many messages from you, try again later
#     Thunderbird: The message was not sent due to exceeding the allowed number of recipients. The server responded:
#       Too many messages from you, try again later.
#   Exim with a limit of one recipient, two recipients
#     RCPT: 452 too many recipients
#     Thunderbird: An error occurred while sending mail. The mail server responded: too many recipients. Please check the
#       message recipient "dora@onward.test" and try again.
#   Exim with a limit of one recipient, one recipient
#     Thunderbird: sent
#
# Needs Debian 12 on amd64 with the libraries that its thunderbird depends on, root (Exim reads a configuration of its own
# only for root) and python3; no display. Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root thunderbird=1:153.8.0esr-1~deb12u1 exim4-daemon-light=4.96-15+deb12u11 \
  libgnutls-dane0 libunbound8 libevent-2.1-7 libidn12 libnsl2 libtirpc3
for package in *.deb; do dpkg -x "$package" root; done
program=root/usr/lib/thunderbird
mkdir home profile etc full.spool limits.spool
printf '%s\n' "From: <alice@example.test>" "Subject: hello" "" "Hello" >message

# The user whom Debian's Exim was built for; it need not exist on this machine, so a list of users of our own holds it.
cp /etc/passwd /etc/group etc
grep -q ^Debian-exim: etc/passwd || echo "Debian-exim:x:64101:64101::/nonexistent:/usr/sbin/nologin" >>etc/passwd
grep -q ^Debian-exim: etc/group || echo "Debian-exim:x:64101:" >>etc/group
chown "$(awk -F: '$1 == "Debian-exim" { print $3 ":" $4 }' etc/passwd)" ./*.spool
# server NAME PORT LINE...: an Exim that takes mail from everybody, and keeps it.
server() {
  printf '%s\n' "primary_hostname = mail.example.test" "spool_directory = $work/$1.spool" \
    "log_file_path = $work/$1.spool/%s.log" "local_interfaces = 127.0.0.1" "daemon_smtp_ports = $2" "queue_only = true" \
    "tls_advertise_hosts =" "keep_environment =" "acl_smtp_rcpt = accept" "${@:3}" >"$1.conf"
}
# Wants more room on its disk than there is.
server full 20587 "check_spool_space = 1000000G"
# One recipient a message, and no message (in an hour) from carl.
server limits 20588 "recipients_max = 1" "acl_smtp_mail = sender" "begin acl" "sender:" \
  "  defer ratelimit = 0 / 1h / strict / \$sender_address" "    condition = \${if eq{\$sender_address}{carl@example.test}}" \
  "    message = Too many messages from you, try again later" "  accept"

# What Exim answers to any client.
cat >asked.py <<'PYTHON'
import smtplib

for port, commands in (
    (20587, ["MAIL FROM:<alice@example.test>"]),
    (20588, ["MAIL FROM:<carl@example.test>"]),
    (20588, ["MAIL FROM:<alice@example.test>", "RCPT TO:<bob@onward.test>", "RCPT TO:<dora@onward.test>"]),
):
    with smtplib.SMTP("127.0.0.1", port, "client.example.test") as client:
        client.ehlo()
        for command in commands:
            code, words = client.docmd(command)
        print(f"{command[:4]}: {code} {words.decode()}")
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
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");

function file(name) {
  const found = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
  found.initWithPath(`${folder}/${name}`);
  return found;
}

function outcome(port, sender, recipients) {
  const server = MailServices.outgoingServer.createServer("smtp");
  server.QueryInterface(Ci.nsISmtpServer);
  server.hostname = "127.0.0.1";
  server.port = port;
  server.socketType = Ci.nsMsgSocketType.plain;
  server.authMethod = Ci.nsMsgAuthMethod.none;
  const identity = MailServices.accounts.createIdentity();
  identity.email = sender;
  const to = recipients.map((one) => MailServices.headerParser.makeMailboxObject("", one));
  return new Promise((done) => {
    const listener = {
      QueryInterface: ChromeUtils.generateQI(["nsIMsgOutgoingListener"]),
      onSendStart() {},
      onSendStop(uri, status, security, words) {
        done(Components.isSuccessCode(status) ? "sent" : words || String(status));
      },
    };
    server.sendMailMessage(file("message"), to, [], identity, sender, "", null, false, "", listener);
  });
}

async function tries() {
  let told = "";
  for (const [port, sender, ...recipients] of [
    [20587, "alice@example.test", "bob@onward.test"],
    [20588, "carl@example.test", "bob@onward.test"],
    [20588, "alice@example.test", "bob@onward.test", "dora@onward.test"],
    [20588, "alice@example.test", "bob@onward.test"],
  ]) {
    told += `${(await outcome(port, sender, recipients)).replaceAll("\n", " ")}\n`;
  }
  return told;
}

Services.obs.addObserver(function started() {
  Services.obs.removeObserver(started, "final-ui-startup");
  tries().catch(String).then((told) => {
    const out = Cc["@mozilla.org/network/file-output-stream;1"].createInstance(Ci.nsIFileOutputStream);
    out.init(file("told"), 0x2a, 0o644, 0);
    out.write(told, told.length);
    out.close();
    Services.startup.quit(Ci.nsIAppStartup.eForceQuit);
  });
}, "final-ui-startup");
CONFIG

cat >inside.sh <<'INSIDE'
set -euo pipefail
ip link set lo up
mount -t overlay none -o lowerdir="$PWD/etc:/etc" /etc
for name in full limits; do
  LD_LIBRARY_PATH="$PWD/root/usr/lib/x86_64-linux-gnu:$PWD/root/lib/x86_64-linux-gnu" \
    root/usr/sbin/exim4 -C "$PWD/$name.conf" -bdf 2>"$name.errors" &
done
for port in 20587 20588; do until (: >"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.2; done; done
python3 asked.py >answered
HOME=$PWD/home timeout 90 root/usr/lib/thunderbird/thunderbird \
  --headless --no-remote --profile "$PWD/profile" >log 2>&1 || true
INSIDE
unshare --net --mount --pid --fork --kill-child bash inside.sh
[ -e told ] || { cat ./*.errors log; exit 1; }

{
  for case in "Exim without room on its disk" "Exim with a limit of messages an hour" \
    "Exim with a limit of one recipient, two recipients" "Exim with a limit of one recipient, one recipient"; do
    echo "$case"
    if read -r answer <&3; then echo "  $answer"; fi
    read -r words <&4 || true
    echo "  Thunderbird: $words"
  done
} 3<answered 4<told | tee seen
cmp -s seen - <<'SEEN' || { echo "CHANGED"; exit 1; }
Exim without room on its disk
  MAIL: 452 Space shortage, please try later
  Thunderbird: The message was not sent due to exceeding the allowed number of recipients. The server responded: Space shortage, please try later.
Exim with a limit of messages an hour
  MAIL: 451 Too many messages from you, try again later
  Thunderbird: The message was not sent due to exceeding the allowed number of recipients. The server responded: Too many messages from you, try again later.
Exim with a limit of one recipient, two recipients
  RCPT: 452 too many recipients
  Thunderbird: An error occurred while sending mail. The mail server responded: too many recipients. Please check the message recipient "dora@onward.test" and try again.
Exim with a limit of one recipient, one recipient
  Thunderbird: sent
SEEN
echo "as described"
