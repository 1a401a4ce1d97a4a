#!/usr/bin/env bash
# esmtp 1.2 on libESMTP 1.1.0 (Debian 12: esmtp 1.2-18+b1, libesmtp6 1.1.0-3.1~deb12u1) and Exim 4.96 (exim4-daemon-light
# 4.96-15+deb12u11) as the server that asks for a log-in.
#
# Behaviour: when the server refuses the password (535), esmtp goes on without a log-in, and says nothing of it. What it
# prints is the refusal that this brings about: "550 relay not permitted" for a typing error in the password. Where the
# server refuses MAIL already, it has no words at all, "0 (null)". So a wrong password looks like a server that is not the
# user's, or like nothing, and the cause stands in the server's log alone.
#
# Seen (2026-11-29):
#   password right: exit status 0
#   password wrong, the server refuses RCPT: exit status 70
#     0 (null)
#     bob@onward.test: 550 relay not permitted
#   password wrong, the server refuses MAIL: exit status 70
#     0 (null)
#     bob@onward.test: 0 (null)
#   in Exim's log:
#     AUTH: 535 Incorrect authentication data
#     RCPT: relay not permitted
#     AUTH: 535 Incorrect authentication data
#     MAIL: 530 Authentication required
#
# Needs Debian 12 on amd64, root (the path of libESMTP's modules is fixed, and Exim reads a configuration of its own only
# for root). Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root esmtp=1.2-18+b1 libesmtp6=1.1.0-3.1~deb12u1 \
  exim4-daemon-light=4.96-15+deb12u11 libgnutls-dane0 libunbound8 libevent-2.1-7 libidn12 libnsl2 libtirpc3
for package in *.deb; do dpkg -x "$package" root; done

# The user whom Debian's Exim was built for; it need not exist on this machine, so a list of users of our own holds it.
mkdir etc spool
cp /etc/passwd /etc/group etc
grep -q ^Debian-exim: etc/passwd || echo "Debian-exim:x:64101:64101::/nonexistent:/usr/sbin/nologin" >>etc/passwd
grep -q ^Debian-exim: etc/group || echo "Debian-exim:x:64101:" >>etc/group
# Port 20587 refuses who is not logged in at RCPT, port 20588 at MAIL; what is taken stays in the queue.
cat >exim.conf <<CONFIG
primary_hostname = mail.example.test
spool_directory = $work/spool
log_file_path = $work/spool/%s.log
queue_only = true
tls_advertise_hosts =
local_interfaces = 127.0.0.1
daemon_smtp_ports = 20587 : 20588
keep_environment =
acl_smtp_mail = sender
acl_smtp_rcpt = recipient
begin acl
sender:
  accept condition = \${if ={\$received_port}{20587}}
  accept authenticated = *
  deny message = 530 Authentication required
recipient:
  accept authenticated = *
  deny message = relay not permitted
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{\$auth2}{alice}}{eq{\$auth3}{made-up}}}}
  server_set_id = \$auth2
CONFIG
chown "$(awk -F: '$1 == "Debian-exim" { print $3 ":" $4 }' etc/passwd)" spool

cat >inside.sh <<'INSIDE'
set -euo pipefail
ip link set lo up
mount -t overlay none -o lowerdir="$PWD/root/usr:/usr" /usr
mount -t overlay none -o lowerdir="$PWD/etc:/etc" /etc
exim4 -C "$PWD/exim.conf" -bdf 2>exim.errors &
for port in 20587 20588; do until (: >"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.2; done; done
# sent NAME PASSWORD PORT
sent() {
  local status=0
  printf '%s\n' "hostname = 127.0.0.1:$3" "username = alice" "password = $2" >esmtprc
  chmod 600 esmtprc
  printf '%s\n' "From: <alice@example.test>" "To: <bob@onward.test>" "Subject: hello" "" "Hello" |
    esmtp -C esmtprc -f alice@example.test bob@onward.test >said 2>&1 || status=$?
  echo "$1: exit status $status"
  tr -d '\r' <said | sed -n 's/^./  &/p'
}
sent "password right" made-up 20587
sent "password wrong, the server refuses RCPT" made-down 20587
sent "password wrong, the server refuses MAIL" made-down 20588
INSIDE
{
  LD_LIBRARY_PATH="$work/root/usr/lib/x86_64-linux-gnu:$work/root/lib/x86_64-linux-gnu" \
    unshare --net --mount --pid --fork --kill-child bash inside.sh
  echo "in Exim's log:"
  sed -n -E 's/.* (535 .*) \(set_id=.*/  AUTH: \1/p; s/.* rejected (MAIL|RCPT) <.*>: /  \1: /p' spool/main.log
} | tee told
cmp -s told - <<'TOLD' || { echo "CHANGED"; exit 1; }
password right: exit status 0
password wrong, the server refuses RCPT: exit status 70
  0 (null)
  bob@onward.test: 550 relay not permitted
password wrong, the server refuses MAIL: exit status 70
  0 (null)
  bob@onward.test: 0 (null)
in Exim's log:
  AUTH: 535 Incorrect authentication data
  RCPT: relay not permitted
  AUTH: 535 Incorrect authentication data
  MAIL: 530 Authentication required
TOLD
echo "as described"
