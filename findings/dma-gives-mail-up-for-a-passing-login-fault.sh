#!/usr/bin/env bash
# dma 0.13 (Debian 12: dma 0.13-1+b1) and Exim 4.96 (exim4-daemon-light 4.96-15+deb12u11) as the server that asks for a
# log-in.
#
# Behaviour: when that server cannot judge a password just now (435), dma goes on without the log-in it was given, and so
# earns "550 relay not permitted", a refusal for good: the message is not tried again but gone from its queue, and the
# notice to its sender has the refusal alone. A 451 to RCPT leaves a message in the queue.
# A refused password (535) dma takes for lasting at once; of that its sender hears nothing, as the notice needs the same
# log-in, and stays behind in the queue.
#
# Seen (2026-12-01):
#   password right
#     taken by Exim: Hello
#     dma's queue: empty
#   password not to be judged at present
#     taken by Exim: 127.0.0.1 [127.0.0.1] did not like our RCPT TO:
#     taken by Exim: 550 relay not permitted
#     dma's queue: empty
#   RCPT put off
#     dma's queue: Hello
#   password wrong
#     dma's queue: SMTP login to 127.0.0.1 failed
#   in Exim's log
#     435 Unable to authenticate at present
#     rejected RCPT: relay not permitted
#     put off RCPT: later
#     535 Incorrect authentication data
#
# Needs Debian 12 on amd64 and root (the paths of dma and the users of both are fixed: they get file trees of their own).
# Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root dma=0.13-1+b1 exim4-daemon-light=4.96-15+deb12u11 \
  libgnutls-dane0 libunbound8 libevent-2.1-7 libidn12 libnsl2 libtirpc3
for package in *.deb; do dpkg -x "$package" root; done

# The user whom Debian's Exim was built for; it need not exist on this machine, so a list of users of our own holds it.
mkdir -p etc/dma spool var/spool/dma
cp /etc/passwd /etc/group etc
grep -q ^Debian-exim: etc/passwd || echo "Debian-exim:x:64101:64101::/nonexistent:/usr/sbin/nologin" >>etc/passwd
grep -q ^Debian-exim: etc/group || echo "Debian-exim:x:64101:" >>etc/group
# Takes mail for example.test from everybody, and for others from who is logged in; keeps all of it in the queue.
cat >exim.conf <<CONFIG
primary_hostname = mail.example.test
spool_directory = $work/spool
log_file_path = $work/spool/%s.log
queue_only = true
tls_advertise_hosts =
local_interfaces = 127.0.0.1
daemon_smtp_ports = 20587
keep_environment =
acl_smtp_rcpt = recipient
begin acl
recipient:
  accept domains = example.test
  defer condition = \${if exists{$work/later}}
    message = later
  accept authenticated = *
  deny message = relay not permitted
begin authenticators
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = \${if eq{\$auth2}{\${lookup{\$auth1}lsearch{$work/passwords}}}}
  server_set_id = \$auth1
CONFIG
chown "$(awk -F: '$1 == "Debian-exim" { print $3 ":" $4 }' etc/passwd)" spool

cat >etc/dma/dma.conf <<'CONFIG'
SMARTHOST 127.0.0.1
PORT 20587
AUTHPATH /etc/dma/auth.conf
INSECURE
MAILNAME client.example.test
CONFIG
echo "alice|127.0.0.1:made-up" >etc/dma/auth.conf
chgrp -R mail etc/dma var/spool/dma
chmod 2775 var/spool/dma

cat >inside.sh <<'INSIDE'
set -euo pipefail
ip link set lo up
mount -t overlay none -o lowerdir="$PWD/root/usr:/usr" /usr
mount -t overlay none -o lowerdir="$PWD/etc:/etc" /etc
mount --bind var/spool /var/spool
LD_LIBRARY_PATH="$PWD/root/usr/lib/x86_64-linux-gnu:$PWD/root/lib/x86_64-linux-gnu" \
  exim4 -C "$PWD/exim.conf" -bdf 2>exim.errors &
until (: >/dev/tcp/127.0.0.1/20587) 2>/dev/null; do sleep 0.2; done
# sent CASE: hands a message to dma, which tries it at once and then its notice; tells what Exim got and what dma kept.
sent() {
  rm -f spool/input/* /var/spool/dma/*
  printf '%s\n' "From: <alice@example.test>" "To: <bob@onward.test>" "Subject: hello" "" "Hello" |
    timeout 10 dma -D -f alice@example.test bob@onward.test 2>>dma.errors || true
  echo "$1"
  cat spool/input/*-D 2>/dev/null | grep -E "$telling" | sed 's/^/  taken by Exim: /' || true
  { cat /var/spool/dma/M* 2>/dev/null || echo empty; } | grep -E "$telling" | sed "s/^/  dma's queue: /"
}
telling="^(Hello|empty|.* did not like .*|[45][0-9][0-9] .*|SMTP login .*)"
echo "alice: made-up" >passwords
sent "password right"
rm passwords
sent "password not to be judged at present"
echo "alice: made-up" >passwords
touch later
sent "RCPT put off"
rm later
echo "alice: made-down" >passwords
sent "password wrong"
INSIDE
{
  unshare --net --mount --pid --fork --kill-child bash inside.sh
  echo "in Exim's log"
  sed -n -E 's/.* authenticator failed .*: ([45][0-9]{2} [^(]*) \(set_id.*/  \1/p
    s/.* temporarily rejected (RCPT) <.*>: /  put off \1: /p; t
    s/.* rejected (RCPT) <.*>: /  rejected \1: /p' spool/main.log | awk '!told[$0]++'
} | tee seen
cmp -s seen - <<'SEEN' || { echo "CHANGED"; exit 1; }
password right
  taken by Exim: Hello
  dma's queue: empty
password not to be judged at present
  taken by Exim: 127.0.0.1 [127.0.0.1] did not like our RCPT TO:
  taken by Exim: 550 relay not permitted
  dma's queue: empty
RCPT put off
  dma's queue: Hello
password wrong
  dma's queue: SMTP login to 127.0.0.1 failed
in Exim's log
  435 Unable to authenticate at present
  rejected RCPT: relay not permitted
  put off RCPT: later
  535 Incorrect authentication data
SEEN
echo "as described"
