#!/usr/bin/env bash
# Exim 4.96 (Debian 12: exim4-daemon-light 4.96-15+deb12u11) on a port of tls_on_connect_ports (465).
#
# Behaviour: once smtp_accept_max connections are open, the next client of the TLS port is told "421 Too many concurrent
# SMTP connections" in clear, before any handshake; the same octets as on a port without TLS. A TLS client never sees
# that reply: it takes "421 " for a broken TLS record and reports a TLS fault. So a busy server on 465 looks like a port
# without TLS ("wrong version number"), for which people switch encryption off, while waiting a minute would have done.
#
# Seen (2026-11-29):
#   first client on the TLS port: 220 mail.example.test ESMTP
#   second client, listening without TLS: 421 Too many concurrent SMTP connections; please try again later.
#   second client, with TLS: WRONG_VERSION_NUMBER
#
# Needs Debian 12 on amd64, root (Exim reads a configuration of its own only for root), python3 and openssl.
# Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'kill "$(cat "$work/pid" 2>/dev/null)" 2>/dev/null || true; rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root exim4-daemon-light=4.96-15+deb12u11 \
  libgnutls-dane0 libunbound8 libevent-2.1-7 libidn12 libnsl2 libtirpc3
for package in *.deb; do dpkg -x "$package" root; done
export LD_LIBRARY_PATH="$work/root/usr/lib/x86_64-linux-gnu:$work/root/lib/x86_64-linux-gnu"

# The user whom Debian's Exim was built for; it need not exist on this machine, so a list of users of our own holds it.
cp /etc/passwd users
grep -q ^Debian-exim: users || echo "Debian-exim:x:64101:64101::/nonexistent:/usr/sbin/nologin" >>users
cp /etc/group groups
grep -q ^Debian-exim: groups || echo "Debian-exim:x:64101:" >>groups
owner=$(awk -F: '$1 == "Debian-exim" { print $3 ":" $4 }' users)
mkdir spool
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=mail.example.test -days 2 -keyout key.pem -out certificate.pem 2>/dev/null
cat >exim.conf <<CONFIG
primary_hostname = mail.example.test
spool_directory = $work/spool
log_file_path = $work/spool/%s.log
local_interfaces = 127.0.0.1
daemon_smtp_ports = 20465
tls_on_connect_ports = 20465
tls_certificate = $work/certificate.pem
tls_privatekey = $work/key.pem
keep_environment =
smtp_accept_max = 1
smtp_banner = \$primary_hostname ESMTP
CONFIG
chown "$owner" spool key.pem

unshare --mount bash -c 'mount --bind users /etc/passwd; mount --bind groups /etc/group
  exec root/usr/sbin/exim4 -C "$PWD/exim.conf" -bdf' &
echo $! >pid

cat >clients.py <<'PYTHON'
import socket, ssl, sys, time

address = ("127.0.0.1", 20465)
context = ssl.create_default_context(cafile="certificate.pem")
context.check_hostname = False
for _ in range(100):
    try:
        first = context.wrap_socket(socket.create_connection(address))
        break
    except ConnectionRefusedError:
        time.sleep(0.2)
greeting = first.recv(1000).decode().strip()
second = socket.create_connection(address)
clear = second.recv(1000).decode().strip()
second.close()
try:
    context.wrap_socket(socket.create_connection(address))
    fault = "none"
except ssl.SSLError as error:
    fault = error.reason
print("first client on the TLS port:", greeting)
print("second client, listening without TLS:", clear)
print("second client, with TLS:", fault)
sys.exit(0 if clear.startswith("421 Too many concurrent") and fault == "WRONG_VERSION_NUMBER" else 1)
PYTHON
if python3 clients.py; then echo "as described"; else echo "CHANGED"; exit 1; fi
