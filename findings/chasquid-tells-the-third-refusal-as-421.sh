#!/usr/bin/env bash
# chasquid 1.11 (Debian 12: chasquid 1.11-2+b2).
#
# Behaviour: the third command that chasquid refuses on a connection is not answered with its refusal but with "421 4.5.0
# Too many errors, bye", and the connection is closed. RSET, a new transaction and what was taken in between do not start
# the count anew. So the third wrong password looks like a server that is busy, and a message to one good and three unknown
# addresses fails as a whole with a reply that invites to send it again, to the same end; the third bad address is never
# named.
#
# Seen (2026-11-29):
#   AUTH, the password wrong each time
#     535 5.7.8 Incorrect user or password
#     535 5.7.8 Incorrect user or password
#     421 4.5.0 Too many errors, bye
#   RCPT to alice, who is there, then to three who are not
#     250
#     550 5.1.1 Destination address is unknown (user does not exist)
#     550 5.1.1 Destination address is unknown (user does not exist)
#     421 4.5.0 Too many errors, bye
#     DATA: closed
#   RCPT to one who is not there, in three transactions with RSET between them
#     550 5.1.1 Destination address is unknown (user does not exist)
#     550 5.1.1 Destination address is unknown (user does not exist)
#     421 4.5.0 Too many errors, bye
#     DATA: closed
#
# Needs Debian 12 on amd64, python3 and openssl; no root. Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'kill "$(cat "$work/pid" 2>/dev/null)" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root chasquid=1.11-2+b2
for package in *.deb; do dpkg -x "$package" root; done

mkdir -p etc/certs/mail.example.test etc/domains/example.test data
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=mail.example.test -days 2 \
  -keyout etc/certs/mail.example.test/privkey.pem -out etc/certs/mail.example.test/fullchain.pem 2>/dev/null
cat >etc/chasquid.conf <<CONFIG
hostname: "mail.example.test"
smtp_address: "127.0.0.1:20125"
submission_over_tls_address: "127.0.0.1:20465"
data_dir: "$work/data"
mail_log_path: "<stderr>"
mail_delivery_agent_bin: "/bin/true"
CONFIG
root/usr/bin/chasquid-util "-C=$work/etc" user-add alice@example.test --password=made-up >/dev/null
root/usr/bin/chasquid "-config_dir=$work/etc" 2>log &
echo $! >pid
until [ "$(grep -c "Server listening" log)" = 2 ]; do sleep 0.2; done

cat >clients.py <<'PYTHON'
import base64, socket, ssl

context = ssl.create_default_context(cafile="etc/certs/mail.example.test/fullchain.pem")
context.check_hostname = False
wrong = "AUTH PLAIN " + base64.b64encode(b"\0alice@example.test\0wrong").decode()


def session(line, commands, shown):
    stream = line.makefile("rwb")

    def reply():
        while (said := stream.readline().decode().rstrip())[3:4] == "-":
            pass
        return said

    reply()
    for command in ["EHLO client.example.test", *commands]:
        try:
            stream.write(command.encode() + b"\r\n")
            stream.flush()
            said = reply()
        except (BrokenPipeError, ConnectionResetError):
            said = ""
        if command == "DATA":
            print("  DATA:", said or "closed")
        elif command.startswith(shown):
            print(" ", said[:3] if said.startswith("2") else said)


def clear():
    return socket.create_connection(("127.0.0.1", 20125))


print("AUTH, the password wrong each time")
session(context.wrap_socket(socket.create_connection(("127.0.0.1", 20465))), [wrong] * 3, "AUTH")
print("RCPT to alice, who is there, then to three who are not")
recipients = [f"RCPT TO:<{name}@example.test>" for name in ("alice", "bob", "carl", "dora")]
session(clear(), ["MAIL FROM:<>", *recipients, "DATA"], "RCPT")
print("RCPT to one who is not there, in three transactions with RSET between them")
transaction = ["MAIL FROM:<>", "RCPT TO:<bob@example.test>"]
session(clear(), [*transaction, "RSET", *transaction, "RSET", *transaction, "DATA"], "RCPT")
PYTHON
python3 clients.py | tee told
cmp -s told - <<'TOLD' || { echo "CHANGED"; exit 1; }
AUTH, the password wrong each time
  535 5.7.8 Incorrect user or password
  535 5.7.8 Incorrect user or password
  421 4.5.0 Too many errors, bye
RCPT to alice, who is there, then to three who are not
  250
  550 5.1.1 Destination address is unknown (user does not exist)
  550 5.1.1 Destination address is unknown (user does not exist)
  421 4.5.0 Too many errors, bye
  DATA: closed
RCPT to one who is not there, in three transactions with RSET between them
  550 5.1.1 Destination address is unknown (user does not exist)
  550 5.1.1 Destination address is unknown (user does not exist)
  421 4.5.0 Too many errors, bye
  DATA: closed
TOLD
echo "as described"
