#!/usr/bin/env bash
# OpenSMTPD 6.8.0p2 (Debian 12: opensmtpd 6.8.0p2-4+b4), sending through chasquid 1.11 (chasquid 1.11-2+b2).
#
# Behaviour: when the server that OpenSMTPD hands its mail to refuses the password (535), the message is put off, and its
# sender's notice has the cause "Network error on destination MXs", with "Action: delayed" and "Status: 4.0.0": word for
# word what it says when nothing listens there. Status is not the refusal's 5.7.8, nor another of RFC 3463's for a log-in.
# A refused recipient on the same way is told at once, in that server's words. That the password was refused stands in
# OpenSMTPD's log alone, on a line that names no message.
#
# Seen (2026-12-01):
#   password right, no such recipient
#     Subject: Delivery status notification: failed
#     ann@onward.test: 550 5.1.1 Destination address is unknown (user does not exist)
#     Action: failed
#     Status: 5.0.0
#   password wrong
#     Subject: Delivery status notification: delayed
#     bob@onward.test: Network error on destination MXs
#     Action: delayed
#     Status: 4.0.0
#   no server there
#     Subject: Delivery status notification: delayed
#     carl@onward.test: Network error on destination MXs
#     Action: delayed
#     Status: 4.0.0
#   in OpenSMTPD's log
#     AUTH rejected: 535 5.7.8 Incorrect user or password
#
# Needs Debian 12 on amd64, root (OpenSMTPD's paths and users are fixed: it gets a file tree of its own), python3 and
# openssl. Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root opensmtpd=6.8.0p2-4+b4 libevent-2.1-7 chasquid=1.11-2+b2
for package in *.deb; do dpkg -x "$package" root; done

# The server that asks for a log-in, under two addresses, as what OpenSMTPD learnt of one should not help it with the next.
mkdir -p chasquid/certs/mail.onward.test chasquid/domains/onward.test data
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=mail.onward.test -days 2 \
  -keyout chasquid/certs/mail.onward.test/privkey.pem -out chasquid/certs/mail.onward.test/fullchain.pem 2>/dev/null
cat >chasquid/chasquid.conf <<CONFIG
hostname: "mail.onward.test"
submission_over_tls_address: "127.0.0.2:20465"
submission_over_tls_address: "127.0.0.3:20465"
data_dir: "$work/data"
mail_log_path: "<stderr>"
mail_delivery_agent_bin: "/bin/true"
CONFIG
root/usr/bin/chasquid-util "-C=$work/chasquid" user-add alice@onward.test --password=made-up >/dev/null

# The server of alice, who wrote: keeps the notices that come for her, by the recipient they are about.
cat >home-server.py <<'PYTHON'
import re, socketserver

class Session(socketserver.StreamRequestHandler):
    def handle(self):
        say = lambda reply: self.wfile.write(reply.encode() + b"\r\n")
        say("220 mx.example.test ESMTP")
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"DATA":
                say("354 go ahead")
                text = b"".join(iter(self.rfile.readline, b".\r\n"))
                name = re.search(rb"Final-Recipient: rfc822; (\w+)@", text)[1].decode()
                with open(name, "wb") as notice:
                    notice.write(text.replace(b"\r\n", b"\n"))
                say("250 taken")
            elif verb == b"QUIT":
                return say("221 bye")
            else:
                say("250 mx.example.test")

socketserver.ThreadingTCPServer.allow_reuse_address = True
socketserver.ThreadingTCPServer(("127.0.0.1", 20226), Session).serve_forever()
PYTHON

mkdir -p etc var/spool/smtpd var/lib/opensmtpd/empty
chmod 711 var/spool/smtpd
ln -s /run var/run
printf '%s\n' root:x:0:0::/:/bin/sh opensmtpd:x:64103:64103::/:/bin/false opensmtpq:x:64104:64104::/:/bin/false >etc/passwd
printf '%s\n' root:x:0: opensmtpd:x:64103: opensmtpq:x:64104: >etc/group
echo "127.0.0.1 localhost mail.example.test" >etc/hosts
echo "nameserver 127.0.0.1" >etc/resolv.conf
echo mail.example.test >etc/mailname
echo "right alice@onward.test:made-up" >etc/passwords
echo "wrong alice@onward.test:made-down" >>etc/passwords
cat >etc/smtpd.conf <<'CONFIG'
bounce warn-interval 1s
table passwords file:/etc/passwords
listen on 127.0.0.1 port 20225 hostname mail.example.test
action "home" relay host smtp://127.0.0.1:20226
action "right" relay host smtps://right@127.0.0.2:20465 tls no-verify auth <passwords>
action "wrong" relay host smtps://wrong@127.0.0.3:20465 tls no-verify auth <passwords>
action "nobody" relay host smtps://right@127.0.0.4:20465 tls no-verify auth <passwords>
match from any for domain "example.test" action "home"
match from any for rcpt-to "ann@onward.test" action "right"
match from any for rcpt-to "bob@onward.test" action "wrong"
match from any for rcpt-to "carl@onward.test" action "nobody"
CONFIG

cat >inside.sh <<'INSIDE'
set -euo pipefail
ip link set lo up
python3 home-server.py &
root/usr/bin/chasquid "-config_dir=$PWD/chasquid" 2>chasquid.log &
LD_LIBRARY_PATH="$PWD/root/usr/lib/x86_64-linux-gnu" unshare --mount bash -c '
  mount -t tmpfs none /run
  mount --bind root/usr/libexec /usr/libexec
  smtpd=$PWD/root/usr/sbin/smtpd
  mount --bind var /var
  mount --bind etc /etc
  exec "$smtpd" -d' 2>log &
for address in 127.0.0.1/20225 127.0.0.1/20226 127.0.0.2/20465; do
  until (: >"/dev/tcp/$address") 2>/dev/null; do sleep 0.2; done
done
python3 - <<'PYTHON'
import smtplib

for name in "ann", "bob", "carl":
    with smtplib.SMTP("127.0.0.1", 20225, "client.example.test") as client:
        client.sendmail("alice@example.test", [f"{name}@onward.test"],
            f"From: <alice@example.test>\r\nTo: <{name}@onward.test>\r\nSubject: hello\r\n\r\nHello\r\n")
PYTHON
for _ in $(seq 300); do if [ -e ann ] && [ -e bob ] && [ -e carl ]; then break; fi; sleep 0.2; done
INSIDE
unshare --net --mount --pid --fork --kill-child bash inside.sh

# told CASE NAME: what the notice about NAME@onward.test says.
told() {
  echo "$1"
  [ -e "$2" ] || return 0
  grep -E "^(Subject: Delivery|$2@onward.test:|Action:|Status:)" "$2" | sed 's/^/  /'
}
{
  told "password right, no such recipient" ann
  told "password wrong" bob
  told "no server there" carl
  echo "in OpenSMTPD's log"
  sed -n 's/.*error reason=\(AUTH .*\)/  \1/p' log | sort -u
} | tee seen
cmp -s seen - <<'SEEN' || { echo "CHANGED"; exit 1; }
password right, no such recipient
  Subject: Delivery status notification: failed
  ann@onward.test: 550 5.1.1 Destination address is unknown (user does not exist)
  Action: failed
  Status: 5.0.0
password wrong
  Subject: Delivery status notification: delayed
  bob@onward.test: Network error on destination MXs
  Action: delayed
  Status: 4.0.0
no server there
  Subject: Delivery status notification: delayed
  carl@onward.test: Network error on destination MXs
  Action: delayed
  Status: 4.0.0
in OpenSMTPD's log
  AUTH rejected: 535 5.7.8 Incorrect user or password
SEEN
echo "as described"
