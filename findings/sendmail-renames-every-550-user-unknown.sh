#!/usr/bin/env bash
# Sendmail 8.17.1.9 (Debian 12: sendmail-bin 8.17.1.9-2+deb12u2) as the sender's own server.
#
# Behaviour: when the next server refuses a recipient with 550, whatever its words, the last line of the transcript in
# Sendmail's notice says "550 5.1.1 ... User unknown", and so does "Status: 5.1.1" (bad mailbox) of its delivery-status
# part, even against a refusal that said 5.7.1, unless that server lists ENHANCEDSTATUSCODES in its EHLO reply (Exim 4.96
# does not). Only Diagnostic-Code keeps the server's own words. So one valid notice names two causes, and who reads Status,
# as RFC 3464 (2.3.4) invites to, or the transcript takes a relay or log-in refusal for a misspelt address.
#
# Seen (2026-11-29):
#   550 relay not permitted
#     550 5.1.1 bob@onward.test... User unknown
#     Status: 5.1.1
#     Diagnostic-Code: SMTP; 550 relay not permitted
#   550 5.7.1 Relaying denied
#     550 5.1.1 bob@onward.test... User unknown
#     Status: 5.1.1
#     Diagnostic-Code: SMTP; 550 5.7.1 Relaying denied
#   550 5.7.1 Relaying denied, after ENHANCEDSTATUSCODES
#     550 5.1.1 bob@onward.test... User unknown
#     Status: 5.7.1
#     Diagnostic-Code: SMTP; 550 5.7.1 Relaying denied
#
# Needs Debian 12 on amd64, root (for a list of host names of its own) and python3. Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'kill "$(cat "$work/pid" 2>/dev/null)" 2>/dev/null || true; rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root sendmail-bin=8.17.1.9-2+deb12u2 sendmail-cf=8.17.1.9-2+deb12u2 m4 \
  liblockfile1 libnsl2 libtirpc3 libwrap0 libldap-2.5-0 libsasl2-2
for package in *.deb; do dpkg -x "$package" root; done

cat >sendmail.mc <<CONFIG
include(\`$work/root/usr/share/sendmail/cf/m4/cf.m4')
OSTYPE(\`linux')
define(\`confDOMAIN_NAME', \`mail.example.test')
define(\`SMART_HOST', \`relay:[127.0.0.1]')
define(\`RELAY_MAILER_ARGS', \`TCP \$h 20025')
define(\`QUEUE_DIR', \`$work/queue')
define(\`ALIAS_FILE', \`')
define(\`confSERVICE_SWITCH_FILE', \`$work/switch')
FEATURE(\`nocanonify')
MAILER(\`smtp')
CONFIG
root/usr/bin/m4 -D_CF_DIR_="$work/root/usr/share/sendmail/cf/" sendmail.mc >sendmail.cf
echo "hosts files" >switch
# Without a full name for its machine Sendmail waits a minute.
echo "127.0.0.1 mail.example.test $(hostname) localhost" >hosts

# The next server: refuses bob with the words it is given, takes the notice for alice and writes it down.
cat >next-server.py <<'PYTHON'
import socketserver, sys

class Session(socketserver.StreamRequestHandler):
    def handle(self):
        say = lambda reply: self.wfile.write(reply.encode() + b"\r\n")
        say("220 mx.onward.test ESMTP")
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"RCPT" and b"bob@" in line:
                say(sys.argv[1])
            elif verb == b"DATA":
                say("354 go ahead")
                with open("notice", "wb") as notice:
                    while (text := self.rfile.readline()) != b".\r\n":
                        notice.write(text)
                say("250 taken")
            elif verb == b"EHLO" and len(sys.argv) > 2:
                say("250-mx.onward.test\r\n250 " + sys.argv[2])
            elif verb == b"QUIT":
                return say("221 bye")
            else:
                say("250 mx.onward.test")

socketserver.TCPServer.allow_reuse_address = True
with socketserver.TCPServer(("127.0.0.1", 20025), Session) as server:
    open("listening", "w").close()
    server.serve_forever()
PYTHON

same=yes
# try REFUSAL STATUS [EXTENSION]
try() {
  rm -rf queue notice listening && mkdir queue
  python3 next-server.py "$1" ${3+"$3"} &
  echo $! >pid
  until [ -e listening ]; do sleep 0.2; done
  printf 'From: <alice@example.test>\nTo: <bob@onward.test>\nSubject: hello\n\nHello\n' |
    LD_LIBRARY_PATH="$work/root/usr/lib/x86_64-linux-gnu:$work/root/lib/x86_64-linux-gnu" unshare --mount bash -c '
      mount --bind hosts /etc/hosts
      root/usr/libexec/sendmail/sendmail -C "$PWD/sendmail.cf" -odi -oi -f alice@example.test bob@onward.test' || true
  kill "$(cat pid)"
  wait "$(cat pid)" 2>/dev/null || true
  tr -d '\r' <notice | grep -E '^(550 |Status:|Diagnostic-Code:)' >facts
  echo "$1${3+, after $3}"
  sed 's/^/  /' facts
  printf '%s\n' "550 5.1.1 bob@onward.test... User unknown" "Status: $2" "Diagnostic-Code: SMTP; $1" |
    cmp -s - facts || same=no
}
try "550 relay not permitted" 5.1.1
try "550 5.7.1 Relaying denied" 5.1.1
try "550 5.7.1 Relaying denied" 5.7.1 ENHANCEDSTATUSCODES
[ "$same" = yes ] || {
  echo "CHANGED"
  exit 1
}
echo "as described"
