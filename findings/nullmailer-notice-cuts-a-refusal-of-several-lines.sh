#!/usr/bin/env bash
# nullmailer 2.2 (Debian 12: nullmailer 1:2.2-4) and Exim 4.96 (exim4-daemon-light 4.96-15+deb12u11), read by Sisimai 4.25.15
# (libsisimai-perl 4.25.15-1) and by Python's email package.
#
# Behaviour: nullmailer's notice puts a refusal of several lines into Diagnostic-Code as it came, each further line at the
# start of a line, without the blank that makes it part of the field (RFC 5322 2.2.3, RFC 3464 2.1). So the field ends after
# the first line, and what follows is no field at all. Exim tells the reason of a refused sender address in three lines, the
# verdict last: "550 Sender verify failed". A reader of the notice is left with the first, and Sisimai, which reads "rejected"
# (the sender's address) from the same notice with the lines folded, knows no reason ("onhold").
#
# Seen (2026-11-29):
#   Diagnostic-Code: SMTP; 550-Verification failed for <alice@example.test>
#   550-Unrouteable address
#   550 Sender verify failed
#   Python's email package: SMTP; 550-Verification failed for <alice@example.test>
#   Sisimai: onhold
#   Sisimai, the lines folded: rejected
#
# Needs Debian 12 on amd64, root (the paths of nullmailer and the users of both are fixed: they get file trees of their own)
# and python3. Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root nullmailer=1:2.2-4 exim4-daemon-light=4.96-15+deb12u11 \
  libgnutls-dane0 libunbound8 libevent-2.1-7 libidn12 libnsl2 libtirpc3 \
  libsisimai-perl=4.25.15-1 libclass-accessor-lite-perl libjson-perl
for package in *.deb; do dpkg -x "$package" root; done

# The user whom Debian's Exim was built for; it need not exist on this machine, so a list of users of our own holds it.
mkdir -p etc/nullmailer spool
cp /etc/passwd /etc/group etc
grep -q ^Debian-exim: etc/passwd || echo "Debian-exim:x:64101:64101::/nonexistent:/usr/sbin/nologin" >>etc/passwd
grep -q ^Debian-exim: etc/group || echo "Debian-exim:x:64101:" >>etc/group
# Knows onward.test alone; what comes for others, as the notice does, is put off, so that it stays in nullmailer's queue.
cat >exim.conf <<CONFIG
primary_hostname = mx.onward.test
spool_directory = $work/spool
log_file_path = $work/spool/%s.log
local_interfaces = 127.0.0.1
daemon_smtp_ports = 20025
keep_environment =
acl_smtp_rcpt = recipient
domainlist known = onward.test
begin acl
recipient:
  defer domains = !+known
  require verify = sender
  accept
begin routers
known:
  driver = accept
  domains = +known
  transport = nowhere
begin transports
nowhere:
  driver = appendfile
  file = /dev/null
  user = nobody
CONFIG
chown "$(awk -F: '$1 == "Debian-exim" { print $3 ":" $4 }' etc/passwd)" spool
echo "127.0.0.1 smtp --port=20025" >etc/nullmailer/remotes
echo client.example.test >etc/mailname
mkfifo root/var/spool/nullmailer/trigger
chown mail root/var/spool/nullmailer/trigger

cat >inside.sh <<'INSIDE'
set -euo pipefail
ip link set lo up
mount -t overlay none -o lowerdir="$PWD/root/usr:/usr" /usr
mount -t overlay none -o lowerdir="$PWD/etc:/etc" /etc
mount --bind root/var/spool /var/spool
exim4 -C "$PWD/exim.conf" -bdf 2>exim.log &
until (: >/dev/tcp/127.0.0.1/20025) 2>/dev/null; do sleep 0.2; done
printf '%s\n' alice@example.test bob@onward.test "" "From: <alice@example.test>" "To: <bob@onward.test>" \
  "Subject: hello" "" "Hello" | nullmailer-queue 2>queue.log
nullmailer-send >send.log 2>&1 &
for _ in $(seq 100); do
  for message in /var/spool/nullmailer/queue/*; do
    # The notice begins after its envelope: an empty sender, alice and an empty line.
    if grep -q ^Diagnostic-Code: "$message" 2>/dev/null; then tail -n +4 "$message" >notice && exit; fi
  done
  sleep 0.2
done
INSIDE
LD_LIBRARY_PATH="$work/root/usr/lib/x86_64-linux-gnu:$work/root/lib/x86_64-linux-gnu" \
  unshare --net --mount --pid --fork --kill-child bash inside.sh

cat >read.py <<'PYTHON'
import email

notice = email.message_from_binary_file(open("notice", "rb"))
for part in notice.walk():
    if part.get_content_type() == "message/delivery-status":
        print("Python's email package:", part.get_payload(1)["Diagnostic-Code"])
PYTHON
cat >read.pl <<'PERL'
use strict;
use warnings;
use Sisimai;

print join(" ", map { $_->reason } @{ Sisimai->make($ARGV[0]) // [] }), "\n";
PERL
{
  sed -n '/^Diagnostic-Code:/,/^$/p' notice | sed '$d'
  python3 read.py
  echo "Sisimai: $(perl -Iroot/usr/share/perl5 read.pl notice)"
  sed 's/^550/ 550/' notice >folded
  echo "Sisimai, the lines folded: $(perl -Iroot/usr/share/perl5 read.pl folded)"
} | tee told
cmp -s told - <<'TOLD' || { echo "CHANGED"; exit 1; }
Diagnostic-Code: SMTP; 550-Verification failed for <alice@example.test>
550-Unrouteable address
550 Sender verify failed
Python's email package: SMTP; 550-Verification failed for <alice@example.test>
Sisimai: onhold
Sisimai, the lines folded: rejected
TOLD
echo "as described"
