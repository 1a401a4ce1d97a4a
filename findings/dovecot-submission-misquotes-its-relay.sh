#!/usr/bin/env bash
# Dovecot 2.3.19.1 (Debian 12: dovecot-core and dovecot-submissiond 1:2.3.19.1+dfsg1-2.1+deb12u7), its submission service,
# which checks the password itself and hands the client's commands to another server (submission_relay_host).
#
# Behaviour: a client whose log-in was right is not told what that server answers. A 421 loses its first word ("Too many
# messages" becomes "many messages") and is called a lost connection. What that server refuses for good is told as a passing
# fault: 530 (it wants a log-in of its own) as "421 4.3.5 Internal error occurred", a greeting of 554 as "421 4.4.0 Failed
# to establish relay connection", so that trying again later looks right. A refused recipient's address is put before the
# words, and the code 5.0.0 where there was no enhanced code.
#
# Seen (2026-11-29):
#   MAIL, answered 553 5.7.1 Not your address
#     553 5.7.1 Not your address
#   RCPT, answered 550 relay not permitted
#     550 5.0.0 <bob@onward.test> relay not permitted
#   MAIL, answered 421 4.7.0 Too many messages today
#     421-4.7.0 mail.example.test Lost connection to relay server:
#     421 4.7.0 many messages today (connection lost)
#   RCPT, answered 421 Too many messages today
#     421-4.0.0 mail.example.test Lost connection to relay server:
#     421 4.0.0 many messages today (connection lost)
#   MAIL, answered 530 5.7.0 Authentication required
#     421 4.3.5 mail.example.test Internal error occurred. Refer to server log for more information.
#   greeting, answered 554 5.7.1 No service for you
#     421 4.4.0 mail.example.test Failed to establish relay connection
#
# Needs Debian 12 on amd64, root (Dovecot's services change their user) and python3. Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'kill "$(cat "$work/pid" 2>/dev/null)" 2>/dev/null || true; wait; rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root "dovecot-core=1:2.3.19.1+dfsg1-2.1+deb12u7" \
  "dovecot-submissiond=1:2.3.19.1+dfsg1-2.1+deb12u7" libunwind8
for package in *.deb; do dpkg -x "$package" root; done

mkdir home
chown 65534:65534 home
cat >dovecot.conf <<CONFIG
base_dir = $work/run
state_dir = $work/state
log_path = $work/log
libexec_dir = $work/root/usr/lib/dovecot
login_plugin_dir = $work/root/usr/lib/dovecot/modules/login
mail_plugin_dir = $work/root/usr/lib/dovecot/modules
default_internal_user = nobody
default_internal_group = nogroup
default_login_user = nobody
mail_location = maildir:$work/home/Maildir
protocols = submission
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
hostname = mail.example.test
submission_relay_host = 127.0.0.1
submission_relay_port = 20226
passdb {
  driver = static
  args = password=made-up
}
userdb {
  driver = static
  args = uid=65534 gid=65534 home=$work/home
}
service submission-login {
  chroot =
  inet_listener submission {
    port = 20587
  }
}
service anvil {
  chroot =
}
CONFIG
LD_LIBRARY_PATH="$work/root/usr/lib/dovecot:$work/root/usr/lib/x86_64-linux-gnu" \
  root/usr/sbin/dovecot -F -c "$work/dovecot.conf" 2>errors &
echo $! >pid

cat >clients.py <<'PYTHON'
import base64, socket, socketserver, threading, time

refused, refusal = None, None


class Relay(socketserver.StreamRequestHandler):
    def handle(self):
        def answer(verb, reply):
            said = refusal if verb == refused else reply
            self.wfile.write(said.encode() + b"\r\n")
            return not said.startswith("421") and verb != "QUIT"

        if not answer("greeting", "220 mx.onward.test ESMTP"):
            return
        for line in self.rfile:
            verb = line[:4].strip().upper().decode()
            if not answer(verb, "250-mx.onward.test\r\n250 ENHANCEDSTATUSCODES" if verb == "EHLO" else "250 2.0.0 ok"):
                return


socketserver.ThreadingTCPServer.allow_reuse_address = True
socketserver.ThreadingTCPServer.daemon_threads = True
relay = socketserver.ThreadingTCPServer(("127.0.0.1", 20226), Relay)
threading.Thread(target=relay.serve_forever, daemon=True).start()


def connected():
    for _ in range(100):
        try:
            return socket.create_connection(("127.0.0.1", 20587))
        except ConnectionRefusedError:
            time.sleep(0.2)


def told():
    with connected() as line, line.makefile("rwb") as stream:
        def reply():
            lines = [stream.readline().decode().rstrip()]
            while lines[-1][3:4] == "-":
                lines.append(stream.readline().decode().rstrip())
            return lines

        def answer(command):
            stream.write(command.encode() + b"\r\n")
            stream.flush()
            return reply()

        reply()
        answer("EHLO client.example.test")
        login = answer("AUTH PLAIN " + base64.b64encode(b"\0alice\0made-up").decode())
        assert login[0].startswith("235"), login
        said = answer("MAIL FROM:<alice@example.test>")
        return answer("RCPT TO:<bob@onward.test>") if said[0].startswith("250") else said


for refused, refusal in (
    ("MAIL", "553 5.7.1 Not your address"),
    ("RCPT", "550 relay not permitted"),
    ("MAIL", "421 4.7.0 Too many messages today"),
    ("RCPT", "421 Too many messages today"),
    ("MAIL", "530 5.7.0 Authentication required"),
    ("greeting", "554 5.7.1 No service for you"),
):
    print(f"{refused}, answered {refusal}")
    for line in told():
        print(" ", line)
PYTHON
python3 clients.py | tee told
cmp -s told - <<'TOLD' || { echo "CHANGED"; exit 1; }
MAIL, answered 553 5.7.1 Not your address
  553 5.7.1 Not your address
RCPT, answered 550 relay not permitted
  550 5.0.0 <bob@onward.test> relay not permitted
MAIL, answered 421 4.7.0 Too many messages today
  421-4.7.0 mail.example.test Lost connection to relay server:
  421 4.7.0 many messages today (connection lost)
RCPT, answered 421 Too many messages today
  421-4.0.0 mail.example.test Lost connection to relay server:
  421 4.0.0 many messages today (connection lost)
MAIL, answered 530 5.7.0 Authentication required
  421 4.3.5 mail.example.test Internal error occurred. Refer to server log for more information.
greeting, answered 554 5.7.1 No service for you
  421 4.4.0 mail.example.test Failed to establish relay connection
TOLD
echo "as described"
