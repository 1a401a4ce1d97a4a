#!/usr/bin/env bash
# msmtp 1.8.23 (Debian 12: msmtp 1.8.23-1) and chasquid 1.11 (chasquid 1.11-2+b2).
#
# Behaviour: "msmtp --configure ADDRESS" looks up the domain's SRV records for submission (RFC 6186, RFC 8314) and prints
# settings that its manual lets one copy unchanged. Their user name, and the command that puts the password into the key
# ring, have the address without its domain. The records do not tell a user name, and RFC 6186 (4) wants the full address
# tried first and the short form only after that was refused. At chasquid, where users are full addresses, the printed
# settings are answered as a wrong password is; with the full address and nothing else changed the message is taken.
#
# Seen (2026-11-29):
#   printed for alice@example.test:
#     host mail.example.test
#     port 465
#     user alice
#     from alice@example.test
#   sent with these settings: server message: 535 5.7.8 Incorrect user or password
#   sent with "user alice@example.test": taken
#
# Needs Debian 12 on amd64, root (for a network of its own, with a DNS server on port 53), python3 and openssl.
# Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root msmtp=1.8.23-1 chasquid=1.11-2+b2 \
  libgsasl18 libgssglue1 libntlm0 libsecret-1-0
for package in *.deb; do dpkg -x "$package" root; done

mkdir -p etc/certs/mail.example.test etc/domains/example.test data home
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=mail.example.test -addext subjectAltName=DNS:mail.example.test -days 2 \
  -keyout etc/certs/mail.example.test/privkey.pem -out etc/certs/mail.example.test/fullchain.pem 2>/dev/null
cat >etc/chasquid.conf <<CONFIG
hostname: "mail.example.test"
submission_over_tls_address: "127.0.0.1:465"
data_dir: "$work/data"
mail_log_path: "<stderr>"
mail_delivery_agent_bin: "/bin/true"
CONFIG
root/usr/bin/chasquid-util "-C=$work/etc" user-add alice@example.test --password=made-up >/dev/null
echo "127.0.0.1 localhost mail.example.test" >hosts
echo "nameserver 127.0.0.1" >resolv.conf

# Knows one SRV record: submission inside TLS at mail.example.test, port 465.
cat >dns.py <<'PYTHON'
import socketserver, struct

NAME = b"\x0c_submissions\4_tcp\7example\4test\0"
RECORD = struct.pack(">HHH", 0, 1, 465) + b"\4mail\7example\4test\0"


class Question(socketserver.BaseRequestHandler):
    def handle(self):
        packet, line = self.request
        end = packet.index(0, 12) + 5
        known = packet[12:end - 4].lower() == NAME and packet[end - 4:end - 2] == b"\0\x21"
        answer = b"\xc0\x0c" + struct.pack(">HHIH", 33, 1, 60, len(RECORD)) + RECORD if known else b""
        flags = 0x8580 if known else 0x8583
        head = packet[:2] + struct.pack(">HHHHH", flags, 1, int(known), 0, 0)
        line.sendto(head + packet[12:end] + answer, self.client_address)


with socketserver.UDPServer(("127.0.0.1", 53), Question) as server:
    open("answering", "w").close()
    server.serve_forever()
PYTHON

cat >inside.sh <<'INSIDE'
set -euo pipefail
ip link set lo up
mount --bind hosts /etc/hosts
mount --bind resolv.conf /etc/resolv.conf
python3 dns.py &
root/usr/bin/chasquid "-config_dir=$PWD/etc" 2>log &
until [ -e answering ] && grep -q "Server listening" log; do sleep 0.2; done
export HOME=$PWD/home LD_LIBRARY_PATH=$PWD/root/usr/lib/x86_64-linux-gnu
root/usr/bin/msmtp --configure alice@example.test >settings

echo "printed for alice@example.test:"
grep -E '^(host|port|user|from) ' settings | sed 's/^/  /'
# sent SETTINGS
sent() {
  chmod 600 "$1"
  if printf '%s\n' "From: <alice@example.test>" "To: <alice@example.test>" "Subject: hello" "" "Hello" |
    root/usr/bin/msmtp -C "$1" -a alice@example.test --tls-trust-file=etc/certs/mail.example.test/fullchain.pem \
      --passwordeval="echo made-up" alice@example.test 2>errors; then
    echo taken
  else
    grep -o 'server message: .*' errors || cat errors
  fi
}
echo "sent with these settings: $(sent settings)"
sed 's/^user alice$/user alice@example.test/' settings >full
echo "sent with \"$(grep '^user ' full)\": $(sent full)"
INSIDE
unshare --net --mount --pid --fork --kill-child bash inside.sh | tee told
cmp -s told - <<'TOLD' || { echo "CHANGED"; exit 1; }
printed for alice@example.test:
  host mail.example.test
  port 465
  user alice
  from alice@example.test
sent with these settings: server message: 535 5.7.8 Incorrect user or password
sent with "user alice@example.test": taken
TOLD
echo "as described"
