#!/usr/bin/env bash
# Exim 4.96 (Debian 12: exim4-daemon-light 4.96-15+deb12u11), the answer to QUIT.
#
# Behaviour: on a connection in clear the answer to QUIT ("221 closing connection") comes 200 ms late; every other command is
# answered at once, and so is QUIT inside TLS. Exim waits that long for the client to close first, and the answer lies in
# its buffer meanwhile. A client that does as RFC 5321 (4.1.1.10) asks, and waits for the answer before it closes, loses a
# fifth of a second at each connection; one that closes its own side of the connection behind QUIT is answered at once.
# A program that measures or tries out servers takes it for distance.
#
# Seen (2026-11-29):
#   in clear: NOOP 0 ms, QUIT 201 ms (221)
#   inside TLS: NOOP 0 ms, QUIT 0 ms (221)
#   in clear, the client's side closed behind its QUIT: QUIT 3 ms (221)
#
# Needs Debian 12 on amd64, root (Exim reads a configuration of its own only for root), python3 and openssl.
# Exit 0: as seen (the slow answer 190 ms or more in each of seven tries, the others below 100 and 150). Exit 1: changed.
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
daemon_smtp_ports = 20587 : 20465
tls_on_connect_ports = 20465
tls_advertise_hosts = *
tls_certificate = $work/certificate.pem
tls_privatekey = $work/key.pem
keep_environment =
smtp_banner = \$primary_hostname ESMTP
CONFIG
chown "$owner" spool key.pem

unshare --mount bash -c 'mount --bind users /etc/passwd; mount --bind groups /etc/group
  exec root/usr/sbin/exim4 -C "$PWD/exim.conf" -bdf' &
echo $! >pid

cat >clients.py <<'PYTHON'
import socket, ssl, statistics, sys, time

context = ssl.create_default_context(cafile="certificate.pem")
context.check_hostname = False


def connected(port):
    for _ in range(100):
        try:
            return socket.create_connection(("127.0.0.1", port))
        except ConnectionRefusedError:
            time.sleep(0.2)


def answer(line, command):
    begun = time.monotonic()
    line.sendall(command + b"\r\n")
    said = line.recv(4000).decode()
    return said[:3], (time.monotonic() - begun) * 1000


def times(name, client):
    noop, quit = [], []
    for _ in range(7):
        line = client()
        line.recv(1000)
        answer(line, b"EHLO client.example.test")
        code, took = answer(line, b"NOOP")
        noop.append(took)
        code, took = answer(line, b"QUIT")
        quit.append(took)
    print(f"{name}: NOOP {statistics.median(noop):.0f} ms, QUIT {statistics.median(quit):.0f} ms ({code})")
    return statistics.median(noop), min(quit), statistics.median(quit)


def shut(line):
    answer(line, b"EHLO client.example.test")
    begun = time.monotonic()
    line.sendall(b"QUIT\r\n")
    line.shutdown(socket.SHUT_WR)
    said = line.recv(1000).decode()
    return said[:3], (time.monotonic() - begun) * 1000


clear = times("in clear", lambda: connected(20587))
inside = times("inside TLS", lambda: context.wrap_socket(connected(20465)))
line = connected(20587)
line.recv(1000)
code, took = shut(line)
print(f"in clear, the client's side closed behind its QUIT: QUIT {took:.0f} ms ({code})")
sys.exit(0 if clear[1] >= 190 and clear[0] < 100 and inside[2] < 100 and took < 150 else 1)
PYTHON
if python3 clients.py; then echo "as described"; else echo "CHANGED"; exit 1; fi
