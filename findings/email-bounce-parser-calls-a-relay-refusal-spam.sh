#!/usr/bin/env bash
# email-bounce-parser 1.0.22 (npm) reads notices of Postfix 3.7.11 (Debian 12: postfix 3.7.11-0+deb12u1). Its dependency re2
# is Debian's build of re2 for JavaScript, 1.18.0 (node-re2 1.18.0+~cs2.13.8-1, for nodejs 18.20.4+dfsg-1~deb12u3).
#
# Behaviour: of a refusal with 550 or 554 and the enhanced code 5.7.1 it says the kind "spam_content", whatever the words,
# unless one of a few phrases is found in them. In RFC 3463 (3.8) that code means that the sender may not send there, and
# it is the one with which Postfix and Sendmail refuse to relay, and Exchange a sender who is not the user. "blocked" is
# told beside it for the one word "denied", and "spam" is false at once. The same words without the enhanced code have no
# kind. So a missing log-in or a wrong From address is counted as a message that was taken for spam.
#
# Seen (2026-11-29):
#   554 5.7.1 <bob@onward.test>: Relay access denied
#     spam_content, spam: false, blocked: true
#   550 5.7.1 Relaying denied
#     spam_content, spam: false, blocked: true
#   550 5.7.1 Client does not have permissions to send as this sender
#     spam_content, spam: false, blocked: false
#   550 Relaying denied
#     null, spam: false, blocked: true
#
# Needs Debian 12 on amd64, root (the paths and users of Postfix are fixed: it gets a file tree of its own), npm and python3.
# Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root postfix=3.7.11-0+deb12u1 \
  nodejs=18.20.4+dfsg-1~deb12u3 libnode108=18.20.4+dfsg-1~deb12u3 node-re2=1.18.0+~cs2.13.8-1 libre2-9 \
  node-acorn node-cjs-module-lexer node-undici libc-ares2 libuv1 libicu72 libnghttp2-14
for package in *.deb; do dpkg -x "$package" root; done
mkdir -p reader/node_modules etc/postfix
tar -xzf "$(npm pack --silent email-bounce-parser@1.0.22)" -C reader/node_modules
mv reader/node_modules/package reader/node_modules/email-bounce-parser

cp /etc/passwd /etc/group etc
grep -q ^postfix: etc/passwd || echo "postfix:x:64105:64105::/:/usr/sbin/nologin" >>etc/passwd
grep -q ^postfix: etc/group || echo "postfix:x:64105:" >>etc/group
grep -q ^postdrop: etc/group || echo "postdrop:x:64106:" >>etc/group
cat >etc/postfix/main.cf <<'CONFIG'
compatibility_level = 3.6
myhostname = mail.example.test
mydestination =
local_recipient_maps =
alias_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
relayhost = [127.0.0.1]:20226
smtpd_relay_restrictions = permit_mynetworks, reject
disable_dns_lookups = yes
smtputf8_enable = no
maillog_file = /var/log/postfix
CONFIG
cat >etc/postfix/master.cf <<'CONFIG'
127.0.0.1:20225 inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
CONFIG

# The next server: refuses everybody but alice with the words it was given last, keeps the notice that comes for her.
cat >next-server.py <<'PYTHON'
import os, socketserver

class Session(socketserver.StreamRequestHandler):
    def handle(self):
        say = lambda reply: self.wfile.write(reply.encode() + b"\r\n")
        say("220 mx.onward.test ESMTP")
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"RCPT" and b"alice@" not in line:
                say(open("refusal").read())
            elif verb == b"DATA":
                say("354 go ahead")
                text = b"".join(iter(self.rfile.readline, b".\r\n"))
                with open("notice.part", "wb") as notice:
                    notice.write(text.replace(b"\r\n", b"\n"))
                os.rename("notice.part", "notice")
                say("250 2.0.0 taken")
            elif verb == b"QUIT":
                return say("221 2.0.0 bye")
            else:
                say("250 mx.onward.test")

socketserver.ThreadingTCPServer.allow_reuse_address = True
socketserver.ThreadingTCPServer(("127.0.0.1", 20226), Session).serve_forever()
PYTHON
# Sends one message to Postfix, waits for the notice and leaves its text alone, as the reader wants it.
cat >refused.py <<'PYTHON'
import email, os, smtplib, sys, time

with open("refusal", "w") as refusal:
    refusal.write(sys.argv[1])
with smtplib.SMTP("127.0.0.1", 20225, "client.example.test") as client:
    client.sendmail("alice@example.test", ["bob@onward.test"],
        "From: <alice@example.test>\r\nTo: <bob@onward.test>\r\nSubject: hello\r\n\r\nHello\r\n")
for _ in range(100):
    if os.path.exists("notice"):
        break
    time.sleep(0.2)
with open("notice", "rb") as notice, open("reader/text", "wb") as text:
    text.write(next(part for part in email.message_from_binary_file(notice).walk()
        if part.get_content_type() == "text/plain").get_payload(decode=True))
os.remove("notice")
PYTHON
cat >reader/read.js <<'JAVASCRIPT'
const Reader = require("email-bounce-parser");
const { data } = new Reader().read(require("fs").readFileSync("reader/text", "utf8")).data.error;
console.log(`  ${data.type}, spam: ${data.spam}, blocked: ${data.blocked}`);
JAVASCRIPT

cat >inside.sh <<'INSIDE'
set -euo pipefail
ip link set lo up
mount -t overlay none -o lowerdir="$PWD/root/usr:/usr" /usr
mount -t overlay none -o lowerdir="$PWD/etc:$PWD/root/etc:/etc" /etc
mount -t tmpfs none /var
mkdir -p /var/spool/postfix /var/lib/postfix /var/log
chown postfix /var/lib/postfix
python3 next-server.py &
postfix start >start 2>&1 || { cat start /var/log/postfix >&2; exit 1; }
until (: >/dev/tcp/127.0.0.1/20225) 2>/dev/null; do sleep 0.2; done
for refusal in "554 5.7.1 <bob@onward.test>: Relay access denied" "550 5.7.1 Relaying denied" \
  "550 5.7.1 Client does not have permissions to send as this sender" "550 Relaying denied"; do
  echo "$refusal"
  python3 refused.py "$refusal"
  NODE_PATH=/usr/lib/x86_64-linux-gnu/nodejs /usr/bin/node reader/read.js
done
INSIDE
unshare --net --mount --pid --fork --kill-child bash inside.sh | tee told
cmp -s told - <<'TOLD' || { echo "CHANGED"; exit 1; }
554 5.7.1 <bob@onward.test>: Relay access denied
  spam_content, spam: false, blocked: true
550 5.7.1 Relaying denied
  spam_content, spam: false, blocked: true
550 5.7.1 Client does not have permissions to send as this sender
  spam_content, spam: false, blocked: false
550 Relaying denied
  null, spam: false, blocked: true
TOLD
echo "as described"
